/* Spouse and children: who counts on a day, and what is added for them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relatives.h"

#include <string.h>

struct tot_date tot_jp_death_day(const struct tot_scenario *life)
{
	for (size_t i = 0; i < life->event_count; i++)
		if (life->events[i].kind == TOT_EVENT_DEATH)
			return life->events[i].on;
	return (struct tot_date){0, 0, 0};
}

enum tot_status tot_jp_below_age(bool *out, struct tot_date born, enum tot_jp_figure age,
				 struct tot_date day, const struct tot_law *law)
{
	int64_t years;
	const enum tot_status status = tot_jp_number(&years, law, age);
	if (status == TOT_OK)
		*out = tot_date_compare(day,
					tot_age_reached(born, (struct tot_age){(int)years, 0})) < 0;
	return status;
}

bool tot_jp_married_on(const struct tot_spouse *spouse, struct tot_date day)
{
	return spouse->present && tot_date_compare(spouse->married, day) <= 0 &&
	       (tot_date_is_none(spouse->divorced) ||
		tot_date_compare(spouse->divorced, day) > 0) &&
	       (tot_date_is_none(spouse->died) || tot_date_compare(spouse->died, day) > 0);
}

/* Yen per euro in 0.0001. */
static enum tot_status exchange(int64_t *out, const struct tot_scenario *life, struct tot_ctx *ctx)
{
	struct tot_value rate;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	if (life->compare.has_jpy_per_eur) {
		*out = life->compare.jpy_per_eur;
		return TOT_OK;
	}
	const enum tot_status status = tot_jp_figure(&rate, ctx->law, TOT_JP_YEN_PER_EURO, &at);
	if (status == TOT_OK)
		*out = rate.value;
	return status;
}

enum tot_status tot_jp_earns_too_much(bool *out, const struct tot_scenario *life,
				      struct tot_ctx *ctx)
{
	const struct tot_money *income = &life->family.spouse.yearly_income;
	int64_t limit, rate, yen = income->amount;
	enum tot_status status = tot_jp_number(&limit, ctx->law, TOT_JP_INCOME_LIMIT);
	*out = false;
	if (status != TOT_OK || !income->currency)
		return status;
	if (strcmp(income->currency, "JPY") != 0) {
		status = exchange(&rate, life, ctx);
		/* Cents, and a rate with four decimals. */
		if (status == TOT_OK)
			status = tot_mul_div(&yen, income->amount, rate, 1000000, TOT_HALF_UP);
	}
	if (status == TOT_OK)
		*out = yen >= limit;
	return status;
}

enum tot_status tot_jp_is_child(bool *out, struct tot_date born, bool disabled, struct tot_date day,
				const struct tot_law *law)
{
	int64_t age, disabled_age;
	enum tot_status status = tot_jp_number(&age, law, TOT_JP_CHILD_AGE);
	if (status == TOT_OK)
		status = tot_jp_number(&disabled_age, law, TOT_JP_DISABLED_CHILD_AGE);
	if (status != TOT_OK)
		return status;
	const struct tot_date adult = tot_age_reached(born, (struct tot_age){(int)age, 0});
	/* The last day of the fiscal year in which 18 is reached. */
	const int year = tot_month_fiscal_year(tot_month_of(adult)) + 1;
	const struct tot_date last = tot_month_last_day(tot_month_make(year, 3));
	const struct tot_date longest =
		tot_age_reached(born, (struct tot_age){(int)disabled_age, 0});
	*out = tot_date_compare(born, day) <= 0 &&
	       (tot_date_compare(day, last) <= 0 ||
		(disabled && tot_date_compare(day, longest) < 0));
	return TOT_OK;
}

enum tot_status tot_jp_children_on(int *out, const struct tot_family *family, struct tot_date day,
				   const struct tot_law *law)
{
	*out = 0;
	for (size_t i = 0; i < family->child_count; i++) {
		const struct tot_child *child = &family->children[i];
		bool counts;
		const enum tot_status status =
			tot_jp_is_child(&counts, child->born, child->disabled, day, law);
		if (status != TOT_OK)
			return status;
		*out += counts;
	}
	return TOT_OK;
}

/* A base amount of 2028 times the rate of new awards, to 100 yen. */
static enum tot_status reformed(tot_yen *out, enum tot_jp_figure base, const char *label,
				struct tot_ctx *ctx)
{
	struct tot_value amount, rate;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	enum tot_status status = tot_jp_figure(&amount, ctx->law, base, &at);
	if (status == TOT_OK)
		status = tot_jp_figure(&rate, ctx->law, TOT_JP_REVISION_NEW, &at);
	if (status == TOT_OK)
		status = tot_mul_div(out, amount.value, rate.value, rate.denominator, TOT_HALF_UP);
	if (status == TOT_OK)
		status = tot_round_to(out, *out, 100, TOT_HALF_UP);
	if (status == TOT_OK) {
		tot_trace_value(ctx->trace, label, &amount);
		tot_trace_value(ctx->trace, "revision rate of new awards", &rate);
	}
	return status;
}

static enum tot_status of_year(tot_yen *out, enum tot_jp_figure figure, const char *label,
			       struct tot_ctx *ctx)
{
	struct tot_value value;
	const struct tot_at at = {.day = tot_date_to_day(ctx->as_of)};
	const enum tot_status status = tot_jp_figure(&value, ctx->law, figure, &at);
	if (status != TOT_OK)
		return status;
	tot_trace_value(ctx->trace, label, &value);
	*out = value.value;
	return TOT_OK;
}

static bool reform_day(struct tot_date day, const struct tot_law *law)
{
	return tot_date_compare(day, tot_jp_day(law, TOT_JP_DAY_NEW_SURVIVORS)) >= 0;
}

/* NPA s. 33-2 (1), s. 39 (1), s. 39-2 (1): the first two more than the others. */
static enum tot_status graded(tot_yen *out, int children, struct tot_ctx *ctx)
{
	tot_yen first, further = 0;
	enum tot_status status = of_year(&first, TOT_JP_CHILD_FIRST, "addition for a child", ctx);
	const int more = children > 2 ? children - 2 : 0;
	if (status == TOT_OK && more > 0)
		status = of_year(&further, TOT_JP_CHILD_FURTHER, "for a further child", ctx);
	if (status == TOT_OK)
		*out = first * (children - more) + further * more;
	return status;
}

enum tot_status tot_jp_child_additions(tot_yen *out, const struct tot_jp_additions_for *whose,
				       struct tot_ctx *ctx)
{
	struct tot_value full;
	enum tot_status status;
	const int children = whose->children - whose->first_is_recipient;
	*out = 0;
	if (children <= 0)
		return TOT_OK;
	/* Act 74/2025: for new rights only children who live in Japan. */
	if (reform_day(whose->right, ctx->law) && !whose->in_japan)
		return TOT_OK;
	const struct tot_date anybody = tot_jp_day(ctx->law, TOT_JP_DAY_NEW_GROUP);
	const enum tot_status known = tot_jp_full_basic(&full, anybody, ctx->as_of, ctx->law);
	if (known < 0)
		return known;
	tot_trace_begin(ctx->trace, "", "additions for children");
	tot_trace_law(ctx->trace, "National Pension Act s. 33-2, s. 39, s. 39-2; Act 74/2025");
	if (reform_day(ctx->as_of, ctx->law)) {
		status = reformed(out, TOT_JP_CHILD_REFORM, "base amount for a child", ctx);
		*out *= children;
	} else if (whose->first_is_recipient && children > 1) {
		/* s. 39-2: of the others one as the first, each further one less. */
		tot_yen further;
		status = of_year(out, TOT_JP_CHILD_FIRST, "addition for the second child", ctx);
		if (status == TOT_OK)
			status =
				of_year(&further, TOT_JP_CHILD_FURTHER, "for a further child", ctx);
		if (status == TOT_OK)
			*out += further * (children - 1);
	} else {
		status = graded(out, children, ctx);
	}
	tot_trace_result(ctx->trace, "JPY per year", "%lld", (long long)*out);
	tot_trace_formula(ctx->trace, "%d child%s with an addition", children,
			  children == 1 ? "" : "ren");
	tot_trace_end(ctx->trace);
	return status == TOT_OK ? known : status;
}

enum tot_status tot_jp_spouse_addition(tot_yen *out, struct tot_date right, struct tot_ctx *ctx)
{
	tot_trace_begin(ctx->trace, "", "addition for the spouse");
	tot_trace_law(ctx->trace, "Employees' Pension Insurance Act s. 50-2; Act 74/2025");
	const enum tot_status status =
		reform_day(right, ctx->law) && reform_day(ctx->as_of, ctx->law)
			? reformed(out, TOT_JP_SPOUSE_REFORM, "base amount", ctx)
			: of_year(out, TOT_JP_CHILD_FIRST, "addition", ctx);
	if (status == TOT_OK)
		tot_trace_result(ctx->trace, "JPY per year", "%lld", (long long)*out);
	tot_trace_end(ctx->trace);
	return status;
}
