/* The words of the insurance periods and of their flags. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/kind.h"

#include <stddef.h>
#include <string.h>

static const char *const kind_names[TOT_KIND_COUNT] = {
	[TOT_EMPLOYMENT] = "employment",
	[TOT_SELF_EMPLOYMENT] = "self_employment",
	[TOT_RESIDENT] = "resident",
	[TOT_DEPENDENT_SPOUSE] = "dependent_spouse",
	[TOT_VOLUNTARY] = "voluntary",
	[TOT_EXEMPT_QUARTER] = "exempt_quarter",
	[TOT_EXEMPT_HALF] = "exempt_half",
	[TOT_EXEMPT_THREE_QUARTERS] = "exempt_three_quarters",
	[TOT_EXEMPT_FULL] = "exempt_full",
	[TOT_DEFERRED] = "deferred",
	[TOT_UNPAID] = "unpaid",
	[TOT_COMPLEMENTARY] = "complementary",
	[TOT_BENEFIT_SICKNESS] = "benefit_sickness",
	[TOT_BENEFIT_UNEMPLOYMENT] = "benefit_unemployment",
	[TOT_CHILD_RAISING] = "child_raising",
	[TOT_CARE] = "care",
	[TOT_SERVICE] = "service",
	[TOT_SUBSTITUTE] = "substitute",
	[TOT_CREDITABLE_SICKNESS] = "creditable_sickness",
	[TOT_CREDITABLE_MATERNITY] = "creditable_maternity",
	[TOT_CREDITABLE_UNEMPLOYMENT] = "creditable_unemployment",
	[TOT_CREDITABLE_EDUCATION] = "creditable_education",
	[TOT_CREDITABLE_TRAINING_SEARCH] = "creditable_training_search",
	[TOT_CREDITABLE_PENSION_RECEIPT] = "creditable_pension_receipt",
	[TOT_CREDITABLE_OTHER] = "creditable_other",
	[TOT_CONSIDERATION_CHILD] = "consideration_child",
	[TOT_CONSIDERATION_CARE] = "consideration_care",
	[TOT_OTHER_SYSTEM] = "other_system",
	[TOT_ADDED] = "added",
	[TOT_POINTS_ONLY] = "points_only",
	[TOT_RESIDENCE] = "residence",
};

static const struct {
	enum tot_flag flag;
	const char *name;
} flag_names[] = {
	{TOT_FLAG_MINIJOB, "minijob"},
	{TOT_FLAG_MINIJOB_EXEMPT, "minijob_exempt"},
	{TOT_FLAG_HOUSEHOLD, "household"},
	{TOT_FLAG_MINERS, "miners"},
	{TOT_FLAG_UNDERGROUND, "underground"},
	{TOT_FLAG_SEAFARER, "seafarer"},
	{TOT_FLAG_TRAINING, "training"},
	{TOT_FLAG_TECHNICAL, "technical"},
	{TOT_FLAG_BENEFIT_PAID, "benefit_paid"},
	{TOT_FLAG_ASSISTANCE, "assistance"},
	{TOT_FLAG_INSOLVENCY, "insolvency"},
	{TOT_FLAG_ADDITIONAL_PREMIUM, "additional_premium"},
	{TOT_FLAG_WORKING, "working"},
	{TOT_FLAG_PREMIUM_WAIVED, "premium_waived"},
	{TOT_FLAG_PUBLIC_SERVICE, "public_service"},
	{TOT_FLAG_REFUNDED, "refunded"},
	{TOT_FLAG_SAME_OCCUPATION, "same_scheme_or_occupation"},
};

#define FLAG_COUNT (sizeof flag_names / sizeof flag_names[0])

const char *tot_kind_name(enum tot_kind kind)
{
	return kind_names[kind];
}

bool tot_kind_parse(enum tot_kind *out, const char *word)
{
	for (int i = 0; i < TOT_KIND_COUNT; i++) {
		if (strcmp(kind_names[i], word) == 0) {
			*out = (enum tot_kind)i;
			return true;
		}
	}
	return false;
}

const char *tot_flag_name(enum tot_flag flag)
{
	for (size_t i = 0; i < FLAG_COUNT; i++) {
		if (flag_names[i].flag == flag)
			return flag_names[i].name;
	}
	return NULL;
}

bool tot_flag_parse(enum tot_flag *out, const char *word)
{
	for (size_t i = 0; i < FLAG_COUNT; i++) {
		if (strcmp(flag_names[i].name, word) == 0) {
			*out = flag_names[i].flag;
			return true;
		}
	}
	return false;
}
