/* Charts with two axes: money up, years or rates across. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/svg_chart.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STEPS 5.0 /* lines of the grid, about */

static double place(double value, double from, double to)
{
	const double share = to > from ? (value - from) / (to - from) : 0.0;
	return share < 0.0 ? 0.0 : share > 1.0 ? 1.0 : share;
}

double tot_svg_x(const struct tot_svg_field *field, double x)
{
	return field->left + field->width * place(x, field->x_from, field->x_to);
}

double tot_svg_y(const struct tot_svg_field *field, double y)
{
	return field->top + field->height * (1.0 - place(y, field->y_from, field->y_to));
}

void tot_svg_hold(struct tot_svg_field *io, double y)
{
	if (!isfinite(y))
		return;
	io->y_from = fmin(io->y_from, y);
	io->y_to = fmax(io->y_to, y);
}

/* 1, 2 or 5 times a power of ten. */
static double round_step(double range)
{
	const double rough = range / STEPS;
	const double power = pow(10.0, floor(log10(rough)));
	const double lead = rough / power;
	return power * (lead <= 1.0 ? 1.0 : lead <= 2.0 ? 2.0 : lead <= 5.0 ? 5.0 : 10.0);
}

static double step_of(const struct tot_svg_field *field)
{
	const double range = field->y_to - field->y_from;
	return range > 0.0 && isfinite(range) ? round_step(range) : 1.0;
}

void tot_svg_round(struct tot_svg_field *io)
{
	if (!(io->y_to > io->y_from))
		io->y_to = io->y_from + 1.0;
	const double step = step_of(io);
	io->y_from = step * floor(io->y_from / step);
	io->y_to = step * ceil(io->y_to / step);
}

char *tot_svg_money(char *out, double value)
{
	static const struct {
		double unit;
		const char *name;
	} units[] = {{1e9, " bn"}, {1e6, " m"}, {1e3, " k"}, {1.0, ""}};
	const double size = fabs(value);
	size_t i = 0;
	while (i < 3 && size < units[i].unit)
		i++;
	if (!(size < 1e15)) {
		snprintf(out, TOT_DECIMAL_TEXT, "-");
		return out;
	}
	const long tenths = lround(value / units[i].unit * 10.0);
	const long whole = labs(tenths) / 10, tenth = labs(tenths) % 10;
	if (tenth && whole < 100)
		snprintf(out, TOT_DECIMAL_TEXT, "%s%ld.%ld%s", tenths < 0 ? "-" : "", whole, tenth,
			 units[i].name);
	else
		snprintf(out, TOT_DECIMAL_TEXT, "%s%ld%s", tenths < 0 ? "-" : "",
			 (labs(tenths) + 5) / 10, units[i].name);
	return out;
}

void tot_svg_money_axis(struct tot_text *out, const struct tot_svg_field *field,
			const char *currency)
{
	const double step = step_of(field);
	const int lines = (int)lround((field->y_to - field->y_from) / step);
	for (int i = 0; i <= lines && i < 40; i++) {
		char text[TOT_DECIMAL_TEXT];
		const double value = field->y_from + step * i;
		const double y = tot_svg_y(field, value);
		const bool zero = fabs(value) < step / 2.0;
		tot_svg_line(out, zero ? "ts-axis" : "ts-grid", field->left, y,
			     field->left + field->width, y);
		tot_svg_text(out, "ts-s", TOT_SVG_END, field->left - 6.0, y + 4.0,
			     tot_svg_money(text, zero ? 0.0 : value));
	}
	tot_svg_text(out, "ts-s", TOT_SVG_END, field->left - 6.0, field->top - 10.0, currency);
}

void tot_svg_age_axis(struct tot_text *out, const struct tot_svg_field *field, int years,
		      const char *name)
{
	const double bottom = field->top + field->height;
	int age = (int)ceil(field->x_from);
	age += (years - age % years) % years;
	for (; age <= (int)field->x_to; age += years) {
		const double x = tot_svg_x(field, age);
		tot_svg_line(out, "ts-grid", x, field->top, x, bottom);
		tot_svg_textf(out, "ts-s", TOT_SVG_MIDDLE, x, bottom + 16.0, "%d", age);
	}
	tot_svg_text(out, "ts-s", TOT_SVG_END, field->left + field->width, bottom + 32.0, name);
}

void tot_svg_key(struct tot_text *out, const char *style, bool area, double *x, double y,
		 const char *text)
{
	char cut[80];
	tot_svg_cut(cut, sizeof cut, text, 42);
	if (area)
		tot_svg_rect(out, style, *x, y - 9.0, 20.0, 11.0, NULL);
	else
		tot_svg_line(out, style, *x, y - 4.0, *x + 20.0, y - 4.0);
	tot_svg_text(out, "ts-s", TOT_SVG_START, *x + 25.0, y, cut);
	*x += 44.0 + 6.0 * (double)tot_text_cells(cut);
}
