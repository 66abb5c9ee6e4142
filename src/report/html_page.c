/* The page of a report: sections, lists and tables from the paragraphs of the chapters. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

#include <stdio.h>
#include <string.h>

#define CHAPTER_INDENT 1
#define DETAIL_INDENT 8

static struct tot_page *page_of(struct tot_setter *setter)
{
	return (struct tot_page *)setter;
}

static void close_block(struct tot_page *page)
{
	static const int levels[] = {[TOT_BLOCK_NONE] = 0,
				     [TOT_BLOCK_LIST] = 1,
				     [TOT_BLOCK_FACTS] = 2,
				     [TOT_BLOCK_ROWS] = 2};
	for (int i = 0; i < levels[page->block]; i++)
		tot_html_close(&page->body);
	page->block = TOT_BLOCK_NONE;
}

static void open_block(struct tot_page *page, enum tot_page_block block)
{
	struct tot_html *h = &page->body;
	if (page->block == block)
		return;
	close_block(page);
	page->block = block;
	tot_html_open(h, block == TOT_BLOCK_LIST    ? "ul"
			 : block == TOT_BLOCK_FACTS ? "dl"
						    : "table");
	if (block == TOT_BLOCK_ROWS) {
		tot_html_attr(h, "class", "amounts");
		tot_html_open(h, "tbody");
	}
}

struct tot_html *tot_page_html(struct tot_page *page)
{
	close_block(page);
	if (page->why)
		tot_page_why(page, page->why);
	page->why = NULL;
	return &page->body;
}

struct tot_text *tot_page_text(struct tot_page *page)
{
	return &page->paragraphs;
}

static void close_section(struct tot_page *page)
{
	struct tot_html *h = tot_page_html(page);
	if (page->in_section)
		tot_html_close(h);
	page->in_section = false;
}

/* A new section, with its line in the contents. */
static void heading(struct tot_setter *setter, const char *title)
{
	struct tot_page *page = page_of(setter);
	const char *signs = strstr(title, " (");
	const int size = (int)(signs ? (size_t)(signs - title) : strlen(title));
	char place[16], link[17], name[24];
	close_section(page);
	snprintf(place, sizeof place, "part%d", ++page->sections);
	snprintf(link, sizeof link, "#%s", place);
	snprintf(name, sizeof name, "%s-title", place);
	tot_html_open(&page->body, "section");
	tot_html_attr(&page->body, "id", place);
	tot_html_attr(&page->body, "aria-labelledby", name);
	tot_html_open(&page->body, "h2");
	tot_html_attr(&page->body, "id", name);
	tot_html_textf(&page->body, "%.*s", size, title);
	tot_html_close(&page->body);
	tot_html_open(&page->contents, "li");
	tot_html_open(&page->contents, "a");
	tot_html_attr(&page->contents, "href", link);
	tot_html_textf(&page->contents, "%.*s", size, title);
	tot_html_close(&page->contents);
	tot_html_close(&page->contents);
	page->in_section = true;
}

static void subheading(struct tot_setter *setter, const char *title)
{
	tot_html_line(tot_page_html(page_of(setter)), "h3", title);
}

void tot_page_name(struct tot_html *h, const char *title, const char *id)
{
	const char *term = tot_native_term(id);
	char name[TOT_TITLE_TEXT];
	tot_html_text(h, term ? tot_title_short(name, title) : title);
	if (!term)
		return;
	tot_html_text(h, " (");
	tot_html_open(h, "span");
	tot_html_attr(h, "lang", tot_native_language(id));
	tot_html_text(h, term);
	tot_html_close(h);
	tot_html_text(h, ")");
}

static void title(struct tot_setter *setter, const char *title, const char *id, const char *tail)
{
	struct tot_page *page = page_of(setter);
	struct tot_html *h = tot_page_html(page);
	tot_html_open(h, "h4");
	tot_page_name(h, title, id);
	tot_html_text(h, tail);
	tot_html_text(h, " ");
	tot_html_line(h, "code", id);
	tot_html_close(h);
	page->why = id;
}

/* Where a name stands before the answer, a list of facts; where a dash, a list. */
static void paragraph(struct tot_setter *setter, int indent, const char *label, const char *text)
{
	struct tot_page *page = page_of(setter);
	struct tot_html *h = &page->body;
	if (indent <= CHAPTER_INDENT && !label[0])
		tot_page_html(page); /* about the chapter, no longer about the last entry */
	if (label[0]) {
		open_block(page, TOT_BLOCK_FACTS);
		if (h->open[h->depth - 1][0] == 'd' && h->open[h->depth - 1][1] == 'd')
			tot_html_close(h);
		tot_html_line(h, "dt", label);
		tot_html_open(h, "dd");
	} else if (strncmp(text, "- ", 2) == 0) {
		open_block(page, TOT_BLOCK_LIST);
		tot_html_line(h, "li", text + 2);
		return;
	} else if (page->block != TOT_BLOCK_FACTS) {
		close_block(page);
	}
	tot_html_open(h, "p");
	if (indent >= DETAIL_INDENT && page->block != TOT_BLOCK_FACTS)
		tot_html_attr(h, "class", "detail");
	tot_html_text(h, text);
	tot_html_close(h);
}

static void row(struct tot_setter *setter, const char *name, const char *value)
{
	struct tot_page *page = page_of(setter);
	open_block(page, TOT_BLOCK_ROWS);
	tot_html_open(&page->body, "tr");
	tot_html_open(&page->body, "th");
	tot_html_attr(&page->body, "scope", "row");
	tot_html_text(&page->body, name);
	tot_html_close(&page->body);
	tot_html_line(&page->body, "td", value);
	tot_html_close(&page->body);
}

static void result(struct tot_setter *setter, const char *id)
{
	struct tot_page *page = page_of(setter);
	tot_page_html(page);
	tot_page_why(page, id);
}

void tot_page_begin(struct tot_page *page, const struct tot_report *report, int depth)
{
	*page = (struct tot_page){
		.setter = {heading, subheading, title, paragraph, row, result},
		.report = report,
		.depth = depth,
	};
	page->body.out = &page->body_text;
	page->contents.out = &page->contents_text;
	page->paragraphs.setter = &page->setter;
	tot_text_add(&page->derived, " ");
}

void tot_page_picture(struct tot_page *page,
		      bool (*draw)(struct tot_text *out, const struct tot_report *report))
{
	struct tot_text picture = {0};
	struct tot_html *h = tot_page_html(page);
	if (draw(&picture, page->report) && picture.bytes) {
		tot_html_open(h, "figure");
		tot_html_markup(h, picture.bytes);
		tot_html_close(h);
	}
	h->out->failed |= picture.failed;
	tot_text_free(&picture);
}

static void contents(struct tot_html *h, const struct tot_page *page)
{
	tot_html_open(h, "nav");
	tot_html_attr(h, "aria-label", "Contents");
	tot_html_open(h, "ul");
	tot_html_markup(h, page->contents_text.bytes ? page->contents_text.bytes : "");
	tot_html_close(h);
	tot_html_close(h);
}

void tot_page_end(struct tot_page *page, struct tot_text *out)
{
	struct tot_html h = {.out = out};
	const char *title = tot_report_title(page->report);
	struct tot_text person = {.setter = &page->setter};
	close_section(page);
	tot_text_add(out, "<!DOCTYPE html>\n");
	tot_html_open(&h, "html");
	tot_html_attr(&h, "lang", "en");
	tot_html_head(&h, title, page->body_text.bytes ? page->body_text.bytes : "");
	tot_html_open(&h, "body");
	tot_html_open(&h, "a");
	tot_html_attr(&h, "class", "skip");
	tot_html_attr(&h, "href", "#main");
	tot_html_text(&h, "To the answer");
	tot_html_close(&h);
	tot_html_open(&h, "header");
	tot_html_line(&h, "h1", title);
	page->body = h; /* the same words as in the text, set at this place */
	tot_text_person(&person, page->report);
	h = page->body;
	tot_html_close(&h);
	contents(&h, page);
	tot_html_open(&h, "main");
	tot_html_attr(&h, "id", "main");
	tot_html_markup(&h, page->body_text.bytes ? page->body_text.bytes : "");
	for (size_t open = h.depth; open; open--)
		tot_html_close(&h);
	out->failed |= page->body_text.failed || page->contents_text.failed ||
		       page->paragraphs.failed || page->derived.failed || person.failed;
	tot_text_free(&page->body_text);
	tot_text_free(&page->contents_text);
	tot_text_free(&page->paragraphs);
	tot_text_free(&page->derived);
	tot_text_free(&person);
}
