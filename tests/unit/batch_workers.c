/* Lists of posted workers: order of what falls due, faulty rows with their place, calendars. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/ics.h"
#include "totalise/posting.h"
#include "totalise/report.h"

static struct tot_law *law;

static int open_law(void **state)
{
	struct tot_diag diag = {0};
	(void)state;
	const enum tot_status status = tot_law_open(&law, NULL, &diag);
	tot_diag_free(&diag);
	return status == TOT_OK ? 0 : -1;
}

static int close_law(void **state)
{
	(void)state;
	tot_law_free(law);
	return 0;
}

/* A list as of 2026-11-21. */
struct list {
	struct tot_workers *workers;
	struct tot_diag diag;
	enum tot_status status;
};

static void read_list(struct list *list, const char *text)
{
	const struct tot_date as_of = {2026, 11, 21};
	*list = (struct list){0};
	list->status = tot_workers_read(&list->workers, text, strlen(text), "list.csv", law, as_of,
					&list->diag);
}

static void free_list(struct list *list)
{
	tot_workers_free(list->workers);
	tot_diag_free(&list->diag);
}

static void assert_people(const struct list *list, const char *expected)
{
	char names[200] = "";
	size_t used = 0;
	assert_int_equal(list->status, TOT_OK);
	for (size_t i = 0; i < list->workers->count; i++)
		used += (size_t)snprintf(names + used, sizeof(names) - used, "%s%s", i ? " " : "",
					 list->workers->list[i].person);
	assert_string_equal(names, expected);
}

static void assert_fault(const struct tot_diag_item *item, const char *place, const char *code)
{
	assert_non_null(item);
	assert_string_equal(item->place, place);
	assert_string_equal(item->code, code);
}

#define HEAD "person,home,host,from,planned_to,pay,nationality\n"

static void what_falls_due_first_is_first(void **state)
{
	struct list list;
	(void)state;
	read_list(&list, HEAD "Late,DE,JP,2026-01-01,2030-12-31,7000,FR\n"
			      "Over,DE,JP,2019-12-01,2024-10-31,,DE\n"
			      "Soon,JP,DE,2022-01-15,2026-12-31,550000,JP\n"
			      "Planned,DE,JP,2026-12-01,2028-12-31,,DE\n");
	assert_people(&list, "Planned Soon Late Over");
	assert_null(tot_worker_law_now(&list.workers->list[0], list.workers->as_of));
	assert_string_equal(tot_worker_law_now(&list.workers->list[1], list.workers->as_of), "JP");
	assert_int_equal(tot_worker_days_left(&list.workers->list[1], list.workers->as_of), 40);
	assert_int_equal(tot_worker_days_left(&list.workers->list[3], list.workers->as_of), -1);
	free_list(&list);
}

static void bad_rows_stop_nobody(void **state)
{
	struct list list;
	(void)state;
	read_list(&list, HEAD "A,DE,JP,2026-01-01,2030-12-31,,\n"
			      "B,DE,XX,2022-13-01,2026-12-31,abc,DE\n"
			      "C \"x\" y,DE,JP,2026-01-01,2030-12-31,,\n"
			      ",DE,DE,2026-01-01,2025-12-31,1.234,\n"
			      "D,DE,JP\n"
			      "E,DE,JP,2026-01-01,2030-12-31,,\n");
	assert_people(&list, "A E");
	const struct tot_diag_item *item = list.diag.first;
	assert_fault(item, "4:3", "unreadable-row");
	assert_fault(item = item->next, "3:6", "unknown-country");
	assert_fault(item = item->next, "3:9", "bad-day");
	assert_fault(item = item->next, "3:31", "bad-number");
	assert_fault(item = item->next, "5:1", "missing-value");
	assert_fault(item = item->next, "5:5", "same-country");
	assert_fault(item = item->next, "5:19", "date-order");
	assert_fault(item = item->next, "5:30", "bad-number");
	assert_fault(item = item->next, "6:1", "missing-value");
	free_list(&list);
}

/* As spreadsheets write it: byte-order mark, semicolons, CR LF, quotes, a column more, another order. */
static void spreadsheets_are_read(void **state)
{
	struct list list;
	(void)state;
	read_list(&list,
		  "\xEF\xBB\xBFHost;Home;Person;Dept;From;Planned to;As\r\n"
		  "JP;DE;\"M\xC3\xBCller;\r\n \"\"A\"\"\";x;2026-01;2026-12;self_employed\r\n"
		  "\r\n"
		  "JP;D\xC3\x89;B;x;2026-01;2026-12;\r\n");
	assert_int_equal(list.status, TOT_OK);
	assert_int_equal(list.workers->count, 1);
	assert_string_equal(list.workers->list[0].person, "M\xC3\xBCller;\r\n \"A\"");
	assert_true(list.workers->list[0].posting.self_employed);
	assert_fault(list.diag.first, "1:18", "unknown-column");
	assert_fault(list.diag.first->next, "5:4", "unknown-country");
	free_list(&list);
}

static void the_head_must_be_complete(void **state)
{
	struct list list;
	(void)state;
	read_list(&list, "person,home,home,from\nA,DE,JP,2020-01-01\n");
	assert_int_equal(list.status, TOT_ERR_DATA);
	assert_fault(list.diag.first, "1:13", "doubled-column");
	assert_fault(list.diag.first->next, "1:1", "missing-column");
	free_list(&list);
	read_list(&list, "");
	assert_int_equal(list.status, TOT_ERR_DATA);
	free_list(&list);
}

/* Two postings of one person with a break of a month: the months count from the first. */
static void postings_of_one_person_are_one_row(void **state)
{
	struct list list;
	char day[TOT_DATE_TEXT];
	(void)state;
	read_list(&list, HEAD "A,DE,JP,2025-02-01,2029-12-31,,\n"
			      "A,DE,JP,2022-01-01,2024-12-31,,\n"
			      "B,DE,JP,2025-02-01,2029-12-31,,\n");
	assert_people(&list, "A B");
	assert_string_equal(tot_date_print(day, list.workers->list[0].coverage.valid_to),
			    "2026-12-31");
	assert_string_equal(tot_date_print(day, list.workers->list[1].coverage.valid_to),
			    "2029-12-31");
	free_list(&list);
}

/* RFC 5545 s. 3.1: CR LF, at most 75 octets, no torn character; s. 3.3.11: escapes. */
static void calendars_can_be_opened(void **state)
{
	struct tot_text out = {0};
	const struct tot_date stamp = {2026, 11, 21};
	const struct tot_calendar_event event = {
		.on = {2027, 12, 31},
		.summary = "M\xC3\xBCller, A; \\ \xE6\x97\xA5\xE6\x9C\xAC\xE5\xB9\xB4\xE9\x87\x91"
			   "\xE6\xA9\x9F\xE6\xA7\x8B \xE6\x97\xA5\xE6\x9C\xAC\xE5\xB9\xB4\xE9\x87"
			   "\x91\xE6\xA9\x9F\xE6\xA7\x8B \xE6\x97\xA5\xE6\x9C\xAC\xE5\xB9\xB4",
		.description = "first\nsecond",
		.remind_days = 30};
	(void)state;
	tot_calendar_begin(&out, "List");
	tot_calendar_add(&out, &event, stamp);
	tot_calendar_end(&out);
	assert_non_null(strstr(out.bytes, "SUMMARY:M\xC3\xBCller\\, A\\; \\\\ "));
	assert_non_null(strstr(out.bytes, "DESCRIPTION:first\\nsecond\r\n"));
	assert_non_null(strstr(out.bytes, "DTSTART;VALUE=DATE:20271231\r\n"));
	assert_non_null(strstr(out.bytes, "DTEND;VALUE=DATE:20280101\r\n"));
	assert_non_null(strstr(out.bytes, "DTSTAMP:20261121T000000Z\r\n"));
	assert_non_null(strstr(out.bytes, "TRIGGER:-P30D\r\n"));
	for (const char *line = out.bytes; *line;) {
		const char *end = strstr(line, "\r\n");
		assert_non_null(end);
		assert_true(end - line <= 75);
		assert_int_not_equal((unsigned char)line[0] & 0xC0, 0x80);
		assert_true(line[0] != ' ' || ((unsigned char)line[1] & 0xC0) != 0x80);
		line = end + 2;
	}
	tot_text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_falls_due_first_is_first),
		cmocka_unit_test(bad_rows_stop_nobody),
		cmocka_unit_test(spreadsheets_are_read),
		cmocka_unit_test(the_head_must_be_complete),
		cmocka_unit_test(postings_of_one_person_are_one_row),
		cmocka_unit_test(calendars_can_be_opened),
	};
	return cmocka_run_group_tests(tests, open_law, close_law);
}
