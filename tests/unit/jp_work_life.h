/* What the tests of Japanese pensions beside work share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JP_WORK_LIFE_H
#define TESTS_UNIT_JP_WORK_LIFE_H

#include "unit/jp_life.h"

static const char employees_id[] = "JP.old_age.employees", special_id[] = "JP.old_age.special";

#define LIFE(as_of, born, sex, work, more)                                     \
	"{'format':'totalise-scenario/1','as_of':'" as_of "',"                 \
	"'person':{'born':'" born "','sex':'" sex "','nationalities':['DE']}," \
	"'choices':{'jp.employees.revaluation':'off'},"                        \
	"'periods':[" work "]" more "}"
#define WORK(from, to, pay) \
	"{'country':'JP','kind':'employment','from':'" from "','to':'" to "','pay':{" pay "}}"

static inline bool says(const struct tot_benefit *from, const char *words)
{
	return has_reason(from->reasons, from->reason_count, words);
}

#endif
