/* The closed vocabulary of insurance periods, for agreements and scenarios of all states. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_KIND_H
#define TOTALISE_KIND_H

#include <stdbool.h>
#include <stdint.h>

enum tot_kind {
	TOT_EMPLOYMENT,
	TOT_SELF_EMPLOYMENT,
	TOT_RESIDENT,
	TOT_DEPENDENT_SPOUSE,
	TOT_VOLUNTARY,
	TOT_EXEMPT_QUARTER,
	TOT_EXEMPT_HALF,
	TOT_EXEMPT_THREE_QUARTERS,
	TOT_EXEMPT_FULL,
	TOT_DEFERRED,
	TOT_UNPAID,
	TOT_COMPLEMENTARY,
	TOT_BENEFIT_SICKNESS,
	TOT_BENEFIT_UNEMPLOYMENT,
	TOT_CHILD_RAISING,
	TOT_CARE,
	TOT_SERVICE,
	TOT_SUBSTITUTE,
	TOT_CREDITABLE_SICKNESS,
	TOT_CREDITABLE_MATERNITY,
	TOT_CREDITABLE_UNEMPLOYMENT,
	TOT_CREDITABLE_EDUCATION,
	TOT_CREDITABLE_TRAINING_SEARCH,
	TOT_CREDITABLE_PENSION_RECEIPT,
	TOT_CREDITABLE_OTHER,
	TOT_CONSIDERATION_CHILD,
	TOT_CONSIDERATION_CARE,
	TOT_OTHER_SYSTEM,
	TOT_ADDED,	 /* agreements only: made by the law of a state */
	TOT_POINTS_ONLY, /* agreements only: months of s. 52 SGB VI */
	TOT_RESIDENCE,	 /* agreements only */
	TOT_KIND_COUNT
};

/* A set of kinds: bit 1 << kind. */
typedef uint64_t tot_kinds;
#define TOT_KIND_BIT(kind) ((tot_kinds)1 << (kind))

enum tot_flag {
	TOT_FLAG_MINIJOB = 1 << 0,
	TOT_FLAG_MINIJOB_EXEMPT = 1 << 1,
	TOT_FLAG_HOUSEHOLD = 1 << 2,
	TOT_FLAG_MINERS = 1 << 3,
	TOT_FLAG_UNDERGROUND = 1 << 4,
	TOT_FLAG_SEAFARER = 1 << 5,
	TOT_FLAG_TRAINING = 1 << 6,
	TOT_FLAG_TECHNICAL = 1 << 7,
	TOT_FLAG_BENEFIT_PAID = 1 << 8,
	TOT_FLAG_ASSISTANCE = 1 << 9,
	TOT_FLAG_INSOLVENCY = 1 << 10,
	TOT_FLAG_ADDITIONAL_PREMIUM = 1 << 11,
	TOT_FLAG_WORKING = 1 << 12,
	TOT_FLAG_PREMIUM_WAIVED = 1 << 13,
	TOT_FLAG_PUBLIC_SERVICE = 1 << 14,
	TOT_FLAG_REFUNDED = 1 << 15,	   /* agreements only */
	TOT_FLAG_SAME_OCCUPATION = 1 << 16 /* agreements only */
};

/* The word of the files, e.g. "creditable_sickness". */
const char *tot_kind_name(enum tot_kind kind);

/* False if the word is no kind. */
bool tot_kind_parse(enum tot_kind *out, const char *word);

/* The word of a single flag; NULL if it is none. */
const char *tot_flag_name(enum tot_flag flag);
bool tot_flag_parse(enum tot_flag *out, const char *word);

#endif
