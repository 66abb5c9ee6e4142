/* What a node says for everything below it: law, source, confidence, days, its name in a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lawbook.h"

static const char *const drafts[] = {"projection", "projection_hint", "derived_not_read",
				     "factor_if_enacted"};

static bool is_draft(const char *key)
{
	for (size_t i = 0; key && i < sizeof drafts / sizeof drafts[0]; i++) {
		if (tot_same(drafts[i], key))
			return true;
	}
	return key && strncmp(key, "draft_", 6) == 0;
}

static const char *first_source(struct tot_arena *arena, const struct tot_json *source)
{
	if (!source)
		return NULL;
	if (source->type == TOT_JSON_STRING)
		return source->string;
	if (source->type != TOT_JSON_ARRAY || source->count == 0)
		return NULL;
	const struct tot_json *item = source->first;
	const char *first =
		item->type == TOT_JSON_STRING ? item->string : tot_json_string(item, "url");
	if (!first || source->count == 1)
		return first;
	return tot_arena_format(arena, "%s and %zu more", first, source->count - 1);
}

struct tot_scope *tot_scope_new(struct tot_loader *loader, const struct tot_scope *up,
				const struct tot_json *node)
{
	struct tot_scope *scope = tot_arena_alloc(loader->arena, sizeof *scope);
	if (!scope)
		return NULL;
	scope->up = up;
	scope->node = node;
	scope->law = tot_json_string(node, "law");
	scope->confidence = tot_json_string(node, "confidence");
	scope->source = first_source(loader->arena, tot_json_get(node, "source"));
	if (!scope->source)
		scope->source = first_source(loader->arena, tot_json_get(node, "sources"));
	const char *status = tot_json_string(node, "status");
	scope->draft =
		(up && up->draft) || is_draft(node->key) || (status && tot_same(status, "draft"));
	return scope;
}

static int64_t day_of(const char *text, int64_t missing)
{
	struct tot_date date;
	return text && tot_date_parse(&date, text) ? tot_date_to_day(date) : missing;
}

void tot_scope_days(struct tot_scope *scope)
{
	const struct tot_json *node = scope->node;
	const char *from = tot_json_string(node, "from"), *to = tot_json_string(node, "to");
	if (tot_json_string(node, "valid_from")) {
		from = tot_json_string(node, "valid_from");
		to = tot_json_string(node, "valid_to");
	}
	int64_t low = day_of(from, TOT_OPEN_LOW), high = day_of(to, TOT_OPEN_HIGH);
	if (low != TOT_OPEN_LOW || high != TOT_OPEN_HIGH)
		scope->key = (struct tot_key){.dim = TOT_DIM_DAY, .low = low, .high = high};
}

/* The word that tells a member of a list from the others; NULL if none does. */
static const char *member_word(struct tot_loader *loader, const struct tot_json *node)
{
	static const char *const words[] = {"id", "table", "model", "name"};
	const char *state = tot_json_string(node, "state"), *sex = tot_json_string(node, "sex");
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		const char *word = tot_json_string(node, words[i]);
		if (word)
			return word;
	}
	return state && sex ? tot_arena_format(loader->arena, "%s-%s", state, sex) : NULL;
}

void tot_scope_member(struct tot_loader *loader, struct tot_scope *scope)
{
	const struct tot_json *node = scope->node;
	const char *word = member_word(loader, node);
	if (word) {
		scope->key = (struct tot_key){.dim = TOT_DIM_WORD, .word = word};
		return;
	}
	tot_scope_days(scope);
	int64_t next = node->next ? day_of(tot_json_string(node->next, "from"), TOT_OPEN_HIGH)
				  : TOT_OPEN_HIGH;
	bool until_next = scope->key.dim == TOT_DIM_DAY && !tot_json_string(node, "to");
	if (until_next && next != TOT_OPEN_HIGH)
		scope->key.high = next - 1;
}
