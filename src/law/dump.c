/* totalise law dump: every figure, one a line, sorted; a change of data is reviewed here. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "digest.h"
#include "figures.h"
#include "lines.h"

struct dump {
	struct tot_lines lines;
	struct tot_text name, text;
};

static void add_figure(void *context, const struct tot_cell_at *at)
{
	struct dump *dump = context;
	struct tot_text *text = &dump->text;
	tot_figure_name(&dump->name, at, true);
	size_t before = text->size;
	tot_row_keys(text, at->grid, at->row, true);
	if (text->size > before)
		tot_text_add(text, "  ");
	tot_figure_value(text, at);
	tot_text_format(text, "  %s", tot_grid_confidence(at->grid, at->row, at->column));
	if (tot_grid_draft(at->grid, at->row))
		tot_text_add(text, "  draft");
	tot_lines_add(&dump->lines, &dump->name, text, NULL);
}

/* The probabilities of a life table are too many for lines; their fingerprint stands for them. */
static void add_life_table(struct dump *dump, const struct tot_life_table *table)
{
	size_t cells = (size_t)table->ages * (size_t)table->years;
	uint64_t digest = TOT_DIGEST_START;
	for (size_t i = 0; i < cells; i++) {
		int64_t millionths = (int64_t)(table->qx[i] * 1e8 + 0.5);
		for (int byte = 0; byte < 8; byte++) {
			unsigned char part = (unsigned char)((uint64_t)millionths >> (8 * byte));
			digest = tot_digest_add(digest, &part, 1);
		}
	}
	tot_text_format(&dump->name, "mortality.%s", table->id);
	tot_text_format(&dump->text, "%d ages, %d years", table->ages, table->years);
	if (table->first_year)
		tot_text_format(&dump->text, " from %d", table->first_year);
	tot_text_format(&dump->text, ", fingerprint %016llx  %s", (unsigned long long)digest,
			table->confidence);
	tot_lines_add(&dump->lines, &dump->name, &dump->text, NULL);
}

enum tot_status tot_law_dump(struct tot_text *out, const struct tot_law *law)
{
	struct dump dump = {0};
	tot_law_each(law, add_figure, &dump);
	for (size_t i = 0; i < law->table_count; i++)
		add_life_table(&dump, &law->tables[i]);
	tot_lines_sort(&dump.lines);
	for (size_t i = 0; i < dump.lines.count; i++)
		tot_text_format(out, "%s  %s\n", dump.lines.lines[i].name,
				dump.lines.lines[i].text);
	enum tot_status status = tot_lines_status(&dump.lines, out);
	tot_lines_free(&dump.lines);
	tot_text_free(&dump.name);
	tot_text_free(&dump.text);
	return status;
}
