/* The worked examples of the Japanese law pack on lump sums, months, payments and premiums. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_examples.h"

static void national(const struct tot_json *in, const struct tot_json *out)
{
	struct bench bench;
	struct tot_jp_lump_sum sum;
	const int months[TOT_JP_WEIGHTS] = {[TOT_JP_PAID] = (int)whole(in, "paid"),
					    [TOT_JP_HALF_EXEMPT] =
						    count(in, "half_exempt_rest_paid")};
	bench_open(&bench, 2026, 9, 1);
	assert_int_equal(tot_jp_lump_sum_national(&sum, months,
						  month_of(tot_json_string(in, "last_paid_month")),
						  &bench.ctx),
			 TOT_OK);
	assert_true(sum.known);
	assert_int_equal(sum.gross, whole(out, "payment"));
	bench_close(&bench);
}

static struct tot_jp_lump_sum employees_sum(const struct tot_jp_pay *pay, struct tot_ratio share)
{
	struct bench bench;
	struct tot_jp_lump_sum sum;
	bench_open(&bench, 2026, 9, 1);
	assert_int_equal(tot_jp_lump_sum_employees(&sum, pay, share, &bench.ctx), TOT_OK);
	assert_true(sum.known);
	bench_close(&bench);
	return sum;
}

static struct tot_jp_lump_tax tax_of(tot_yen gross, int months, bool short_service)
{
	struct bench bench;
	struct tot_jp_lump_tax tax;
	bench_open(&bench, 2026, 9, 1);
	assert_int_equal(tot_jp_lump_sum_tax(&tax, gross, months, (struct tot_date){2026, 9, 1},
					     short_service, &bench.ctx),
			 TOT_OK);
	bench_close(&bench);
	return tax;
}

static void assert_tax(const struct tot_jp_lump_sum *sum, const struct tot_json *out)
{
	const struct tot_jp_lump_tax tax = tax_of(sum->gross, sum->months, false);
	assert_int_equal(sum->gross, whole(out, "payment"));
	assert_int_equal(tax.withheld, whole(out, "withheld"));
	assert_int_equal(tax.tax, whole(out, "tax_after_return"));
	assert_int_equal(tax.refund, whole(out, "refund"));
	assert_int_equal(tax.net, sum->gross - tax.tax);
}

static void mai(const struct tot_json *in, const struct tot_json *out)
{
	const int months = (int)whole(in, "months");
	const tot_month last = month_of(tot_json_string(in, "last_month"));
	const struct tot_jp_pay pay = pay_from(last - months + 1, months, whole(in, "average"));
	const struct tot_jp_lump_sum sum = employees_sum(&pay, tot_ratio_of(1, 1));
	assert_int_equal(sum.factor, tenths(out, "factor"));
	assert_tax(&sum, out);
}

static void jack(const struct tot_json *in, const struct tot_json *out)
{
	const int months = (int)whole(in, "months");
	const tot_month last = month_of(tot_json_string(in, "last_month"));
	struct tot_jp_pay pay = pay_from(last - months + 1, months, 0);
	for (int i = 0; i < months; i++)
		assert_int_equal(tot_jp_standard_remuneration(&career[i].remuneration,
							      whole(in, "pay"), career[i].month,
							      law),
				 TOT_OK);
	const struct tot_jp_lump_sum sum = employees_sum(&pay, tot_ratio_of(1, 1));
	assert_tax(&sum, out);
}

static void with_bonuses(const struct tot_json *in, const struct tot_json *out)
{
	const int months = (int)whole(in, "months");
	struct tot_jp_pay pay = pay_from(month_of("2021-07"), months, whole(in, "smr"));
	for (int i = 0; i < months; i++)
		if (tot_month_number(career[i].month) % 4 == 0)
			career[i].bonus = whole(in, "bonuses_per_year") / 3;
	const struct tot_jp_lump_sum sum = employees_sum(&pay, tot_ratio_of(1, 1));
	assert_tax(&sum, out);
	assert_int_equal(tax_of(sum.gross, months, true).tax,
			 whole(out, "tax_if_short_service_rule_applied"));
}

static void two_agencies(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_json *a = tot_json_get(in, "a"), *b = tot_json_get(in, "b");
	struct tot_jp_pay pay =
		pay_from(month_of("2021-06"), (int)whole(a, "months"), whole(a, "average"));
	assert_int_equal(employees_sum(&pay, tot_ratio_of(1, 1)).gross, whole(out, "a"));
	pay = pay_from(month_of("2021-06"), (int)whole(b, "months"), whole(b, "average"));
	const struct tot_jp_lump_sum sum = employees_sum(&pay, tot_ratio_of(1, 1));
	assert_int_equal(sum.gross, whole(out, "b"));
	assert_int_equal(sum.gross - tax_of(sum.gross, sum.months, false).withheld,
			 whole(out, "b_after_withholding"));
}

static void across_2003(const struct tot_json *in, const struct tot_json *out)
{
	const int before = (int)whole(in, "months_before_2003_04");
	const int since = (int)whole(in, "months_from_2003_04");
	struct tot_jp_pay pay =
		pay_from(month_of("2003-04") - before, before + since, whole(in, "smr"));
	career[before + 3].bonus = whole(in, "bonuses_from_2003_04");
	assert_int_equal(career[before + since - 1].month,
			 month_of(tot_json_string(in, "last_month")));
	const struct tot_jp_lump_sum sum = employees_sum(&pay, tot_ratio_of(1, 1));
	assert_int_equal(sum.factor, tenths(out, "factor"));
	assert_int_equal(sum.gross, whole(out, "payment"));
}

static const struct tot_agreement *germany(void)
{
	const struct tot_agreement *agreement;
	for (size_t i = 0; (agreement = tot_law_agreement(law, i)) != NULL; i++)
		if (strcmp(agreement->id, "de-jp") == 0)
			return agreement;
	fail_msg("no agreement de-jp");
	return NULL;
}

static void by_agreement(const struct tot_json *in, const struct tot_json *out)
{
	const struct tot_agreement *agreement = germany();
	const int own = (int)whole(in, "E");
	const struct tot_jp_pay pay = pay_from(month_of("2025-01"), own, whole(in, "average"));
	for (size_t i = 0; i < agreement->benefit_count; i++) {
		const struct tot_benefit_rule *rule = &agreement->benefits[i];
		if (strcmp(rule->id, "jp.lump_epi") != 0)
			continue;
		const struct tot_ratio share = tot_agreement_share(
			rule, own, (int)whole(in, "German_contribution_months"));
		assert_int_equal(employees_sum(&pay, share).gross, whole(out, "payment"));
		return;
	}
	fail_msg("no rule jp.lump_epi");
}

static const char ten_years_life[] =
	"{'format':'totalise-scenario/1','as_of':'2026-11-21',"
	"'person':{'born':'1980-05-10','sex':'male','nationalities':['DE']},"
	"'periods':[{'country':'JP','kind':'resident','from':'2010-01','to':'2014-12'}]}";

static void ten_years(const struct tot_json *in, const struct tot_json *out)
{
	struct life life;
	const int german = (int)whole(in, "german_contribution_months");
	struct tot_lent lent = {.condition = "JP.old_basic_10y",
				.rule = tot_agreement_rule(germany(), "JP.old_basic_10y"),
				.agreement = "de-jp",
				.lender = "DE",
				.choice = ""};
	const tot_month first = month_of("2015-01") - (tot_month)whole(in, "overlapping");
	tot_months_add_range(&lent.months, first, first + german);
	life_read(&life, ten_years_life);
	life_place(&life);
	life.view.lent = &lent;
	life.view.lent_count = 1;
	life_evaluate(&life);
	const struct tot_qualifying *test = test_of(&life, "JP.old_basic_10y");
	assert_int_equal(test->own, whole(in, "japanese_paid_months"));
	assert_int_equal(test->overlap, whole(in, "overlapping"));
	assert_int_equal(test->counted, 140);
	const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
	assert_true(basic->entitled == tot_json_get(out, "entitled")->boolean);
	assert_true(basic->by_agreement);
	assert_yen(&basic->amount, whole(out, "basic_per_year"));
	life_close(&life);
}

static struct tot_shares shares_of(tot_yen pay, tot_yen bonus, tot_month month)
{
	struct bench bench;
	struct tot_pay_step steps[1] = {{month, pay}};
	struct tot_bonus bonuses[1] = {{month, 0, bonus}};
	const struct tot_period record = {.country = "JP",
					  .kind = TOT_EMPLOYMENT,
					  .from = tot_month_first_day(month),
					  .pointer = "",
					  .pay = {.form = TOT_PAY_MONTHLY,
						  .steps = steps,
						  .step_count = 1,
						  .bonuses = bonuses,
						  .bonus_count = bonus > 0}};
	struct tot_shares shares;
	bench_open(&bench, tot_month_year(month), 6, 1);
	assert_int_equal(tot_scheme_jp.ops->contribution(&shares, &record, month, &bench.ctx),
			 TOT_OK);
	bench_close(&bench);
	return shares;
}

static void grade(const struct tot_json *in, const struct tot_json *out)
{
	const tot_month month = month_of(tot_json_string(in, "month"));
	const tot_yen pay = whole(in, "pay"), bonus = whole(in, "bonus");
	tot_yen amount;
	assert_int_equal(tot_jp_standard_remuneration(&amount, pay, month, law), TOT_OK);
	assert_int_equal(amount, whole(out, "smr"));
	assert_int_equal(tot_jp_standard_bonus(&amount, &bonus, 1, month, law), TOT_OK);
	assert_int_equal(amount, whole(out, "standard_bonus"));
	assert_int_equal(shares_of(pay, 0, month).employee, whole(out, "employee_share"));
	assert_int_equal(shares_of(pay, bonus, month).employee,
			 whole(out, "employee_share") + whole(out, "bonus_share"));
}

static void top_grade(const struct tot_json *in, const struct tot_json *out)
{
	const tot_month month = month_of(tot_json_string(in, "month"));
	const struct tot_json *before = tot_json_get(out, "before");
	const struct tot_shares now = shares_of(whole(in, "pay"), 0, month);
	const struct tot_shares then = shares_of(whole(in, "pay"), 0, month - 1);
	assert_int_equal(now.base, whole(out, "smr"));
	assert_int_equal(now.employee, whole(out, "employee_share"));
	assert_int_equal(then.base, whole(before, "smr"));
	assert_int_equal(then.employee, whole(before, "employee_share"));
}

static void payments(const struct tot_json *in, const struct tot_json *out)
{
	const tot_yen year = whole(in, "annual");
	assert_int_equal(tot_jp_payment(year), whole(out, "regular"));
	assert_int_equal(tot_jp_payment_february(year), whole(out, "february"));
	assert_int_equal(5 * tot_jp_payment(year) + tot_jp_payment_february(year),
			 whole(out, "year"));
}

static void months_of_coverage(const struct tot_json *in, const struct tot_json *out)
{
	static const char *const cases[] = {"a", "b"};
	for (size_t i = 0; i < 2; i++) {
		char text[512];
		struct life life;
		const struct tot_json *span = tot_json_get(in, cases[i]);
		snprintf(text, sizeof(text),
			 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'1980-05-10','sex':'male','nationalities':['DE']},"
			 "'periods':[{'country':'JP','kind':'employment','from':'%s','to':'%s'}]}",
			 tot_json_at(span, 0)->string, tot_json_at(span, 1)->string);
		life_read(&life, text);
		life_place(&life);
		assert_int_equal(tot_months_count(&life.own.by_kind[TOT_EMPLOYMENT]),
				 whole(out, cases[i]));
		life_close(&life);
	}
}

static void age_reached(const struct tot_json *in, const struct tot_json *out)
{
	static const char *const cases[] = {"a", "b"};
	for (size_t i = 0; i < 2; i++)
		assert_month(tot_jp_start_at_age(date_of(in, cases[i]), (struct tot_age){65, 0}),
			     tot_json_string(out, cases[i]));
}

static void premium(const struct tot_json *in, const struct tot_json *out)
{
	tot_yen amount;
	const tot_month month = tot_month_make((int)whole(in, "fiscal_year"), 4);
	assert_int_equal(tot_jp_premium(&amount, month, law), TOT_OK);
	assert_int_equal(amount, whole(out, "premium"));
}

static struct tot_jp_taxpayer taxpayer(int age, tot_yen other_income)
{
	return (struct tot_jp_taxpayer){.born = {2026 - age, 6, 1},
					.on = {2026, 9, 1},
					.year = 2026,
					.other_income = other_income};
}

static void withheld_abroad(const struct tot_json *in, const struct tot_json *out)
{
	struct bench bench;
	struct tot_jp_pension_tax tax;
	const struct tot_jp_taxpayer person = taxpayer(70, 0);
	bench_open(&bench, 2026, 9, 1);
	assert_int_equal(tot_jp_tax_abroad(&tax, whole(in, "annual_pension"), &person, &bench.ctx),
			 TOT_OK);
	assert_int_equal(tax.tax, whole(out, "withheld"));
	bench_close(&bench);
}

static void pension_deduction(const struct tot_json *in, const struct tot_json *out)
{
	struct bench bench;
	tot_yen amount;
	const tot_yen pension = whole(in, "pension");
	const struct tot_jp_taxpayer person =
		taxpayer((int)whole(in, "age"), whole(in, "other_income"));
	bench_open(&bench, 2026, 9, 1);
	assert_int_equal(tot_jp_pension_deduction(&amount, pension, &person, &bench.ctx), TOT_OK);
	assert_int_equal(amount, whole(out, "deduction"));
	assert_int_equal(pension - amount, whole(out, "income"));
	bench_close(&bench);
}

int main(void)
{
	static const struct example examples[] = {
		{"jp-33", national},
		{"jp-34", national},
		{"jp-35", mai},
		{"jp-36", jack},
		{"jp-37", with_bonuses},
		{"jp-38", two_agencies},
		{"jp-39", across_2003},
		{"jp-40", by_agreement},
		{"jp-41", ten_years},
		{"jp-43", grade},
		{"jp-44", top_grade},
		{"jp-45", withheld_abroad},
		{"jp-46", pension_deduction},
		{"jp-47", payments},
		{"jp-48", months_of_coverage},
		{"jp-49", age_reached},
		{"jp-53", premium},
	};
	return run_examples("jp_examples_lump", examples, sizeof(examples) / sizeof(examples[0]));
}
