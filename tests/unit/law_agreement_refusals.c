/* Agreement files and deadlines that are refused: unknown keys, unknown words, wrong values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law_folder.h"

#include "totalise/agreement.h"

#define FRAME(parties, rules, benefits)                                                        \
	"{\"format\": \"totalise-agreement/1\", \"id\": \"a-b\", \"title\": {\"en\": \"T\"}, " \
	"\"kind\": \"bilateral\", \"parties\": " parties ", \"in_force\": \"2000-01-01\", "    \
	"\"kind_groups\": {\"A.all\": [\"employment\"]}, \"aggregation\": [" rules "], "       \
	"\"benefits\": [" benefits "], \"sources\": {\"S\": {\"title\": \"t\"}}}"
#define PARTIES \
	"[{\"country\": \"A\", \"unit\": \"month\"}, {\"country\": \"B\", \"unit\": \"month\"}]"
#define RULE(accept, rest)                                                                 \
	"{\"id\": \"a.x\", \"party\": \"A\", \"condition\": \"A.x\", \"accept\": [" accept \
	"]" rest "}"
#define ACCEPT(rest) "{\"from\": \"B\", \"kinds\": \"A.all\", \"as\": \"contribution\"" rest "}"
#define BENEFIT(rest)                                                                            \
	"{\"id\": \"a.b\", \"party\": \"A\", \"benefit\": \"old_basic\", \"when\": \"always\", " \
	"\"formula\": \"direct\"" rest "}"

struct refusal {
	const char *name, *text, *code, *place;
};

static const struct refusal refusals[] = {
	{"unknown key of a rule", FRAME(PARTIES, RULE(ACCEPT(""), ", \"windw\": {}"), BENEFIT("")),
	 "unknown-key", "/aggregation/0/windw"},
	{"misspelt not_before",
	 FRAME(PARTIES, RULE(ACCEPT(", \"not_befor\": \"1942-06\""), ""), BENEFIT("")),
	 "unknown-key", "/aggregation/0/accept/0/not_befor"},
	{"a text where rules stand: by outside of extension",
	 FRAME(PARTIES, RULE(ACCEPT(", \"by\": \"x\""), ""), BENEFIT("")), "unknown-key",
	 "/aggregation/0/accept/0/by"},
	{"unknown event", FRAME(PARTIES, RULE(ACCEPT(", \"until\": \"birth\""), ""), BENEFIT("")),
	 "wrong-value", "/aggregation/0/accept/0/until"},
	{"no month", FRAME(PARTIES, RULE(ACCEPT(", \"not_before\": \"1942-13\""), ""), BENEFIT("")),
	 "wrong-value", "/aggregation/0/accept/0/not_before"},
	{"unknown flag", FRAME(PARTIES, RULE(ACCEPT(", \"need_flag\": \"work\""), ""), BENEFIT("")),
	 "wrong-value", "/aggregation/0/accept/0/need_flag"},
	{"unknown 'as'",
	 FRAME(PARTIES, RULE("{\"from\": \"B\", \"kinds\": \"A.all\", \"as\": \"month\"}", ""),
	       BENEFIT("")),
	 "unknown-word", "/aggregation/0/accept/0/as"},
	{"unknown group",
	 FRAME(PARTIES, RULE("{\"from\": \"B\", \"kinds\": \"A.most\", \"as\": \"quarter\"}", ""),
	       BENEFIT("")),
	 "unknown-kind", "/aggregation/0/accept/0/kinds"},
	{"unknown kind",
	 FRAME(PARTIES, RULE("{\"from\": \"B\", \"kinds\": [\"work\"], \"as\": \"quarter\"}", ""),
	       BENEFIT("")),
	 "unknown-kind", "/aggregation/0/accept/0/kinds"},
	{"state that is no party",
	 FRAME(PARTIES, RULE("{\"from\": \"C\", \"kinds\": \"A.all\", \"as\": \"quarter\"}", ""),
	       BENEFIT("")),
	 "wrong-value", "/aggregation/0/accept/0/from"},
	{"conversion by an unknown method",
	 FRAME(PARTIES, RULE(ACCEPT(", \"convert\": {\"method\": \"by_year\"}"), ""), BENEFIT("")),
	 "unknown-word", "/aggregation/0/accept/0/convert/method"},
	{"unknown overlap",
	 FRAME(PARTIES, RULE(ACCEPT(""), ", \"overlap\": \"other_first\""), BENEFIT("")),
	 "unknown-word", "/aggregation/0/overlap"},
	{"text instead of a number",
	 FRAME(PARTIES,
	       RULE(ACCEPT(""), ", \"required\": {\"value\": \"60\", \"unit\": \"month\"}"),
	       BENEFIT("")),
	 "wrong-value", "/aggregation/0/required/value"},
	{"no fraction",
	 FRAME(PARTIES, RULE(ACCEPT(""), ", \"factors\": [{\"factor\": \"1.5\"}]"), BENEFIT("")),
	 "wrong-value", "/aggregation/0/factors/0/factor"},
	{"benefit that no rule defines",
	 FRAME(PARTIES, RULE(ACCEPT(""), ", \"benefit\": \"a.c\""), BENEFIT("")), "unknown-id",
	 "/aggregation/0/benefit"},
	{"source that is not listed",
	 FRAME(PARTIES, RULE(ACCEPT(""), ", \"src\": [\"T\"]"), BENEFIT("")), "wrong-value",
	 "/aggregation/0/src/0"},
	{"unknown formula",
	 FRAME(PARTIES, RULE(ACCEPT(""), ""),
	       "{\"id\": \"a.b\", \"party\": \"A\", \"benefit\": \"*\", \"when\": \"always\", "
	       "\"formula\": "
	       "\"half\"}"),
	 "unknown-word", "/benefits/0/formula"},
	{"unknown benefit",
	 FRAME(PARTIES, RULE(ACCEPT(""), ""),
	       "{\"id\": \"a.b\", \"party\": \"A\", \"benefit\": \"bonus\", \"when\": \"always\", "
	       "\"formula\": "
	       "\"direct\"}"),
	 "unknown-word", "/benefits/0/benefit"},
	{"unknown confidence",
	 FRAME(PARTIES, RULE(ACCEPT(""), ""), BENEFIT(", \"confidence\": \"sure\"")),
	 "unknown-word", "/benefits/0/confidence"},
	{"rule without a condition",
	 FRAME(PARTIES, "{\"id\": \"a.x\", \"party\": \"A\", \"accept\": []}", BENEFIT("")),
	 "missing-key", "/aggregation/0"},
	{"day that does not exist",
	 FRAME("[{\"country\": \"A\", \"from\": \"2001-02-29\"}, {\"country\": \"B\"}]",
	       RULE(ACCEPT(""), ""), BENEFIT("")),
	 "wrong-value", "/parties/0/from"},
	{"object instead of a list", FRAME("{}", RULE("", ""), BENEFIT("")), "wrong-type",
	 "/parties"},
	{"another format", "{\"format\": \"totalise-agreement/2\", \"id\": \"a-b\"}",
	 "unknown-word", "/format"},
};

static enum tot_status load_text(const char *file, const char *text, struct tot_diag *diag,
				 struct tot_law **out)
{
	struct folder folder;
	folder_make(&folder);
	folder_write(&folder, file, text, strlen(text));
	enum tot_status status = tot_law_load(out, folder.path, NULL, 0, diag);
	folder_remove(&folder);
	return status;
}

static void refuses(void **state)
{
	const struct refusal *row = *state;
	struct tot_law *none = NULL;
	struct tot_diag diag = {0};
	assert_int_equal(load_text("agreements/a-b.json", row->text, &diag, &none), TOT_ERR_DATA);
	assert_null(none);
	if (faults(&diag, row->code) == 0)
		print_faults(&diag);
	assert_true(faults(&diag, row->code) > 0);
	const struct tot_diag_item *item = diag.first;
	while (strcmp(item->code, row->code) != 0)
		item = item->next;
	assert_string_equal(item->place, row->place);
	tot_diag_free(&diag);
}

static void a_file_without_fault_and_its_name(void **state)
{
	static const char text[] = FRAME(PARTIES, RULE(ACCEPT(""), ""), BENEFIT(""));
	struct tot_law *book = NULL;
	struct tot_diag diag = {0};
	(void)state;
	assert_int_equal(load_text("agreements/a-b.json", text, &diag, &book), TOT_OK);
	assert_true(tot_law_agreement(book, 0)->complete);
	tot_law_free(book);
	book = NULL;
	assert_int_equal(load_text("agreements/b-a.json", text, &diag, &book), TOT_ERR_DATA);
	assert_int_equal(faults(&diag, "wrong-id"), 1);
	tot_diag_free(&diag);
}

#define DEADLINES(rule)                                                                         \
	"{\"parameter\": \"agreements.deadlines\", \"title\": {\"en\": \"T\", \"de\": \"T\"}, " \
	"\"rules\": [" rule "], \"file_at\": {\"office\": \"an office\"}, "                     \
	"\"offices\": [{\"id\": \"X\", \"name\": \"X\"}]}"
#define DEADLINE(event, limit, at)                                                               \
	"{\"id\": \"a\", \"event_id\": \"" event "\", \"limit\": " limit ", \"file_at\": [\"" at \
	"\"], \"law\": \"s\", \"confidence\": \"official\"}"

static void deadlines_are_closed_lists(void **state)
{
	static const struct refusal bad[] = {
		{"event",
		 DEADLINES(DEADLINE("birth",
				    "{\"value\": 1, \"unit\": \"month\", \"end\": \"same_day\"}",
				    "X")),
		 "unknown-word", "/rules/0/event_id"},
		{"unit",
		 DEADLINES(DEADLINE("claim",
				    "{\"value\": 1, \"unit\": \"week\", \"end\": \"same_day\"}",
				    "office")),
		 "unknown-word", "/rules/0/limit/unit"},
		{"value",
		 DEADLINES(DEADLINE("claim", "{\"unit\": \"month\", \"end\": \"same_day\"}", "X")),
		 "missing-key", "/rules/0/limit"},
		{"key",
		 DEADLINES(DEADLINE("claim",
				    "{\"value\": 1, \"unit\": \"month\", \"edn\": \"same_day\"}",
				    "X")),
		 "unknown-key", "/rules/0/limit/edn"},
		{"office",
		 DEADLINES(DEADLINE("claim",
				    "{\"value\": 1, \"unit\": \"month\", \"end\": \"same_day\"}",
				    "Y")),
		 "unknown-id", "/rules/0/file_at/0"},
		{"day",
		 DEADLINES(DEADLINE("claim", "{\"date\": \"2000-02\", \"unit\": \"fixed_date\"}",
				    "X")),
		 "bad-day", "/rules/0/limit"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct tot_law *none = NULL;
		struct tot_diag diag = {0};
		assert_int_equal(load_text("agreements/deadlines.json", bad[i].text, &diag, &none),
				 TOT_ERR_DATA);
		if (faults(&diag, bad[i].code) != 1)
			print_faults(&diag);
		assert_int_equal(faults(&diag, bad[i].code), 1);
		const struct tot_diag_item *item = diag.first;
		while (strcmp(item->code, bad[i].code) != 0)
			item = item->next;
		assert_string_equal(item->place, bad[i].place);
		tot_diag_free(&diag);
	}
}

int main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(a_file_without_fault_and_its_name),
		cmocka_unit_test(deadlines_are_closed_lists),
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
	return _cmocka_run_group_tests("refused agreements", tests, FIXED + ROWS, NULL, NULL);
}
