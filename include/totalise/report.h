/* Everything that was found about one life, and its printed forms. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_REPORT_H
#define TOTALISE_REPORT_H

#include <stdbool.h>

#include "totalise/text.h"
#include "totalise/value.h"

/*
 * The law book with the figures of all schemes and of the valuation bound.
 * Given, returned and status as tot_law_load.
 */
TOT_NODISCARD enum tot_status tot_law_open(struct tot_law **out, const char *dir,
					   struct tot_diag *diag);

/* The same with the files that no formula reads: for the commands of `totalise law`. */
TOT_NODISCARD enum tot_status tot_law_open_whole(struct tot_law **out, const char *dir,
						 struct tot_diag *diag);

/* The same with a reform over the files (NULL: none); completely checked. Status as tot_law_load_reform. */
TOT_NODISCARD enum tot_status tot_law_open_reform(struct tot_law **out, const char *dir,
						  const struct tot_reform *reform,
						  struct tot_diag *diag);

/* Every check of the law files with the same figures bound: `totalise law check`. Status as tot_law_check. */
TOT_NODISCARD enum tot_status tot_law_verify(const char *dir, struct tot_diag *diag);

/* Long members of a JSON result. */
enum tot_member {
	TOT_MEMBER_TIMELINES = 1,
	TOT_MEMBER_QUALIFYING = 2,
	TOT_MEMBER_BENEFITS = 4,
	TOT_MEMBER_REFUNDS = 8,
	TOT_MEMBER_OTHERS = 16, /* all the rest but title, as_of and the like */
	TOT_MEMBERS_ALL = 31
};

struct tot_report {
	struct tot_arena arena;
	struct tot_trace trace;
	struct tot_diag notices; /* warnings of the scenario, doubts and limits */
	const struct tot_scenario *life;
	const struct tot_law *law;
	struct tot_date as_of;
	struct tot_outcome *outcome;
	struct tot_comparison *comparison;
	enum tot_status doubt; /* TOT_OK: every number is exact */
	/* Wishes about the printed forms, to be set after tot_report_make. */
	bool flows;	   /* tot_report_json: with the cash flows of each strategy */
	bool compact;	   /* tot_explain_json: in one line */
	unsigned left_out; /* tot_report_json: without these members, bits of enum tot_member */
};

/*
 * Evaluate one life completely.
 *
 * Given      life (kept by the caller as long as the report), law, as_of; warnings: diagnostics of the reader,
 *            copied into the notices (may be NULL)
 * Returned   out; free it with tot_report_free
 * Status     TOT_OK or a caveat; TOT_ERR_* with the reason in diag
 */
TOT_NODISCARD enum tot_status tot_report_make(struct tot_report **out,
					      const struct tot_scenario *life,
					      const struct tot_law *law, struct tot_date as_of,
					      const struct tot_diag *warnings,
					      struct tot_diag *diag);

/* What an evaluation may leave out because nobody will print it; everything else has the same values. */
enum tot_parts {
	TOT_PART_TRACE =
		1, /* derivations: tot_explain_*, `why` and `trace` of the JSON, the report for people */
	TOT_PART_EFFECTS =
		2, /* effects of refunds, `voluntary`, `contributions`, deductions and `net` of benefits */
	TOT_PART_COMPARISON = 4, /* `comparison`, which the JSON then does not have */
	TOT_PARTS_ALL = 7
};

/* tot_report_make with some of enum tot_parts. */
TOT_NODISCARD enum tot_status tot_report_make_parts(struct tot_report **out,
						    const struct tot_scenario *life,
						    const struct tot_law *law,
						    struct tot_date as_of, unsigned parts,
						    const struct tot_diag *warnings,
						    struct tot_diag *diag);

void tot_report_free(struct tot_report *report);

/* totalise-result/1. depth: 0 = no trace; n = n levels of it, with "why" beside the values; -1 = all. */
void tot_report_json(struct tot_text *out, const struct tot_report *report, bool compact,
		     int depth);

/* The report for people, at most 80 cells wide. */
void tot_report_text(struct tot_text *out, const struct tot_report *report);

/* The report as one HTML page that loads nothing: tables, derivations that open, light, dark and print. */
void tot_report_html(struct tot_text *out, const struct tot_report *report);

/* The dated cash flows of all strategies as CSV. */
void tot_report_flows(struct tot_text *out, const struct tot_report *report);

/*
 * The derivation of one result, or of all (id NULL): the result first, then "because".
 * Returned: false if nothing has this id.
 */
bool tot_explain_text(struct tot_text *out, const struct tot_report *report, const char *id,
		      int depth);
bool tot_explain_json(struct tot_text *out, const struct tot_report *report, const char *id,
		      int depth);
bool tot_explain_html(struct tot_text *out, const struct tot_report *report, const char *id,
		      int depth);

/*
 * One pure call: scenario text in, result text out.
 *
 * Given      text, size: a scenario; as_of: none = the scenario's own, which is then required
 * Returned   out: the JSON result in one line
 * Status     TOT_OK or a caveat; TOT_ERR_DATA with all faults in diag
 */
TOT_NODISCARD enum tot_status tot_evaluate_text(struct tot_text *out, const char *text, size_t size,
						struct tot_date as_of, const struct tot_law *law,
						struct tot_diag *diag);

#endif
