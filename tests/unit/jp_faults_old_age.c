/* Japanese lives where a figure is missing, memory ends or 64 bits do: the error comes back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

/* The linker sends the library's calls here (Makefile: --wrap). */
enum tot_status __real_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
enum tot_status __real_tot_law_last(struct tot_value *out, int64_t *key, const struct tot_law *book,
				    const struct tot_figures *set, size_t index);
enum tot_status __wrap_tot_law_last(struct tot_value *out, int64_t *key, const struct tot_law *book,
				    const struct tot_figures *set, size_t index);
enum tot_status __real_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding);
enum tot_status __wrap_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding);
enum tot_status __real_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				       enum tot_rounding rounding);
enum tot_status __wrap_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				       enum tot_rounding rounding);
void *__real_tot_arena_alloc(struct tot_arena *arena, size_t size);
void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size);

enum source { NOTHING, FIGURE, LAST, PRODUCT, ROUNDING, MEMORY };

static struct {
	enum source source;
	size_t index; /* the figure that is missing */
	long after, seen, used;
	bool once;	  /* one call only; false: all from it on */
	bool asked[1000]; /* figures that some life needs */
} fault;

static bool fails(enum source source)
{
	if (fault.source != source)
		return false;
	const long call = fault.seen++;
	if (call < fault.after || (fault.once && call > fault.after))
		return false;
	fault.used++;
	return true;
}

enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at)
{
	fault.asked[index] = true;
	if (index == fault.index && fails(FIGURE))
		return TOT_ERR_NO_PARAMETER;
	return __real_tot_law_get(out, book, set, index, at);
}

enum tot_status __wrap_tot_law_last(struct tot_value *out, int64_t *key, const struct tot_law *book,
				    const struct tot_figures *set, size_t index)
{
	return fails(LAST) ? TOT_ERR_NO_PARAMETER : __real_tot_law_last(out, key, book, set, index);
}

enum tot_status __wrap_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding)
{
	return fails(PRODUCT) ? TOT_ERR_OVERFLOW
			      : __real_tot_mul_div(result, a, b, divisor, rounding);
}

enum tot_status __wrap_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				       enum tot_rounding rounding)
{
	return fails(ROUNDING) ? TOT_ERR_OVERFLOW
			       : __real_tot_ratio_round(result, ratio, scale, rounding);
}

void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	return fails(MEMORY) ? NULL : __real_tot_arena_alloc(arena, size);
}

#define FAMILY                                                                           \
	"'family':{'spouse':{'born':'1968-07-20','sex':'female','nationalities':['JP']," \
	"'married':'1995-05-05','yearly_income':{'amount':20000,'currency':'EUR'}},"     \
	"'children':[{'born':'2012-06-10'},{'born':'2013-06-10'},{'born':'2014-06-10'}]},"

static const char *const lives[] = {
	/* at work while the pension waits, additions, additional premium */
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1961-05-10',"
	"'sex':'male','nationalities':['DE'],'residence':[{'country':'JP','from':'1985-01-01',"
	"'permanent':true}]}," FAMILY "'periods':["
	"{'country':'JP','kind':'resident','from':'1985-01','to':'1989-12','flags':["
	"'additional_premium']},{'country':'JP','kind':'exempt_half','from':'1990-01','to':"
	"'1990-12'},{'country':'JP','kind':'employment','from':'2000-05','to':'2027-05','pay':{"
	"'monthly':600000,'bonuses':[{'every':12,'amount':900000}]}}],'plan':{'claims':[{'country':"
	"'JP','benefit':'old_age','age':'67'}]}}",
	/* a woman's pension before 65 with its flat part, 44 years */
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1965-06-10',"
	"'sex':'female','nationalities':['JP']}," FAMILY "'periods':["
	"{'country':'JP','kind':'employment','from':'1981-04','to':'2025-03','pay':{'average':"
	"300000}}]}",
	/* claimed early before the age of the special pension; category 3; pay by year */
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1963-06-10',"
	"'sex':'female','nationalities':['JP'],'residence':[{'country':'JP','from':'1963-06-10',"
	"'to':'2018-03-31'},{'country':'DE','from':'2018-04-01'}]}," FAMILY "'periods':["
	"{'country':'JP','kind':'employment','from':'1990-04','to':'1992-03','pay':{'yearly':{"
	"'1990':2000000,'1991':2000000,'1992':500000}}},{'country':'JP','kind':'dependent_spouse',"
	"'from':'1992-04','to':'2021-03'},{'country':'JP','kind':'voluntary','from':'2021-04',"
	"'to':'2028-03'}],'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'61'}]}}",
	/* as early as possible, work that goes on, a posting, naturalisation, a payment taken */
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1970-06-15',"
	"'sex':'female','nationalities':[{'country':'DE','to':'2019-12-31'},{'country':'JP','from':"
	"'2020-01-01'}],'residence':[{'country':'DE','from':'1970-06-15','to':'2005-03-31'},"
	"{'country':'JP','from':'2005-04-01'}]}," FAMILY "'periods':["
	"{'country':'JP','kind':'employment','from':'2005-04','to':'2007-03','pay':{'average':"
	"300000}},{'country':'JP','kind':'exempt_full','from':'2010-04','to':'2011-03'},"
	"{'country':'JP','kind':'employment','from':'2015-04','pay':{'monthly':400000,'growth':"
	"0.01}}],'postings':[{'home':'JP','host':'DE','from':'2012-01-01','planned_to':"
	"'2013-12-31','as':'employee','pay':{'monthly':400000}}],'events':[{'kind':'refund',"
	"'country':'JP','scheme':'employees','filed':'2008-01-15'}],'plan':{'claims':[{'country':"
	"'JP','benefit':'old_age','when':'earliest'}]}}",
	/* a right before 2017-08 by fewer years, claimed at 72 as if at 67 */
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{'born':'1953-06-15',"
	"'sex':'male','nationalities':['JP']}," FAMILY "'periods':["
	"{'country':'JP','kind':'employment','from':'1976-04','to':'1997-03','pay':{'average':"
	"300000}}],'plan':{'claims':[{'country':'JP','benefit':'old_age','age':'72','deemed':true}"
	"]}}",
};

/* The first error of all operations. */
static enum tot_status evaluate(struct life *life)
{
	const struct tot_scheme_ops *ops = tot_scheme_jp.ops;
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
	return status >= 0 ? ops->benefit(&life->found, &life->view, &life->ctx) : status;
}

/* Evaluate with the fault set; false when the fault was not reached. */
static bool evaluate_with(const char *text, enum tot_status expected)
{
	struct life life;
	const enum source source = fault.source;
	fault.source = NOTHING;
	life_read(&life, text);
	fault.source = source;
	fault.seen = fault.used = 0;
	const enum tot_status status = evaluate(&life);
	fault.source = NOTHING;
	if (status < 0)
		assert_int_equal(status, expected);
	else if (fault.used == 0)
		assert_true(status >= 0);
	life_close(&life);
	fault.source = source;
	return fault.used > 0;
}

static void missing_figures(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++) {
		fault.source = NOTHING;
		memset(fault.asked, 0, sizeof(fault.asked));
		assert_false(evaluate_with(lives[i], TOT_OK));
		fault.source = FIGURE;
		for (fault.index = 0; fault.index < tot_scheme_jp.figures->count; fault.index++)
			for (int once = 0; once < 2; once++) {
				fault.once = once;
				fault.after = 0;
				while (fault.asked[fault.index] &&
				       evaluate_with(lives[i], TOT_ERR_NO_PARAMETER) &&
				       fault.after < 400)
					fault.after += 1 + fault.after / 4;
			}
	}
	fault.source = NOTHING;
}

static void run_to_the_end(enum source source, enum tot_status expected, long grain)
{
	fault.source = source;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++)
		for (int once = 0; once < 2; once++) {
			fault.once = once;
			fault.after = 0;
			while (evaluate_with(lives[i], expected))
				fault.after += 1 + fault.after / grain;
		}
	fault.source = NOTHING;
}

static void no_last_row(void **state)
{
	(void)state;
	run_to_the_end(LAST, TOT_ERR_NO_PARAMETER, 20);
}

static void beyond_64_bits(void **state)
{
	(void)state;
	run_to_the_end(PRODUCT, TOT_ERR_OVERFLOW, 20);
	run_to_the_end(ROUNDING, TOT_ERR_OVERFLOW, 20);
}

static void no_memory(void **state)
{
	(void)state;
	run_to_the_end(MEMORY, TOT_ERR_MEMORY, 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(missing_figures),
		cmocka_unit_test(no_last_row),
		cmocka_unit_test(beyond_64_bits),
		cmocka_unit_test(no_memory),
	};
	return cmocka_run_group_tests_name("jp_faults_old_age", tests, load_law, free_law);
}
