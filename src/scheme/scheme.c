/* Filling the findings of a state: tests, benefits, refunds and their texts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/scheme.h"

#include <stdio.h>
#include <string.h>

struct tot_qualifying *tot_findings_test(struct tot_findings *findings, const char *id,
					 const char *title, const char *law)
{
	if (findings->qualifying_count >= TOT_FINDINGS_MAX)
		return NULL;
	struct tot_qualifying *test = &findings->qualifying[findings->qualifying_count++];
	*test = (struct tot_qualifying){.id = id,
					.country = findings->country,
					.title = title,
					.law = law,
					.met_on = TOT_MONTH_NONE};
	return test;
}

struct tot_benefit *tot_findings_benefit(struct tot_findings *findings, const char *id,
					 const char *title, const char *law)
{
	if (findings->benefit_count >= TOT_FINDINGS_MAX)
		return NULL;
	struct tot_benefit *benefit = &findings->benefits[findings->benefit_count++];
	*benefit = (struct tot_benefit){.id = id,
					.country = findings->country,
					.title = title,
					.law = law,
					.formula = "",
					.earliest_start = TOT_MONTH_NONE,
					.start = TOT_MONTH_NONE,
					.age = {-1, 0},
					.counted_before = TOT_MONTH_NONE,
					.first_payment = TOT_MONTH_NONE};
	return benefit;
}

struct tot_refund *tot_findings_refund(struct tot_findings *findings, const char *id,
				       const char *title, const char *law)
{
	if (findings->refund_count >= sizeof(findings->refunds) / sizeof(findings->refunds[0]))
		return NULL;
	struct tot_refund *refund = &findings->refunds[findings->refund_count++];
	*refund = (struct tot_refund){
		.id = id, .country = findings->country, .title = title, .law = law, .formula = ""};
	return refund;
}

const struct tot_qualifying *tot_findings_find_test(const struct tot_findings *findings,
						    const char *id)
{
	for (size_t i = 0; i < findings->qualifying_count; i++)
		if (strcmp(findings->qualifying[i].id, id) == 0)
			return &findings->qualifying[i];
	return NULL;
}

const struct tot_benefit *tot_findings_find_benefit(const struct tot_findings *findings,
						    const char *id)
{
	for (size_t i = 0; i < findings->benefit_count; i++)
		if (strcmp(findings->benefits[i].id, id) == 0)
			return &findings->benefits[i];
	return NULL;
}

static const char *format_text(struct tot_ctx *ctx, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

static const char *format_text(struct tot_ctx *ctx, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	const int size = vsnprintf(NULL, 0, format, args);
	char *text = size < 0 ? NULL : tot_arena_alloc(ctx->arena, (size_t)size + 1);
	if (text)
		vsnprintf(text, (size_t)size + 1, format, again);
	va_end(again);
	return text ? text : "";
}

static void add_reason(const char ***reasons, size_t *count, struct tot_ctx *ctx, const char *text)
{
	const char **list = tot_arena_grow(ctx->arena, *reasons, *count, sizeof(**reasons));
	if (!list)
		return;
	list[(*count)++] = text;
	*reasons = list;
}

void tot_benefit_reason(struct tot_benefit *benefit, struct tot_ctx *ctx, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = format_text(ctx, format, args);
	va_end(args);
	add_reason(&benefit->reasons, &benefit->reason_count, ctx, text);
}

void tot_refund_reason(struct tot_refund *refund, struct tot_ctx *ctx, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = format_text(ctx, format, args);
	va_end(args);
	add_reason(&refund->reasons, &refund->reason_count, ctx, text);
}

static struct tot_named *append(struct tot_named **list, struct tot_ctx *ctx, const char *name,
				const char *value)
{
	struct tot_named *named = tot_arena_alloc(ctx->arena, sizeof(*named));
	if (!named)
		return NULL;
	*named = (struct tot_named){.name = name, .value = value};
	while (*list)
		list = &(*list)->next;
	*list = named;
	return named;
}

struct tot_named *tot_benefit_factor(struct tot_benefit *benefit, struct tot_ctx *ctx,
				     const char *name, const char *format, ...)
{
	if (!format)
		return append(&benefit->factors, ctx, name, NULL);
	va_list args;
	va_start(args, format);
	const char *text = format_text(ctx, format, args);
	va_end(args);
	return append(&benefit->factors, ctx, name, text);
}

void tot_named_add(struct tot_named **list, struct tot_ctx *ctx, const char *name,
		   const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = format_text(ctx, format, args);
	va_end(args);
	append(list, ctx, name, text);
}

void tot_benefit_component(struct tot_benefit *benefit, struct tot_ctx *ctx, const char *name,
			   const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = format_text(ctx, format, args);
	va_end(args);
	append(&benefit->components, ctx, name, text);
}

/* A figure as people write it: thousands apart, no zeros that say nothing; money keeps its cents. */
static void print_figure(char out[TOT_DECIMAL_TEXT], const struct tot_value *value)
{
	int64_t number = value->value;
	int decimals = value->decimals;
	const int least = value->currency[0] && decimals >= 2 ? 2 : 0;
	for (; decimals > least && number % 10 == 0; decimals--)
		number /= 10;
	tot_decimal_print_grouped(out, number, decimals);
}

void tot_trace_value(struct tot_trace *trace, const char *label, const struct tot_value *value)
{
	if (!trace)
		return;
	char number[TOT_DECIMAL_TEXT];
	if (value->decimals < 0)
		snprintf(number, sizeof(number), "%lld/%lld", (long long)value->value,
			 (long long)value->denominator);
	else
		print_figure(number, value);
	tot_trace_begin(trace, "", label);
	tot_trace_result(trace, value->currency, "%s", number);
	tot_trace_law(trace, value->law);
	tot_trace_source(trace, "%s%s%s%s%s (%s) %s", value->parameter,
			 value->from[0] ? ", from " : "", value->from, value->to[0] ? " to " : "",
			 value->to, value->confidence, value->source);
	tot_trace_end(trace);
}
