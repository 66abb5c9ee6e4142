/* Lump sums: what is enacted for later, only announced or disputed. Said, and in no amount. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refund.h"

#include <string.h>

static const char parameter[] = "jp.lump_sum_epi";

static bool any_months(const struct tot_findings *findings)
{
	for (size_t i = 0; i < findings->refund_count; i++)
		if (findings->refunds[i].months > 0)
			return true;
	return false;
}

/* Last day of the permits of the life; none without one. */
static struct tot_date permit_until(const struct tot_scenario *life)
{
	struct tot_date last = {0, 0, 0};
	for (size_t i = 0; i < life->person.residence_count; i++) {
		const struct tot_date until = life->person.residence[i].re_entry_permit_until;
		if (tot_date_is_none(last) || tot_date_compare(until, last) > 0)
			last = until;
	}
	return last;
}

/* What the rule does to this claim. */
static const char *permit_effect(const struct tot_jp_claim *claim, struct tot_date rule,
				 struct tot_date until, bool reached)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT];
	if (tot_date_compare(claim->on, rule) >= 0)
		return "It is applied to this claim";
	if (reached && tot_date_compare(until, rule) >= 0)
		return tot_arena_format(claim->ctx->arena,
					"A claim is then possible only before %s, and again when "
					"the permit has ended on %s",
					tot_date_print(from, rule), tot_date_print(to, until));
	return "Until then only insurance and address count, whatever the permit";
}

/*
 * EPA suppl. s. 29 (1) nos. 3 and 4 as amended: asked where a permit is given, or where the window
 * reaches the day from which it matters at the latest.
 */
static void permits(const struct tot_findings *findings, const struct tot_jp_claim *claim)
{
	struct tot_ctx *ctx = claim->ctx;
	const struct tot_date rule = tot_jp_day(ctx->law, TOT_JP_DAY_RE_ENTRY);
	const char *when = tot_law_string(ctx->law, parameter, "/reform/re_entry_permit/in_force");
	const char *what = tot_law_string(ctx->law, parameter, "/reform/re_entry_permit/rule");
	const struct tot_date until = permit_until(claim->view->life);
	const bool reached = !tot_date_is_none(claim->window.closes) &&
			     tot_date_compare(claim->window.closes, rule) >= 0;
	if (tot_date_is_none(rule) || !when || !what || !any_months(findings) ||
	    (tot_date_is_none(until) && !reached))
		return;
	tot_jp_notice(
		ctx, "jp-re-entry-permit",
		tot_arena_format(ctx->arena,
				 "Japan: enacted rule on the lump sums (Act 74/2025), %s: %s. "
				 "%s",
				 when, what, permit_effect(claim, rule, until, reached)));
}

/* The higher cap is announced: the months beyond the present one stay unpaid here. */
static void higher_cap(const struct tot_refund *refund, const struct tot_jp_claim *claim)
{
	struct tot_ctx *ctx = claim->ctx;
	const char *what = tot_law_string(ctx->law, parameter, "/reform/cap_8_years/rule");
	const char *status = tot_law_string(ctx->law, parameter, "/reform/cap_8_years/status");
	const char *latest = tot_law_string(ctx->law, parameter, "/reform/re_entry_permit/latest");
	int64_t step;
	if (!refund->eligible || !refund->gross.known || !what || !status || !latest ||
	    tot_jp_number(&step, ctx->law, TOT_JP_LUMP_STEP) != TOT_OK ||
	    refund->months < refund->paid_months + step)
		return;
	tot_jp_notice(ctx, "jp-lump-sum-cap-announced",
		      tot_arena_format(ctx->arena,
				       "Japan: %d of the %d months are paid for. A draft for the "
				       "future, not law and in no amount here: %s (%s; that rule "
				       "comes by %s at the latest)",
				       refund->paid_months, refund->months, what, status, latest));
}

const struct tot_agreement *tot_jp_agreement(const struct tot_law *law, const char *id)
{
	const struct tot_agreement *agreement;
	for (size_t i = 0; (agreement = tot_law_agreement(law, i)) != NULL; i++)
		if (strcmp(agreement->id, id) == 0)
			return agreement;
	return NULL;
}

/* RULES 14.6: ten years only with lent months: by default a choice of the person. */
static void treaty_months(const struct tot_findings *findings, const struct tot_jp_claim *claim)
{
	struct tot_ctx *ctx = claim->ctx;
	const struct tot_lent *lent = tot_view_lent(claim->view, "JP.old_basic_10y");
	const struct tot_agreement *agreement =
		lent ? tot_jp_agreement(ctx->law, lent->agreement) : NULL;
	struct tot_qualifying test = {0};
	struct tot_months own;
	if (!agreement || !agreement->blocked_own_months_text ||
	    tot_jp_treaty_months_bar(claim->view->life))
		return;
	const tot_month cut = tot_month_of(claim->on);
	tot_jp_qualifying_months(&own, &claim->past);
	tot_months_clip(&own, 0, cut);
	tot_qualify(&test, &own, tot_months_count(&own), NULL, lent, cut,
		    agreement->lump_blocked_own_months);
	for (size_t i = 0; i < findings->refund_count && test.met && test.lent > 0; i++)
		if (findings->refunds[i].eligible)
			tot_jp_notice(
				ctx, "jp-lump-sum-treaty-months",
				tot_arena_format(
					ctx->arena,
					"Japan: %d own and %d lent months give a pension from %d "
					"on, so the lump sum is a choice. Taken as possible: %s "
					"(choice jp.lump_sum.treaty_months_bar)",
					test.own, test.lent, test.required,
					agreement->blocked_own_months_text));
}

void tot_jp_refund_notices(const struct tot_findings *findings, const struct tot_jp_claim *claim)
{
	if (!claim->ctx->notices)
		return;
	permits(findings, claim);
	for (size_t i = 0; i < findings->refund_count; i++)
		higher_cap(&findings->refunds[i], claim);
	treaty_months(findings, claim);
}
