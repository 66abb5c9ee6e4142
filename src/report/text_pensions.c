/* Each pension: start, age, amount, formula in one line; or why it is not due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/text_part.h"

static void reasons(struct tot_text *out, const struct tot_benefit *benefit)
{
	for (size_t i = 0; i < benefit->reason_count; i++) {
		struct tot_text text = {0};
		tot_wrapf(out, 6, 6, "%s.", tot_sentence(&text, benefit->reasons[i]));
		tot_text_free(&text);
	}
}

static void components(struct tot_text *out, const struct tot_benefit *benefit)
{
	for (const struct tot_named *part = benefit->components; part; part = part->next) {
		struct tot_text name = {0};
		if (!part->value)
			continue;
		for (const char *c = part->name; *c; c++)
			tot_text_format(&name, "%c", *c == '_' ? ' ' : *c);
		const bool money = benefit->amount.known && benefit->amount.currency &&
				   strspn(part->value, "-0123456789.") == strlen(part->value);
		tot_wrapf(out, 6, 8, "- %s: %s%s%s", name.bytes ? name.bytes : "", part->value,
			  money ? " " : "", money ? benefit->amount.currency : "");
		tot_text_free(&name);
	}
}

static void deductions(struct tot_text *out, const struct tot_benefit *benefit)
{
	char amount[TOT_AMOUNT_TEXT];
	if (!benefit->net.known)
		return;
	for (const struct tot_deduction *d = benefit->deductions; d; d = d->next)
		tot_wrapf(out, 6, 8, "less %s: %s", d->name, tot_amount_words(amount, &d->amount));
	tot_wrapf(out, 6, 8, "net: %s", tot_amount_words(amount, &benefit->net));
}

/* A benefit in kind: nothing is paid each month. */
static bool in_kind(const struct tot_benefit *benefit)
{
	return !benefit->amount.known && benefit->status == TOT_OK && benefit->formula &&
	       benefit->formula[0];
}

static void due(struct tot_text *out, const struct tot_benefit *benefit)
{
	char amount[TOT_AMOUNT_TEXT], month[TOT_DATE_TEXT], age[TOT_AGE_TEXT];
	const char *doubt = tot_status_words(benefit->status);
	const bool known = benefit->age.years >= 0;
	if (in_kind(benefit)) {
		struct tot_text text = {0};
		tot_wrapf(out, 6, 6, "%s.", tot_sentence(&text, benefit->formula));
		tot_text_free(&text);
		return;
	}
	tot_wrapf(out, 6, 6, "%s %s %s%s%s%s.", tot_amount_words(amount, &benefit->amount),
		  benefit->amount.per ? "from" : "in", tot_month_print(month, benefit->start),
		  !known			  ? ""
		  : tot_is_survivors(benefit->id) ? ", the recipient aged "
						  : ", at age ",
		  known ? tot_age_words(age, benefit->age) : "",
		  benefit->by_agreement ? ", due by the agreement" : "");
	if (benefit->formula && benefit->formula[0])
		tot_wrapf(out, 6, 8, "= %s", benefit->formula);
	components(out, benefit);
	deductions(out, benefit);
	if (benefit->earliest_start != TOT_MONTH_NONE && benefit->earliest_start != benefit->start)
		tot_wrapf(out, 6, 6, "Payable at the earliest from %s.",
			  tot_month_print(month, benefit->earliest_start));
	if (doubt[0])
		tot_wrapf(out, 6, 6, "This amount is %s.", doubt);
}

static void pension(struct tot_text *out, const struct tot_benefit *benefit)
{
	const bool shown = benefit->entitled && benefit->start != TOT_MONTH_NONE;
	tot_wrap_title(out, 2, 4, benefit->chosen && shown ? "*" : "-", benefit->title, benefit->id,
		       shown ? "" : ": not due");
	if (shown)
		due(out, benefit);
	reasons(out, benefit);
}

void tot_text_pension_states(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_outcome *o = report->outcome;
	for (size_t i = 0; i < o->state_count; i++) {
		const struct tot_findings *findings = &o->findings[i];
		if (tot_state_months(report, i) == 0) {
			tot_wrapf(out, 1, 1, "%s: no insurance months, no pension.",
				  tot_state_name(findings->country));
			continue;
		}
		tot_subheading(out, tot_state_name(findings->country));
		for (size_t j = 0; j < findings->benefit_count; j++)
			pension(out, &findings->benefits[j]);
	}
	tot_wrap(out, 1, 1,
		 "Amounts are gross (before tax and health insurance) and at today's level: what "
		 "would be paid if the pension began with the values of the day given above.");
}

void tot_text_pensions(struct tot_text *out, const struct tot_report *report)
{
	tot_heading(out, "Pensions (* = paid under your plan)");
	tot_text_pension_states(out, report);
}
