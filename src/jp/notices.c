/* What a life has that these amounts leave out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <string.h>

void tot_jp_notice(struct tot_ctx *ctx, const char *code, const char *text)
{
	if (!ctx->notices)
		return;
	for (const struct tot_diag_item *item = ctx->notices->first; item; item = item->next)
		if (strcmp(item->code, code) == 0 && strcmp(item->text, text) == 0)
			return;
	tot_diag_add(ctx->notices, TOT_INFO, code, "", "", "%s", text);
}

static const char not_modelled[] = "not-modelled";

static bool has_flag(const struct tot_view *view, unsigned flag)
{
	struct tot_months months;
	tot_timeline_flagged(&months, view->own, TOT_JP_CATEGORY_1_KINDS, flag, 0);
	return tot_months_count(&months) > 0;
}

/* Months of the test for additions, as every agreement repeats them. */
static int addition_months(const struct tot_law *law)
{
	const struct tot_agreement *agreement;
	for (size_t i = 0; (agreement = tot_law_agreement(law, i)) != NULL; i++) {
		const struct tot_aggregation *rule =
			tot_agreement_rule(agreement, "JP.spouse_add_240");
		if (rule)
			return rule->required;
	}
	return 0;
}

/* EPA s. 44: twenty years and a younger spouse or a child; German months may fill the 240. */
static void dependants(const struct tot_findings *findings, const struct tot_view *view, int months,
		       struct tot_ctx *ctx)
{
	const struct tot_family *family = &view->life->family;
	const struct tot_benefit *employees =
		tot_findings_find_benefit(findings, "JP.old_age.employees");
	if (!employees || !employees->entitled || months == 0 ||
	    (months < addition_months(ctx->law) && !employees->by_agreement))
		return;
	const bool younger = family->spouse.present &&
			     tot_date_compare(family->spouse.born, view->life->person.born) > 0;
	if (younger || family->child_count > 0)
		tot_jp_notice(ctx, not_modelled,
			      "Japan: additions for a spouse and children (with 240 months of "
			      "employees' insurance) are not computed.");
}

/* EPA suppl. s. 8: a pension before 65 for older cohorts. */
static void special(const struct tot_view *view, int months, struct tot_ctx *ctx)
{
	const struct tot_person *person = &view->life->person;
	const struct tot_date last =
		tot_jp_day(ctx->law, person->sex == TOT_MALE ? TOT_JP_DAY_SPECIAL_MEN
							     : TOT_JP_DAY_SPECIAL_WOMEN);
	if (months > 0 && tot_date_compare(person->born, last) <= 0)
		tot_jp_notice(
			ctx, not_modelled,
			"Japan: the special employees' pension before 65 of this cohort is not "
			"computed.");
}

static void work_beside_pension(const struct tot_findings *findings, const struct tot_view *view,
				struct tot_ctx *ctx)
{
	const struct tot_benefit *pension =
		tot_findings_find_benefit(findings, "JP.old_age.employees");
	struct tot_jp_ages ages;
	if (!pension || !pension->entitled ||
	    tot_jp_ages_of(&ages, view->life->person.born, ctx->law) != TOT_OK)
		return;
	const tot_month last = tot_months_last(&view->own->by_kind[TOT_EMPLOYMENT]);
	if (last >= pension->start || (last > ages.month_65 && pension->start > ages.month_65 + 1))
		tot_jp_notice(
			ctx, not_modelled,
			"Japan: the earnings test of the employees' pension beside work is not "
			"computed; the amount is that before it.");
}

void tot_jp_notices(const struct tot_findings *findings, const struct tot_view *view,
		    struct tot_ctx *ctx)
{
	const int months = tot_months_count(&view->own->by_kind[TOT_EMPLOYMENT]);
	if (has_flag(view, TOT_FLAG_ADDITIONAL_PREMIUM))
		tot_jp_notice(
			ctx, not_modelled,
			"Japan: the additional annuity (200 yen a year for each month with the "
			"additional premium) is not computed.");
	dependants(findings, view, months, ctx);
	special(view, months, ctx);
	work_beside_pension(findings, view, ctx);
	for (size_t i = 0; i < view->claim_count; i++)
		if (view->claims[i].deemed)
			tot_jp_notice(
				ctx, not_modelled,
				"Japan: the deemed claim five years earlier is not computed.");
}
