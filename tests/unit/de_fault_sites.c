/* Each place that asks for a figure, memory or a product fails once: its error comes back, nothing else. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_life.h"

#include "unit/de_fault_wraps.h"

#define HEAD(born, sex)                                                                \
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'" born \
	"','sex':'" sex "','nationalities':['DE']"
#define HEAD_ON(day, born, sex)                                                     \
	"{'format':'totalise-scenario/1','as_of':'" day "','person':{'born':'" born \
	"','sex':'" sex "','nationalities':['DE']"
#define WORK(from, to, pay) \
	"{'country':'DE','kind':'employment','from':'" from "','to':'" to "','pay':{" pay "}}"
#define MINER(from, to)                                                   \
	"{'country':'DE','kind':'employment','from':'" from "','to':'" to \
	"','flags':['underground'],'pay':{'points':10}}"

static const char *const lives[] = {
	HEAD("1980-03-10",
	     "male") ",'other_income':{'amount':30000,'currency':'EUR'}},'periods':"
		     "[" WORK("2002-02", "2015-06",
			      "'points':14") ","
					     "{'country':'DE','kind':'employment','"
					     "from':'2015-07','to':'2019-12','region':"
					     "'east','pay':{"
					     "'monthly':2500}}," MINER(
						     "2020-01", "2026-01") "],'events':[{'kind':'"
									   "disability','since':"
									   "'2026-02-15','"
									   "capacity':'partial'},"
									   "{'kind':'disability',"
									   "'since':'2027-02-15',"
									   "'capacity':"
									   "'none','temporary':"
									   "true}]}",
	HEAD("1975-03-10", "male") "},'periods':[" WORK(
		"2000-02", "2016-01", "'points':14") "],'events':[{'kind':'disability',"
						     "'since':'2016-02-15','capacity':'none'}]}",
	HEAD("1980-03-10", "male") "},'periods':[" WORK(
		"2002-02", "2023-01", "'points':10") "],'events':[{'kind':'disability',"
						     "'since':'2003-06-10','capacity':'none'}]}",
	HEAD("1980-03-10", "male") "},'family':{'spouse':{'born':'1983-05-05','sex':'female','"
				   "nationalities':['JP'],'married':"
				   "'2010-06-01','yearly_income':{'amount':6000000,'currency':'JPY'"
				   "},'own_pension':{'DE':900}},"
				   "'children':[{'born':'2015-04-10','raised_by':'spouse'}]},'"
				   "periods':[" WORK("1998-02", "2015-06", "'points':7") "," MINER(
					   "2015-07",
					   "2026-01") ","
						      "{'country':'DE','kind':'creditable_"
						      "education','from':'1997-06','to':'1998-01'}]"
						      ",'events':[{"
						      "'kind':'death','on':'2026-02-15'}]}",
	HEAD("1958-05-17",
	     "male") "},'family':{'spouse':{'born':'1980-05-05','sex':'female','nationalities':['"
		     "DE'],'married':"
		     "'2010-06-01','remarried':'2026-05-01'},'children':[{'born':'2009-04-10','"
		     "raised_by':"
		     "'spouse','in_education_until':'2030-01-01'}]},'periods':[" WORK(
			     "1978-01", "2019-12",
			     "'points':16") "],'events':[{'kind':'death','on':'2025-03-10'}],'plan'"
					    ":{'claims':[{'country':'DE',"
					    "'benefit':'old_age','start':'2023-06','share':0.5}]}}",
	HEAD("1980-03-10",
	     "female") ",'other_income':{'amount':36000,'currency':'EUR'}},'family':{'spouse':{'"
		       "born':'1978-05-05',"
		       "'sex':'male','nationalities':['DE'],'married':'2010-06-01','divorced':'"
		       "2020-01-01','died':"
		       "'2026-02-15'},'children':[{'born':'2015-04-10'}]},'periods':[" WORK(
			       "2002-02", "2026-01", "'points':24") "]}",
	HEAD("1951-08-10", "male") "},'periods':[" WORK(
		"1975-01", "2016-12",
		"'points':21") "," WORK("2017-05", "2018-12",
					"'monthly':525") ",{'country':'DE','kind':'employment',"
							 "'from':'2019-01','to':'2019-12','flags':["
							 "'minijob_exempt'],'pay':{'monthly':450}}]"
							 ","
							 "'credits':[{'country':'DE','kind':'"
							 "bought','points':1.5,'from':'2010-01','"
							 "to':'2010-12'}],"
							 "'plan':{'claims':[{'country':'DE','"
							 "benefit':'old_age','start':'2017-02'}]}}",
	HEAD("1980-03-10",
	     "male") "},'family':{'spouse':{'born':'1983-05-05','sex':'female','nationalities':['"
		     "JP'],'married':"
		     "'2010-06-01'}},'periods':[" WORK(
			     "2023-02", "2026-01",
			     "'monthly':3000") ",{'country':'DE','kind':'employment','from':'2022-"
					       "01','to':'2022-12','flags':["
					       "'minijob'],'pay':{'monthly':100}}],'events':[{'"
					       "kind':'death','on':'2026-02-15'}]}",
	/* Forms of pay: DM, bonus, years, contributions, mini-jobs, service, training, postings. */
	HEAD("1958-05-17",
	     "female") ",'residence':[{'country':'DE','from':'1958-05-17','to':'2022-12-31'},{'"
		       "country':"
		       "'JP','from':'2023-01-01'}]},'family':{'spouse':{'born':'1950-01-01','sex':'"
		       "male',"
		       "'nationalities':['DE'],'married':'1980-01-01'},'children':[{'born':'1985-"
		       "04-10'},"
		       "{'born':'1988-08-01'}]},'postings':[{'home':'DE','host':'JP','from':'2010-"
		       "01-01',"
		       "'planned_to':'2011-12-31','to':'2011-12-31','as':'employee'}],'periods':["
		       "{'country':'DE','kind':'employment','from':'1974-09','to':'1977-08','flags'"
		       ":["
		       "'training']},{'country':'DE','kind':'service','from':'1977-09','to':'1978-"
		       "11'},"
		       "{'country':'DE','kind':'employment','from':'1979-01','to':'1984-12','pay':{"
		       "'monthly':2500,'currency':'EUR','bonuses':[{'every':12,'amount':2500}]}},"
		       "{'country':'DE','kind':'employment','from':'1986-02','to':'1989-12','pay':{"
		       "'yearly':{"
		       "'1986':20000,'1987':21000,'1988':22000,'1989':90000},'currency':'EUR'}},"
		       "{'country':'DE','kind':'employment','from':'1990-07','to':'1995-12','"
		       "region':'east',"
		       "'pay':{'monthly':1500}},"
		       "{'country':'DE','kind':'benefit_unemployment','from':'1996-01','to':'1996-"
		       "12','pay':{"
		       "'monthly':1500}},"
		       "{'country':'DE','kind':'voluntary','from':'1997-01','to':'1998-12','pay':{"
		       "'contribution':100,'currency':'EUR'}},"
		       "{'country':'DE','kind':'employment','from':'2013-01','to':'2014-12','flags'"
		       ":['minijob'],"
		       "'pay':{'yearly':{'2013':1800,'2014':5400}}},"
		       "{'country':'DE','kind':'self_employment','from':'2015-01','to':'2018-12','"
		       "pay':{"
		       "'monthly':2000}},"
		       "{'country':'DE','kind':'employment','from':'2019-01','to':'2020-12','pay':{"
		       "'points':{'2019':1}}}],"
		       "'credits':[{'country':'DE','kind':'pension_rights_adjustment','points':-1."
		       "5,'from':'1990-01',"
		       "'to':"
		       "'1999-12'}],'plan':{'claims':[{'country':'DE','benefit':'old_age','start':'"
		       "2024-06',"
		       "'share':0.5}]}}",
	/* A second disability, and a death after a pension for it, under the old law. */
	HEAD("1960-03-10",
	     "male") "},'family':{'spouse':{'born':'1958-05-05','sex':'female','nationalities':['"
		     "DE'],"
		     "'married':'1985-06-01','own_pension':{'JP':90000}}},'periods':[" WORK(
			     "1978-01", "2017-12",
			     "'points':16") "," MINER("2018-01",
						      "2024-01") "],'events':[{'kind':'disability',"
								 "'since':'2024-02-15','capacity':"
								 "'none'},{'kind':'death','on':'"
								 "2026-03-10'}]}",
	/* Points (East) apart: children, little pay, unemployment, miners, a refund long ago. */
	HEAD_ON("2022-11-21", "1956-01-10",
		"female") ",'residence':[{'country':'DE','from':'1956-01-10'}]},'family':{'"
			  "children':[{'born':'1992-04-10'},"
			  "{'born':'1994-08-01'}]},'periods':[{'country':'DE','kind':'employment','"
			  "from':'1975-01','to':"
			  "'1989-12','region':'east','pay':{'monthly':500,'currency':'DEM'}},{'"
			  "country':'DE','kind':"
			  "'benefit_unemployment','from':'1990-07','to':'1990-12','region':'east'},"
			  "{'country':'DE','kind':"
			  "'creditable_unemployment','from':'1991-01','to':'1991-12'},{'country':'"
			  "DE','kind':'employment',"
			  "'from':'1992-01','to':'2020-12','region':'east','pay':{'monthly':900}},{"
			  "'country':'DE','kind':"
			  "'employment','from':'1973-01','to':'1973-12','pay':{'points':1}}],'"
			  "events':[{'kind':'refund',"
			  "'country':'DE','filed':'1974-01-01'}]}",
};

/* The first error of all operations. */
static enum tot_status evaluate(struct life *life)
{
	const struct tot_scheme_ops *ops = tot_scheme_de.ops;
	const struct tot_date none = {0, 0, 0};
	tot_month end = TOT_MONTH_LIMIT;
	enum tot_status status = TOT_OK;
	life->view = (struct tot_view){.life = life->scenario,
				       .own = &life->own,
				       .claims = life->scenario->claims,
				       .claim_count = life->scenario->claim_count};
	for (int round = 0; round < 2 && status >= 0; round++) {
		status = ops->place(&life->own, life->scenario, end, &life->ctx);
		for (size_t i = 0; i < life->scenario->event_count && status >= 0; i++) {
			const struct tot_event *event = &life->scenario->events[i];
			if (event->kind == TOT_EVENT_REFUND)
				status = ops->after_refund(&life->own, event->on, NULL,
							   life->scenario, &life->ctx);
		}
		if (status >= 0)
			status = ops->open_end(&end, &life->view, &life->ctx);
	}
	if (status >= 0)
		status = ops->entitle(&life->found, &life->view, &life->ctx);
	if (status >= 0)
		status = ops->benefit(&life->found, &life->view, &life->ctx);
	if (status >= 0)
		status = ops->refund(&life->found, &life->view, none, NULL, &life->ctx);
	if (status >= 0)
		status =
			ops->voluntary(&life->found, &life->view, NULL, TOT_MONTH_NONE, &life->ctx);
	if (status >= 0)
		status = ops->deduct(&life->found, &life->view, &life->ctx);
	for (size_t i = 0; i < life->scenario->period_count && status >= 0; i++) {
		const struct tot_period *record = &life->scenario->periods[i];
		struct tot_shares shares;
		status = ops->contribution(&shares, record, tot_month_of(record->from), &life->ctx);
	}
	return status;
}

static enum tot_status run(const char *text)
{
	struct life life;
	faults.watching = false;
	life_read(&life, text);
	faults.watching = true;
	faults.sent = TOT_OK;
	const enum tot_status status = evaluate(&life);
	faults.watching = false;
	life_close(&life);
	return status;
}

/* A fault is reported as it is, or the result goes on without what it was needed for. */
static void fail_once(const char *text, size_t site, long skip, bool second)
{
	faults.failing = faults.sites[site].place;
	faults.skip = skip;
	faults.second = second;
	const enum tot_status status = run(text);
	/* Where one figure does not fit another one can be looked for, and be missing. */
	if (status < 0 && !(second && status == TOT_ERR_NO_PARAMETER))
		assert_int_equal(status, faults.sent);
}

static void each_place_fails(void **state)
{
	static const long skips[] = {0, 2, 9};
	(void)state;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++) {
		faults.count = 0;
		faults.failing = NULL;
		assert_true(run(lives[i]) >= 0);
		assert_true(faults.count > 40);
		for (size_t site = 0; site < faults.count; site++) {
			for (size_t k = 0; k < sizeof(skips) / sizeof(skips[0]); k++)
				if (skips[k] < faults.sites[site].calls)
					fail_once(lives[i], site, skips[k], false);
			if (faults.sites[site].twice)
				fail_once(lives[i], site, 0, true);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_place_fails),
	};
	return cmocka_run_group_tests_name("tests", tests, load_law, free_law);
}
