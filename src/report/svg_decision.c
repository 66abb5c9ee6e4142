/* What moves the answer: heat map, tornado, and the four cells of keep and refund. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/svg_chart.h"

#define BARS_MAX 10
#define BAR_HEIGHT 26.0

/* Light to dark on either side of nothing: five steps of gain, five of loss. */
static const char *heat_style(double gain, double most)
{
	static const char *const keep[] = {"ts-k1", "ts-k2", "ts-k3", "ts-k4"};
	static const char *const refund[] = {"ts-r1", "ts-r2", "ts-r3", "ts-r4"};
	const double share = most > 0.0 ? fabs(gain) / most : 0.0;
	const size_t step = share > 0.6 ? 3 : share > 0.3 ? 2 : share > 0.1 ? 1 : 0;
	return gain < 0.0 ? refund[step] : keep[step];
}

static double heat_most(const struct tot_heat *heat)
{
	double most = 0.0;
	for (size_t a = 0; a < TOT_HEAT_AGES; a++)
		for (size_t r = 0; r < TOT_HEAT_RATES; r++)
			most = fmax(most, fabs(heat->gain[a][r]));
	return most;
}

/* First row that the person can still live to. */
static size_t first_row(const struct tot_report *report)
{
	const double now =
		(double)(tot_month_of(report->as_of) - tot_month_of(report->life->person.born)) /
		12.0;
	size_t row = 0;
	while (row < TOT_HEAT_AGES && report->comparison->heat.ages[row] < now)
		row++;
	return row;
}

struct grid {
	double left, top, cell_x, cell_y;
	size_t first, last; /* rows drawn, the oldest on top */
};

static double row_y(const struct grid *g, size_t row)
{
	return g->top + g->cell_y * (double)(g->last - row);
}

/* The border between gain and loss, along the edges of the cells. */
static void zero_line(struct tot_text *out, const struct grid *g, const struct tot_heat *heat)
{
	for (size_t a = g->first; a <= g->last; a++)
		for (size_t r = 0; r < TOT_HEAT_RATES; r++) {
			const bool loss = heat->gain[a][r] < 0.0;
			const double x = g->left + g->cell_x * (double)r, y = row_y(g, a);
			if (r + 1 < TOT_HEAT_RATES && loss != (heat->gain[a][r + 1] < 0.0))
				tot_svg_line(out, "ts-zero", x + g->cell_x, y, x + g->cell_x,
					     y + g->cell_y);
			if (a < g->last && loss != (heat->gain[a + 1][r] < 0.0))
				tot_svg_line(out, "ts-zero", x, y, x + g->cell_x, y);
		}
}

static void heat_cells(struct tot_text *out, const struct grid *g, const struct tot_comparison *c)
{
	const double most = heat_most(&c->heat);
	for (size_t a = g->first; a <= g->last; a++) {
		tot_svg_textf(out, "ts-s", TOT_SVG_END, g->left - 6.0,
			      row_y(g, a) + g->cell_y / 2.0 + 4.0, "%ld", lround(c->heat.ages[a]));
		for (size_t r = 0; r < TOT_HEAT_RATES; r++) {
			char hint[160], money[TOT_DECIMAL_TEXT];
			const double gain = c->heat.gain[a][r];
			snprintf(hint, sizeof hint, "%s ahead by %s %s",
				 gain < 0.0 ? "refund" : "keeping",
				 tot_svg_money(money, fabs(gain)), c->currency);
			tot_svg_rect(out, heat_style(gain, most), g->left + g->cell_x * (double)r,
				     row_y(g, a), g->cell_x - 1.0, g->cell_y - 1.0, hint);
		}
	}
	for (size_t r = 0; r < TOT_HEAT_RATES; r += 2)
		tot_svg_textf(out, "ts-s", TOT_SVG_MIDDLE, g->left + g->cell_x * ((double)r + 0.5),
			      row_y(g, g->first) + g->cell_y + 16.0, "%ld %%",
			      lround(100.0 * c->heat.rates[r]));
}

bool tot_svg_heat_map(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_comparison *c = report->comparison;
	struct grid g = {
		.left = 76.0, .top = 56.0, .cell_x = 664.0 / TOT_HEAT_RATES, .cell_y = 16.0};
	double x = 16.0;
	if (!c || !c->heat.known)
		return false;
	g.first = first_row(report);
	g.last = TOT_HEAT_AGES - 1;
	if (g.first > g.last)
		return false;
	const double bottom = row_y(&g, g.first) + g.cell_y;
	tot_svg_open(out, bottom + 64.0, "Who gains: by interest and age at death",
		     "Gain of keeping against the best refund by yearly interest and age at death; "
		     "the line is where both are worth the same.");
	tot_svg_text(out, "ts-s", TOT_SVG_START, 16.0, 46.0, "age at death");
	heat_cells(out, &g, c);
	zero_line(out, &g, &c->heat);
	tot_svg_text(out, "ts-s", TOT_SVG_END, 740.0, bottom + 34.0, "interest a year");
	tot_svg_key(out, "ts-k3", true, &x, bottom + 50.0, "keeping pays more");
	tot_svg_key(out, "ts-r3", true, &x, bottom + 50.0, "the refund pays more");
	tot_svg_close(out);
	return true;
}

/* Both ends of one bar. */
struct bar {
	const struct tot_sensitivity *low, *high;
};

static size_t collect(struct bar *out, const struct tot_comparison *c)
{
	size_t count = 0;
	for (size_t i = 0; i < c->sensitivity_count; i++) {
		const struct tot_sensitivity *s = &c->sensitivity[i];
		if (s->bar >= BARS_MAX)
			continue;
		struct bar *bar = &out[s->bar];
		if (s->bar >= count)
			count = s->bar + 1;
		if (!bar->low || s->gain < bar->low->gain)
			bar->low = s;
		if (!bar->high || s->gain > bar->high->gain)
			bar->high = s;
	}
	return count;
}

static void draw_bar(struct tot_text *out, const struct tot_svg_field *field, const struct bar *bar,
		     double gain, double y)
{
	const double from = fmin(bar->low->gain, gain), to = fmax(bar->high->gain, gain);
	const double x1 = tot_svg_x(field, from), x2 = tot_svg_x(field, to);
	const double zero = tot_svg_x(field, 0.0);
	char hint[240];
	tot_svg_text(out, "ts-t", TOT_SVG_END, field->left - 10.0, y + 15.0, bar->low->assumption);
	snprintf(hint, sizeof hint, "%s ... %s", bar->low->setting, bar->high->setting);
	if (x1 < zero)
		tot_svg_rect(out, "ts-r3", x1, y + 3.0, fmin(x2, zero) - x1, 16.0, hint);
	if (x2 > zero)
		tot_svg_rect(out, "ts-k3", fmax(x1, zero), y + 3.0, x2 - fmax(x1, zero), 16.0,
			     hint);
}

/* Settings below the bars would not fit: the widest ones are told in full. */
static void tell(struct tot_text *out, const struct bar *bar, double y)
{
	char low[96], high[96];
	tot_svg_cut(low, sizeof low, bar->low->setting, 40);
	tot_svg_cut(high, sizeof high, bar->high->setting, 40);
	tot_svg_textf(out, "ts-s", TOT_SVG_START, 16.0, y, "%s: %s ... %s", bar->low->assumption,
		      low, high);
}

bool tot_svg_tornado(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_comparison *c = report->comparison;
	struct bar bars[BARS_MAX] = {{NULL, NULL}};
	if (!c || !c->base || !c->best || !c->sensitivity_count)
		return false;
	const size_t count = collect(bars, c);
	const double gain = c->base->value - c->best->value;
	const double height = BAR_HEIGHT * (double)count;
	struct tot_svg_field field = {.left = 230.0, .top = 66.0, .width = 510.0, .height = height};
	field.x_from = field.x_to = gain;
	for (size_t i = 0; i < count; i++) {
		field.x_from = fmin(field.x_from, bars[i].low->gain);
		field.x_to = fmax(field.x_to, bars[i].high->gain);
	}
	field.x_from = fmin(field.x_from, 0.0);
	field.x_to = fmax(field.x_to, 0.0);
	tot_svg_open(out, field.top + height + 96.0, "What moves the answer",
		     "Gain of keeping against the best refund when one assumption moves, the "
		     "strongest first.");
	for (size_t i = 0; i < count; i++)
		draw_bar(out, &field, &bars[i], gain, field.top + BAR_HEIGHT * (double)i);
	const double now = tot_svg_x(&field, gain), zero = tot_svg_x(&field, 0.0);
	char money[TOT_DECIMAL_TEXT];
	tot_svg_line(out, "ts-axis", zero, field.top - 6.0, zero, field.top + height);
	tot_svg_line(out, "ts-now", now, field.top - 6.0, now, field.top + height);
	tot_svg_text(out, "ts-s", now > 680.0 ? TOT_SVG_END : TOT_SVG_MIDDLE, now, field.top - 12.0,
		     tot_svg_money(money, gain));
	if (fabs(now - zero) > 40.0)
		tot_svg_text(out, "ts-s", TOT_SVG_MIDDLE, zero, field.top - 12.0, "0");
	double x = 16.0, y = field.top + height + 22.0;
	tot_svg_key(out, "ts-k3", true, &x, y, "keeping pays more");
	tot_svg_key(out, "ts-r3", true, &x, y, "the refund pays more");
	tot_svg_textf(out, "ts-s", TOT_SVG_END, 740.0, y, "gain of keeping, %s", c->currency);
	for (size_t i = 0; i < count && i < 3; i++)
		tell(out, &bars[i], y + 22.0 + 16.0 * (double)i);
	tot_svg_close(out);
	return true;
}
