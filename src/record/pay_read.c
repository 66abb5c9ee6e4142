/* Reading what was earned in a record: one form of pay, and what refines it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

#include "totalise/decimal.h"

#define FORMS "monthly yearly average average_revalued points contribution"
#define KEYS FORMS " bonuses growth currency"

/* What one record's pay is read with. */
struct pay_reader {
	struct tot_reader *reader;
	const struct tot_json *pay;
	struct tot_period *period;
	const char *currency; /* decides the decimals */
	bool sure; /* country and kind are known: forms that they do not have are faults */
};

static bool in_country(const struct pay_reader *job, const char *country)
{
	return strcmp(job->period->country, country) == 0;
}

static void read_currency(struct pay_reader *job)
{
	struct tot_pay *pay = &job->period->pay;
	if (in_country(job, "JP")) {
		pay->currency = tot_read_choice(job->reader, job->pay, "currency", "JPY", false);
		job->currency = "JPY";
		return;
	}
	job->currency = "EUR";
	if (in_country(job, "DE")) {
		pay->currency =
			tot_read_choice(job->reader, job->pay, "currency", "EUR DEM", false);
		return;
	}
	pay->currency = tot_read_text_member(job->reader, job->pay, "currency", false);
	if (!pay->currency)
		return;
	job->currency = pay->currency;
	if (strlen(pay->currency) != 3 || strspn(pay->currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
		tot_fault(job->reader, tot_json_get(job->pay, "currency"), "unknown-word",
			  "%s is no currency code of ISO 4217; write three capital letters such as "
			  "\"USD\"",
			  tot_quote(pay->currency).text);
}

/* `from` of a step is a month; a day is taken when it is the first of one. */
static tot_month step_month(struct pay_reader *job, const struct tot_json *step)
{
	const struct tot_date from = tot_read_date(job->reader, step, "from", TOT_DAY_FIRST, true);
	if (tot_date_is_none(from))
		return TOT_MONTH_NONE;
	if (from.day != 1)
		tot_fault(job->reader, tot_json_get(step, "from"), "bad-date",
			  "a new amount holds from the first day of a month; write YYYY-MM");
	return tot_month_of(from);
}

static void read_steps(struct pay_reader *job, const struct tot_json *list)
{
	struct tot_pay *pay = &job->period->pay;
	if (list->count == 0) {
		tot_fault(job->reader, list, "empty-list",
			  "no amount; write a number or at least one step");
		return;
	}
	pay->steps = tot_read_room(job->reader, list->count, sizeof(*pay->steps));
	if (!pay->steps)
		return;
	for (const struct tot_json *entry = list->first; entry; entry = entry->next) {
		struct tot_pay_step *step = &pay->steps[pay->step_count++];
		step->from = TOT_MONTH_NONE;
		if (!tot_read_object(job->reader, entry, "from amount"))
			continue;
		step->from = step_month(job, entry);
		tot_read_amount_member(job->reader, entry, "amount", job->currency, true,
				       &step->amount);
		if (pay->step_count > 1 && step->from != TOT_MONTH_NONE &&
		    step->from <= step[-1].from)
			tot_fault(job->reader, entry, "step-order",
				  "the steps are not in the order of their months; sort them and "
				  "give "
				  "each month once");
	}
}

static void read_monthly(struct pay_reader *job, const struct tot_json *value)
{
	struct tot_pay *pay = &job->period->pay;
	pay->form = TOT_PAY_MONTHLY;
	if (value->type == TOT_JSON_ARRAY) {
		if (tot_read_array(job->reader, job->pay, "monthly", TOT_SCENARIO_PAY_MAX, true))
			read_steps(job, value);
		return;
	}
	pay->steps = tot_read_room(job->reader, 1, sizeof(*pay->steps));
	if (!pay->steps ||
	    !tot_read_amount(job->reader, value, job->currency, &pay->steps[0].amount))
		return;
	const struct tot_date from = job->period->from;
	pay->steps[0].from = tot_date_is_none(from) ? 0 : tot_month_of(from);
	pay->step_count = 1;
}

static bool year_of(struct pay_reader *job, const struct tot_json *member, int *year)
{
	tot_month january;
	char text[8];
	if (strlen(member->key) == 4 && strspn(member->key, "0123456789") == 4) {
		memcpy(text, member->key, 4);
		memcpy(text + 4, "-01", 4);
		if (tot_month_parse(&january, text)) {
			*year = tot_month_year(january);
			return true;
		}
	}
	tot_fault(job->reader, member, "bad-date",
		  "%s is not a year; write four digits from 1900 to 2113",
		  tot_quote(member->key).text);
	return false;
}

/* Keep the years ascending, whatever their order in the file. */
static void insert_year(struct tot_pay *pay, struct tot_pay_year entry)
{
	size_t at = pay->year_count++;
	for (; at > 0 && pay->years[at - 1].year > entry.year; at--)
		pay->years[at] = pay->years[at - 1];
	pay->years[at] = entry;
}

static void read_years(struct pay_reader *job, const struct tot_json *map, bool points)
{
	struct tot_pay *pay = &job->period->pay;
	if (map->type != TOT_JSON_OBJECT || map->count == 0 || map->count > TOT_SCENARIO_PAY_MAX) {
		tot_fault(job->reader, map, "wrong-type",
			  "expected amounts by calendar year, such as {\"2005\": %s}",
			  points ? "0.8123" : "31000");
		return;
	}
	pay->years = tot_read_room(job->reader, map->count, sizeof(*pay->years));
	if (!pay->years)
		return;
	for (const struct tot_json *member = map->first; member; member = member->next) {
		struct tot_pay_year entry;
		const bool year_known = year_of(job, member, &entry.year);
		const bool amount_known =
			points ? tot_read_scaled(job->reader, member, 0.0, 100.0, 4, &entry.amount)
			       : tot_read_amount(job->reader, member, job->currency, &entry.amount);
		if (year_known && amount_known)
			insert_year(pay, entry);
	}
}

static void refuse_country(struct pay_reader *job, const struct tot_json *value, const char *state)
{
	if (!job->sure)
		return;
	tot_fault(job->reader, value, "pay-form-not-in-country",
		  "\"%s\" is a form of pay of %s records; write \"monthly\" or \"yearly\"",
		  value->key, state);
}

static void read_points(struct pay_reader *job, const struct tot_json *value)
{
	struct tot_pay *pay = &job->period->pay;
	if (!in_country(job, "DE"))
		refuse_country(job, value, "German");
	if (value->type == TOT_JSON_OBJECT) {
		pay->form = TOT_PAY_POINTS_BY_YEAR;
		read_years(job, value, true);
		return;
	}
	pay->form = TOT_PAY_POINTS;
	tot_read_scaled(job->reader, value, 0.0, 1000.0, 4, &pay->amount);
}

static void read_average(struct pay_reader *job, const struct tot_json *value,
			 enum tot_pay_form form)
{
	job->period->pay.form = form;
	if (!in_country(job, "JP"))
		refuse_country(job, value, "Japanese");
	else if (job->sure && job->period->kind != TOT_EMPLOYMENT)
		tot_fault(job->reader, value, "pay-form-not-for-kind",
			  "an average remuneration belongs to \"employment\"; leave it out");
	tot_read_amount(job->reader, value, job->currency, &job->period->pay.amount);
}

static void read_contribution(struct pay_reader *job, const struct tot_json *value)
{
	job->period->pay.form = TOT_PAY_CONTRIBUTION;
	if (job->sure && job->period->kind != TOT_VOLUNTARY)
		tot_fault(job->reader, value, "pay-form-not-for-kind",
			  "\"contribution\" belongs to voluntary insurance; write the pay instead");
	tot_read_amount(job->reader, value, job->currency, &job->period->pay.amount);
}

static void read_bonus(struct pay_reader *job, const struct tot_json *value, struct tot_bonus *out)
{
	int64_t every = 0;
	out->month = TOT_MONTH_NONE;
	if (!tot_read_object(job->reader, value, "month every amount"))
		return;
	const bool month = tot_json_get(value, "month"), each_year = tot_json_get(value, "every");
	if (month == each_year)
		tot_fault(job->reader, value, "exactly-one",
			  "write either \"month\" (one bonus) or \"every\" (calendar month, each "
			  "year)");
	if (month)
		out->month = tot_read_month(job->reader, value, "month", false);
	if (tot_read_integer_member(job->reader, value, "every", 1, 12, &every))
		out->every = (int)every;
	tot_read_amount_member(job->reader, value, "amount", job->currency, true, &out->amount);
}

/* Bonuses and growth refine `monthly`; growth starts from one amount, not from steps. */
static void read_refinements(struct pay_reader *job)
{
	struct tot_pay *pay = &job->period->pay;
	const struct tot_json *growth = tot_json_get(job->pay, "growth");
	const struct tot_json *bonuses = tot_json_get(job->pay, "bonuses"), *one;
	if (bonuses && pay->form != TOT_PAY_MONTHLY)
		tot_fault(job->reader, bonuses, "pay-form",
			  "bonuses go with \"monthly\"; other forms contain them");
	pay->bonuses = tot_read_list(job->reader, job->pay, "bonuses", TOT_SCENARIO_PAY_MAX,
				     sizeof(*pay->bonuses), &one);
	for (; one; one = one->next)
		read_bonus(job, one, &pay->bonuses[pay->bonus_count++]);
	if (!growth)
		return;
	const struct tot_json *monthly = tot_json_get(job->pay, "monthly");
	if (!monthly || monthly->type == TOT_JSON_ARRAY)
		tot_fault(job->reader, growth, "pay-form",
			  "growth goes with \"monthly\" as one number; write the steps or the "
			  "growth");
	if (growth->type == TOT_JSON_NUMBER && (growth->number > 0.5 || growth->number < -0.5))
		tot_fault(job->reader, growth, "out-of-range",
			  "%.10g is no growth a year; 2.5 percent is 0.025", growth->number);
	else
		tot_read_scaled(job->reader, growth, -0.5, 0.5, 6, &pay->growth);
}

static void read_form(struct pay_reader *job, const struct tot_json *value)
{
	switch (tot_word_find(FORMS, value->key)) {
	case 0: read_monthly(job, value); break;
	case 1:
		job->period->pay.form = TOT_PAY_YEARLY;
		read_years(job, value, false);
		break;
	case 2: read_average(job, value, TOT_PAY_AVERAGE); break;
	case 3: read_average(job, value, TOT_PAY_AVERAGE_REVALUED); break;
	case 4: read_points(job, value); break;
	case 5: read_contribution(job, value); break;
	default: break;
	}
}

void tot_read_pay(struct tot_reader *reader, const struct tot_json *object,
		  struct tot_period *period, bool sure)
{
	const struct tot_json *pay = tot_json_get(object, "pay");
	struct pay_reader job = {.reader = reader, .pay = pay, .period = period, .sure = sure};
	size_t forms = 0;
	if (!pay || !tot_read_object(reader, pay, KEYS))
		return;
	read_currency(&job);
	for (const struct tot_json *member = pay->first; member; member = member->next) {
		if (tot_word_find(FORMS, member->key) < 0)
			continue;
		forms++;
		read_form(&job, member);
	}
	if (forms != 1)
		tot_fault(reader, pay, "exactly-one",
			  "%zu forms of pay; give exactly one of monthly, yearly, average, "
			  "average_revalued, points, contribution",
			  forms);
	read_refinements(&job);
}
