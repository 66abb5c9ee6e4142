/* German lives where a figure is missing or memory ends: an error comes back, nothing else happens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_life.h"

/* The linker sends the library's calls here (Makefile: --wrap). */
enum tot_status __real_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
void *__real_tot_arena_alloc(struct tot_arena *arena, size_t size);
void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size);

static struct {
	bool figures, memory;
	size_t index;		/* the figure that is missing */
	long after, seen, used; /* missing from this look-up of it on */
	bool asked[1000];	/* figures that some life needs */
} fault;

enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at)
{
	fault.asked[index] = true;
	if (fault.figures && index == fault.index && fault.seen++ >= fault.after) {
		fault.used++;
		return TOT_ERR_NO_PARAMETER;
	}
	return __real_tot_law_get(out, book, set, index, at);
}

void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	if (fault.memory && fault.seen++ >= fault.after) {
		fault.used++;
		return NULL;
	}
	return __real_tot_arena_alloc(arena, size);
}

static const char *const lives[] = {
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1964-05-17',"
	"'sex':'female','nationalities':['DE'],'residence':[{'country':'DE','from':'1964-05-17'}],"
	"'severely_disabled_from':'2020-01-15','other_income':{'amount':9000,'currency':'EUR'}},"
	"'family':{'children':[{'born':'1990-03-10'},{'born':'1993-04-10'}]},'periods':["
	"{'country':'DE','kind':'creditable_education','from':'1981-06','to':'1982-12'},"
	"{'country':'DE','kind':'employment','from':'1983-01','to':'1989-12','region':'east',"
	"'pay':{'points':3}},"
	"{'country':'DE','kind':'employment','from':'1996-01','to':'2012-12','pay':{'monthly':1200}"
	"},"
	"{'country':'DE','kind':'creditable_sickness','from':'2013-01','to':'2013-06'},"
	"{'country':'DE','kind':'employment','from':'2013-05','to':'2016-12','flags':["
	"'minijob_exempt'],'pay':{'monthly':450}},"
	"{'country':'DE','kind':'voluntary','from':'2017-01','to':'2018-12','pay':{"
	"'contribution':200}},{'country':'DE','kind':'employment','from':'2019-01','pay':{"
	"'monthly':2500}}],'credits':[{'country':'DE','kind':'pension_rights_adjustment',"
	"'points':3.13,'from':'1994-07','to':'1999-06','effective':'2000-01-01'}],"
	"'plan':{'claims':[{'country':'DE','benefit':'old_age','age':'63','share':0.5}]}}",
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1962-05-17',"
	"'sex':'male','nationalities':['JP'],'residence':[{'country':'JP','from':'1962-05-17'}]},'"
	"periods':["
	"{'country':'DE','kind':'employment','from':'1980-01','to':'2006-12','flags':["
	"'underground'],'pay':{'points':25}},{'country':'DE','kind':'employment','from':'2016-01',"
	"'to':'2017-06','flags':['training'],'pay':{'monthly':900}},{'country':'DE','kind':"
	"'employment','from':'2019-01','to':'2020-12','region':'east','pay':{'yearly':{'2019':"
	"30000,'2020':31000}}}],'events':[{'kind':'disability','since':'2021-03-15','capacity':"
	"'none','work_accident':true},{'kind':'benefit','country':'DE','what':'disability',"
	"'from':'2021-10-01','to':'2022-12-31'}],'plan':{'claims':[{'country':'DE','benefit':"
	"'old_age','when':'earliest'}]}}",
	"{'format':'totalise-scenario/1','as_of':'2022-11-21','person':{'born':'1955-05-17',"
	"'sex':'male','nationalities':['DE'],'other_income':{'amount':1300000,'currency':'JPY'}},"
	"'family':{'spouse':{'born':'1960-01-01','sex':'female','nationalities':['JP'],'married':"
	"'1990-01-01','yearly_income':{'amount':6000,'currency':'EUR'},'own_pension':{'JP':20000,'"
	"DE':100}}},'periods':["
	"{'country':'DE','kind':'creditable_education','from':'1972-06','to':'1973-05','flags':["
	"'technical']},{'country':'DE','kind':'employment','from':'1973-06','to':'1974-12','flags':"
	"['training'],'pay':{'points':0.4}},{'country':'DE','kind':'employment','from':'1975-01',"
	"'to':'1991-12','pay':{'points':8}},{'country':'DE','kind':'employment','from':'1992-01',"
	"'to':'2008-12','region':'east','pay':{'points':8}},{'country':'DE','kind':"
	"'consideration_child','from':'1995-01','to':'2004-12'},{'country':'DE','kind':"
	"'consideration_care','from':'2009-01','to':'2009-12'},{'country':'DE','kind':"
	"'creditable_unemployment','from':'2010-01','to':'2010-12','flags':['benefit_paid']},"
	"{'country':'DE','kind':'creditable_sickness','from':'1990-01','to':'1990-06'},"
	"{'country':'DE','kind':'creditable_maternity','from':'2011-01','to':'2011-03'}]}",
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

/* Evaluate with the fault set; false when the fault was not reached. */
static bool evaluate_with(const char *text, enum tot_status expected)
{
	struct life life;
	const bool figures = fault.figures, memory = fault.memory;
	fault.figures = fault.memory = false;
	life_read(&life, text);
	fault.figures = figures;
	fault.memory = memory;
	fault.seen = fault.used = 0;
	const enum tot_status status = evaluate(&life);
	fault.figures = fault.memory = false;
	if (status < 0)
		assert_int_equal(status, expected);
	else if (fault.used == 0)
		assert_true(status >= 0);
	life_close(&life);
	fault.figures = figures;
	fault.memory = memory;
	return fault.used > 0;
}

static void missing_figures(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++) {
		fault.figures = false;
		memset(fault.asked, 0, sizeof(fault.asked));
		assert_false(evaluate_with(lives[i], TOT_OK));
		fault.figures = true;
		for (fault.index = 0; fault.index < tot_scheme_de.figures->count; fault.index++) {
			fault.after = 0;
			while (fault.asked[fault.index] &&
			       evaluate_with(lives[i], TOT_ERR_NO_PARAMETER) && fault.after < 50)
				fault.after += 1 + fault.after / 2;
		}
	}
	fault.figures = false;
}

static void no_memory(void **state)
{
	(void)state;
	fault.memory = true;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++) {
		fault.after = 0;
		while (evaluate_with(lives[i], TOT_ERR_MEMORY))
			fault.after += 1 + fault.after / 20;
	}
	fault.memory = false;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(missing_figures),
		cmocka_unit_test(no_memory),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
