/* 128-bit integers for products before the one division; private to the base. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_BASE_WIDE_H
#define TOT_BASE_WIDE_H

#include <stdint.h>

#include "totalise/decimal.h"

__extension__ typedef __int128 tot_wide;
__extension__ typedef unsigned __int128 tot_uwide;

/* num / den in whole units, rounded once; TOT_ERR_DOMAIN or TOT_ERR_OVERFLOW as tot_mul_div. */
TOT_NODISCARD enum tot_status tot_wide_round(int64_t *result, tot_wide num, tot_wide den,
					     enum tot_rounding rounding);

#endif
