/* The life as a picture: months by state, pensions, tests met, windows of refunds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "report/lanes.h"
#include "report/svg_draw.h"
#include "report/text_part.h"

#define LEFT 120.0
#define RIGHT 744.0
#define TOP 62.0
#define LANE 44.0
#define ROW 20.0
#define BAR 18.0
#define TESTS_MAX 12

/* What a group of kinds means for the picture; the letters in the order of tot_lane_letters. */
struct meaning {
	const char *style, *letters, *text;
};

static const struct meaning meanings[] = {
	{"ts-f0", "WNDVB", "contributions"},
	{"ts-f2", "KS", "children, care, service"},
	{"ts-fp", "EAC", "counts without contributions"},
	{"ts-fc", "OU", "unpaid, other systems"},
	{"ts-f1", "P", "pension paid"},
};
#define MEANINGS (sizeof meanings / sizeof meanings[0])

struct board {
	struct tot_text *out;
	const struct tot_report *report;
	tot_month from, to;
	double y;
	bool used[MEANINGS];
};

static double across(const struct board *b, tot_month month)
{
	if (month < b->from)
		month = b->from;
	if (month > b->to)
		month = b->to;
	return LEFT + (RIGHT - LEFT) * (double)(month - b->from) / (double)(b->to - b->from);
}

static size_t meaning_of(char letter)
{
	size_t i = 0;
	while (i + 1 < MEANINGS && !strchr(meanings[i].letters, letter))
		i++;
	return i;
}

static void bar(struct board *b, size_t meaning, tot_month first, tot_month end, const char *what)
{
	char hint[160];
	const tot_month last = end - 1;
	snprintf(hint, sizeof hint, "%04d-%02d to %04d-%02d: %s", tot_month_year(first),
		 tot_month_number(first), tot_month_year(last), tot_month_number(last), what);
	b->used[meaning] = true;
	tot_svg_rect(b->out, meanings[meaning].style, across(b, first), b->y,
		     across(b, end) - across(b, first), BAR, hint);
}

/* The weak groups first, so that the strong ones cover them. */
static void bars(struct board *b, const struct tot_timeline *line, tot_month end, tot_month pension)
{
	for (size_t i = TOT_LANE_LETTERS; i-- > 0;) {
		const struct tot_lane_letter *letter = &tot_lane_letters[i];
		const size_t meaning = meaning_of(letter->letter);
		struct tot_months months;
		tot_month first, stop;
		if (!letter->kinds && pension < b->to)
			bar(b, meaning, pension, b->to, letter->meaning);
		tot_timeline_kinds(&months, line, letter->kinds);
		tot_months_clip(&months, 0, end);
		for (tot_month m = 0; tot_months_run(&months, m, &first, &stop); m = stop)
			bar(b, meaning, first, stop, letter->meaning);
	}
}

static void lane(struct board *b, const struct tot_timeline *line, tot_month end, tot_month pension)
{
	struct tot_months months;
	char name[64];
	tot_timeline_months(&months, line, end);
	tot_svg_cut(name, sizeof name, tot_state_name(line->country), 14);
	tot_svg_text(b->out, "ts-b", TOT_SVG_END, LEFT - 8.0, b->y + 14.0, name);
	tot_svg_rect(b->out, "ts-fx", LEFT, b->y, RIGHT - LEFT, BAR, NULL);
	bars(b, line, end, pension);
	tot_svg_textf(b->out, "ts-s", TOT_SVG_START, LEFT, b->y + BAR + 13.0,
		      "%d months of insurance", tot_months_count(&months));
	if (pension < b->to)
		tot_svg_textf(b->out, "ts-s", TOT_SVG_END, RIGHT, b->y + BAR + 13.0,
			      "pension from %04d-%02d", tot_month_year(pension),
			      tot_month_number(pension));
	b->y += LANE;
}

static void lanes(struct board *b)
{
	const struct tot_outcome *o = b->report->outcome;
	for (size_t i = 0; i < o->state_count; i++)
		lane(b, &o->timelines[i], o->findings[i].timeline_end,
		     tot_lane_pension(&o->findings[i]));
	for (size_t i = 0; i < o->foreign_count; i++)
		lane(b, &o->foreign[i], TOT_MONTH_LIMIT, TOT_MONTH_LIMIT);
}

static void heading(struct board *b, const char *text)
{
	tot_svg_text(b->out, "ts-b", TOT_SVG_START, 16.0, b->y + 14.0, text);
	b->y += ROW + 2.0;
}

static bool drawn_test(const struct tot_qualifying *test)
{
	return test->met && test->met_on != TOT_MONTH_NONE;
}

/* A label beside its mark, on the side that has room. */
static void label(struct board *b, double left, double right, const char *text)
{
	char cut[200];
	const bool behind = right > (LEFT + RIGHT) / 2.0;
	tot_svg_cut(cut, sizeof cut, text, 62);
	tot_svg_text(b->out, "ts-s", behind ? TOT_SVG_END : TOT_SVG_START,
		     behind ? left - 8.0 : right + 8.0, b->y + 13.0, cut);
}

static void test(struct board *b, const struct tot_qualifying *test)
{
	char title[TOT_TITLE_TEXT], text[TOT_TITLE_TEXT + 80];
	const double x = across(b, test->met_on + 1);
	snprintf(text, sizeof text, "%s: %s, %04d-%02d", tot_state_name(test->country),
		 tot_title_short(title, test->title), tot_month_year(test->met_on),
		 tot_month_number(test->met_on));
	tot_svg_diamond(b->out, "ts-mark", x, b->y + 9.0, 5.0);
	label(b, x, x, text);
	b->y += ROW;
}

static void tests(struct board *b)
{
	const struct tot_outcome *o = b->report->outcome;
	size_t drawn = 0;
	for (size_t i = 0; i < o->state_count; i++)
		for (size_t j = 0; j < o->findings[i].qualifying_count; j++) {
			if (!drawn_test(&o->findings[i].qualifying[j]) || drawn == TESTS_MAX)
				continue;
			if (!drawn++)
				heading(b, "Tests met");
			test(b, &o->findings[i].qualifying[j]);
		}
}

/* Possible today, or its clock names a later day. */
static bool drawn_refund(const struct tot_refund *refund, struct tot_date as_of)
{
	return refund->eligible || tot_date_compare(refund->opens, as_of) > 0;
}

static void window(struct board *b, const struct tot_refund *refund)
{
	char title[TOT_TITLE_TEXT], opens[TOT_DATE_TEXT], closes[TOT_DATE_TEXT];
	char text[TOT_TITLE_TEXT + 2 * TOT_DATE_TEXT + 40];
	const struct tot_date as_of = b->report->as_of;
	const bool waits = tot_date_compare(refund->opens, as_of) > 0;
	const bool ends = !tot_date_is_none(refund->closes);
	const double from = across(b, tot_month_of(waits ? refund->opens : as_of));
	const double to = ends ? across(b, tot_month_of(refund->closes) + 1) : RIGHT;
	snprintf(text, sizeof text, "%s: %s%s%s", tot_title_short(title, refund->title),
		 waits ? tot_date_print(opens, refund->opens) : "now",
		 ends ? " to " : ", no last day",
		 ends ? tot_date_print(closes, refund->closes) : "");
	tot_svg_rect(b->out, "ts-f3", from, b->y + 4.0, to - from > 4.0 ? to - from : 4.0, 10.0,
		     text);
	label(b, from, to, text);
	b->y += ROW;
}

static void windows(struct board *b)
{
	const struct tot_outcome *o = b->report->outcome;
	bool first = true;
	for (size_t i = 0; i < o->state_count; i++)
		for (size_t j = 0; j < o->findings[i].refund_count; j++) {
			const struct tot_refund *refund = &o->findings[i].refunds[j];
			if (!drawn_refund(refund, b->report->as_of))
				continue;
			if (first)
				heading(b, "Refunds that may be claimed");
			first = false;
			window(b, refund);
		}
}

static void axis(struct board *b, double bottom)
{
	const int years = (b->to - b->from) / 12;
	const int step = years > 60 ? 20 : years > 25 ? 10 : years > 10 ? 5 : 1;
	const int first = tot_month_year(b->from), last = tot_month_year(b->to);
	for (int year = first + (step - first % step) % step; year <= last; year += step) {
		const double x = across(b, tot_month_make(year, 1));
		tot_svg_line(b->out, "ts-grid", x, TOP - 8.0, x, bottom);
		tot_svg_textf(b->out, "ts-s", TOT_SVG_MIDDLE, x, TOP - 14.0, "%d", year);
	}
}

static void today(struct board *b, double bottom)
{
	const tot_month now = tot_month_of(b->report->as_of);
	const double x = across(b, now);
	if (now < b->from || now > b->to)
		return;
	tot_svg_line(b->out, "ts-now", x, TOP - 8.0, x, bottom);
	tot_svg_text(b->out, "ts-s", x > RIGHT - 40.0 ? TOT_SVG_END : TOT_SVG_MIDDLE, x,
		     bottom + 12.0, "today");
}

static void legend(struct board *b)
{
	double x = 16.0;
	for (size_t i = 0; i < MEANINGS; i++) {
		if (!b->used[i])
			continue;
		tot_svg_rect(b->out, meanings[i].style, x, b->y, 12.0, 12.0, NULL);
		tot_svg_text(b->out, "ts-s", TOT_SVG_START, x + 17.0, b->y + 10.0,
			     meanings[i].text);
		x += 36.0 + 6.0 * (double)strlen(meanings[i].text);
	}
}

/* Height of everything below the lanes, in the order of drawing. */
static double rows_height(const struct tot_report *report)
{
	const struct tot_outcome *o = report->outcome;
	size_t tests = 0, windows = 0;
	for (size_t i = 0; i < o->state_count; i++) {
		for (size_t j = 0; j < o->findings[i].qualifying_count; j++)
			tests += drawn_test(&o->findings[i].qualifying[j]);
		for (size_t j = 0; j < o->findings[i].refund_count; j++)
			windows += drawn_refund(&o->findings[i].refunds[j], report->as_of);
	}
	tests = tests < TESTS_MAX ? tests : TESTS_MAX;
	return ROW * (double)(tests + windows) + (tests ? ROW + 2.0 : 0.0) +
	       (windows ? ROW + 2.0 : 0.0);
}

bool tot_svg_timeline(struct tot_text *out, const struct tot_report *report)
{
	struct board b = {.out = out, .report = report, .y = TOP};
	if (!report->outcome || !tot_lanes_range(report, &b.from, &b.to))
		return false;
	b.from = tot_month_make(tot_month_year(b.from), 1);
	b.to = tot_month_make(tot_month_year(b.to - 1) + 1, 1);
	const size_t states = report->outcome->state_count + report->outcome->foreign_count;
	const double bottom = TOP + LANE * (double)states + rows_height(report);
	tot_svg_open(out, bottom + 44.0, "Your insurance life",
		     "Months of insurance in each state, pensions, the month in which each test is "
		     "met, and when refunds may be claimed.");
	axis(&b, bottom);
	lanes(&b);
	tests(&b);
	windows(&b);
	today(&b, bottom);
	b.y = bottom + 22.0;
	legend(&b);
	tot_svg_close(out);
	return true;
}
