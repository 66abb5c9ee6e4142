/* Right scenarios: every shipped file, what the reader makes of one life, and its bounds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "totalise/scenario.h"

#define FILES_MAX 200
#define BYTES 400000

/* Read a text; every item of the diagnostics is shown when the outcome is another one. */
static struct tot_scenario *read_text(const char *text, size_t size, size_t errors, size_t warnings)
{
	struct tot_diag diag = {0};
	struct tot_scenario *life = NULL;
	const enum tot_status status = tot_scenario_read(&life, text, size, "life.json", &diag);
	if (diag.errors != errors || diag.warnings != warnings) {
		for (const struct tot_diag_item *item = diag.first; item; item = item->next)
			print_message("%s: %s [%s]\n", item->place, item->text, item->code);
	}
	assert_int_equal(diag.errors, errors);
	assert_int_equal(diag.warnings, warnings);
	assert_int_equal(status, errors ? TOT_ERR_DATA : TOT_OK);
	tot_diag_free(&diag);
	return life;
}

static struct tot_scenario *read_file(const char *name)
{
	FILE *file = fopen(name, "rb");
	assert_non_null(file);
	char *text = calloc(1, BYTES);
	const size_t size = fread(text, 1, BYTES, file);
	fclose(file);
	struct tot_scenario *life = read_text(text, size, 0, 0);
	free(text);
	return life;
}

/* A shipped file is read without any fault or warning, and asks its question in the title. */
static void shipped(void **state)
{
	struct tot_scenario *life = read_file(*state);
	assert_true(life->title[0] != '\0');
	assert_false(tot_date_is_none(life->as_of));
	tot_scenario_free(life);
}

static size_t list_folder(struct CMUnitTest *tests, size_t count, const char *folder)
{
	DIR *dir = opendir(folder);
	if (!dir)
		return count;
	for (struct dirent *entry = readdir(dir); entry && count < FILES_MAX;
	     entry = readdir(dir)) {
		const char *end = strrchr(entry->d_name, '.');
		if (!end || strcmp(end, ".json") != 0 || strstr(entry->d_name, ".schema."))
			continue;
		char *name = malloc(600);
		if (!name)
			break;
		snprintf(name, 600, "%s/%s", folder, entry->d_name);
		tests[count++] = (struct CMUnitTest){name, shipped, NULL, NULL, name};
	}
	closedir(dir);
	return count;
}

static void check_day(struct tot_date day, int year, int month, int number)
{
	assert_int_equal(tot_date_compare(day, (struct tot_date){year, month, number}), 0);
}

static void engineer(void **state)
{
	(void)state;
	struct tot_scenario *life = read_file("scenarios/engineer-returns-to-germany.json");
	check_day(life->as_of, 2026, 11, 21);
	check_day(life->person.born, 1984, 5, 17);
	assert_int_equal(life->person.sex, TOT_FEMALE);
	assert_int_equal(life->period_count, 3);
	const struct tot_period *japan = &life->periods[1];
	assert_string_equal(japan->country, "JP");
	assert_string_equal(japan->pointer, "/periods/1");
	assert_int_equal(japan->kind, TOT_EMPLOYMENT);
	check_day(japan->to, 2020, 3, 31);
	assert_int_equal(japan->pay.form, TOT_PAY_MONTHLY);
	assert_int_equal(japan->pay.steps[0].amount, 480000);
	assert_int_equal(tot_pay_bonus(japan, tot_month_make(2016, 7)), 900000);
	assert_true(tot_date_is_none(life->periods[2].to));
	assert_int_equal(life->periods[2].pay.steps[0].amount, 560000);
	assert_int_equal(life->periods[2].pay.growth, 25000);
	assert_int_equal(life->claim_count, 2);
	assert_int_equal(life->claims[0].when, TOT_CLAIM_REGULAR);
	assert_int_equal(life->claims[1].when, TOT_CLAIM_AGE);
	assert_int_equal(life->claims[1].age.years, 65);
	assert_int_equal(life->claims[1].share, 1000000);
	assert_string_equal(tot_person_residence(&life->person, (struct tot_date){2014, 3, 31}),
			    "DE");
	assert_string_equal(tot_person_residence(&life->person, (struct tot_date){2014, 4, 1}),
			    "JP");
	assert_string_equal(tot_person_residence(&life->person, (struct tot_date){2060, 1, 1}),
			    "DE");
	assert_null(tot_person_residence(&life->person, (struct tot_date){1984, 5, 16}));
	assert_string_equal(tot_scenario_choice(life, "jp.lump_sum.erases", "all"), "all");
	tot_scenario_free(life);
}

#define HEAD                                                                                       \
	"{\"format\":\"totalise-scenario/"                                                         \
	"1\",\"person\":{\"born\":\"1984-05-17\",\"sex\":\"male\","                                \
	"\"nationalities\":[{\"country\":\"BR\",\"to\":\"2015-06\"},{\"country\":\"AT\",\"from\":" \
	"\"2015-07\"},\"refugee\"],\"residence\":[{\"country\":\"DE\",\"from\":\"2010-02\","       \
	"\"to\":"                                                                                  \
	"\"2012-02\"}]},"

/* Everything that SCENARIO.md names is read, also what nothing evaluates yet. */
static void every_key(void **state)
{
	(void)state;
	static const char text[] = HEAD
		"\"family\":{\"spouse\":{\"born\":\"1980-01-01\",\"sex\":\"female\","
		"\"nationalities\":[\"JP\"],"
		"\"married\":\"2010-01-01\",\"died\":\"2020-01-01\",\"disabled\":true,\"yearly_"
		"income\":"
		"{\"amount\":1200.5,\"currency\":\"EUR\"},\"own_pension\":{\"DE\":800,\"JP.basic\":"
		"60000}},"
		"\"children\":[{\"born\":\"2011-05-05\",\"raised_by\":\"spouse\",\"in_education_"
		"until\":\"2030-03\","
		"\"disabled\":true}],\"dependants\":[{\"relation\":\"parent\",\"born\":\"1950-01-"
		"01\"}]},"
		"\"periods\":[{\"country\":\"DE\",\"kind\":\"employment\",\"from\":\"2010-02\","
		"\"to\":\"2012-02\","
		"\"region\":\"east\",\"flags\":[\"underground\"],\"pay\":{\"yearly\":{\"2012\":"
		"5000.25,\"2010\":1,"
		"\"2011\":2}},\"note\":\"n\"}],"
		"\"credits\":[{\"country\":\"DE\",\"kind\":\"pension_rights_adjustment\","
		"\"points\":-1.2345,"
		"\"from\":\"2010-01\",\"to\":\"2015-01\",\"effective\":\"2016-02-03\"}],"
		"\"postings\":[{\"home\":\"DE\",\"host\":\"JP\",\"from\":\"2020-01-15\",\"planned_"
		"to\":\"2022-12\","
		"\"as\":\"self_employed\",\"extension_months\":12,\"pay\":{\"monthly\":5000},"
		"\"spouse_and_children\":true,\"basis\":\"exception\",\"keep_host_insurance\":true}"
		"],"
		"\"events\":[{\"kind\":\"refund\",\"country\":\"JP\",\"scheme\":\"national\","
		"\"filed\":\"2019-01-02\"},"
		"{\"kind\":\"disability\",\"since\":\"2021-03\",\"capacity\":\"partial\",\"grade\":"
		"\"allowance\","
		"\"temporary\":true},{\"kind\":\"benefit\",\"country\":\"JP\",\"what\":"
		"\"survivor\",\"from\":\"2021-03\","
		"\"monthly\":60000,\"thanks_to_agreement\":true}],"
		"\"plan\":{\"claims\":[{\"country\":\"DE\",\"benefit\":\"old_age\",\"type\":"
		"\"best\",\"start\":\"2049-07\","
		"\"share\":0.5},{\"country\":\"JP\",\"benefit\":\"old_age\",\"age\":\"66y6m\","
		"\"deemed\":true}]},"
		"\"compare\":{\"currency\":\"JPY\",\"valuation\":{\"mode\":\"nominal\",\"curve\":[["
		"1,0.01],[30,0.02]]},"
		"\"exchange\":{\"jpy_per_eur\":183.7561,\"mode\":\"scenario\"},\"indexation\":{"
		"\"DE\":[0.01,0.02],"
		"\"JP\":\"valuation-2024-zero-growth\"},\"fees\":{\"percent\":5},\"strategies\":[{"
		"\"id\":\"stay\","
		"\"refunds\":[{\"country\":\"JP\",\"filed\":\"2027-05-01\"}],\"add_periods\":[{"
		"\"country\":\"US\","
		"\"kind\":\"employment\",\"from\":\"2027-01\"}]}],\"simulate\":{\"seed\":"
		"999999999999999}},"
		"\"choices\":{\"jp.lump_sum.erases\":\"scheme\",\"de.w5.exempt_full\":\"accept\"}}";
	struct tot_scenario *life = read_text(text, sizeof(text) - 1, 0, 0);
	const struct tot_period *period = &life->periods[0];
	check_day(period->from, 2010, 2, 1);
	check_day(period->to, 2012, 2, 29);
	assert_true(period->east);
	assert_int_equal(period->flags, TOT_FLAG_UNDERGROUND | TOT_FLAG_MINERS);
	assert_int_equal(period->pay.years[0].year, 2010);
	assert_int_equal(period->pay.years[2].amount, 500025);
	assert_int_equal(life->family.spouse.yearly_income.amount, 120050);
	assert_int_equal(life->family.spouse.own_pension[0].monthly, 80000);
	assert_string_equal(life->family.spouse.own_pension[1].part, "basic");
	assert_int_equal(life->family.spouse.own_pension[1].monthly, 60000);
	assert_false(life->family.children[0].raising[0].by_person);
	check_day(life->family.children[0].in_education_until, 2030, 3, 31);
	assert_int_equal(life->credits[0].points, -12345);
	assert_true(life->postings[0].self_employed && life->postings[0].keep_host_insurance);
	assert_int_equal(life->postings[0].pay.steps[0].amount, 500000);
	check_day(life->postings[0].planned_to, 2022, 12, 31);
	assert_string_equal(life->events[0].scheme, "national");
	assert_int_equal(life->events[1].grade, 4);
	assert_string_equal(life->events[2].monthly.currency, "JPY");
	assert_int_equal(life->claims[0].share, 500000);
	assert_int_equal(life->claims[0].start, tot_month_make(2049, 7));
	assert_int_equal(life->claims[1].age.months, 6);
	assert_int_equal(life->compare.jpy_per_eur, 1837561);
	assert_int_equal(life->compare.rates_de_count, 2);
	assert_null(life->compare.indexation_de);
	assert_string_equal(life->compare.indexation_jp, "valuation-2024-zero-growth");
	assert_int_equal(life->compare.fee_fixed_jpy, TOT_FEE_FIXED_JPY);
	assert_string_equal(life->compare.strategies[0].title, "stay");
	assert_string_equal(life->compare.strategies[0].refunds[0].scheme, "all");
	assert_string_equal(life->compare.strategies[0].add_periods[0].pointer,
			    "/compare/strategies/0/add_periods/0");
	assert_int_equal(life->compare.seed, UINT64_C(999999999999999));
	assert_string_equal(tot_scenario_choice(life, "de.w5.exempt_full", "reject"), "accept");
	tot_scenario_free(life);
}

static void nationality(void **state)
{
	(void)state;
	static const char text[] = HEAD "\"periods\":[]}";
	struct tot_scenario *life = read_text(text, sizeof(text) - 1, 0, 0);
	const struct tot_person *person = &life->person;
	const struct tot_date last = {2015, 6, 30}, first = {2015, 7, 1};
	assert_true(tot_person_national(person, "BR", last));
	assert_false(tot_person_national(person, "BR", first));
	assert_false(tot_person_national(person, "EU", last));
	assert_true(tot_person_national(person, "EU", first));
	assert_true(tot_person_national(person, "AT", first));
	assert_true(tot_person_national(person, "refugee", last));
	assert_false(tot_person_national(person, "DE", first));
	tot_scenario_free(life);
}

/* DECISIONS.md 26: EU, EEA and Switzerland. */
static void eu(void **state)
{
	(void)state;
	static const char *const members[] = {"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE",
					      "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV",
					      "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK",
					      "SI", "ES", "SE", "IS", "LI", "NO", "CH"};
	static const char *const others[] = {"GB", "JP", "US", "TR", "UA", "XK", "EU", "", "AT BE"};
	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++)
		assert_true(tot_country_is_eu(members[i]));
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_false(tot_country_is_eu(others[i]));
	assert_false(tot_country_is_eu(NULL));
}

/* `open`, `piece` as often as said (with commas between if wanted), `close`. */
static char *long_text(const char *open, const char *piece, size_t count, bool commas,
		       const char *close)
{
	const size_t step = strlen(piece) + 1;
	char *text = calloc(1, strlen(open) + count * step + strlen(close) + 1);
	char *at = text;
	assert_non_null(text);
	at = stpcpy(at, open);
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && commas)
			*at++ = ',';
		at = stpcpy(at, piece);
	}
	stpcpy(at, close);
	return text;
}

static size_t read_long(const char *open, const char *piece, size_t count, bool commas,
			const char *close, const char *code)
{
	char *text = long_text(open, piece, count, commas, close);
	struct tot_diag diag = {0};
	struct tot_scenario *life = NULL;
	const enum tot_status status =
		tot_scenario_read(&life, text, strlen(text), "life.json", &diag);
	assert_int_equal(status, code ? TOT_ERR_DATA : TOT_OK);
	if (code)
		assert_string_equal(diag.first->code, code);
	const size_t errors = diag.errors;
	tot_scenario_free(life);
	tot_diag_free(&diag);
	free(text);
	return errors;
}

static void bounds(void **state)
{
	(void)state;
	static const char period[] =
		"{\"country\":\"JP\",\"kind\":\"voluntary\",\"from\":\"2010-01\"}";
	static const char faulty[] =
		"{\"country\":\"JP\",\"kind\":\"voluntary\",\"from\":\"2010-00\"}";
	static const char title[] = HEAD "\"periods\":[],\"title\":\"";
	read_long(HEAD "\"periods\":[", period, TOT_SCENARIO_PERIODS_MAX, true, "]}", NULL);
	read_long(HEAD "\"periods\":[", period, TOT_SCENARIO_PERIODS_MAX + 1, true, "]}",
		  "too-many");
	read_long(title, "x", TOT_SCENARIO_TEXT_MAX, false, "\"}", NULL);
	read_long(title, "x", TOT_SCENARIO_TEXT_MAX + 1, false, "\"}", "too-long");
	read_long(HEAD "\"periods\":[],\"events\":[", "7", 201, true, "]}", "too-many");
	/* A thousand faults are listed; the last line says that there are more. */
	assert_int_equal(read_long(HEAD "\"periods\":[", faulty, 1500, true, "]}", "bad-date"),
			 1001);
}

/* Any piece of a right file is refused without a crash, and nothing is handed out. */
static void cut_off(void **state)
{
	(void)state;
	static const char text[] = HEAD "\"periods\":[]}";
	for (size_t size = 0; size + 1 < sizeof(text) - 1; size++) {
		struct tot_diag diag = {0};
		struct tot_scenario *life = NULL;
		assert_int_equal(tot_scenario_read(&life, text, size, "life.json", &diag),
				 TOT_ERR_DATA);
		assert_null(life);
		assert_true(diag.errors > 0);
		tot_diag_free(&diag);
	}
	tot_scenario_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(engineer),    cmocka_unit_test(every_key),
		cmocka_unit_test(nationality), cmocka_unit_test(eu),
		cmocka_unit_test(bounds),      cmocka_unit_test(cut_off),
	};
	struct CMUnitTest files[FILES_MAX];
	size_t count = list_folder(files, 0, "scenarios");
	count = list_folder(files, count, "scenarios/templates");
	int failed = cmocka_run_group_tests_name("record scenario", tests, NULL, NULL);
	failed += _cmocka_run_group_tests("shipped scenarios", files, count, NULL, NULL);
	for (size_t i = 0; i < count; i++)
		free(files[i].initial_state);
	/* Eight lives and eight templates at least. */
	return count < 16 ? 1 : failed;
}
