/* The parts of a scenario: one reading function each, and what they share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_RECORD_PARTS_H
#define TOT_RECORD_PARTS_H

#include "record/read.h"

void tot_read_person(struct tot_reader *reader, const struct tot_json *root,
		     struct tot_person *out);
void tot_read_family(struct tot_reader *reader, const struct tot_json *root,
		     struct tot_family *out);

/* Nationalities and residence of an object (person or spouse). */
void tot_read_nationalities(struct tot_reader *reader, const struct tot_json *object,
			    struct tot_nationality **out, size_t *count);
void tot_read_residence(struct tot_reader *reader, const struct tot_json *object,
			struct tot_residence **out, size_t *count);

/* The list of records at `key`. */
void tot_read_periods(struct tot_reader *reader, const struct tot_json *object, const char *key,
		      bool required, struct tot_period **out, size_t *count);

/*
 * Flags of a record; flags without effect are warnings. `sure`: country and kind were read without
 * a fault, so that what does not fit them can be told.
 */
unsigned tot_read_flags(struct tot_reader *reader, const struct tot_json *object,
			const struct tot_period *period, bool sure);

/* Pay of a record whose country, kind and days are read; `object` holds the member `pay`. */
void tot_read_pay(struct tot_reader *reader, const struct tot_json *object,
		  struct tot_period *period, bool sure);

void tot_read_credits(struct tot_reader *reader, const struct tot_json *root,
		      struct tot_scenario *out);
void tot_read_postings(struct tot_reader *reader, const struct tot_json *root,
		       struct tot_scenario *out);
void tot_read_events(struct tot_reader *reader, const struct tot_json *root,
		     struct tot_scenario *out);

/* A refund taken or planned; `keys`: the members that its object may have. */
void tot_read_refund(struct tot_reader *reader, const struct tot_json *value, const char *keys,
		     struct tot_refund_plan *out);

void tot_read_claims(struct tot_reader *reader, const struct tot_json *object,
		     struct tot_claim **out, size_t *count);
void tot_read_plan(struct tot_reader *reader, const struct tot_json *root,
		   struct tot_scenario *out);
void tot_read_compare(struct tot_reader *reader, const struct tot_json *root,
		      struct tot_compare *out);
void tot_read_strategies(struct tot_reader *reader, const struct tot_json *compare,
			 struct tot_compare *out);
void tot_read_choices(struct tot_reader *reader, const struct tot_json *root,
		      struct tot_scenario *out);

/* Kinds that a record of this country may have; all kinds of records for a third country. */
tot_kinds tot_country_kinds(const char *country);

/* Kinds of contribution months whose amount follows from the pay. */
tot_kinds tot_paid_kinds(const char *country);

/* What only shows when the whole life is known: faults against birth, overlaps, missing pay. */
void tot_check_life(struct tot_reader *reader, const struct tot_scenario *life);
void tot_check_record(struct tot_reader *reader, const struct tot_period *period,
		      const struct tot_scenario *life);

#endif
