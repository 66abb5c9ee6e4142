/* What may stand in an agreement file: one row a key (agreement format, sections 3 to 8). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_AGREEMENT_SCHEMA_H
#define TOT_LAW_AGREEMENT_SCHEMA_H

#include <stddef.h>

#include "lawbook.h"

enum tot_rule_type {
	TOT_RULE_FREE, /* texts and structures for people */
	TOT_RULE_TEXT,
	TOT_RULE_TEXTS, /* a text or a list of texts */
	TOT_RULE_DAY,
	TOT_RULE_MONTH,
	TOT_RULE_MONTH_OR_EVENT,
	TOT_RULE_INTEGER,
	TOT_RULE_COUNT, /* an integer, or one of the words */
	TOT_RULE_BOOL,
	TOT_RULE_RATIO,
	TOT_RULE_WORD,	/* one of the words */
	TOT_RULE_WORDS, /* one of the words or a list of them */
	TOT_RULE_KINDS, /* a group of kinds or a list of kinds */
	TOT_RULE_FLAG,
	TOT_RULE_STATE, /* a party of this agreement or "*" */
	TOT_RULE_STATES,
	TOT_RULE_SOURCES, /* keys of `sources` */
	TOT_RULE_OBJECT,  /* an object of the named context */
	TOT_RULE_OBJECTS  /* a list of them */
};

struct tot_agreement_key {
	const char *context, *key;
	enum tot_rule_type type;
	const char *words; /* "a|b|c", or the name of the inner context */
};

extern const struct tot_agreement_key tot_agreement_keys[];
extern const size_t tot_agreement_key_count;

/* True if `word` stands in "a|b|c". */
bool tot_word_in(const char *words, const char *word);

/* Check one agreement file; true if it has no fault. */
bool tot_agreement_check(struct tot_loader *loader, const struct tot_law_file *file);

/* Kinds of a list or of a group of this file; false if a word is unknown. */
bool tot_agreement_kinds(tot_kinds *out, const struct tot_json *root, const struct tot_json *value);

#endif
