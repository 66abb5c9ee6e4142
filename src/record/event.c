/* Events of a life (refunds, disability, death, benefits drawn) and postings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

void tot_read_refund(struct tot_reader *reader, const struct tot_json *value, const char *keys,
		     struct tot_refund_plan *out)
{
	if (!tot_read_object(reader, value, keys))
		return;
	out->country = tot_read_choice(reader, value, "country", "DE JP", true);
	out->scheme = tot_read_choice(reader, value, "scheme", "employees national all", false);
	out->filed = tot_read_date(reader, value, "filed", TOT_DAY_ONLY, true);
	if (out->country && strcmp(out->country, "DE") == 0 && out->scheme)
		tot_fault(reader, tot_json_get(value, "scheme"), "scheme-not-in-country",
			  "a German refund takes the whole record; leave \"scheme\" out");
	if (!out->scheme)
		out->scheme = "all";
}

static void read_refund(struct tot_reader *reader, const struct tot_json *value,
			struct tot_event *out)
{
	struct tot_refund_plan refund = {0};
	tot_read_refund(reader, value, "kind country scheme filed", &refund);
	out->country = refund.country;
	out->scheme = refund.scheme;
	out->on = refund.filed;
}

static void read_grade(struct tot_reader *reader, const struct tot_json *value,
		       struct tot_event *out)
{
	const struct tot_json *grade = tot_json_get(value, "grade");
	int64_t number = 0;
	if (!grade)
		return;
	if (grade->type != TOT_JSON_STRING) {
		if (tot_read_integer_member(reader, value, "grade", 1, 3, &number))
			out->grade = (int)number;
		return;
	}
	if (tot_read_word(reader, value, "grade", "allowance", false) == 0)
		out->grade = 4;
}

static void read_disability(struct tot_reader *reader, const struct tot_json *value,
			    struct tot_event *out)
{
	static const char keys[] = "kind since first_examined determined capacity grade temporary "
				   "work_accident";
	if (!tot_read_object(reader, value, keys))
		return;
	out->on = tot_read_date(reader, value, "since", TOT_DAY_FIRST, true);
	out->first_examined = tot_read_date(reader, value, "first_examined", TOT_DAY_ONLY, false);
	out->determined = tot_read_date(reader, value, "determined", TOT_DAY_ONLY, false);
	tot_read_order(reader, value, "first_examined", out->first_examined, "determined",
		       out->determined);
	out->capacity_partial = tot_read_word(reader, value, "capacity", "none partial", true) == 1;
	read_grade(reader, value, out);
	out->temporary = tot_read_bool(reader, value, "temporary");
	out->work_accident = tot_read_bool(reader, value, "work_accident");
}

static void read_death(struct tot_reader *reader, const struct tot_json *value,
		       struct tot_event *out)
{
	if (!tot_read_object(reader, value, "kind on work_accident"))
		return;
	out->on = tot_read_date(reader, value, "on", TOT_DAY_ONLY, true);
	out->work_accident = tot_read_bool(reader, value, "work_accident");
}

static void read_benefit(struct tot_reader *reader, const struct tot_json *value,
			 struct tot_event *out)
{
	static const char keys[] = "kind country what from to monthly thanks_to_agreement";
	static const char words[] =
		"rehabilitation old_age disability disability_allowance survivor";
	if (!tot_read_object(reader, value, keys))
		return;
	out->country = tot_read_choice(reader, value, "country", "DE JP", true);
	out->what = tot_read_choice(reader, value, "what", words, true);
	out->on = tot_read_date(reader, value, "from", TOT_DAY_FIRST, true);
	out->to = tot_read_date(reader, value, "to", TOT_DAY_LAST, false);
	tot_read_order(reader, value, "from", out->on, "to", out->to);
	const char *currency = out->country && strcmp(out->country, "JP") == 0 ? "JPY" : "EUR";
	if (tot_read_amount_member(reader, value, "monthly", currency, false, &out->monthly.amount))
		out->monthly.currency = currency;
	out->thanks_to_agreement = tot_read_bool(reader, value, "thanks_to_agreement");
}

static void read_event(struct tot_reader *reader, const struct tot_json *value,
		       struct tot_event *out)
{
	out->pointer = tot_place_of(reader, value);
	if (value->type != TOT_JSON_OBJECT) {
		tot_read_object(reader, value, "");
		return;
	}
	switch (tot_read_word(reader, value, "kind", "refund disability death benefit", true)) {
	case 0:
		out->kind = TOT_EVENT_REFUND;
		read_refund(reader, value, out);
		break;
	case 1:
		out->kind = TOT_EVENT_DISABILITY;
		read_disability(reader, value, out);
		break;
	case 2:
		out->kind = TOT_EVENT_DEATH;
		read_death(reader, value, out);
		break;
	case 3:
		out->kind = TOT_EVENT_BENEFIT;
		read_benefit(reader, value, out);
		break;
	default: break;
	}
}

void tot_read_events(struct tot_reader *reader, const struct tot_json *root,
		     struct tot_scenario *out)
{
	const struct tot_json *entry;
	bool dead = false;
	out->events = tot_read_list(reader, root, "events", TOT_SCENARIO_LIST_MAX,
				    sizeof(*out->events), &entry);
	for (; entry; entry = entry->next) {
		struct tot_event *event = &out->events[out->event_count++];
		read_event(reader, entry, event);
		if (event->kind == TOT_EVENT_DEATH && dead)
			tot_fault(reader, entry, "second-death", "a second death; keep one");
		dead = dead || event->kind == TOT_EVENT_DEATH;
	}
}

/* The pay under home law, read like that of a record in the home state. */
static void read_posting_pay(struct tot_reader *reader, const struct tot_json *value,
			     struct tot_posting *out)
{
	struct tot_period record = {.country = out->home ? out->home : "",
				    .kind = out->self_employed ? TOT_SELF_EMPLOYMENT
							       : TOT_EMPLOYMENT,
				    .from = out->from,
				    .to = out->to};
	tot_read_pay(reader, value, &record, out->home != NULL);
	out->pay = record.pay;
}

static void read_posting(struct tot_reader *reader, const struct tot_json *value,
			 struct tot_posting *out)
{
	static const char keys[] = "home host from planned_to to as extension_months pay "
				   "spouse_and_children keep_host_insurance basis";
	int64_t months = 0;
	out->pointer = tot_place_of(reader, value);
	if (!tot_read_object(reader, value, keys))
		return;
	out->home = tot_read_country(reader, value, "home", true);
	out->host = tot_read_country(reader, value, "host", true);
	if (out->home && out->host && strcmp(out->home, out->host) == 0)
		tot_fault(reader, tot_json_get(value, "host"), "same-country",
			  "home and host are the same state; a posting leads into another one");
	out->from = tot_read_date(reader, value, "from", TOT_DAY_FIRST, true);
	out->planned_to = tot_read_date(reader, value, "planned_to", TOT_DAY_LAST, true);
	out->to = tot_read_date(reader, value, "to", TOT_DAY_LAST, false);
	tot_read_order(reader, value, "from", out->from, "planned_to", out->planned_to);
	tot_read_order(reader, value, "from", out->from, "to", out->to);
	out->self_employed =
		tot_read_word(reader, value, "as", "employee self_employed", true) == 1;
	if (tot_read_integer_member(reader, value, "extension_months", 0, 600, &months))
		out->extension_months = (int)months;
	read_posting_pay(reader, value, out);
	out->spouse_and_children = tot_read_bool(reader, value, "spouse_and_children");
	out->keep_host_insurance = tot_read_bool(reader, value, "keep_host_insurance");
	out->basis = tot_read_choice(reader, value, "basis",
				     "posting exception ship public_service", false);
	if (!out->basis)
		out->basis = "posting";
}

static bool before(const struct tot_posting *a, const struct tot_posting *b)
{
	return tot_date_compare(a->from, b->from) < 0 && strcmp(a->home, b->home) == 0 &&
	       strcmp(a->host, b->host) == 0;
}

void tot_postings_link(struct tot_posting *postings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		postings[i].earlier = NULL;
		for (size_t k = 0; k < count; k++) {
			const struct tot_posting *other = &postings[k],
						 *known = postings[i].earlier;
			if (before(other, &postings[i]) &&
			    (!known || tot_date_compare(known->from, other->from) < 0))
				postings[i].earlier = other;
		}
	}
}

void tot_read_postings(struct tot_reader *reader, const struct tot_json *root,
		       struct tot_scenario *out)
{
	const struct tot_json *entry;
	out->postings = tot_read_list(reader, root, "postings", TOT_SCENARIO_LIST_MAX,
				      sizeof(*out->postings), &entry);
	for (; entry; entry = entry->next)
		read_posting(reader, entry, &out->postings[out->posting_count++]);
	/* In a faulty file the states may be missing. */
	if (!reader->faults)
		tot_postings_link(out->postings, out->posting_count);
}
