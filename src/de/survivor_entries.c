/* Pensions to survivors in the result: due or not, and why (s. 46, s. 48, s. 107). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/entries.h"
#include "de/figures.h"

static const struct {
	const char *title, *law;
} words[TOT_DE_SURVIVOR_COUNT] = {
	[TOT_DE_WIDOW_SMALL] = {"Small widow's or widower's pension", "SGB VI s. 46 (1)"},
	[TOT_DE_WIDOW_LARGE] = {"Large widow's or widower's pension", "SGB VI s. 46 (2)"},
	[TOT_DE_ORPHAN_HALF] = {"Half-orphan's pension", "SGB VI s. 48 (1)"},
	[TOT_DE_ORPHAN_FULL] = {"Full orphan's pension", "SGB VI s. 48 (2)"},
	[TOT_DE_REMARRIAGE] = {"Settlement on remarriage", "SGB VI s. 107"},
};

/* What the entries of one death share. */
struct survivors {
	struct tot_findings *out;
	const struct tot_scenario *life;
	struct tot_de_death death;
	const struct tot_qualifying *test; /* the five years of the deceased */
	enum tot_de_survivor_law law;
	bool married;	   /* the marriage gives a right */
	const char *unwed; /* why not */
	bool large, ended; /* on the day looked at; ended: small pension after its months */
	tot_month by_age;  /* large by age from */
	tot_month last;	   /* last month of a small pension under the new law */
	bool remarried;
	struct tot_ctx *ctx;
};

/* s. 46 (2a), s. 242a (3): a short marriage is taken to be one for provision. */
static enum tot_status too_short(bool *out, const struct survivors *s)
{
	const struct tot_at at = {0};
	const struct tot_spouse *spouse = &s->life->family.spouse;
	int64_t months;
	struct tot_date new_law;
	const char *text =
		tot_law_string(s->ctx->law, "de.survivors", "/conditions/old_law_before");
	const enum tot_status status =
		tot_de_number(&months, s->ctx->law, TOT_DE_SURVIVOR_MARRIAGE, &at);
	if (status < 0 || !text || !tot_date_parse(&new_law, text))
		return status < 0 ? status : TOT_ERR_NO_PARAMETER;
	*out = tot_date_compare(spouse->married, new_law) >= 0 && !s->death.event->work_accident &&
	       tot_date_compare(tot_date_add_months_clamped(spouse->married, (int)months),
				s->death.event->on) > 0;
	return TOT_OK;
}

static enum tot_status read_marriage(struct survivors *s)
{
	const struct tot_spouse *spouse = &s->life->family.spouse;
	const struct tot_date died = s->death.event->on;
	bool is_short;
	const enum tot_status status = too_short(&is_short, s);
	if (status < 0)
		return status;
	if (!tot_date_is_none(spouse->divorced) && tot_date_compare(spouse->divorced, died) <= 0)
		s->unwed = tot_arena_format(
			s->ctx->arena,
			"divorced on %s: a divorced spouse has a right only after a divorce before "
			"July 1977 and with maintenance (SGB VI s. 243)",
			tot_de_date_text(s->ctx, spouse->divorced));
	else if (!tot_date_is_none(spouse->died) &&
		 tot_date_compare(spouse->died, s->death.look) <= 0)
		s->unwed = tot_arena_format(s->ctx->arena, "the spouse died on %s",
					    tot_de_date_text(s->ctx, spouse->died));
	else if (tot_date_compare(spouse->married, died) > 0)
		s->unwed = "not married on the day of the death";
	else if (is_short)
		s->unwed = "married for less than a year: taken to be a marriage for provision "
			   "unless the circumstances show otherwise (SGB VI s. 46 (2a))";
	s->married = !s->unwed;
	return TOT_OK;
}

/* Which law, which pension on the day looked at, and how long a small one lasts. */
static enum tot_status read_rights(struct survivors *s)
{
	const struct tot_at at = {0};
	const struct tot_family *family = &s->life->family;
	const struct tot_date died = s->death.event->on;
	const struct tot_couple couple = tot_de_couple_of(s->life, died);
	int64_t small;
	enum tot_status status = tot_de_survivor_law_of(&s->law, &couple, s->ctx->law);
	if (status >= 0)
		status = tot_de_large_on(&s->large, &s->by_age, family, died, s->death.look,
					 s->ctx->law);
	if (status >= 0)
		status = tot_de_number(&small, s->ctx->law, TOT_DE_SURVIVOR_SMALL, &at);
	if (status >= 0)
		status = read_marriage(s);
	if (status < 0)
		return status;
	s->last = tot_month_of(died) + (tot_month)small;
	s->ended = s->law == TOT_DE_SURVIVOR_NEW_LAW && tot_month_of(s->death.look) > s->last;
	s->remarried = !tot_date_is_none(family->spouse.remarried) &&
		       tot_date_compare(family->spouse.remarried, s->death.look) <= 0;
	return TOT_OK;
}

static struct tot_benefit *add_entry(struct survivors *s, enum tot_de_survivor kind)
{
	struct tot_benefit *benefit = tot_findings_benefit(s->out, tot_de_survivor_id(kind),
							   words[kind].title, words[kind].law);
	if (!benefit)
		return NULL;
	benefit->country = "DE";
	benefit->test = s->test;
	if (!s->test->met)
		tot_benefit_reason(benefit, s->ctx,
				   "%s (%s): %d of %d months before the death on %s",
				   s->test->title, s->test->id, s->test->counted, s->test->required,
				   tot_de_date_text(s->ctx, s->death.event->on));
	return benefit;
}

static void make_due(struct tot_benefit *benefit, const struct survivors *s, tot_month start)
{
	benefit->entitled = benefit->chosen = true;
	benefit->by_agreement = s->test->by_agreement;
	benefit->start = benefit->earliest_start = start;
	benefit->counted_before = tot_month_of(s->death.event->on) + 1;
}

static void say_law(struct tot_benefit *benefit, const struct survivors *s)
{
	tot_benefit_reason(
		benefit, s->ctx,
		s->law == TOT_DE_SURVIVOR_OLD_LAW
			? "under the old law: death before 2002, or a marriage before 2002 with a "
			  "spouse born before 2 January 1962 (SGB VI s. 255, s. 264c)"
			: "the amount is what is paid from the fourth month after the death on; "
			  "before that the full pension is paid (SGB VI s. 67)");
}

/* Due on the day looked at, or why not. */
static void decide_large(struct tot_benefit *benefit, const struct survivors *s)
{
	if (s->large && !s->remarried) {
		bool at_death;
		tot_month by_age;
		tot_month start = s->death.start;
		if (tot_de_large_on(&at_death, &by_age, &s->life->family, s->death.event->on,
				    s->death.event->on, s->ctx->law) >= 0 &&
		    !at_death && by_age > start)
			start = by_age;
		make_due(benefit, s, start);
		say_law(benefit, s);
		return;
	}
	if (s->remarried)
		tot_benefit_reason(benefit, s->ctx, "ended by the remarriage on %s",
				   tot_de_date_text(s->ctx, s->life->family.spouse.remarried));
	else
		tot_benefit_reason(benefit, s->ctx,
				   "no child below 18, not disabled, below the age of the year of "
				   "the death: large from %s (SGB VI s. 46 (2), s. 242a)",
				   tot_de_month_text(s->ctx, s->by_age));
}

static void decide_small(struct tot_benefit *benefit, const struct survivors *s)
{
	if (s->remarried)
		tot_benefit_reason(benefit, s->ctx, "ended by the remarriage on %s",
				   tot_de_date_text(s->ctx, s->life->family.spouse.remarried));
	else if (s->large)
		tot_benefit_reason(benefit, s->ctx, "the large pension is due");
	else if (s->ended)
		tot_benefit_reason(benefit, s->ctx,
				   "it ended 24 months after the month of the death, in %s (SGB VI "
				   "s. 46 (1))",
				   tot_de_month_text(s->ctx, s->last));
	else {
		make_due(benefit, s, s->death.start);
		say_law(benefit, s);
		if (s->law == TOT_DE_SURVIVOR_NEW_LAW)
			benefit->end = s->last + 1;
	}
}

static enum tot_status add_widow(struct survivors *s)
{
	struct tot_benefit *small = add_entry(s, TOT_DE_WIDOW_SMALL);
	struct tot_benefit *large = add_entry(s, TOT_DE_WIDOW_LARGE);
	struct tot_benefit *settlement = add_entry(s, TOT_DE_REMARRIAGE);
	if (!small || !large || !settlement)
		return TOT_ERR_MEMORY;
	if (!s->test->met)
		return TOT_OK;
	struct tot_benefit *all[] = {small, large, settlement};
	for (size_t i = 0; s->unwed && i < sizeof(all) / sizeof(all[0]); i++)
		tot_benefit_reason(all[i], s->ctx, "%s", s->unwed);
	if (s->unwed)
		return TOT_OK;
	decide_small(small, s);
	decide_large(large, s);
	const bool had = s->large || !s->ended;
	settlement->entitled = s->remarried && had;
	if (had)
		settlement->counted_before = tot_month_of(s->death.event->on) + 1;
	if (settlement->entitled)
		settlement->start = settlement->earliest_start =
			tot_month_of(s->life->family.spouse.remarried);
	if (!s->remarried)
		tot_benefit_reason(settlement, s->ctx,
				   "paid on the first remarriage: 24 monthly pensions (SGB VI s. "
				   "107)");
	else if (!had)
		tot_benefit_reason(settlement, s->ctx,
				   "no pension was due any more on the remarriage");
	return TOT_OK;
}

static enum tot_status add_orphans(struct survivors *s)
{
	const struct tot_spouse *spouse = &s->life->family.spouse;
	int count;
	const struct tot_date as_of = s->ctx->as_of;
	const struct tot_date start = tot_month_first_day(s->death.start);
	/* A remarriage does not touch children. */
	const struct tot_date look = tot_date_compare(start, as_of) > 0 ? start : as_of;
	const bool full = spouse->present && !tot_date_is_none(spouse->died) &&
			  tot_date_compare(spouse->died, look) <= 0;
	const enum tot_status status = tot_de_orphans(&count, &s->life->family, look, s->ctx->law);
	struct tot_benefit *benefit = add_entry(s, full ? TOT_DE_ORPHAN_FULL : TOT_DE_ORPHAN_HALF);
	if (status < 0 || !benefit)
		return status < 0 ? status : TOT_ERR_MEMORY;
	if (!s->test->met)
		return TOT_OK;
	if (!count) {
		tot_benefit_reason(benefit, s->ctx,
				   "no child is below 18, or below 27 in education or disabled "
				   "(SGB VI s. 48 (4))");
		return TOT_OK;
	}
	make_due(benefit, s, s->death.start);
	if (count > 1)
		tot_benefit_reason(benefit, s->ctx, "the amount is for each of %d children", count);
	if (full)
		tot_benefit_reason(
			benefit, s->ctx,
			"computed as if the other parent had no German insurance: points "
			"of two parents would count (SGB VI s. 66 (2), s. 78)");
	return TOT_OK;
}

/* s. 50 (1) sentence 2 no. 2: met, too, if the deceased drew a pension. */
static enum tot_status five_years(struct survivors *s, struct tot_de_plan *plan)
{
	struct tot_qualifying *test = tot_de_test_entry(TOT_DE_TEST_W5, s->ctx);
	const tot_month cut = tot_month_of(s->death.event->on) + 1;
	if (!test)
		return TOT_ERR_MEMORY;
	s->test = test;
	const enum tot_status status = tot_de_plan_test(test, plan, TOT_DE_TEST_W5, cut);
	if (status < 0 || test->met || !s->death.drew)
		return status;
	const struct tot_de_early drawn = {
		.month = cut,
		.title = "Qualifying period of 5 years, met by the pension that the deceased drew",
		.law = "SGB VI s. 50 (1) sentence 2 no. 2",
	};
	tot_de_count_as_met(test, &drawn);
	return TOT_OK;
}

/* Was a German pension paid for the month of the death? */
static bool drew_pension(const struct tot_de_plan *plan)
{
	const struct tot_scenario *life = plan->view->life;
	if (plan->death == TOT_MONTH_NONE)
		return false;
	bool drew = plan->payable && plan->planned <= plan->death;
	for (int kind = 0; kind < TOT_DE_DISABILITY_COUNT; kind++) {
		const struct tot_de_disability_right *right = &plan->disability[kind];
		drew |= right->due && right->start <= plan->death && plan->death < right->end;
	}
	const struct tot_months drawn = tot_de_drawn_months(life);
	return drew || tot_months_has(&drawn, plan->death);
}

enum tot_status tot_de_entitle_survivors(struct tot_findings *out, struct tot_de_plan *plan,
					 struct tot_ctx *ctx)
{
	struct survivors s = {.out = out, .life = plan->view->life, .ctx = ctx};
	enum tot_status status =
		tot_de_death_of(&s.death, s.life, drew_pension(plan), ctx->as_of, ctx->law);
	if (status < 0 || !s.death.event)
		return status;
	status = five_years(&s, plan);
	if (status >= 0 && s.life->family.spouse.present) {
		status = read_rights(&s);
		if (status >= 0)
			status = add_widow(&s);
	}
	if (status >= 0 && s.life->family.child_count)
		status = add_orphans(&s);
	return status < 0 ? status : TOT_OK;
}
