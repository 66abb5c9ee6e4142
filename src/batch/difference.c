/* Base, reform and difference of the values of a result. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/difference.h"
#include "batch/csv.h"

#include <string.h>

#include "report/json_writer.h"

#define DECIMALS_MAX 6

static int decimals_of(const char *text)
{
	const char *dot = strchr(text, '.');
	return dot ? (int)strlen(dot + 1) : 0;
}

bool tot_difference(struct tot_text *out, const char *base, const char *reform)
{
	if (!base[0] && !reform[0])
		return false;
	/* Who has no such value has nothing. */
	base = base[0] ? base : "0";
	reform = reform[0] ? reform : "0";
	const int left = decimals_of(base), right = decimals_of(reform);
	const int decimals = left > right ? left : right;
	int64_t a, b;
	char text[TOT_DECIMAL_TEXT];
	if (decimals > DECIMALS_MAX || tot_decimal_parse(&a, base, decimals) != TOT_OK ||
	    tot_decimal_parse(&b, reform, decimals) != TOT_OK || __builtin_sub_overflow(b, a, &b))
		return false;
	tot_text_add(out, tot_decimal_print(text, b, decimals));
	return true;
}

static bool is_line(const char *path)
{
	return strcmp(path, "line") == 0;
}

void tot_difference_header(struct tot_text *out, const char *path, bool first)
{
	static const char *const names[] = {"base", "reform", "difference"};
	if (is_line(path)) {
		tot_csv_cell(out, path, first);
		return;
	}
	for (size_t i = 0; i < 3; i++) {
		struct tot_text name = {0};
		tot_text_format(&name, "%s:%s", names[i], path);
		tot_csv_cell(out, name.bytes ? name.bytes : "", first && i == 0);
		tot_text_free(&name);
	}
}

void tot_difference_cells(struct tot_text *out, const char *path, const struct tot_json *base,
			  const struct tot_json *reform, uint64_t line, bool first)
{
	struct tot_text cells[3] = {0};
	for (size_t i = 0; i < 3; i++)
		tot_text_add(&cells[i], "");
	tot_column_cell(&cells[0], path, base, line);
	tot_column_cell(&cells[1], path, reform, line);
	if (cells[0].bytes && cells[1].bytes)
		tot_difference(&cells[2], cells[0].bytes, cells[1].bytes);
	for (size_t i = 0; i < (is_line(path) ? 1U : 3U); i++)
		tot_csv_cell(out, cells[i].bytes ? cells[i].bytes : "", first && i == 0);
	for (size_t i = 0; i < 3; i++) {
		out->failed |= cells[i].failed;
		tot_text_free(&cells[i]);
	}
}

static const char *text_of(struct tot_text *text, const struct tot_json *value)
{
	text->size = 0;
	tot_text_add(text, "");
	tot_result_cell(text, value);
	return text->bytes ? text->bytes : "";
}

/* Amounts, starts and rights that are not the same; benefits and refunds by id. */
static void changed(struct tot_writer *w, const char *list, const char *leaf,
		    const struct tot_json *base, const struct tot_json *reform)
{
	const struct tot_json *entries = tot_json_get(reform, list);
	struct tot_text path = {0}, before = {0}, after = {0}, difference = {0};
	for (const struct tot_json *e = entries ? entries->first : NULL; e; e = e->next) {
		const char *id = tot_json_string(e, "id");
		path.size = difference.size = 0;
		tot_text_format(&path, "%s[%s].%s", list, id ? id : "", leaf);
		const char *a = text_of(&before, tot_result_find(base, path.bytes));
		const char *b = text_of(&after, tot_result_find(reform, path.bytes));
		if (strcmp(a, b) == 0)
			continue;
		tot_write_object(w, path.bytes);
		tot_write_text(w, "base", a);
		tot_write_text(w, "reform", b);
		tot_text_add(&difference, "");
		if (tot_difference(&difference, a, b))
			tot_write_string(w, "difference", difference.bytes);
		tot_write_object_end(w);
	}
	tot_text_free(&path);
	tot_text_free(&before);
	tot_text_free(&after);
	tot_text_free(&difference);
}

/* A line of JSON without its end. */
static void splice(struct tot_text *out, const char *key, const struct tot_text *line)
{
	tot_text_format(out, ",\"%s\":", key);
	tot_text_add_bytes(out, line->bytes, line->size - 1);
}

void tot_difference_line(struct tot_text *out, const struct tot_result *base,
			 const struct tot_result *reform, uint64_t line)
{
	static const struct {
		const char *list, *leaf;
	} rows[] = {{"benefits", "entitled"},
		    {"benefits", "start"},
		    {"benefits", "amount.value"},
		    {"refunds", "eligible"},
		    {"refunds", "net.value"}};
	struct tot_writer w = {.out = out, .compact = true};
	tot_text_format(out, "{\"line\":%llu", (unsigned long long)line);
	splice(out, "base", &base->text);
	splice(out, "reform", &reform->text);
	tot_text_add(out, ",\"changed\":");
	tot_write_object(&w, NULL);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		changed(&w, rows[i].list, rows[i].leaf, base->root, reform->root);
	tot_write_object_end(&w);
	tot_text_add(out, "}\n");
}
