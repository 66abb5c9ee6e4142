/* Lives with a disability or a death where a figure is missing or memory ends: an error comes back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/jp_event_life.h"

#include "jp/disability.h"
#include "jp/survivor.h"

/* The linker sends the library's calls here (Makefile: --wrap). */
enum tot_status __real_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at);
void *__real_tot_arena_alloc(struct tot_arena *arena, size_t size);
void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size);

static struct {
	bool figures, memory;
	size_t index;		/* the Japanese figure that is missing */
	long after, seen, used; /* missing from this look-up of it on */
	bool asked[1000];	/* figures that the life needs */
} fault;

enum tot_status __wrap_tot_law_get(struct tot_value *out, const struct tot_law *book,
				   const struct tot_figures *set, size_t index,
				   const struct tot_at *at)
{
	const bool japanese = set == tot_scheme_of("JP")->figures;
	if (japanese)
		fault.asked[index] = true;
	if (japanese && fault.figures && index == fault.index && fault.seen++ >= fault.after) {
		fault.used++;
		return TOT_ERR_NO_PARAMETER;
	}
	return __real_tot_law_get(out, book, set, index, at);
}

void *__wrap_tot_arena_alloc(struct tot_arena *arena, size_t size)
{
	if (fault.memory && fault.seen++ >= fault.after) {
		fault.used++;
		return NULL;
	}
	return __real_tot_arena_alloc(arena, size);
}

#define LIFE(as_of, person, rest)                                               \
	"{'format':'totalise-scenario/1','as_of':'" as_of "','person':{" person \
	"},'family':{" FAMILY "}," FACE "," rest "}"
#define FAMILY                                                                               \
	"'spouse':{'born':'1979-03-03','sex':'female','nationalities':['DE'],'married':"     \
	"'2008-05-05','yearly_income':{'amount':100,'currency':'EUR'}},'children':[{'born':" \
	"'2016-06-06'},{'born':'2015-06-06'},{'born':'2014-06-06'}]"
#define OLDER "'born':'1955-06-01','sex':'male','nationalities':['DE']"
#define YOUNGER "'born':'1985-01-10','sex':'male','nationalities':['DE']"

static const char *const lives[] = {
	LIFE("2026-11-21", YOUNGER,
	     "'periods':[" JP_WORK("2015-04-01", "2020-03-31") "," DE_WORK(
		     "2011-09-01",
		     "2015-03-31") "," DE_WORK("2020-04-01",
					       "2026-10-31") "],'events':[{'kind':'disability','"
							     "since':'2023-05-10','capacity':'none'"
							     ","
							     "'grade':1},{'kind':'death','on':'"
							     "2026-05-10'}]"),
	LIFE("2028-11-21", YOUNGER ",'residence':[{'country':'JP','from':'2000-01-01'}]",
	     "'periods':[" JP_WORK("2015-04-01",
				   "2030-03-31") "],'events':[{'kind':'disability','since':'2026-"
						 "11-10','capacity':'none',"
						 "'grade':2}]"),
	LIFE("2026-11-21", YOUNGER,
	     "'periods':[" JP_WORK("2015-04-01",
				   "2024-03-31") "],'events':[{'kind':'disability','since':'2020-"
						 "11-10','capacity':'none',"
						 "'grade':'allowance'}]"),
	LIFE("2026-11-21", YOUNGER,
	     "'periods':[" JP_WORK("2015-04-01",
				   "2024-03-31") "],'events':[{'kind':'disability','since':'2020-"
						 "11-10','capacity':'none',"
						 "'grade':3}]"),
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{" OLDER "},'family':{"
	"'spouse':{'born':'1955-06-01','sex':'female','nationalities':['DE'],'married':"
	"'1980-01-01','own_pension':{'JP.employees':1000}}},"
	"'periods':[" JP_WORK("1990-04-01",
			      "2015-03-31") "],"
					    "'events':[{'kind':'death','on':'2026-05-10'}]}",
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{" OLDER "},'family':{"
	"'spouse':{'born':'1970-03-03','sex':'female','nationalities':['DE'],'married':"
	"'1990-05-05'}},'periods':[" JP_MONTHS(
		"resident", "1990-01-01",
		"2003-12-31") "," JP_MONTHS("exempt_half", "2004-01-01",
					    "2014-12-31") "],"
							  "'events':[{'kind':'death','on':'2019-05-"
							  "10'}]}",
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{" YOUNGER "},'family':{"
	"'spouse':{'born':'1968-11-30','sex':'male','nationalities':['DE'],'married':"
	"'2008-05-05'}},'periods':[" JP_WORK(
		"2015-04-01", "2030-03-31") "],"
					    "'events':[{'kind':'death','on':'2026-05-10'}]}",
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{" YOUNGER "},'family':{"
	"'spouse':{'born':'1990-11-30','sex':'female','nationalities':['DE'],'married':"
	"'2012-05-05'}},'periods':[" JP_WORK(
		"2015-04-01", "2030-03-31") "],"
					    "'events':[{'kind':'death','on':'2028-05-10'}]}",
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{" YOUNGER "},'family':{"
	"'spouse':{'born':'1998-11-30','sex':'female','nationalities':['DE'],'married':"
	"'2022-05-05'},'children':[{'born':'2004-05-05'}]},'periods':[" JP_WORK(
		"2015-04-01", "2030-03-31") "],"
					    "'events':[{'kind':'death','on':'2026-05-10'}]}",
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{" YOUNGER "},'family':{"
	"'children':[{'born':'2014-05-05'},{'born':'2016-05-05'},{'born':'2018-05-05'}]},"
	"'periods':[" JP_WORK("2015-04-01",
			      "2030-03-31") "],"
					    "'events':[{'kind':'death','on':'2026-05-10'}]}",
	"{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{" YOUNGER "},'family':{"
	"'dependants':[{'relation':'parent','born':'1950-05-05'},{'relation':'grandchild',"
	"'born':'2010-05-05'}]},'periods':[" JP_WORK(
		"2015-04-01", "2030-03-31") "],"
					    "'events':[{'kind':'death','on':'2026-05-10'}]}",
};

static struct tot_law *book;

static int load(void **state)
{
	struct tot_diag diag = {0};
	(void)state;
	const enum tot_status status = tot_law_open(&book, NULL, &diag);
	tot_diag_free(&diag);
	return status == TOT_OK ? 0 : -1;
}

static int unload(void **state)
{
	(void)state;
	tot_law_free(book);
	return 0;
}

static struct tot_scenario *read_life(const char *text)
{
	struct tot_scenario *life = NULL;
	struct tot_diag diag = {0};
	char json[6000];
	const int size = snprintf(json, sizeof(json), "%s", text);
	assert_true(size > 0 && (size_t)size < sizeof(json));
	for (char *at = json; *at; at++)
		if (*at == '\'')
			*at = '"';
	if (tot_scenario_read(&life, json, (size_t)size, "life.json", &diag) != TOT_OK)
		print_diag(&diag);
	tot_diag_free(&diag);
	assert_non_null(life);
	return life;
}

/* Evaluate with the fault set; false when the fault was not reached. */
static bool evaluate_with(const struct tot_scenario *life, enum tot_status expected)
{
	struct tot_arena arena = {0};
	struct tot_diag notices = {0};
	struct tot_trace trace = {0};
	struct tot_outcome *outcome;
	struct tot_ctx ctx = {.law = book,
			      .as_of = life->as_of,
			      .arena = &arena,
			      .trace = &trace,
			      .notices = &notices};
	fault.seen = fault.used = 0;
	const enum tot_status status = tot_evaluate(&outcome, life, NULL, false, &ctx);
	if (status < 0)
		assert_int_equal(status, expected);
	else if (fault.used == 0)
		assert_true(status >= 0);
	tot_trace_free(&trace);
	tot_diag_free(&notices);
	tot_arena_free(&arena);
	return fault.used > 0;
}

static void missing_figures(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++) {
		struct tot_scenario *life = read_life(lives[i]);
		memset(fault.asked, 0, sizeof(fault.asked));
		assert_false(evaluate_with(life, TOT_OK));
		fault.figures = true;
		for (fault.index = 0; fault.index < tot_scheme_of("JP")->figures->count;
		     fault.index++) {
			fault.after = 0;
			while (fault.asked[fault.index] &&
			       evaluate_with(life, TOT_ERR_NO_PARAMETER) && fault.after < 200)
				fault.after += 1 + fault.after / 3;
		}
		fault.figures = false;
		tot_scenario_free(life);
	}
}

static void no_memory(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++) {
		struct tot_scenario *life = read_life(lives[i]);
		fault.memory = true;
		fault.after = 0;
		while (evaluate_with(life, TOT_ERR_MEMORY))
			fault.after += 1 + fault.after / 50;
		fault.memory = false;
		tot_scenario_free(life);
	}
}

/* Findings with room for some more tests and benefits. */
static struct tot_findings *filled(struct tot_arena *arena, size_t tests, size_t benefits)
{
	struct tot_findings *found = tot_arena_alloc(arena, sizeof(*found));
	assert_non_null(found);
	*found = (struct tot_findings){.country = "JP"};
	while (found->qualifying_count + tests < TOT_FINDINGS_MAX)
		found->qualifying[found->qualifying_count++].id = "a test";
	while (found->benefit_count + benefits < TOT_FINDINGS_MAX)
		found->benefits[found->benefit_count++].id = "a benefit";
	return found;
}

/* No room for one more test or benefit. */
static void no_room(void **state)
{
	struct tot_arena arena = {0};
	struct tot_outcome *outcome;
	struct tot_ctx ctx = {.law = book, .arena = &arena};
	(void)state;
	struct tot_scenario *life = read_life(lives[0]);
	ctx.as_of = life->as_of;
	assert_true(tot_evaluate(&outcome, life, NULL, false, &ctx) >= 0);
	const struct tot_view view = {.life = life, .own = &outcome->timelines[1]};
	for (size_t room = 0; room < 6; room++) {
		struct tot_findings *found = filled(&arena, 6, room);
		enum tot_status status = tot_jp_entitle_disability(found, &view, &ctx);
		assert_int_equal(status, room < 3 ? TOT_ERR_MEMORY : TOT_OK);
		found = filled(&arena, 6, room);
		status = tot_jp_entitle_survivors(found, &view, &ctx);
		assert_int_equal(status, room < 5 ? TOT_ERR_MEMORY : TOT_OK);
		found = filled(&arena, room, 6);
		status = tot_jp_entitle_disability(found, &view, &ctx);
		assert_int_equal(status, room < 1 ? TOT_ERR_MEMORY : TOT_OK);
		found = filled(&arena, room, 6);
		status = tot_jp_entitle_survivors(found, &view, &ctx);
		assert_int_equal(status, room < 3 ? TOT_ERR_MEMORY : TOT_OK);
	}
	tot_scenario_free(life);
	tot_arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(missing_figures),
		cmocka_unit_test(no_memory),
		cmocka_unit_test(no_room),
	};
	return cmocka_run_group_tests_name("jp_event_faults", tests, load, unload);
}
