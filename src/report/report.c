/* One life evaluated completely, and the pure entry from scenario text to result text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/report.h"

#include <stdlib.h>
#include <string.h>

#include "report/steps.h"

static bool known_item(const struct tot_diag *list, const struct tot_diag_item *item)
{
	for (const struct tot_diag_item *i = list->first; i; i = i->next)
		if (i->severity == item->severity && strcmp(i->code, item->code) == 0 &&
		    strcmp(i->place, item->place) == 0 && strcmp(i->text, item->text) == 0)
			return true;
	return false;
}

/* Add what is not there yet: strategies repeat the notices of the life as it stands. */
static void copy_items(struct tot_diag *to, const struct tot_diag *from, enum tot_severity least)
{
	for (const struct tot_diag_item *i = from ? from->first : NULL; i; i = i->next)
		if (i->severity >= least && !known_item(to, i))
			tot_diag_add(to, i->severity, i->code, i->file, i->place, "%s", i->text);
}

/* The gravest doubt of what would be paid: pensions that are due and refunds that are possible. */
static enum tot_status doubt_of(const struct tot_outcome *outcome)
{
	enum tot_status doubt = outcome->doubt;
	for (size_t i = 0; i < outcome->state_count; i++)
		for (size_t j = 0; j < outcome->findings[i].refund_count; j++)
			if (outcome->findings[i].refunds[j].eligible)
				doubt = tot_status_worse(doubt,
							 outcome->findings[i].refunds[j].status);
	return doubt;
}

static enum tot_status evaluate(struct tot_report *report, unsigned parts, struct tot_diag *notices)
{
	struct tot_ctx ctx = {.law = report->law,
			      .as_of = report->as_of,
			      .arena = &report->arena,
			      .trace = parts & TOT_PART_TRACE ? &report->trace : NULL,
			      .notices = notices};
	enum tot_status status = tot_evaluate(&report->outcome, report->life, NULL,
					      (parts & TOT_PART_EFFECTS) != 0, &ctx);
	if (status < TOT_OK)
		return status;
	report->doubt = tot_status_worse(status, doubt_of(report->outcome));
	if (parts & TOT_PART_COMPARISON)
		status = tot_compare_strategies(&report->comparison, report->life, report->outcome,
						&ctx);
	if (status < TOT_OK)
		return status;
	tot_report_steps(&report->trace, report->outcome, report->comparison);
	if (report->arena.failed || report->trace.arena.failed)
		return TOT_ERR_MEMORY;
	return report->doubt;
}

enum tot_status tot_report_make(struct tot_report **out, const struct tot_scenario *life,
				const struct tot_law *law, struct tot_date as_of,
				const struct tot_diag *warnings, struct tot_diag *diag)
{
	return tot_report_make_parts(out, life, law, as_of, TOT_PARTS_ALL, warnings, diag);
}

enum tot_status tot_report_make_parts(struct tot_report **out, const struct tot_scenario *life,
				      const struct tot_law *law, struct tot_date as_of,
				      unsigned parts, const struct tot_diag *warnings,
				      struct tot_diag *diag)
{
	struct tot_report *report = calloc(1, sizeof *report);
	if (!report)
		return TOT_ERR_MEMORY;
	report->life = life;
	report->law = law;
	report->as_of = as_of;
	struct tot_diag notices = {0};
	const enum tot_status status = evaluate(report, parts, &notices);
	copy_items(&report->notices, warnings, TOT_INFO);
	copy_items(&report->notices, &notices, TOT_INFO);
	if (status < TOT_OK) {
		copy_items(diag, &notices, TOT_ERROR);
		tot_report_free(report);
	} else {
		*out = report;
	}
	tot_diag_free(&notices);
	return status;
}

void tot_report_free(struct tot_report *report)
{
	if (!report)
		return;
	tot_diag_free(&report->notices);
	tot_trace_free(&report->trace);
	tot_arena_free(&report->arena);
	free(report);
}

static enum tot_status evaluate_life(struct tot_text *out, const struct tot_scenario *life,
				     struct tot_date as_of, const struct tot_law *law,
				     const struct tot_diag *warnings, struct tot_diag *diag)
{
	if (tot_date_is_none(as_of))
		as_of = life->as_of;
	if (tot_date_is_none(as_of)) {
		tot_diag_add(diag, TOT_ERROR, "no-as-of", life->file, "/as_of",
			     "the day of the decision is missing; write \"as_of\"");
		return TOT_ERR_DATA;
	}
	struct tot_report *report = NULL;
	const enum tot_status status = tot_report_make(&report, life, law, as_of, warnings, diag);
	if (status < TOT_OK)
		return status;
	struct tot_text text = {0};
	tot_report_json(&text, report, true, 0);
	tot_report_free(report);
	const bool failed = text.failed;
	if (!failed)
		tot_text_add_bytes(out, text.bytes, text.size);
	tot_text_free(&text);
	return failed || out->failed ? TOT_ERR_MEMORY : status;
}

enum tot_status tot_evaluate_text(struct tot_text *out, const char *text, size_t size,
				  struct tot_date as_of, const struct tot_law *law,
				  struct tot_diag *diag)
{
	struct tot_scenario *life = NULL;
	struct tot_diag warnings = {0};
	enum tot_status status = tot_scenario_read(&life, text, size, "", &warnings);
	if (status < TOT_OK)
		copy_items(diag, &warnings, TOT_INFO);
	else
		status = evaluate_life(out, life, as_of, law, &warnings, diag);
	tot_scenario_free(life);
	tot_diag_free(&warnings);
	return status;
}
