/* Which law applies to a posting: every border of the months, breaks, extensions; next filings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/table.h"

#include "life.h"

static struct life world; /* the law; its life is not used */

static struct tot_date date_of(const char *text)
{
	struct tot_date date;
	assert_true(tot_date_parse(&date, text));
	return date;
}

/* "2020-02-01/2025-01-31/2024-06-30+36" */
static void read_posting(struct tot_posting *out, char *text, const struct table_row *row)
{
	char *plus = strchr(text, '+');
	*out = (struct tot_posting){.home = row->cell[1],
				    .host = row->cell[2],
				    .self_employed = strcmp(row->cell[3], "self_employed") == 0,
				    .basis = row->cell[4]};
	if (plus) {
		out->extension_months = (int)strtol(plus + 1, NULL, 10);
		*plus = '\0';
	}
	char *planned = strchr(text, '/');
	assert_non_null(planned);
	*planned++ = '\0';
	char *actual = strchr(planned, '/');
	if (actual)
		*actual++ = '\0';
	out->from = date_of(text);
	out->planned_to = date_of(planned);
	if (actual)
		out->to = date_of(actual);
}

static size_t read_postings(struct tot_posting *out, size_t most, const struct table_row *row)
{
	char text[160], *at = text;
	size_t count = 0;
	snprintf(text, sizeof(text), "%s", row->cell[0]);
	while (at && count < most) {
		char *blank = strchr(at, ' ');
		if (blank)
			*blank++ = '\0';
		read_posting(&out[count++], at, row);
		at = blank;
	}
	tot_postings_link(out, count);
	return count;
}

static void assert_day(struct tot_date date, const char *expected)
{
	char text[TOT_DATE_TEXT] = "";
	if (!tot_date_is_none(date))
		tot_date_print(text, date);
	assert_string_equal(text, expected);
}

static void border(void **state)
{
	const struct table_row *row = *state;
	struct tot_posting postings[4];
	const size_t count = read_postings(postings, 4, row);
	struct tot_coverage found;
	struct tot_text spans = {0};
	assert_int_equal(tot_coverage_of(&found, &postings[count - 1], NULL, &world.ctx), TOT_OK);
	for (size_t i = 0; i < found.span_count; i++) {
		char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT];
		tot_text_format(&spans, "%s%s %s..%s", i ? "; " : "", found.spans[i].state,
				tot_date_print(from, found.spans[i].from),
				tot_date_print(to, found.spans[i].to));
	}
	assert_string_equal(spans.bytes, row->cell[5]);
	assert_day(found.valid_to, row->cell[6]);
	assert_day(found.extension_until, row->cell[7]);
	assert_int_equal(found.certified, row->cell[6][0] != '\0');
	/* The months of both records follow the same days. */
	assert_int_equal(tot_date_compare(tot_posting_home_end(&postings[count - 1], world.law),
					  found.law.home_end),
			 0);
	tot_text_free(&spans);
}

static const char head[] =
	"{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{\"born\":"
	"\"1985-02-11\",\"sex\":\"male\",\"nationalities\":[\"DE\"],\"residence\":[{\"country\":"
	"\"JP\",\"from\":\"2020-01-01\"}]},\"periods\":[],\"postings\":[{\"home\":\"DE\",\"host\":"
	"\"JP\",\"as\":\"employee\",";

static void evaluate(struct life *life, const char *posting)
{
	struct tot_text text = {0};
	tot_text_format(&text, "%s%s}]}", head, posting);
	life_evaluate(life, text.bytes);
	tot_text_free(&text);
	assert_int_equal(life->outcome->coverage_count, 1);
}

static bool noted(const struct tot_coverage *coverage, const char *part)
{
	for (size_t i = 0; i < coverage->note_count; i++)
		if (strstr(coverage->notes[i], part))
			return true;
	return false;
}

/* The day of the decision is 2026-11-21. */
static void next_step_follows_the_day(void **state)
{
	static const struct {
		const char *posting, *step, *on, *where;
	} cases[] = {
		{"\"from\":\"2027-02-01\",\"planned_to\":\"2030-01-31\"",
		 "certificate of coverage J/D 101", "2027-02-01", "health insurance fund"},
		{"\"from\":\"2023-02-01\",\"planned_to\":\"2029-01-31\"",
		 "Apply for longer home law", "2028-01-31", "DVKA"},
		{"\"from\":\"2023-02-01\",\"planned_to\":\"2027-01-31\"",
		 "have it prolonged before", "2027-01-31", "health insurance fund"},
		{"\"from\":\"2021-12-01\",\"planned_to\":\"2026-11-30\"",
		 "apply for longer home law before", "2026-11-30", "DVKA"},
		{"\"from\":\"2019-12-01\",\"planned_to\":\"2028-12-31\",\"extension_months\":36",
		 "Register with the insurance of Japan", "2027-12-01",
		 "pension insurance of Japan"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		evaluate(&life, cases[i].posting);
		const struct tot_coverage *found = &life.outcome->coverage[0];
		assert_non_null(found->next_step);
		assert_non_null(strstr(found->next_step, cases[i].step));
		assert_day(found->next_on, cases[i].on);
		assert_non_null(strstr(found->next_where, cases[i].where));
		life_free(&life);
	}
}

static void nothing_to_file(void **state)
{
	static const char *const cases[] = {
		"\"from\":\"2019-12-01\",\"planned_to\":\"2024-10-31\"", /* over */
		"\"from\":\"2019-12-01\",\"planned_to\":\"2027-10-31\"", /* host law already */
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct life life;
		evaluate(&life, cases[i]);
		assert_null(life.outcome->coverage[0].next_step);
		life_free(&life);
	}
}

/* Art. 7(1), Act 104/2007 s. 25: pension insurance of both states for the same months. */
static void both_insurances_on_application(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life, "\"from\":\"2023-02-01\",\"planned_to\":\"2025-01-31\","
			"\"keep_host_insurance\":true,\"spouse_and_children\":true");
	const struct tot_coverage *found = &life.outcome->coverage[0];
	assert_int_equal(found->span_count, 2);
	assert_string_equal(found->spans[1].state, "JP");
	assert_non_null(strstr(found->spans[1].why, "Act 104/2007 s.25"));
	assert_int_equal(life.outcome->shared_months, 24);
	assert_true(noted(found, "National Pension unless they ask"));
	assert_true(noted(found, "health insurance, long-term care insurance"));
	assert_true(noted(found, "unemployment insurance follows"));
	life_free(&life);
}

/*
 * 6,300 EUR in January 2026: 9.3 percent each are 585.90 EUR. The same pay is 1,157,663 yen at 183.7561:
 * above the highest grade of 650,000 yen, so 9.15 percent of it, 59,475 yen each (EPA s. 20, 81).
 */
static void contributions_of_both_states(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life,
		 "\"from\":\"2026-01-01\",\"planned_to\":\"2026-02-28\",\"pay\":{\"monthly\":"
		 "6300}");
	const struct tot_coverage *found = &life.outcome->coverage[0];
	assert_true(found->home.known && found->host.known);
	assert_int_equal(found->home.month_count, 2);
	assert_int_equal(found->home.months[0].employee, 58590);
	assert_int_equal(found->home.total.employer, 2 * 58590);
	assert_int_equal(found->host.months[1].employee, 59475);
	assert_int_equal(found->host.total.employee, 2 * 59475);
	/* 118,950 / 183.7561 = 647.325... */
	assert_int_equal(found->host.converted.employee, 64733);
	life_free(&life);
}

/* Japan counts to the month before the loss; Germany every month that is touched. */
static void months_by_each_law(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life,
		 "\"from\":\"2026-01-15\",\"planned_to\":\"2026-03-15\",\"pay\":{\"monthly\":"
		 "6300}");
	const struct tot_coverage *found = &life.outcome->coverage[0];
	assert_int_equal(found->home.total.employee, 3 * 58590);
	assert_int_equal(found->host.total.employee, 2 * 59475);
	life_free(&life);
}

/* Where host law holds from the start the months are the host's alone. */
static void months_of_the_records(void **state)
{
	struct life life;
	(void)state;
	evaluate(&life, "\"from\":\"2015-01-01\",\"planned_to\":\"2020-03-31\"");
	assert_int_equal(life.outcome->timelines[0].span_count, 1);
	struct tot_months months;
	tot_timeline_months(&months, &life.outcome->timelines[0], TOT_MONTH_LIMIT);
	assert_int_equal(tot_months_count(&months), 60);
	tot_timeline_months(&months, &life.outcome->timelines[1], TOT_MONTH_LIMIT);
	assert_int_equal(tot_months_count(&months), 3);
	life_free(&life);
}

int main(void)
{
	life_read(&world,
		  "{\"format\":\"totalise-scenario/1\",\"as_of\":\"2026-11-21\",\"person\":{"
		  "\"born\":\"1980-01-01\",\"sex\":\"male\",\"nationalities\":[\"DE\"]},"
		  "\"periods\":[]}");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(next_step_follows_the_day),
		cmocka_unit_test(nothing_to_file),
		cmocka_unit_test(both_insurances_on_application),
		cmocka_unit_test(contributions_of_both_states),
		cmocka_unit_test(months_by_each_law),
		cmocka_unit_test(months_of_the_records),
	};
	const int failed =
		table_run("posting borders", "tests/tables/posting_borders.csv", border) +
		cmocka_run_group_tests(tests, NULL, NULL);
	life_free(&world);
	return failed;
}
