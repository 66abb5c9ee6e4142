/* Running value by age, income by age with its fan, value by month of claim. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/svg_chart.h"

#define LINES_MAX 4
#define LAST_AGE 105

static const char *const line_styles[LINES_MAX] = {"ts-l0", "ts-l1", "ts-l2", "ts-l3"};

static struct tot_svg_field field_of(double height)
{
	return (struct tot_svg_field){.left = 76.0, .top = 66.0, .width = 664.0, .height = height};
}

static void title_line(struct tot_text *out, const struct tot_valued *s, size_t line, double *x,
		       double *y)
{
	if (*x > 400.0) {
		*x = 16.0;
		*y += 18.0;
	}
	tot_svg_key(out, line_styles[line], false, x, *y, s->title && *s->title ? s->title : s->id);
}

/* Chance to be alive, in the lower half of the field. */
static void survival(struct tot_text *out, const struct tot_svg_field *field,
		     const struct tot_running *r)
{
	const double bottom = field->top + field->height;
	tot_svg_path_begin(out, "ts-fw");
	tot_svg_path_point(out, field->left, bottom, true);
	for (int y = 0; y < r->count && r->first_age + y <= LAST_AGE; y++)
		tot_svg_path_point(out, tot_svg_x(field, r->first_age + y),
				   bottom - r->alive[y] * field->height, false);
	tot_svg_path_point(out, tot_svg_x(field, LAST_AGE), bottom, false);
	tot_svg_path_end(out, true);
}

static void total_line(struct tot_text *out, const struct tot_svg_field *field,
		       const struct tot_running *r, const char *style)
{
	tot_svg_path_begin(out, style);
	for (int y = 0; y < r->count && r->first_age + y < LAST_AGE; y++) {
		/* totals of a year stand at its end */
		if (y == 0)
			tot_svg_path_point(out, tot_svg_x(field, r->first_age),
					   tot_svg_y(field, 0.0), true);
		tot_svg_path_point(out, tot_svg_x(field, r->first_age + y + 1),
				   tot_svg_y(field, r->total[y]), false);
	}
	tot_svg_path_end(out, false);
}

/* First strategy that is open; -1 if there is none. */
static int first_open(const struct tot_comparison *c)
{
	for (size_t i = 0; c && c->running && i < c->strategy_count; i++)
		if (!c->strategies[i].closed && c->running[i].count > 0)
			return (int)i;
	return -1;
}

static void crossings(struct tot_text *out, const struct tot_svg_field *field,
		      const struct tot_comparison *c)
{
	for (size_t i = 0; i < c->strategy_count; i++) {
		const struct tot_maybe *age = &c->strategies[i].break_even_discounted;
		if (c->strategies[i].closed || !age->known || age->value > LAST_AGE)
			continue;
		const double x = tot_svg_x(field, age->value);
		tot_svg_line(out, "ts-now", x, field->top, x, field->top + field->height);
		tot_svg_textf(out, "ts-s", TOT_SVG_END, x - 4.0,
			      field->top + 14.0 + 14.0 * (double)i, "even at %ld",
			      lround(age->value));
	}
}

bool tot_svg_running_value(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_comparison *c = report->comparison;
	struct tot_svg_field field = field_of(300.0);
	const int first = first_open(c);
	double x = 16.0, y = 418.0;
	size_t line = 0;
	if (first < 0)
		return false;
	field.x_from = c->running[first].first_age;
	field.x_to = LAST_AGE;
	if (field.x_from >= LAST_AGE)
		return false;
	for (size_t i = 0; i < c->strategy_count; i++)
		for (int a = 0; a < c->running[i].count; a++)
			tot_svg_hold(&field, c->running[i].total[a]);
	tot_svg_round(&field);
	tot_svg_open(out, 464.0, "What has been paid by each age",
		     "Running total of the present value of each strategy for whoever lives to the "
		     "age, and the chance to live to it.");
	survival(out, &field, &c->running[first]);
	tot_svg_money_axis(out, &field, c->currency);
	tot_svg_age_axis(out, &field, 10, "age");
	crossings(out, &field, c);
	for (size_t i = 0; i < c->strategy_count && line < LINES_MAX; i++) {
		if (c->strategies[i].closed)
			continue;
		total_line(out, &field, &c->running[i], line_styles[line]);
		title_line(out, &c->strategies[i], line++, &x, &y);
	}
	if (x > 400.0) {
		x = 16.0;
		y += 18.0;
	}
	tot_svg_key(out, "ts-fw", true, &x, y, "chance to live to the age");
	tot_svg_close(out);
	return true;
}

/* One band of the fan between two quantiles. */
static void band(struct tot_text *out, const struct tot_svg_field *field,
		 const struct tot_simulation *s, const char *style, size_t low, size_t high)
{
	const int last = LAST_AGE - s->first_age < s->ages ? LAST_AGE - s->first_age : s->ages;
	tot_svg_path_begin(out, style);
	for (int y = 0; y < last; y++)
		tot_svg_path_point(out, tot_svg_x(field, s->first_age + y),
				   tot_svg_y(field, s->fan[y][high]), y == 0);
	for (int y = last - 1; y >= 0; y--)
		tot_svg_path_point(out, tot_svg_x(field, s->first_age + y),
				   tot_svg_y(field, s->fan[y][low]), false);
	tot_svg_path_end(out, true);
}

static void income_line(struct tot_text *out, const struct tot_svg_field *field,
			const struct tot_running *r, const char *style)
{
	tot_svg_path_begin(out, style);
	for (int y = 0; y < r->count && r->first_age + y <= LAST_AGE; y++)
		tot_svg_path_point(out, tot_svg_x(field, r->first_age + y),
				   tot_svg_y(field, r->income[y]), y == 0);
	tot_svg_path_end(out, false);
}

bool tot_svg_income(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_comparison *c = report->comparison;
	const int first = first_open(c);
	struct tot_svg_field field = field_of(260.0);
	double x = 16.0, y = 378.0;
	size_t line = 0;
	if (first < 0 || c->running[first].first_age >= LAST_AGE)
		return false;
	const struct tot_simulation *s = c->simulation;
	field.x_from = c->running[first].first_age;
	field.x_to = LAST_AGE;
	for (size_t i = 0; i < c->strategy_count; i++)
		for (int a = 0; a < c->running[i].count; a++)
			tot_svg_hold(&field, c->running[i].income[a]);
	for (int a = 0; s && a < s->ages; a++)
		tot_svg_hold(&field, s->fan[a][TOT_QUANTILES - 1]);
	if (!(field.y_to > 0.0))
		return false;
	tot_svg_round(&field);
	tot_svg_open(out, 424.0, "Pension income by age",
		     "Pensions of each year of life, and where the scenario simulates the range of "
		     "what chance makes of it.");
	if (s) {
		band(out, &field, s, "ts-fan1", 0, 4);
		band(out, &field, s, "ts-fan2", 1, 3);
	}
	tot_svg_money_axis(out, &field, c->currency);
	tot_svg_age_axis(out, &field, 10, "age");
	for (size_t i = 0; i < c->strategy_count && line < LINES_MAX; i++) {
		if (c->strategies[i].closed)
			continue;
		income_line(out, &field, &c->running[i], line_styles[line]);
		title_line(out, &c->strategies[i], line++, &x, &y);
	}
	if (s && x > 400.0) {
		x = 16.0;
		y += 18.0;
	}
	if (s) {
		tot_svg_key(out, "ts-fan2", true, &x, y, "keeping: half of all draws");
		tot_svg_key(out, "ts-fan1", true, &x, y, "nine of ten draws");
	}
	tot_svg_close(out);
	return true;
}

static double age_in(const struct tot_report *report, tot_month month)
{
	return (double)(month - tot_month_of(report->life->person.born)) / 12.0;
}

static void claim_line(struct tot_text *out, const struct tot_svg_field *field,
		       const struct tot_report *report, const char *country, const char *style)
{
	const struct tot_comparison *c = report->comparison;
	bool first = true;
	tot_svg_path_begin(out, style);
	for (size_t i = 0; i < c->claim_point_count; i++) {
		const struct tot_claim_point *p = &c->claim_points[i];
		if (strcmp(p->country, country) != 0)
			continue;
		tot_svg_path_point(out, tot_svg_x(field, age_in(report, p->start)),
				   tot_svg_y(field, p->value), first);
		first = false;
	}
	tot_svg_path_end(out, false);
}

bool tot_svg_claim_age(struct tot_text *out, const struct tot_report *report)
{
	const struct tot_comparison *c = report->comparison;
	struct tot_svg_field field = field_of(240.0);
	double x = 16.0;
	if (!c || !c->claim_point_count)
		return false;
	field.x_from = 59.0;
	field.x_to = 76.0;
	field.y_from = field.y_to = c->claim_points[0].value;
	for (size_t i = 0; i < c->claim_point_count; i++)
		tot_svg_hold(&field, c->claim_points[i].value);
	tot_svg_round(&field);
	tot_svg_open(out, 376.0, "Value by age of claim",
		     "Value of everything kept when the pension of one state starts at the age.");
	tot_svg_money_axis(out, &field, c->currency);
	tot_svg_age_axis(out, &field, 1, "age at the first month of the pension");
	for (size_t i = 0; i < c->claim_best_count && i < LINES_MAX; i++) {
		const struct tot_claim_best *b = &c->claim_best[i];
		char text[120];
		claim_line(out, &field, report, b->country, line_styles[i]);
		tot_svg_diamond(out, "ts-mark", tot_svg_x(&field, age_in(report, b->start)),
				tot_svg_y(&field, b->value), 5.0);
		snprintf(text, sizeof text, "%s, best %04d-%02d", tot_state_name(b->country),
			 tot_month_year(b->start), tot_month_number(b->start));
		tot_svg_key(out, line_styles[i], false, &x, 360.0, text);
	}
	tot_svg_close(out);
	return true;
}
