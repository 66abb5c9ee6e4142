/* How an agreement file becomes rules: shared by the files that build them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_AGREEMENT_BUILD_H
#define TOT_LAW_AGREEMENT_BUILD_H

#include "agreement_schema.h"
#include "totalise/agreement.h"

/* The file that is being read, already checked. */
struct tot_agreement_build {
	struct tot_arena *arena;
	const struct tot_json *root;
};

/* The number of a member; 0 without one. */
int tot_node_integer(const struct tot_json *node, const char *key);
/* The truth of a member; `missing` without one. */
bool tot_node_flag(const struct tot_json *node, const char *key, bool missing);
/* A month as text; TOT_MONTH_NONE without one. */
tot_month tot_node_month(const struct tot_json *node, const char *key);
/* A date as text; none without one. */
struct tot_date tot_node_day(const struct tot_json *node, const char *key);
/* True if the member is this word. */
bool tot_node_is(const struct tot_json *node, const char *key, const char *word);
/* The set of a list or group of kinds; empty without one. */
tot_kinds tot_node_kinds(const struct tot_agreement_build *build, const struct tot_json *node,
			 const char *key);
/* First entry of a list and their number; NULL and 0 without one. */
const struct tot_json *tot_node_list(const struct tot_json *node, const char *key, size_t *count);
/* The first text of a text or a list of texts. */
const char *tot_node_first_text(const struct tot_json *node, const char *key);

/*
 * Parts of an agreement, each into its members of `out`; format sections 5 to 8. Without memory the
 * part stays empty, and the arena remembers that.
 */
void tot_agreement_build_deemed(const struct tot_agreement_build *build, struct tot_agreement *out);
void tot_agreement_build_voluntary(const struct tot_agreement_build *build,
				   struct tot_agreement *out);
void tot_agreement_build_refunds(const struct tot_agreement_build *build,
				 struct tot_agreement *out);
void tot_agreement_build_postings(const struct tot_agreement_build *build,
				  struct tot_agreement *out);

#endif
