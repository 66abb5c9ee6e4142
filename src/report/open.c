/* The law book of the whole program: figures of every scheme and of the valuation. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/report.h"

/* Those of the schemes, of the exchange and of the valuation. */
#define FIGURE_SETS (TOT_SCHEMES_MAX + 2)

static size_t all_figures(const struct tot_figures *sets[FIGURE_SETS])
{
	size_t count = 0;
	const struct tot_scheme *scheme;
	for (size_t i = 0; i < TOT_SCHEMES_MAX && (scheme = tot_scheme_at(i)); i++)
		if (scheme->figures)
			sets[count++] = scheme->figures;
	sets[count++] = &tot_exchange_figures;
	sets[count++] = &tot_value_figures;
	return count;
}

enum tot_status tot_law_open(struct tot_law **out, const char *dir, struct tot_diag *diag)
{
	const struct tot_figures *sets[FIGURE_SETS];
	const size_t count = all_figures(sets);
	return dir ? tot_law_load(out, dir, sets, count, diag)
		   : tot_law_load_needed(out, sets, count, diag);
}

enum tot_status tot_law_open_whole(struct tot_law **out, const char *dir, struct tot_diag *diag)
{
	const struct tot_figures *sets[FIGURE_SETS];
	const size_t count = all_figures(sets);
	return tot_law_load(out, dir, sets, count, diag);
}

enum tot_status tot_law_open_reform(struct tot_law **out, const char *dir,
				    const struct tot_reform *reform, struct tot_diag *diag)
{
	const struct tot_figures *sets[FIGURE_SETS];
	const size_t count = all_figures(sets);
	return reform ? tot_law_load_reform(out, dir, reform, sets, count, diag)
		      : tot_law_load(out, dir, sets, count, diag);
}

enum tot_status tot_law_verify(const char *dir, struct tot_diag *diag)
{
	const struct tot_figures *sets[FIGURE_SETS];
	const size_t count = all_figures(sets);
	return tot_law_check(dir, sets, count, diag);
}
