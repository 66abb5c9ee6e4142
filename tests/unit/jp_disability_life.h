/* What the tests of Japanese disability benefits share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JP_DISABILITY_LIFE_H
#define TESTS_UNIT_JP_DISABILITY_LIFE_H

#include "unit/jp_event_life.h"

static const char basic_id[] = "JP.disability.basic", employees_id[] = "JP.disability.employees",
		  allowance_id[] = "JP.disability.allowance";

#define BORN_1985 "'born':'1985-01-10','sex':'male','nationalities':['DE']"
#define FAMILY                                                                           \
	"'family':{'spouse':{'born':'1987-03-03','sex':'female','nationalities':['DE']," \
	"'married':'2014-05-05'},'children':[{'born':'2016-06-06'}]},"
#define DISABLED(first, grade)                                                  \
	"'events':[{'kind':'disability','since':'" first "','capacity':'none'," \
	"'grade':" grade "}]"
#define EMPLOYED "'periods':[" JP_WORK("2015-04-01", "2026-10-31") "],"

#endif
