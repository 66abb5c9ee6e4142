/* Building and searching the tree of steps. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/trace.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *keep(struct tot_trace *trace, const char *text)
{
	const char *copy = text ? tot_arena_copy(&trace->arena, text, strlen(text)) : NULL;
	return copy ? copy : "";
}

static const char *keep_formatted(struct tot_trace *trace, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

static const char *keep_formatted(struct tot_trace *trace, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	const int size = vsnprintf(NULL, 0, format, args);
	char *text = size < 0 ? NULL : tot_arena_alloc(&trace->arena, (size_t)size + 1);
	if (text)
		vsnprintf(text, (size_t)size + 1, format, again);
	va_end(again);
	return text ? text : "";
}

void tot_trace_begin(struct tot_trace *trace, const char *id, const char *label)
{
	if (!trace)
		return;
	struct tot_step *step = tot_arena_alloc(&trace->arena, sizeof(*step));
	if (!step)
		return;
	*step = (struct tot_step){.id = keep(trace, id),
				  .label = keep(trace, label),
				  .value = "",
				  .unit = "",
				  .formula = "",
				  .law = "",
				  .source = "",
				  .rounding = "",
				  .caveat = "",
				  .parent = trace->current};
	struct tot_step **first = step->parent ? &step->parent->children : &trace->roots;
	struct tot_step **last = step->parent ? &step->parent->last_child : &trace->last_root;
	if (*last)
		(*last)->next = step;
	else
		*first = step;
	*last = step;
	trace->current = step;
}

void tot_trace_end(struct tot_trace *trace)
{
	if (trace && trace->current)
		trace->current = trace->current->parent;
}

void tot_trace_law(struct tot_trace *trace, const char *law)
{
	if (trace && trace->current)
		trace->current->law = keep(trace, law);
}

void tot_trace_rounding(struct tot_trace *trace, const char *rounding)
{
	if (trace && trace->current)
		trace->current->rounding = keep(trace, rounding);
}

void tot_trace_result(struct tot_trace *trace, const char *unit, const char *format, ...)
{
	if (!trace || !trace->current)
		return;
	va_list args;
	va_start(args, format);
	trace->current->value = keep_formatted(trace, format, args);
	trace->current->unit = keep(trace, unit);
	va_end(args);
}

void tot_trace_formula(struct tot_trace *trace, const char *format, ...)
{
	if (!trace || !trace->current)
		return;
	va_list args;
	va_start(args, format);
	trace->current->formula = keep_formatted(trace, format, args);
	va_end(args);
}

void tot_trace_source(struct tot_trace *trace, const char *format, ...)
{
	if (!trace || !trace->current)
		return;
	va_list args;
	va_start(args, format);
	trace->current->source = keep_formatted(trace, format, args);
	va_end(args);
}

void tot_trace_caveat(struct tot_trace *trace, const char *format, ...)
{
	if (!trace || !trace->current)
		return;
	va_list args;
	va_start(args, format);
	trace->current->caveat = keep_formatted(trace, format, args);
	va_end(args);
}

void tot_trace_input(struct tot_trace *trace, const char *label, const char *format, ...)
{
	struct tot_step *step = trace ? trace->current : NULL;
	struct tot_trace_input *input =
		step ? tot_arena_alloc(&trace->arena, sizeof(*input)) : NULL;
	if (!input)
		return;
	va_list args;
	va_start(args, format);
	input->label = keep(trace, label);
	input->value = keep_formatted(trace, format, args);
	va_end(args);
	if (step->last_input)
		step->last_input->next = input;
	else
		step->inputs = input;
	step->last_input = input;
}

static const struct tot_step *find(const struct tot_step *step, const char *id)
{
	for (; step; step = step->next) {
		if (strcmp(step->id, id) == 0)
			return step;
		const struct tot_step *below = find(step->children, id);
		if (below)
			return below;
	}
	return NULL;
}

const struct tot_step *tot_trace_find(const struct tot_trace *trace, const char *id)
{
	return trace ? find(trace->roots, id) : NULL;
}

void tot_trace_free(struct tot_trace *trace)
{
	if (!trace)
		return;
	tot_arena_free(&trace->arena);
	*trace = (struct tot_trace){0};
}
