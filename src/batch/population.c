/* Invented lives, each from its own seed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_writer.h"
#include "totalise/batch.h"

#define YEAR_OF_DECISION 2026
#define LAST_MONTH_OF_MARKS 12
#define SPELLS_MAX 8

/* A spell of life in one country. */
struct spell {
	const char *country, *kind;
	tot_month from, to; /* to: TOT_MONTH_NONE = goes on */
	int64_t pay;	    /* a month, in whole units; 0 = none */
	int bonus;	    /* months of pay, twice a year */
};

struct life {
	uint64_t state;
	struct tot_date born;
	const char *nationality;
	struct spell spells[SPELLS_MAX];
	int count;
};

/* Splitmix64: every state gives a well mixed number, so that index and seed can be the state. */
static uint64_t draw(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* A whole number from least to most. */
static int between(struct life *life, int least, int most)
{
	return least + (int)(draw(&life->state) % (uint64_t)(most - least + 1));
}

static bool chance(struct life *life, int percent)
{
	return between(life, 1, 100) <= percent;
}

static void choose_person(struct life *life)
{
	static const char *const others[] = {"US", "FR", "VN", "BR", "IN"};
	const int origin = between(life, 1, 100);
	life->born = (struct tot_date){between(life, 1955, 1998), between(life, 1, 12),
				       between(life, 1, 28)};
	life->nationality = origin <= 55 ? "DE" : origin <= 80 ? "JP" : others[between(life, 0, 4)];
}

static void choose_work(struct life *life, struct spell *spell, bool germany)
{
	const int what = between(life, 1, 100);
	spell->country = germany ? "DE" : "JP";
	spell->kind = what <= 85 ? "employment" : "self_employment";
	if (what > 93)
		spell->kind = germany ? "creditable_unemployment" : "exempt_full";
	if (what > 93 || (!germany && what > 85))
		return; /* no pay: the National Pension has a flat premium */
	spell->pay = germany ? 100 * between(life, 12, 75) : 10000 * between(life, 15, 70);
	spell->bonus = !germany && chance(life, 70) ? between(life, 1, 2) : 0;
}

/* Marks were paid until 2001: a spell that goes on after them is two, the second in the euro of the first. */
static void split_at_the_euro(struct life *life)
{
	struct spell *first = &life->spells[life->count - 1];
	const tot_month euro = tot_month_make(2002, 1);
	if (first->country[0] != 'D' || !first->pay || first->from >= euro)
		return;
	const bool goes_on = first->to == TOT_MONTH_NONE || first->to >= euro;
	if (goes_on && life->count < SPELLS_MAX) {
		life->spells[life->count] = *first;
		life->spells[life->count++].from = euro;
		first->to = tot_month_make(2001, LAST_MONTH_OF_MARKS);
	}
	first->pay *= 2;
}

static void choose_spells(struct life *life)
{
	const tot_month end = tot_month_make(YEAR_OF_DECISION, 10);
	const int old = life->born.year + 63;
	const tot_month last = YEAR_OF_DECISION < old ? end : tot_month_make(old, 3);
	bool germany = chance(life, 60);
	tot_month from =
		tot_month_make(life->born.year + between(life, 18, 27), chance(life, 50) ? 4 : 10);
	while (from < last && life->count < SPELLS_MAX - 1) {
		struct spell *spell = &life->spells[life->count++];
		*spell = (struct spell){.from = from, .to = from + between(life, 6, 150) - 1};
		choose_work(life, spell, germany);
		if (spell->kind[0] != 'e' || spell->kind[1] != 'm')
			spell->to = from + between(life, 3, 24) - 1;
		if (spell->to >= last)
			spell->to = last == end ? TOT_MONTH_NONE : last;
		from = spell->to == TOT_MONTH_NONE ? last : spell->to + 1;
		split_at_the_euro(life);
		germany = chance(life, 55) ? !germany : germany;
		from += chance(life, 20) ? between(life, 1, 18) : 0;
	}
}

static void write_residence(struct tot_writer *w, const struct life *life)
{
	const char *home = life->nationality;
	tot_write_array(w, "residence");
	tot_write_object(w, NULL);
	tot_write_string(w, "country", home);
	tot_write_date(w, "from", life->born);
	for (int i = 0; i < life->count; i++) {
		const struct spell *spell = &life->spells[i];
		if (spell->country[0] == home[0] && spell->country[1] == home[1])
			continue;
		home = spell->country;
		tot_write_month(w, "to", spell->from - 1);
		tot_write_object_end(w);
		tot_write_object(w, NULL);
		tot_write_string(w, "country", home);
		tot_write_month(w, "from", spell->from);
	}
	tot_write_object_end(w);
	tot_write_array_end(w);
}

static void write_pay(struct tot_writer *w, const struct spell *spell)
{
	static const int months[] = {6, 12};
	if (!spell->pay)
		return;
	tot_write_object(w, "pay");
	tot_write_int(w, "monthly", spell->pay);
	if (spell->bonus) {
		tot_write_array(w, "bonuses");
		for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
			tot_write_object(w, NULL);
			tot_write_int(w, "every", months[i]);
			tot_write_int(w, "amount", spell->bonus * spell->pay);
			tot_write_object_end(w);
		}
		tot_write_array_end(w);
	}
	tot_write_object_end(w);
}

static void write_periods(struct tot_writer *w, const struct life *life)
{
	tot_write_array(w, "periods");
	for (int i = 0; i < life->count; i++) {
		const struct spell *spell = &life->spells[i];
		tot_write_object(w, NULL);
		tot_write_string(w, "country", spell->country);
		tot_write_string(w, "kind", spell->kind);
		tot_write_month(w, "from", spell->from);
		if (spell->to != TOT_MONTH_NONE)
			tot_write_month(w, "to", spell->to);
		write_pay(w, spell);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
}

static void write_plan(struct tot_writer *w, struct life *life)
{
	if (chance(life, 60))
		return;
	tot_write_object(w, "plan");
	tot_write_array(w, "claims");
	tot_write_object(w, NULL);
	tot_write_string(w, "country", "DE");
	tot_write_string(w, "benefit", "old_age");
	tot_write_string(w, "when", chance(life, 50) ? "earliest" : "regular");
	tot_write_object_end(w);
	tot_write_object(w, NULL);
	tot_write_string(w, "country", "JP");
	tot_write_string(w, "benefit", "old_age");
	tot_write_age(w, "age", (struct tot_age){between(life, 60, 70), 0});
	tot_write_object_end(w);
	tot_write_array_end(w);
	tot_write_object_end(w);
}

void tot_population_life(struct tot_text *out, uint64_t seed, uint64_t index)
{
	struct life life = {.state = seed};
	struct tot_writer writer = {.out = out, .compact = true}, *w = &writer;
	life.state = draw(&life.state) ^ index * UINT64_C(0xd1342543de82ef95);
	choose_person(&life);
	choose_spells(&life);
	struct tot_text text = {0};
	tot_text_format(&text, "life %llu of seed %llu", (unsigned long long)index,
			(unsigned long long)seed);
	tot_write_object(w, NULL);
	tot_write_string(w, "format", "totalise-scenario/1");
	tot_write_string(w, "title", text.bytes);
	tot_write_date(w, "as_of", (struct tot_date){YEAR_OF_DECISION, 11, 21});
	tot_write_object(w, "person");
	tot_write_date(w, "born", life.born);
	tot_write_string(w, "sex", chance(&life, 50) ? "female" : "male");
	tot_write_array(w, "nationalities");
	tot_write_string(w, NULL, life.nationality);
	tot_write_array_end(w);
	write_residence(w, &life);
	tot_write_object_end(w);
	write_periods(w, &life);
	write_plan(w, &life);
	tot_write_object_end(w);
	tot_text_add(out, "\n");
	out->failed |= text.failed;
	tot_text_free(&text);
}
