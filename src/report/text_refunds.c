/* Refunds of contributions: when, how much, and what they destroy. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/text_part.h"

static const char *title_of(const struct tot_outcome *outcome, const char *id)
{
	for (size_t i = 0; i < outcome->state_count; i++) {
		const struct tot_findings *findings = &outcome->findings[i];
		const struct tot_qualifying *test = tot_findings_find_test(findings, id);
		const struct tot_benefit *benefit = tot_findings_find_benefit(findings, id);
		if (test)
			return test->title;
		if (benefit)
			return benefit->title;
	}
	return "";
}

static void amounts(struct tot_text *out, const struct tot_refund *refund)
{
	const struct {
		const char *name;
		const struct tot_amount *amount;
	} rows[] = {
		{"gross", &refund->gross},
		{"withheld at source", &refund->withheld},
		{"tax in the end", &refund->tax},
		{"tax paid back on application", &refund->tax_refund},
		{"net", &refund->net},
	};
	char amount[TOT_AMOUNT_TEXT];
	const bool taxed = refund->withheld.value || refund->tax.value || refund->tax_refund.value;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (!rows[i].amount->known || (!taxed && i > 0))
			continue;
		tot_row(out, taxed ? rows[i].name : "amount, no tax withheld",
			tot_amount_words(amount, rows[i].amount));
	}
}

static void window(struct tot_text *out, const struct tot_refund *refund)
{
	char opens[TOT_DATE_TEXT], closes[TOT_DATE_TEXT];
	const bool from = !tot_date_is_none(refund->opens), to = !tot_date_is_none(refund->closes);
	if (from && to)
		tot_wrapf(out, 6, 6, "Claim from %s until %s; after that the right is lost.",
			  tot_date_print(opens, refund->opens),
			  tot_date_print(closes, refund->closes));
	else if (from)
		tot_wrapf(out, 6, 6, "Claim from %s on.", tot_date_print(opens, refund->opens));
	else if (to)
		tot_wrapf(out, 6, 6, "Claim until %s; after that the right is lost.",
			  tot_date_print(closes, refund->closes));
}

static void erased(struct tot_text *out, const struct tot_refund *refund)
{
	struct tot_text text = {0};
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++)
		if (refund->erases_by_kind[kind])
			tot_text_format(&text, "%s%d %s", text.size ? ", " : "",
					refund->erases_by_kind[kind],
					tot_kind_words((enum tot_kind)kind));
	if (text.size)
		tot_wrapf(out, 6, 6, "It wipes out these months in %s: %s.",
			  tot_state_name(refund->country), text.bytes);
	tot_text_free(&text);
}

bool tot_effect_is_right(const char *id)
{
	return !strstr(id, ".lump_");
}

size_t tot_refund_rights(const struct tot_refund *refund)
{
	size_t count = 0;
	for (size_t i = 0; i < refund->effect_count; i++)
		count += tot_effect_is_right(refund->effects[i]);
	return count;
}

static void destroyed(struct tot_text *out, const struct tot_outcome *outcome,
		      const struct tot_refund *refund)
{
	if (!refund->eligible)
		return;
	if (!tot_refund_rights(refund)) {
		tot_wrap(out, 6, 6,
			 "Under your plan no pension and no test of either state hangs on them.");
		return;
	}
	tot_wrap(out, 6, 6, "You would lose:");
	for (size_t i = 0; i < refund->effect_count; i++) {
		char title[TOT_TITLE_TEXT];
		if (!tot_effect_is_right(refund->effects[i]))
			continue;
		tot_wrapf(out, 8, 10, "%s [%s]",
			  tot_title_short(title, title_of(outcome, refund->effects[i])),
			  refund->effects[i]);
	}
}

static void entry(struct tot_text *out, const struct tot_outcome *outcome,
		  const struct tot_refund *refund)
{
	const char *doubt = tot_status_words(refund->status);
	tot_wrap_title(out, 2, 4, refund->eligible ? "*" : "-", refund->title, refund->id,
		       refund->eligible ? ": possible" : ": not possible");
	for (size_t i = 0; i < refund->reason_count; i++) {
		struct tot_text text = {0};
		tot_wrapf(out, 6, 6, "%s.", tot_sentence(&text, refund->reasons[i]));
		tot_text_free(&text);
	}
	if (!refund->eligible && !refund->months)
		return;
	if (!refund->eligible && refund->gross.known)
		tot_wrap(out, 6, 6, "If it were possible:");
	amounts(out, refund);
	if (refund->formula && refund->formula[0])
		tot_wrapf(out, 6, 8, "= %s", refund->formula);
	if (doubt[0])
		tot_wrapf(out, 6, 6, "This amount is %s.", doubt);
	if (!refund->eligible)
		return;
	window(out, refund);
	erased(out, refund);
	destroyed(out, outcome, refund);
}

void tot_text_refunds(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_outcome *o = report->outcome;
	tot_heading(out, "Refunds of contributions");
	for (size_t i = 0; i < o->state_count; i++) {
		const struct tot_findings *findings = &o->findings[i];
		if (tot_state_months(report, i) == 0) {
			tot_wrapf(out, 1, 1, "%s: no insurance months, nothing to pay back.",
				  tot_state_name(findings->country));
			continue;
		}
		tot_subheading(out, tot_state_name(findings->country));
		for (size_t j = 0; j < findings->refund_count; j++)
			entry(out, o, &findings->refunds[j]);
	}
}
