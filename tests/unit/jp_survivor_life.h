/* What the tests of Japanese survivors' benefits share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JP_SURVIVOR_LIFE_H
#define TESTS_UNIT_JP_SURVIVOR_LIFE_H

#include "unit/jp_event_life.h"

static const char basic_id[] = "JP.survivor.basic", employees_id[] = "JP.survivor.employees",
		  addition_id[] = "JP.survivor.widow_addition",
		  lump_id[] = "JP.survivor.death_lump_sum",
		  widows_id[] = "JP.survivor.widow_pension";

#define MAN "'born':'1978-01-10','sex':'male','nationalities':['DE']"
#define WOMAN "'born':'1978-01-10','sex':'female','nationalities':['DE']"
#define EMPLOYED "'periods':[" JP_WORK("2020-04-01", "2040-10-31") "],"
#define DIED(day) "'events':[{'kind':'death','on':'" day "'}]"
#define WIFE(born, more)          \
	"'spouse':{'born':'" born \
	"','sex':'female','nationalities':['DE'],'married':'2008-05-05'" more "}"
#define HUSBAND(born, more)       \
	"'spouse':{'born':'" born \
	"','sex':'male','nationalities':['DE'],'married':'2008-05-05'" more "}"
#define CHILD "{'born':'2016-06-06'}"
#define WITH_A_CHILD ",'children':[" CHILD "]"
#define THREE_CHILDREN ",'children':[" CHILD ",{'born':'2012-06-06'},{'born':'2000-06-06'}]"

static inline void open_life(struct life *life, const char *person, const char *family,
			     const char *rest)
{
	char text[4000];
	snprintf(text, sizeof(text), "'family':{%s},%s", family, rest);
	event_life(life, "2026-11-21", person, text);
}

#define OLD_MAN "'born':'1955-06-01','sex':'male','nationalities':['DE']"
#define CAREER "'periods':[" JP_WORK("1990-04-01", "2015-03-31") "],"

#define OTHERS_DRAWN                                                                         \
	"'events':[{'kind':'benefit','country':'JP','what':'survivor','from':'2020-01-01'}," \
	"{'kind':'benefit','country':'DE','what':'old_age','from':'2020-01-01'},"            \
	"{'kind':'disability','since':'2025-05-01','capacity':'none','grade':2},"            \
	"{'kind':'death','on':'2026-05-10'}]"
#define OLD_AGE_DRAWN                                                                       \
	"'events':[{'kind':'benefit','country':'JP','what':'old_age','from':'2020-01-01'}," \
	"{'kind':'death','on':'2026-05-10'}]"
#define A_LITTLE_WORK                                                                              \
	"'periods':[" JP_MONTHS("resident", "1998-02-01",                                          \
				"2025-12-31") ",{'country':'JP','kind':'employment','from':'2026-" \
					      "01-01','to':'2030-12-31','pay':{"                   \
					      "'average':98000}}],"
#define RICH_WIFE_AND_CHILDREN                                                           \
	WIFE("1982-03-03", ",'yearly_income':{'amount':9000000,'currency':'JPY'}")       \
	",'children':[{'born':'2004-01-01'},{'born':'2016-06-06'},{'born':'2014-06-06'," \
	"'disabled':true}]"
#define AT_HOME_IN(country) ",'residence':[{'country':'" country "','from':'1990-03-03'}]"

#endif
