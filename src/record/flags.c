/* Flags of insurance periods, and where each of them says something. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/parts.h"

#include <string.h>

#define B(kind) TOT_KIND_BIT(TOT_##kind)
#define WORK (B(EMPLOYMENT) | B(SELF_EMPLOYMENT))

/* The kinds of each state for which SCENARIO.md gives a flag a meaning. */
static const struct {
	enum tot_flag flag;
	tot_kinds germany, japan;
} meanings[] = {
	{TOT_FLAG_MINIJOB, WORK, 0},
	{TOT_FLAG_MINIJOB_EXEMPT, WORK, 0},
	{TOT_FLAG_HOUSEHOLD, WORK, 0},
	{TOT_FLAG_MINERS, ~(tot_kinds)0, 0},
	{TOT_FLAG_UNDERGROUND, ~(tot_kinds)0, B(EMPLOYMENT)},
	{TOT_FLAG_SEAFARER, B(EMPLOYMENT), B(EMPLOYMENT)},
	{TOT_FLAG_TRAINING, B(EMPLOYMENT), 0},
	{TOT_FLAG_TECHNICAL, B(CREDITABLE_EDUCATION), 0},
	{TOT_FLAG_BENEFIT_PAID,
	 B(CREDITABLE_SICKNESS) | B(CREDITABLE_MATERNITY) | B(CREDITABLE_UNEMPLOYMENT) |
		 B(CREDITABLE_TRAINING_SEARCH) | B(CREDITABLE_OTHER) | B(BENEFIT_SICKNESS) |
		 B(BENEFIT_UNEMPLOYMENT),
	 0},
	{TOT_FLAG_ASSISTANCE, B(BENEFIT_UNEMPLOYMENT) | B(CREDITABLE_UNEMPLOYMENT), 0},
	{TOT_FLAG_INSOLVENCY, B(BENEFIT_UNEMPLOYMENT) | B(CREDITABLE_UNEMPLOYMENT), 0},
	{TOT_FLAG_ADDITIONAL_PREMIUM, 0, B(SELF_EMPLOYMENT) | B(RESIDENT) | B(VOLUNTARY)},
	{TOT_FLAG_WORKING, 0,
	 B(EXEMPT_QUARTER) | B(EXEMPT_HALF) | B(EXEMPT_THREE_QUARTERS) | B(EXEMPT_FULL) |
		 B(DEFERRED)},
	{TOT_FLAG_PREMIUM_WAIVED, 0, WORK | B(RESIDENT)},
	{TOT_FLAG_PUBLIC_SERVICE, 0, B(EMPLOYMENT)},
};

#define FLAG_WORDS                                                                         \
	"minijob minijob_exempt household miners underground seafarer training technical " \
	"benefit_paid assistance insolvency additional_premium working premium_waived "    \
	"public_service"

static bool has_meaning(enum tot_flag flag, const struct tot_period *period)
{
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
		if (meanings[i].flag != flag)
			continue;
		if (strcmp(period->country, "DE") == 0)
			return meanings[i].germany & TOT_KIND_BIT(period->kind);
		if (strcmp(period->country, "JP") == 0)
			return meanings[i].japan & TOT_KIND_BIT(period->kind);
	}
	return true;
}

static unsigned read_flag(struct tot_reader *reader, const struct tot_json *value,
			  const struct tot_period *period, bool sure)
{
	const char *word = tot_read_text(reader, value);
	enum tot_flag flag;
	if (!word)
		return 0;
	if (tot_word_find(FLAG_WORDS, word) < 0 || !tot_flag_parse(&flag, word)) {
		char near[32];
		if (tot_word_nearest(near, sizeof(near), FLAG_WORDS, word))
			tot_fault(reader, value, "unknown-word",
				  "%s is no flag; did you mean \"%s\"?", tot_quote(word).text,
				  near);
		else
			tot_fault(reader, value, "unknown-word", "%s is no flag; allowed: %s",
				  tot_quote(word).text, FLAG_WORDS);
		return 0;
	}
	if (sure && !has_meaning(flag, period))
		tot_warn(reader, value, "flag-without-effect",
			 "\"%s\" says nothing about a period of the kind \"%s\" in %s; it has no "
			 "effect",
			 word, tot_kind_name(period->kind), period->country);
	return flag;
}

unsigned tot_read_flags(struct tot_reader *reader, const struct tot_json *object,
			const struct tot_period *period, bool sure)
{
	const struct tot_json *list =
		tot_read_array(reader, object, "flags", TOT_SCENARIO_LIST_MAX, false);
	unsigned flags = 0;
	for (const struct tot_json *entry = list ? list->first : NULL; entry; entry = entry->next)
		flags |= read_flag(reader, entry, period, sure);
	if (flags & TOT_FLAG_UNDERGROUND)
		flags |= TOT_FLAG_MINERS;
	if ((flags & TOT_FLAG_MINIJOB) && (flags & TOT_FLAG_MINIJOB_EXEMPT))
		tot_fault(reader, list, "flags-contradict",
			  "a mini-job is either exempt or not; keep \"minijob\" or "
			  "\"minijob_exempt\"");
	if ((flags & TOT_FLAG_HOUSEHOLD) && !(flags & (TOT_FLAG_MINIJOB | TOT_FLAG_MINIJOB_EXEMPT)))
		tot_warn(reader, list, "flag-without-effect",
			 "\"household\" belongs to a mini-job; add \"minijob\" or "
			 "\"minijob_exempt\"");
	return flags;
}
