/* What employee and employer pay for the pension in the month of the decision. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/text_part.h"

static const char *money(char *out, int64_t value, const char *currency)
{
	const struct tot_amount amount = {true, value, currency, NULL};
	return tot_amount_words(out, &amount);
}

static void entry_of(struct tot_text *out, const struct tot_contribution *entry)
{
	const struct tot_shares *shares = &entry->shares;
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT];
	char employee[TOT_AMOUNT_TEXT], employer[TOT_AMOUNT_TEXT], base[TOT_AMOUNT_TEXT];
	const bool open = tot_date_is_none(entry->record->to);
	/* A flat contribution has no base. */
	tot_wrapf(out, 1, 6, "%s, %s from %s%s%s%s%s:", tot_state_name(entry->country),
		  tot_kind_words(entry->record->kind), tot_date_print(from, entry->record->from),
		  open ? "" : " to ", open ? "" : tot_date_print(to, entry->record->to),
		  shares->base ? ", on " : "",
		  shares->base ? money(base, shares->base, shares->currency) : "");
	tot_wrapf(out, 6, 6, "insured person %s, employer %s",
		  money(employee, shares->employee, shares->currency),
		  money(employer, shares->employer, shares->currency));
	tot_result(out, entry->id);
}

/*
 * The shares of an ordinary German job are halves; pay just above a mini-job has a formula of its
 * own.
 */
static bool ordinary_german_job(const struct tot_contribution *entry)
{
	return strcmp(entry->country, "DE") == 0 && entry->record->kind == TOT_EMPLOYMENT &&
	       !(entry->record->flags & (TOT_FLAG_MINIJOB | TOT_FLAG_MINIJOB_EXEMPT));
}

void tot_text_contributions(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_outcome *o = report->outcome;
	char month[TOT_DATE_TEXT];
	bool german_job = false;
	if (!o->contribution_count)
		return;
	tot_heading(out, "Pension contributions of the month");
	tot_wrapf(out, 1, 1, "For the records and the pay given, with the rates of %s:",
		  tot_month_print(month, tot_month_of(report->as_of)));
	for (size_t i = 0; i < o->contribution_count; i++) {
		entry_of(out, &o->contributions[i]);
		german_job |= ordinary_german_job(&o->contributions[i]);
	}
	if (german_job)
		tot_wrap(out, 1, 1,
			 "The smaller share of employees with low pay just above a mini-job "
			 "(SGB IV s. 20 (2)) is not computed.");
}
