/* Tests, benefits and refunds of a result in JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "report/json_part.h"

enum { NET_ID = 80 };

/* The id if the trace derives it; NULL if not, or if no trace was asked for. */
static const char *derived(const struct tot_trace *trace, const char *id)
{
	return trace && tot_trace_find(trace, id) ? id : NULL;
}

static void why(struct tot_writer *w, const struct tot_trace *trace, const char *id)
{
	if (derived(trace, id))
		tot_write_string(w, "why", id);
}

static void strings(struct tot_writer *w, const char *key, const char *const *list, size_t count)
{
	tot_write_array(w, key);
	for (size_t i = 0; i < count; i++)
		tot_write_string(w, NULL, list[i]);
	tot_write_array_end(w);
}

/* Only where the other answer to a disputed question changes something. */
static void alternatives(struct tot_writer *w, const struct tot_qualifying *test)
{
	if (!test->has_alternative ||
	    (test->alternative_counted == test->counted && test->alternative_met == test->met))
		return;
	tot_write_array(w, "alternatives");
	tot_write_object(w, NULL);
	tot_write_string(w, "choice", test->alternative_choice);
	tot_write_int(w, "counted", test->alternative_counted);
	tot_write_bool(w, "met", test->alternative_met);
	tot_write_object_end(w);
	tot_write_array_end(w);
}

static void qualifying(struct tot_writer *w, const struct tot_qualifying *test,
		       const struct tot_trace *trace)
{
	tot_write_object(w, NULL);
	tot_write_string(w, "id", test->id);
	tot_write_string(w, "country", test->country);
	tot_write_string(w, "title", test->title);
	tot_write_text(w, "law", test->law);
	if (test->required_ratio)
		tot_write_string(w, "required", test->required_ratio);
	else
		tot_write_int(w, "required", test->required);
	tot_write_int(w, "own", test->own);
	tot_write_int(w, "credits", test->credits);
	tot_write_int(w, "lent", test->lent);
	tot_write_text(w, "lent_by", test->lent_by);
	tot_write_int(w, "overlap", test->overlap);
	tot_write_int(w, "counted", test->counted);
	tot_write_int(w, "missing", test->missing);
	tot_write_bool(w, "met", test->met);
	tot_write_bool(w, "by_agreement", test->by_agreement);
	tot_write_month(w, "met_on", test->met_on);
	if (test->rule) {
		tot_write_int(w, "insured_months", test->insured_months);
		tot_write_string(w, "rule", test->rule);
	}
	alternatives(w, test);
	why(w, trace, test->id);
	tot_write_object_end(w);
}

void tot_json_qualifying(struct tot_writer *w, const struct tot_report *report,
			 const struct tot_trace *trace)
{
	const struct tot_outcome *outcome = report->outcome;
	tot_write_array(w, "qualifying");
	for (size_t i = 0; i < outcome->state_count; i++)
		for (size_t j = 0; j < outcome->findings[i].qualifying_count; j++)
			qualifying(w, &outcome->findings[i].qualifying[j], trace);
	tot_write_array_end(w);
}

static void factors(struct tot_writer *w, const char *key, const struct tot_named *list)
{
	tot_write_object(w, key);
	for (; list; list = list->next) {
		if (list->value)
			tot_write_string(w, list->name, list->value);
		else
			factors(w, list->name, list->children);
	}
	tot_write_object_end(w);
}

static void components(struct tot_writer *w, const struct tot_named *list)
{
	tot_write_array(w, "components");
	for (; list; list = list->next) {
		tot_write_object(w, NULL);
		tot_write_string(w, "name", list->name);
		tot_write_text(w, "value", list->value);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void payments(struct tot_writer *w, const struct tot_benefit *benefit)
{
	if (!benefit->rhythm || benefit->start == TOT_MONTH_NONE || !benefit->amount.known) {
		tot_write_null(w, "payments");
		return;
	}
	const struct tot_amount each = {true, benefit->each_payment, benefit->amount.currency,
					NULL};
	tot_write_object(w, "payments");
	tot_write_string(w, "rhythm", benefit->rhythm);
	tot_write_month(w, "first", benefit->first_payment);
	tot_write_amount(w, "each", &each, NULL);
	tot_write_object_end(w);
}

/* Only where the scenario asks for them. */
static void deductions(struct tot_writer *w, const struct tot_benefit *benefit,
		       const struct tot_trace *trace)
{
	char net[NET_ID];
	if (!benefit->net.known)
		return;
	snprintf(net, sizeof(net), "%s.net", benefit->id);
	tot_write_array(w, "deductions");
	for (const struct tot_deduction *d = benefit->deductions; d; d = d->next) {
		tot_write_object(w, NULL);
		tot_write_string(w, "name", d->name);
		tot_write_amount(w, "amount", &d->amount, NULL);
		tot_write_string(w, "law", d->law);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
	tot_write_amount(w, "net", &benefit->net, derived(trace, net));
}

static void benefit_entry(struct tot_writer *w, const struct tot_benefit *benefit,
			  const struct tot_trace *trace)
{
	tot_write_object(w, NULL);
	tot_write_string(w, "id", benefit->id);
	tot_write_string(w, "country", benefit->country);
	tot_write_string(w, "title", benefit->title);
	tot_write_text(w, "law", benefit->law);
	tot_write_bool(w, "entitled", benefit->entitled);
	tot_write_bool(w, "chosen", benefit->chosen);
	tot_write_bool(w, "by_agreement", benefit->by_agreement);
	tot_write_month(w, "earliest_start", benefit->earliest_start);
	tot_write_month(w, "start", benefit->start);
	if (benefit->start == TOT_MONTH_NONE || benefit->age.years < 0)
		tot_write_null(w, "age");
	else
		tot_write_age(w, "age", benefit->age);
	tot_write_amount(w, "amount", &benefit->amount, derived(trace, benefit->id));
	factors(w, "factors", benefit->factors);
	components(w, benefit->components);
	payments(w, benefit);
	deductions(w, benefit, trace);
	strings(w, "reasons", benefit->reasons, benefit->reason_count);
	tot_write_string(w, "status", tot_status_name(benefit->status));
	why(w, trace, benefit->id);
	tot_write_object_end(w);
}

void tot_json_benefits(struct tot_writer *w, const struct tot_report *report,
		       const struct tot_trace *trace)
{
	const struct tot_outcome *outcome = report->outcome;
	tot_write_array(w, "benefits");
	for (size_t i = 0; i < outcome->state_count; i++)
		for (size_t j = 0; j < outcome->findings[i].benefit_count; j++)
			benefit_entry(w, &outcome->findings[i].benefits[j], trace);
	tot_write_array_end(w);
}

static void erases(struct tot_writer *w, const struct tot_refund *refund)
{
	tot_write_array(w, "erases");
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		if (!refund->erases_by_kind[kind])
			continue;
		tot_write_object(w, NULL);
		tot_write_string(w, "country", refund->country);
		tot_write_string(w, "kind", tot_kind_name((enum tot_kind)kind));
		tot_write_int(w, "months", refund->erases_by_kind[kind]);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void refund_amounts(struct tot_writer *w, const struct tot_refund *refund, const char *step)
{
	tot_write_amount(w, "gross", &refund->gross, step);
	tot_write_amount(w, "withheld", &refund->withheld, step);
	tot_write_amount(w, "tax", &refund->tax, step);
	tot_write_amount(w, "tax_refund", &refund->tax_refund, step);
	tot_write_amount(w, "net", &refund->net, step);
}

static void refund_entry(struct tot_writer *w, const struct tot_refund *refund,
			 const struct tot_trace *trace)
{
	tot_write_object(w, NULL);
	tot_write_string(w, "id", refund->id);
	tot_write_string(w, "country", refund->country);
	tot_write_string(w, "title", refund->title);
	tot_write_text(w, "law", refund->law);
	tot_write_bool(w, "eligible", refund->eligible);
	strings(w, "reasons", refund->reasons, refund->reason_count);
	if (refund->months_text)
		tot_write_decimal(w, "months", refund->months_text);
	else
		tot_write_int(w, "months", refund->months);
	tot_write_int(w, "paid_months", refund->paid_months);
	tot_write_text(w, "average_remuneration", refund->average_remuneration);
	tot_write_text(w, "factor", refund->factor);
	refund_amounts(w, refund, derived(trace, refund->id));
	tot_write_object(w, "window");
	tot_write_date(w, "opens", refund->opens);
	tot_write_date(w, "closes", refund->closes);
	tot_write_object_end(w);
	erases(w, refund);
	strings(w, "effects", refund->effects, refund->effect_count);
	tot_write_string(w, "status", tot_status_name(refund->status));
	why(w, trace, refund->id);
	tot_write_object_end(w);
}

void tot_json_refunds(struct tot_writer *w, const struct tot_report *report,
		      const struct tot_trace *trace)
{
	const struct tot_outcome *outcome = report->outcome;
	tot_write_array(w, "refunds");
	for (size_t i = 0; i < outcome->state_count; i++)
		for (size_t j = 0; j < outcome->findings[i].refund_count; j++)
			refund_entry(w, &outcome->findings[i].refunds[j], trace);
	tot_write_array_end(w);
}
