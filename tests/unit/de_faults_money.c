/* Contributions, net amounts, income: a missing figure or lack of memory comes back as it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_refund_life.h"

#include "de/deductions.h"
#include "de/earnings.h"
#include "de/payment.h"
#include "de/survivor_income.h"
#include "de/tax.h"
#include "de/voluntary_effect.h"

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
const char *__real_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
enum tot_status __real_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding);
enum tot_status __wrap_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding);
void *__real_tot_arena_alloc(struct tot_arena *arena, size_t size);
void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size);

/* The call that fails, counted from the beginning of one run; -1: none. */
static long failing = -1, calls;
static enum tot_status sent;

static bool fails(enum tot_status with)
{
	if (failing < 0 || calls++ != failing)
		return false;
	sent = with;
	return true;
}

enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at)
{
	return fails(TOT_ERR_NO_PARAMETER) ? TOT_ERR_NO_PARAMETER
					   : __real_tot_law_get(out, book, set, index, at);
}

enum tot_status __wrap_tot_law_last(struct tot_value *out, int64_t *key, const struct tot_law *book,
				    const struct tot_figures *set, size_t index)
{
	return fails(TOT_ERR_NO_PARAMETER) ? TOT_ERR_NO_PARAMETER
					   : __real_tot_law_last(out, key, book, set, index);
}

const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer)
{
	return fails(TOT_ERR_NO_PARAMETER) ? NULL : __real_tot_law_string(book, parameter, pointer);
}

enum tot_status __wrap_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding)
{
	return fails(TOT_ERR_OVERFLOW) ? TOT_ERR_OVERFLOW
				       : __real_tot_mul_div(result, a, b, divisor, rounding);
}

void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	return fails(TOT_ERR_MEMORY) ? NULL : __real_tot_arena_alloc(arena, size);
}

static const struct tot_date today = {2026, 11, 21};

static enum tot_status insurance(const struct tot_child *children, size_t count, bool fund)
{
	struct tot_de_insurance out;
	const struct tot_de_insured_pensioner person = {.born = {1959, 1, 1},
							.has_fund_rate = fund,
							.fund_rate = 19000,
							.children = children,
							.child_count = count};
	return tot_de_insurance_of(&out, 100000, today, &person, law);
}

static enum tot_status insured_alone(void)
{
	return insurance(NULL, 0, false);
}

static enum tot_status insured_parent(void)
{
	static const struct tot_child children[] = {{.born = {2010, 1, 1}}, {.born = {2012, 1, 1}}};
	return insurance(children, 2, true);
}

static enum tot_status starts(void)
{
	tot_month month;
	struct tot_date day;
	const enum tot_status status = tot_de_start_temporary(&month, today, today, law);
	return status < 0 ? status : tot_de_start_of_survivor(&day, today, true, today, law);
}

static enum tot_status taxes(void)
{
	tot_cents out;
	enum tot_status status = tot_de_tax_free_amount(&out, 2026, 1200000, law);
	if (status >= 0)
		status = tot_de_nonresident_tax(&out, 504000, 2026, law);
	if (status >= 0)
		status = tot_de_income_tax(&out, 30000000, 2026, law);
	return status;
}

static enum tot_status earnings(void)
{
	tot_cents out;
	bool limited;
	enum tot_status status = tot_de_earnings_limit_full(&out, 2026, law);
	if (status >= 0)
		status = tot_de_earnings_limit_partial(&out, 2026, 10000, law);
	if (status >= 0)
		status = tot_de_pension_beside_earnings(&out, 100000, 300000, 200000, law);
	if (status >= 0)
		status = tot_de_old_age_earnings_limit(&out, &limited,
						       (struct tot_date){2019, 1, 1}, law);
	return status;
}

static enum tot_status survivors(void)
{
	tot_cents out;
	tot_points points;
	enum tot_de_survivor_law which;
	struct tot_de_large_pension pension;
	const struct tot_couple couple = {{1950, 1, 1}, {1950, 1, 1}, {1980, 1, 1}, {2020, 1, 1}};
	enum tot_status status = tot_de_survivor_law_of(&which, &couple, law);
	if (status >= 0)
		status = tot_de_net_income(&out, 100000, TOT_DE_INCOME_PENSION, 2026, law);
	if (status >= 0)
		status = tot_de_income_offset(&out, 150000, 1, 4252000, law);
	if (status >= 0)
		status = tot_de_child_supplement(&points, 40, law);
	if (status >= 0)
		status = tot_de_large_pension(&pension, 300000, 36360, 4252000,
					      TOT_DE_SURVIVOR_NEW_LAW, law);
	if (status >= 0)
		status = tot_de_remarriage_settlement(&out, 52000, true, 3, law);
	return status;
}

static void functions(void **state)
{
	static enum tot_status (*const list[])(void) = {
		insured_alone, insured_parent, starts, taxes, earnings, survivors,
	};
	(void)state;
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		failing = -1;
		assert_int_equal(list[i](), TOT_OK);
		for (failing = 0;; failing++) {
			calls = 0;
			sent = TOT_OK;
			const enum tot_status status = list[i]();
			if (calls <= failing)
				break;
			/* Before a rule began its figure has no value: that is no fault. */
			if (status < 0 || sent != TOT_ERR_NO_PARAMETER)
				assert_int_equal(status, sent);
		}
	}
	failing = -1;
}

/* One operation of the scheme on a life that is read anew; true while the fault was reached. */
static bool operation(const char *national, const char *residence, bool voluntary)
{
	struct life life;
	const long wanted = failing;
	failing = -1;
	read_person(&life, "2026-11-21", national, residence,
		    "'periods':[{'country':'DE','kind':'employment','from':'2014-01',"
		    "'to':'2022-04','pay':{'monthly':3000}},{'country':'DE','kind':'voluntary',"
		    "'from':'2026-02','to':'2026-03','pay':{'contribution':200}}]");
	life_evaluate(&life);
	failing = wanted;
	calls = 0;
	sent = TOT_OK;
	const struct tot_scheme_ops *ops = tot_scheme_de.ops;
	const enum tot_status status =
		voluntary ? ops->voluntary(&life.found, &life.view, "a right", 0, &life.ctx)
			  : ops->deduct(&life.found, &life.view, &life.ctx);
	const bool reached = failing >= 0 && calls > failing;
	failing = -1;
	/* A missing figure may leave a part out; a text that has no room is empty. */
	if (status < 0)
		assert_int_equal(status, sent);
	else
		assert_true(sent != TOT_ERR_OVERFLOW);
	life_close(&life);
	failing = wanted;
	return reached;
}

static void operations(void **state)
{
	static const struct {
		const char *residence;
		bool voluntary;
	} rows[] = {{"DE", false}, {"JP", false}, {"DE", true}};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		failing = -1;
		assert_false(operation("DE", rows[i].residence, rows[i].voluntary));
		long step = 1;
		for (failing = 0; operation("DE", rows[i].residence, rows[i].voluntary);
		     failing += step)
			step = failing < 400 ? 1 : failing / 20;
	}
	failing = -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(functions),
		cmocka_unit_test(operations),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
