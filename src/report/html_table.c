/* Tables of the page: a caption, heads of columns and rows, and a frame that scrolls on a phone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

static const char *class_of(const char *column)
{
	return column[0] == '>' ? "number" : column[0] == '|' ? "short" : NULL;
}

void tot_page_table(struct tot_page *page, const char *caption, const char *const *columns)
{
	struct tot_html *h = tot_page_html(page);
	tot_html_open(h, "div"); /* scrolled with the keyboard: it takes the focus and has a name */
	tot_html_attr(h, "class", "frame");
	tot_html_attr(h, "role", "region");
	tot_html_attr(h, "tabindex", "0");
	tot_html_attr(h, "aria-label", caption);
	tot_html_open(h, "table");
	tot_html_line(h, "caption", caption);
	tot_html_open(h, "thead");
	tot_html_open(h, "tr");
	for (; *columns; columns++) {
		const char *class = class_of(*columns);
		tot_html_open(h, "th");
		tot_html_attr(h, "scope", "col");
		if (class)
			tot_html_attr(h, "class", class);
		tot_html_text(h, *columns + (class ? 1 : 0));
		tot_html_close(h);
	}
	tot_html_close(h);
	tot_html_close(h);
	tot_html_open(h, "tbody");
}

void tot_page_table_end(struct tot_page *page)
{
	for (int i = 0; i < 3; i++)
		tot_html_close(&page->body);
}

void tot_page_row(struct tot_page *page)
{
	tot_html_open(&page->body, "tr");
}

void tot_page_cell(struct tot_page *page, const char *column, const char *text)
{
	const char *class = class_of(column);
	tot_html_open(&page->body, "td");
	if (class)
		tot_html_attr(&page->body, "class", class);
	tot_html_text(&page->body, text);
	tot_html_close(&page->body);
}

void tot_page_row_end(struct tot_page *page)
{
	tot_html_close(&page->body);
}
