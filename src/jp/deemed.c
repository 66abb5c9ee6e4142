/* A claim after 70 that counts as made five years earlier. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old_age.h"

#include <string.h>

/* The three figures of NPA s. 28 (5). */
struct limits {
	int64_t years, after, before;
};

static bool figure(int64_t *out, enum tot_jp_figure which, const struct tot_at *at,
		   const struct tot_law *law)
{
	struct tot_value value;
	if (tot_jp_figure(&value, law, which, at) != TOT_OK)
		return false;
	*out = value.value;
	return true;
}

/* False before the law knew such claims, and for people born too early. */
static bool limits_of(struct limits *out, tot_month claim, struct tot_date born,
		      const struct tot_law *law)
{
	const struct tot_at at = {.day = tot_date_to_day(tot_month_last_day(claim)),
				  .birth = tot_date_to_day(born)};
	return figure(&out->years, TOT_JP_DEEMED_YEARS, &at, law) &&
	       figure(&out->after, TOT_JP_DEEMED_AFTER, &at, law) &&
	       figure(&out->before, TOT_JP_DEEMED_BEFORE, &at, law) &&
	       tot_date_compare(born, tot_jp_day(law, TOT_JP_DAY_DEEMED_BORN)) >= 0;
}

static tot_month month_of_age(struct tot_date born, int64_t years)
{
	return tot_month_of(tot_age_reached(born, (struct tot_age){(int)years, 0}));
}

tot_month tot_jp_deemed_most(const struct tot_scenario *life, tot_month start,
			     const struct tot_law *law)
{
	struct limits limits;
	const struct tot_date born = life->person.born;
	const tot_month claim = start - 1;
	if (!limits_of(&limits, claim, born, law) || claim <= month_of_age(born, limits.after) ||
	    claim >= month_of_age(born, limits.before))
		return 0;
	return (tot_month)limits.years * 12;
}

tot_month tot_jp_deemed(const struct tot_view *view, const char *id, tot_month start,
			tot_month right, struct tot_ctx *ctx)
{
	const char *part = strcmp(id, "JP.old_age.employees") == 0 ? "employees" : "basic";
	const struct tot_claim *claim = tot_jp_claim_of(view, part);
	if (!claim || !claim->deemed)
		return 0;
	/* A claim from 80 on counts as made at 75 (s. 28 (2)), not five years before that. */
	const tot_month wanted = claim->when == TOT_CLAIM_AGE
					 ? tot_jp_start_at_age(view->life->person.born, claim->age)
					 : claim->start;
	const tot_month months = claim->when == TOT_CLAIM_AGE || claim->when == TOT_CLAIM_START
					 ? tot_jp_deemed_most(view->life, wanted, ctx->law)
					 : 0;
	/* Five years earlier the right must have existed. */
	if (months && start - 1 - months >= right)
		return months;
	tot_jp_notice(ctx, "deemed-claim",
		      "Japan: a claim counts as made five years earlier only after 70 and before "
		      "80, from 2023-04-01, for people born from 1952-04-02; this one is read as "
		      "an ordinary claim");
	return 0;
}
