/* What the loader of law files refuses: each kind of fault once, and all faults at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law_folder.h"

#define HEAD(parameter)                                                                  \
	"{\"parameter\": \"" parameter "\", \"title\": {\"en\": \"T\", \"de\": \"T\"}, " \
	"\"as_of\": \"2026-11-21\", \"unit\": \"u\", \"law\": \"s.1\", \"confidence\": " \
	"\"official\", "
#define VALUE                                    \
	HEAD("de.current_pension_value")         \
	"\"columns\": [\"from\", \"currency\", " \
	"\"west_or_uniform\", \"east\", \"confidence\"], \"rows\": "
#define EAST                                            \
	HEAD("de.east_conversion_factors")              \
	"\"columns\": [\"from\", \"to\", \"factor\"], " \
	"\"rows\": "
#define AGES                                                       \
	HEAD("de.retirement_ages")                                 \
	"\"tables\": {\"regular\": {\"columns\": [\"born_from\", " \
	"\"born_to\", \"years\", \"months\"], \"rows\": "
#define AVERAGE                                           \
	HEAD("de.average_earnings")                       \
	"\"columns\": [\"year\", \"final\", \"status\", " \
	"\"confidence_final\"], \"rows\": "
#define TYPES HEAD("de.pension_type_factors") "\"columns\": [\"pension\", \"general\"], \"rows\": "
#define CASES HEAD("de.child_raising") "\"months_per_child\": "
#define BANDS                                                         \
	HEAD("jp.tax")                                                \
	"\"income_tax_brackets\": {\"columns\": [\"taxable_up_to\", " \
	"\"rate_percent\"], \"rows\": "
#define GRADES                                                         \
	HEAD("jp.epi_smr_grades")                                      \
	"\"columns\": [\"grade\", \"standard_monthly_remuneration\", " \
	"\"from_inclusive\", \"below\"], \"tables\": "

struct refusal {
	const char *name, *file, *text, *code;
	size_t count;
	const char *place; /* of the first fault with this code */
};

static const struct refusal refusals[] = {
	{"parameter is not the path", "law/de/access_factor.json",
	 HEAD("de.access") "\"base\": 1.0}", "wrong-parameter", 1, "/parameter"},
	{"no object", "law/de/access_factor.json", "[]", "no-object", 1, ""},
	{"no title", "law/de/access_factor.json",
	 "{\"parameter\": \"de.access_factor\", \"unit\": \"u\", \"law\": \"s\", \"as_of\": "
	 "\"2026-11-21\"}",
	 "missing-key", 1, ""},
	{"title in one language only", "law/de/access_factor.json",
	 "{\"parameter\": \"de.access_factor\", \"title\": {\"en\": \"T\"}, \"unit\": \"u\", "
	 "\"law\": \"s\", "
	 "\"as_of\": \"2026-11-21\"}",
	 "missing-key", 1, "/title"},
	{"no unit, law, as_of", "law/de/access_factor.json",
	 "{\"parameter\": \"de.access_factor\", \"title\": {\"en\": \"T\", \"de\": \"T\"}}",
	 "missing-key", 3, ""},
	{"as_of is no day", "law/de/access_factor.json",
	 "{\"parameter\": \"de.access_factor\", \"title\": {\"en\": \"T\", \"de\": \"T\"}, "
	 "\"unit\": \"u\", "
	 "\"law\": \"s\", \"as_of\": 2026}",
	 "bad-day", 1, "/as_of"},
	{"misspelt key of a figure", "law/de/access_factor.json",
	 HEAD("de.access_factor") "\"early_per_mnth\": 0.003}", "unknown-key", 1,
	 "/early_per_mnth"},
	{"misspelt column", "law/de/east_conversion_factors.json",
	 HEAD("de.east_conversion_factors") "\"columns\": [\"from\", \"to\", \"fcator\"], "
					    "\"rows\": "
					    "[[\"1990-01-01\", null, 1.5]]}",
	 "unknown-key", 1, "/rows/0/2"},
	{"misspelt 'rows'", "law/de/east_conversion_factors.json",
	 HEAD("de.east_conversion_factors") "\"columns\": [\"from\", \"to\", \"factor\"], \"row\": "
					    "[[\"1990-01-01\", null, 1.5]]}",
	 "unknown-key", 1, "/row/0/2"},
	{"misspelt 'columns'", "law/de/east_conversion_factors.json",
	 HEAD("de.east_conversion_factors") "\"colums\": [\"from\", \"to\", \"factor\"], \"rows\": "
					    "[[\"1990-01-01\", null, 1.5]]}",
	 "unknown-key", 1, "/rows/0/2"},
	{"list of different things", "law/de/access_factor.json",
	 HEAD("de.access_factor") "\"base\": [1, \"a\"]}", "mixed-types", 1, "/base"},
	{"rows of another length", "law/de/east_conversion_factors.json",
	 EAST "[[\"1990-01-01\", \"1990-12-31\"], [\"1991-01-01\", null, 1.5, 2]]}", "row-length",
	 2, "/rows/0"},
	{"doubled column", "law/de/east_conversion_factors.json",
	 HEAD("de.east_conversion_factors") "\"columns\": [\"from\", \"factor\", \"factor\"], "
					    "\"rows\": []}",
	 "doubled-column", 1, "/columns/2"},
	{"column without a name", "law/de/east_conversion_factors.json",
	 HEAD("de.east_conversion_factors") "\"columns\": [\"from\", 7], \"rows\": []}",
	 "bad-column", 1, "/columns/1"},
	{"text among numbers", "law/de/current_pension_value.json",
	 VALUE "[[\"1992-01-01\", \"DM\", 41.44, 23.57, null], [\"1992-07-01\", \"DM\", \"42.63\", "
	       "26.57, null]]}",
	 "mixed-types", 1, "/rows/1/2"},
	{"list as a cell", "law/de/current_pension_value.json",
	 VALUE "[[\"1992-01-01\", \"DM\", [41.44], 23.57, null]]}", "wrong-type", 1, "/rows/0/2"},
	{"unsorted rows", "law/de/current_pension_value.json",
	 VALUE "[[\"1992-07-01\", \"DM\", 42.63, 26.57, null], [\"1992-01-01\", \"DM\", 41.44, "
	       "23.57, null]]}",
	 "unsorted", 1, "/rows/1"},
	{"doubled key", "law/de/current_pension_value.json",
	 VALUE "[[\"1992-01-01\", \"DM\", 42.63, 26.57, null], [\"1992-01-01\", \"DM\", 41.44, "
	       "23.57, null]]}",
	 "doubled-key", 1, "/rows/1"},
	{"overlapping rows", "law/de/east_conversion_factors.json",
	 EAST "[[\"1990-01-01\", \"1990-12-31\", 1], [\"1990-12-31\", null, 1]]}", "overlap", 1,
	 "/rows/1"},
	{"gap between rows", "law/de/east_conversion_factors.json",
	 EAST "[[\"1990-01-01\", \"1990-12-31\", 1], [\"1991-01-02\", null, 1]]}", "gap", 1,
	 "/rows/1"},
	{"open end in the middle", "law/de/east_conversion_factors.json",
	 EAST "[[\"1990-01-01\", null, 1], [\"1991-01-01\", null, 1]]}", "bad-key", 1, "/rows/0"},
	{"open beginning in the middle", "law/de/east_conversion_factors.json",
	 EAST "[[null, \"1990-12-31\", 1], [null, null, 1]]}", "bad-key", 1, "/rows/1"},
	{"row that ends before it begins", "law/de/east_conversion_factors.json",
	 EAST "[[\"1990-12-31\", \"1990-01-01\", 1]]}", "bad-key", 1, "/rows/0"},
	{"key of another kind", "law/de/east_conversion_factors.json",
	 EAST "[[\"1990-01\", null, 1]]}", "bad-key", 1, "/rows/0"},
	{"day that does not exist", "law/de/east_conversion_factors.json",
	 EAST "[[\"1990-02-30\", null, 1]]}", "bad-day", 1, "/rows/0/0"},
	{"month that does not exist", "law/de/access_factor.json",
	 HEAD("de.access_factor") "\"since\": \"1990-13\"}", "bad-month", 1, "/since"},
	{"gap between dates of birth", "law/de/retirement_ages.json",
	 AGES "[[\"1900-01-01\", \"1946-12-31\", 65, 0], [\"1947-02-01\", null, 65, 1]]}}}", "gap",
	 1, "/tables/regular/rows/1"},
	{"unsorted years", "law/de/average_earnings.json",
	 AVERAGE "[[1985, 1, \"law\", \"official\"], [1984, 1, \"law\", \"official\"]]}",
	 "unsorted", 1, "/rows/1"},
	{"year with a half", "law/de/average_earnings.json",
	 AVERAGE "[[1985.5, 1, \"law\", \"official\"]]}", "bad-key", 1, "/rows/0"},
	{"year missing", "law/de/average_earnings.json",
	 AVERAGE "[[null, 1, \"law\", \"official\"]]}", "bad-key", 1, "/rows/0"},
	{"unknown status", "law/de/average_earnings.json",
	 AVERAGE "[[1985, 1, \"planned\", \"official\"]]}", "unknown-status", 1, "/rows/0/2"},
	{"unknown confidence in a column", "law/de/average_earnings.json",
	 AVERAGE "[[1985, 1, \"law\", \"sure\"]]}", "unknown-confidence", 1, "/rows/0/3"},
	{"unknown confidence of a node", "law/de/access_factor.json",
	 HEAD("de.access_factor") "\"part\": {\"confidence\": \"certain\"}}", "unknown-confidence",
	 1, "/part/confidence"},
	{"doubled word", "law/de/pension_type_factors.json",
	 TYPES "[[\"old_age\", 1], [\"old_age\", 1]]}", "doubled-key", 1, "/rows/1"},
	{"cases that overlap", "law/de/child_raising.json",
	 CASES
	 "[{\"born_from\": null, \"born_to\": \"1991-12-31\", \"start_from\": null, \"start_to\": "
	 "\"2014-07-31\", \"months\": 12}, {\"born_from\": null, \"born_to\": \"1991-12-31\", "
	 "\"start_from\": "
	 "\"2014-07-01\", \"start_to\": null, \"months\": 24}]}",
	 "overlap", 1, "/months_per_child/1"},
	{"bands that fall", "law/jp/tax.json", BANDS "[[3299000, 10], [1949000, 5], [null, 45]]}}",
	 "unsorted", 1, "/income_tax_brackets/rows/1"},
	{"open band in the middle", "law/jp/tax.json", BANDS "[[null, 10], [1949000, 5]]}}",
	 "bad-key", 1, "/income_tax_brackets/rows/0"},
	{"gap between grades", "law/jp/epi_smr_grades.json",
	 GRADES
	 "[{\"from\": \"2016-10-01\", \"rows\": [[1, 88000, 0, 93000], [2, 98000, 94000, null]]}]}",
	 "gap", 1, "/tables/0/rows/1"},
	{"too many decimals of points", "law/de/child_raising.json",
	 HEAD("de.child_raising") "\"points_per_month\": 0.08333}", "too-many-decimals", 1,
	 "/points_per_month"},
	{"too many decimals of money", "law/de/contribution_ceilings.json",
	 HEAD("de.contribution_ceilings") "\"tables\": {\"east\": {\"columns\": [\"from\", "
					  "\"general\"], "
					  "\"rows\": [[\"1990-01-01\", 2700.001]]}}}",
	 "too-many-decimals", 1, "/tables/east/rows/0/1"},
	{"no fraction", "law/jp/np_exemption.json",
	 HEAD("jp.np_exemption") "\"columns\": [\"kind\", \"weight_until_2009_03\"], \"rows\": "
				 "[[\"paid\", \"1\"], [\"half_exempt\", \"0.66\"]]}",
	 "bad-fraction", 1, "/rows/1/1"},
	{"empty text", "law/de/access_factor.json", HEAD("de.access_factor") "\"note\": \"\"}",
	 "empty-text", 1, "/note"},
	{"no confidence", "law/de/access_factor.json",
	 "{\"parameter\": \"de.access_factor\", \"title\": {\"en\": \"T\", \"de\": \"T\"}, "
	 "\"unit\": \"u\", "
	 "\"law\": \"s\", \"as_of\": \"2026-11-21\", \"base\": 1.0}",
	 "no-confidence", 1, "/base"},
	{"no source", "law/mortality/improvement.json",
	 "{\"parameter\": \"mortality.improvement\", \"title\": {\"en\": \"T\", \"de\": \"T\"}, "
	 "\"tables\": [{\"state\": \"DE\", \"sex\": \"male\", \"confidence\": \"memory\", "
	 "\"columns\": "
	 "[\"age_from\", \"rate\"], \"rows\": [[0, 0.03]]}]}",
	 "no-source", 1, "/tables/0/rows/0/1"},
	{"rows without a readable key", "law/de/euro_conversion.json",
	 HEAD("de.euro_conversion") "\"values\": [{\"from\": 1999, \"value\": 1.95583}]}",
	 "bad-key", 1, "/values/0"},
	{"members out of order", "law/jp/epi_smr_grades.json",
	 GRADES "[{\"from\": \"2020-09-01\", \"rows\": [[1, 88000, 0, null]]}, {\"from\": "
		"\"2016-10-01\", \"rows\": [[1, 88000, 0, null]]}]}",
	 "unsorted", 1, "/tables/1"},
	{"member twice", "law/mortality/improvement.json",
	 "{\"parameter\": \"mortality.improvement\", \"title\": {\"en\": \"T\", \"de\": \"T\"}, "
	 "\"confidence\": \"memory\", \"source\": \"s\", \"columns\": [\"age_from\", \"rate\"], "
	 "\"tables\": [{\"state\": \"DE\", \"sex\": \"male\", \"rows\": [[0, 0.03]]}, {\"state\": "
	 "\"DE\", \"sex\": \"male\", \"rows\": [[0, 0.03]]}]}",
	 "doubled-key", 1, "/tables/1"},
	{"strict JSON", "law/de/access_factor.json", HEAD("de.access_factor") "\"base\": 01.0}",
	 "bad-number", 1, "1:152"},
};

static void refuses(void **state)
{
	const struct refusal *row = *state;
	struct folder folder;
	struct tot_law *law = NULL;
	struct tot_diag diag = {0};
	char shown[256];
	folder_make(&folder);
	folder_write(&folder, row->file, row->text, strlen(row->text));
	enum tot_status status = tot_law_load(&law, folder.path, NULL, 0, &diag);
	folder_remove(&folder);
	snprintf(shown, sizeof shown, "%s/%s", folder.path, row->file);
	if (faults(&diag, row->code) != row->count)
		print_faults(&diag);
	assert_int_equal(status, TOT_ERR_DATA);
	assert_null(law);
	assert_int_equal(faults(&diag, row->code), row->count);
	const struct tot_diag_item *item = diag.first;
	while (strcmp(item->code, row->code) != 0)
		item = item->next;
	assert_string_equal(item->file, shown);
	assert_string_equal(item->place, row->place);
	tot_diag_free(&diag);
}

static void faults_of_all_files_at_once(void **state)
{
	static const char first[] = HEAD("de.access_factor") "\"bse\": 1, \"note\": \"\"}";
	static const char second[] =
		EAST "[[\"1990-01-01\", \"1990-12-31\", 1], [\"1991-01-02\", null, 1, 2]]}";
	struct folder folder;
	struct tot_law *law = NULL;
	struct tot_diag diag = {0};
	(void)state;
	folder_make(&folder);
	folder_write(&folder, "law/de/access_factor.json", first, sizeof first - 1);
	folder_write(&folder, "law/de/east_conversion_factors.json", second, sizeof second - 1);
	folder_write(&folder, "law/jp/broken.json", "{", 1);
	assert_int_equal(tot_law_load(&law, folder.path, NULL, 0, &diag), TOT_ERR_DATA);
	folder_remove(&folder);
	assert_int_equal(faults(&diag, "unknown-key"), 1);
	assert_int_equal(faults(&diag, "empty-text"), 1);
	assert_int_equal(faults(&diag, "gap"), 1);
	assert_int_equal(faults(&diag, "row-length"), 1);
	assert_int_equal(faults(&diag, "truncated"), 1);
	assert_int_equal(diag.errors, 5);
	tot_diag_free(&diag);
}

static void figures_that_are_missing(void **state)
{
	static const char text[] = HEAD("de.access_factor") "\"base\": 1.0}";
	static const struct tot_figure list[] = {
		{"de.access_factor", "", "base", 3},
		{"de.access_factor", "", "late_per_month", 3},
		{"de.average_earnings", "", "final", 0},
	};
	static const struct tot_figures set = {"T", list, 3};
	const struct tot_figures *sets[] = {&set};
	struct folder folder;
	struct tot_law *law = NULL;
	struct tot_diag diag = {0};
	(void)state;
	folder_make(&folder);
	folder_write(&folder, "law/de/access_factor.json", text, sizeof text - 1);
	assert_int_equal(tot_law_load(&law, folder.path, sets, 1, &diag), TOT_ERR_DATA);
	folder_remove(&folder);
	assert_null(law);
	assert_int_equal(faults(&diag, "missing-figure"), 2);
	assert_int_equal(diag.errors, 2);
	tot_diag_free(&diag);
}

static void figures_with_other_decimals_than_the_program_reads(void **state)
{
	static const char text[] = HEAD("de.access_factor") "\"base\": 1.0005}";
	static const struct tot_figure list[] = {{"de.access_factor", "", "base", 3}};
	static const struct tot_figures set = {"T", list, 1};
	const struct tot_figures *sets[] = {&set};
	struct folder folder;
	struct tot_law *law = NULL;
	struct tot_diag diag = {0};
	(void)state;
	folder_make(&folder);
	folder_write(&folder, "law/de/access_factor.json", text, sizeof text - 1);
	assert_int_equal(tot_law_load(&law, folder.path, sets, 1, &diag), TOT_ERR_DATA);
	folder_remove(&folder);
	assert_int_equal(faults(&diag, "bad-figure"), 1);
	tot_diag_free(&diag);
}

static void folders_that_hold_no_law(void **state)
{
	struct folder folder;
	struct tot_law *law = NULL;
	struct tot_diag diag = {0};
	(void)state;
	folder_make(&folder);
	assert_int_equal(tot_law_load(&law, folder.path, NULL, 0, &diag), TOT_ERR_IO);
	assert_int_equal(faults(&diag, "no-law-files"), 1);
	folder_remove(&folder);
	assert_int_equal(tot_law_load(&law, folder.path, NULL, 0, &diag), TOT_ERR_IO);
	assert_int_equal(faults(&diag, "no-folder"), 1);
	assert_int_equal(tot_law_load(&law, "/dev/null", NULL, 0, &diag), TOT_ERR_IO);
	assert_int_equal(faults(&diag, "no-folder"), 2);
	assert_null(law);
	tot_diag_free(&diag);
}

static void a_folder_in_the_place_of_a_file(void **state)
{
	struct folder folder;
	struct tot_law *law = NULL;
	struct tot_diag diag = {0};
	char path[128];
	(void)state;
	folder_make(&folder);
	snprintf(path, sizeof path, "%s/law/de/access_factor.json", folder.path);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(tot_law_load(&law, folder.path, NULL, 0, &diag), TOT_ERR_DATA);
	assert_int_equal(faults(&diag, "unreadable"), 1);
	rmdir(path);
	folder_remove(&folder);
	tot_diag_free(&diag);
}

static void the_files_of_the_program_have_no_fault(void **state)
{
	struct tot_diag diag = {0};
	(void)state;
	enum tot_status status = tot_law_check(NULL, NULL, 0, &diag);
	print_faults(&diag);
	assert_int_equal(status, TOT_OK);
	assert_int_equal(diag.errors, 0);
	tot_diag_free(&diag);
}

int main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(faults_of_all_files_at_once),
		cmocka_unit_test(figures_that_are_missing),
		cmocka_unit_test(figures_with_other_decimals_than_the_program_reads),
		cmocka_unit_test(folders_that_hold_no_law),
		cmocka_unit_test(a_folder_in_the_place_of_a_file),
		cmocka_unit_test(the_files_of_the_program_have_no_fault),
	};
	enum {
		FIXED = sizeof fixed / sizeof fixed[0],
		ROWS = sizeof refusals / sizeof refusals[0]
	};
	struct CMUnitTest tests[FIXED + ROWS];
	memcpy(tests, fixed, sizeof fixed);
	for (size_t i = 0; i < ROWS; i++) {
		union {
			const void *in;
			void *out;
		} row = {&refusals[i]};
		tests[FIXED + i] =
			(struct CMUnitTest){refusals[i].name, refuses, NULL, NULL, row.out};
	}
	return _cmocka_run_group_tests("refused law files", tests, FIXED + ROWS, NULL, NULL);
}
