/* What contribution-free and contribution-reduced months bring (s. 71 (1), (2), s. 74, s. 263). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/figures.h"
#include "de/special.h"

/* Groups that s. 71 (2) compares apart, the better valued first: a month is in one of them. */
enum group { OTHER, ILLNESS, SCHOOL, TRAINING, GROUPS };

static const struct {
	const char *free, *reduced;
	enum tot_de_figure percent;
} words[GROUPS] = {
	[OTHER] = {"other contribution-free months", "other contribution-reduced months",
		   TOT_DE_VALUED_FULL},
	[ILLNESS] = {"months of sickness or unemployment",
		     "contribution-reduced months of sickness or unemployment",
		     TOT_DE_VALUED_SICKNESS},
	[SCHOOL] = {"months of technical school", "contribution-reduced months of technical school",
		    TOT_DE_VALUED_SCHOOL},
	[TRAINING] = {"", "months of vocational training", TOT_DE_VALUED_SCHOOL},
};

/* Keep the months for which the dated percentage is not zero. */
static enum tot_status keep_valued(struct tot_months *io, enum tot_de_figure percent,
				   const struct tot_law *law)
{
	const struct tot_months all = *io;
	for (tot_month m = tot_months_next(&all, 0); m != TOT_MONTH_NONE;
	     m = tot_months_next(&all, m + 1)) {
		const struct tot_at at = tot_de_on(tot_month_first_day(m));
		int64_t value;
		const enum tot_status status = tot_de_number(&value, law, percent, &at);
		if (status < 0)
			return status;
		if (value)
			continue;
		struct tot_months one = {{0}};
		tot_months_add(&one, m);
		tot_months_andnot(io, &one);
	}
	return TOT_OK;
}

/* s. 74 sentence 4 nos. 1, 1a: only with unemployment benefit, never with assistance. */
static enum tot_status unemployment(struct tot_months *out, const struct tot_timeline *own,
				    const struct tot_law *law)
{
	const tot_kinds kind = TOT_KIND_BIT(TOT_CREDITABLE_UNEMPLOYMENT);
	struct tot_months unpaid;
	tot_timeline_flagged(out, own, kind, TOT_FLAG_BENEFIT_PAID, TOT_FLAG_ASSISTANCE);
	tot_timeline_flagged(&unpaid, own, kind, 0, TOT_FLAG_BENEFIT_PAID | TOT_FLAG_ASSISTANCE);
	enum tot_status status = keep_valued(out, TOT_DE_VALUED_UNEMPLOYMENT, law);
	if (status >= 0)
		status = keep_valued(&unpaid, TOT_DE_VALUED_UNEMPLOYMENT_UNPAID, law);
	tot_months_or(out, &unpaid);
	return status;
}

/* s. 74 sentence 4 no. 2: sickness after 1983 only where contributions were paid. */
static enum tot_status sickness(struct tot_months *out, const struct tot_timeline *own,
				const struct tot_months *contributed, const struct tot_law *law)
{
	const tot_kinds kind = TOT_KIND_BIT(TOT_CREDITABLE_SICKNESS);
	struct tot_months unpaid;
	tot_timeline_flagged(out, own, kind, 0, TOT_FLAG_ASSISTANCE);
	unpaid = *out;
	tot_months_and(out, contributed);
	tot_months_andnot(&unpaid, contributed);
	enum tot_status status = keep_valued(out, TOT_DE_VALUED_SICKNESS, law);
	if (status >= 0)
		status = keep_valued(&unpaid, TOT_DE_VALUED_SICKNESS_UNPAID, law);
	tot_months_or(out, &unpaid);
	return status;
}

/* Contribution-free months of a group, and the reduced ones. */
struct sorted {
	struct tot_months free[GROUPS], reduced[GROUPS];
};

/* s. 74 sentence 3: at most 36 months, contribution-free ones of school first, the oldest first. */
static enum tot_status limit_school(struct sorted *io, const struct tot_law *law)
{
	const struct tot_at at = {0};
	int64_t most;
	const enum tot_status status = tot_de_number(&most, law, TOT_DE_VALUED_SCHOOL_MONTHS, &at);
	if (status < 0)
		return status;
	tot_months_keep_first(&io->free[SCHOOL], (int)most);
	struct tot_months rest = io->reduced[SCHOOL];
	tot_months_or(&rest, &io->reduced[TRAINING]);
	tot_months_keep_first(&rest, (int)most - tot_months_count(&io->free[SCHOOL]));
	tot_months_and(&io->reduced[SCHOOL], &rest);
	tot_months_and(&io->reduced[TRAINING], &rest);
	return TOT_OK;
}

static enum tot_status sort(struct sorted *out, const struct tot_de_valued_months *months,
			    const struct tot_de_special_case *it)
{
	const tot_kinds full = TOT_KIND_BIT(TOT_CREDITABLE_MATERNITY) |
			       TOT_KIND_BIT(TOT_CREDITABLE_PENSION_RECEIPT) |
			       TOT_KIND_BIT(TOT_SUBSTITUTE);
	const struct tot_law *law = it->basis->law;
	struct tot_months of[GROUPS], idle, taken = {{0}};
	tot_timeline_flagged(&of[OTHER], it->own, full, 0, TOT_FLAG_ASSISTANCE);
	tot_months_or(&of[OTHER], &it->added);
	tot_timeline_flagged(&of[SCHOOL], it->own, TOT_KIND_BIT(TOT_CREDITABLE_EDUCATION),
			     TOT_FLAG_TECHNICAL, 0);
	tot_timeline_flagged(&of[TRAINING], it->own, TOT_DE_WORK, TOT_FLAG_TRAINING,
			     TOT_FLAG_MINIJOB_EXEMPT);
	enum tot_status status = sickness(&of[ILLNESS], it->own, &months->contributed, law);
	if (status >= 0)
		status = unemployment(&idle, it->own, law);
	if (status < 0)
		return status;
	tot_months_or(&of[ILLNESS], &idle);
	for (int group = 0; group < GROUPS; group++) {
		tot_months_andnot(&of[group], &taken);
		tot_months_or(&taken, &of[group]);
		out->free[group] = out->reduced[group] = of[group];
		tot_months_andnot(&out->free[group], &months->contributed);
		tot_months_and(&out->reduced[group], &months->contributed);
	}
	return limit_school(out, law);
}

/* Value of one month of the group: the percentage, rounded, and the cap of school and training. */
static enum tot_status month_value(tot_points *out, enum group group, tot_points value,
				   const struct tot_months *months, const struct tot_law *law)
{
	const tot_month first = tot_months_next(months, 0);
	const struct tot_at at = tot_de_on(tot_month_first_day(first));
	int64_t percent, most;
	enum tot_status status = tot_de_number(&percent, law, words[group].percent, &at);
	if (status >= 0)
		status = tot_mul_div(out, value, percent, 100, TOT_HALF_UP);
	if (status < 0 || (group != SCHOOL && group != TRAINING))
		return status;
	status = tot_de_number(&most, law, TOT_DE_VALUED_SCHOOL_CAP, &at);
	if (status >= 0 && *out > most)
		*out = most;
	return status;
}

static void trace_free(struct tot_trace *trace, const char *label, const struct tot_months *months,
		       tot_points each, tot_points points)
{
	char ranges[512], value[TOT_DECIMAL_TEXT], text[TOT_DECIMAL_TEXT];
	if (!trace)
		return;
	tot_months_print(ranges, sizeof(ranges), months);
	tot_trace_input(trace, label, "%d x %s = %s (%s)", tot_months_count(months),
			tot_decimal_print(value, each, 4), tot_decimal_print(text, points, 4),
			ranges);
}

static enum tot_status add_free(struct tot_de_special *out, enum group group,
				const struct tot_months *months, struct tot_ctx *ctx)
{
	tot_points each;
	const int count = tot_months_count(months);
	if (!count)
		return TOT_OK;
	enum tot_status status = month_value(&each, group, out->valuation.value, months, ctx->law);
	if (status < 0)
		return status;
	trace_free(ctx->trace, words[group].free, months, each, each * count);
	out->free += each * count;
	return tot_de_pool_add(&out->pools, TOT_DE_POOL_FREE, months, tot_ratio_of(each * count, 1),
			       ctx);
}

/* s. 71 (2): at least what the months would bring without contributions; spread evenly. */
static enum tot_status add_reduced(struct tot_de_special *out, enum group group,
				   const struct tot_months *months, struct tot_ctx *ctx)
{
	tot_points each, own, more;
	char text[TOT_DECIMAL_TEXT], other[TOT_DECIMAL_TEXT];
	const int count = tot_months_count(months);
	if (!count)
		return TOT_OK;
	const struct tot_ratio paid =
		tot_de_pools_sum(&out->pools, TOT_DE_POOLS_PAID | TOT_DE_POOL_MINERS, months);
	enum tot_status status = month_value(&each, group, out->valuation.value, months, ctx->law);
	if (status >= 0)
		status = tot_ratio_round(&own, paid, 1, TOT_HALF_UP);
	if (status >= 0)
		status = tot_ratio_round(&more, tot_ratio_sub(tot_ratio_of(each * count, 1), paid),
					 1, TOT_HALF_UP);
	if (status < 0)
		return status;
	if (more < 0)
		more = 0;
	trace_free(ctx->trace, words[group].reduced, months, each, each * count);
	tot_trace_input(ctx->trace, "supplement above their own points", "%s own, %s added",
			tot_decimal_print(text, own, 4), tot_decimal_print(other, more, 4));
	out->reduced += more;
	return tot_de_pool_add(&out->pools, TOT_DE_POOL_REDUCED, months, tot_ratio_of(more, 1),
			       ctx);
}

enum tot_status tot_de_add_valued(struct tot_de_special *out,
				  const struct tot_de_valued_months *months,
				  const struct tot_de_special_case *it, struct tot_ctx *ctx)
{
	struct sorted sorted;
	enum tot_status status = sort(&sorted, months, it);
	for (int group = 0; group < GROUPS && status >= 0; group++)
		status = add_free(out, (enum group)group, &sorted.free[group], ctx);
	for (int group = 0; group < GROUPS && status >= 0; group++)
		status = add_reduced(out, (enum group)group, &sorted.reduced[group], ctx);
	return status < 0 ? status : TOT_OK;
}
