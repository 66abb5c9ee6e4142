/* Derivations: the result first, then because of what. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"
#include "report/text_part.h"

#define INDENT_MAX 40 /* deeper steps stand below each other */

static int indent(int level)
{
	return 2 * level < INDENT_MAX ? 2 * level : INDENT_MAX;
}

static void inputs(struct tot_text *out, const struct tot_step *step, int at)
{
	for (const struct tot_trace_input *input = step->inputs; input; input = input->next)
		tot_wrapf(out, at, at + 2, "%s: %s", input->label, input->value);
}

static void head(struct tot_text *out, const struct tot_step *step, int at)
{
	const bool value = step->value && step->value[0], id = step->id && step->id[0];
	tot_wrapf(out, at, at + 2, "%s%s%s%s%s%s%s%s", step->label, value ? " = " : "",
		  value ? step->value : "", value && step->unit[0] ? " " : "",
		  value ? step->unit : "", id ? " [" : "", id ? step->id : "", id ? "]" : "");
}

/* The formula of a result that its own step leaves to the steps below. */
static const char *formula_of(const struct tot_report *report, const char *id)
{
	const struct tot_outcome *o = report->outcome;
	for (size_t i = 0; o && id[0] && i < o->state_count; i++) {
		const struct tot_benefit *benefit = tot_findings_find_benefit(&o->findings[i], id);
		if (benefit)
			return benefit->formula;
	}
	return "";
}

size_t tot_step_details(struct tot_step_detail *out, const struct tot_report *report,
			const struct tot_step *step)
{
	const struct tot_step_detail all[TOT_STEP_DETAILS] = {
		{"= ", step->formula[0] ? step->formula : formula_of(report, step->id)},
		{"law: ", step->law},
		{"rounding: ", step->rounding},
		{"source: ", step->source},
		{"doubtful: ", step->caveat},
	};
	size_t count = 0;
	for (size_t i = 0; i < TOT_STEP_DETAILS; i++)
		if (all[i].text && all[i].text[0])
			out[count++] = all[i];
	return count;
}

/* The formula stands before the inputs, the rest after them. */
static void details(struct tot_text *out, const struct tot_report *report,
		    const struct tot_step *step, int at)
{
	struct tot_step_detail list[TOT_STEP_DETAILS];
	const size_t count = tot_step_details(list, report, step);
	const bool formula = count && list[0].name[0] == '=';
	if (!formula)
		inputs(out, step, at);
	for (size_t i = 0; i < count; i++) {
		tot_wrapf(out, at, at + 2, "%s%s", list[i].name, list[i].text);
		if (i == 0 && formula)
			inputs(out, step, at);
	}
}

static void step_lines(struct tot_text *out, const struct tot_report *report,
		       const struct tot_step *step, int level, int depth)
{
	const int at = indent(level + 1);
	head(out, step, indent(level));
	details(out, report, step, at);
	if (!step->children || depth == 1)
		return;
	if (level == 0)
		tot_wrap(out, at, at, "because");
	for (const struct tot_step *below = step->children; below; below = below->next)
		step_lines(out, report, below, level + 1, depth - 1);
}

bool tot_explain_text(struct tot_text *out, const struct tot_report *report, const char *id,
		      int depth)
{
	const struct tot_step *step = id ? tot_trace_find(&report->trace, id) : report->trace.roots;
	const size_t from = out->size;
	if (!step)
		return !id;
	for (; step; step = id ? NULL : step->next) {
		step_lines(out, report, step, 0, depth);
		if (!id && step->next)
			tot_text_add(out, "\n");
	}
	tot_harmless(out, from);
	return true;
}

bool tot_explain_json(struct tot_text *out, const struct tot_report *report, const char *id,
		      int depth)
{
	struct tot_writer w = {.out = out, .compact = report->compact};
	const struct tot_step *step = id ? tot_trace_find(&report->trace, id) : report->trace.roots;
	if (!step && id)
		return false;
	if (!id)
		tot_write_array(&w, NULL);
	for (; step; step = id ? NULL : step->next)
		tot_json_step(&w, step, depth);
	if (!id)
		tot_write_array_end(&w);
	tot_text_add(out, "\n");
	return true;
}
