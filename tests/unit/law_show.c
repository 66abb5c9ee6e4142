/* What `totalise law` prints: golden dump, lines for lawyers, differences, fingerprint. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law_folder.h"

#include "totalise/text.h"

static struct tot_law *law;

#define GOLDEN "tests/golden/law.dump"
#define RENEW "run 'build/totalise law dump > tests/golden/law.dump' and review the difference"

static char *read_file(const char *name)
{
	FILE *file = fopen(name, "rb");
	if (!file)
		return NULL;
	char *text = NULL;
	if (fseek(file, 0, SEEK_END) == 0) {
		long size = ftell(file);
		rewind(file);
		text = size < 0 ? NULL : calloc(1, (size_t)size + 1);
		if (text && fread(text, 1, (size_t)size, file) != (size_t)size)
			text[0] = '\0';
	}
	fclose(file);
	return text;
}

static size_t line_length(const char *text)
{
	return strcspn(text, "\n");
}

static void dump_equals_the_golden_file(void **state)
{
	struct tot_text out = {0};
	char *golden = read_file(GOLDEN);
	int line = 1;
	(void)state;
	assert_non_null(golden);
	assert_int_equal(tot_law_dump(&out, law), TOT_OK);
	const char *now = out.bytes, *then = golden;
	while (*now && line_length(now) == line_length(then) &&
	       memcmp(now, then, line_length(now)) == 0 && now[line_length(now)] &&
	       then[line_length(then)]) {
		now += line_length(now) + 1;
		then += line_length(then) + 1;
		line++;
	}
	if (strcmp(now, then) != 0) {
		print_message("%s:%d: was: %.*s\n", GOLDEN, line, (int)line_length(then), then);
		print_message("%s:%d: is:  %.*s\n%s\n", GOLDEN, line, (int)line_length(now), now,
			      RENEW);
	}
	assert_string_equal(now, then);
	free(golden);
	tot_text_free(&out);
}

static void dump_is_sorted(void **state)
{
	struct tot_text out = {0};
	char before[512] = "";
	(void)state;
	assert_int_equal(tot_law_dump(&out, law), TOT_OK);
	for (const char *line = out.bytes; *line; line += line_length(line) + 1) {
		char name[512];
		size_t length = (size_t)(strstr(line, "  ") - line);
		assert_true(length < sizeof name);
		memcpy(name, line, length);
		name[length] = '\0';
		assert_true(strcmp(before, name) <= 0);
		memcpy(before, name, sizeof before);
	}
	tot_text_free(&out);
}

struct shown {
	const char *name, *on,
		*text; /* text: a whole line that must be printed; NULL: no such parameter */
};

static const struct shown shown[] = {
	{"de.current_pension_value", "2020-05-01",
	 "de.current_pension_value  2019-07-01 .. 2020-06-30  west_or_uniform 33.05 EUR, east "
	 "31.89 EUR  "
	 "official  https://www.gesetze-im-internet.de/rwbestv_2019/\n"},
	{"de.current_pension_value", "2002-03-01",
	 "de.current_pension_value  2002-01-01 .. 2002-06-30  west_or_uniform 25.31406 EUR, east "
	 "22.06224 EUR"},
	{"de.current_pension_value", "1991-12-31", NULL},
	{"de.current_pension_value", NULL,
	 "  2026-07-01 ..  west_or_uniform 42.52 EUR  official  "},
	{"de.current_pension_value.east", "2020-05-01",
	 "de.current_pension_value  2019-07-01 .. 2020-06-30  east 31.89 EUR  official  "},
	{"de.contribution_ceilings.tables.east", "2020-05-01",
	 "de.contribution_ceilings.tables.east  2020-01-01 .. 2020-12-31  general 77400 EUR, "
	 "miners 94800 EUR"},
	{"de.contribution_ceilings.tables.west_or_uniform", NULL, "  draft, not used  "},
	{"de.contribution_ceilings.tables.west_or_uniform", "2027-05-01", NULL},
	{"de.average_earnings", "2026-05-01", "  2026  preliminary 51944 EUR  official  "},
	{"de.access_factor.late_per_month", NULL,
	 "de.access_factor  late_per_month 0.005  official  "},
	{"jp.np_full_pension", "2026-11-21",
	 "  2026-04-01 ..  value 847300, new 847300, existing 844900  "},
	{"jp.epi_revaluation", "2026-11-21",
	 "jp.epi_revaluation_2026  1958-04 .. 1959-03  born_from_1956_04_02 15.721, "
	 "born_1938_04_02_to_1956_04_01 15.675  official"},
	{"jp.epi_revaluation", "2018-11-21", NULL},
	{"jp.epi_smr_grades", "2020-08-31",
	 "jp.epi_smr_grades.tables[2016-10-01]  605000 ..  grade 31, standard_monthly_remuneration "
	 "620000"},
	{"jp.np_exemption", NULL,
	 "  quarter_exempt  counts_for_10_years yes, weight_until_2009_03 5/6"},
	{"de.law_changes", NULL, "/changes/0/change: pension reform"},
	{"agreements", "2000-01-31", "de-us"},
	{"agreements", NULL, "de-jp     2000-02-01 ..             executed  Agreement between"},
	{"agreements.de-jp", NULL, "  de.w5  DE.w5  60 months  official  SGB VI s.50(1)"},
	{"agreements.de-jp", "2000-01-31", NULL},
	{"agreements.overview", NULL, "agreements.overview"},
	{"agreements.fr-jp", NULL, NULL},
	{"de.nothing", NULL, NULL},
	{"de.current_pension", NULL, NULL},
	{"de.current_pension_value.north", NULL, NULL},
	{"", NULL, NULL},
};

static void shows(void **state)
{
	const struct shown *row = *state;
	struct tot_text out = {0};
	struct tot_date on;
	if (row->on)
		assert_true(tot_date_parse(&on, row->on));
	enum tot_status status = tot_law_show(&out, law, row->name, row->on ? &on : NULL);
	assert_int_equal(status, row->text ? TOT_OK : TOT_ERR_NO_PARAMETER);
	if (row->text && !strstr(out.bytes, row->text))
		print_message("%.600s\n", out.bytes);
	assert_true(!row->text || strstr(out.bytes, row->text));
	tot_text_free(&out);
}

static void list_has_a_line_for_each_file(void **state)
{
	struct tot_text out = {0};
	(void)state;
	assert_int_equal(tot_law_list(&out, law), TOT_OK);
	assert_non_null(strstr(out.bytes, "\nagreements.de-jp "));
	assert_non_null(strstr(
		out.bytes, "\nde.current_pension_value                    1992-01-01 .. 2026-07-01 "
			   "    71  official   currency of the time per personal earnings point"));
	assert_non_null(strstr(out.bytes, "\njp.np_premium "));
	assert_non_null(strstr(out.bytes, "\nmortality.tables "));
	assert_non_null(strstr(out.bytes, "draft)"));
	tot_text_free(&out);
}

static void what_changed_between_two_days(void **state)
{
	static const char *const lines[] = {
		/* RWBestV 2025 took effect after 2025-06-01, so the old value is that of 2024. */
		"de.current_pension_value.west_or_uniform  39.32 EUR -> 42.52 EUR  since "
		"2026-07-01\n",
		"de.contribution_ceilings.tables.west_or_uniform.general  96600 EUR -> 101400 EUR  "
		"since "
		"2026-01-01\n",
		"de.average_earnings.preliminary  50493 EUR -> 51944 EUR  since 2026\n",
		"jp.np_full_pension.values.new  831700 -> 847300  since 2026-04-01\n",
		"jp.zaishoku_threshold.values.value  510000 -> 650000  since 2026-04-01\n",
		"jp.epi_revaluation.born_from_1956_04_02  1958-04 .. 1959-03  15.413 -> 15.721  "
		"since "
		"2026-04-01\n",
		"de.taxation.aktivrente.per_month  none -> 2000  since 2026-01-01\n",
	};
	struct tot_text out = {0};
	(void)state;
	assert_int_equal(tot_law_diff(&out, law, (struct tot_date){2025, 6, 1},
				      (struct tot_date){2026, 11, 21}),
			 TOT_OK);
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		if (!strstr(out.bytes, lines[i]))
			print_message("missing: %s", lines[i]);
		assert_non_null(strstr(out.bytes, lines[i]));
	}
	assert_null(strstr(out.bytes, "de.contribution_rates")); /* 18.6 percent since 2018 */
	assert_null(strstr(out.bytes, "106200"));		 /* draft of 2027 */
	tot_text_free(&out);
}

static void nothing_changes_in_a_day(void **state)
{
	struct tot_text out = {0};
	(void)state;
	assert_int_equal(tot_law_diff(&out, law, (struct tot_date){2026, 11, 20},
				      (struct tot_date){2026, 11, 21}),
			 TOT_OK);
	assert_int_equal(out.size, 0);
	tot_text_free(&out);
}

static void a_draft_never_counts_as_a_change(void **state)
{
	struct tot_text out = {0};
	(void)state;
	assert_int_equal(tot_law_diff(&out, law, (struct tot_date){2026, 12, 31},
				      (struct tot_date){2027, 1, 1}),
			 TOT_OK);
	assert_null(strstr(out.bytes, "53452"));
	assert_null(strstr(out.bytes, "106200"));
	assert_non_null(strstr(out.bytes, "de.minijob.limit.value  603 EUR -> 633 EUR"));
	tot_text_free(&out);
}

/* The fingerprint of the program's files is that of the folder they came from. */
static void one_fingerprint(void **state)
{
	static const char *const folders[] = {".", "law"};
	struct tot_diag diag = {0};
	(void)state;
	assert_int_equal(strlen(tot_law_digest(law)), 16);
	for (size_t i = 0; i < 2; i++) {
		struct tot_law *other = NULL;
		enum tot_status status = tot_law_load(&other, folders[i], NULL, 0, &diag);
		print_faults(&diag);
		assert_int_equal(status, TOT_OK);
		assert_string_equal(tot_law_digest(other), tot_law_digest(law));
		tot_law_free(other);
	}
	tot_diag_free(&diag);
}

static int load(void **state)
{
	struct tot_diag diag = {0};
	(void)state;
	enum tot_status status = tot_law_load(&law, NULL, NULL, 0, &diag);
	tot_diag_free(&diag);
	return status == TOT_OK ? 0 : -1;
}

static int unload(void **state)
{
	(void)state;
	tot_law_free(law);
	return 0;
}

int main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(dump_equals_the_golden_file),
		cmocka_unit_test(dump_is_sorted),
		cmocka_unit_test(list_has_a_line_for_each_file),
		cmocka_unit_test(what_changed_between_two_days),
		cmocka_unit_test(nothing_changes_in_a_day),
		cmocka_unit_test(a_draft_never_counts_as_a_change),
		cmocka_unit_test(one_fingerprint),
	};
	enum { FIXED = sizeof fixed / sizeof fixed[0], ROWS = sizeof shown / sizeof shown[0] };
	struct CMUnitTest tests[FIXED + ROWS];
	char names[ROWS][96];
	memcpy(tests, fixed, sizeof fixed);
	for (size_t i = 0; i < ROWS; i++) {
		union {
			const void *in;
			void *out;
		} row = {&shown[i]};
		snprintf(names[i], sizeof names[i], "law show '%s' %s", shown[i].name,
			 shown[i].on ? shown[i].on : "without a day");
		tests[FIXED + i] = (struct CMUnitTest){names[i], shows, NULL, NULL, row.out};
	}
	return _cmocka_run_group_tests("printed law", tests, FIXED + ROWS, load, unload);
}
