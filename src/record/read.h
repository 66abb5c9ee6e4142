/* Reading a scenario member by member: every fault is noted with its place, reading goes on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_RECORD_READ_H
#define TOT_RECORD_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "law/json.h"
#include "totalise/scenario.h"

/* What every reading function gets: where texts live, what the file is called, where faults go. */
struct tot_reader {
	struct tot_arena *arena;
	const char *file;
	struct tot_diag *diag;
	size_t faults; /* errors of this file, also those beyond TOT_FAULTS_MAX */
	size_t remarks;
};

/* Faults (and warnings) of one file that are listed; beyond it they are only counted. */
#define TOT_FAULTS_MAX 1000

/* A list of words is one text: "east west". The position of `word`, or -1. */
int tot_word_find(const char *words, const char *word);

/* The word of the list that `word` was probably meant to be, copied into `out`; false if none is
 * near. */
bool tot_word_nearest(char *out, size_t size, const char *words, const char *word);

/* Text of the user for a message: in quotes, control characters replaced, cut after 40 bytes. */
struct tot_quote {
	char text[64];
};
struct tot_quote tot_quote(const char *text);

void tot_fault(struct tot_reader *reader, const struct tot_json *at, const char *code,
	       const char *format, ...) TOT_PRINTF(4, 5);
void tot_fault_at(struct tot_reader *reader, const char *place, const char *code,
		  const char *format, ...) TOT_PRINTF(4, 5);
void tot_warn(struct tot_reader *reader, const struct tot_json *at, const char *code,
	      const char *format, ...) TOT_PRINTF(4, 5);
/* For the checks of a whole life: silent in a faulty file, where what was read may be half a fact. */
void tot_warn_at(struct tot_reader *reader, const char *place, const char *code, const char *format,
		 ...) TOT_PRINTF(4, 5);

/* "/periods/3" and "to" make "/periods/3/to", in the arena. */
const char *tot_place(struct tot_reader *reader, const char *parent, const char *key);

/* The pointer of a value, kept in the arena. */
const char *tot_place_of(struct tot_reader *reader, const struct tot_json *value);

/* An object whose members all stand in `keys`; other members are faults. False if it is no object.
 */
bool tot_read_object(struct tot_reader *reader, const struct tot_json *value, const char *keys);

/* The member, or NULL; its absence is a fault when it is required. */
const struct tot_json *tot_read_member(struct tot_reader *reader, const struct tot_json *object,
				       const char *key, bool required);

/* An array member of at most `max` elements; NULL if absent or faulty. */
const struct tot_json *tot_read_array(struct tot_reader *reader, const struct tot_json *object,
				      const char *key, size_t max, bool required);

/* Room for `count` elements of `size` bytes; NULL when there are none or memory is short. */
void *tot_read_room(struct tot_reader *reader, size_t count, size_t size);

/*
 * An array member with room for what its entries become: *first is its first entry, NULL when there is
 * none, when it is faulty, or when memory is short. Returned: `count` elements of `size` bytes, or NULL.
 */
void *tot_read_list(struct tot_reader *reader, const struct tot_json *object, const char *key,
		    size_t max, size_t size, const struct tot_json **first);

/* Text of a value, or of a member; copied; NULL if absent or faulty. */
const char *tot_read_text(struct tot_reader *reader, const struct tot_json *value);
const char *tot_read_text_member(struct tot_reader *reader, const struct tot_json *object,
				 const char *key, bool required);

/* Position of a member's word in `words`, or -1. */
int tot_read_word(struct tot_reader *reader, const struct tot_json *object, const char *key,
		  const char *words, bool required);

/* The same as text: one of `words`, or NULL. */
const char *tot_read_choice(struct tot_reader *reader, const struct tot_json *object,
			    const char *key, const char *words, bool required);

bool tot_read_bool(struct tot_reader *reader, const struct tot_json *object, const char *key);

enum tot_day_side {
	TOT_DAY_ONLY,  /* the day matters: a month is refused */
	TOT_DAY_FIRST, /* a month is its first day */
	TOT_DAY_LAST   /* a month is its last day; null is "open" for an optional `to` */
};

struct tot_date tot_read_date(struct tot_reader *reader, const struct tot_json *object,
			      const char *key, enum tot_day_side side, bool required);
tot_month tot_read_month(struct tot_reader *reader, const struct tot_json *object, const char *key,
			 bool required);

/* Note a fault when both dates are given and `from` lies after `to`. */
void tot_read_order(struct tot_reader *reader, const struct tot_json *object, const char *from_key,
		    struct tot_date from, const char *to_key, struct tot_date to);

/* A number within [least, most]; false if absent or faulty. */
bool tot_read_number(struct tot_reader *reader, const struct tot_json *value, double least,
		     double most, double *out);
bool tot_read_number_member(struct tot_reader *reader, const struct tot_json *object,
			    const char *key, double least, double most, bool required, double *out);

/* A number within [least, most] as an integer of 10^-decimals. */
bool tot_read_scaled(struct tot_reader *reader, const struct tot_json *value, double least,
		     double most, int decimals, int64_t *out);
bool tot_read_scaled_member(struct tot_reader *reader, const struct tot_json *object,
			    const char *key, double least, double most, int decimals, bool required,
			    int64_t *out);

/* A whole number within [least, most]; false if absent or faulty. */
bool tot_read_integer_member(struct tot_reader *reader, const struct tot_json *object,
			     const char *key, int64_t least, int64_t most, int64_t *out);

/* An amount of money, not negative, in the smallest unit of the currency. */
bool tot_read_amount(struct tot_reader *reader, const struct tot_json *value, const char *currency,
		     int64_t *out);
bool tot_read_amount_member(struct tot_reader *reader, const struct tot_json *object,
			    const char *key, const char *currency, bool required, int64_t *out);

/* {amount, currency} with EUR or JPY; currency NULL if absent or faulty. */
struct tot_money tot_read_money(struct tot_reader *reader, const struct tot_json *object,
				const char *key);

/* Country code of a value; `extra`: further words ("refugee stateless"), or NULL. NULL if faulty.
 */
const char *tot_read_country_value(struct tot_reader *reader, const struct tot_json *value,
				   const char *extra);
const char *tot_read_country(struct tot_reader *reader, const struct tot_json *object,
			     const char *key, bool required);

/* Is it an ISO 3166-1 alpha-2 code (or XK, which is in general use for Kosovo)? */
bool tot_country_known(const char *code);

/* The code that somebody who wrote `code` means ("UK" is GB); NULL if none. */
const char *tot_country_hint(const char *code);

#endif
