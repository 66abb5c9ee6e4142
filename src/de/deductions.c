/* What is left of a German pension: insurance of residents, tax of residents of Japan. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/deductions.h"

#include <string.h>

#include "de/payment.h"
#include "de/tax.h"

enum { YEAR = 12 };

static enum tot_status take(struct tot_benefit *benefit, const char *name, const char *law,
			    tot_cents amount, struct tot_ctx *ctx)
{
	struct tot_deduction *deduction = tot_arena_alloc(ctx->arena, sizeof(*deduction));
	struct tot_deduction **end = &benefit->deductions;
	if (!deduction)
		return TOT_ERR_MEMORY;
	*deduction = (struct tot_deduction){
		.name = name, .law = law, .amount = {true, amount, "EUR", "month"}};
	while (*end)
		end = &(*end)->next;
	*end = deduction;
	benefit->net.value -= amount;
	return TOT_OK;
}

static void trace_amount(struct tot_trace *trace, const char *label, const char *law,
			 const char *formula, tot_cents amount)
{
	char text[TOT_DECIMAL_TEXT];
	tot_trace_begin(trace, "", label);
	tot_trace_law(trace, law);
	tot_trace_formula(trace, "%s", formula);
	tot_trace_result(trace, "EUR a month", "%s", tot_decimal_print_grouped(text, amount, 2));
	tot_trace_rounding(trace, "half up to 0.01");
	tot_trace_end(trace);
}

static const char *share_text(int64_t rate, tot_cents gross, struct tot_ctx *ctx)
{
	char percent[TOT_DECIMAL_TEXT], amount[TOT_DECIMAL_TEXT];
	return tot_arena_format(ctx->arena, "%s percent of %s", tot_decimal_print(percent, rate, 4),
				tot_decimal_print_grouped(amount, gross, 2));
}

static enum tot_status insure(struct tot_benefit *benefit, const struct tot_scenario *life,
			      struct tot_date on, struct tot_ctx *ctx)
{
	static const char health_law[] = "SGB V s. 249a", care_law[] = "SGB XI s. 55, s. 59";
	const struct tot_de_insured_pensioner person = {.born = life->person.born,
							.has_fund_rate =
								life->person.has_health_fund_rate,
							.fund_rate = life->person.health_fund_rate,
							.children = life->family.children,
							.child_count = life->family.child_count};
	const tot_cents gross = benefit->amount.value;
	struct tot_de_insurance found;
	enum tot_status status = tot_de_insurance_of(&found, gross, on, &person, ctx->law);
	if (status < 0)
		return status;
	benefit->net = benefit->amount;
	trace_amount(ctx->trace, "health insurance", health_law,
		     share_text(found.health_rate, gross, ctx), found.health);
	trace_amount(ctx->trace, "care insurance", care_law,
		     share_text(found.care_rate, gross, ctx), found.care);
	status = take(benefit, "health insurance", health_law, found.health, ctx);
	return status < 0 ? status : take(benefit, "care insurance", care_law, found.care, ctx);
}

/* A whole year of the pension under the tariff of the day. */
static enum tot_status tax_abroad(struct tot_benefit *benefit, struct tot_ctx *ctx)
{
	static const char law[] = "EStG s. 22, s. 49 (1) no. 7, s. 50 (1)";
	int64_t share;
	tot_cents taxable, tax, monthly;
	char yearly[TOT_DECIMAL_TEXT], percent[TOT_DECIMAL_TEXT];
	const tot_cents year = benefit->amount.value * YEAR;
	enum tot_status status =
		tot_de_taxable_share(&share, tot_month_year(benefit->start), ctx->law);
	if (status >= 0)
		status = tot_mul_div(&taxable, year, share, 10000, TOT_HALF_UP);
	if (status >= 0)
		status = tot_de_nonresident_tax(&tax, taxable, ctx->as_of.year, ctx->law);
	if (status >= 0)
		status = tot_mul_div(&monthly, tax, 1, YEAR, TOT_HALF_UP);
	if (status < 0)
		return status;
	benefit->net = benefit->amount;
	trace_amount(ctx->trace, "German income tax", law,
		     tot_arena_format(ctx->arena,
				      "a twelfth of the tax on %s percent of 12 x the pension = %s",
				      tot_decimal_print(percent, share, 2),
				      tot_decimal_print_grouped(yearly, tax, 2)),
		     monthly);
	return take(benefit, "German income tax", law, monthly, ctx);
}

enum home { AT_HOME, IN_JAPAN, ELSEWHERE, NO_FIGURE, HOMES };

static enum home home_of(const struct tot_scenario *life, struct tot_date on)
{
	const char *country = tot_person_residence(&life->person, on);
	if (country && strcmp(country, "DE") == 0)
		return AT_HOME;
	return country && strcmp(country, "JP") == 0 ? IN_JAPAN : ELSEWHERE;
}

/* Say once what the net amounts assume, or why there are none. */
static void say(enum home home, bool said[HOMES], struct tot_ctx *ctx)
{
	static const struct {
		const char *code, *text;
	} notes[HOMES] = {
		[AT_HOME] = {"de-net-of-insurance",
			     "German pensions are shown net of health and care insurance, as paid "
			     "by a compulsorily insured pensioner; income tax of residents "
			     "depends on all their income and is not taken off"},
		[IN_JAPAN] = {"de-net-of-tax",
			      "German pensions are shown net of German income tax, with no other "
			      "German income; Japan may tax them too and then credits the German "
			      "tax; no German health insurance is taken from residents of Japan"},
		[ELSEWHERE] = {"de-no-net",
			       "no net amount of German pensions: tax and insurance are known "
			       "for residents of Germany and Japan only"},
		[NO_FIGURE] = {"de-no-net",
			       "no net amount of German pensions: the law files have no rates or "
			       "no tax tariff for that day"},
	};
	if (!said[home] && ctx->notices)
		tot_diag_add(ctx->notices, TOT_INFO, notes[home].code, "", "", "%s",
			     notes[home].text);
	said[home] = true;
}

/* One benefit; a figure that the law files do not have leaves it gross. */
static enum tot_status deduct(struct tot_benefit *benefit, const struct tot_scenario *life,
			      bool said[HOMES], struct tot_ctx *ctx)
{
	struct tot_date on = tot_month_first_day(benefit->start);
	if (tot_date_compare(on, ctx->as_of) < 0)
		on = ctx->as_of;
	const enum home home = home_of(life, on);
	if (home == ELSEWHERE) {
		say(home, said, ctx);
		return TOT_OK;
	}
	char text[TOT_DECIMAL_TEXT];
	tot_trace_begin(ctx->trace, tot_arena_format(ctx->arena, "%s.net", benefit->id),
			"what is left of the pension");
	const enum tot_status status =
		home == AT_HOME ? insure(benefit, life, on, ctx) : tax_abroad(benefit, ctx);
	if (status >= 0)
		tot_trace_result(ctx->trace, "EUR a month", "%s",
				 tot_decimal_print_grouped(text, benefit->net.value, 2));
	else
		tot_trace_caveat(ctx->trace, "a figure is missing in the law files");
	tot_trace_end(ctx->trace);
	say(status >= 0 ? home : NO_FIGURE, said, ctx);
	return status == TOT_ERR_NO_PARAMETER ? TOT_OK : status;
}

enum tot_status tot_de_deduct(struct tot_findings *io, const struct tot_view *view,
			      struct tot_ctx *ctx)
{
	bool said[HOMES] = {false};
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < io->benefit_count && status >= 0; i++) {
		struct tot_benefit *benefit = &io->benefits[i];
		const struct tot_amount *amount = &benefit->amount;
		if (benefit->entitled && benefit->start != TOT_MONTH_NONE && amount->known &&
		    amount->per && strcmp(amount->per, "month") == 0 &&
		    strcmp(amount->currency, "EUR") == 0)
			status = deduct(benefit, view->life, said, ctx);
	}
	return status < 0 ? status : TOT_OK;
}
