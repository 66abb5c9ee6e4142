/* The list of posted workers as text, CSV, JSON and calendar. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "batch/csv.h"
#include "batch/posting_out.h"
#include "report/layout.h"
#include "report/words.h"
#include "totalise/posting.h"

/* Contributions of both sides in the month of the day, or in the first or last month of the posting. */
static bool month_cost(struct tot_amount *out, const struct tot_posting_cost *cost,
		       struct tot_date as_of)
{
	if (!cost->known || !cost->month_count)
		return false;
	tot_month at = tot_month_of(as_of) - cost->first;
	if (at < 0)
		at = 0;
	if ((size_t)at >= cost->month_count)
		at = (tot_month)cost->month_count - 1;
	const struct tot_shares *shares = &cost->months[at];
	*out = (struct tot_amount){true, shares->employee + shares->employer, shares->currency,
				   "month"};
	return shares->currency != NULL;
}

static void cost_line(struct tot_text *out, const struct tot_worker *worker, struct tot_date as_of)
{
	struct tot_amount home, host;
	char text[TOT_AMOUNT_TEXT], other[TOT_AMOUNT_TEXT];
	if (!month_cost(&home, &worker->coverage.home, as_of))
		return;
	const bool both = month_cost(&host, &worker->coverage.host, as_of);
	tot_wrapf(out, 3, 5, "Pension contributions of both sides: %s%s%s%s%s%s.",
		  tot_amount_words(text, &home), " by the law of ",
		  tot_state_name(worker->posting.home), both ? ", " : "",
		  both ? tot_amount_words(other, &host) : "",
		  both ? " by that of the host on the same pay" : "");
}

static void law_line(struct tot_text *out, const struct tot_worker *worker, struct tot_date as_of)
{
	char day[TOT_DATE_TEXT];
	const char *now = tot_worker_law_now(worker, as_of);
	const bool begun = tot_date_compare(worker->posting.from, as_of) <= 0;
	if (now)
		tot_wrapf(out, 3, 5, "Law now: %s.", tot_state_name(now));
	else
		tot_wrapf(out, 3, 5, begun ? "The posting ended on %s." : "Begins on %s.",
			  tot_date_print(day, begun ? tot_posting_last_day(&worker->posting)
						    : worker->posting.from));
}

static void worker_text(struct tot_text *out, const struct tot_worker *worker,
			struct tot_date as_of)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT], on[TOT_DATE_TEXT];
	const struct tot_coverage *c = &worker->coverage;
	const int left = tot_worker_days_left(worker, as_of);
	tot_wrapf(out, 1, 3, "%s, %s to %s, %s to %s:", worker->person,
		  tot_state_name(worker->posting.home), tot_state_name(worker->posting.host),
		  tot_date_print(from, worker->posting.from),
		  tot_date_print(to, tot_posting_last_day(&worker->posting)));
	law_line(out, worker, as_of);
	if (left >= 0)
		tot_wrapf(out, 3, 5, "Certificate%s%s until %s: %d day%s left.", c->form ? " " : "",
			  c->form ? c->form : "", tot_date_print(on, c->valid_to), left,
			  left == 1 ? "" : "s");
	if (!c->next_step)
		tot_wrap(out, 3, 5, "Nothing to file.");
	else if (tot_date_is_none(c->next_on))
		tot_wrapf(out, 3, 5, "Next: %s.", c->next_step);
	else
		tot_wrapf(out, 3, 5, "By %s: %s; at: %s.", tot_date_print(on, c->next_on),
			  c->next_step, c->next_where);
	cost_line(out, worker, as_of);
}

void tot_workers_text(struct tot_text *out, const struct tot_workers *workers)
{
	char day[TOT_DATE_TEXT];
	tot_wrapf(out, 0, 0, "%zu posted worker%s on %s, what falls due first at the top",
		  workers->count, workers->count == 1 ? "" : "s",
		  tot_date_print(day, workers->as_of));
	for (size_t i = 0; i < workers->count; i++) {
		tot_text_add(out, "\n");
		worker_text(out, &workers->list[i], workers->as_of);
	}
	tot_posting_foot(out);
}

static void date_cell(struct tot_text *out, struct tot_date date)
{
	char text[TOT_DATE_TEXT];
	tot_csv_cell(out, tot_date_is_none(date) ? "" : tot_date_print(text, date), false);
}

static void amount_cell(struct tot_text *out, const struct tot_posting_cost *cost,
			struct tot_date as_of)
{
	struct tot_amount amount;
	char number[TOT_DECIMAL_TEXT] = "";
	if (month_cost(&amount, cost, as_of))
		tot_decimal_print(number, amount.value, tot_currency_decimals(amount.currency));
	tot_csv_cell(out, number, false);
	tot_csv_cell(out, number[0] ? amount.currency : "", false);
}

static void text_cell(struct tot_text *out, const char *text)
{
	tot_csv_cell(out, text ? text : "", false);
}

void tot_workers_csv(struct tot_text *out, const struct tot_workers *workers)
{
	tot_text_add(out, "person,nationality,home,host,from,until,law_now,certificate,"
			  "certificate_until,days_left,extension_until,next_on,next_step,"
			  "next_where,home_contribution,home_currency,host_contribution,"
			  "host_currency\n");
	for (size_t i = 0; i < workers->count; i++) {
		const struct tot_worker *worker = &workers->list[i];
		const struct tot_coverage *c = &worker->coverage;
		const int left = tot_worker_days_left(worker, workers->as_of);
		char days[16] = "";
		if (left >= 0)
			snprintf(days, sizeof(days), "%d", left);
		tot_csv_cell(out, worker->person, true);
		text_cell(out, worker->nationality);
		text_cell(out, worker->posting.home);
		text_cell(out, worker->posting.host);
		date_cell(out, worker->posting.from);
		date_cell(out, tot_posting_last_day(&worker->posting));
		text_cell(out, tot_worker_law_now(worker, workers->as_of));
		text_cell(out, c->certified ? c->form : NULL);
		date_cell(out, c->valid_to);
		text_cell(out, days);
		date_cell(out, c->extension_until);
		date_cell(out, c->next_on);
		text_cell(out, c->next_step);
		text_cell(out, c->next_where);
		amount_cell(out, &c->home, workers->as_of);
		amount_cell(out, &c->host, workers->as_of);
		tot_text_add(out, "\n");
	}
}

static void worker_json(struct tot_writer *w, const struct tot_worker *worker,
			struct tot_date as_of)
{
	const struct tot_coverage *c = &worker->coverage;
	const int left = tot_worker_days_left(worker, as_of);
	struct tot_amount amount;
	tot_write_object(w, NULL);
	tot_write_string(w, "person", worker->person);
	tot_write_text(w, "nationality", worker->nationality);
	tot_write_string(w, "home", worker->posting.home);
	tot_write_string(w, "host", worker->posting.host);
	tot_write_date(w, "from", worker->posting.from);
	tot_write_date(w, "until", tot_posting_last_day(&worker->posting));
	tot_write_text(w, "law_now", tot_worker_law_now(worker, as_of));
	tot_write_text(w, "certificate", c->certified ? c->form : NULL);
	tot_write_date(w, "certificate_until", c->valid_to);
	if (left >= 0)
		tot_write_int(w, "days_left", left);
	else
		tot_write_null(w, "days_left");
	tot_write_date(w, "extension_until", c->extension_until);
	tot_write_date(w, "next_on", c->next_on);
	tot_write_text(w, "next_step", c->next_step);
	tot_write_text(w, "next_where", c->next_where);
	amount.known = month_cost(&amount, &c->home, as_of);
	tot_write_amount(w, "home_contribution", &amount, NULL);
	amount.known = month_cost(&amount, &c->host, as_of);
	tot_write_amount(w, "host_contribution", &amount, NULL);
	tot_write_object_end(w);
}

void tot_workers_json(struct tot_text *out, const struct tot_workers *workers, bool compact)
{
	struct tot_writer w = {.out = out, .compact = compact};
	tot_posting_json_begin(&w, workers->as_of);
	tot_write_array(&w, "workers");
	for (size_t i = 0; i < workers->count; i++)
		worker_json(&w, &workers->list[i], workers->as_of);
	tot_write_array_end(&w);
	tot_write_object_end(&w);
	tot_text_add(out, "\n");
}

void tot_workers_calendar(struct tot_text *out, const struct tot_workers *workers)
{
	tot_calendar_begin(out, "Posted workers");
	for (size_t i = 0; i < workers->count; i++)
		tot_posting_events(out, &workers->list[i].coverage, workers->list[i].person,
				   workers->as_of);
	tot_calendar_end(out);
}
