/* Keep and refund side by side: value, what is paid, what closes a cell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "report/svg_chart.h"

#define TILE 172.0
#define KINDS_MAX 5

/* One cell of the matrix: what a strategy is worth, or why it is closed. */
static void wrapped(struct tot_text *out, double x, double y, const char *text, size_t lines)
{
	char line[80];
	size_t used = 0;
	while (*text && used < lines) {
		size_t take = 0, blank = 0;
		for (; take < 50 && text[take]; take++)
			if (text[take] == ' ')
				blank = take;
		if (text[take] && blank)
			take = blank;
		while (((unsigned char)text[take] & 0xC0) == 0x80)
			take--;
		const bool more = text[take] && used + 1 == lines;
		snprintf(line, sizeof line, "%.*s%s", (int)take, text, more ? " ..." : "");
		tot_svg_text(out, "ts-n", TOT_SVG_START, x, y + 15.0 * (double)used++, line);
		text += take;
		while (*text == ' ')
			text++;
	}
}

static void open_tile(struct tot_text *out, const struct tot_valued *s, const char *currency,
		      double x, double y)
{
	char money[TOT_DECIMAL_TEXT];
	tot_svg_textf(out, "ts-h", TOT_SVG_START, x, y + 46.0, "%s %s",
		      tot_svg_money(money, s->value), currency);
	for (size_t i = 0; i < s->by_kind_count && i < KINDS_MAX; i++)
		tot_svg_textf(out, "ts-n", TOT_SVG_START, x, y + 66.0 + 15.0 * (double)i, "%s %s",
			      s->by_kind[i].name, tot_svg_money(money, s->by_kind[i].value));
	if (!s->by_kind_count)
		tot_svg_text(out, "ts-n", TOT_SVG_START, x, y + 66.0, "nothing is ever paid");
	if (s->no_price_count)
		wrapped(out, x, y + 146.0,
			"lost without a price: rights of survivors, on disability, years that "
			"count",
			2);
}

static void tile(struct tot_text *out, const struct tot_comparison *c, const struct tot_valued *s,
		 double x, double y)
{
	char title[128];
	const bool best = !s->closed && c->verdict && c->base && c->best &&
			  (s == c->base ? strcmp(c->verdict, "keep") == 0
					: s == c->best && strcmp(c->verdict, "refund") == 0);
	tot_svg_rect(out, s->closed ? "ts-fx" : best ? "ts-k1" : "ts-fw", x, y, 354.0, TILE, NULL);
	tot_svg_cut(title, sizeof title, s->title && *s->title ? s->title : s->id, 46);
	tot_svg_text(out, "ts-b", TOT_SVG_START, x + 12.0, y + 22.0, title);
	if (!s->closed) {
		open_tile(out, s, c->currency, x + 12.0, y);
		return;
	}
	tot_svg_text(out, "ts-t", TOT_SVG_START, x + 12.0, y + 46.0, "not possible");
	for (size_t i = 0; i < s->reason_count && i < 3; i++)
		wrapped(out, x + 12.0, y + 66.0 + 32.0 * (double)i, s->reasons[i], 2);
}

bool tot_svg_matrix(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_comparison *c = report->comparison;
	if (!c || !c->strategy_count)
		return false;
	const size_t rows = (c->strategy_count + 1) / 2 < 4 ? (c->strategy_count + 1) / 2 : 4;
	tot_svg_open(out, 44.0 + (TILE + 12.0) * (double)rows, "Keep or refund: what is possible",
		     "Each strategy with its value and what is paid, or why it is not possible.");
	for (size_t i = 0; i < c->strategy_count && i < 2 * rows; i++)
		tile(out, c, &c->strategies[i], 16.0 + 370.0 * (double)(i % 2),
		     40.0 + (TILE + 12.0) * (double)(i - i % 2) / 2.0);
	tot_svg_close(out);
	return true;
}
