/* Section 5 of the law file format, part 1: the head of a file and its texts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

#include <string.h>

bool tot_is_confidence(const char *word)
{
	static const char *const words[] = {"official", "secondary", "memory", "computed"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (tot_same(words[i], word))
			return true;
	}
	return false;
}

static void need_text(const struct tot_checked *check, const char *key)
{
	if (!tot_json_string(check->file->root, key))
		tot_law_fault(check->loader, check->file, check->file->root, "missing-key",
			      "the head of the file needs the text '%s'", key);
}

static void check_day(const struct tot_checked *check, const char *key)
{
	struct tot_date date;
	const struct tot_json *value = tot_json_get(check->file->root, key);
	if (value && (value->type != TOT_JSON_STRING || !tot_date_parse(&date, value->string)))
		tot_law_fault(check->loader, check->file, value, "bad-day",
			      "a day such as 2026-11-21 was expected");
}

/* Section 2: what stands at the head depends on the folder. */
static void check_head(const struct tot_checked *check)
{
	const struct tot_json *root = check->file->root, *title = tot_json_get(root, "title");
	const char *name = check->file->parameter, *own = tot_json_string(root, "parameter");
	if (!own || !tot_same(own, name))
		tot_law_fault(check->loader, check->file, tot_json_get(root, "parameter"),
			      "wrong-parameter", "the parameter of this file must be '%s'", name);
	if (!tot_json_string(title, "en") ||
	    (!tot_json_string(title, "de") && !tot_json_string(title, "ja")))
		tot_law_fault(
			check->loader, check->file, title, "missing-key",
			"the title is needed in English (en) and in German or Japanese (de, ja)");
	bool state = strncmp(name, "de.", 3) == 0 || strncmp(name, "jp.", 3) == 0;
	if (state || strncmp(name, "economy.", 8) == 0) {
		need_text(check, "unit");
		need_text(check, "law");
	}
	if (state)
		need_text(check, "as_of");
	check_day(check, "as_of");
	check_day(check, "valid_from");
	check_day(check, "valid_to");
}

/* "2026-02-30" has the form of a day and is none; the same for months. */
static bool has_form(const char *text, const char *form)
{
	for (; *form; form++, text++) {
		bool digit = *text >= '0' && *text <= '9';
		if (*form == '0' ? !digit : *form != *text)
			return false;
	}
	return *text == '\0';
}

static void check_text(const struct tot_checked *check, const struct tot_json *value)
{
	struct tot_date date;
	if (value->string[0] == '\0')
		tot_law_fault(check->loader, check->file, value, "empty-text",
			      "a text must not be empty; write null or leave the key out");
	else if (has_form(value->string, "0000-00-00") && !tot_date_parse(&date, value->string))
		tot_law_fault(check->loader, check->file, value, "bad-day", "there is no such day");
	else if (has_form(value->string, "0000-00") &&
		 (memcmp(value->string + 5, "01", 2) < 0 || memcmp(value->string + 5, "12", 2) > 0))
		tot_law_fault(check->loader, check->file, value, "bad-month",
			      "there is no such month");
}

static void check_texts(const struct tot_checked *check, const struct tot_json *value)
{
	if (value->type == TOT_JSON_STRING)
		check_text(check, value);
	if (value->key && tot_same(value->key, "confidence") &&
	    (value->type != TOT_JSON_STRING || !tot_is_confidence(value->string)))
		tot_law_fault(check->loader, check->file, value, "unknown-confidence",
			      "official, secondary, memory or computed was expected");
	for (const struct tot_json *child = value->first; child; child = child->next)
		check_texts(check, child);
}

void tot_check_file(struct tot_loader *loader, const struct tot_law_file *file)
{
	struct tot_checked check = {loader, file, tot_known_of(file->parameter)};
	check_head(&check);
	check_texts(&check, file->root);
	for (const struct tot_grid *grid = file->grids; grid; grid = grid->next) {
		tot_check_grid(&check, grid);
		tot_check_figures(&check, grid);
	}
	if (tot_same(file->parameter, "agreements.deadlines"))
		tot_check_deadlines(&check);
}
