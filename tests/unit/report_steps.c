/* Every id of a result can be explained, in all shipped lives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>

#include "life.h"

struct fixture {
	struct tot_law *law;
	size_t asked;
};

static void explains(struct fixture *f, const struct tot_report *report, const char *id,
		     const char *file)
{
	struct tot_text text = {0};
	if (!tot_explain_text(&text, report, id, -1))
		fail_msg("%s: nothing explains %s", file, id);
	assert_non_null(strstr(text.bytes, id));
	tot_text_free(&text);
	f->asked++;
}

static void explains_all(struct fixture *f, const struct tot_report *report, const char *file)
{
	const struct tot_outcome *o = report->outcome;
	for (size_t i = 0; i < o->state_count; i++) {
		const struct tot_findings *found = &o->findings[i];
		char id[40];
		for (size_t j = 0; j < found->qualifying_count; j++)
			explains(f, report, found->qualifying[j].id, file);
		for (size_t j = 0; j < found->benefit_count; j++)
			explains(f, report, found->benefits[j].id, file);
		for (size_t j = 0; j < found->refund_count; j++)
			explains(f, report, found->refunds[j].id, file);
		snprintf(id, sizeof id, "%s.voluntary", found->country);
		if (found->has_voluntary)
			explains(f, report, id, file);
	}
	for (size_t i = 0; i < o->contribution_count; i++)
		explains(f, report, o->contributions[i].id, file);
	for (size_t i = 0; i < report->comparison->strategy_count; i++) {
		char id[80];
		snprintf(id, sizeof id, "comparison.%s", report->comparison->strategies[i].id);
		explains(f, report, id, file);
	}
}

static void with_report(struct fixture *f, const char *file,
			void (*run)(struct fixture *, const struct tot_report *, const char *))
{
	size_t size;
	char *text = file_text(file, &size);
	struct tot_scenario *life = NULL;
	struct tot_report *report = NULL;
	struct tot_diag diag = {0};
	assert_true(tot_scenario_read(&life, text, size, file, &diag) >= 0);
	assert_true(tot_report_make(&report, life, f->law, life->as_of, &diag, &diag) >= 0);
	run(f, report, file);
	tot_report_free(report);
	tot_scenario_free(life);
	tot_diag_free(&diag);
	free(text);
}

static void every_id_of_every_life_is_explained(void **state)
{
	struct fixture *f = *state;
	DIR *folder = opendir("scenarios");
	assert_non_null(folder);
	for (const struct dirent *entry; (entry = readdir(folder));) {
		char file[300];
		if (!strstr(entry->d_name, ".json") || strstr(entry->d_name, ".schema."))
			continue;
		snprintf(file, sizeof file, "scenarios/%s", entry->d_name);
		with_report(f, file, explains_all);
	}
	closedir(folder);
	assert_true(f->asked > 400);
}

static void says_why_not(struct fixture *f, const struct tot_report *report, const char *file)
{
	struct tot_text text = {0};
	(void)f;
	(void)file;
	assert_true(tot_explain_text(&text, report, "JP.old_age.basic", -1));
	assert_non_null(strstr(text.bytes, "Old-age basic pension = not due [JP.old_age.basic]"));
	assert_non_null(strstr(text.bytes, "\n  because: "));
	tot_text_free(&text);
}

static void what_is_not_due_names_its_reasons(void **state)
{
	with_report(*state, "scenarios/119-japanese-months.json", says_why_not);
}

static void says_parts(struct fixture *f, const struct tot_report *report, const char *file)
{
	struct tot_text text = {0};
	(void)f;
	(void)file;
	assert_true(tot_explain_text(&text, report, "comparison.keep", -1));
	assert_non_null(strstr(text.bytes, "DE.old_age.regular: "));
	tot_text_free(&text);
}

static void a_strategy_is_the_sum_of_its_pensions(void **state)
{
	with_report(*state, "scenarios/engineer-returns-to-germany.json", says_parts);
}

static int open_law(void **state)
{
	static struct fixture f;
	struct tot_diag diag = {0};
	*state = &f;
	return tot_law_open(&f.law, NULL, &diag) == TOT_OK ? 0 : -1;
}

static int close_law(void **state)
{
	struct fixture *f = *state;
	tot_law_free(f->law);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_id_of_every_life_is_explained),
		cmocka_unit_test(what_is_not_due_names_its_reasons),
		cmocka_unit_test(a_strategy_is_the_sum_of_its_pensions),
	};
	return cmocka_run_group_tests(tests, open_law, close_law);
}
