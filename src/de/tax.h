/* German income tax on pensions: shared inside src/de. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_DE_TAX_H
#define TOT_DE_TAX_H

#include "totalise/de.h"

/*
 * Share of a pension that is taxed, by the year of its start.
 *
 * Returned   out: 0.01 percent; starts before the first year of the table have its share, starts
 *            after the last one the last
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER
 * Law        EStG s. 22 no. 1 sentence 3 letter a aa; law/de/taxation.json
 * Example    2026: 8400
 */
TOT_NODISCARD enum tot_status tot_de_taxable_share(int64_t *out, int start_year,
						   const struct tot_law *law);

/*
 * The amount that stays free of tax for life.
 *
 * Given      start_year; second_year: pension of the whole year after the start, cents
 * Returned   out: cents a year
 * Status     TOT_OK; TOT_ERR_NO_PARAMETER; TOT_ERR_OVERFLOW
 * Law        EStG s. 22 no. 1 sentence 3 letter a aa sentences 4-5
 * Rounding   half up to 0.01
 * Example    start 2026, 12,000 EUR in 2027: 1,920 EUR
 */
TOT_NODISCARD enum tot_status tot_de_tax_free_amount(tot_cents *out, int start_year,
						     tot_cents second_year,
						     const struct tot_law *law);

/*
 * Income tax of the basic tariff.
 *
 * Given      income: taxable income, cents; year: from 2026; later years are taxed as 2026
 * Returned   out: whole euros, in cents
 * Status     TOT_OK; TOT_PROJECTED after 2026; TOT_ERR_NO_PARAMETER before; TOT_ERR_OVERFLOW
 * Law        EStG s. 32a (1); law/de/taxation.json
 * Rounding   income and tax down to whole euros
 * Example    17,286 EUR in 2026: 914 EUR
 */
TOT_NODISCARD enum tot_status tot_de_income_tax(tot_cents *out, tot_cents income, int year,
						const struct tot_law *law);

/*
 * Income tax of a pensioner who lives abroad and has no other German income.
 *
 * Given      taxable: taxable part of the year's pension, cents, before the lump deduction; year
 * Returned   out: cents
 * Status     as tot_de_income_tax
 * Law        EStG s. 49 (1) no. 7, s. 50 (1): the basic allowance is added to the income; s. 9a;
 *            without solidarity surcharge, which is due on far higher taxes only
 * Example    5,040 EUR in 2026: 914 EUR (worked example de-044)
 */
TOT_NODISCARD enum tot_status tot_de_nonresident_tax(tot_cents *out, tot_cents taxable, int year,
						     const struct tot_law *law);

#endif
