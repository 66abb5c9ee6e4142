/* Each qualifying test in words: own + lent = counted of required. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/text_part.h"

static void sum(struct tot_text *out, const struct tot_qualifying *test)
{
	tot_text_format(out, "own %d", test->own);
	if (test->credits)
		tot_text_format(out, " + credited %d", test->credits);
	if (test->lent || test->lent_by)
		tot_text_format(out, " + lent %d", test->lent);
	if (test->credits || test->lent || test->lent_by)
		tot_text_format(out, " = %d", test->counted);
	if (test->required_ratio)
		tot_text_format(out, " of %d months insured, %s needed: ", test->insured_months,
				test->required_ratio);
	else
		tot_text_format(out, " months, %d needed: ", test->required);
}

static void outcome(struct tot_text *out, const struct tot_qualifying *test)
{
	char month[TOT_DATE_TEXT];
	if (!test->met) {
		tot_text_add(out, "not met");
		if (test->missing)
			tot_text_format(out, ", %d month%s missing", test->missing,
					test->missing == 1 ? "" : "s");
		else
			tot_text_add(out, " for another reason than the number of months");
		tot_text_add(out, ".");
		return;
	}
	tot_text_add(out, "met");
	if (test->rule && strcmp(test->rule, "one_year") == 0)
		tot_text_add(out, ", since no month of the last year is unpaid");
	if (test->by_agreement && test->lent_by)
		tot_text_format(out, " with %s's months", tot_state_name(test->lent_by));
	if (test->met_on != TOT_MONTH_NONE)
		tot_text_format(out, ", in %s", tot_month_print(month, test->met_on));
	tot_text_add(out, ".");
}

static void more(struct tot_text *out, const struct tot_qualifying *test)
{
	if (test->overlap)
		tot_text_format(
			out, " %d month%s of the other state fall%s on months that count already.",
			test->overlap, test->overlap == 1 ? "" : "s",
			test->overlap == 1 ? "s" : "");
	if (test->has_alternative && test->alternative_choice &&
	    test->alternative_counted != test->counted)
		tot_text_format(
			out,
			" Disputed: with the choice \"%s\" %d months count and the test is %s%s.",
			test->alternative_choice, test->alternative_counted,
			test->alternative_met == test->met ? "still " : "",
			test->alternative_met ? "met" : "not met");
}

void tot_test_words(struct tot_text *out, const struct tot_qualifying *test)
{
	outcome(out, test);
	more(out, test);
}

static void test_lines(struct tot_text *out, const struct tot_qualifying *test)
{
	struct tot_text text = {0};
	sum(&text, test);
	tot_test_words(&text, test);
	tot_wrap_title(out, 2, 4, test->met ? "+" : "-", test->title, test->id, "");
	tot_wrap(out, 6, 6, text.bytes ? text.bytes : "");
	tot_text_free(&text);
}

void tot_text_lent(struct tot_text *out)
{
	tot_wrap(out, 1, 1,
		 "Lent: months of the other state that the agreement adds for this test only. They "
		 "open the door to a pension; they never raise an amount.");
}

void tot_text_tests(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_outcome *o = report->outcome;
	bool lent = false;
	tot_heading(out, "Tests: insured long enough? (+ met, - not met)");
	for (size_t i = 0; i < o->state_count; i++) {
		const struct tot_findings *findings = &o->findings[i];
		if (tot_state_months(report, i) == 0 || findings->qualifying_count == 0)
			continue;
		char month[TOT_DATE_TEXT];
		tot_wrapf(out, 1, 1, "%s, months before %s", tot_state_name(findings->country),
			  tot_month_print(month, findings->timeline_end));
		for (size_t j = 0; j < findings->qualifying_count; j++) {
			test_lines(out, &findings->qualifying[j]);
			lent |= findings->qualifying[j].lent > 0;
		}
	}
	if (lent)
		tot_text_lent(out);
}
