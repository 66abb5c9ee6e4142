/* Income tax on German pensions: taxable share, amount free for life, tariff, residents abroad. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/tax.h"

#include "de/figures.h"

enum tot_status tot_de_taxable_share(int64_t *out, int start_year, const struct tot_law *law)
{
	struct tot_at at = {.year = start_year};
	struct tot_value last;
	int64_t first_year, last_year;
	enum tot_status status = tot_de_number(&first_year, law, TOT_DE_TAXABLE_FIRST_YEAR, &at);
	if (status >= 0)
		status =
			tot_law_last(&last, &last_year, law, &tot_de_figures, TOT_DE_TAXABLE_SHARE);
	if (status < 0)
		return status;
	if (at.year < first_year)
		at.year = (int)first_year;
	if (at.year > last_year)
		at.year = (int)last_year;
	return tot_de_number(out, law, TOT_DE_TAXABLE_SHARE, &at);
}

enum tot_status tot_de_tax_free_amount(tot_cents *out, int start_year, tot_cents second_year,
				       const struct tot_law *law)
{
	int64_t share;
	const enum tot_status status = tot_de_taxable_share(&share, start_year, law);
	return status < 0 ? status
			  : tot_mul_div(out, second_year, 10000 - share, 10000, TOT_HALF_UP);
}

/*
 * The zones of s. 32a (1) above the basic allowance: two quadratic ones, then two of a fixed rate.
 */
enum { ZONES = 4, FIRST_FIXED = 2 };

/* Figures of a zone, hundredths. */
struct zone {
	int64_t above, square, linear; /* quadratic zones */
	int64_t rate;		       /* percent, fixed zones */
	int64_t constant;	       /* added in a quadratic zone, taken off in a fixed one */
};

#define NO_FIGURE TOT_DE_FIGURE_COUNT

static enum tot_status read_figure(int64_t *out, enum tot_de_figure figure, const struct tot_at *at,
				   const struct tot_law *law)
{
	*out = 0;
	return figure == NO_FIGURE ? TOT_OK : tot_de_number(out, law, figure, at);
}

static enum tot_status read_zone(struct zone *out, size_t zone, const struct tot_at *at,
				 const struct tot_law *law)
{
	static const struct {
		enum tot_de_figure above, square, linear, rate, constant;
	} figures[ZONES] = {
		{TOT_DE_TAX_ZONE_2, TOT_DE_TAX_ZONE_2_SQUARE, TOT_DE_TAX_ZONE_2_LINEAR, NO_FIGURE,
		 NO_FIGURE},
		{TOT_DE_TAX_ZONE_3, TOT_DE_TAX_ZONE_3_SQUARE, TOT_DE_TAX_ZONE_3_LINEAR, NO_FIGURE,
		 TOT_DE_TAX_ZONE_3_CONSTANT},
		{TOT_DE_TAX_ZONE_4, NO_FIGURE, NO_FIGURE, TOT_DE_TAX_ZONE_4_RATE,
		 TOT_DE_TAX_ZONE_4_LESS},
		{TOT_DE_TAX_ZONE_5, NO_FIGURE, NO_FIGURE, TOT_DE_TAX_ZONE_5_RATE,
		 TOT_DE_TAX_ZONE_5_LESS},
	};
	enum tot_status status = read_figure(&out->above, figures[zone].above, at, law);
	if (status >= 0)
		status = read_figure(&out->square, figures[zone].square, at, law);
	if (status >= 0)
		status = read_figure(&out->linear, figures[zone].linear, at, law);
	if (status >= 0)
		status = read_figure(&out->rate, figures[zone].rate, at, law);
	if (status >= 0)
		status = read_figure(&out->constant, figures[zone].constant, at, law);
	return status;
}

/*
 * (square * y + linear) * y + constant, y = ten-thousandths of what lies above; down to whole
 * euros.
 */
static enum tot_status quadratic(int64_t *euros, const struct zone *zone, int64_t income)
{
	const struct tot_ratio y = tot_ratio_of(income - zone->above / 100, 10000);
	const struct tot_ratio slope = tot_ratio_add(
		tot_ratio_mul(tot_ratio_of(zone->square, 100), y), tot_ratio_of(zone->linear, 100));
	return tot_ratio_round(
		euros, tot_ratio_add(tot_ratio_mul(slope, y), tot_ratio_of(zone->constant, 100)), 1,
		TOT_DOWN);
}

static enum tot_status fixed_rate(int64_t *euros, const struct zone *zone, int64_t income)
{
	return tot_ratio_round(euros,
			       tot_ratio_sub(tot_ratio_mul(tot_ratio_of(income, 1),
							   tot_ratio_of(zone->rate, 10000)),
					     tot_ratio_of(zone->constant, 100)),
			       1, TOT_DOWN);
}

enum tot_status tot_de_income_tax(tot_cents *out, tot_cents income, int year,
				  const struct tot_law *law)
{
	const struct tot_at at = tot_de_on((struct tot_date){year, 12, 31});
	const int64_t whole = income / 100;
	struct tot_value last;
	int64_t last_year, euros = 0;
	enum tot_status status =
		tot_law_last(&last, &last_year, law, &tot_de_figures, TOT_DE_TAX_ALLOWANCE);
	for (size_t i = 0; i < ZONES && status >= 0; i++) {
		struct zone zone;
		status = read_zone(&zone, i, &at, law);
		if (status < 0 || whole <= zone.above / 100)
			break;
		status = i < FIRST_FIXED ? quadratic(&euros, &zone, whole)
					 : fixed_rate(&euros, &zone, whole);
	}
	if (status < 0)
		return status;
	*out = euros * 100;
	return year > last_year ? TOT_PROJECTED : TOT_OK;
}

enum tot_status tot_de_nonresident_tax(tot_cents *out, tot_cents taxable, int year,
				       const struct tot_law *law)
{
	const struct tot_at at = {0};
	struct tot_value allowance;
	int64_t deduction, last_year;
	enum tot_status status = tot_de_number(&deduction, law, TOT_DE_TAX_LUMP_DEDUCTION, &at);
	if (status >= 0)
		status = tot_law_last(&allowance, &last_year, law, &tot_de_figures,
				      TOT_DE_TAX_ALLOWANCE);
	if (status >= 0 && year <= last_year) {
		const struct tot_at then = {.year = year};
		status = tot_de_get(&allowance, law, TOT_DE_TAX_ALLOWANCE, &then);
	}
	if (status < 0)
		return status;
	const tot_cents income = taxable > deduction ? taxable - deduction : 0;
	return tot_de_income_tax(out, income + allowance.value, year, law);
}
