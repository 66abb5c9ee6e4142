/* The page of a report: its state while it is written, and the chapters that are more than paragraphs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_HTML_PART_H
#define TOT_REPORT_HTML_PART_H

#include "report/html_writer.h"
#include "report/text_part.h"

/* What lies open inside a section of the page. */
enum tot_page_block { TOT_BLOCK_NONE, TOT_BLOCK_LIST, TOT_BLOCK_FACTS, TOT_BLOCK_ROWS };

/* The body is written while the contents are gathered; tot_page_text is what the chapters write into. */
struct tot_page {
	struct tot_setter setter; /* first: the chapters know only this */
	struct tot_html body, contents;
	struct tot_text body_text, contents_text, paragraphs;
	struct tot_text
		derived; /* ids of the derivations that stand on the page: " DE.w5 JP.refund " */
	const struct tot_report *report;
	const char *why; /* id of the entry whose derivation is to follow it; NULL = none */
	enum tot_page_block block;
	int sections, depth; /* depth: levels of a derivation, negative = all */
	bool in_section;
};

void tot_page_begin(struct tot_page *page, const struct tot_report *report, int depth);

/* The finished page into out; frees what the page holds. */
void tot_page_end(struct tot_page *page, struct tot_text *out);

/* What a chapter writes its paragraphs into. */
struct tot_text *tot_page_text(struct tot_page *page);

/* Close lists, tables of amounts and the derivation that is due; before markup of a chapter's own. */
struct tot_html *tot_page_html(struct tot_page *page);

/*
 * A table with its caption. Columns begin with '>' where numbers stand, with '|' where months and other short
 * words do that are not to be broken.
 * Given      columns: their titles, NULL at the end; the first cell of each row is its head
 */
void tot_page_table(struct tot_page *page, const char *caption, const char *const *columns);
void tot_page_table_end(struct tot_page *page);
void tot_page_row(struct tot_page *page);
void tot_page_cell(struct tot_page *page, const char *column, const char *text);
void tot_page_row_end(struct tot_page *page);

/* A title with the statute's own name in its language: "Regular old-age pension (Regelaltersrente)". */
void tot_page_name(struct tot_html *h, const char *title, const char *id);

/* The derivation of a result behind a line that opens it; nothing if it is there already or has no step. */
void tot_page_why(struct tot_page *page, const char *id);

/* The derivation of this id stands on the page. */
bool tot_page_has_why(const struct tot_page *page, const char *id);

/* One step with what it rests on, `depth` levels of it. */
void tot_html_step(struct tot_html *h, const struct tot_report *report, const struct tot_step *step,
		   int depth);

void tot_html_life(struct tot_page *page);
void tot_html_tests(struct tot_page *page);
void tot_html_pensions(struct tot_page *page);
void tot_html_comparison(struct tot_page *page);

/* A picture of svg.h, if there is something to draw. */
void tot_page_picture(struct tot_page *page,
		      bool (*draw)(struct tot_text *out, const struct tot_report *report));

/* The head of the page: its policy allows the style sheets that it holds and nothing else. */
void tot_html_head(struct tot_html *h, const char *title, const char *body);

extern const char tot_html_style[];

#endif
