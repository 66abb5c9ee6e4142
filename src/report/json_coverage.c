/* Which law applies to postings, in JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"

static void money(struct tot_writer *w, const char *key, int64_t value, const char *currency)
{
	const struct tot_amount amount = {true, value, currency, NULL};
	tot_write_amount(w, key, &amount, NULL);
}

static void shares(struct tot_writer *w, const struct tot_shares *shares)
{
	money(w, "employee", shares->employee, shares->currency);
	money(w, "employer", shares->employer, shares->currency);
	money(w, "base", shares->base, shares->currency);
}

static void spans(struct tot_writer *w, const struct tot_coverage *coverage)
{
	tot_write_array(w, "law_from_to");
	for (size_t i = 0; i < coverage->span_count; i++) {
		const struct tot_law_span *span = &coverage->spans[i];
		tot_write_object(w, NULL);
		tot_write_string(w, "state", span->state);
		tot_write_date(w, "from", span->from);
		tot_write_date(w, "to", span->to);
		tot_write_string(w, "why", span->why);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void certificate(struct tot_writer *w, const struct tot_coverage *coverage)
{
	if (!coverage->certified) {
		tot_write_null(w, "certificate");
		return;
	}
	tot_write_object(w, "certificate");
	tot_write_text(w, "form", coverage->form);
	tot_write_text(w, "issuer", coverage->issuer);
	tot_write_date(w, "valid_to", coverage->valid_to);
	tot_write_date(w, "apply_from", coverage->apply_from);
	tot_write_object_end(w);
}

static void cost(struct tot_writer *w, const char *key, const struct tot_posting_cost *cost,
		 const struct tot_posting *posting)
{
	if (!cost->known) {
		tot_write_null(w, key);
		return;
	}
	tot_write_object(w, key);
	tot_write_string(w, "country", cost->country);
	tot_write_date(w, "from", posting->from);
	tot_write_date(w, "to", tot_posting_last_day(posting));
	shares(w, &cost->total);
	if (cost->converted.currency) {
		tot_write_object(w, "converted");
		shares(w, &cost->converted);
		tot_write_object_end(w);
	}
	tot_write_array(w, "by_month");
	for (size_t i = 0; i < cost->month_count; i++) {
		if (!cost->months[i].currency)
			continue;
		tot_write_object(w, NULL);
		tot_write_month(w, "month", cost->first + (tot_month)i);
		shares(w, &cost->months[i]);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
	tot_write_object_end(w);
}

static void texts(struct tot_writer *w, const char *key, const char *const *list, size_t count)
{
	tot_write_array(w, key);
	for (size_t i = 0; i < count; i++)
		tot_write_string(w, NULL, list[i]);
	tot_write_array_end(w);
}

void tot_json_coverage_entry(struct tot_writer *w, const struct tot_coverage *coverage)
{
	const struct tot_posting *posting = coverage->posting;
	const struct tot_agreement *agreement = coverage->law.agreement;
	tot_write_object(w, NULL);
	tot_write_string(w, "home", posting->home);
	tot_write_string(w, "host", posting->host);
	spans(w, coverage);
	certificate(w, coverage);
	tot_write_date(w, "extension_until", coverage->extension_until);
	tot_write_text(w, "next_step", coverage->next_step);
	tot_write_object(w, "contributions");
	cost(w, "home", &coverage->home, posting);
	cost(w, "host", &coverage->host, posting);
	tot_write_object_end(w);
	tot_write_string(w, "agreement", agreement ? agreement->id : NULL);
	tot_write_date(w, "next_on", coverage->next_on);
	tot_write_text(w, "next_where", coverage->next_where);
	texts(w, "notes", coverage->notes, coverage->note_count);
	tot_write_object_end(w);
}

void tot_json_coverage(struct tot_writer *w, const struct tot_report *report)
{
	tot_write_array(w, "coverage");
	for (size_t i = 0; i < report->outcome->coverage_count; i++)
		tot_json_coverage_entry(w, &report->outcome->coverage[i]);
	tot_write_array_end(w);
}
