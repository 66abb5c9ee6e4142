/* The values of one dimension of a grid. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BATCH_VARY_H
#define TOT_BATCH_VARY_H

#include "totalise/arena.h"
#include "totalise/diag.h"

#define TOT_VALUES_MAX 100000

/* Texts live in the arena. */
struct tot_vary {
	const char *pointer;
	const char **values;
	size_t count;
};

/*
 * Read POINTER=A,B,C or POINTER=FROM:TO:STEP.
 * Status     TOT_OK; TOT_ERR_DOMAIN (diag); TOT_ERR_MEMORY
 * Example    "/plan/claims/0/age=60:61:6m": "60", "60y6m", "61"
 */
TOT_NODISCARD enum tot_status tot_vary_read(struct tot_vary *out, const char *text,
					    struct tot_arena *arena, struct tot_diag *diag);

#endif
