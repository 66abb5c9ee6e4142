/* The lump-sum withdrawal payments as an operation: who, when, how much, why not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refund.h"

#include <string.h>

/* Spans that end before the claim; of one that goes on, the months before. */
static enum tot_status cut_past(struct tot_jp_claim *io)
{
	const struct tot_timeline *own = io->view->own;
	struct tot_span *spans =
		tot_arena_alloc(io->ctx->arena, (own->span_count + 1) * sizeof(*spans));
	if (!spans)
		return TOT_ERR_MEMORY;
	io->past = (struct tot_timeline){.country = "JP", .spans = spans};
	for (size_t i = 0; i < own->span_count; i++) {
		struct tot_span span = own->spans[i];
		if (tot_date_compare(span.from, io->on) >= 0)
			continue;
		if (tot_date_compare(span.to, io->on) >= 0)
			tot_months_clip(&span.months, 0, tot_month_of(io->on));
		spans[io->past.span_count++] = span;
	}
	tot_timeline_collect(&io->past);
	return TOT_OK;
}

static enum tot_status open_claim(struct tot_jp_claim *out, const struct tot_view *view,
				  struct tot_date filed, struct tot_ctx *ctx)
{
	*out = (struct tot_jp_claim){.view = view, .ctx = ctx};
	const enum tot_status status =
		tot_jp_window_of(&out->window, view->life, view->own, filed, ctx);
	out->on = tot_date_is_none(out->window.claim) ? ctx->as_of : out->window.claim;
	return status == TOT_OK ? cut_past(out) : status;
}

static struct tot_amount yen(tot_yen value)
{
	return (struct tot_amount){.known = true, .value = value, .currency = "JPY"};
}

static void no_amounts(struct tot_refund *refund)
{
	const struct tot_amount none = {.currency = "JPY"};
	refund->gross = refund->withheld = refund->tax = refund->tax_refund = refund->net = none;
}

static void erase(struct tot_refund *refund, const char *which, const struct tot_jp_claim *claim)
{
	const tot_kinds kinds = tot_jp_erased_kinds(which, claim->view->life);
	tot_timeline_kinds(&refund->erases, &claim->past, kinds);
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++)
		if (kinds & TOT_KIND_BIT(kind))
			refund->erases_by_kind[kind] = tot_months_count(&claim->past.by_kind[kind]);
}

/* Share of a payment that is due only by an agreement; 1 otherwise (Act 104/2007 s. 31). */
static struct tot_ratio agreement_share(const struct tot_jp_claim *claim,
					const struct tot_qualifying *test)
{
	const struct tot_lent *lent = tot_view_lent(claim->view, "JP.lump_epi_6m");
	const struct tot_agreement *agreement =
		test->by_agreement ? tot_jp_agreement(claim->ctx->law, lent->agreement) : NULL;
	for (size_t k = 0; agreement && k < agreement->benefit_count; k++)
		if (lent->rule->benefit &&
		    strcmp(agreement->benefits[k].id, lent->rule->benefit) == 0)
			return tot_agreement_share(&agreement->benefits[k], test->own, test->lent);
	return tot_ratio_of(1, 1);
}

/* RULES 19 no. 3: whether the rule on short service holds here is not settled. */
static void other_tax(const struct tot_jp_lump_tax *tax, tot_yen gross, int months,
		      bool short_service, const struct tot_jp_claim *claim)
{
	char this[TOT_JP_TEXT], that[TOT_JP_TEXT];
	struct tot_jp_lump_tax other;
	struct tot_ctx quiet = *claim->ctx;
	quiet.trace = NULL;
	if (tot_jp_lump_sum_tax(&other, gross, months, claim->on, !short_service, &quiet) !=
		    TOT_OK ||
	    other.tax == tax->tax)
		return;
	tot_jp_notice(
		claim->ctx, "jp-short-service-tax",
		tot_arena_format(claim->ctx->arena,
				 "Japan: tax on the employees' lump sum %s yen, with the full "
				 "taxation of short service %s: %s yen; whether it holds for "
				 "lump sums is not settled (choice "
				 "jp.tax.short_service_half_rule)",
				 tot_jp_yen(this, tax->tax), short_service ? "off" : "on",
				 tot_jp_yen(that, other.tax)));
}

static enum tot_status employees_tax(struct tot_refund *refund, const struct tot_jp_claim *claim,
				     const struct tot_jp_lump_sum *sum)
{
	struct tot_jp_lump_tax tax;
	char average[TOT_JP_TEXT], factor[TOT_DECIMAL_TEXT], gross[TOT_JP_TEXT], due[TOT_JP_TEXT];
	char share[TOT_JP_TEXT];
	struct tot_ctx *ctx = claim->ctx;
	const bool short_service =
		strcmp(tot_scenario_choice(claim->view->life, "jp.tax.short_service_half_rule",
					   "off"),
		       "on") == 0;
	refund->gross = yen(sum->gross);
	refund->average_remuneration =
		tot_arena_format(ctx->arena, "%s", tot_jp_rounded(average, sum->average, 2));
	refund->factor =
		tot_arena_format(ctx->arena, "%s", tot_decimal_print(factor, sum->factor, 1));
	const bool shared = sum->share.num < sum->share.den;
	const enum tot_status status = tot_jp_lump_sum_tax(&tax, sum->gross, refund->months,
							   claim->on, short_service, ctx);
	if (status == TOT_ERR_NO_PARAMETER) {
		tot_refund_reason(refund, ctx, "the law book has no tax figures for that day");
		refund->status = tot_status_worse(refund->status, TOT_INCOMPLETE_RECORD);
		return TOT_OK;
	}
	if (status != TOT_OK)
		return status;
	other_tax(&tax, sum->gross, refund->months, short_service, claim);
	refund->withheld = yen(tax.withheld);
	refund->tax = yen(tax.tax);
	refund->tax_refund = yen(tax.refund);
	refund->net = yen(tax.net);
	refund->formula =
		tot_arena_format(ctx->arena, "%s x %s%s%s = %s, less tax %s",
				 tot_jp_grouped(average, sum->average, 2), factor,
				 shared ? " x " : "", shared ? tot_jp_exact(share, sum->share) : "",
				 tot_jp_yen(gross, sum->gross), tot_jp_yen(due, tax.tax));
	return TOT_OK;
}

static enum tot_status employees_amounts(struct tot_refund *refund,
					 const struct tot_jp_claim *claim,
					 const struct tot_qualifying *test)
{
	struct tot_jp_pay pay;
	struct tot_jp_lump_sum sum;
	struct tot_ctx *ctx = claim->ctx;
	enum tot_status status =
		tot_jp_pay_of(&pay, &claim->past, &claim->past.by_kind[TOT_EMPLOYMENT], ctx);
	if (status != TOT_OK)
		return status;
	tot_jp_explain_pay(&pay, ctx);
	refund->status = tot_jp_pay_status(&pay, ctx);
	if (pay.revalued)
		refund->status = TOT_INCOMPLETE_RECORD;
	if (refund->status == TOT_INCOMPLETE_RECORD) {
		tot_refund_reason(refund, ctx, "the amount needs the pay of every month: %s",
				  pay.unknown
					  ? pay.unknown_why
					  : "an average that is revalued already does not tell it");
		return TOT_OK;
	}
	status = tot_jp_lump_sum_employees(&sum, &pay, agreement_share(claim, test), ctx);
	if (status == TOT_ERR_NO_PARAMETER || status == TOT_ERR_OVERFLOW) {
		tot_refund_reason(refund, ctx, "%s",
				  status == TOT_ERR_OVERFLOW
					  ? "the pay is beyond what can be computed exactly; "
					    "correct it"
					  : "the law book has no factor for the last month");
		refund->status = TOT_INCOMPLETE_RECORD;
		return TOT_OK;
	}
	if (status != TOT_OK || !sum.known)
		return status;
	refund->paid_months = sum.paid_months;
	return employees_tax(refund, claim, &sum);
}

static enum tot_status add_employees(struct tot_findings *io, const struct tot_jp_claim *claim)
{
	char net[TOT_JP_TEXT];
	struct tot_ctx *ctx = claim->ctx;
	struct tot_value required;
	struct tot_qualifying test = {.title = "six months of employees' insurance",
				      .law = "Employees' Pension Insurance Act suppl. s. 29 (1)"};
	struct tot_refund *refund = tot_findings_refund(
		io, "JP.lump_sum.employees", "Lump-sum withdrawal payment, employees' insurance",
		"Employees' Pension Insurance Act suppl. s. 29");
	if (!refund)
		return TOT_ERR_MEMORY;
	no_amounts(refund);
	refund->months = tot_months_count(&claim->past.by_kind[TOT_EMPLOYMENT]);
	tot_trace_begin(ctx->trace, refund->id, refund->title);
	tot_trace_law(ctx->trace, refund->law);
	enum tot_status status = tot_jp_check_claim(refund, claim);
	if (status == TOT_OK)
		status = tot_jp_test_lump_sum(&test, claim->view,
					      &claim->past.by_kind[TOT_EMPLOYMENT],
					      tot_month_of(claim->on), ctx);
	if (status == TOT_OK)
		status = tot_jp_figure(&required, ctx->law, TOT_JP_LUMP_MINIMUM,
				       &(struct tot_at){0});
	if (status == TOT_OK)
		tot_trace_test(ctx->trace, "", &test, &required);
	if (status == TOT_OK && !test.met)
		tot_refund_reason(refund, ctx, "%d of %d months of employees' insurance",
				  test.counted, test.required);
	refund->eligible = status == TOT_OK && refund->reason_count == 0;
	if (status == TOT_OK && refund->months > 0) {
		erase(refund, "employees", claim);
		status = employees_amounts(refund, claim, &test);
	}
	tot_trace_result(ctx->trace, "JPY", "%s", tot_jp_yen(net, refund->net.value));
	tot_trace_formula(ctx->trace, "%s", refund->formula);
	tot_trace_end(ctx->trace);
	return status;
}

/* Category 1 months by the part that was paid, and the last of them. */
static void national_months(int out[TOT_JP_WEIGHTS], tot_month *last,
			    const struct tot_timeline *past)
{
	static const tot_kinds kinds[TOT_JP_WEIGHTS] = {
		[TOT_JP_PAID] = TOT_KIND_BIT(TOT_SELF_EMPLOYMENT) | TOT_KIND_BIT(TOT_RESIDENT) |
				TOT_KIND_BIT(TOT_VOLUNTARY),
		[TOT_JP_QUARTER_EXEMPT] = TOT_KIND_BIT(TOT_EXEMPT_QUARTER),
		[TOT_JP_HALF_EXEMPT] = TOT_KIND_BIT(TOT_EXEMPT_HALF),
		[TOT_JP_THREE_QUARTER_EXEMPT] = TOT_KIND_BIT(TOT_EXEMPT_THREE_QUARTERS)};
	*last = TOT_MONTH_NONE;
	for (int i = 0; i < TOT_JP_WEIGHTS; i++) {
		struct tot_months months;
		tot_timeline_kinds(&months, past, kinds[i]);
		out[i] = tot_months_count(&months);
		const tot_month end = tot_months_last(&months);
		*last = end > *last ? end : *last;
	}
}

static enum tot_status national_amounts(struct tot_refund *refund, const int months[TOT_JP_WEIGHTS],
					tot_month last, struct tot_ctx *ctx)
{
	struct tot_jp_lump_sum sum;
	char text[TOT_JP_TEXT], gross[TOT_JP_TEXT];
	int64_t minimum;
	enum tot_status status = tot_jp_number(&minimum, ctx->law, TOT_JP_LUMP_MINIMUM);
	if (status != TOT_OK)
		return status;
	status = tot_jp_lump_sum_national(&sum, months, last, ctx);
	if (status == TOT_ERR_NO_PARAMETER) {
		tot_refund_reason(refund, ctx, "the law book has no table for the last paid month");
		refund->status = TOT_INCOMPLETE_RECORD;
		return TOT_OK;
	}
	if (status < 0)
		return status;
	refund->status = status;
	refund->months = sum.months;
	if (sum.counted.den != 1)
		refund->months_text =
			tot_arena_format(ctx->arena, "%s", tot_jp_exact(text, sum.counted));
	if (!sum.known) {
		tot_refund_reason(refund, ctx, "%s of %lld counted months of category 1",
				  tot_jp_exact(text, sum.counted), (long long)minimum);
		return TOT_OK;
	}
	refund->paid_months = sum.paid_months;
	/* No income tax is withheld from this payment (tax.json). */
	refund->gross = refund->net = yen(sum.gross);
	refund->withheld = refund->tax = refund->tax_refund = yen(0);
	refund->formula = tot_arena_format(
		ctx->arena, "%d months at the premium of fiscal year %d: %s", sum.paid_months,
		tot_month_fiscal_year(last), tot_jp_yen(gross, sum.gross));
	return TOT_OK;
}

static enum tot_status add_national(struct tot_findings *io, const struct tot_jp_claim *claim)
{
	char net[TOT_JP_TEXT];
	struct tot_ctx *ctx = claim->ctx;
	int months[TOT_JP_WEIGHTS];
	tot_month last;
	struct tot_refund *refund = tot_findings_refund(
		io, "JP.lump_sum.national", "Lump-sum withdrawal payment, National Pension",
		"National Pension Act suppl. s. 9-3-2");
	if (!refund)
		return TOT_ERR_MEMORY;
	no_amounts(refund);
	national_months(months, &last, &claim->past);
	tot_trace_begin(ctx->trace, refund->id, refund->title);
	tot_trace_law(ctx->trace, refund->law);
	enum tot_status status = tot_jp_check_claim(refund, claim);
	if (status == TOT_OK)
		status = national_amounts(refund, months, last, ctx);
	refund->eligible = status == TOT_OK && refund->reason_count == 0;
	if (refund->months > 0)
		erase(refund, "national", claim);
	tot_trace_result(ctx->trace, "JPY", "%s", tot_jp_yen(net, refund->net.value));
	tot_trace_formula(ctx->trace, "%s", refund->formula);
	tot_trace_end(ctx->trace);
	return status;
}

enum tot_status tot_jp_refund(struct tot_findings *io, const struct tot_view *view,
			      struct tot_date filed, const char *voluntary, struct tot_ctx *ctx)
{
	struct tot_jp_claim claim;
	(void)voluntary; /* a right to voluntary insurance shuts the German refund only */
	enum tot_status status = open_claim(&claim, view, filed, ctx);
	if (status == TOT_OK)
		status = add_employees(io, &claim);
	if (status == TOT_OK)
		status = add_national(io, &claim);
	if (status == TOT_OK && !claim.window.residence_known && view->own->span_count > 0)
		tot_jp_notice(ctx, "residence-missing",
			      "Japan: no residence is given; the address in Japan is taken to end "
			      "with the insurance");
	if (status == TOT_OK)
		tot_jp_refund_notices(io, &claim);
	return status;
}
