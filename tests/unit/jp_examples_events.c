/* The worked examples of the Japanese law pack on disability and survivors, one test each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_examples.h"

#include "jp/disability.h"
#include "jp/survivor.h"

static const struct tot_ratio all = {1, 1, false}, none = {0, 1, false};

static struct tot_jp_sum sum_of(int64_t yen)
{
	return (struct tot_jp_sum){yen, none};
}

static int64_t full_of(struct tot_date born)
{
	struct tot_value full;
	assert_int_equal(tot_jp_full_basic(&full, born, (struct tot_date){2026, 6, 1}, law),
			 TOT_OK);
	return full.value;
}

static int64_t rounded(struct tot_ratio ratio)
{
	int64_t yen = 0;
	assert_int_equal(tot_ratio_round(&yen, ratio, 1, TOT_HALF_UP), TOT_OK);
	return yen;
}

static int64_t additions(int children)
{
	struct bench bench;
	tot_yen yen;
	const struct tot_jp_additions_for whose = {.children = children, .right = {2026, 5, 1}};
	bench_open(&bench, 2026, 6, 1);
	assert_int_equal(tot_jp_child_additions(&yen, &whose, &bench.ctx), TOT_OK);
	bench_close(&bench);
	return yen;
}

static void basic_grade_1(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_ratio amount;
	assert_int_equal(tot_jp_disability_basic(&amount, (enum tot_jp_grade)whole(in, "grade"),
						 full_of(date_of(in, "born")), law),
			 TOT_OK);
	assert_int_equal(rounded(amount) + additions((int)whole(in, "children")),
			 whole(out, "pension_per_year"));
}

/* The earnings-related amount of the months at face value. */
static struct tot_jp_disability_parts parts_of(const struct tot_json *in, const char *months)
{
	struct bench bench;
	struct tot_jp_earnings earnings;
	const int count_of = (int)whole(in, months);
	const struct tot_jp_pay pay = pay_from(month_of("2015-04"), count_of, whole(in, "average"));
	bench_open(&bench, 2026, 6, 1);
	assert_int_equal(tot_jp_earnings_related(&earnings, &pay, (struct tot_date){1980, 1, 1},
						 false, &bench.ctx),
			 TOT_OK);
	bench_close(&bench);
	return (struct tot_jp_disability_parts){.earned =
							tot_jp_sum_add(sum_of(0), earnings.amount),
						.months = count_of,
						.grade = TOT_JP_GRADE_2,
						.share = all,
						.floor_share = all};
}

static int64_t employees(struct tot_jp_disability_parts parts, enum tot_jp_grade grade)
{
	tot_yen yen = 0;
	parts.grade = grade;
	assert_int_equal(tot_jp_disability_employees(&yen, &parts, law), TOT_OK);
	return yen;
}

static void deemed_300_months(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_value floor;
	const struct tot_at at = {.day = tot_date_to_day((struct tot_date){2026, 6, 1})};
	struct tot_jp_disability_parts parts = parts_of(in, "months");
	assert_int_equal(tot_jp_figure(&floor, law, TOT_JP_DIS_FLOOR_NEW, &at), TOT_OK);
	assert_int_equal(employees(parts, TOT_JP_GRADE_2), whole(out, "grade2"));
	assert_int_equal(employees(parts, TOT_JP_GRADE_1), whole(out, "grade1"));
	parts.floor = floor.value;
	assert_int_equal(employees(parts, TOT_JP_GRADE_3), whole(out, "grade3"));
	assert_int_equal(employees(parts, TOT_JP_GRADE_ALLOWANCE),
			 whole(out, "allowance_lump_sum"));
	parts.months = 0;
	tot_yen yen;
	assert_int_equal(tot_jp_disability_employees(&yen, &parts, law), TOT_ERR_DOMAIN);
}

static struct tot_ratio share_of(int own, int other, const char *benefit, const char *narrow)
{
	struct bench bench;
	const struct tot_jp_share share = {.agreement = "de-jp", .own = own, .other = other};
	bench_open(&bench, 2026, 6, 1);
	const struct tot_ratio ratio = tot_jp_share_of(&share, benefit, narrow, &bench.ctx);
	bench_close(&bench);
	return ratio;
}

static void basic_by_treaty(const struct tot_json *in, const struct tot_json *out)
{
	struct tot_ratio amount;
	assert_int_equal(tot_jp_disability_basic(&amount, (enum tot_jp_grade)whole(in, "grade"),
						 whole(in, "full"), law),
			 TOT_OK);
	const struct tot_ratio share =
		share_of((int)whole(in, "J"), (int)whole(in, "G"), "disability_basic", NULL);
	assert_int_equal(rounded(tot_ratio_mul(amount, share)), whole(out, "pension_per_year"));
}

static void employees_by_treaty(const struct tot_json *in, const struct tot_json *out)
{
	char text[40];
	struct tot_jp_disability_parts parts = parts_of(in, "E");
	parts.share = share_of((int)whole(in, "E"), (int)whole(in, "G"), "disability_epi",
			       "earnings_related");
	snprintf(text, sizeof(text), "%lld/%lld", (long long)parts.share.num,
		 (long long)parts.share.den);
	assert_string_equal(text, tot_json_string(out, "ratio"));
	assert_int_equal(employees(parts, TOT_JP_GRADE_2), whole(out, "pension_per_year"));
}

/* Without an agreement, or by one that has no such rule, an amount is not shared. */
static void basic_by_treaty_alone(const struct tot_json *in, const struct tot_json *out)
{
	struct bench bench;
	const struct tot_jp_share unknown = {.agreement = "xx-yy", .own = 1, .other = 2};
	bench_open(&bench, 2026, 6, 1);
	assert_int_equal(
		tot_ratio_compare(tot_jp_share_of(&unknown, "disability_basic", NULL, &bench.ctx),
				  all),
		0);
	bench_close(&bench);
	assert_int_equal(
		tot_ratio_compare(share_of(300, 99, "disability_epi", "earnings_related"), all), 0);
	basic_by_treaty(in, out);
}

static void widow_with_children(const struct tot_json *in, const struct tot_json *out)
{
	assert_int_equal(full_of((struct tot_date){1980, 1, 1}) +
				 additions((int)whole(in, "children")),
			 whole(out, "pension_per_year"));
}

static const struct tot_ratio three_quarters = {3, 4, false};

static void own_pension_first(const struct tot_json *in, const struct tot_json *out)
{
	tot_yen yen = 0;
	struct tot_jp_own_first own = {whole(in, "own_old_age_employees"), true};
	assert_int_equal(tot_jp_survivor_employees(&yen,
						   sum_of(whole(in, "deceased_earnings_related")),
						   three_quarters, none, &own, 1, law),
			 TOT_OK);
	assert_int_equal(yen, whole(out, "survivors_pension_paid"));
	assert_int_equal(yen + own.own, whole(out, "total_employees_part"));
	/* An own pension that is higher leaves nothing. */
	own.own = 2000000;
	assert_int_equal(tot_jp_survivor_employees(&yen, sum_of(1200000), three_quarters, none,
						   &own, 1, law),
			 TOT_OK);
	assert_int_equal(yen, 0);
}

static void short_term(const struct tot_json *in, const struct tot_json *out)
{
	tot_yen yen = 0;
	const struct tot_jp_own_first own = {0};
	const struct tot_jp_sum least =
		tot_jp_least_months(sum_of(whole(in, "earnings_related_of_100_months")), 100, 300);
	assert_int_equal(tot_jp_survivor_employees(&yen, least, three_quarters, none, &own, 1, law),
			 TOT_OK);
	assert_int_equal(yen, whole(out, "pension_per_year"));
}

static void death_lump_sum(const struct tot_json *in, const struct tot_json *out)
{
	tot_yen yen = 0;
	const struct tot_ratio months =
		tot_ratio_of(2 * whole(in, "category_1_paid") + whole(in, "half_exempt"), 2);
	assert_int_equal(tot_jp_death_lump_sum(&yen, months,
					       (int)whole(in, "additional_premium_months"), law),
			 TOT_OK);
	assert_int_equal(yen, whole(out, "lump_sum"));
	assert_int_equal(tot_jp_death_lump_sum(&yen, tot_ratio_of(71, 2), 0, law), TOT_OK);
	assert_int_equal(yen, 0);
}

/* 144 months paid, 60 complementary ones abroad, not insured at the death. */
static void twelve_years(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		  "'person':{'born':'1955-01-10','sex':'male','nationalities':['JP'],"
		  "'residence':[{'country':'JP','from':'1955-01-10','to':'1987-01-31'},"
		  "{'country':'US','from':'1987-02-01','to':'1992-01-31'},"
		  "{'country':'JP','from':'1992-02-01'}]},"
		  "'family':{'spouse':{'born':'1958-01-01','sex':'female','nationalities':['JP'],"
		  "'married':'1980-01-01'}},"
		  "'periods':[{'country':'JP','kind':'employment','from':'1975-02-01',"
		  "'to':'1987-01-31','pay':{'average':300000}}],"
		  "'events':[{'kind':'death','on':'2026-06-10'}]}");
	const struct tot_qualifying *years = test_of(&life, "JP.surv_25y");
	assert_int_equal(years->own, whole(in, "paid_months") + whole(in, "complementary_months"));
	assert_false(years->met);
	assert_int_equal(benefit(&life, "JP.survivor.employees")->entitled,
			 tot_json_get(out, "survivors_pension")->boolean);
	assert_false(benefit(&life, "JP.survivor.basic")->entitled);
	life_close(&life);
}

/* 110 of 150 months paid; German months are not needed. */
static void two_thirds(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	struct tot_lent lent[1];
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1985-01-10','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'2012-01',"
			 "'to':'2021-02'},"
			 "{'country':'JP','kind':'unpaid','from':'2021-03','to':'2024-08'}],"
			 "'events':[{'kind':'disability','since':'2024-08-20','capacity':'none',"
			 "'grade':2}]}");
	life_place(&life);
	life_lend(&life, lent, "JP.dis_two_thirds", tot_month_make(2005, 1),
		  tot_month_make(2005, 1) + (int)whole(in, "german_months_not_overlapping"));
	life_evaluate(&life);
	const struct tot_qualifying *test = test_of(&life, "JP.dis_two_thirds");
	assert_int_equal(test->insured_months, whole(in, "insurance_months"));
	assert_int_equal(test->own, whole(in, "insurance_months") - whole(in, "unpaid"));
	assert_int_equal(test->met, tot_json_get(out, "fulfilled")->boolean);
	assert_false(test->by_agreement);
	assert_string_equal(test->rule, "two_thirds");
	assert_int_equal(test->lent, 0);
	life_close(&life);
}

/* 30 of 60 months paid, 60 German months: 90 of 120; x 30/90 of 847,300. */
static void two_thirds_by_treaty(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	struct tot_lent lent[1];
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1985-01-10','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'resident','from':'2019-07',"
			 "'to':'2021-12'},"
			 "{'country':'JP','kind':'unpaid','from':'2022-01','to':'2024-08'}],"
			 "'events':[{'kind':'disability','since':'2024-08-20','capacity':'none',"
			 "'grade':2}]}");
	life_place(&life);
	life_lend(&life, lent, "JP.dis_two_thirds", tot_month_make(2010, 1),
		  tot_month_make(2010, 1) + (int)whole(in, "german_months_not_overlapping"));
	life_evaluate(&life);
	const struct tot_qualifying *test = test_of(&life, "JP.dis_two_thirds");
	assert_int_equal(test->own, whole(in, "insurance_months") - whole(in, "unpaid"));
	assert_int_equal(test->counted, 90);
	assert_int_equal(test->insured_months, 120);
	assert_int_equal(test->met, tot_json_get(out, "with_treaty")->boolean);
	assert_int_equal(!test->by_agreement, tot_json_get(out, "without")->boolean);
	const struct tot_benefit *basic = benefit(&life, "JP.disability.basic");
	assert_true(basic->entitled && basic->by_agreement);
	assert_yen(&basic->amount, 282433);
	assert_string_equal(factor(basic, "proration"), "0.333333");
	life_close(&life);
}

static void widow_addition(const struct tot_json *in, const struct tot_json *out)
{
	struct bench bench;
	struct tot_ratio amount;
	const struct tot_date died = {2026, 5, 1};
	bench_open(&bench, 2026, 6, 1);
	assert_int_equal(
		tot_jp_widow_addition(&amount, date_of(in, "born"), false, died, &bench.ctx),
		TOT_OK);
	assert_int_equal(rounded(amount), whole(out, "until_64"));
	assert_int_equal(
		tot_jp_widow_addition(&amount, date_of(in, "born"), true, died, &bench.ctx),
		TOT_OK);
	assert_int_equal(rounded(amount), whole(out, "from_65_existing"));
	bench_close(&bench);
}

int main(void)
{
	static const struct example examples[] = {
		{"jp-24", basic_grade_1},
		{"jp-25", deemed_300_months},
		{"jp-26", basic_by_treaty_alone},
		{"jp-27", employees_by_treaty},
		{"jp-28", widow_with_children},
		{"jp-29", own_pension_first},
		{"jp-30", short_term},
		{"jp-31", death_lump_sum},
		{"jp-32", twelve_years},
		{"jp-50", two_thirds},
		{"jp-51", two_thirds_by_treaty},
		{"jp-54", widow_addition},
	};
	return run_examples("jp_examples_events", examples, sizeof(examples) / sizeof(examples[0]));
}
