/* An agreement file against its format: unknown keys and unknown words are errors, not guesses. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "agreement_schema.h"

#define CONTEXTS_MAX 64

struct check {
	struct tot_loader *loader;
	const struct tot_law_file *file;
	bool faulty;
	/* Where the rows of a context begin and end, found once for each. */
	struct context {
		const char *name;
		size_t first, end;
	} contexts[CONTEXTS_MAX];
	size_t context_count;
};

static void refuse(struct check *check, const struct tot_json *value, const char *code,
		   const char *message)
{
	tot_law_fault(check->loader, check->file, value, code, "%s", message);
	check->faulty = true;
}

/* Rows of one context stand together. */
static struct context find_context(struct check *check, const char *name)
{
	for (size_t i = 0; i < check->context_count; i++) {
		if (check->contexts[i].name == name)
			return check->contexts[i];
	}
	struct context found = {.name = name};
	while (found.first < tot_agreement_key_count &&
	       !tot_same(tot_agreement_keys[found.first].context, name))
		found.first++;
	found.end = found.first;
	while (found.end < tot_agreement_key_count &&
	       tot_same(tot_agreement_keys[found.end].context, name))
		found.end++;
	if (check->context_count < CONTEXTS_MAX)
		check->contexts[check->context_count++] = found;
	return found;
}

static const struct tot_agreement_key *find_in(struct check *check, const char *context,
					       const char *key)
{
	struct context rows = find_context(check, context);
	for (size_t i = rows.first; i < rows.end; i++) {
		if (tot_same(tot_agreement_keys[i].key, key))
			return &tot_agreement_keys[i];
	}
	return NULL;
}

static const struct tot_agreement_key *find_key(struct check *check, const char *context,
						const char *key)
{
	static const char anywhere[] = "*";
	const struct tot_agreement_key *rule = find_in(check, context, key);
	return rule ? rule : find_in(check, anywhere, key);
}

static bool is_integer(const struct tot_json *value)
{
	return value->type == TOT_JSON_NUMBER && value->number == floor(value->number) &&
	       fabs(value->number) < 1e6;
}

static bool is_text(const struct tot_json *value)
{
	return value->type == TOT_JSON_STRING && value->string[0];
}

static bool is_party(const struct check *check, const struct tot_json *value)
{
	if (!is_text(value))
		return false;
	const struct tot_json *parties = tot_json_get(check->file->root, "parties");
	const struct tot_json *party = parties ? parties->first : NULL;
	for (; party; party = party->next) {
		const char *country = tot_json_string(party, "country");
		const struct tot_json *countries = tot_json_get(party, "countries");
		if (country && tot_same(country, value->string))
			return true;
		for (size_t i = 0; countries && i < countries->count; i++) {
			const struct tot_json *item = tot_json_at(countries, i);
			if (is_text(item) && tot_same(item->string, value->string))
				return true;
		}
	}
	return tot_same(value->string, "*");
}

static bool is_source(const struct check *check, const struct tot_json *value)
{
	return is_text(value) &&
	       tot_json_get(tot_json_get(check->file->root, "sources"), value->string);
}

static bool scalar_fits(const struct check *check, const struct tot_json *value,
			enum tot_rule_type type, const char *words)
{
	struct tot_date date;
	tot_month month;
	struct tot_ratio ratio;
	enum tot_flag flag;
	bool text = is_text(value);
	switch (type) {
	case TOT_RULE_TEXT:
	case TOT_RULE_TEXTS: return text;
	case TOT_RULE_DAY: return text && tot_date_parse(&date, value->string);
	case TOT_RULE_MONTH: return text && tot_month_parse(&month, value->string);
	case TOT_RULE_MONTH_OR_EVENT:
		return text && (tot_month_parse(&month, value->string) ||
				tot_word_in(words, value->string));
	case TOT_RULE_INTEGER: return is_integer(value);
	case TOT_RULE_COUNT:
		return is_integer(value) || (text && tot_word_in(words, value->string));
	case TOT_RULE_BOOL: return value->type == TOT_JSON_BOOL;
	case TOT_RULE_RATIO: return text && tot_ratio_parse(&ratio, value->string);
	case TOT_RULE_WORD:
	case TOT_RULE_WORDS: return text && tot_word_in(words, value->string);
	case TOT_RULE_FLAG: return text && tot_flag_parse(&flag, value->string);
	case TOT_RULE_STATE:
	case TOT_RULE_STATES: return is_party(check, value);
	case TOT_RULE_SOURCES: return is_source(check, value);
	case TOT_RULE_FREE:
	case TOT_RULE_KINDS:
	case TOT_RULE_OBJECT:
	case TOT_RULE_OBJECTS: break;
	}
	return true;
}

static const char *wanted(enum tot_rule_type type)
{
	switch (type) {
	case TOT_RULE_TEXT: return "a text was expected";
	case TOT_RULE_TEXTS: return "a text or a list of texts was expected";
	case TOT_RULE_DAY: return "a day that exists was expected, such as 2000-02-01";
	case TOT_RULE_MONTH: return "a month was expected, such as 1942-06";
	case TOT_RULE_MONTH_OR_EVENT: return "a month or an event of the format was expected";
	case TOT_RULE_INTEGER: return "a whole number was expected";
	case TOT_RULE_COUNT: return "a whole number or a word of the format was expected";
	case TOT_RULE_BOOL: return "true or false was expected";
	case TOT_RULE_RATIO: return "a fraction such as \"4/3\" was expected";
	case TOT_RULE_WORD:
	case TOT_RULE_WORDS: return "this word is not in the vocabulary of the format";
	case TOT_RULE_KINDS: return "a group of kind_groups or a list of period kinds was expected";
	case TOT_RULE_FLAG: return "this flag is not in the vocabulary of the format";
	case TOT_RULE_STATE:
	case TOT_RULE_STATES: return "a party of the agreement was expected";
	case TOT_RULE_SOURCES: return "this key does not stand in sources";
	case TOT_RULE_OBJECT: return "an object was expected";
	case TOT_RULE_OBJECTS: return "a list of objects was expected";
	case TOT_RULE_FREE: break;
	}
	return "";
}

bool tot_agreement_kinds(tot_kinds *out, const struct tot_json *root, const struct tot_json *value)
{
	const struct tot_json *list = value;
	enum tot_kind kind;
	*out = 0;
	if (value->type == TOT_JSON_STRING)
		list = tot_json_get(tot_json_get(root, "kind_groups"), value->string);
	if (!list || list->type != TOT_JSON_ARRAY)
		return false;
	for (const struct tot_json *word = list->first; word; word = word->next) {
		if (word->type != TOT_JSON_STRING || !tot_kind_parse(&kind, word->string))
			return false;
		*out |= TOT_KIND_BIT(kind);
	}
	return true;
}

static void check_object(struct check *check, const struct tot_json *node, const char *context);

static void check_objects(struct check *check, const struct tot_json *list, const char *context)
{
	if (list->type != TOT_JSON_ARRAY) {
		refuse(check, list, "wrong-type", wanted(TOT_RULE_OBJECTS));
		return;
	}
	for (const struct tot_json *node = list->first; node; node = node->next)
		check_object(check, node, context);
}

static bool takes_list(enum tot_rule_type type)
{
	return type == TOT_RULE_TEXTS || type == TOT_RULE_WORDS || type == TOT_RULE_STATES ||
	       type == TOT_RULE_SOURCES;
}

static void check_scalars(struct check *check, const struct tot_json *value,
			  const struct tot_agreement_key *rule)
{
	bool list = value->type == TOT_JSON_ARRAY && takes_list(rule->type);
	const struct tot_json *item = list ? value->first : value;
	for (; item; item = list ? item->next : NULL) {
		if (!scalar_fits(check, item, rule->type, rule->words))
			refuse(check, item,
			       rule->type == TOT_RULE_WORD || rule->type == TOT_RULE_WORDS
				       ? "unknown-word"
				       : "wrong-value",
			       wanted(rule->type));
	}
}

static void check_value(struct check *check, const struct tot_json *value,
			const struct tot_agreement_key *rule)
{
	tot_kinds kinds;
	if (value->type == TOT_JSON_NULL) /* "no such rule, no limit" */
		return;
	if (rule->type == TOT_RULE_OBJECT)
		check_object(check, value, rule->words);
	else if (rule->type == TOT_RULE_OBJECTS)
		check_objects(check, value, rule->words);
	else if (rule->type == TOT_RULE_KINDS) {
		if (!tot_agreement_kinds(&kinds, check->file->root, value))
			refuse(check, value, "unknown-kind", wanted(rule->type));
	} else {
		check_scalars(check, value, rule);
	}
}

static void check_object(struct check *check, const struct tot_json *node, const char *context)
{
	if (node->type != TOT_JSON_OBJECT) {
		refuse(check, node, "wrong-type", wanted(TOT_RULE_OBJECT));
		return;
	}
	for (const struct tot_json *member = node->first; member; member = member->next) {
		const struct tot_agreement_key *rule = find_key(check, context, member->key);
		if (rule)
			check_value(check, member, rule);
		else
			refuse(check, member, "unknown-key",
			       "the agreement format has no such key here; correct or remove it");
	}
}

static void need(struct check *check, const struct tot_json *node, const char *key)
{
	if (tot_json_get(node, key))
		return;
	tot_law_fault(check->loader, check->file, node, "missing-key", "the key '%s' is missing",
		      key);
	check->faulty = true;
}

static void need_in_each(struct check *check, const char *list, const char *const *keys,
			 size_t count)
{
	const struct tot_json *entries = tot_json_get(check->file->root, list);
	const struct tot_json *entry = entries ? entries->first : NULL;
	for (; entry; entry = entry->next) {
		for (size_t i = 0; i < count; i++)
			need(check, entry, keys[i]);
	}
}

/* A name that another part of the file must define: a benefit rule, a window extension. */
static void check_reference(struct check *check, const struct tot_json *value, const char *list)
{
	const struct tot_json *entries = tot_json_get(check->file->root, list);
	const struct tot_json *entry = entries ? entries->first : NULL;
	if (!value || value->type != TOT_JSON_STRING)
		return;
	for (; entry; entry = entry->next) {
		const char *id = tot_json_string(entry, "id");
		if (id && tot_same(id, value->string))
			return;
	}
	refuse(check, value, "unknown-id", "no rule of this file has this id");
}

static void check_groups(struct check *check)
{
	tot_kinds kinds;
	const struct tot_json *groups = tot_json_get(check->file->root, "kind_groups");
	const struct tot_json *group = groups ? groups->first : NULL;
	for (; group; group = group->next) {
		if (group->type != TOT_JSON_ARRAY ||
		    !tot_agreement_kinds(&kinds, check->file->root, group))
			refuse(check, group, "unknown-kind", "a list of period kinds was expected");
	}
}

static void check_references(struct check *check)
{
	const struct tot_json *rules = tot_json_get(check->file->root, "aggregation");
	const struct tot_json *rule = rules ? rules->first : NULL;
	for (; rule; rule = rule->next) {
		check_reference(check, tot_json_get(rule, "benefit"), "benefits");
		check_reference(check, tot_json_get(tot_json_get(rule, "window"), "extended_by"),
				"window_extension");
	}
}

bool tot_agreement_check(struct tot_loader *loader, const struct tot_law_file *file)
{
	static const char *const head[] = {"format",	  "id",	      "title",
					   "kind",	  "parties",  "in_force",
					   "aggregation", "benefits", "sources"};
	static const char *const rule[] = {"id", "party", "condition", "accept"};
	static const char *const benefit[] = {"id", "party", "benefit", "when", "formula"};
	struct check check = {.loader = loader, .file = file};
	check_object(&check, file->root, "");
	for (size_t i = 0; i < sizeof head / sizeof head[0]; i++)
		need(&check, file->root, head[i]);
	if (check.faulty)
		return false;
	need_in_each(&check, "aggregation", rule, sizeof rule / sizeof rule[0]);
	need_in_each(&check, "benefits", benefit, sizeof benefit / sizeof benefit[0]);
	check_groups(&check);
	check_references(&check);
	return !check.faulty;
}
