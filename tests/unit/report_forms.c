/* All printed forms of a report made by hand: JSON, text, flows, derivation. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <string.h>

#include "totalise/report.h"

struct fixture {
	struct tot_report report;
	struct tot_scenario life;
	struct tot_outcome outcome;
	struct tot_span spans[5];
	struct tot_comparison comparison;
	struct tot_valued strategies[2];
	struct tot_flow flow;
	struct tot_assumption assumption;
	struct tot_part part;
	struct tot_named factors[3];
	const char *reasons[1];
	const char *effects[2];
	const char *depends[1];
};

static void add_span(struct fixture *f, size_t state, enum tot_kind kind, tot_month from,
		     tot_month end)
{
	struct tot_timeline *line = &f->outcome.timelines[state];
	if (!line->spans)
		line->spans = f->spans;
	struct tot_span *span = &line->spans[line->span_count++];
	span->kind = kind;
	tot_months_add_range(&span->months, from, end);
}

static void add_lives(struct fixture *f)
{
	struct tot_outcome *o = &f->outcome;
	o->state_count = 2;
	const char *const countries[] = {"DE", "JP"};
	for (size_t i = 0; i < 2; i++) {
		o->schemes[i] = tot_scheme_at(i);
		o->timelines[i].country = countries[i];
		o->findings[i].country = countries[i];
		o->findings[i].timeline_end = tot_month_make(2049, 6);
	}
	add_span(f, 0, TOT_EMPLOYMENT, tot_month_make(2010, 1), tot_month_make(2012, 5));
	add_span(f, 0, TOT_EMPLOYMENT, tot_month_make(2013, 1), tot_month_make(2014, 1));
	add_span(f, 0, TOT_EMPLOYMENT, tot_month_make(2050, 1), tot_month_make(2050, 3));
	o->timelines[1].spans = &f->spans[o->timelines[0].span_count];
	add_span(f, 1, TOT_EMPLOYMENT, tot_month_make(2014, 2), tot_month_make(2016, 2));
	add_span(f, 1, TOT_COMPLEMENTARY, tot_month_make(2016, 2), tot_month_make(2016, 4));
	for (size_t i = 0; i < 2; i++)
		tot_timeline_collect(&o->timelines[i]);
}

static void add_tests(struct fixture *f)
{
	struct tot_qualifying *test =
		tot_findings_test(&f->outcome.findings[0], "DE.w5",
				  "Five years (allgemeine Wartezeit)", "SGB VI s. 50 (1)");
	test->required = 60;
	test->own = 40;
	test->lent = 24;
	test->lent_by = "JP";
	test->overlap = 1;
	test->counted = 64;
	test->met = test->by_agreement = true;
	test->met_on = tot_month_make(2015, 10);
	test->has_alternative = true;
	test->alternative_choice = "de.w5.exempt_full: accept";
	test->alternative_counted = 66;
	test->alternative_met = true;
	struct tot_qualifying *ratio =
		tot_findings_test(&f->outcome.findings[1], "JP.dis_two_thirds", "Two thirds", "");
	ratio->required_ratio = "2/3";
	ratio->missing = 3;
}

static void add_benefits(struct fixture *f)
{
	struct tot_benefit *pension =
		tot_findings_benefit(&f->outcome.findings[0], "DE.old_age.regular",
				     "Regular old-age pension (Regelaltersrente)", "SGB VI s. 35");
	pension->entitled = pension->chosen = pension->by_agreement = true;
	pension->earliest_start = pension->start = tot_month_make(2049, 6);
	pension->age = (struct tot_age){67, 0};
	pension->amount = (struct tot_amount){true, 12345, "EUR", "month"};
	pension->status = TOT_PROJECTED;
	pension->formula = "3.0266 points x 1.000 x 1.0 x 40.79 EUR";
	f->factors[0] = (struct tot_named){"points", "3.0266", NULL, &f->factors[1]};
	f->factors[1] = (struct tot_named){"points_by_year", NULL, &f->factors[2], NULL};
	f->factors[2] = (struct tot_named){"2010", "1.0000", NULL, NULL};
	pension->factors = &f->factors[0];
	pension->rhythm = "monthly";
	pension->first_payment = pension->start;
	pension->each_payment = 12345;
	struct tot_benefit *none =
		tot_findings_benefit(&f->outcome.findings[1], "JP.old_age.basic",
				     "Basic pension (\xE8\x80\x81)", "NPA s. 26");
	f->reasons[0] = "56 months are missing of 120";
	none->reasons = f->reasons;
	none->reason_count = 1;
}

static void add_refunds(struct fixture *f)
{
	struct tot_refund *refund =
		tot_findings_refund(&f->outcome.findings[1], "JP.lump_sum.employees",
				    "Lump-sum withdrawal payment", "EPIA s. 29");
	refund->eligible = true;
	refund->months = 24;
	refund->months_text = "24.500000";
	refund->paid_months = 24;
	refund->average_remuneration = "400000.00";
	refund->factor = "2.2";
	refund->gross = (struct tot_amount){true, 880000, "JPY", NULL};
	refund->withheld = (struct tot_amount){true, 179696, "JPY", NULL};
	refund->tax = (struct tot_amount){true, 2042, "JPY", NULL};
	refund->tax_refund = (struct tot_amount){true, 177654, "JPY", NULL};
	refund->net = (struct tot_amount){true, 877958, "JPY", NULL};
	refund->opens = (struct tot_date){2026, 2, 1};
	refund->closes = (struct tot_date){2028, 1, 31};
	refund->erases_by_kind[TOT_EMPLOYMENT] = 24;
	f->effects[0] = "DE.old_age.regular";
	f->effects[1] = "DE.w5";
	refund->effects = f->effects;
	refund->effect_count = 2;
}

static void add_comparison(struct fixture *f)
{
	f->assumption = (struct tot_assumption){"discount_rate", "0.01", "default"};
	f->flow = (struct tot_flow){.date = {2027, 5, 1},
				    .amount = 877958,
				    .currency = "JPY",
				    .state = "JP",
				    .kind = "JP.lump_sum.employees",
				    .condition = TOT_CERTAIN};
	f->part = (struct tot_part){"DE.old_age.regular", 20000.0};
	f->strategies[0] = (struct tot_valued){.id = "keep",
					       .title = "Pension later",
					       .value = 20000.0,
					       .by_kind = &f->part,
					       .by_kind_count = 1,
					       .first_year_income = 1481.4};
	f->strategies[1] = (struct tot_valued){.id = "refund-jp",
					       .title = "Japanese lump sum now",
					       .flows = &f->flow,
					       .flow_count = 1,
					       .value = 4777.5,
					       .break_even_undiscounted = {true, 70.25},
					       .implied_yields = {0.0412345678},
					       .implied_yield_count = 1,
					       .moneys_worth = {true, 4.18619},
					       .difference = 15222.5};
	f->depends[0] = "discount rate";
	f->comparison = (struct tot_comparison){
		.currency = "EUR",
		.assumptions = &f->assumption,
		.assumption_count = 1,
		.strategies = f->strategies,
		.strategy_count = 2,
		.verdict = "keep",
		.verdict_text = "Keeping is worth more under every assumption tried.",
		.verdict_depends_on = f->depends,
		.depends_count = 1};
}

static void add_trace(struct tot_trace *trace)
{
	tot_trace_begin(trace, "DE.old_age.regular", "Regular old-age pension");
	tot_trace_result(trace, "EUR a month", "123.45");
	tot_trace_formula(trace, "3.0266 x 40.79");
	tot_trace_law(trace, "SGB VI s. 64");
	tot_trace_begin(trace, "", "current pension value");
	tot_trace_result(trace, "EUR", "40.79");
	tot_trace_source(trace, "de.current_pension_value, from 2025-07-01");
	tot_trace_caveat(trace, "today's value stands in for the future");
	tot_trace_end(trace);
	tot_trace_end(trace);
}

static int make(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	if (!f)
		return -1;
	f->life = (struct tot_scenario){.file = "a,b.json",
					.title = "A \"short\" life",
					.person = {.born = {1982, 5, 17}, .sex = TOT_FEMALE}};
	add_lives(f);
	add_tests(f);
	add_benefits(f);
	add_refunds(f);
	add_comparison(f);
	f->report = (struct tot_report){.life = &f->life,
					.as_of = {2026, 11, 21},
					.outcome = &f->outcome,
					.comparison = &f->comparison,
					.doubt = TOT_PROJECTED};
	add_trace(&f->report.trace);
	tot_diag_add(&f->report.notices, TOT_WARNING, "odd", "", "/periods/0", "something is odd");
	*state = f;
	return 0;
}

static int clear(void **state)
{
	struct fixture *f = *state;
	tot_trace_free(&f->report.trace);
	tot_diag_free(&f->report.notices);
	free(f);
	return 0;
}

static void has(const struct tot_text *text, const char *wanted)
{
	if (!strstr(text->bytes, wanted))
		fail_msg("not found: %s\nin:\n%s", wanted, text->bytes);
}

static void lacks(const struct tot_text *text, const char *unwanted)
{
	if (strstr(text->bytes, unwanted))
		fail_msg("found: %s\nin:\n%s", unwanted, text->bytes);
}

static void json_has_the_order_of_the_contract(void **state)
{
	const struct fixture *f = *state;
	static const char *const keys[] = {"format",	"program",	 "title",      "as_of",
					   "timelines", "shared_months", "qualifying", "benefits",
					   "refunds",	"coverage",	 "comparison", "deadlines",
					   "notices"};
	struct tot_text text = {0};
	tot_report_json(&text, &f->report, false, 0);
	const char *at = text.bytes;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		char line[40] = "\n  \"";
		strncat(line, keys[i], 30);
		at = strstr(at, line);
		if (!at)
			fail_msg("key missing or out of order: %s", keys[i]);
	}
	lacks(&text, "\"trace\"");
	lacks(&text, "\"why\"");
	tot_text_free(&text);
}

static void json_timelines_stop_at_their_end(void **state)
{
	const struct fixture *f = *state;
	struct tot_text text = {0};
	tot_report_json(&text, &f->report, true, 0);
	has(&text,
	    "{\"country\":\"DE\",\"months\":40,\"by_kind\":{\"employment\":40},\"spans\":["
	    "{\"kind\":\"employment\",\"from\":\"2010-01\",\"to\":\"2012-04\",\"months\":28},"
	    "{\"kind\":\"employment\",\"from\":\"2013-01\",\"to\":\"2013-12\",\"months\":12}],"
	    "\"gaps\":[{\"from\":\"2012-05\",\"to\":\"2012-12\",\"months\":8}]}");
	/* DECISIONS 9: complementary months stand in by_kind and spans, not in months. */
	has(&text, "{\"country\":\"JP\",\"months\":24,\"by_kind\":{\"employment\":24,"
		   "\"complementary\":2}");
	assert_null(strchr(strchr(text.bytes, '\n') + 1, '\n'));
	tot_text_free(&text);
}

static void json_entries(void **state)
{
	const struct fixture *f = *state;
	struct tot_text text = {0};
	tot_report_json(&text, &f->report, true, 0);
	has(&text,
	    "\"required\":60,\"own\":40,\"credits\":0,\"lent\":24,\"lent_by\":\"JP\",\"overlap\":1,"
	    "\"counted\":64,\"missing\":0,\"met\":true,\"by_agreement\":true,\"met_on\":\"2015-"
	    "10\","
	    "\"alternatives\":[{\"choice\":\"de.w5.exempt_full: accept\",\"counted\":66,"
	    "\"met\":true}]");
	has(&text, "\"required\":\"2/3\"");
	has(&text,
	    "\"start\":\"2049-06\",\"age\":\"67\",\"amount\":{\"value\":\"123.45\",\"currency\":"
	    "\"EUR\",\"per\":\"month\"},\"factors\":{\"points\":\"3.0266\",\"points_by_year\":"
	    "{\"2010\":\"1.0000\"}}");
	has(&text, "\"earliest_start\":null,\"start\":null,\"age\":null,\"amount\":null");
	has(&text, "\"months\":24.5,\"paid_months\":24,\"average_remuneration\":\"400000.00\"");
	has(&text, "\"window\":{\"opens\":\"2026-02-01\",\"closes\":\"2028-01-31\"},\"erases\":"
		   "[{\"country\":\"JP\",\"kind\":\"employment\",\"months\":24}],\"effects\":"
		   "[\"DE.old_age.regular\",\"DE.w5\"]");
	has(&text, "\"break_even_age\":{\"undiscounted\":70.25,\"discounted\":null},"
		   "\"implied_yield\":[0.041235]");
	has(&text,
	    "\"assumptions\":{\"discount_rate\":{\"value\":\"0.01\",\"source\":\"default\"}}");
	lacks(&text, "\"flows\"");
	tot_text_free(&text);
}

static void json_flows_and_trace_on_demand(void **state)
{
	struct fixture *f = *state;
	struct tot_text text = {0};
	f->report.flows = true;
	tot_report_json(&text, &f->report, true, 1);
	has(&text,
	    "\"flows\":[{\"date\":\"2027-05-01\",\"amount\":{\"value\":\"877958\",\"currency\":"
	    "\"JPY\"},\"state\":\"JP\",\"kind\":\"JP.lump_sum.employees\",\"condition\":"
	    "\"certain\"}]");
	has(&text, "\"why\":\"DE.old_age.regular\"");
	has(&text, "\"steps\":[]");
	lacks(&text, "current pension value");
	tot_text_free(&text);
	tot_report_json(&text, &f->report, true, -1);
	has(&text, "current pension value");
	tot_text_free(&text);
	f->report.flows = false;
}

static void text_answers_first_in_80_cells(void **state)
{
	const struct fixture *f = *state;
	struct tot_text text = {0};
	tot_report_text(&text, &f->report);
	has(&text, "Germany   123.45 EUR a month from 2049-06, at age 67.");
	has(&text, "own 40 + lent 24 = 64 months, 60 needed: met with Japan's months, in");
	has(&text, "not due");
	has(&text, "You would lose:");
	has(&text, "Verdict   Keep the pension. Keeping is worth more");
	has(&text, "Not authoritative");
	assert_true(strstr(text.bytes, "THE ANSWER") < strstr(text.bytes, "YOUR INSURANCE LIFE"));
	for (char *line = text.bytes, *end; (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		assert_true(tot_text_cells(line) <= 80);
	}
	tot_text_free(&text);
}

static void text_draws_the_life(void **state)
{
	const struct fixture *f = *state;
	struct tot_text text = {0};
	tot_report_text(&text, &f->report);
	has(&text, "\n  Germany  WWwW");
	has(&text, "\n  Japan    ....WWc");
	has(&text, "P pension paid");
	has(&text, "^ today, 2026-11-21");
	tot_text_free(&text);
}

static void flows_are_csv(void **state)
{
	const struct fixture *f = *state;
	struct tot_text text = {0};
	tot_report_flows(&text, &f->report);
	assert_string_equal(
		text.bytes,
		"file,strategy,date,amount,currency,state,kind,condition\n"
		"\"a,b.json\",refund-jp,2027-05-01,877958,JPY,JP,JP.lump_sum.employees,certain\n");
	tot_text_free(&text);
}

static void derivation_has_the_result_first(void **state)
{
	const struct fixture *f = *state;
	struct tot_text text = {0};
	assert_true(tot_explain_text(&text, &f->report, "DE.old_age.regular", -1));
	assert_string_equal(text.bytes,
			    "Regular old-age pension = 123.45 EUR a month [DE.old_age.regular]\n"
			    "  = 3.0266 x 40.79\n"
			    "  law: SGB VI s. 64\n"
			    "  because\n"
			    "  current pension value = 40.79 EUR\n"
			    "    source: de.current_pension_value, from 2025-07-01\n"
			    "    doubtful: today's value stands in for the future\n");
	tot_text_free(&text);
	assert_false(tot_explain_text(&text, &f->report, "DE.nothing", -1));
	assert_false(tot_explain_json(&text, &f->report, "DE.nothing", -1));
	assert_null(text.bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_has_the_order_of_the_contract),
		cmocka_unit_test(json_timelines_stop_at_their_end),
		cmocka_unit_test(json_entries),
		cmocka_unit_test(json_flows_and_trace_on_demand),
		cmocka_unit_test(text_answers_first_in_80_cells),
		cmocka_unit_test(text_draws_the_life),
		cmocka_unit_test(flows_are_csv),
		cmocka_unit_test(derivation_has_the_result_first),
	};
	return cmocka_run_group_tests(tests, make, clear);
}
