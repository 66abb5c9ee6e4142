/* totalise law show: one parameter, or a part of it, as a lawyer reads it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show.h"

#include "figures.h"

struct show {
	struct tot_text *out;
	const struct tot_law *law;
	const struct tot_law_file *file;
	const char *part; /* what follows the parameter in the name: "tables.east", or "" */
	const struct tot_date *on;
	size_t shown;
};

/* True if `whole` is `part` or lies below it. */
static bool below(const char *whole, const char *part)
{
	size_t length = strlen(part);
	return length == 0 || (strncmp(whole, part, length) == 0 &&
			       (whole[length] == '\0' || whole[length] == '.'));
}

/* True if the part names this column, or everything of the grid. */
static bool wanted(const struct show *show, const struct tot_grid *grid, size_t column)
{
	size_t length = strlen(grid->path);
	if (below(grid->path, show->part))
		return true;
	const char *rest = show->part;
	if (length && (strncmp(rest, grid->path, length) != 0 || rest[length] != '.'))
		return false;
	rest += length ? length + 1 : 0;
	return tot_same(rest, grid->columns[column]);
}

static void add_place(struct tot_text *out, const struct tot_cell_at *at)
{
	struct tot_text name = {0};
	tot_figure_name(&name, at, true);
	/* Without the column, which stands before each value. */
	size_t column = strlen(at->grid->columns[at->column]) + 1;
	if (name.bytes && name.size > column)
		tot_text_add_bytes(out, name.bytes, name.size - column);
	tot_text_free(&name);
}

static void add_origin(struct show *show, const struct tot_cell_at *at, const char *confidence)
{
	const char *source = tot_grid_text(at->grid, at->row, at->grid->source_column);
	if (!source)
		source = tot_scope_source(at->grid->scope);
	tot_text_format(show->out, "  %s", confidence);
	if (tot_grid_draft(at->grid, at->row))
		tot_text_add(show->out, "  draft, not used");
	if (source[0])
		tot_text_format(show->out, "  %s", source);
	tot_text_add(show->out, "\n");
}

/* One line a row: place, days, values with their names, confidence, source. */
static void show_row(struct show *show, struct tot_cell_at *at)
{
	struct tot_cell_at last = *at;
	const char *confidence = NULL;
	for (at->column = 0; at->column < at->grid->column_count; at->column++) {
		at->cell = tot_grid_cell(at->grid, at->row, at->column);
		if (!tot_cell_is_figure(at) || !wanted(show, at->grid, at->column))
			continue;
		const char *own = tot_grid_confidence(at->grid, at->row, at->column);
		if (confidence && !tot_same(confidence, own))
			add_origin(show, &last, confidence);
		if (!confidence || !tot_same(confidence, own)) {
			add_place(show->out, at);
			tot_text_add(show->out, "  ");
			size_t before = show->out->size;
			tot_row_keys(show->out, at->grid, at->row, true);
			if (show->out->size > before)
				tot_text_add(show->out, "  ");
		} else {
			tot_text_add(show->out, ", ");
		}
		tot_text_format(show->out, "%s ", at->grid->columns[at->column]);
		tot_figure_value(show->out, at);
		confidence = own;
		last = *at;
		show->shown++;
	}
	if (confidence)
		add_origin(show, &last, confidence);
}

static void show_grids(struct show *show)
{
	struct tot_cell_at at = {.law = show->law, .file = show->file};
	for (at.grid = show->file->grids; at.grid; at.grid = at.grid->next) {
		for (at.row = 0; at.row < at.grid->row_count; at.row++) {
			bool draft = tot_grid_draft(at.grid, at.row);
			if (!show->on || (!draft && tot_row_holds(at.grid, at.row, *show->on)))
				show_row(show, &at);
		}
	}
}

static void show_text(struct show *show, const struct tot_json *value, const char *label)
{
	const struct tot_json *text = tot_json_get(value, label);
	if (text && text->type == TOT_JSON_STRING) {
		tot_text_format(show->out, "%s: %s\n", label, text->string);
	} else if (text && text->type == TOT_JSON_ARRAY) {
		for (const struct tot_json *item = text->first; item; item = item->next) {
			if (item->type == TOT_JSON_STRING)
				tot_text_format(show->out, "%s: %s\n", label, item->string);
		}
	}
}

static void show_head(struct show *show)
{
	static const char *const labels[] = {"unit", "law",  "as_of",  "source",
					     "note", "rule", "formula"};
	const struct tot_json *title = tot_json_get(show->file->root, "title");
	const char *english = tot_json_string(title, "en");
	const char *native = tot_json_string(title, "de");
	if (!native)
		native = tot_json_string(title, "ja");
	tot_text_format(show->out, "%s: %s", show->file->parameter, english ? english : "");
	tot_text_format(show->out, native ? " (%s)\n" : "%s\n", native ? native : "");
	for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
		show_text(show, show->file->root, labels[i]);
	tot_text_add(show->out, "\n");
}

/* Texts of the file below its head, each with its place. */
static void show_texts(struct show *show, const struct tot_json *value)
{
	char pointer[TOT_POINTER_TEXT];
	if (value->type == TOT_JSON_STRING) {
		tot_text_format(show->out, "%s: %s\n",
				tot_json_pointer(pointer, sizeof pointer, value), value->string);
		show->shown++;
	}
	for (const struct tot_json *child = value->first; child; child = child->next) {
		if (!child->key || (!tot_key_is_text(child->key) && !tot_same(child->key, "rows") &&
				    !tot_same(child->key, "values")))
			show_texts(show, child);
	}
}

static enum tot_status show_file(struct show *show)
{
	if (!show->on && show->part[0] == '\0')
		show_head(show);
	show_grids(show);
	if (!show->on && show->part[0] == '\0')
		show_texts(show, show->file->root);
	if (show->shown == 0 && (show->on || show->part[0]))
		return TOT_ERR_NO_PARAMETER;
	return show->out->failed ? TOT_ERR_MEMORY : TOT_OK;
}

/* "jp.epi_revaluation" or "jp.epi_revaluation_*" means the files of all fiscal years. */
static bool is_family(const char *name, const char *parameter)
{
	size_t length = strlen(parameter);
	if (tot_name_matches(name, parameter))
		return true;
	return length > 5 && parameter[length - 5] == '_' && strlen(name) == length - 5 &&
	       strncmp(name, parameter, length - 5) == 0;
}

static enum tot_status show_family(struct show *show, const char *name)
{
	enum tot_status status = TOT_ERR_NO_PARAMETER;
	for (size_t i = 0; i < show->law->file_count; i++) {
		show->file = &show->law->files[i];
		if (show->file->kind != TOT_FILE_PARAMETER ||
		    !is_family(name, show->file->parameter))
			continue;
		enum tot_status one = show_file(show);
		if (one != TOT_ERR_NO_PARAMETER)
			status = one;
	}
	return status;
}

enum tot_status tot_law_show(struct tot_text *out, const struct tot_law *law, const char *name,
			     const struct tot_date *on)
{
	struct show show = {.out = out, .law = law, .part = "", .on = on};
	if (tot_same(name, "agreements") ||
	    (strncmp(name, "agreements.", 11) == 0 && !tot_law_file(law, name)))
		return tot_show_agreements(out, law, name + (name[10] ? 11 : 10), on);
	if (tot_same(name, "agreements.overview"))
		return tot_show_overview(out, tot_law_file(law, name), on);
	for (size_t i = 0; i < law->file_count; i++) {
		const struct tot_law_file *file = &law->files[i];
		size_t length = strlen(file->parameter);
		if (file->kind != TOT_FILE_PARAMETER ||
		    strncmp(name, file->parameter, length) != 0 ||
		    (name[length] != '\0' && name[length] != '.'))
			continue;
		show.file = file;
		show.part = name + length + (name[length] == '.');
		return show_file(&show);
	}
	return show_family(&show, name);
}
