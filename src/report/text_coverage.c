/* The chapter on postings: which law applies, certificate, what to file next, what it costs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text_part.h"

static const char *day(char out[TOT_DATE_TEXT], struct tot_date date)
{
	return tot_date_is_none(date) ? "an open end" : tot_date_print(out, date);
}

static void spans(struct tot_text *out, const struct tot_coverage *coverage)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT];
	for (size_t i = 0; i < coverage->span_count; i++) {
		const struct tot_law_span *span = &coverage->spans[i];
		tot_wrapf(out, 3, 5, "Law of %s from %s to %s: %s.", tot_state_name(span->state),
			  day(from, span->from), day(to, span->to), span->why);
	}
}

static void certificate(struct tot_text *out, const struct tot_coverage *coverage)
{
	char to[TOT_DATE_TEXT], until[TOT_DATE_TEXT], from[TOT_DATE_TEXT];
	if (coverage->certified)
		tot_wrapf(out, 3, 5, "Certificate%s%s, valid until %s; issued by: %s.",
			  coverage->form ? " " : "", coverage->form ? coverage->form : "",
			  day(to, coverage->valid_to),
			  coverage->issuer ? coverage->issuer
					   : tot_state_name(coverage->posting->home));
	if (!tot_date_is_none(coverage->apply_from))
		tot_wrapf(out, 5, 5, "It can be applied for from %s on.",
			  tot_date_print(from, coverage->apply_from));
	if (!tot_date_is_none(coverage->extension_until))
		tot_wrapf(out, 3, 5, "Home law can be extended until %s at most.",
			  tot_date_print(until, coverage->extension_until));
}

static void next(struct tot_text *out, const struct tot_coverage *coverage)
{
	char on[TOT_DATE_TEXT];
	if (!coverage->next_step) {
		tot_wrap(out, 3, 5, "Next step: nothing has to be filed.");
		return;
	}
	tot_wrapf(out, 3, 5, "Next step: %s.", coverage->next_step);
	if (!tot_date_is_none(coverage->next_on))
		tot_wrapf(out, 5, 7, "By %s, at: %s.", tot_date_print(on, coverage->next_on),
			  coverage->next_where);
}

static const char *money(char out[TOT_AMOUNT_TEXT], int64_t value, const char *currency)
{
	const struct tot_amount amount = {true, value, currency, NULL};
	return tot_amount_words(out, &amount);
}

/* The months with the same shares in one line: "2024-07 to 2024-12: employee ..., employer ...". */
static void months(struct tot_text *out, const struct tot_posting_cost *cost)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], employee[TOT_AMOUNT_TEXT],
		employer[TOT_AMOUNT_TEXT];
	for (size_t i = 0, next; i < cost->month_count; i = next) {
		const struct tot_shares *shares = &cost->months[i];
		next = i + 1;
		while (next < cost->month_count && cost->months[next].currency &&
		       cost->months[next].employee == shares->employee &&
		       cost->months[next].employer == shares->employer)
			next++;
		if (!shares->currency)
			continue;
		tot_wrapf(out, 7, 9, "%s to %s, a month: insured person %s, employer %s",
			  tot_month_print(from, cost->first + (tot_month)i),
			  tot_month_print(to, cost->first + (tot_month)next - 1),
			  money(employee, shares->employee, shares->currency),
			  money(employer, shares->employer, shares->currency));
	}
}

static void cost(struct tot_text *out, const char *which, const struct tot_posting_cost *cost)
{
	char employee[TOT_AMOUNT_TEXT], employer[TOT_AMOUNT_TEXT], both[TOT_AMOUNT_TEXT];
	const struct tot_shares *sum = &cost->total, *other = &cost->converted;
	if (!cost->known)
		return;
	tot_wrapf(out, 5, 7,
		  "By the law of %s (%s) for the whole time: insured person %s, employer %s.",
		  tot_state_name(cost->country), which,
		  money(employee, sum->employee, sum->currency),
		  money(employer, sum->employer, sum->currency));
	if (other->currency)
		tot_wrapf(out, 7, 7, "Together %s, that is %s.",
			  money(employer, sum->employee + sum->employer, sum->currency),
			  money(both, other->employee + other->employer, other->currency));
	months(out, cost);
}

void tot_text_coverage_entry(struct tot_text *out, const struct tot_coverage *coverage)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT];
	const struct tot_posting *posting = coverage->posting;
	tot_wrapf(out, 1, 3, "%s to %s, %s to %s:", tot_state_name(posting->home),
		  tot_state_name(posting->host), tot_date_print(from, posting->from),
		  day(to, tot_posting_last_day(posting)));
	spans(out, coverage);
	certificate(out, coverage);
	next(out, coverage);
	if (coverage->home.known || coverage->host.known)
		tot_wrap(out, 3, 5,
			 "Pension contributions on the same pay, if one law held for the whole "
			 "time, "
			 "with the rates known today:");
	cost(out, "home", &coverage->home);
	cost(out, "host", &coverage->host);
	for (size_t i = 0; i < coverage->note_count; i++)
		tot_wrapf(out, 3, 5, "- %s", coverage->notes[i]);
}

void tot_text_coverage(struct tot_text *out, const struct tot_report *report)
{
	if (!report->outcome->coverage_count)
		return;
	tot_heading(out, "Which state insures the work abroad");
	for (size_t i = 0; i < report->outcome->coverage_count; i++)
		tot_text_coverage_entry(out, &report->outcome->coverage[i]);
}
