/* Pictures of a report as SVG: one function a picture, each a whole <svg> element. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_SVG_H
#define TOT_REPORT_SVG_H

#include <stdbool.h>

#include "totalise/report.h"

/*
 * Each function appends one picture to `out`.
 *
 * Given
 *   report     an evaluated life; nothing in it is changed
 * Returned
 *   true: a complete <svg> element with title and description for readers without sight; it carries
 *   its own styles (classes beginning with "ts-", light and dark by the reader's setting, light in
 *   print), no script, no ids, no outside references, so that several may stand in one page.
 *   false: the report holds nothing to draw; `out` is as it was.
 * The same report gives the same bytes on every machine.
 */

/* Months by state, pensions, tests with the month in which they are met, windows of refunds. */
bool tot_svg_timeline(struct tot_text *out, const struct tot_report *report);

/* Running total of the present value of each strategy by age; crossing and survival behind it. */
bool tot_svg_running_value(struct tot_text *out, const struct tot_report *report);

/* Gain of keeping by discount rate and age at death, with the line where nothing is gained. */
bool tot_svg_heat_map(struct tot_text *out, const struct tot_report *report);

/* How far each assumption moves the gain of keeping, the strongest first. */
bool tot_svg_tornado(struct tot_text *out, const struct tot_report *report);

/* Keep or refund in each state as four tiles: value, what is paid, what closes the tile. */
bool tot_svg_matrix(struct tot_text *out, const struct tot_report *report);

/* Yearly pension income by age; with a simulation the fan of its quantiles. */
bool tot_svg_income(struct tot_text *out, const struct tot_report *report);

/* Value by the month in which each state's pension is claimed; only where the scenario asks for it. */
bool tot_svg_claim_age(struct tot_text *out, const struct tot_report *report);

#endif
