/* The one file that lists the states whose law is built in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "totalise/claim.h"
#include "totalise/de.h"
#include "totalise/jp.h"

static const struct tot_scheme *const schemes[] = {&tot_scheme_de, &tot_scheme_jp};

const struct tot_scheme *tot_scheme_at(size_t index)
{
	return index < sizeof(schemes) / sizeof(schemes[0]) ? schemes[index] : NULL;
}

const struct tot_scheme *tot_scheme_of(const char *state)
{
	for (size_t i = 0; tot_scheme_at(i); i++)
		if (strcmp(tot_scheme_at(i)->state, state) == 0)
			return tot_scheme_at(i);
	return NULL;
}
