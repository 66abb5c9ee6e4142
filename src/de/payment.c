/* Start of a pension by the day of the claim; health and care insurance of pensioners. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/payment.h"

#include "de/figures.h"

enum tot_status tot_de_start_temporary(tot_month *out, struct tot_date event,
				       struct tot_date claimed, const struct tot_law *law)
{
	int64_t waits;
	tot_month by_claim;
	const struct tot_at at = {0};
	const tot_month month = tot_month_of(event);
	enum tot_status status = tot_de_number(&waits, law, TOT_DE_TEMPORARY_WAITS, &at);
	if (status >= 0)
		status = tot_de_start_of_claim(&by_claim, month, claimed, law);
	if (status < 0)
		return status;
	const tot_month seventh = month + (tot_month)waits;
	*out = by_claim > seventh ? by_claim : seventh;
	return TOT_OK;
}

enum tot_status tot_de_start_of_survivor(struct tot_date *out, struct tot_date death,
					 bool drew_pension, struct tot_date claimed,
					 const struct tot_law *law)
{
	int64_t back;
	const struct tot_at at = {0};
	const enum tot_status status = tot_de_number(&back, law, TOT_DE_SURVIVORS_RETRO, &at);
	if (status < 0)
		return status;
	const struct tot_date right =
		drew_pension ? tot_month_first_day(tot_month_of(death) + 1) : death;
	const struct tot_date earliest =
		tot_month_first_day(tot_month_of(claimed) - (tot_month)back);
	*out = tot_date_compare(right, earliest) < 0 ? earliest : right;
	return TOT_OK;
}

/*
 * The pensioner's rate: the table has it with the average additional rate, shared half and half
 * where twice the pensioner's part is the whole; a fund's own rate moves it by the difference.
 */
static enum tot_status health_rate(int64_t *out, const struct tot_at *at,
				   const struct tot_de_insured_pensioner *person,
				   const struct tot_law *law)
{
	int64_t rate, whole, average;
	enum tot_status status = tot_de_number(&rate, law, TOT_DE_HEALTH_PENSIONER, at);
	if (status >= 0)
		status = tot_de_number(&whole, law, TOT_DE_HEALTH_TOTAL, at);
	if (status < 0)
		return status;
	*out = rate;
	if (!person->has_fund_rate)
		return TOT_OK;
	struct tot_at year = *at;
	status = tot_de_number(&average, law, TOT_DE_HEALTH_ADDITIONAL, &year);
	/* Years after the last one known go on with its average, as the row of the rate does. */
	if (status == TOT_ERR_NO_PARAMETER) {
		struct tot_value last;
		int64_t key;
		status = tot_law_last(&last, &key, law, &tot_de_figures, TOT_DE_HEALTH_ADDITIONAL);
		/* s. 242 SGB V before 2015: no additional rate in percent. */
		if (status < 0 || at->year < key)
			return status < 0 ? status : TOT_OK;
		average = last.value;
	}
	if (status < 0)
		return status;
	const int64_t more = person->fund_rate - average;
	*out = 2 * rate == whole ? rate + more / 2 : rate + more;
	return TOT_OK;
}

/* Children who have not completed the age at the end of the month before. */
static int children_below(int age, const struct tot_de_insured_pensioner *person,
			  struct tot_date on)
{
	const struct tot_age years = {age, 0};
	int count = 0;
	for (size_t i = 0; i < person->child_count; i++) {
		const struct tot_date born = person->children[i].born;
		count += tot_date_compare(born, on) <= 0 &&
			 tot_month_of(tot_age_reached(born, years)) >= tot_month_of(on);
	}
	return count;
}

/* SGB XI s. 55 (3): less for the second to the fifth child below the age. */
static enum tot_status child_discount(int64_t *out, const struct tot_at *at, struct tot_date on,
				      const struct tot_de_insured_pensioner *person,
				      const struct tot_law *law)
{
	int64_t each, first, last, age;
	*out = 0;
	enum tot_status status = tot_de_number(&each, law, TOT_DE_CARE_CHILD_DISCOUNT, at);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK;
	if (status >= 0)
		status = tot_de_number(&first, law, TOT_DE_CARE_CHILD_FIRST, at);
	if (status >= 0)
		status = tot_de_number(&last, law, TOT_DE_CARE_CHILD_LAST, at);
	if (status >= 0)
		status = tot_de_number(&age, law, TOT_DE_CARE_CHILD_AGE, at);
	if (status < 0)
		return status;
	int64_t young = children_below((int)age, person, on);
	if (young > last)
		young = last;
	if (young >= first)
		*out = each * (young - first + 1);
	return TOT_OK;
}

/* SGB XI s. 55 (3): without children more is paid, but not by those born before 1940. */
static enum tot_status childless(int64_t *out, const struct tot_at *at, struct tot_date on,
				 const struct tot_de_insured_pensioner *person,
				 const struct tot_law *law)
{
	int64_t age, surcharge;
	struct tot_date born_from = {0, 0, 0};
	const char *text =
		tot_law_string(law, "de.health_care_contributions", "/care/childless/born_from");
	*out = 0;
	if (person->child_count)
		return TOT_OK;
	enum tot_status status = tot_de_number(&age, law, TOT_DE_CARE_CHILDLESS_AGE, at);
	if (status >= 0)
		status = tot_de_number(&surcharge, law, TOT_DE_CARE_CHILDLESS, at);
	if (status < 0)
		return status;
	if (!text || !tot_date_parse(&born_from, text))
		return TOT_ERR_NO_PARAMETER;
	if (tot_date_compare(person->born, born_from) >= 0 &&
	    tot_age_on(person->born, on).years >= age)
		*out = surcharge;
	return TOT_OK;
}

static enum tot_status care_rate(int64_t *out, const struct tot_at *at, struct tot_date on,
				 const struct tot_de_insured_pensioner *person,
				 const struct tot_law *law)
{
	int64_t rate, more, less;
	enum tot_status status = tot_de_number(&rate, law, TOT_DE_CARE_RATE, at);
	if (status >= 0)
		status = childless(&more, at, on, person, law);
	if (status >= 0)
		status = child_discount(&less, at, on, person, law);
	if (status >= 0)
		*out = rate + more - less;
	return status;
}

enum tot_status tot_de_insurance_of(struct tot_de_insurance *out, tot_cents gross,
				    struct tot_date on,
				    const struct tot_de_insured_pensioner *person,
				    const struct tot_law *law)
{
	const struct tot_at at = tot_de_on(on);
	struct tot_de_insurance found;
	enum tot_status status = health_rate(&found.health_rate, &at, person, law);
	if (status >= 0)
		status = care_rate(&found.care_rate, &at, on, person, law);
	if (status >= 0)
		status = tot_mul_div(&found.health, gross, found.health_rate, 1000000, TOT_HALF_UP);
	if (status >= 0)
		status = tot_mul_div(&found.care, gross, found.care_rate, 1000000, TOT_HALF_UP);
	if (status < 0)
		return status;
	found.net = gross - found.health - found.care;
	*out = found;
	return TOT_OK;
}
