/* Lump sums, contributions, tax: a missing figure or lack of memory comes back, or leaves a gap. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_refund_life.h"

/* The linker sends the library's calls here (Makefile: --wrap). */
enum tot_status __real_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
const char *__real_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
const char *__wrap_tot_law_string(const struct tot_law *book, const char *parameter,
				  const char *pointer);
enum tot_status __real_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding);
enum tot_status __wrap_tot_mul_div(int64_t *result, int64_t a, int64_t b, int64_t divisor,
				   enum tot_rounding rounding);
enum tot_status __real_tot_add(int64_t *result, int64_t a, int64_t b);
enum tot_status __wrap_tot_add(int64_t *result, int64_t a, int64_t b);
enum tot_status __real_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				       enum tot_rounding rounding);
enum tot_status __wrap_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
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

enum tot_status __wrap_tot_add(int64_t *result, int64_t a, int64_t b)
{
	return fails(TOT_ERR_OVERFLOW) ? TOT_ERR_OVERFLOW : __real_tot_add(result, a, b);
}

enum tot_status __wrap_tot_ratio_round(int64_t *result, struct tot_ratio ratio, int64_t scale,
				       enum tot_rounding rounding)
{
	return fails(TOT_ERR_OVERFLOW) ? TOT_ERR_OVERFLOW
				       : __real_tot_ratio_round(result, ratio, scale, rounding);
}

void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	return fails(TOT_ERR_MEMORY) ? NULL : __real_tot_arena_alloc(arena, size);
}

/* What one run leaves: the amounts that it knows must be those of the run without a fault. */
#define AMOUNTS_MAX 16
struct amounts {
	int64_t value[AMOUNTS_MAX];
	bool known[AMOUNTS_MAX];
	size_t count;
};

static void keep(struct amounts *io, const struct tot_amount *amount)
{
	assert_true(io->count < AMOUNTS_MAX);
	io->known[io->count] = amount->known;
	io->value[io->count++] = amount->value;
}

static void keep_refunds(struct amounts *io, const struct tot_findings *found)
{
	for (size_t i = 0; i < found->refund_count; i++) {
		keep(io, &found->refunds[i].gross);
		keep(io, &found->refunds[i].withheld);
		keep(io, &found->refunds[i].tax);
		keep(io, &found->refunds[i].net);
	}
}

/* Both payments with partly exempt months and German months that matter to the conditions. */
static enum tot_status lump_sums(struct amounts *out, const char *periods, const char *to)
{
	struct life life;
	struct tot_lent lent[2] = {{0}};
	struct tot_findings found = {.country = "JP"};
	char text[1500];
	const long wanted = failing;
	failing = -1;
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2026-11-21'," GERMAN_BORN_1988
		 "'residence':[{'country':'JP','from':'2003-01-01','to':'%s',"
		 "'re_entry_permit_until':'2030-12-31'}]},'periods':[%s]}",
		 to, periods);
	life_read(&life, text);
	life_place(&life);
	life_lend(&life, lent, "JP.lump_epi_6m", tot_month_make(2010, 1), tot_month_make(2018, 1));
	life_lend(&life, lent, "JP.old_basic_10y", tot_month_make(2010, 1),
		  tot_month_make(2018, 1));
	failing = wanted;
	calls = 0;
	const enum tot_status status = tot_scheme_jp.ops->refund(
		&found, &life.view, (struct tot_date){0, 0, 0}, NULL, &life.ctx);
	failing = -1;
	keep_refunds(out, &found);
	life_close(&life);
	failing = wanted;
	return status;
}

static enum tot_status both_schemes(struct amounts *out)
{
	return lump_sums(out,
			 "{'country':'JP','kind':'exempt_half','from':'2020-01','to':'2020-12'},"
			 "{'country':'JP','kind':'resident','from':'2021-01','to':'2021-12'},"
			 "{'country':'JP','kind':'employment','from':'2022-01','to':'2027-11',"
			 "'pay':{'monthly':700000,'bonuses':[{'every':6,'amount':1500000}]}}",
			 "2027-11-30");
}

static enum tot_status by_agreement(struct amounts *out)
{
	return lump_sums(out,
			 "{'country':'JP','kind':'employment','from':'2026-03','to':'2026-06',"
			 "'pay':{'monthly':400000}}",
			 "2026-06-30");
}

static enum tot_status across_2003(struct amounts *out)
{
	return lump_sums(out,
			 "{'country':'JP','kind':'employment','from':'2003-01','to':'2004-12',"
			 "'pay':{'monthly':400000,'bonuses':[{'every':6,'amount':500000}]}}",
			 "2004-12-31");
}

/* Net amounts of a pensioner who lives in the country. */
static enum tot_status net_in(struct amounts *out, const char *country, const char *income)
{
	struct life life;
	char text[1024];
	const long wanted = failing;
	failing = -1;
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		 "'person':{'born':'1961-05-10','sex':'male','nationalities':['DE'],"
		 "'residence':[{'country':'%s','from':'2021-04-01'}],"
		 "'other_income':%s},"
		 "'periods':[{'country':'JP','kind':'employment','from':'2003-04',"
		 "'to':'2021-03','pay':{'average':1025000}}]}",
		 country, income);
	life_open(&life, text);
	failing = wanted;
	calls = 0;
	const enum tot_status status =
		tot_scheme_jp.ops->deduct(&life.found, &life.view, &life.ctx);
	failing = -1;
	for (size_t i = 0; i < life.found.benefit_count; i++)
		keep(out, &life.found.benefits[i].net);
	life_close(&life);
	failing = wanted;
	return status;
}

static enum tot_status net_abroad(struct amounts *out)
{
	return net_in(out, "DE", "{'amount':1,'currency':'EUR'}");
}

static enum tot_status net_at_home(struct amounts *out)
{
	return net_in(out, "JP", "{'amount':30000,'currency':'EUR'}");
}

static enum tot_status shares(struct amounts *out)
{
	static const struct {
		enum tot_kind kind;
		unsigned flags;
	} rows[] = {{TOT_EMPLOYMENT, 0},
		    {TOT_EXEMPT_QUARTER, 0},
		    {TOT_EXEMPT_HALF, 0},
		    {TOT_EXEMPT_THREE_QUARTERS, 0},
		    {TOT_RESIDENT, TOT_FLAG_ADDITIONAL_PREMIUM}};
	const tot_month month = tot_month_make(2026, 6);
	struct tot_pay_step steps[] = {{month, 400000}};
	struct tot_bonus bonuses[] = {{month, 0, 1000999}};
	struct bench bench;
	enum tot_status status = TOT_OK;
	const long wanted = failing;
	calls = 0;
	bench_open(&bench, 2026, 6, 1);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]) && status == TOT_OK; i++) {
		struct tot_shares found = {0};
		const struct tot_period record = {.country = "JP",
						  .kind = rows[i].kind,
						  .flags = rows[i].flags,
						  .from = {2026, 1, 1},
						  .pointer = "",
						  .pay = {.form = TOT_PAY_MONTHLY,
							  .steps = steps,
							  .step_count = 1,
							  .bonuses = bonuses,
							  .bonus_count = 1}};
		status = tot_scheme_jp.ops->contribution(&found, &record, month, &bench.ctx);
		keep(out, &(struct tot_amount){status == TOT_OK, found.employee, "JPY", NULL});
	}
	bench_close(&bench);
	failing = wanted;
	return status;
}

static void compare(const struct amounts *got, const struct amounts *right)
{
	for (size_t i = 0; i < got->count && i < right->count; i++)
		if (got->known[i])
			assert_int_equal(got->value[i], right->value[i]);
}

/* Every call fails once: the status is that of the fault, and no amount is a wrong one. */
static void never_a_wrong_amount(void **state)
{
	static enum tot_status (*const list[])(struct amounts *) = {
		both_schemes, by_agreement, across_2003, net_abroad, net_at_home, shares,
	};
	(void)state;
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		struct amounts right = {.count = 0};
		failing = -1;
		assert_int_equal(list[i](&right), TOT_OK);
		for (failing = 0;; failing++) {
			struct amounts got = {.count = 0};
			sent = TOT_OK;
			const enum tot_status status = list[i](&got);
			if (calls <= failing)
				break;
			if (status < 0)
				assert_int_equal(status, sent);
			compare(&got, &right);
		}
	}
	failing = -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(never_a_wrong_amount)};
	return cmocka_run_group_tests_name("jp_faults_refund", tests, load_law, free_law);
}
