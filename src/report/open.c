/* The law book of the whole program: figures of every scheme and of the valuation. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/report.h"

enum tot_status tot_law_open(struct tot_law **out, const char *dir, struct tot_diag *diag)
{
	const struct tot_figures *sets[TOT_SCHEMES_MAX + 1];
	size_t count = 0;
	const struct tot_scheme *scheme;
	for (size_t i = 0; i < TOT_SCHEMES_MAX && (scheme = tot_scheme_at(i)); i++)
		if (scheme->figures)
			sets[count++] = scheme->figures;
	sets[count++] = &tot_value_figures;
	return tot_law_load(out, dir, sets, count, diag);
}
