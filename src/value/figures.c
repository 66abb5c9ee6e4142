/* Figures of the law book that the valuation reads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "value.h"

#define RATE(column)                                         \
	{                                                    \
		"mortality.improvement", "tables", column, 5 \
	}

static const struct tot_figure list[] = {
	[TOT_VALUE_JPY_PER_EUR] = {"economy.fx_eur_jpy", "values", "value", 4},
	[TOT_VALUE_SCALE_S] = {"mortality.improvement", "calibration_to_destatis.values", "scale_s",
			       4},
	[TOT_VALUE_IMPROVEMENT] = RATE("2020-2025_to_2025-2030"),
	RATE("2025-2030_to_2030-2035"),
	RATE("2030-2035_to_2035-2040"),
	RATE("2035-2040_to_2040-2045"),
	RATE("2040-2045_to_2045-2050"),
	RATE("2045-2050_to_2050-2055"),
	RATE("2050-2055_to_2055-2060"),
	RATE("2055-2060_to_2060-2065"),
	RATE("2060-2065_to_2065-2070"),
	RATE("2065-2070_to_2070-2075"),
	RATE("2070-2075_to_2075-2080"),
	RATE("2075-2080_to_2080-2085"),
	RATE("2080-2085_to_2085-2090"),
	RATE("2085-2090_to_2090-2095"),
	RATE("2090-2095_to_2095-2100"),
};

_Static_assert(sizeof(list) / sizeof(list[0]) == TOT_VALUE_IMPROVEMENT + TOT_TRANSITIONS,
	       "one figure a transition");

const struct tot_figures tot_value_figures = {"value", list, sizeof(list) / sizeof(list[0])};
