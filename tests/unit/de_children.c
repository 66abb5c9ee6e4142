/* Child-raising, and months of postings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/de_person.h"

static void child_sets(const char *born, const char *sex, const char *rest, const char *start,
		       const char *const *expected, size_t count)
{
	struct life life;
	char text[2000];
	struct tot_months months[4], work = {{0}};
	tot_month first;
	snprintf(text, sizeof(text),
		 "{'format':'totalise-scenario/1','as_of':'2026-11-21','person':{"
		 "'born':'%s','sex':'%s','nationalities':['DE']%s,'periods':[]}",
		 born, sex, rest);
	life_read(&life, text);
	assert_int_equal(life.scenario->family.child_count, count);
	assert_true(tot_month_parse(&first, start));
	assert_int_equal(tot_de_child_months(months, life.scenario, &work, first, law), TOT_OK);
	for (size_t i = 0; i < count; i++)
		assert_months(&months[i], expected[i]);
	life_close(&life);
}

#define AT_HOME ",'residence':[{'country':'DE','from':'1950-01-01'}]},"

/* s. 249 and its former versions: 12, 24, 30, 36 months for a birth before 1992. */
static void old_child(void **state)
{
	static const char child[] = AT_HOME "'family':{'children':[{'born':'1990-03-15'}]}";
	static const char *const twelve[] = {"1990-04..1991-03"};
	static const char *const two[] = {"1990-04..1992-03"};
	static const char *const thirty[] = {"1990-04..1992-09"};
	static const char *const three[] = {"1990-04..1993-03"};
	(void)state;
	child_sets("1965-01-10", "female", child, "2014-06", twelve, 1);
	child_sets("1965-01-10", "female", child, "2014-07", two, 1);
	child_sets("1965-01-10", "female", child, "2027-12", thirty, 1);
	child_sets("1965-01-10", "female", child, "2028-01", three, 1);
}

/* s. 56 (5): 24 shared months are added for the second child; twins follow each other. */
static void several_children(void **state)
{
	static const char *const siblings[] = {"2000-02..2003-01", "2003-02..2006-01"};
	static const char *const twins[] = {"1995-04..1998-03", "1998-04..2001-03"};
	(void)state;
	child_sets("1975-01-10", "female",
		   AT_HOME "'family':{'children':[{'born':'2000-01-10'},{'born':'2001-01-10'}]}",
		   "2042-02", siblings, 2);
	child_sets("1975-01-10", "female",
		   AT_HOME "'family':{'children':[{'born':'1995-03-10'},{'born':'1995-03-10'}]}",
		   "2042-02", twins, 2);
}

/* The mother unless stated; months lived in Germany only, the month of the move included. */
static void who_and_where(void **state)
{
	static const char *const none[] = {"none"};
	static const char *const father[] = {"2001-03..2003-01"};
	static const char *const moved[] = {"2000-02..2001-03, 2002-06..2003-01"};
	(void)state;
	child_sets("1975-01-10", "male", AT_HOME "'family':{'children':[{'born':'2000-01-10'}]}",
		   "2042-02", none, 1);
	child_sets("1975-01-10", "male",
		   AT_HOME "'family':{'children':[{'born':'2000-01-10','raised_by':["
			   "{'by':'spouse','from':'2000-01-10','to':'2001-02-28'},"
			   "{'by':'person','from':'2001-03-01'}]}]}",
		   "2042-02", father, 1);
	child_sets("1975-01-10", "female",
		   ",'residence':[{'country':'DE','from':'1975-01-10','to':'2001-03-15'},"
		   "{'country':'JP','from':'2001-03-16','to':'2002-05-31'},"
		   "{'country':'DE','from':'2002-06-01'}]},"
		   "'family':{'children':[{'born':'2000-01-10'}]}",
		   "2042-02", moved, 1);
}

/*
 * Child born 2003-05-20: 2003-06..2006-05. 2003: 18,000 / 28,938 = 0.6220, 7 child months with 7 x 0.0518 =
 * 0.3626 beside them, 7 x 0.0833 = 0.5831 below 1.2337 - 0.3626: 1.2051. 2004: 60,000 / 29,060 = 2.0647, maximum 2.1266:
 * 0.0619. 2005: no work: 0.9996. 2006: 5 months 0.4165. Consideration until 2013-05, the tenth birthday.
 */
static void child_points(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1975-01-10", "female",
		    ",'residence':[{'country':'DE','from':'1975-01-10'}]},"
		    "'family':{'children':[{'born':'2003-05-20'}]},'periods':["
		    "{'country':'DE','kind':'employment','from':'2003-01','to':'2003-12',"
		    "'pay':{'monthly':1500}},"
		    "{'country':'DE','kind':'employment','from':'2004-01','to':'2004-12',"
		    "'pay':{'monthly':5000}},"
		    "{'country':'DE','kind':'service','from':'1992-01','to':'1994-12',"
		    "'pay':{'points':0}}]");
	expect_kind(&life, TOT_CHILD_RAISING, "2003-06..2006-05");
	expect_kind(&life, TOT_CONSIDERATION_CHILD, "2003-05..2013-05");
	/* 1.2051 + 2.1266 + 0.9996 + 0.4165 = 4.7478 */
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "points"), "4.7478");
	assert_int_equal(benefit(&life, "DE.old_age.regular")->status, TOT_OK);
	/* 24 of work, 17 of raising alone, 36 service; 35 years: consideration to 2013-05. */
	assert_int_equal(test_of(&life, "DE.w5")->own, 24 + 17 + 36);
	assert_int_equal(test_of(&life, "DE.w35")->own, 24 + 17 + 36 + 84);
	assert_int_equal(test_of(&life, "DE.w45")->own, 24 + 17 + 36 + 84);
	life_close(&life);
}

/* --- postings ------------------------------------------------------------------------------------- */

/* 60 whole calendar months of home law; posted from Japan: no German month before it ends. */
static void postings(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1984-05-17", "female",
		    "},'periods':[],'postings':["
		    "{'home':'DE','host':'JP','from':'2010-01-15','planned_to':'2015-12-31',"
		    "'as':'employee','pay':{'monthly':5000}},"
		    "{'home':'JP','host':'DE','from':'2018-02-01','planned_to':'2024-01-31',"
		    "'as':'employee'}]");
	expect_kind(&life, TOT_EMPLOYMENT, "2010-01..2015-01, 2023-02..2024-01");
	life_close(&life);
}

/*
 * DECISIONS 39: months of a posting written again do not count twice. 2011 with pay of its own: 12 x 5,000 / 32,100 =
 * 1.8692; 2012 written without pay: 12 x 4,000 / 33,002 = 1.4545; 2010 4,000 a month / 31,144 = 1.5412.
 */
static void posting_written_again(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1960-05-17", "female",
		    "},'postings':[{'home':'DE','host':'JP','from':'2010-01-01',"
		    "'planned_to':'2012-12-31','as':'employee','pay':{'monthly':4000}}],"
		    "'periods':["
		    "{'country':'DE','kind':'voluntary','from':'1990-01','to':'1992-12',"
		    "'pay':{'points':0}},"
		    "{'country':'DE','kind':'employment','from':'2011-01','to':'2011-12',"
		    "'pay':{'monthly':5000}},"
		    "{'country':'DE','kind':'employment','from':'2012-01','to':'2012-12'}]");
	assert_int_equal(test_of(&life, "DE.w5")->own, 72);
	/* 1.5412 + 1.8692 + 1.4545 = 4.8649 */
	assert_string_equal(factor(benefit(&life, "DE.old_age.regular"), "points"), "4.8649");
	assert_int_equal(benefit(&life, "DE.old_age.regular")->status, TOT_OK);
	life_close(&life);
}

/* Raising a child while posted to Germany under Japanese law brings nothing (s. 56 (4) no. 1). */
static void posted_mother(void **state)
{
	struct life life;
	(void)state;
	open_person(&life, "1984-05-17", "female",
		    ",'residence':[{'country':'DE','from':'2018-02-01'}]},'periods':[],"
		    "'family':{'children':[{'born':'2021-01-10'}]},'postings':["
		    "{'home':'JP','host':'DE','from':'2018-02-01','planned_to':'2022-01-31',"
		    "'as':'employee'}]");
	expect_kind(&life, TOT_CHILD_RAISING, "2022-02..2024-01");
	life_close(&life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(old_child),
		cmocka_unit_test(several_children),
		cmocka_unit_test(who_and_where),
		cmocka_unit_test(child_points),
		cmocka_unit_test(postings),
		cmocka_unit_test(posted_mother),
		cmocka_unit_test(posting_written_again),
	};
	return cmocka_run_group_tests(tests, load_law, free_law);
}
