/* A social security agreement as data: what the other party's months do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_AGREEMENT_H
#define TOTALISE_AGREEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/date.h"
#include "totalise/decimal.h"
#include "totalise/kind.h"
#include "totalise/status.h"

/* How a month of the other party counts in a test. */
enum tot_as {
	TOT_AS_OWN_KIND, /* as its own kind, or as some contribution month */
	TOT_AS_CONTRIBUTION,
	TOT_AS_COMPULSORY_WORK,
	TOT_AS_PENSION_LAW_PERIOD,
	TOT_AS_COVERED_MONTH,
	TOT_AS_PAID_AND_INSURED,
	TOT_AS_QUARTER,
	TOT_AS_SAME_KIND,
	TOT_AS_EMPLOYMENT,
	TOT_AS_COMPLEMENTARY
};

/* How months or other units of the lender become units of the borrower (section 5, `convert`). */
enum tot_convert {
	TOT_CONVERT_NONE,
	TOT_CONVERT_PER_UNIT, /* each quarter of the lender becomes the months of the quarter */
	TOT_CONVERT_PER_YEAR, /* months of a year by months_per_unit, rounded up, become quarters */
	TOT_CONVERT_TABLE     /* fixed ratios; months stay months */
};

struct tot_accept {
	const char *from; /* state that lends */
	tot_kinds kinds;
	enum tot_as as;
	unsigned need_flag;   /* 0 = none */
	tot_month not_before; /* TOT_MONTH_NONE = no bound */
	const char *until;    /* event word, or NULL */
	enum tot_convert convert;
	int months_per_unit;
	int max_per_year;	 /* quarters that one year can give; 0 = no limit */
	tot_kinds limited_kinds; /* `limits`: of these kinds at most limit_units */
	int limit_units;
};

/* Facts in the other state that make a frame of years longer (bits). */
enum tot_fact {
	TOT_FACT_OLD_AGE_PENSION = 1 << 0,
	TOT_FACT_DISABILITY_PENSION = 1 << 1,
	TOT_FACT_SICKNESS_BENEFIT = 1 << 2,
	TOT_FACT_UNEMPLOYMENT_BENEFIT = 1 << 3,
	TOT_FACT_WORK_ACCIDENT_BENEFIT = 1 << 4,
	TOT_FACT_CHILD_RAISING = 1 << 5
};

struct tot_window_extension {
	const char *id, *party;
	const char *facts_in; /* state in which the facts lie */
	unsigned facts;	      /* enum tot_fact */
	const char *article, *confidence;
};

/* A condition that is met because a day lies in insurance of the other party. */
struct tot_deemed {
	const char *id, *party, *condition;
	const char *date; /* event word: first_medical_examination, death */
	const char *of;	  /* state whose insurance is asked for */
	tot_kinds kinds;  /* the day lies in a period of these; 0: `units` decides */
	struct tot_units_in {
		int units, in_last; /* quarters with insurance among the last ones */
	} units[2];
	size_t unit_count;
	int within_years;		       /* only if the death follows within; 0 = not asked */
	int own_minimum;		       /* months of the party itself; 0 = none */
	const char *not_if, *law, *confidence; /* not_if: text, decided by the party's own law */
};

struct tot_disputed {
	tot_kinds kinds;
	bool accept; /* the default */
	const char *why;
};

struct tot_lent_factor {
	unsigned flag;
	tot_month from, until; /* both included; TOT_MONTH_NONE = open */
	struct tot_ratio factor;
};

/* One rule of section 5: the other party's months in one test. */
struct tot_aggregation {
	const char *id;	       /* "de.w45" */
	const char *party;     /* "DE" */
	const char *condition; /* "DE.w45" */
	const char *law;
	int required; /* months; 0 where the state's own law says */
	struct tot_accept *accept;
	size_t accept_count;
	struct tot_disputed *disputed;
	size_t disputed_count;
	int own_minimum;	     /* months; 0 = none */
	tot_kinds own_minimum_kinds; /* 0 = any that counts for the test */
	bool only_if_needed;
	bool threshold_only;
	bool overlap_any_own; /* false: own_first within the same test */
	struct tot_lent_factor *factors;
	size_t factor_count;
	const char *benefit; /* id of the benefit rule that shares the amount; NULL */
	const struct tot_window_extension *extended_by; /* of the frame of years; NULL = none */
	const char *confidence;
};

enum tot_formula {
	TOT_DIRECT,
	TOT_OWN_OVER_REQUIRED,
	TOT_OWN_OVER_TOTAL,
	TOT_OWN_OVER_CAPPED_TOTAL,
	TOT_MODIFIED_MINIMUM,
	TOT_OWN_OVER_POSSIBLE,
	TOT_OWN_OVER_CAPPED_POSSIBLE,
	TOT_THEORETICAL_TIMES_RATIO,
	TOT_MAX_OF,
	TOT_US_THEORETICAL
};

/* One rule of section 6: how a benefit due by the agreement is shared. */
struct tot_benefit_rule {
	const char *id, *party, *law;
	const char *benefit;	 /* first word of `benefit`: "old_basic", "*" */
	const char *part, *kase; /* narrowing words, or NULL */
	bool by_agreement;	 /* when: by_agreement; false: always or own_only */
	enum tot_formula formula;
	int required, cap; /* 0 = none */
	bool base_required_months;
	tot_kinds own_kinds;
	const char *other_of;
	tot_kinds other_kinds;
	tot_month other_from;
	bool drop_overlap;
	const char *confidence;
};

/* One entry of voluntary[].who: any that matches gives the right. */
struct tot_voluntary_rule {
	const char *party;
	const char *national;  /* country code, or NULL */
	bool or_refugee;       /* national_or_refugee */
	const char *residence; /* country code, "EU", "abroad", or NULL */
	int age_from, age_to;  /* 0, 0 = any */
	int min_age;
	struct tot_date voluntary_before; /* none = no such condition */
	int own_months;
	tot_kinds own_kinds;
	const char *law, *confidence;
};

/* A text or a number that the file gives for one state. */
struct tot_by_state {
	const char *state;
	const char *text; /* NULL where it is a number */
	int number;
};

struct tot_by_states {
	struct tot_by_state *list;
	size_t count;
};

/* One rule of section 4: how long home law lasts for work in the other state. */
struct tot_posting_rule {
	bool self_employed; /* who */
	int max_months;	    /* before any extension; 0 = the file states no length */
	bool by_day; /* months end the day before the same date; false: whole calendar months */
	bool first_month_on_first_day; /* the start month counts only if the posting starts on its first day */
	bool host_if_longer; /* planned for longer than max_months: host law from the start */
	bool extension_possible;
	int extension_months;	    /* most, by the treaty or else in practice; 0 = no cap known */
	bool extension_by_practice; /* the cap is that of the authorities, not of the treaty */
	const char *extension_by;   /* who decides on whose application, or NULL */
	bool gap_by_treaty; /* a break shorter than gap_months does not begin a new posting */
	int gap_months;
	struct tot_by_states
		same_posting; /* practice by home state: a break up to so many months changes nothing */
	const char *article, *confidence;
};

/* One option to be insured also in the state that would otherwise be out. */
struct tot_keep_both {
	const char *party, *what, *law;
	int backdated_months; /* applied for within these months: from the first day */
	bool abroad;	      /* only for work outside the party */
	const char *national; /* only for nationals of this state or group; NULL = all */
};

/* A text about spouse and children in one host state. */
struct tot_family_rule {
	const char *host, *rule, *law, *note;
};

/* Section 4 without the postings. */
struct tot_coverage_rules {
	const char *article;				 /* of the place of work */
	const char *ships, *public_service, *exceptions; /* texts, or NULL */
	const char *ships_article, *public_article, *exceptions_article;
	struct tot_by_states apply_at; /* for exceptions and extensions */
	const char *form;	       /* of the certificate, or NULL */
	struct tot_by_states issuers;  /* by home state */
	struct tot_by_states earliest; /* months before the start, by home state */
	struct tot_keep_both *keep_both;
	size_t keep_both_count;
	struct tot_family_rule *family;
	size_t family_count;
	const char **not_covered; /* other branches of insurance */
	size_t not_covered_count;
	struct tot_by_states coverage_only; /* branches that follow the same law */
};

/* A state that is bound, and when. */
struct tot_party {
	const char *state;
	struct tot_date from, until; /* none = as long as the agreement */
};

struct tot_agreement {
	const char *id, *title;
	const char *parties[2];	   /* of a bilateral agreement */
	struct tot_party *members; /* every state of it */
	size_t member_count;
	struct tot_date in_force, ended;
	bool complete; /* all rules can be executed: bilateral, months only */
	struct tot_coverage_rules coverage;
	struct tot_aggregation *aggregation;
	size_t aggregation_count;
	struct tot_window_extension *extensions;
	size_t extension_count;
	struct tot_deemed *deemed;
	size_t deemed_count;
	struct tot_by_states
		short_minimum; /* short_periods.minimum_for_aggregation, by state or "*" */
	struct tot_benefit_rule *benefits;
	size_t benefit_count;
	struct tot_voluntary_rule *voluntary;
	size_t voluntary_count;
	struct tot_posting_rule *postings;
	size_t posting_count;
	const char *blocked_own_months_text;
	int lump_blocked_own_months; /* refunds[].blocked_if.own_months_at_least; 0 = none */
};

/* Is the agreement in force on that day, and is the state bound by it then? */
bool tot_agreement_in_force(const struct tot_agreement *agreement, struct tot_date on);
bool tot_agreement_is_party(const struct tot_agreement *agreement, const char *state,
			    struct tot_date on);

/* What a list says for a state; NULL if nothing. */
const struct tot_by_state *tot_by_state(const struct tot_by_states *list, const char *state);

/* The rule of `party` for `condition`; NULL if the agreement has none. */
const struct tot_aggregation *tot_agreement_rule(const struct tot_agreement *agreement,
						 const char *condition);

/*
 * Last day under home law of a posting.
 *
 * Given      rule; from: first day of the work; extension_months: granted beyond the maximum
 * Returned   the last day of the last month that counts
 * Example    60 calendar months from 2020-01-15 or from 2020-02-01: 2025-01-31
 */
struct tot_date tot_posting_rule_end(const struct tot_posting_rule *rule, struct tot_date from,
				     int extension_months);

/*
 * The rule by which an amount that is due only by the agreement is shared.
 *
 * Given      party; benefit, the first word of the rule: "disability_epi"; narrow: its part or case
 *            ("earnings_related", "long_term"), or NULL for a benefit that has a single rule
 * Returned   the rule with `when: by_agreement`; NULL if the agreement has none
 * Law        agreement format, section 6
 * Example    de-jp, "JP", "widow_add", "short_term": jp.widow_add_short
 */
const struct tot_benefit_rule *tot_agreement_benefit(const struct tot_agreement *agreement,
						     const char *party, const char *benefit,
						     const char *narrow);

/*
 * The share of an amount that is due only by the agreement (section 6 of the agreement format).
 *
 * Given      rule, own and other months (other: as the rule's `drop_overlap` wants them; for
 *            TOT_US_THEORETICAL all quarters of the computation years)
 * Returned   the fraction; 1 for TOT_DIRECT and TOT_MAX_OF
 * Example    modified_minimum, cap 300, own 100, other 200: 5/9
 */
struct tot_ratio tot_agreement_share(const struct tot_benefit_rule *rule, int own, int other);

/* What one state pays when the months of several are shared between them. */
struct tot_state_part {
	bool pays;
	int own, total;	 /* the fraction of the theoretical amount */
	int theoretical; /* months on which the theoretical amount is computed */
};

/*
 * Months of several states, with those that are too short to pay (section 7, `short_periods`).
 *
 * Given      agreement; states, months: `count` of each
 * Returned   out: `count` entries; a state below the minimum pays nothing, its months stand in the
 *            theoretical amount of the others and not in their fractions
 * Law        Regulation 883/2004 Art. 57 (1), (2)
 * Example    8, 240 and 120 months: nothing; 240/360 and 120/360 of the amount on 368 months
 */
void tot_agreement_parts(struct tot_state_part *out, const struct tot_agreement *agreement,
			 const char *const *states, const int *months, size_t count);

/*
 * The amount of `max_of`: what is due alone, or the share of the theoretical amount.
 *
 * Given      theoretical, alone: smallest units (alone negative: nothing is due alone); share
 * Returned   out: the higher one
 * Status     TOT_OK; TOT_ERR_OVERFLOW, TOT_ERR_DOMAIN
 * Law        Regulation 883/2004 Art. 52 (3)
 * Rounding   half up
 * Example    900.00, 120/360, alone 280.00: 300.00
 */
TOT_NODISCARD enum tot_status tot_agreement_highest(int64_t *out, int64_t theoretical,
						    struct tot_ratio share, int64_t alone);

#endif
