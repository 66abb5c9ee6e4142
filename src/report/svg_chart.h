/* Charts with two axes: money up, years or rates across. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_SVG_CHART_H
#define TOT_REPORT_SVG_CHART_H

#include "report/svg_draw.h"

/* The field of a chart inside its picture, and what its edges mean. */
struct tot_svg_field {
	double left, top, width, height;
	double x_from, x_to, y_from, y_to;
};

/* Place of a point of the field in the picture; values outside lie on the edge. */
double tot_svg_x(const struct tot_svg_field *field, double x);
double tot_svg_y(const struct tot_svg_field *field, double y);

/* Widen y_from and y_to to hold the value, then to round numbers around all of them. */
void tot_svg_hold(struct tot_svg_field *io, double y);
void tot_svg_round(struct tot_svg_field *io);

/* Grid and labels: money at the left, ages at the bottom every `years`. */
void tot_svg_money_axis(struct tot_text *out, const struct tot_svg_field *field,
			const char *currency);
void tot_svg_age_axis(struct tot_text *out, const struct tot_svg_field *field, int years,
		      const char *name);

/* "1.2 m", "350 k", "80": money in few cells. Returns the buffer of TOT_DECIMAL_TEXT bytes. */
char *tot_svg_money(char *out, double value);

/* A sample of a line or area with its meaning; *x moves on to the next one. */
void tot_svg_key(struct tot_text *out, const char *style, bool area, double *x, double y,
		 const char *text);

#endif
