/* The widow's addition: middle-aged until 65, the transitional one of older cohorts after. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survivor.h"

/* EPA s. 62 (1): 40 at the death, or at 40 with a child that gives the basic pension. */
static enum tot_status at_forty(bool *out, const struct tot_jp_death *death,
				const struct tot_view *view, const struct tot_law *law)
{
	int64_t years;
	int children = 0;
	const struct tot_date born = view->life->family.spouse.born;
	enum tot_status status = tot_jp_number(&years, law, TOT_JP_WIDOW_FROM);
	if (status != TOT_OK)
		return status;
	const struct tot_date forty = tot_age_reached(born, (struct tot_age){(int)years, 0});
	*out = tot_date_compare(forty, death->died) <= 0;
	if (*out)
		return TOT_OK;
	status = tot_jp_children_on(&children, &view->life->family, forty, law);
	*out = children > 0;
	return status;
}

/* Is there a transitional addition for the cohort? */
static bool has_transitional(struct tot_date born, const struct tot_law *law)
{
	struct tot_value value;
	return tot_jp_of_cohort(&value, law, TOT_JP_WIDOW_NUMERATOR, born) == TOT_OK;
}

enum tot_status tot_jp_widow_addition_due(struct tot_jp_death *io, const char **why,
					  const struct tot_view *view, struct tot_ctx *ctx)
{
	bool forty, young;
	const struct tot_spouse *spouse = &view->life->family.spouse;
	io->addition_due = false;
	*why = NULL;
	if (io->heirs.who != TOT_JP_SPOUSE || spouse->sex != TOT_FEMALE)
		*why = "only for a widow who draws the survivors' employees' pension";
	else if (io->new_law)
		*why = "the law of deaths from 2028-04-01 has no such addition";
	else if (io->term == TOT_JP_LONG_TERM && !io->months_240->met)
		*why = "the deceased had less than 240 months of employees' insurance";
	if (*why)
		return TOT_OK;
	enum tot_status status = at_forty(&forty, io, view, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_below_age(&young, spouse->born, TOT_JP_WIDOW_UNTIL, io->look,
					  ctx->law);
	if (status != TOT_OK)
		return status;
	io->addition_old = !young;
	if (!forty) {
		*why = "the widow was below 40 at the death, and had no child at 40";
	} else if (!young && !has_transitional(spouse->born, ctx->law)) {
		*why = "it ends at 65";
	} else if (io->basic_heirs.who == TOT_JP_SPOUSE) {
		io->addition_suspended = true;
		*why = "suspended while the survivors' basic pension is drawn";
	}
	io->addition_due = *why == NULL;
	return TOT_OK;
}

/* Three quarters of the widow's own full basic pension less the part of her years (suppl. s. 73). */
static enum tot_status transitional(struct tot_ratio *out, struct tot_date born,
				    struct tot_ctx *ctx)
{
	struct tot_value full, share, num, den;
	int64_t amount;
	const enum tot_status known = tot_jp_full_basic(&full, born, ctx->as_of, ctx->law);
	if (known < 0)
		return known;
	enum tot_status status =
		tot_jp_figure(&share, ctx->law, TOT_JP_WIDOW_SHARE, &(struct tot_at){0});
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&num, ctx->law, TOT_JP_WIDOW_NUMERATOR, born);
	if (status == TOT_OK)
		status = tot_jp_of_cohort(&den, ctx->law, TOT_JP_WIDOW_DENOMINATOR, born);
	if (status == TOT_OK)
		status = tot_mul_div(&amount, full.value, share.value, share.denominator,
				     TOT_HALF_UP);
	/* EPA s. 62 (2): to 100 yen. */
	if (status == TOT_OK)
		status = tot_round_to(&amount, amount, 100, TOT_HALF_UP);
	if (status != TOT_OK)
		return status;
	*out = tot_ratio_sub(tot_ratio_of(amount, 1),
			     tot_ratio_of(full.value * num.value, den.value));
	tot_trace_value(ctx->trace, "full basic pension", &full);
	tot_trace_value(ctx->trace, "numerator", &num);
	tot_trace_value(ctx->trace, "denominator", &den);
	return known;
}

static enum tot_status middle_aged(struct tot_ratio *out, struct tot_date died, struct tot_ctx *ctx)
{
	struct tot_value amount, rate;
	const struct tot_at year = {.day = tot_date_to_day(ctx->as_of)};
	const struct tot_at right = {.day = tot_date_to_day(died)};
	enum tot_status status = tot_jp_figure(&amount, ctx->law, TOT_JP_WIDOW_ADDITION, &year);
	if (status == TOT_OK)
		status = tot_jp_figure(&rate, ctx->law, TOT_JP_WIDOW_PHASE_OUT, &right);
	if (status != TOT_OK)
		return status;
	*out = tot_ratio_mul(tot_ratio_of(amount.value, 1), tot_jp_ratio(&rate));
	tot_trace_value(ctx->trace, "amount of the year", &amount);
	if (rate.value != rate.denominator)
		tot_trace_value(ctx->trace, "rate by the day of the right", &rate);
	return TOT_OK;
}

enum tot_status tot_jp_widow_addition(struct tot_ratio *out, struct tot_date born, bool old,
				      struct tot_date died, struct tot_ctx *ctx)
{
	char text[TOT_JP_TEXT];
	tot_trace_begin(ctx->trace, "",
			old ? "transitional widow's addition" : "middle-aged widow's addition");
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act s. 62; Act 34/1985 suppl. s. "
				  "73; Act 74/2025 suppl. s. 15 (2)");
	const enum tot_status status =
		old ? transitional(out, born, ctx) : middle_aged(out, died, ctx);
	if (status >= 0)
		tot_trace_result(ctx->trace, "JPY per year", "%s", tot_jp_grouped(text, *out, 2));
	tot_trace_end(ctx->trace);
	return status;
}
