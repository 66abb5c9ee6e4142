/* Tax on Japanese pensions: withheld abroad, assessed for residents, and what is left. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

#include "jp/tax.h"

static struct tot_jp_pension_tax tax_of(bool resident, tot_yen pension,
					struct tot_jp_taxpayer person)
{
	struct bench bench;
	struct tot_jp_pension_tax tax = {.tax = -1};
	bench_open(&bench, 2026, 11, 21);
	assert_int_equal(resident ? tot_jp_tax_resident(&tax, pension, &person, &bench.ctx)
				  : tot_jp_tax_abroad(&tax, pension, &person, &bench.ctx),
			 TOT_OK);
	bench_close(&bench);
	return tax;
}

/* Income Tax Act s. 213, Special Measures s. 41-15-3: 95,000 a month from 65, 50,000 before. */
static void allowances_abroad(void **state)
{
	struct tot_jp_taxpayer person = {.born = {1956, 5, 5}, .on = {2026, 1, 1}, .year = 2026};
	(void)state;
	assert_int_equal(tax_of(false, 1500000, person).tax, 73512);
	assert_int_equal(tax_of(false, 1140000, person).tax, 0);
	assert_int_equal(tax_of(false, 500000, person).taxable, 0);
	/* (1,594,949 - 1,140,000) x 20.42 percent = 92,900.59 */
	assert_int_equal(tax_of(false, 1594949, person).tax, 92900);
	person.born = (struct tot_date){1966, 5, 5};
	/* (1,500,000 - 600,000) x 20.42 percent */
	assert_int_equal(tax_of(false, 1500000, person).tax, 183780);
	/* until 2019: 100,000 and 60,000 a month */
	person.on = (struct tot_date){2019, 12, 31};
	assert_int_equal(tax_of(false, 1500000, person).deduction, 720000);
	person.born = (struct tot_date){1950, 5, 5};
	assert_int_equal(tax_of(false, 1500000, person).tax, 61260);
	/* 20 percent before the surtax of 2013 */
	person.born = (struct tot_date){1940, 5, 5};
	person.on = (struct tot_date){2012, 12, 31};
	assert_int_equal(tax_of(false, 1500000, person).tax, 60000);
}

/* The age on 31 December: who is born on 1 January completes 65 on the day before. */
static void age_of_the_year(void **state)
{
	struct tot_jp_taxpayer person = {.born = {1962, 1, 1}, .on = {2026, 1, 1}, .year = 2026};
	(void)state;
	assert_int_equal(tax_of(false, 0, person).deduction, 1140000);
	person.born = (struct tot_date){1962, 1, 2};
	assert_int_equal(tax_of(false, 0, person).deduction, 600000);
}

static tot_yen deduction_of(tot_yen pension, int age, tot_yen other_income)
{
	struct bench bench;
	tot_yen amount = -1;
	const struct tot_jp_taxpayer person = {.born = {2026 - age, 3, 1},
					       .on = {2026, 11, 21},
					       .year = 2026,
					       .other_income = other_income};
	bench_open(&bench, 2026, 11, 21);
	assert_int_equal(tot_jp_pension_deduction(&amount, pension, &person, &bench.ctx), TOT_OK);
	bench_close(&bench);
	return amount;
}

/* Income Tax Act s. 35 (4): every band of the scale, both ages, every column of other income. */
static void public_pension_deduction(void **state)
{
	(void)state;
	assert_int_equal(deduction_of(2700000, 66, 0), 1100000);
	assert_int_equal(deduction_of(700000, 66, 0), 700000);
	assert_int_equal(deduction_of(1000000, 60, 0), 600000);
	/* 400,000 + 25 percent of 3,300,000 */
	assert_int_equal(deduction_of(3800000, 66, 0), 1225000);
	/* 3,600,000 is the end of the first band: 400,000 + 900,000 on both sides of it */
	assert_int_equal(deduction_of(4100000, 66, 0), 1300000);
	/* 900,000 + 15 percent of 1,400,000 + 400,000 */
	assert_int_equal(deduction_of(5500000, 60, 0), 1510000);
	/* 1,440,000 + 5 percent of 300,000 + 400,000 */
	assert_int_equal(deduction_of(8000000, 66, 0), 1855000);
	/* at most 1,555,000 + 400,000 */
	assert_int_equal(deduction_of(12000000, 66, 0), 1955000);
	assert_int_equal(deduction_of(2700000, 66, 10000000), 1100000);
	assert_int_equal(deduction_of(2700000, 66, 10000001), 1000000);
	assert_int_equal(deduction_of(2700000, 66, 20000001), 900000);
	assert_int_equal(deduction_of(1000000, 60, 20000001), 400000);
	/* 25 percent of 3,300,001 = 825,000.25: the income is cut to whole yen */
	assert_int_equal(deduction_of(3800001, 66, 0), 1225001);
}

/*
 * The forum's tax of a pensioner in 2022 (RULES 18): 2,700,000 - 1,100,000 - 480,000 - 150,000 =
 * 970,000 x 5 percent = 48,500 without the surtax, 49,518 with it. The basic deduction of 2026 is
 * 1,040,000: 410,000 x 5 percent x 1.021 = 20,930.
 */
static void tax_of_residents(void **state)
{
	struct tot_jp_taxpayer person = {
		.born = {1956, 5, 5}, .on = {2022, 1, 20}, .year = 2022, .insurance = 150000};
	(void)state;
	struct tot_jp_pension_tax tax = tax_of(true, 2700000, person);
	assert_int_equal(tax.deduction, 1100000);
	assert_int_equal(tax.basic, 480000);
	assert_int_equal(tax.taxable, 970000);
	assert_int_equal(tax.tax, 49518);
	person.on = (struct tot_date){2026, 11, 21};
	tax = tax_of(true, 2700000, person);
	assert_int_equal(tax.basic, 1040000);
	assert_int_equal(tax.tax, 20930);
	/* nothing left to tax */
	assert_int_equal(tax_of(true, 1500000, person).tax, 0);
	/* 2025: income 1,600,000 is above 1,320,000: basic deduction 880,000 */
	person.on = (struct tot_date){2025, 6, 1};
	assert_int_equal(tax_of(true, 2700000, person).basic, 880000);
}

/* Income Tax Act s. 89: both sides of each band on 2026-11-21, times 1.021, cut to whole yen. */
static void bands(void **state)
{
	static const tot_yen rows[][2] = {
		{0, 0},
		{1949000, 99496},
		{1950000, 99547},
		{3299000, 237280},
		{3300000, 237382},
		{6949000, 982508},
		{6950000, 982712},
		{8999000, 1463879},
		{9000000, 1464114},
		{17999000, 4496147},
		{18000000, 4496484},
		{39999000, 13480875},
		{40000000, 13481284},
		{50000000, 18075784},
	};
	struct bench bench;
	(void)state;
	bench_open(&bench, 2026, 11, 21);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		tot_yen tax = -1;
		assert_int_equal(tot_jp_income_tax(&tax, rows[i][0], bench.ctx.as_of, &bench.ctx),
				 TOT_OK);
		assert_int_equal(tax, rows[i][1]);
	}
	bench_close(&bench);
}

static void no_figures(void **state)
{
	struct bench bench;
	struct tot_jp_pension_tax tax = {.tax = -1};
	struct tot_jp_taxpayer person = {.born = {1950, 1, 1}, .on = {2019, 6, 1}, .year = 2019};
	tot_yen amount;
	(void)state;
	bench_open(&bench, 2019, 6, 1);
	assert_int_equal(tot_jp_tax_resident(&tax, 1000000, &person, &bench.ctx),
			 TOT_ERR_NO_PARAMETER);
	assert_int_equal(tot_jp_pension_deduction(&amount, 1000000, &person, &bench.ctx),
			 TOT_ERR_NO_PARAMETER);
	person.on = (struct tot_date){2004, 6, 1};
	assert_int_equal(tot_jp_tax_abroad(&tax, 1000000, &person, &bench.ctx),
			 TOT_ERR_NO_PARAMETER);
	assert_int_equal(tax.tax, -1);
	bench_close(&bench);
}

/*
 * Born 1961-05-10: 65 in 2026-05. 216 months at an average of 1,025,000: basic 847,300 x 216/480 =
 * 381,285; employees' 1,025,000 x 5.481/1000 x 216 + (1,766 x 216 - 381,285) = 1,213,664.
 */
static void open_net_at(struct life *life, const char *as_of, const char *person,
			const char *exchange)
{
	char text[1024];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'%s',"
		 "'person':{'born':'1961-05-10','sex':'male','nationalities':['DE']%s},"
		 "'periods':[{'country':'JP','kind':'employment','from':'2003-04',"
		 "'to':'2021-03','pay':{'average':1025000}}],"
		 "'choices':{'jp.employees.revaluation':'off'},"
		 "'compare':{'tax':'net'%s}}",
		 as_of, person, exchange);
	life_open(life, text);
	assert_int_equal(tot_scheme_jp.ops->deduct(&life->found, &life->view, &life->ctx), TOT_OK);
}

static void open_net(struct life *life, const char *as_of, const char *person)
{
	open_net_at(life, as_of, person, "");
}

static const struct tot_benefit *basic_of(const struct life *life)
{
	return benefit(life, "JP.old_age.basic");
}

static const struct tot_benefit *employees_of(const struct life *life)
{
	return benefit(life, "JP.old_age.employees");
}

static bool noted(const struct life *life, const char *code, const char *part)
{
	for (const struct tot_diag_item *i = life->notices.first; i; i = i->next)
		if (strcmp(i->code, code) == 0 && strstr(i->text, part))
			return true;
	return false;
}

#define LIVES_IN(country) ",'residence':[{'country':'" country "','from':'2021-04-01'}]"

/* One allowance for both pensions: the basic pension uses the first part of it. */
static void lives_in_germany(void **state)
{
	struct life life;
	(void)state;
	open_net(&life, "2026-11-21", LIVES_IN("DE"));
	assert_yen(&basic_of(&life)->amount, 381285);
	assert_yen(&basic_of(&life)->net, 381285);
	assert_yen(&employees_of(&life)->amount, 1213664);
	assert_string_equal(employees_of(&life)->deductions->name, "Japanese tax withheld");
	assert_yen(&employees_of(&life)->deductions->amount, 92900);
	assert_yen(&employees_of(&life)->net, 1120764);
	assert_true(noted(&life, "jp-net-of-withholding", "residents of Germany"));
	assert_non_null(tot_trace_find(&life.trace, "JP.old_age.employees.net"));
	life_close(&life);
	open_net(&life, "2026-11-21", LIVES_IN("US"));
	assert_yen(&employees_of(&life)->net, 1120764);
	assert_true(noted(&life, "jp-net-of-withholding", "on application"));
	life_close(&life);
}

/*
 * Income 1,594,949 - 1,100,000 = 494,949 + 3,000,000; - 1,040,000, cut: 2,454,000 x 10 percent -
 * 97,500 = 147,900 x 1.021 = 151,005. Without pensions 1,960,000: 98,500 x 1.021 = 100,568; the
 * basic pension alone is covered by the deduction.
 */
static void lives_in_japan(void **state)
{
	struct life life;
	(void)state;
	open_net(&life, "2026-11-21",
		 LIVES_IN("JP") ",'other_income':{'amount':3000000,'currency':'JPY'}");
	assert_yen(&basic_of(&life)->net, 381285);
	assert_yen(&employees_of(&life)->deductions->amount, 50437);
	assert_string_equal(employees_of(&life)->deductions->name, "Japanese income tax");
	assert_yen(&employees_of(&life)->net, 1163227);
	assert_true(noted(&life, "jp-net-of-tax", "local tax"));
	life_close(&life);
	open_net(&life, "2026-11-21", LIVES_IN("JP"));
	assert_yen(&employees_of(&life)->net, 1213664);
	life_close(&life);
	/* 16,325.90 euro x 183.7561 = 2,999,983.7 yen; total 3,494,932; the same 2,454,000 */
	open_net(&life, "2026-11-21",
		 LIVES_IN("JP") ",'other_income':{'amount':16325.90,'currency':'EUR'}");
	/* without pensions 2,999,984 - 1,040,000, cut: 1,959,000: 98,400 x 1.021 = 100,466 */
	assert_yen(&employees_of(&life)->deductions->amount, 50539);
	life_close(&life);
}

/* Without a residence nothing is taken off, and the result says so; the same without figures. */
static void no_net(void **state)
{
	struct life life;
	(void)state;
	open_net(&life, "2026-11-21", "");
	assert_false(employees_of(&life)->net.known);
	assert_true(noted(&life, "jp-no-net", "no residence"));
	life_close(&life);
	open_net(&life, "2019-06-01",
		 LIVES_IN("JP") ",'other_income':{'amount':1,'currency':'JPY'}");
	assert_false(basic_of(&life)->net.known);
	assert_true(noted(&life, "jp-no-net", "no tax figures"));
	life_close(&life);
}

/* A stay that ended without another: abroad; and the rate of the comparison for euro. */
static void gaps_are_abroad(void **state)
{
	struct life life;
	(void)state;
	open_net(&life, "2026-11-21",
		 ",'residence':[{'country':'JP','from':'2003-04-01','to':'2021-03-31'}]");
	assert_yen(&employees_of(&life)->net, 1120764);
	life_close(&life);
	open_net_at(&life, "2026-11-21",
		    LIVES_IN("JP") ",'other_income':{'amount':20000,'currency':'EUR'}",
		    ",'exchange':{'jpy_per_eur':150}");
	/* 20,000 x 150 = 3,000,000: as in lives_in_japan */
	assert_yen(&employees_of(&life)->deductions->amount, 50437);
	life_close(&life);
}

/* What is not paid by the year is left alone, and uses no allowance. */
static void left_alone(void **state)
{
	static const struct tot_benefit cases[] = {
		{.entitled = false, .start = 1500, .amount = {true, 2000000, "JPY", "year"}},
		{.entitled = true, .start = TOT_MONTH_NONE, .amount = {true, 1, "JPY", "year"}},
		{.entitled = true, .start = 1500, .amount = {false, 0, "JPY", "year"}},
		{.entitled = true, .start = 1500, .amount = {true, 2000000, "JPY", NULL}},
		{.entitled = true, .start = 1500, .amount = {true, 2000000, "JPY", "month"}}};
	struct life life;
	(void)state;
	open_net(&life, "2026-11-21", LIVES_IN("DE"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct tot_findings found = {.country = "JP", .benefit_count = 2};
		found.benefits[0] = cases[i];
		found.benefits[0].id = "JP.old_age.additional";
		found.benefits[1] = *employees_of(&life);
		assert_int_equal(tot_scheme_jp.ops->deduct(&found, &life.view, &life.ctx), TOT_OK);
		assert_false(found.benefits[0].net.known);
		/* (1,213,664 - 1,140,000) x 20.42 percent = 15,042.19 */
		assert_yen(&found.benefits[1].deductions->amount, 15042);
	}
	life_close(&life);
}

/* The special pension before 65 is taxed, and uses nothing of the allowance from 65 on. */
static void special_pension_apart(void **state)
{
	struct life life;
	struct tot_findings found = {.country = "JP", .benefit_count = 2};
	(void)state;
	open_net(&life, "2026-11-21", LIVES_IN("DE"));
	found.benefits[0] = (struct tot_benefit){.id = "JP.old_age.special",
						 .entitled = true,
						 .start = tot_month_make(2025, 6),
						 .amount = {true, 1500000, "JPY", "year"}};
	found.benefits[1] = *employees_of(&life);
	assert_int_equal(tot_scheme_jp.ops->deduct(&found, &life.view, &life.ctx), TOT_OK);
	assert_yen(&found.benefits[0].deductions->amount, 73512);
	assert_yen(&found.benefits[1].deductions->amount, 15042);
	life_close(&life);
}

/* NPA s. 25, EPA s. 41 (2); and the transfer addition is the spouse's. */
static void free_of_tax(void **state)
{
	static const struct {
		const char *id;
		bool net;
	} cases[] = {{"JP.disability.basic", true},
		     {"JP.survivor.employees", true},
		     {"JP.old_age.transfer_addition", false}};
	struct life life;
	(void)state;
	open_net(&life, "2026-11-21", LIVES_IN("DE"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct tot_findings found = {.country = "JP", .benefit_count = 1};
		found.benefits[0] = (struct tot_benefit){.id = cases[i].id,
							 .entitled = true,
							 .start = tot_month_make(2026, 6),
							 .amount = {true, 2000000, "JPY", "year"}};
		assert_int_equal(tot_scheme_jp.ops->deduct(&found, &life.view, &life.ctx), TOT_OK);
		assert_int_equal(found.benefits[0].net.known, cases[i].net);
		assert_null(found.benefits[0].deductions);
		if (cases[i].net)
			assert_yen(&found.benefits[0].net, 2000000);
	}
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(allowances_abroad),
		cmocka_unit_test(age_of_the_year),
		cmocka_unit_test(public_pension_deduction),
		cmocka_unit_test(tax_of_residents),
		cmocka_unit_test(bands),
		cmocka_unit_test(no_figures),
		cmocka_unit_test(lives_in_germany),
		cmocka_unit_test(lives_in_japan),
		cmocka_unit_test(no_net),
		cmocka_unit_test(free_of_tax),
		cmocka_unit_test(gaps_are_abroad),
		cmocka_unit_test(left_alone),
		cmocka_unit_test(special_pension_apart),
	};
	return cmocka_run_group_tests_name("jp_net", tests, load_law, free_law);
}
