/* The end of a report: what is doubtful, what was not looked at, on which data it rests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/text_part.h"

#ifndef TOT_VERSION
#define TOT_VERSION "unknown"
#endif

#define CAVEATS_MAX 12

static const char *const not_modelled[] = {
	"what is taken from pensions beyond the net amounts (compare.tax: net)",
	"health, care, accident and unemployment insurance of work abroad",
	"rights in other states than those above, and pensions of employers",
};

static const char *status_head(enum tot_status status)
{
	return status == TOT_INCOMPLETE_RECORD ? "Incomplete, something they need is not known"
	       : status == TOT_PROJECTED       ? "Projected, with future months at today's figures"
					       : "Provisional, with figures not final yet";
}

static void add_id(struct tot_text *ids, const char *id)
{
	tot_text_format(ids, "%s%s", ids->size ? ", " : "", id);
}

/* The amounts of one status in one line: "Projected, ...: DE.old_age.regular, ...". Returns 1 if there are any. */
static size_t status_line(struct tot_text *out, const struct tot_outcome *outcome,
			  enum tot_status status)
{
	struct tot_text ids = {0};
	for (size_t i = 0; i < outcome->state_count; i++) {
		const struct tot_findings *f = &outcome->findings[i];
		for (size_t j = 0; j < f->benefit_count; j++)
			if (f->benefits[j].entitled && f->benefits[j].status == status)
				add_id(&ids, f->benefits[j].id);
		for (size_t j = 0; j < f->refund_count; j++)
			if (f->refunds[j].eligible && f->refunds[j].status == status)
				add_id(&ids, f->refunds[j].id);
	}
	const size_t said = ids.size ? 1 : 0;
	if (said)
		tot_wrapf(out, 2, 4, "- %s: %s.", status_head(status), ids.bytes);
	tot_text_free(&ids);
	return said;
}

static size_t statuses(struct tot_text *out, const struct tot_outcome *outcome)
{
	static const enum tot_status all[] = {TOT_INCOMPLETE_RECORD, TOT_PROJECTED,
					      TOT_PROVISIONAL};
	size_t said = 0;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		said += status_line(out, outcome, all[i]);
	return said;
}

/* One doubt of the trace with the first and last step in which it stands. */
struct caveat {
	const char *text, *first, *last;
	size_t count;
};

struct caveats {
	struct caveat list[CAVEATS_MAX];
	size_t count;
	bool more;
};

static void note(struct caveats *caveats, const char *text, const char *where)
{
	for (size_t i = 0; i < caveats->count; i++) {
		struct caveat *known = &caveats->list[i];
		if (strcmp(known->text, text) != 0)
			continue;
		if (strcmp(known->last, where) > 0)
			return; /* the same years again in another benefit */
		known->count += strcmp(known->last, where) != 0;
		known->last = where;
		return;
	}
	if (caveats->count < CAVEATS_MAX)
		caveats->list[caveats->count++] = (struct caveat){text, where, where, 1};
	else
		caveats->more = true;
}

/* A step within a year is named by the year above it. */
static const char *place(const struct tot_step *step)
{
	return step->parent && step->parent->parent ? step->parent->label : step->label;
}

static void gather(struct caveats *caveats, const struct tot_step *step)
{
	for (; step; step = step->next) {
		if (step->caveat && step->caveat[0])
			note(caveats, step->caveat, place(step));
		gather(caveats, step->children);
	}
}

static bool is_year(const char *label)
{
	return strlen(label) == 4 && strspn(label, "0123456789") == 4;
}

static size_t caveats(struct tot_text *out, const struct tot_trace *trace)
{
	struct caveats found = {0};
	gather(&found, trace->roots);
	for (size_t i = 0; i < found.count; i++) {
		const struct caveat *c = &found.list[i];
		const bool years = c->count > 1 && is_year(c->first) && is_year(c->last);
		tot_wrapf(out, 2, 4, "- %s%s%s: %s.", c->first, years ? " to " : "",
			  years ? c->last : "", c->text);
	}
	if (found.more)
		tot_wrap(out, 2, 4, "- and more: see totalise explain");
	return found.count;
}

static bool ends(const char *sentence)
{
	const size_t size = strlen(sentence);
	return size && sentence[size - 1] == '.';
}

static size_t notices(struct tot_text *out, const struct tot_diag *list)
{
	size_t said = 0;
	for (const struct tot_diag_item *i = list->first; i; i = i->next, said++)
		tot_wrapf(out, 2, 4, "- %s%s%s%s%s",
			  i->severity == TOT_INFO ? "" : "Warning: ", i->text,
			  i->place[0] ? ", at " : "", i->place,
			  ends(i->place[0] ? i->place : i->text) ? "" : ".");
	return said;
}

void tot_text_doubts(struct tot_text *out, const struct tot_report *report)
{
	char as_of[TOT_DATE_TEXT];
	tot_heading(out, "Doubts and limits");
	size_t doubts = statuses(out, report->outcome);
	doubts += caveats(out, &report->trace);
	doubts += notices(out, &report->notices);
	if (!doubts)
		tot_wrap(out, 2, 2, "Nothing in these amounts is doubtful.");
	tot_wrap(out, 2, 2, "Not looked at:");
	for (size_t i = 0; i < sizeof not_modelled / sizeof not_modelled[0]; i++)
		tot_wrapf(out, 4, 6, "- %s", not_modelled[i]);
	tot_wrapf(out, 2, 2,
		  "totalise %s, law data %s, as of %s. How a number comes about: totalise explain "
		  "FILE ID, with an ID from the brackets above.",
		  TOT_VERSION, report->law ? tot_law_digest(report->law) : "none",
		  tot_date_print(as_of, report->as_of));
	tot_wrap(out, 2, 2,
		 "Not authoritative: only the insurers decide. Ask them before you file anything.");
}
