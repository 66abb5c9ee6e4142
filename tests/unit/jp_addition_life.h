/* What the tests of additions to Japanese old-age pensions share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JP_ADDITION_LIFE_H
#define TESTS_UNIT_JP_ADDITION_LIFE_H

#include "unit/jp_life.h"

static const char spouse_id[] = "JP.old_age.spouse_addition";
static const char child_id[] = "JP.old_age.child_addition";
static const char transfer_id[] = "JP.old_age.transfer_addition";

/* A man with employees' months from 1980-04 (months of them), and the rest of his file. */
#define LIFE(as_of, born, work, family, more)                               \
	"{'format':'totalise-scenario/1','as_of':'" as_of "',"              \
	"'person':{'born':'" born "','sex':'male','nationalities':['DE']}," \
	"'periods':[" work "],'family':{" family "}" more "}"
#define WORK(from, to)                                                         \
	"{'country':'JP','kind':'employment','from':'" from "','to':'" to "'," \
	"'pay':{'average':300000}}"
#define SPOUSE(born)                                                                               \
	"'spouse':{'born':'" born "','sex':'female','nationalities':['DE'],'married':'1995-05-05'" \
	"}"

static const char *reason(const struct tot_benefit *from)
{
	return from->reason_count ? from->reasons[0] : "";
}

#endif
