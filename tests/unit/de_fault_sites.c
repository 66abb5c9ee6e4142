/* Each place that asks for a figure, memory or a product fails once: its error comes back, nothing else. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/figures.h"
#include "unit/de_life.h"

/* The linker sends the calls between the library's files here (Makefile: --wrap). */
enum tot_status __real_tot_de_get(struct tot_value *out, const struct tot_law *book,
				  enum tot_de_figure figure, const struct tot_at *at);
enum tot_status __wrap_tot_de_get(struct tot_value *out, const struct tot_law *book,
				  enum tot_de_figure figure, const struct tot_at *at);
enum tot_status __real_tot_de_number(int64_t *out, const struct tot_law *book,
				     enum tot_de_figure figure, const struct tot_at *at);
enum tot_status __wrap_tot_de_number(int64_t *out, const struct tot_law *book,
				     enum tot_de_figure figure, const struct tot_at *at);
enum tot_status __real_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding);
enum tot_status __wrap_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding);
enum tot_status __real_tot_add(int64_t *result, int64_t a, int64_t b);
enum tot_status __wrap_tot_add(int64_t *result, int64_t a, int64_t b);
enum tot_status __real_tot_ratio_round(int64_t *out, struct tot_ratio value, int64_t scale,
				       enum tot_rounding rounding);
enum tot_status __wrap_tot_ratio_round(int64_t *out, struct tot_ratio value, int64_t scale,
				       enum tot_rounding rounding);
const char *__real_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
void *__real_tot_arena_alloc(struct tot_arena *arena, size_t size);
void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size);

#define SITES_MAX 3000

/* Places of calls met so far, and the one that fails now. */
static struct {
	const void *sites[SITES_MAX];
	size_t count;
	bool watching;
	const void *failing;
	long skip; /* calls of the place that still succeed */
	enum tot_status sent;
} faults;

static bool fails(const void *site, enum tot_status with)
{
	if (!faults.watching)
		return false;
	if (faults.failing) {
		if (faults.failing != site || faults.sent != TOT_OK || faults.skip-- > 0)
			return false;
		faults.sent = with;
		return true;
	}
	for (size_t i = 0; i < faults.count; i++)
		if (faults.sites[i] == site)
			return false;
	assert_true(faults.count < SITES_MAX);
	faults.sites[faults.count++] = site;
	return false;
}

#define SITE __builtin_return_address(0)

enum tot_status __wrap_tot_de_get(struct tot_value *out, const struct tot_law *book,
				  enum tot_de_figure figure, const struct tot_at *at)
{
	return fails(SITE, TOT_ERR_NO_PARAMETER) ? TOT_ERR_NO_PARAMETER
						 : __real_tot_de_get(out, book, figure, at);
}

enum tot_status __wrap_tot_de_number(int64_t *out, const struct tot_law *book,
				     enum tot_de_figure figure, const struct tot_at *at)
{
	return fails(SITE, TOT_ERR_NO_PARAMETER) ? TOT_ERR_NO_PARAMETER
						 : __real_tot_de_number(out, book, figure, at);
}

enum tot_status __wrap_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding)
{
	return fails(SITE, TOT_ERR_OVERFLOW) ? TOT_ERR_OVERFLOW
					     : __real_tot_mul_div(result, a, b, divisor, rounding);
}

enum tot_status __wrap_tot_add(int64_t *result, int64_t a, int64_t b)
{
	return fails(SITE, TOT_ERR_OVERFLOW) ? TOT_ERR_OVERFLOW : __real_tot_add(result, a, b);
}

enum tot_status __wrap_tot_ratio_round(int64_t *out, struct tot_ratio value, int64_t scale,
				       enum tot_rounding rounding)
{
	return fails(SITE, TOT_ERR_OVERFLOW) ? TOT_ERR_OVERFLOW
					     : __real_tot_ratio_round(out, value, scale, rounding);
}

const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer)
{
	return fails(SITE, TOT_ERR_NO_PARAMETER) ? NULL
						 : __real_tot_law_string(book, parameter, pointer);
}

void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	return fails(SITE, TOT_ERR_MEMORY) ? NULL : __real_tot_arena_alloc(arena, size);
}

#define HEAD(born, sex)                                                                \
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'" born \
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
					    "'benefit':'old_age','start':'2023-06'}]}}",
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
			     "'monthly':3000") "],'events':[{'kind':'death','on':'2026-02-15'}]}",
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
		if (status >= 0)
			status = ops->open_end(&end, &life->view, &life->ctx);
	}
	if (status >= 0)
		status = ops->entitle(&life->found, &life->view, &life->ctx);
	if (status >= 0)
		status = ops->benefit(&life->found, &life->view, &life->ctx);
	if (status >= 0)
		status = ops->refund(&life->found, &life->view, none, NULL, &life->ctx);
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
static void each_place_fails(void **state)
{
	static const long skips[] = {0, 2, 9};
	(void)state;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++) {
		faults.count = 0;
		faults.failing = NULL;
		assert_true(run(lives[i]) >= 0);
		assert_true(faults.count > 40);
		for (size_t site = 0; site < faults.count; site++)
			for (size_t k = 0; k < sizeof(skips) / sizeof(skips[0]); k++) {
				faults.failing = faults.sites[site];
				faults.skip = skips[k];
				const enum tot_status status = run(lives[i]);
				if (status < 0)
					assert_int_equal(status, faults.sent);
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
