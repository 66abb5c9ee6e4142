/* The right to voluntary insurance that an agreement or coordination rule gives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

static bool nationality_fits(const struct tot_voluntary_rule *rule, const struct tot_person *person,
			     struct tot_date on)
{
	if (!rule->national)
		return true;
	return tot_person_national(person, rule->national, on) ||
	       (rule->or_refugee && tot_person_national(person, "refugee", on));
}

static bool residence_fits(const struct tot_voluntary_rule *rule, const struct tot_person *person,
			   struct tot_date on)
{
	if (!rule->residence)
		return true;
	const char *lives_in = tot_person_residence(person, on);
	if (strcmp(rule->residence, "abroad") == 0)
		return !lives_in || strcmp(lives_in, rule->party) != 0;
	if (!lives_in)
		return false;
	if (strcmp(rule->residence, "EU") == 0)
		return tot_country_is_eu(lives_in);
	return strcmp(rule->residence, lives_in) == 0;
}

static bool age_fits(const struct tot_voluntary_rule *rule, const struct tot_person *person,
		     struct tot_date on)
{
	const int age = tot_age_on(person->born, on).years;
	if (rule->age_to && (age < rule->age_from || age > rule->age_to))
		return false;
	return age >= rule->min_age;
}

static bool months_fit(const struct tot_voluntary_rule *rule, const struct tot_timeline *own,
		       struct tot_date on)
{
	if (!tot_date_is_none(rule->voluntary_before)) {
		struct tot_months voluntary;
		tot_timeline_kinds(&voluntary, own, TOT_KIND_BIT(TOT_VOLUNTARY));
		tot_months_clip(&voluntary, 0, tot_month_of(rule->voluntary_before) + 1);
		if (!tot_months_count(&voluntary))
			return false;
	}
	if (!rule->own_months)
		return true;
	struct tot_months months;
	tot_timeline_flagged(&months, own, rule->own_kinds, 0, TOT_FLAG_MINIJOB_EXEMPT);
	return tot_months_count_range(&months, 0, tot_month_of(on) + 1) >= rule->own_months;
}

static const char *describe(const struct tot_voluntary_rule *rule, struct tot_ctx *ctx)
{
	struct tot_arena *arena = ctx->arena;
	const char *who = rule->national ? tot_arena_format(arena, "national of %s", rule->national)
					 : "any nationality";
	const char *where =
		rule->residence ? tot_arena_format(arena, ", residence %s", rule->residence) : "";
	const char *months =
		rule->own_months ? tot_arena_format(arena, ", %d months insured", rule->own_months)
				 : "";
	return tot_arena_format(arena, "right to voluntary insurance (%s%s%s; %s)", who, where,
				months, rule->law ? rule->law : "agreement");
}

static bool in_force(const struct tot_agreement *agreement, struct tot_date on)
{
	return tot_date_compare(agreement->in_force, on) <= 0 &&
	       (tot_date_is_none(agreement->ended) || tot_date_compare(on, agreement->ended) <= 0);
}

const char *tot_voluntary_right(const char *state, const struct tot_timeline *own,
				const struct tot_scenario *life, struct tot_date on,
				struct tot_ctx *ctx)
{
	const struct tot_agreement *agreement;
	for (size_t a = 0; (agreement = tot_law_agreement(ctx->law, a)); a++)
		for (size_t r = 0; in_force(agreement, on) && r < agreement->voluntary_count; r++) {
			const struct tot_voluntary_rule *rule = &agreement->voluntary[r];
			if (strcmp(rule->party, state) == 0 &&
			    nationality_fits(rule, &life->person, on) &&
			    residence_fits(rule, &life->person, on) &&
			    age_fits(rule, &life->person, on) && months_fit(rule, own, on))
				return describe(rule, ctx);
		}
	return NULL;
}

/*
 * How far back the right is looked for: contributions of earlier months can no longer be paid
 * anywhere.
 */
enum { MONTHS_BACK = 36 };

/* A month has the right if one of its days has it: the first or the last is asked. */
static bool right_in(const struct tot_scheme *scheme, const struct tot_timeline *own,
		     const struct tot_scenario *life, tot_month month, struct tot_ctx *ctx)
{
	return tot_voluntary_right(scheme->state, own, life, tot_month_last_day(month), ctx) ||
	       tot_voluntary_right(scheme->state, own, life, tot_month_first_day(month), ctx);
}

static tot_month first_of_right(const struct tot_scheme *scheme, const struct tot_timeline *own,
				const struct tot_scenario *life, struct tot_ctx *ctx)
{
	const tot_month now = tot_month_of(ctx->as_of);
	tot_month since = now;
	while (since > 0 && since > now - MONTHS_BACK &&
	       right_in(scheme, own, life, since - 1, ctx))
		since--;
	return since;
}

enum tot_status tot_voluntary_find(struct tot_work *work, struct tot_ctx *ctx)
{
	struct tot_ctx quiet = *ctx;
	quiet.trace = NULL;
	quiet.notices = NULL;
	enum tot_status status = TOT_OK;
	for (size_t s = 0; status >= 0 && s < work->outcome->state_count; s++) {
		const struct tot_scheme *scheme = work->outcome->schemes[s];
		struct tot_view view;
		if (!scheme->ops->voluntary)
			continue;
		status = tot_view_make(&view, work, s, true, &quiet);
		if (status < 0)
			return status;
		const char *right =
			tot_voluntary_right(scheme->state, view.own, work->life, ctx->as_of, ctx);
		const tot_month since = first_of_right(scheme, view.own, work->life, ctx);
		status = scheme->ops->voluntary(&work->outcome->findings[s], &view, right, since,
						ctx);
	}
	return status;
}
