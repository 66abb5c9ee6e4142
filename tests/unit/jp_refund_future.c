/* Lump sums: re-entry permits by date, the announced cap, questions of law that stay open. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_refund_life.h"

/* Insured from 2026-01 and in Japan until `to`; the permit lasts until `until`. */
static void read_permit(struct life *life, const char *as_of, const char *to, const char *until)
{
	char text[1024];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'%s'," GERMAN_BORN_1988
		 "'residence':[{'country':'JP','from':'2026-01-01','to':'%s',"
		 "'re_entry_permit_until':'%s'},{'country':'DE','from':'2031-01-01'}]},"
		 "'periods':[{'country':'JP','kind':'employment','from':'2026-01-01',"
		 "'to':'%s','pay':{'average':500000}}]}",
		 as_of, to, until, to);
	life_read(life, text);
	life_place(life);
}

static const char *notice(const struct life *life, const char *code)
{
	for (const struct tot_diag_item *i = life->notices.first; i; i = i->next)
		if (strcmp(i->code, code) == 0)
			return i->text;
	return "";
}

struct permit_case {
	const char *as_of, *to, *until, *opens, *closes, *said;
};

/*
 * RULES 14.1, 17: what counts is the address, until 2029-06-18 at the latest; then nobody who holds
 * a permit is paid, and the two years begin when it ends.
 */
static void permits(void **state)
{
	static const struct permit_case cases[] = {
		{"2027-03-01", "2026-12-31", "2032-12-31", "2027-01-01", "2028-12-31",
		 "whatever the permit"},
		{"2028-03-01", "2027-12-31", "2032-12-31", "2028-01-01", "2029-12-31",
		 "only before 2029-06-19"},
		{"2029-06-18", "2028-12-31", "2031-12-31", "2029-01-01", "2030-12-31",
		 "only before 2029-06-19, and again when the permit has ended on 2031-12-31"},
		{"2029-06-18", "2028-12-31", "2029-05-31", "2029-01-01", "2030-12-31",
		 "whatever the permit"},
		{"2029-06-19", "2028-12-31", "2031-12-31", "2032-01-01", "2033-12-31",
		 "It is applied"},
		/* decided today, but the first possible day lies under the new rule */
		{"2028-03-01", "2029-12-31", "2030-12-31", "2031-01-01", "2032-12-31",
		 "It is applied"},
		/* the permit ended before the work did */
		{"2028-03-01", "2029-12-31", "2029-06-30", "2030-01-01", "2031-12-31",
		 "It is applied"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		read_permit(&life, cases[i].as_of, cases[i].to, cases[i].until);
		life_evaluate(&life);
		const struct tot_refund *refund = refund_of(&life, employees_id);
		assert_true(refund->eligible);
		assert_date(refund->opens, cases[i].opens);
		assert_date(refund->closes, cases[i].closes);
		assert_non_null(strstr(notice(&life, "jp-re-entry-permit"), cases[i].said));
		life_close(&life);
	}
}

static void filed_with_a_permit(void **state)
{
	struct life life;
	struct tot_findings found = {.country = "JP"};
	(void)state;
	read_permit(&life, "2029-03-01", "2028-12-31", "2031-12-31");
	assert_int_equal(tot_scheme_jp.ops->refund(&found, &life.view,
						   (struct tot_date){2029, 6, 19}, NULL, &life.ctx),
			 TOT_OK);
	assert_false(found.refunds[0].eligible);
	assert_string_equal(found.refunds[0].reasons[0],
			    "holds a re-entry permit for Japan on the day of the claim; the window "
			    "opens on 2032-01-01");
	life_close(&life);
}

/* Of two permits the later one is named. */
static void two_permits(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2029-03-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2015-01-01','to':'2015-12-31',"
			 "'re_entry_permit_until':'2016-12-31'},"
			 "{'country':'JP','from':'2026-01-01','to':'2028-12-31',"
			 "'re_entry_permit_until':'2031-12-31'},"
			 "{'country':'JP','from':'2017-01-01','to':'2017-12-31',"
			 "'re_entry_permit_until':'2018-12-31'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2026-01-01',"
			 "'to':'2028-12-31','pay':{'average':500000}}]}");
	assert_non_null(strstr(notice(&life, "jp-re-entry-permit"), "ended on 2031-12-31"));
	life_close(&life);
}

/* A permit of someone who was never insured matters to nobody. */
static void permit_without_insurance(void **state)
{
	struct life life;
	(void)state;
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
			 "'person':{'born':'2010-03-20','sex':'male','nationalities':['DE'],"
			 "'residence':[{'country':'JP','from':'2015-01-01','to':'2016-12-31',"
			 "'re_entry_permit_until':'2018-12-31'}]},'periods':[]}");
	assert_string_equal(notice(&life, "jp-re-entry-permit"), "");
	life_close(&life);
}

/* Without a permit the rule is told only to those whose window reaches it. */
static void told_when_it_matters(void **state)
{
	struct life life;
	(void)state;
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN "}");
	assert_string_equal(notice(&life, "jp-re-entry-permit"), "");
	life_close(&life);
	life_open(&life, "{'format':'totalise-scenario/1','as_of':'2026-11-21'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2022-01-01','to':'2027-12-31'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2022-01-01',"
			 "'to':'2027-12-31','pay':{'average':500000}}]}");
	assert_non_null(strstr(notice(&life, "jp-re-entry-permit"), "2029-06-19"));
	life_close(&life);
}

/* Months from 2020-01 on; paid for at most 60 of them, 5.5 x 500,000, whatever is announced. */
static void announced_cap(const char *to, int months, const char *said)
{
	struct life life;
	char text[1024];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2026-11-21'," GERMAN_BORN_1988
		 "'residence':[{'country':'JP','from':'2020-01-01','to':'%s'}]},"
		 "'periods':[{'country':'JP','kind':'employment','from':'2020-01-01',"
		 "'to':'%s','pay':{'average':500000}}]}",
		 to, to);
	life_open(&life, text);
	const struct tot_refund *refund = refund_of(&life, employees_id);
	assert_int_equal(refund->months, months);
	assert_int_equal(refund->paid_months, 60);
	assert_string_equal(refund->factor, "5.5");
	assert_yen(&refund->gross, 2750000);
	const char *text_of_notice = notice(&life, "jp-lump-sum-cap-announced");
	if (said)
		assert_non_null(strstr(text_of_notice, said));
	else
		assert_string_equal(text_of_notice, "");
	life_close(&life);
}

static void the_announced_cap_pays_nothing(void **state)
{
	(void)state;
	announced_cap("2025-05-31", 65, NULL);
	announced_cap("2025-06-30", 66, "60 of the 66 months are paid for. A draft");
	announced_cap("2025-06-30", 66, "not law and in no amount");
	announced_cap("2025-06-30", 66, "96 months");
	announced_cap("2025-06-30", 66, "2029-06-19");
}

/* RULES 14.6: 36 own and 96 German months; the default is a choice of the person, and is named. */
static void treaty_months(const char *choice, bool named)
{
	struct life life;
	struct tot_lent lent;
	char text[1024];
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN
		 ",'choices':{'jp.lump_sum.treaty_months_bar':'%s'}}",
		 choice);
	life_read(&life, text);
	life_place(&life);
	life_lend(&life, &lent, "JP.old_basic_10y", tot_month_make(2010, 1),
		  tot_month_make(2018, 1));
	life_evaluate(&life);
	const char *said = notice(&life, "jp-lump-sum-treaty-months");
	if (named)
		assert_non_null(strstr(said, "36 own and 96 lent months give a pension from 120"));
	else
		assert_string_equal(said, "");
	/* the employees' payment is shut by the same choice: DECISIONS, ids of choices */
	assert_int_equal(refund_of(&life, employees_id)->eligible, named);
	life_close(&life);
}

/* Months lent by an agreement that the law book does not have: no share, no notice. */
static void unknown_agreement(void **state)
{
	struct life life;
	struct tot_lent lent[2] = {{0}};
	(void)state;
	life_read(&life, "{'format':'totalise-scenario/1','as_of':'2025-06-01'," GERMAN_BORN_1988
			 "'residence':[{'country':'JP','from':'2025-01-01','to':'2025-04-30'}]},"
			 "'periods':[{'country':'JP','kind':'employment','from':'2025-01-01',"
			 "'to':'2025-04-30','pay':{'average':400000}}]}");
	life_place(&life);
	life_lend(&life, lent, "JP.lump_epi_6m", tot_month_make(2010, 1), tot_month_make(2022, 1));
	life_lend(&life, lent, "JP.old_basic_10y", tot_month_make(2010, 1),
		  tot_month_make(2022, 1));
	lent[0].agreement = lent[1].agreement = "none";
	life_evaluate(&life);
	assert_false(refund_of(&life, employees_id)->gross.known);
	assert_string_equal(notice(&life, "jp-lump-sum-treaty-months"), "");
	life_close(&life);
}

static void ten_years_with_germany(void **state)
{
	(void)state;
	treaty_months("no", true);
	treaty_months("yes", false);
}

/* RULES 14.4: (5,637,500 - 2,000,000) is above 3,000,000 of a service of five years. */
static void short_service(void **state)
{
	static const char text[] =
		"{'format':'totalise-scenario/1','as_of':'2026-11-21'," GERMAN_BORN_1988
		"'residence':[{'country':'JP','from':'2021-07-01','to':'2026-06-30'}]},"
		"'periods':[{'country':'JP','kind':'employment','from':'2021-07-01',"
		"'to':'2026-06-30','pay':{'average':1025000}}]}";
	struct life life;
	(void)state;
	life_open(&life, text);
	assert_non_null(strstr(notice(&life, "jp-short-service-tax"),
			       "92,808 yen, with the full taxation of short service on: 118,640"));
	life_close(&life);
	life_open(&life,
		  "{'format':'totalise-scenario/1','as_of':'2025-06-01'," THREE_YEARS_IN_JAPAN "}");
	assert_string_equal(notice(&life, "jp-short-service-tax"), "");
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(permits),
		cmocka_unit_test(filed_with_a_permit),
		cmocka_unit_test(two_permits),
		cmocka_unit_test(permit_without_insurance),
		cmocka_unit_test(told_when_it_matters),
		cmocka_unit_test(the_announced_cap_pays_nothing),
		cmocka_unit_test(unknown_agreement),
		cmocka_unit_test(ten_years_with_germany),
		cmocka_unit_test(short_service),
	};
	return cmocka_run_group_tests_name("jp_refund_future", tests, load_law, free_law);
}
