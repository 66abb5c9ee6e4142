/* Strokes of the pictures: numbers to a tenth of a unit, texts escaped, styles by class. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/svg_draw.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Light by default and in print, dark where the reader's screen asks for it. Strategies and states
 * differ in lightness too, so that a print without colours can be read.
 */
static const char light[] = ".ts-bg{fill:#fff}.ts-t{fill:#1c2733;font:13px sans-serif}"
			    ".ts-s{fill:#4a5866;font:11px sans-serif;stroke:#fff;"
			    "stroke-width:3px;paint-order:stroke;stroke-linejoin:round}"
			    ".ts-h{fill:#1c2733;font:bold 15px sans-serif}"
			    ".ts-b{fill:#1c2733;font:bold 13px sans-serif}"
			    ".ts-grid{stroke:#d5dbe1;stroke-width:1}"
			    ".ts-axis{stroke:#4a5866;stroke-width:1}"
			    ".ts-now{stroke:#b3261e;stroke-width:1.5;stroke-dasharray:4 3}"
			    ".ts-zero{fill:none;stroke:#1c2733;stroke-width:2}"
			    ".ts-f0{fill:#1f5fa8}.ts-f1{fill:#d9822b}.ts-f2{fill:#5b9e4d}"
			    ".ts-f3{fill:#8a4fa3}.ts-fw{fill:#e4e9ee}.ts-fp{fill:#9db8d6}"
			    ".ts-fc{fill:#c9d1d9}.ts-fx{fill:#f0f2f4}.ts-mark{fill:#1c2733}"
			    ".ts-l0,.ts-l1,.ts-l2,.ts-l3{fill:none;stroke-width:2.5}"
			    ".ts-l0{stroke:#1f5fa8}.ts-l1{stroke:#d9822b;stroke-dasharray:9 3}"
			    ".ts-l2{stroke:#5b9e4d;stroke-dasharray:3 3}"
			    ".ts-l3{stroke:#8a4fa3;stroke-dasharray:9 3 3 3}"
			    ".ts-fan1{fill:#d3e0ef}.ts-fan2{fill:#a9c4e2}";
static const char dark[] =
	".ts-bg{fill:#14191f}.ts-t,.ts-h,.ts-b{fill:#e8edf2}.ts-s{fill:#a9b4bf;stroke:#14191f}"
	".ts-grid{stroke:#2e3843}.ts-axis{stroke:#a9b4bf}"
	".ts-now{stroke:#ff8a80}.ts-zero{stroke:#e8edf2}.ts-f0{fill:#6ea8ea}"
	".ts-f1{fill:#f0a95c}.ts-f2{fill:#8fcf80}.ts-f3{fill:#c493da}"
	".ts-fw{fill:#28323c}.ts-fp{fill:#3c5878}.ts-fc{fill:#4a5561}"
	".ts-fx{fill:#1d242b}.ts-mark{fill:#e8edf2}.ts-l0{stroke:#6ea8ea}"
	".ts-l1{stroke:#f0a95c}.ts-l2{stroke:#8fcf80}.ts-l3{stroke:#c493da}"
	".ts-fan1{fill:#22364d}.ts-fan2{fill:#335578}";

/* A number to a tenth, the same in every locale; what no picture can hold becomes 0. */
static void number(struct tot_text *out, double value)
{
	const long tenths = isfinite(value) && fabs(value) < 1e8 ? lround(value * 10.0) : 0;
	tot_text_format(out, "%s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
	if (tenths % 10)
		tot_text_format(out, ".%ld", labs(tenths) % 10);
}

static void attribute(struct tot_text *out, const char *name, double value)
{
	tot_text_format(out, " %s=\"", name);
	number(out, value);
	tot_text_add(out, "\"");
}

void tot_svg_escape(struct tot_text *out, const char *text)
{
	for (; *text; text++) {
		const unsigned char c = (unsigned char)*text;
		if (c == '&')
			tot_text_add(out, "&amp;");
		else if (c == '<')
			tot_text_add(out, "&lt;");
		else if (c == '>')
			tot_text_add(out, "&gt;");
		else if (c == '"')
			tot_text_add(out, "&quot;");
		else if (c >= ' ')
			tot_text_add_bytes(out, text, 1);
	}
}

static void element(struct tot_text *out, const char *name, const char *text)
{
	tot_text_format(out, "<%s>", name);
	tot_svg_escape(out, text);
	tot_text_format(out, "</%s>", name);
}

void tot_svg_open(struct tot_text *out, double height, const char *title, const char *description)
{
	tot_text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
	attribute(out, "width", TOT_SVG_WIDTH);
	attribute(out, "height", height);
	tot_text_add(out, " viewBox=\"0 0 ");
	number(out, TOT_SVG_WIDTH);
	tot_text_add(out, " ");
	number(out, height);
	tot_text_add(out, "\">\n");
	element(out, "title", title);
	element(out, "desc", description);
	tot_text_format(out,
			"\n<style>%s@media screen and (prefers-color-scheme:dark){%s}</style>\n",
			light, dark);
	tot_svg_rect(out, "ts-bg", 0.0, 0.0, TOT_SVG_WIDTH, height, NULL);
	tot_svg_text(out, "ts-h", TOT_SVG_START, 16.0, 24.0, title);
}

void tot_svg_close(struct tot_text *out)
{
	tot_text_add(out, "</svg>\n");
}

void tot_svg_rect(struct tot_text *out, const char *style, double x, double y, double width,
		  double height, const char *hint)
{
	tot_text_format(out, "<rect class=\"%s\"", style);
	attribute(out, "x", x);
	attribute(out, "y", y);
	attribute(out, "width", width > 0.0 ? width : 0.0);
	attribute(out, "height", height > 0.0 ? height : 0.0);
	if (!hint) {
		tot_text_add(out, "/>\n");
		return;
	}
	tot_text_add(out, ">");
	element(out, "title", hint);
	tot_text_add(out, "</rect>\n");
}

void tot_svg_line(struct tot_text *out, const char *style, double x1, double y1, double x2,
		  double y2)
{
	tot_text_format(out, "<line class=\"%s\"", style);
	attribute(out, "x1", x1);
	attribute(out, "y1", y1);
	attribute(out, "x2", x2);
	attribute(out, "y2", y2);
	tot_text_add(out, "/>\n");
}

void tot_svg_diamond(struct tot_text *out, const char *style, double x, double y, double size)
{
	tot_svg_path_begin(out, style);
	tot_svg_path_point(out, x, y - size, true);
	tot_svg_path_point(out, x + size, y, false);
	tot_svg_path_point(out, x, y + size, false);
	tot_svg_path_point(out, x - size, y, false);
	tot_svg_path_end(out, true);
}

void tot_svg_path_begin(struct tot_text *out, const char *style)
{
	tot_text_format(out, "<path class=\"%s\" d=\"", style);
}

void tot_svg_path_point(struct tot_text *out, double x, double y, bool first)
{
	tot_text_add(out, first ? "M" : "L");
	number(out, x);
	tot_text_add(out, ",");
	number(out, y);
}

void tot_svg_path_end(struct tot_text *out, bool closed)
{
	tot_text_add(out, closed ? "Z\"/>\n" : "\"/>\n");
}

void tot_svg_text(struct tot_text *out, const char *style, enum tot_svg_anchor anchor, double x,
		  double y, const char *text)
{
	static const char *const anchors[] = {"", " text-anchor=\"middle\"",
					      " text-anchor=\"end\""};
	tot_text_format(out, "<text class=\"%s\"%s", style, anchors[anchor]);
	attribute(out, "x", x);
	attribute(out, "y", y);
	tot_text_add(out, ">");
	tot_svg_escape(out, text);
	tot_text_add(out, "</text>\n");
}

#define LABEL_BYTES 512

void tot_svg_textf(struct tot_text *out, const char *style, enum tot_svg_anchor anchor, double x,
		   double y, const char *format, ...)
{
	char text[LABEL_BYTES];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	tot_svg_text(out, style, anchor, x, y, text);
}

/* Bytes of the character that begins here. */
static size_t character(const char *text)
{
	size_t size = 1;
	while (((unsigned char)text[size] & 0xC0) == 0x80)
		size++;
	return size;
}

void tot_svg_cut(char *out, size_t size, const char *text, int cells)
{
	size_t used = 0;
	const bool whole = tot_text_cells(text) <= cells && strlen(text) < size;
	out[0] = '\0';
	while (*text) {
		char one[8] = {0};
		const size_t bytes = character(text);
		if (bytes < sizeof one)
			memcpy(one, text, bytes);
		const int left = cells - tot_text_cells(out) - tot_text_cells(one);
		if (used + bytes + 4 > size || (!whole && left < 3))
			break;
		memcpy(out + used, text, bytes);
		used += bytes;
		out[used] = '\0';
		text += bytes;
	}
	if (*text && used + 4 <= size)
		memcpy(out + used, "...", 4);
}
