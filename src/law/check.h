/* Checks of section 5 of the law file format. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_CHECK_H
#define TOT_LAW_CHECK_H

#include "known.h"
#include "lawbook.h"

/* One file under check. */
struct tot_checked {
	struct tot_loader *loader;
	const struct tot_law_file *file;
	struct tot_known_rows known;
};

/* Rows, columns and keys of one grid. */
void tot_check_grid(const struct tot_checked *check, const struct tot_grid *grid);
void tot_check_keys(const struct tot_checked *check, const struct tot_grid *grid);

/* Figures: known names, decimals, source and confidence. */
void tot_check_figures(const struct tot_checked *check, const struct tot_grid *grid);

/* agreements/deadlines.json: events, limits and offices. */
void tot_check_deadlines(const struct tot_checked *check);

bool tot_is_confidence(const char *word);

/* Section 1: matrices of conditions for people, with numbers and texts in one column. */
bool tot_check_is_matrix(const struct tot_checked *check, const struct tot_grid *grid);

#endif
