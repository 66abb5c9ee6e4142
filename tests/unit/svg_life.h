/* A scenario file evaluated whole, for tests of what is made of a report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_TESTS_SVG_LIFE_H
#define TOT_TESTS_SVG_LIFE_H

#include "life.h"
#include "totalise/report.h"

struct svg_life {
	struct tot_diag diag;
	struct tot_law *law;
	struct tot_scenario *life;
	struct tot_report *report;
};

static inline struct svg_life svg_life_text(const char *text, size_t size)
{
	struct svg_life made = {0};
	assert_int_equal(tot_law_open(&made.law, NULL, &made.diag), TOT_OK);
	assert_int_equal(tot_scenario_read(&made.life, text, size, "life.json", &made.diag),
			 TOT_OK);
	struct tot_date day = made.life->as_of;
	if (tot_date_is_none(day))
		day = (struct tot_date){2026, 11, 21};
	assert_true(tot_report_make(&made.report, made.life, made.law, day, NULL, &made.diag) >=
		    TOT_OK);
	return made;
}

static inline struct svg_life svg_life(const char *path)
{
	static char text[1 << 18];
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	const size_t size = fread(text, 1, sizeof text, file);
	fclose(file);
	return svg_life_text(text, size);
}

static inline void svg_life_free(struct svg_life *life)
{
	tot_report_free(life->report);
	tot_scenario_free(life->life);
	tot_law_free(life->law);
	tot_diag_free(&life->diag);
}

#endif
