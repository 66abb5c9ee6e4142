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

struct no_addition {
	const char *title, *family, *why;
};

static const struct no_addition none[] = {
	{"older than 65", SPOUSE("1961-05-01"), "the spouse is 65 or older"},
	{"married later",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2027-01-10'}",
	 "married only after the right had arisen"},
	{"divorced",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2000-01-10','divorced':'2020-01-10'}",
	 "the marriage has ended"},
	{"died",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2000-01-10','died':'2020-01-10'}",
	 "the marriage has ended"},
	{"8,500,000 yen a year",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2000-01-10','yearly_income':{'amount':8500000,'currency':'JPY'}}",
	 "the spouse earns too much"},
	/* 50,000 EUR x 183.7561 = 9,187,805 */
	{"the same in euro",
	 "'spouse':{'born':'1970-07-20','sex':'female','nationalities':['DE'],"
	 "'married':'2000-01-10','yearly_income':{'amount':50000,'currency':'EUR'}}",
	 "the spouse earns too much"},
};

#endif
