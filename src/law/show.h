/* Parts of `law show`. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_SHOW_H
#define TOT_LAW_SHOW_H

#include "totalise/text.h"

#include "lawbook.h"

/* All agreements in a line each, or the rules of one if `id` is not empty. */
enum tot_status tot_show_agreements(struct tot_text *out, const struct tot_law *law, const char *id,
				    const struct tot_date *on);

/* The tables of agreements.overview as people read them; with a day what is in force on it. */
enum tot_status tot_show_overview(struct tot_text *out, const struct tot_law_file *file,
				  const struct tot_date *on);

#endif
