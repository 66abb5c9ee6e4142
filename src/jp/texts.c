/* Numbers as texts of factors, formulas and reasons. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <stdio.h>
#include <string.h>

const char *tot_jp_rounded(char out[TOT_JP_TEXT], struct tot_ratio ratio, int decimals)
{
	int64_t value;
	char text[TOT_DECIMAL_TEXT];
	if (tot_ratio_round(&value, ratio, tot_pow10(decimals), TOT_HALF_UP) != TOT_OK)
		snprintf(out, TOT_JP_TEXT, "-");
	else
		snprintf(out, TOT_JP_TEXT, "%s", tot_decimal_print(text, value, decimals));
	return out;
}

const char *tot_jp_grouped(char out[TOT_JP_TEXT], struct tot_ratio ratio, int decimals)
{
	int64_t value;
	char text[TOT_DECIMAL_TEXT];
	if (tot_ratio_round(&value, ratio, tot_pow10(decimals), TOT_HALF_UP) != TOT_OK)
		snprintf(out, TOT_JP_TEXT, "-");
	else
		snprintf(out, TOT_JP_TEXT, "%s", tot_decimal_print_grouped(text, value, decimals));
	return out;
}

const char *tot_jp_times(char out[TOT_JP_TEXT], const struct tot_jp_timing *timing)
{
	char text[TOT_DECIMAL_TEXT];
	out[0] = '\0';
	if (timing->early || timing->late)
		snprintf(out, TOT_JP_TEXT, " x %s", tot_decimal_print(text, timing->factor, 3));
	return out;
}

const char *tot_jp_exact(char out[TOT_JP_TEXT], struct tot_ratio ratio)
{
	int64_t value;
	for (int decimals = 0; decimals < 6; decimals++)
		if (tot_ratio_round(&value, ratio, tot_pow10(decimals), TOT_EXACT_ONLY) == TOT_OK)
			return tot_jp_rounded(out, ratio, decimals);
	return tot_jp_rounded(out, ratio, 6);
}

const char *tot_jp_yen(char out[TOT_JP_TEXT], tot_yen yen)
{
	char text[TOT_DECIMAL_TEXT];
	snprintf(out, TOT_JP_TEXT, "%s", tot_decimal_print_grouped(text, yen, 0));
	return out;
}
