/* Strokes of the pictures: numbers to a tenth of a unit, texts escaped, styles by class. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_SVG_DRAW_H
#define TOT_REPORT_SVG_DRAW_H

#include "report/svg.h"
#include "report/words.h"

/* Width of every picture; a page scales it. */
#define TOT_SVG_WIDTH 760.0

/* Begin a picture of TOT_SVG_WIDTH x height with title and description. */
void tot_svg_open(struct tot_text *out, double height, const char *title, const char *description);
void tot_svg_close(struct tot_text *out);

/* Shapes in a class; a rectangle may carry a hint that readers see when they point at it, or NULL. */
void tot_svg_rect(struct tot_text *out, const char *style, double x, double y, double width,
		  double height, const char *hint);
void tot_svg_line(struct tot_text *out, const char *style, double x1, double y1, double x2,
		  double y2);

/* A mark in the form of a diamond around a point. */
void tot_svg_diamond(struct tot_text *out, const char *style, double x, double y, double size);

/* A line through points: begin, then any number of points, then end. */
void tot_svg_path_begin(struct tot_text *out, const char *style);
void tot_svg_path_point(struct tot_text *out, double x, double y, bool first);
void tot_svg_path_end(struct tot_text *out, bool closed);

/* Where a text stands against its point. */
enum tot_svg_anchor { TOT_SVG_START, TOT_SVG_MIDDLE, TOT_SVG_END };

void tot_svg_text(struct tot_text *out, const char *style, enum tot_svg_anchor anchor, double x,
		  double y, const char *text);
void tot_svg_textf(struct tot_text *out, const char *style, enum tot_svg_anchor anchor, double x,
		   double y, const char *format, ...) TOT_PRINTF(6, 7);

/* Text that XML keeps as it is written: & < > " escaped, control characters left out. */
void tot_svg_escape(struct tot_text *out, const char *text);

/* A text cut to `cells` terminal cells, with "..." at its end when something is missing. */
void tot_svg_cut(char *out, size_t size, const char *text, int cells);

#endif
