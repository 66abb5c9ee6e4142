/* From the plan to the first month paid and its factor: rows of tests/tables/jp_starts.csv. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_life.h"

#define ROWS_MAX 64
#define FIELDS 6

struct row {
	char line[256];
	char name[256];
	const char *field[FIELDS];
};

/* "basic@62+employees:earliest+all=2049-07" as claims of a plan. */
static void claims_text(char *out, size_t size, const char *claims)
{
	char copy[128];
	size_t used = 0;
	snprintf(copy, sizeof(copy), "%s", claims);
	out[0] = '\0';
	for (char *item = copy; item && *item;) {
		char *next = strchr(item, '+');
		if (next)
			*next++ = '\0';
		char *mark = strpbrk(item, "@:=");
		assert_non_null(mark);
		const char *key = *mark == '@' ? "age" : *mark == ':' ? "when" : "start";
		*mark = '\0';
		used += (size_t)snprintf(
			out + used, size - used,
			"%s{'country':'JP','benefit':'old_age','type':'%s','%s':'%s'}",
			used ? "," : "", item, key, mark + 1);
		item = next;
	}
}

static void run_row(void **state)
{
	const struct row *row = *state;
	char claims[512], text[1536], value[TOT_DATE_TEXT];
	struct life life;
	claims_text(claims, sizeof(claims), row->field[1]);
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2026-11-21',"
		 "'person':{'born':'%s','sex':'male','nationalities':['DE']},"
		 "'periods':[{'country':'JP','kind':'employment','from':'1986-04','to':'1996-03',"
		 "'pay':{'average':300000}},"
		 "{'country':'JP','kind':'resident','from':'1996-04','to':'2012-03'}],"
		 "'plan':{'claims':[%s]}}",
		 row->field[0], claims);
	life_open(&life, text);
	const struct tot_benefit *basic = benefit(&life, "JP.old_age.basic");
	assert_string_equal(tot_month_print(value, basic->start), row->field[2]);
	assert_string_equal(tot_month_print(value, benefit(&life, "JP.old_age.employees")->start),
			    row->field[3]);
	assert_true(basic->entitled);
	assert_string_equal(factor(basic, "timing_factor"), row->field[4]);
	life_close(&life);
}

static bool split(struct row *row)
{
	char *at = row->line;
	at[strcspn(at, "\r\n")] = '\0';
	for (int i = 0; i < FIELDS; i++) {
		row->field[i] = at;
		char *comma = i + 1 < FIELDS ? strchr(at, ',') : NULL;
		if (i + 1 < FIELDS && !comma)
			return false;
		if (comma) {
			*comma = '\0';
			at = comma + 1;
		}
	}
	snprintf(row->name, sizeof(row->name), "born %s, claim '%.60s': %.100s", row->field[0],
		 row->field[1], row->field[5]);
	return true;
}

int main(void)
{
	static struct row rows[ROWS_MAX];
	static struct CMUnitTest tests[ROWS_MAX];
	size_t count = 0;
	FILE *file = fopen("tests/tables/jp_starts.csv", "r");
	char head[256];
	if (!file || !fgets(head, sizeof(head), file))
		return 1;
	while (count < ROWS_MAX && fgets(rows[count].line, sizeof(rows[count].line), file)) {
		if (!split(&rows[count]))
			return 1;
		tests[count] = (struct CMUnitTest){.name = rows[count].name,
						   .test_func = run_row,
						   .initial_state = &rows[count]};
		count++;
	}
	fclose(file);
	return _cmocka_run_group_tests("jp_starts", tests, count, load_law, free_law);
}
