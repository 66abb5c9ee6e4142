/* Life tables: probabilities of the files, and CSV files that are refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law_folder.h"

#include <math.h>

#include "totalise/kind.h"

static struct tot_law *law;

static void is_near(double got, double expected, double tolerance)
{
	if (fabs(got - expected) > tolerance)
		print_message("%.10f is not %.10f\n", got, expected);
	assert_true(fabs(got - expected) <= tolerance);
}

/* Statistisches Bundesamt, table 12621-0001, 2022/2024: men, age 0. */
static void german_men(void **state)
{
	const struct tot_life_table *table = tot_law_default_table(law, "DE", "male");
	(void)state;
	assert_string_equal(table->id, "DE-male-2022-2024");
	assert_int_equal(table->ages, 121);
	assert_int_equal(table->years, 1);
	assert_int_equal(table->first_year, 0);
	is_near(table->qx[0], 0.00338118, 0);
	is_near(table->qx[120], 1, 0);
	assert_string_equal(table->confidence, "official");
}

/* Published e(65) of the 23rd complete table of Japan: men 19.97, women 24.88. */
static void life_expectancy_of_japan_at_65(void **state)
{
	static const struct {
		const char *sex;
		double expected;
	} rows[] = {{"male", 19.97}, {"female", 24.88}};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		const struct tot_life_table *table = tot_law_default_table(law, "JP", rows[i].sex);
		double alive = 1, years = 0;
		for (int age = 65; age < table->ages; age++) {
			years += alive * (1 - table->qx[age] / 2);
			alive *= 1 - table->qx[age];
		}
		is_near(years, rows[i].expected, 0.01);
	}
}

static void projection_of_japan(void **state)
{
	const struct tot_life_table *table = tot_law_life_table(law, "JP-projection-male-low");
	(void)state;
	assert_int_equal(table->ages, 105);
	assert_int_equal(table->first_year, 2023);
	assert_int_equal(table->years, 48);
	is_near(table->qx[0], 0.00107, 0);	  /* age 0 in 2023 */
	is_near(table->qx[103 * 48], 0.40738, 0); /* age 103 in 2023 */
}

static void names_that_are_no_tables(void **state)
{
	(void)state;
	assert_null(tot_law_life_table(law, "DE-male"));
	assert_null(tot_law_life_table(law, NULL));
	assert_null(tot_law_default_table(law, "FR", "male"));
	assert_null(tot_law_default_table(law, "DE", "other"));
}

/* Faulty tables. */

#define INDEX(file)                                                                         \
	"{\"parameter\": \"mortality.tables\", \"title\": {\"en\": \"T\", \"de\": \"T\"}, " \
	"\"tables\": [{\"id\": \"T\", \"file\": \"" file                                    \
	"\", \"state\": \"DE\", \"sex\": \"male\", "                                        \
	"\"source\": \"s\", \"confidence\": \"official\"}]}"

/* A period table with qx 0.01 up to 99 and 1 at 100; one line may be another. */
static void write_table(char *out, size_t size, const char *header, int spoiled, const char *line)
{
	double alive[102] = {100000}, years[102] = {0};
	int used = snprintf(out, size, "%s\n", header);
	for (int age = 0; age <= 100; age++)
		alive[age + 1] = age == 100 ? 0 : alive[age] * 0.99;
	for (int age = 100; age >= 0; age--)
		years[age] = years[age + 1] + (alive[age] + alive[age + 1]) / 2;
	for (int age = 0; age <= 100; age++) {
		if (age == spoiled) {
			used += snprintf(out + used, size - (size_t)used, "%s", line);
			continue;
		}
		used += snprintf(out + used, size - (size_t)used,
				 "%d,%s,%.4f,%.4f,%.4f,%.4f,%.4f,official\n", age,
				 age == 100 ? "1" : "0.01", alive[age], alive[age] - alive[age + 1],
				 (alive[age] + alive[age + 1]) / 2, years[age],
				 years[age] / alive[age]);
	}
}

struct table {
	const char *name, *header;
	int spoiled;
	const char *line, *code, *place;
};

#define HEADER "age,qx,lx,dx,Lx,Tx,ex,flag"

static const struct table tables[] = {
	{"no fault", HEADER, -1, "", NULL, NULL},
	{"another header", "age,qx,lx,dx,Lx,Tx,ex", -1, "", "bad-header", "1:1"},
	{"years out of order", "age,q2023,q2025", -1, "", "bad-header", "1:1"},
	{"an age is missing", HEADER, 50, "", "bad-age", "52:1"},
	{"an age stands twice", HEADER, 1, "0,0.01,1,1,1,1,1,official\n", "bad-age", "3:1"},
	{"probability above 1", HEADER, 0, "0,1.01,100000,1,1,1,1,official\n", "bad-qx", "2:1"},
	{"negative probability", HEADER, 0, "0,-0.01,100000,1,1,1,1,official\n", "bad-qx", "2:1"},
	{"no number", HEADER, 0, "0,x,100000,1,1,1,1,official\n", "bad-qx", "2:1"},
	{"last probability is not 1", HEADER, 100, "100,0.5,36603.2341,1,1,1,1,official\n",
	 "bad-qx", "103:1"},
	{"survivors that do not follow", HEADER, 0,
	 "0,0.01,99999,1000.0000,99500.0000,1,1,official\n", "bad-life-table", "2:1"},
	{"unknown flag", HEADER, 100,
	 "100,1,36603.2341,36603.2341,18301.6171,18301.6171,0.5000,guess\n", "bad-life-table",
	 "102:1"},
};

static void reads_table(void **state)
{
	const struct table *row = *state;
	static const char index[] = INDEX("t.csv");
	static char text[16384];
	struct folder folder;
	struct tot_law *book = NULL;
	struct tot_diag diag = {0};
	write_table(text, sizeof text, row->header, row->spoiled, row->line);
	folder_make(&folder);
	folder_write(&folder, "law/mortality/tables.json", index, sizeof index - 1);
	folder_write(&folder, "law/mortality/t.csv", text, strlen(text));
	enum tot_status status = tot_law_load(&book, folder.path, NULL, 0, &diag);
	folder_remove(&folder);
	if (!row->code) {
		print_faults(&diag);
		assert_int_equal(status, TOT_OK);
		assert_int_equal(tot_law_life_table(book, "T")->ages, 101);
	} else {
		assert_int_equal(status, TOT_ERR_DATA);
		if (faults(&diag, row->code) == 0)
			print_faults(&diag);
		assert_true(faults(&diag, row->code) > 0);
		assert_string_equal(diag.first->place, row->place);
	}
	tot_law_free(book);
	tot_diag_free(&diag);
}

static void a_table_without_its_file(void **state)
{
	static const char index[] = INDEX("u.csv");
	struct folder folder;
	struct tot_law *book = NULL;
	struct tot_diag diag = {0};
	(void)state;
	folder_make(&folder);
	folder_write(&folder, "law/mortality/tables.json", index, sizeof index - 1);
	assert_int_equal(tot_law_load(&book, folder.path, NULL, 0, &diag), TOT_ERR_DATA);
	folder_remove(&folder);
	assert_int_equal(faults(&diag, "missing-file"), 1);
	tot_diag_free(&diag);
}

static void a_table_that_ends_too_early(void **state)
{
	static const char index[] = INDEX("t.csv");
	static const char text[] = HEADER "\n0,1,100000,100000,50000,50000,0.5,closing\n";
	struct folder folder;
	struct tot_law *book = NULL;
	struct tot_diag diag = {0};
	(void)state;
	folder_make(&folder);
	folder_write(&folder, "law/mortality/tables.json", index, sizeof index - 1);
	folder_write(&folder, "law/mortality/t.csv", text, sizeof text - 1);
	assert_int_equal(tot_law_load(&book, folder.path, NULL, 0, &diag), TOT_ERR_DATA);
	folder_remove(&folder);
	assert_int_equal(faults(&diag, "bad-age"), 1);
	assert_int_equal(diag.errors, 1);
	tot_diag_free(&diag);
}

static void words_of_kinds_and_flags(void **state)
{
	(void)state;
	for (int i = 0; i < TOT_KIND_COUNT; i++) {
		enum tot_kind kind = TOT_KIND_COUNT;
		assert_true(tot_kind_parse(&kind, tot_kind_name((enum tot_kind)i)));
		assert_int_equal(kind, i);
	}
	for (unsigned bit = 0; bit <= 16; bit++) {
		enum tot_flag flag;
		const char *name = tot_flag_name((enum tot_flag)(1u << bit));
		assert_non_null(name);
		assert_true(tot_flag_parse(&flag, name));
		assert_int_equal(flag, 1u << bit);
	}
	enum tot_kind kind;
	enum tot_flag flag;
	assert_false(tot_kind_parse(&kind, "Employment"));
	assert_false(tot_flag_parse(&flag, ""));
	assert_null(tot_flag_name((enum tot_flag)(1u << 20)));
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
		cmocka_unit_test(german_men),
		cmocka_unit_test(life_expectancy_of_japan_at_65),
		cmocka_unit_test(projection_of_japan),
		cmocka_unit_test(names_that_are_no_tables),
		cmocka_unit_test(a_table_without_its_file),
		cmocka_unit_test(a_table_that_ends_too_early),
		cmocka_unit_test(words_of_kinds_and_flags),
	};
	enum { FIXED = sizeof fixed / sizeof fixed[0], ROWS = sizeof tables / sizeof tables[0] };
	struct CMUnitTest tests[FIXED + ROWS];
	memcpy(tests, fixed, sizeof fixed);
	for (size_t i = 0; i < ROWS; i++) {
		union {
			const void *in;
			void *out;
		} row = {&tables[i]};
		tests[FIXED + i] =
			(struct CMUnitTest){tables[i].name, reads_table, NULL, NULL, row.out};
	}
	return _cmocka_run_group_tests("life tables and words", tests, FIXED + ROWS, load, unload);
}
