/* The answer in a few lines: what each state pays, refund or pension, and how sure that is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "report/text_part.h"

#define LABEL 2
#define ANSWER 12

/* What one state pays under the plan from one month on. */
struct payment {
	tot_month start, end; /* end: 0 = for life */
	struct tot_age age;
	struct tot_amount amount;
	bool unknown; /* the amount of a part is not known */
	bool by_agreement;
	bool once;	/* not a pension but a sum */
	bool survivors; /* paid to the family after the death */
	struct tot_text parts;
};

#define PAYMENTS_MAX 8

static struct payment *payment_at(struct payment *list, size_t *count,
				  const struct tot_benefit *benefit)
{
	const bool once = benefit->amount.per == NULL;
	for (size_t i = 0; i < *count; i++)
		if (list[i].start == benefit->start && list[i].end == benefit->end &&
		    list[i].once == once)
			return &list[i];
	if (*count == PAYMENTS_MAX)
		return &list[PAYMENTS_MAX - 1];
	/* The first payment comes first. */
	size_t place = (*count)++;
	for (; place > 0 && list[place - 1].start > benefit->start; place--)
		list[place] = list[place - 1];
	list[place] = (struct payment){.start = benefit->start,
				       .end = benefit->end,
				       .age = benefit->age,
				       .amount = {.known = true},
				       .once = once,
				       .survivors = tot_is_survivors(benefit->id)};
	return &list[place];
}

static void add_part(struct payment *payment, const struct tot_benefit *benefit)
{
	char title[TOT_TITLE_TEXT];
	if (payment->parts.size)
		tot_text_add(&payment->parts, " + ");
	tot_text_add(&payment->parts, tot_title_short(title, benefit->title));
	payment->by_agreement |= benefit->by_agreement;
	if (!benefit->amount.known) {
		payment->unknown = true;
		return;
	}
	payment->amount.currency = benefit->amount.currency;
	payment->amount.per = benefit->amount.per;
	payment->amount.value += benefit->amount.value;
}

static size_t collect(struct payment *list, const struct tot_findings *findings)
{
	size_t count = 0;
	for (size_t i = 0; i < findings->benefit_count; i++) {
		const struct tot_benefit *benefit = &findings->benefits[i];
		if (benefit->entitled && benefit->chosen && benefit->start != TOT_MONTH_NONE)
			add_part(payment_at(list, &count, benefit), benefit);
	}
	return count;
}

static void show(struct tot_text *out, const struct payment *payment)
{
	char amount[TOT_AMOUNT_TEXT], month[TOT_DATE_TEXT], age[TOT_AGE_TEXT], last[TOT_DATE_TEXT];
	const bool ends = payment->end != 0;
	const bool insured = payment->age.years >= 0 && !payment->survivors;
	tot_wrapf(out, ANSWER, ANSWER, "%s%s%s %s %s%s%s%s%s.",
		  tot_amount_words(amount, &payment->amount),
		  payment->unknown && payment->amount.currency ? " and an unknown amount" : "",
		  payment->survivors ? " to the survivors" : "", payment->once ? "in" : "from",
		  tot_month_print(month, payment->start), ends ? " to " : "",
		  ends ? tot_month_print(last, payment->end - 1) : "", insured ? ", at age " : "",
		  insured ? tot_age_words(age, payment->age) : "");
	tot_wrapf(out, ANSWER, ANSWER, "%s%s.", payment->parts.bytes ? payment->parts.bytes : "",
		  payment->by_agreement
			  ? ", due only because the agreement adds the other state's months"
			  : "");
}

/* The reason that stands with the first pension of the state that is not due. */
static const char *why_not(const struct tot_findings *findings)
{
	for (size_t i = 0; i < findings->benefit_count; i++)
		if (!findings->benefits[i].entitled && findings->benefits[i].reason_count)
			return findings->benefits[i].reasons[0];
	return "see the tests below";
}

/* Some pension of the state could begin before the one of the plan. */
static void sooner(struct tot_text *out, const struct tot_findings *findings,
		   const struct payment *list, size_t count)
{
	tot_month start = list[0].start;
	for (size_t i = 1; i < count; i++)
		if (list[i].start < start)
			start = list[i].start;
	tot_month first = start;
	char month[TOT_DATE_TEXT];
	for (size_t i = 0; i < findings->benefit_count; i++) {
		const struct tot_benefit *benefit = &findings->benefits[i];
		if (benefit->entitled && strstr(benefit->id, ".old_age.") &&
		    benefit->earliest_start != TOT_MONTH_NONE && benefit->earliest_start < first)
			first = benefit->earliest_start;
	}
	if (first < start)
		tot_wrapf(out, ANSWER, ANSWER, "It could begin as early as %s, for less a month.",
			  tot_month_print(month, first));
}

static void state(struct tot_text *out, const struct tot_report *report, size_t index)
{
	const struct tot_findings *findings = &report->outcome->findings[index];
	struct payment list[PAYMENTS_MAX] = {{0}};
	const size_t count = collect(list, findings);
	tot_text_pad(out, LABEL);
	tot_text_add(out, tot_state_name(findings->country));
	for (size_t i = 0; i < count; i++) {
		show(out, &list[i]);
		tot_text_free(&list[i].parts);
	}
	if (count) {
		sooner(out, findings, list, count);
		return;
	}
	if (tot_state_months(report, index) == 0)
		tot_wrap(out, ANSWER, ANSWER, "no insurance months, no pension.");
	else
		tot_wrapf(out, ANSWER, ANSWER, "no pension: %s.", why_not(findings));
}

static void refund(struct tot_text *out, const struct tot_refund *refund, struct tot_date as_of)
{
	char amount[TOT_AMOUNT_TEXT], title[TOT_TITLE_TEXT], opens[TOT_DATE_TEXT],
		closes[TOT_DATE_TEXT];
	const struct tot_amount *paid = refund->net.known ? &refund->net : &refund->gross;
	struct tot_text text = {0};
	tot_text_format(&text, "%s: %s: %s%s", tot_state_name(refund->country),
			tot_title_short(title, refund->title), tot_amount_words(amount, paid),
			paid == &refund->net && refund->net.value != refund->gross.value ? " net"
											 : "");
	if (tot_date_compare(refund->opens, as_of) > 0)
		tot_text_format(&text, ", claim from %s", tot_date_print(opens, refund->opens));
	if (!tot_date_is_none(refund->closes))
		tot_text_format(&text, "%s until %s",
				tot_date_compare(refund->opens, as_of) > 0 ? "" : ", claim",
				tot_date_print(closes, refund->closes));
	tot_text_format(&text, ".%s",
			tot_refund_rights(refund) ? " It destroys other rights: see REFUNDS." : "");
	tot_wrap(out, ANSWER, ANSWER, text.bytes ? text.bytes : "");
	tot_text_free(&text);
}

static void refunds(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_outcome *outcome = report->outcome;
	size_t possible = 0;
	tot_text_pad(out, LABEL);
	tot_text_add(out, "Refund");
	for (size_t i = 0; i < outcome->state_count; i++)
		for (size_t j = 0; j < outcome->findings[i].refund_count; j++)
			if (outcome->findings[i].refunds[j].eligible) {
				refund(out, &outcome->findings[i].refunds[j], report->as_of);
				possible++;
			}
	if (!possible)
		tot_wrap(out, ANSWER, ANSWER,
			 "no state pays contributions back to you (why: see REFUNDS).");
}

static void verdict(struct tot_text *out, const struct tot_comparison *comparison)
{
	const char *head = comparison ? tot_verdict_words(comparison->verdict) : NULL;
	if (!head)
		return;
	tot_text_pad(out, LABEL);
	tot_text_add(out, "Verdict");
	tot_wrapf(out, ANSWER, ANSWER, "%s %s", head,
		  comparison->verdict_text ? comparison->verdict_text : "");
	if (!comparison->depends_count)
		return;
	struct tot_text text = {0};
	for (size_t i = 0; i < comparison->depends_count; i++)
		tot_text_format(&text, "%s%s", i ? "; " : "", comparison->verdict_depends_on[i]);
	tot_wrapf(out, ANSWER, ANSWER, "It hangs on: %s.", text.bytes ? text.bytes : "");
	tot_text_free(&text);
}

static const char *sureness(enum tot_status doubt)
{
	switch (doubt) {
	case TOT_PROVISIONAL:
		return "the amounts use figures that are published but not final yet.";
	case TOT_PROJECTED:
		return "the amounts count future months, valued with today's figures; they are "
		       "estimates until those months are worked.";
	case TOT_INCOMPLETE_RECORD:
		return "something is not known (pay of some months, or a table of the year): an "
		       "amount is "
		       "missing or too low.";
	case TOT_OK:
	case TOT_ERR_DOMAIN:
	case TOT_ERR_NO_PARAMETER:
	case TOT_ERR_DATA:
	case TOT_ERR_OVERFLOW:
	case TOT_ERR_MEMORY:
	case TOT_ERR_IO: break;
	}
	return "the amounts rest on the record as written and on final figures.";
}

static bool leaves_out(const struct tot_diag *notices)
{
	for (const struct tot_diag_item *item = notices->first; item; item = item->next)
		if (strcmp(item->code, "not-modelled") == 0)
			return true;
	return false;
}

void tot_text_answer(struct tot_text *out, const struct tot_report *report)
{
	tot_heading(out, "The answer");
	for (size_t i = 0; i < report->outcome->state_count; i++)
		state(out, report, i);
	refunds(out, report);
	verdict(out, report->comparison);
	tot_text_pad(out, LABEL);
	tot_text_add(out, "How sure");
	tot_wrapf(out, ANSWER, ANSWER, "%s%s", sureness(report->doubt),
		  leaves_out(&report->notices)
			  ? " Something in this life is not computed: see DOUBTS AND LIMITS."
			  : "");
}
