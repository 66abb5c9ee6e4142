/* The comparison as a table, the verdict, and the assumptions that it hangs on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>

#include "report/text_part.h"

/* Columns where the cells of the table end. */
enum { VALUE_END = 45, DIFFERENCE_END = 58, AGE_END = 70, YIELD_END = 79 };

static void right(struct tot_text *out, int end, const char *text)
{
	tot_text_add(out, " ");
	tot_text_pad(out, end - tot_text_cells(text));
	tot_text_add(out, text);
}

static const char *fixed(char *out, double value, int decimals)
{
	return tot_decimal_print(out, llround(value * (double)tot_pow10(decimals)), decimals);
}

static const char *grouped(char *out, double value)
{
	if (isfinite(value) && fabs(value) < 9e15)
		return tot_decimal_print_grouped(out, llround(value), 0);
	snprintf(out, TOT_DECIMAL_TEXT, "-");
	return out;
}

const char *tot_even_words(char *out, const struct tot_valued *s)
{
	char plain[TOT_DECIMAL_TEXT], discounted[TOT_DECIMAL_TEXT];
	const struct tot_maybe *a = &s->break_even_undiscounted, *b = &s->break_even_discounted;
	if (a->known || b->known)
		snprintf(out, TOT_EVEN_TEXT, "%s/%s", a->known ? fixed(plain, a->value, 1) : "-",
			 b->known ? fixed(discounted, b->value, 1) : "-");
	else
		snprintf(out, TOT_EVEN_TEXT, "-");
	return out;
}

const char *tot_yield_words(char *out, const struct tot_valued *s)
{
	char number[TOT_DECIMAL_TEXT];
	if (s->implied_yield_count)
		snprintf(out, TOT_EVEN_TEXT, "%s%%%s", fixed(number, 100 * s->implied_yields[0], 2),
			 s->implied_yield_count > 1 ? "+" : "");
	else
		snprintf(out, TOT_EVEN_TEXT, "-");
	return out;
}

void tot_text_closed(struct tot_text *out, const struct tot_valued *s)
{
	tot_wrapf(out, 6, 6, "not possible: %s%s.", s->reason_count ? s->reasons[0] : "see REFUNDS",
		  s->reason_count > 1 ? "; more under REFUNDS" : "");
}

/* A title longer than its column takes a line of its own. */
static void row(struct tot_text *out, const struct tot_valued *s, bool first)
{
	char number[TOT_DECIMAL_TEXT], text[TOT_EVEN_TEXT];
	const char *title = s->title && s->title[0] ? s->title : s->id;
	tot_text_pad(out, 2);
	tot_text_add(out, title);
	if (s->closed) {
		tot_text_add(out, "\n");
		tot_text_closed(out, s);
		return;
	}
	grouped(number, s->value);
	if (tot_text_cells(title) + 4 + tot_text_cells(number) > VALUE_END)
		tot_text_add(out, "\n");
	right(out, VALUE_END, number);
	if (!first) {
		right(out, DIFFERENCE_END, grouped(number, -s->difference));
		right(out, AGE_END, tot_even_words(text, s));
		right(out, YIELD_END, tot_yield_words(text, s));
	}
	tot_text_add(out, "\n");
}

static void table(struct tot_text *out, const struct tot_comparison *comparison)
{
	tot_text_add(out, "  Strategy");
	char value[32];
	snprintf(value, sizeof value, "value, %s", comparison->currency);
	right(out, VALUE_END, value);
	right(out, DIFFERENCE_END, "gain");
	right(out, AGE_END, "even at");
	right(out, YIELD_END, "yield");
	tot_text_add(out, "\n");
	for (size_t i = 0; i < comparison->strategy_count; i++)
		row(out, &comparison->strategies[i], i == 0);
}

/* What the columns mean. */
static void columns(struct tot_text *out, const struct tot_comparison *comparison)
{
	bool ages_shown = false;
	for (size_t i = 1; i < comparison->strategy_count; i++)
		ages_shown |= !comparison->strategies[i].closed;
	tot_wrap(out, 2, 2,
		 "Value: all payments still to come, each weighted with the chance to live to see "
		 "it and brought to today with the interest below.");
	if (ages_shown)
		tot_wrap(out, 2, 2,
			 "Gain: against the first line. Even at: the age from which the first line "
			 "has paid more, without and with interest. Yield: the yearly interest at "
			 "which "
			 "both are worth the same; who earns more than that elsewhere gains by the "
			 "refund.");
}

static void verdict(struct tot_text *out, const struct tot_comparison *comparison)
{
	const char *head = tot_verdict_words(comparison->verdict);
	if (head)
		tot_wrapf(out, 2, 2, "Verdict: %s%s", head,
			  comparison->depends_count ? " It hangs on:" : "");
	for (size_t i = 0; i < comparison->depends_count; i++)
		tot_wrapf(out, 4, 6, "- %s", comparison->verdict_depends_on[i]);
}

static void assumptions(struct tot_text *out, const struct tot_comparison *comparison)
{
	tot_wrap(out, 2, 2, "Assumptions, each to be changed under \"compare\" in the scenario:");
	for (size_t i = 0; i < comparison->assumption_count; i++) {
		const struct tot_assumption *a = &comparison->assumptions[i];
		tot_wrapf(out, 4, 6, "%s = %s (%s)", a->name, a->value,
			  a->source && a->source[0] ? a->source : "written in the scenario");
	}
}

void tot_text_verdict(struct tot_text *out, const struct tot_comparison *comparison)
{
	columns(out, comparison);
	verdict(out, comparison);
}

void tot_text_comparison(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_comparison *comparison = report->comparison;
	tot_heading(out, "Refund or pension: the comparison");
	if (!comparison || comparison->strategy_count == 0) {
		tot_wrap(out, 2, 2, "Nothing to compare.");
		return;
	}
	verdict(out, comparison);
	table(out, comparison);
	columns(out, comparison);
	tot_text_decision(out, comparison);
	assumptions(out, comparison);
}
