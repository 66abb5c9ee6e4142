/* Who draws a survivors' pension: spouse and children, parents, grandchildren, grandparents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survivor.h"

#include <string.h>

struct tot_date tot_jp_day_looked_at(tot_month start, const struct tot_ctx *ctx)
{
	const struct tot_date first = tot_month_first_day(start);
	return tot_date_compare(first, ctx->as_of) > 0 ? first : ctx->as_of;
}

void tot_jp_end_at_death(struct tot_timeline *io, const struct tot_scenario *life)
{
	const struct tot_date died = tot_jp_death_day(life);
	size_t kept = 0;
	if (tot_date_is_none(died))
		return;
	const tot_month lost = tot_month_of(tot_date_add_days(died, 1));
	for (size_t i = 0; i < io->span_count; i++) {
		struct tot_span span = io->spans[i];
		if (tot_date_compare(span.from, died) > 0)
			continue;
		/* Acquired and lost in one month: it counts once (EPA s. 19 (2)). */
		const bool brief = tot_month_of(span.from) == lost;
		if (tot_date_compare(span.to, died) > 0) {
			span.to = died;
			tot_months_clip(&span.months, 0, brief ? lost + 1 : lost);
		}
		io->spans[kept++] = span;
	}
	io->span_count = kept;
}

/* Act 74/2025: husbands at once, wives by their birthday until the last deaths of the old law. */
static bool under_new_law(const struct tot_spouse *spouse, struct tot_date died,
			  const struct tot_law *law)
{
	if (tot_date_compare(died, tot_jp_day(law, TOT_JP_DAY_NEW_SURVIVORS)) < 0)
		return false;
	return spouse->sex == TOT_MALE ||
	       tot_date_compare(died, tot_jp_day(law, TOT_JP_DAY_OLDER_WIVES_LAST)) > 0 ||
	       tot_date_compare(spouse->born, tot_jp_day(law, TOT_JP_DAY_NEW_WIVES)) >= 0;
}

enum tot_status tot_jp_death_of(struct tot_jp_death *out, const struct tot_view *view,
				const struct tot_event *event, struct tot_ctx *ctx)
{
	const struct tot_family *family = &view->life->family;
	*out = (struct tot_jp_death){.event = event, .died = event->on};
	out->end = tot_month_of(tot_date_add_days(event->on, 1));
	/* Acquired and lost in one month: it is there, and counts. */
	struct tot_months own;
	tot_timeline_kinds(&own, view->own, TOT_JP_INSURED_KINDS);
	out->end += tot_months_has(&own, out->end);
	out->look = tot_jp_day_looked_at(tot_month_of(event->on) + 1, ctx);
	out->new_law = under_new_law(&family->spouse, event->on, ctx->law);
	enum tot_status status =
		tot_jp_children_on(&out->children_then, family, event->on, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_children_on(&out->children, family, out->look, ctx->law);
	if (status == TOT_OK)
		status = tot_jp_earns_too_much(&out->spouse_rich, view->life, ctx);
	return status;
}

/* A spouse of the day of the death who has neither died nor married again since. */
static bool spouse_remains(const struct tot_jp_death *death, const struct tot_spouse *spouse)
{
	return tot_jp_married_on(spouse, death->died) &&
	       (tot_date_is_none(spouse->remarried) ||
		tot_date_compare(spouse->remarried, death->look) > 0) &&
	       (tot_date_is_none(spouse->died) || tot_date_compare(spouse->died, death->look) > 0);
}

/* The first child that counts, for the age and the rate of the recipients. */
static struct tot_date first_child(const struct tot_family *family, struct tot_date day,
				   const struct tot_law *law)
{
	for (size_t i = 0; i < family->child_count; i++) {
		const struct tot_child *child = &family->children[i];
		bool counts = false;
		if (tot_jp_is_child(&counts, child->born, child->disabled, day, law) == TOT_OK &&
		    counts)
			return child->born;
	}
	return day;
}

static void give_children(struct tot_jp_heirs *out, const struct tot_jp_death *death,
			  const struct tot_view *view, const struct tot_law *law)
{
	out->who = TOT_JP_CHILDREN;
	out->count = death->children;
	out->born = first_child(&view->life->family, death->look, law);
	out->start = tot_month_of(death->died) + 1;
}

static void give_spouse(struct tot_jp_heirs *out, const struct tot_jp_death *death,
			const struct tot_view *view)
{
	out->who = TOT_JP_SPOUSE;
	out->count = 1;
	out->born = view->life->family.spouse.born;
	out->start = tot_month_of(death->died) + 1;
}

enum tot_status tot_jp_basic_heirs(struct tot_jp_death *io, const struct tot_view *view,
				   struct tot_ctx *ctx)
{
	const struct tot_spouse *spouse = &view->life->family.spouse;
	const bool remains = spouse_remains(io, spouse);
	const bool parent_alive =
		tot_jp_married_on(spouse, io->died) &&
		(tot_date_is_none(spouse->died) || tot_date_compare(spouse->died, io->look) > 0);
	const bool reformed =
		tot_date_compare(io->look, tot_jp_day(ctx->law, TOT_JP_DAY_NEW_SURVIVORS)) >= 0;
	struct tot_jp_heirs *heirs = &io->basic_heirs;
	if (io->children == 0)
		heirs->why_not = "no child until 31 March after 18 (disabled: until 20)";
	else if (remains && !io->spouse_rich)
		give_spouse(heirs, io, view);
	else if (parent_alive && !reformed)
		/* NPA s. 41 (2), as it stands until Act 74/2025 is in force. */
		heirs->why_not = "the children live with a parent, and that parent has no right";
	else
		give_children(heirs, io, view, ctx->law);
	return TOT_OK;
}

static enum tot_status reached(struct tot_date *out, struct tot_date born, enum tot_jp_figure age,
			       const struct tot_law *law)
{
	int64_t years;
	const enum tot_status status = tot_jp_number(&years, law, age);
	if (status == TOT_OK)
		*out = tot_age_reached(born, (struct tot_age){(int)years, 0});
	return status;
}

/* Paid from 60: the month after the age is reached, or after the death (EPA s. 65-2). */
static enum tot_status older_start(tot_month *out, struct tot_date born, struct tot_date died,
				   const struct tot_law *law)
{
	struct tot_date sixty;
	const enum tot_status status = reached(&sixty, born, TOT_JP_SURV_PAID_FROM, law);
	if (status == TOT_OK)
		*out = tot_month_of(tot_date_compare(sixty, died) > 0 ? sixty : died) + 1;
	return status;
}

/* A pension for some years from a day on; it is over when the day looked at lies behind. */
static enum tot_status for_years(struct tot_jp_heirs *io, struct tot_jp_death *death,
				 struct tot_date from, enum tot_jp_figure years,
				 const struct tot_law *law)
{
	int64_t count;
	const enum tot_status status = tot_jp_number(&count, law, years);
	if (status != TOT_OK)
		return status;
	io->until = tot_month_last_day(tot_month_of(from) + (tot_month)count * 12);
	if (tot_date_compare(death->look, io->until) > 0) {
		io->who = TOT_JP_NOBODY;
		io->why_not = "the five years of the pension are over";
	}
	return TOT_OK;
}

/* The day on which the last child stopped counting; the death if there was none. */
static enum tot_status last_child_day(struct tot_date *out, const struct tot_jp_death *death,
				      const struct tot_family *family, const struct tot_law *law)
{
	int64_t age;
	const enum tot_status status = tot_jp_number(&age, law, TOT_JP_CHILD_AGE);
	*out = death->died;
	for (size_t i = 0; status == TOT_OK && i < family->child_count; i++) {
		bool counted;
		const struct tot_child *child = &family->children[i];
		const enum tot_status known =
			tot_jp_is_child(&counted, child->born, child->disabled, death->died, law);
		if (known != TOT_OK)
			return known;
		const struct tot_date adult =
			tot_age_reached(child->born, (struct tot_age){(int)age, 0});
		const struct tot_date day = tot_month_last_day(
			tot_month_make(tot_month_fiscal_year(tot_month_of(adult)) + 1, 3));
		if (counted && tot_date_compare(day, *out) > 0)
			*out = day;
	}
	return status;
}

/* Act 74/2025: below 60 at the death and without a child, five years and the whole amount. */
static enum tot_status new_law_spouse(struct tot_jp_death *io, const struct tot_view *view,
				      struct tot_ctx *ctx)
{
	bool young;
	struct tot_date from;
	struct tot_jp_heirs *heirs = &io->heirs;
	enum tot_status status = tot_jp_below_age(&young, view->life->family.spouse.born,
						  TOT_JP_REFORM_AGE, io->died, ctx->law);
	if (status != TOT_OK)
		return status;
	if (!young && io->spouse_rich) {
		heirs->why_not = "the spouse earns too much to count as maintained";
		return TOT_OK;
	}
	give_spouse(heirs, io, view);
	if (!young || io->children > 0)
		return TOT_OK;
	heirs->whole = true;
	/* A disabled spouse keeps it after the five years, until 65. */
	if (view->life->family.spouse.disabled) {
		status = reached(&from, heirs->born, TOT_JP_SURV_OWN_AGE, ctx->law);
		heirs->until = status == TOT_OK ? from : heirs->until;
		return status;
	}
	status = last_child_day(&from, io, &view->life->family, ctx->law);
	return status == TOT_OK ? for_years(heirs, io, from, TOT_JP_REFORM_YEARS, ctx->law)
				: status;
}

/* EPA s. 59, 63 (1) no. 5, 65-2: wives at any age, husbands from 55 and paid from 60. */
static enum tot_status old_law_spouse(struct tot_jp_death *io, const struct tot_view *view,
				      struct tot_ctx *ctx)
{
	bool below = false;
	const struct tot_spouse *spouse = &view->life->family.spouse;
	struct tot_jp_heirs *heirs = &io->heirs;
	const bool wife = spouse->sex == TOT_FEMALE;
	enum tot_status status = tot_jp_below_age(
		&below, spouse->born, wife ? TOT_JP_SURV_YOUNG_WIFE : TOT_JP_SURV_OLDER_AGE,
		io->died, ctx->law);
	if (status != TOT_OK)
		return status;
	if (io->spouse_rich) {
		heirs->why_not = "the spouse earns too much to count as maintained";
		return TOT_OK;
	}
	if (!wife && below) {
		heirs->why_not = "the husband was below 55 at the death";
		return TOT_OK;
	}
	give_spouse(heirs, io, view);
	if (wife && below && io->children_then == 0)
		return for_years(heirs, io, io->died, TOT_JP_SURV_YOUNG_YEARS, ctx->law);
	if (!wife && io->basic_heirs.who != TOT_JP_SPOUSE)
		return older_start(&heirs->start, spouse->born, io->died, ctx->law);
	return TOT_OK;
}

/* Parents and grandparents by age at the death, grandchildren as children. */
static enum tot_status counts(bool *out, const struct tot_dependant *one, enum tot_jp_heir who,
			      const struct tot_jp_death *death, const struct tot_law *law)
{
	const bool reformed =
		tot_date_compare(death->died, tot_jp_day(law, TOT_JP_DAY_NEW_SURVIVORS)) >= 0;
	if (who == TOT_JP_GRANDCHILDREN)
		return tot_jp_is_child(out, one->born, false, death->look, law);
	bool below = false;
	const enum tot_status status = tot_jp_below_age(
		&below, one->born, reformed ? TOT_JP_REFORM_AGE : TOT_JP_SURV_OLDER_AGE,
		death->died, law);
	*out = !below;
	return status;
}

static enum tot_status give_relatives(struct tot_jp_death *io, enum tot_jp_heir who,
				      const char *relation, const struct tot_view *view,
				      const struct tot_law *law)
{
	const struct tot_family *family = &view->life->family;
	struct tot_jp_heirs *heirs = &io->heirs;
	for (size_t i = 0; i < family->dependant_count; i++) {
		bool fits;
		const struct tot_dependant *one = &family->dependants[i];
		if (strcmp(one->relation, relation) != 0)
			continue;
		tot_month start = tot_month_of(io->died) + 1;
		enum tot_status status = counts(&fits, one, who, io, law);
		if (status == TOT_OK && fits && who != TOT_JP_GRANDCHILDREN)
			status = older_start(&start, one->born, io->died, law);
		if (status != TOT_OK)
			return status;
		if (!fits)
			continue;
		if (heirs->count == 0 || start < heirs->start) {
			heirs->start = start;
			heirs->born = one->born;
		}
		heirs->count++;
		heirs->who = who;
	}
	return TOT_OK;
}

/* EPA s. 59 (2): a later rank only where no earlier one had a right at the death. */
static enum tot_status later_ranks(struct tot_jp_death *io, const struct tot_view *view,
				   struct tot_ctx *ctx)
{
	static const struct {
		enum tot_jp_heir who;
		const char *relation;
	} ranks[] = {{TOT_JP_PARENTS, "parent"},
		     {TOT_JP_GRANDCHILDREN, "grandchild"},
		     {TOT_JP_GRANDPARENTS, "grandparent"}};
	for (size_t i = 0; i < sizeof(ranks) / sizeof(ranks[0]); i++) {
		const enum tot_status status =
			give_relatives(io, ranks[i].who, ranks[i].relation, view, ctx->law);
		if (status != TOT_OK || io->heirs.who != TOT_JP_NOBODY)
			return status;
	}
	if (!io->heirs.why_not)
		io->heirs.why_not = "no relative of the list of the law is known";
	return TOT_OK;
}

enum tot_status tot_jp_employees_heirs(struct tot_jp_death *io, const struct tot_view *view,
				       struct tot_ctx *ctx)
{
	const struct tot_spouse *spouse = &view->life->family.spouse;
	struct tot_jp_heirs *heirs = &io->heirs;
	enum tot_status status = TOT_OK;
	if (tot_jp_married_on(spouse, io->died))
		status =
			io->new_law ? new_law_spouse(io, view, ctx) : old_law_spouse(io, view, ctx);
	if (status != TOT_OK)
		return status;
	const bool had_right = heirs->who == TOT_JP_SPOUSE || !tot_date_is_none(heirs->until);
	if (heirs->who == TOT_JP_SPOUSE && !spouse_remains(io, spouse)) {
		*heirs = (struct tot_jp_heirs){
			.why_not = "the spouse has died or married again since"};
	}
	if (heirs->who == TOT_JP_SPOUSE)
		return TOT_OK;
	if (io->children > 0) {
		*heirs = (struct tot_jp_heirs){0};
		give_children(heirs, io, view, ctx->law);
		return TOT_OK;
	}
	return had_right || io->children_then > 0 ? TOT_OK : later_ranks(io, view, ctx);
}
