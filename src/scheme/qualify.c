/* One test: own + lent = counted of required. Overlap is decided here, per test. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/scheme.h"

#include <string.h>

const struct tot_lent *tot_view_lent(const struct tot_view *view, const char *condition)
{
	for (size_t i = 0; i < view->lent_count; i++)
		if (strcmp(view->lent[i].condition, condition) == 0)
			return &view->lent[i];
	/* A rule of a multilateral agreement for every test. */
	for (size_t i = 0; i < view->lent_count; i++)
		if (strcmp(view->lent[i].condition, "*") == 0)
			return &view->lent[i];
	return NULL;
}

/* Credit months that find a free month: in the order given, the earliest free months first. */
static int place_credits(const struct tot_credit_months *credits, const struct tot_months *taken)
{
	struct tot_months used = *taken;
	int placed = 0;
	for (size_t i = 0; credits && i < credits->count; i++) {
		struct tot_months room = credits->within[i];
		tot_months_andnot(&room, &used);
		tot_months_keep_first(&room, credits->months[i]);
		placed += tot_months_count(&room);
		tot_months_or(&used, &room);
	}
	return placed;
}

/* Whole months that the factors of the rule add to lent months (miners' months in Japan). */
static int factor_months(const struct tot_lent *lent, const struct tot_months *months)
{
	struct tot_ratio extra = tot_ratio_of(0, 1);
	for (size_t i = 0; i < lent->rule->factor_count && i < 2; i++) {
		const int count = tot_months_count_and(months, &lent->factor_months[i]);
		const struct tot_ratio more =
			tot_ratio_sub(lent->rule->factors[i].factor, tot_ratio_of(1, 1));
		extra = tot_ratio_add(extra, tot_ratio_mul(tot_ratio_of(count, 1), more));
	}
	int64_t whole;
	return tot_ratio_round(&whole, extra, 1, TOT_DOWN) == TOT_OK ? (int)whole : 0;
}

struct outcome {
	int credits, lent, overlap, counted;
	bool met;
	struct tot_months months;
};

/* Add borrowed months to the own ones. */
static struct outcome add_lent(const struct tot_months *own,
			       const struct tot_credit_months *credits, const struct tot_lent *lent,
			       const struct tot_months *accepted, tot_month cut, int required)
{
	struct outcome result = {.months = *accepted};
	tot_months_clip(&result.months, 0, cut);
	/* own_first: a month that counts already is not added again. */
	result.overlap = tot_months_count_and(&result.months, own);
	tot_months_andnot(&result.months, own);
	result.lent = tot_months_count(&result.months) + factor_months(lent, &result.months);
	struct tot_months all = *own;
	tot_months_or(&all, &result.months);
	result.credits = place_credits(credits, &all);
	result.counted = tot_months_count(own) + result.credits + result.lent;
	result.met = result.counted >= required;
	return result;
}

static void take(struct tot_qualifying *out, const struct outcome *with,
		 const struct tot_lent *lent)
{
	out->credits = with->credits;
	out->lent = with->lent;
	out->overlap = with->overlap;
	out->counted = with->counted;
	out->met = with->met;
	out->by_agreement = with->met;
	out->lent_by = with->lent ? lent->lender : NULL;
	out->lent_rule = with->lent ? lent->rule : NULL;
	out->agreement = with->lent ? lent->agreement : NULL;
	out->lent_months = with->months;
}

static void compare_alternative(struct tot_qualifying *out, const struct outcome *other,
				const struct tot_lent *lent)
{
	out->has_alternative = other->counted != out->counted;
	out->alternative_choice = lent->choice;
	out->alternative_counted = other->counted;
	out->alternative_met = other->met;
}

void tot_qualify(struct tot_qualifying *out, const struct tot_months *own, int minimum,
		 const struct tot_credit_months *credits, const struct tot_lent *lent,
		 tot_month cut, int required)
{
	out->required = required;
	out->own = tot_months_count(own);
	out->own_months = *own;
	out->credits = place_credits(credits, own);
	out->lent = out->overlap = 0;
	out->lent_by = NULL;
	out->lent_rule = NULL;
	out->agreement = NULL;
	out->lent_months = (struct tot_months){{0}};
	out->counted = out->own + out->credits;
	out->met = out->counted >= required;
	out->by_agreement = false;
	out->has_alternative = false;
	const bool borrow = lent && minimum >= lent->rule->own_minimum &&
			    !(out->met && lent->rule->only_if_needed);
	if (borrow) {
		const bool alone = out->met;
		const struct outcome with =
			add_lent(own, credits, lent, &lent->months, cut, required);
		take(out, &with, lent);
		out->by_agreement = with.met && !alone;
		if (lent->has_alternative) {
			const struct outcome other =
				add_lent(own, credits, lent, &lent->alternative, cut, required);
			compare_alternative(out, &other, lent);
		}
	}
	out->missing = out->counted < required ? required - out->counted : 0;
}

static void trace_lent(struct tot_trace *trace, const struct tot_qualifying *test)
{
	char ranges[512];
	tot_months_print(ranges, sizeof(ranges), &test->lent_months);
	tot_trace_input(trace, "months lent", "%d by %s: %s", test->lent, test->lent_by, ranges);
	if (test->overlap)
		tot_trace_input(trace, "not lent, because they count already", "%d months",
				test->overlap);
	tot_trace_input(trace, "lent by", "agreement %s, rule %s (%s; %s)", test->agreement,
			test->lent_rule->id, test->lent_rule->law ? test->lent_rule->law : "",
			test->lent_rule->confidence ? test->lent_rule->confidence : "");
}

void tot_trace_test(struct tot_trace *trace, const char *id, const struct tot_qualifying *test,
		    const struct tot_value *required)
{
	char ranges[512];
	if (!trace || !test)
		return;
	tot_trace_begin(trace, id, test->title);
	tot_trace_law(trace, test->law);
	tot_trace_result(trace, "", "%s", test->met ? "met" : "not met");
	if (test->credits)
		tot_trace_formula(trace, "own %d + credits %d + lent %d = %d of %d months",
				  test->own, test->credits, test->lent, test->counted,
				  test->required);
	else
		tot_trace_formula(trace, "own %d + lent %d = %d of %d months", test->own,
				  test->lent, test->counted, test->required);
	tot_months_print(ranges, sizeof(ranges), &test->own_months);
	tot_trace_input(trace, "own months", "%d: %s", test->own, ranges);
	if (test->credits)
		tot_trace_input(trace, "credits, months without a place in the calendar", "%d",
				test->credits);
	if (test->lent_by && test->lent_rule)
		trace_lent(trace, test);
	if (required)
		tot_trace_value(trace, "months required", required);
	tot_trace_end(trace);
}
