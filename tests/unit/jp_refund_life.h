/* What the tests of Japanese refunds share: the person, and three years of work in Japan. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JP_REFUND_LIFE_H
#define TESTS_UNIT_JP_REFUND_LIFE_H

#include "unit/jp_life.h"

#define GERMAN_BORN_1988 "'person':{'born':'1988-03-20','sex':'male','nationalities':['DE'],"

/* 36 months from 2022-01 to 2024-12 at 500,000; no residence in Japan from 2025. */
#define THREE_YEARS_IN_JAPAN                                                                    \
	GERMAN_BORN_1988                                                                        \
	"'residence':[{'country':'JP','from':'2022-01-01','to':'2024-12-31'},"                  \
	"{'country':'DE','from':'2025-01-01'}]},"                                               \
	"'periods':[{'country':'JP','kind':'employment','from':'2022-01-01','to':'2024-12-31'," \
	"'pay':{'average':500000}}]"

static const char employees_id[] = "JP.lump_sum.employees";

static inline bool says(const struct tot_refund *refund, const char *part)
{
	return has_reason(refund->reasons, refund->reason_count, part);
}

#endif
