/* What is left of a pension of Japan: withholding abroad, income tax of residents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tax.h"
#include "yearly.h"

#include <string.h>

enum home { IN_JAPAN, IN_GERMANY, ABROAD, UNKNOWN, NO_FIGURE, HOMES };

/* One evaluation: the life, and what was said already. */
struct deducting {
	const struct tot_findings *found;
	const struct tot_scenario *life;
	struct tot_ctx *ctx;
	bool said[HOMES];
};

static bool is(const struct tot_benefit *benefit, const char *id)
{
	return strcmp(benefit->id, id) == 0;
}

static bool paid(const struct tot_benefit *benefit)
{
	const struct tot_amount *amount = &benefit->amount;
	return benefit->entitled && benefit->start != TOT_MONTH_NONE && amount->known &&
	       amount->per && strcmp(amount->per, "year") == 0;
}

/* Old-age pensions of the person; the transfer addition is the spouse's (DECISIONS 34). */
static bool taxed(const struct tot_benefit *benefit)
{
	return strncmp(benefit->id, "JP.old_age.", strlen("JP.old_age.")) == 0 &&
	       !is(benefit, "JP.old_age.transfer_addition");
}

static enum home home_of(const struct tot_scenario *life, struct tot_date on)
{
	const char *country = tot_person_residence(&life->person, on);
	if (life->person.residence_count == 0)
		return UNKNOWN;
	if (country && strcmp(country, "JP") == 0)
		return IN_JAPAN;
	return country && strcmp(country, "DE") == 0 ? IN_GERMANY : ABROAD;
}

/* Say once what the net amounts assume, or why there are none. */
static void say(struct deducting *work, enum home home)
{
	static const struct {
		const char *code, *text;
	} notes[HOMES] = {
		[IN_JAPAN] = {"jp-net-of-tax",
			      "Japanese old-age pensions are shown net of national income tax, "
			      "with no other income than the other_income given; local tax, health "
			      "and care insurance of residents are not taken off"},
		[IN_GERMANY] = {"jp-net-of-withholding",
				"Japanese old-age pensions are shown net of the tax that Japan "
				"withholds from residents of Germany (tax agreement of 2015, Art. "
				"17 (1)); Germany taxes them too and makes up for it, which is not "
				"computed"},
		[ABROAD] = {"jp-net-of-withholding",
			    "Japanese old-age pensions are shown net of the tax that Japan "
			    "withholds from persons abroad; many treaties free residents of the "
			    "other state from it on application"},
		[UNKNOWN] = {"jp-no-net",
			     "no net amount of Japanese pensions: no residence is given"},
		[NO_FIGURE] = {"jp-no-net",
			       "no net amount of Japanese pensions: the law files have no tax "
			       "figures for that day"},
	};
	if (!work->said[home])
		tot_jp_notice(work->ctx, notes[home].code, notes[home].text);
	work->said[home] = true;
}

/* Pensions in payment when this one begins, in the order in which they use the allowances. */
static enum tot_status paid_before(tot_yen *out, const struct deducting *work,
				   const struct tot_benefit *benefit)
{
	enum tot_status status = TOT_OK;
	*out = 0;
	for (size_t i = 0; i < work->found->benefit_count && status == TOT_OK; i++) {
		const struct tot_benefit *other = &work->found->benefits[i];
		const bool first = other->start < benefit->start ||
				   (other->start == benefit->start && other < benefit);
		/* The special pension ends where the others begin (EPA suppl. s. 10). */
		if (first && paid(other) && taxed(other) && !is(other, "JP.old_age.special"))
			status = tot_add(out, *out, other->amount.value);
	}
	return status;
}

static enum tot_status tax_of(struct tot_jp_pension_tax *out, tot_yen pension, bool resident,
			      const struct tot_jp_taxpayer *person, struct tot_ctx *ctx)
{
	return resident ? tot_jp_tax_resident(out, pension, person, ctx)
			: tot_jp_tax_abroad(out, pension, person, ctx);
}

static const char *formula_of(const struct tot_jp_pension_tax *tax, tot_yen before, tot_yen amount,
			      bool resident, struct tot_ctx *ctx)
{
	char sum[TOT_JP_TEXT], less[TOT_JP_TEXT], basic[TOT_JP_TEXT], rest[TOT_JP_TEXT];
	char all[TOT_JP_TEXT];
	const char *beside = before ? "all pensions paid then, " : "";
	tot_jp_yen(sum, before + amount);
	tot_jp_yen(less, tax->deduction);
	tot_jp_yen(rest, tax->taxable);
	tot_jp_yen(all, tax->tax);
	if (!resident)
		return tot_arena_format(ctx->arena,
					"%s%s - allowance of 12 months %s = %s taxed: %s", beside,
					sum, less, rest, all);
	return tot_arena_format(ctx->arena,
				"%s%s - pension deduction %s, with other income, - basic "
				"deduction %s, cut to 1,000: %s taxed: %s",
				beside, sum, less, tot_jp_yen(basic, tax->basic), rest, all);
}

static enum tot_status take(struct tot_benefit *benefit, tot_yen tax, bool resident,
			    struct tot_ctx *ctx)
{
	struct tot_deduction *deduction = tot_arena_alloc(ctx->arena, sizeof(*deduction));
	if (!deduction)
		return TOT_ERR_MEMORY;
	*deduction = (struct tot_deduction){
		.name = resident ? "Japanese income tax" : "Japanese tax withheld",
		.law = resident ? "Income Tax Act s. 35, s. 86, s. 89"
				: "Income Tax Act s. 161, s. 213; Special Measures s. 41-15-3",
		.amount = {true, tax, "JPY", "year"}};
	benefit->deductions = deduction;
	benefit->net = benefit->amount;
	benefit->net.value -= tax;
	return TOT_OK;
}

/* The tax that this pension adds to that of the pensions paid before it. */
static enum tot_status tax_pension(struct deducting *work, struct tot_benefit *benefit,
				   bool resident, int year)
{
	struct tot_ctx *ctx = work->ctx;
	struct tot_ctx quiet = *ctx;
	struct tot_jp_taxpayer person = {
		.born = work->life->person.born, .on = ctx->as_of, .year = year};
	struct tot_jp_pension_tax less, tax;
	tot_yen before, sum;
	char text[TOT_JP_TEXT];
	quiet.trace = NULL;
	enum tot_status status = tot_jp_in_yen(&person.other_income,
					       &work->life->person.other_income, work->life, ctx);
	if (status == TOT_OK)
		status = paid_before(&before, work, benefit);
	if (status == TOT_OK)
		status = tot_add(&sum, before, benefit->amount.value);
	if (status == TOT_OK)
		status = tax_of(&less, before, resident, &person, &quiet);
	if (status == TOT_OK)
		status = tax_of(&tax, sum, resident, &person, ctx);
	if (status == TOT_OK)
		status = take(benefit, tax.tax - less.tax, resident, ctx);
	if (status != TOT_OK)
		return status;
	tot_trace_law(ctx->trace, benefit->deductions->law);
	tot_trace_formula(ctx->trace, "%s",
			  formula_of(&tax, before, benefit->amount.value, resident, ctx));
	if (less.tax > 0)
		tot_trace_input(ctx->trace, "tax without this pension", "%s JPY a year",
				tot_jp_yen(text, less.tax));
	tot_trace_input(ctx->trace, "tax", "%s JPY a year", tot_jp_yen(text, tax.tax - less.tax));
	tot_trace_result(ctx->trace, "JPY a year", "%s", tot_jp_yen(text, benefit->net.value));
	tot_trace_rounding(ctx->trace, "tax down to 1 yen");
	return TOT_OK;
}

static enum tot_status deduct(struct deducting *work, struct tot_benefit *benefit)
{
	struct tot_ctx *ctx = work->ctx;
	struct tot_date on = tot_month_first_day(benefit->start);
	if (tot_date_compare(on, ctx->as_of) < 0)
		on = ctx->as_of;
	const enum home home = home_of(work->life, on);
	if (home == UNKNOWN) {
		say(work, home);
		return TOT_OK;
	}
	tot_trace_begin(ctx->trace, tot_arena_format(ctx->arena, "%s.net", benefit->id),
			"what is left of the pension");
	const enum tot_status status = tax_pension(work, benefit, home == IN_JAPAN, on.year);
	if (status != TOT_OK)
		tot_trace_caveat(ctx->trace, "a figure is missing in the law files");
	tot_trace_end(ctx->trace);
	say(work, status == TOT_OK ? home : NO_FIGURE);
	return status == TOT_ERR_NO_PARAMETER ? TOT_OK : status;
}

/* NPA s. 25, EPA s. 41 (2): no tax on pensions for disability and to survivors. */
static void free_of_tax(struct tot_benefit *benefit)
{
	benefit->net = benefit->amount;
}

enum tot_status tot_jp_deduct(struct tot_findings *io, const struct tot_view *view,
			      struct tot_ctx *ctx)
{
	struct deducting work = {.found = io, .life = view->life, .ctx = ctx};
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < io->benefit_count && status == TOT_OK; i++) {
		struct tot_benefit *benefit = &io->benefits[i];
		if (paid(benefit) && taxed(benefit))
			status = deduct(&work, benefit);
		else if (paid(benefit) && !is(benefit, "JP.old_age.transfer_addition"))
			free_of_tax(benefit);
	}
	return status;
}
