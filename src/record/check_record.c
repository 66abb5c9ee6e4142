/* Facts of one record that are legal but odd: its age, and pay that is missing or says nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

#define B(kind) TOT_KIND_BIT(TOT_##kind)

/* Months that NPA s. 7 (1) no. 1 and 3 give only from 20 to 59; here it decides about a warning
 * alone. */
#define BASIC_AGE_FROM 20
#define BASIC_AGE_TO 60
#define BASIC_KINDS                                                                   \
	(B(SELF_EMPLOYMENT) | B(RESIDENT) | B(DEPENDENT_SPOUSE) | B(EXEMPT_QUARTER) | \
	 B(EXEMPT_HALF) | B(EXEMPT_THREE_QUARTERS) | B(EXEMPT_FULL) | B(DEFERRED) | B(UNPAID))

static void check_age(struct tot_reader *reader, const struct tot_period *period,
		      struct tot_date born)
{
	if (strcmp(period->country, "JP") != 0 || !(TOT_KIND_BIT(period->kind) & BASIC_KINDS) ||
	    tot_date_is_none(born) || tot_date_is_none(period->from))
		return;
	const struct tot_date twenty = tot_age_reached(born, (struct tot_age){BASIC_AGE_FROM, 0});
	const struct tot_date sixty = tot_age_reached(born, (struct tot_age){BASIC_AGE_TO, 0});
	const struct tot_date last = tot_date_is_none(period->to) ? period->from : period->to;
	if (tot_month_of(period->from) < tot_month_of(twenty))
		tot_warn_at(reader, period->pointer, "below-20",
			    "begins before the month in which %d is reached; months of \"%s\" "
			    "count from then on",
			    BASIC_AGE_FROM, tot_kind_name(period->kind));
	if (tot_date_compare(last, sixty) >= 0)
		tot_warn_at(
			reader, period->pointer, "above-59",
			"goes on when %d is reached; months of \"%s\" count until the month before",
			BASIC_AGE_TO, tot_kind_name(period->kind));
}

/* A year that the record touches and the list does not have: its pay is unknown (DECISIONS.md 18).
 */
static void check_years(struct tot_reader *reader, const struct tot_period *period)
{
	const struct tot_pay *pay = &period->pay;
	const char *place = tot_place(reader, period->pointer, "pay");
	int64_t amount;
	if (pay->year_count == 0 || tot_date_is_none(period->from))
		return;
	const int last_given = pay->years[pay->year_count - 1].year;
	const bool open = tot_date_is_none(period->to);
	const int last = open ? last_given : period->to.year;
	for (int year = period->from.year; year <= last; year++) {
		if (tot_pay_year(&amount, period, year))
			continue;
		tot_warn_at(reader, place, "pay-missing",
			    "no entry for %d, a year of the period; its months count, amounts that "
			    "need "
			    "the pay are incomplete",
			    year);
		break;
	}
	if (pay->years[0].year < period->from.year || (!open && last_given > period->to.year))
		tot_warn_at(reader, place, "pay-outside",
			    "entries for years outside the period; they do not count");
	if (open)
		tot_warn_at(reader, place, "pay-missing",
			    "the period goes on after %d, the last year with an entry; the pay of "
			    "later "
			    "years is unknown",
			    last_given);
}

static void check_bonuses(struct tot_reader *reader, const struct tot_period *period)
{
	if (tot_date_is_none(period->from))
		return;
	for (size_t i = 0; i < period->pay.bonus_count; i++) {
		const tot_month month = period->pay.bonuses[i].month;
		if (month == TOT_MONTH_NONE)
			continue;
		const bool before = month < tot_month_of(period->from);
		const bool after =
			!tot_date_is_none(period->to) && month > tot_month_of(period->to);
		if (before || after)
			tot_warn_at(reader,
				    tot_arena_format(reader->arena, "%s/pay/bonuses/%zu",
						     period->pointer, i),
				    "pay-outside",
				    "the bonus lies outside the period; it does not count");
	}
}

/* One number for months before and after the euro: 3,000 DM until 2001 and 3,000 EUR from 2002. */
static void check_euro(struct tot_reader *reader, const struct tot_period *period)
{
	const tot_month euro = tot_month_make(2002, 1);
	const enum tot_pay_form form = period->pay.form;
	const bool amount = (form == TOT_PAY_MONTHLY && period->pay.step_count == 1) ||
			    form == TOT_PAY_CONTRIBUTION;
	if (!amount || period->pay.currency || strcmp(period->country, "DE") != 0 ||
	    tot_date_is_none(period->from) || tot_month_of(period->from) >= euro)
		return;
	if (tot_date_is_none(period->to) || tot_month_of(period->to) >= euro)
		tot_warn_at(reader, tot_place(reader, period->pointer, "pay"), "two-currencies",
			    "the same number counts as DEM until 2001-12 and as EUR from 2002-01; "
			    "write "
			    "steps, two periods or \"currency\" if that is not meant");
}

static void check_pay(struct tot_reader *reader, const struct tot_period *period)
{
	const tot_kinds paid = tot_paid_kinds(period->country);
	const tot_kinds kind = TOT_KIND_BIT(period->kind);
	if (period->pay.form == TOT_PAY_NONE) {
		if (paid & kind)
			tot_warn_at(reader, period->pointer, "pay-missing",
				    "no \"pay\" is given; the months count, amounts that need the "
				    "pay are "
				    "incomplete");
		return;
	}
	if (paid != 0 && !(paid & kind) && period->kind != TOT_VOLUNTARY)
		tot_warn_at(reader, tot_place(reader, period->pointer, "pay"), "pay-without-effect",
			    "no amount follows from the pay of a period of the kind \"%s\" in %s",
			    tot_kind_name(period->kind), period->country);
	check_years(reader, period);
	check_bonuses(reader, period);
	check_euro(reader, period);
}

void tot_check_record(struct tot_reader *reader, const struct tot_period *period,
		      const struct tot_scenario *life)
{
	check_age(reader, period, life->person.born);
	check_pay(reader, period);
}
