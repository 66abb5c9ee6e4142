/* Germany as a module: descriptor and operations. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/deductions.h"
#include "de/figures.h"
#include "de/pay.h"
#include "de/plan.h"
#include "de/refund.h"
#include "de/voluntary.h"

/* Pay of the month in its own currency, capped; bonuses of the month included. */
static enum tot_status base_of(tot_cents *out, const struct tot_period *record, tot_month month,
			       const struct tot_de_basis *basis)
{
	struct tot_span span = {.record = record,
				.kind = record->kind,
				.flags = record->flags,
				.from = record->from,
				.to = record->to};
	const int year = tot_month_year(month);
	const tot_month begin = tot_month_make(year, 1);
	const tot_month first =
		tot_month_of(record->from) > begin ? tot_month_of(record->from) : begin;
	/* Yearly pay is spread over all months of the record in the year, later ones too. */
	const bool ends = !tot_date_is_none(record->to) && record->to.year == year;
	tot_months_add_range(&span.months, first, ends ? tot_month_of(record->to) + 1 : begin + 12);
	const struct tot_timeline own = {.country = "DE", .spans = &span, .span_count = 1};
	*out = 0;
	for (size_t g = 0; g < TOT_DE_GROUPS; g++) {
		struct tot_de_pay_year pay;
		const struct tot_de_group group = tot_de_group_at(g);
		enum tot_status status = tot_de_pay_year_of(&pay, &own, year, group, basis);
		if (status >= 0 && (pay.unknown >> (month - begin) & 1))
			return TOT_INCOMPLETE_RECORD;
		int64_t base = 0;
		if (status >= 0 && pay.covered)
			status = tot_ratio_round(
				&base, tot_de_base(&pay, month - begin, month - begin + 1), 1,
				TOT_HALF_UP);
		if (status < 0)
			return status;
		*out += base;
	}
	return TOT_OK;
}

static enum tot_status minijob(struct tot_shares *out, const struct tot_period *record,
			       tot_month month, struct tot_ctx *ctx)
{
	struct tot_de_shares shares;
	int64_t wage;
	enum tot_status status = tot_pay_monthly(&wage, record, month, tot_month_year(month));
	if (status < 0)
		return TOT_INCOMPLETE_RECORD;
	status = tot_de_minijob_shares(&shares, wage, month, record->flags & TOT_FLAG_HOUSEHOLD,
				       ctx->law);
	if (status < 0)
		return status;
	*out = (struct tot_shares){shares.base, shares.employee, shares.employer,
				   tot_pay_currency(record, month)};
	if (record->flags & TOT_FLAG_MINIJOB_EXEMPT) {
		out->base = 0;
		out->employee = 0;
	}
	return TOT_OK;
}

/* Who pays: employee and employer by halves; self-employed and voluntary persons the whole. */
static enum tot_status contribution(struct tot_shares *out, const struct tot_period *record,
				    tot_month month, struct tot_ctx *ctx)
{
	struct tot_de_basis basis;
	struct tot_de_shares shares;
	tot_cents base;
	if (record->flags & (TOT_FLAG_MINIJOB | TOT_FLAG_MINIJOB_EXEMPT))
		return minijob(out, record, month, ctx);
	enum tot_status status =
		tot_de_basis_of(&basis, ctx->law, ctx->as_of, TOT_MONTH_NONE, NULL);
	if (status >= 0)
		status = base_of(&base, record, month, &basis);
	if (status != TOT_OK)
		return status;
	status = tot_de_employee_shares(&shares, base, month,
					record->flags & (TOT_FLAG_MINERS | TOT_FLAG_UNDERGROUND),
					ctx->law);
	if (status < 0)
		return status;
	*out = (struct tot_shares){base, shares.employee, shares.employer,
				   tot_pay_currency(record, month)};
	const tot_kinds alone = TOT_KIND_BIT(TOT_SELF_EMPLOYMENT) | TOT_KIND_BIT(TOT_VOLUNTARY);
	const tot_kinds others = TOT_KIND_BIT(TOT_BENEFIT_UNEMPLOYMENT) | TOT_DE_DEEMED;
	if (alone & TOT_KIND_BIT(record->kind)) {
		int64_t rate;
		const struct tot_at at = tot_de_on(tot_month_first_day(month));
		status = tot_de_number(&rate, ctx->law, TOT_DE_RATE, &at);
		if (status >= 0)
			status = tot_mul_div(&out->employee, base, rate, 10000, TOT_HALF_UP);
		out->employer = 0;
	}
	if (others & TOT_KIND_BIT(record->kind)) {
		out->employer += out->employee;
		out->employee = 0;
	}
	return status < 0 ? status : TOT_OK;
}

static const struct tot_scheme_ops ops = {
	.place = tot_de_place,
	.open_end = tot_de_open_end,
	.entitle = tot_de_entitle,
	.benefit = tot_de_benefit,
	.refund = tot_de_refund,
	.after_refund = tot_de_after_refund,
	.contribution = contribution,
	.voluntary = tot_de_voluntary,
	.deduct = tot_de_deduct,
};

const struct tot_scheme tot_scheme_de = {
	.id = "de",
	.state = "DE",
	.name = "Germany",
	.currency = "EUR",
	.figures = &tot_de_figures,
	.kinds = TOT_DE_KINDS,
	.ops = &ops,
};
