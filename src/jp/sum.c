/* Exact sums of yen: whole yen beside a fraction below one, so that 64 bits suffice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

struct tot_jp_sum tot_jp_sum_add(struct tot_jp_sum sum, struct tot_ratio ratio)
{
	int64_t whole;
	if (tot_ratio_round(&whole, ratio, 1, TOT_DOWN) != TOT_OK ||
	    tot_add(&sum.whole, sum.whole, whole) != TOT_OK) {
		sum.rest.overflow = true;
		return sum;
	}
	sum.rest = tot_ratio_add(sum.rest, tot_ratio_sub(ratio, tot_ratio_of(whole, 1)));
	if (tot_ratio_compare(sum.rest, tot_ratio_of(1, 1)) >= 0) {
		sum.rest = tot_ratio_sub(sum.rest, tot_ratio_of(1, 1));
		sum.whole++;
	}
	return sum;
}

struct tot_jp_sum tot_jp_sum_times(struct tot_jp_sum sum, struct tot_ratio factor)
{
	struct tot_jp_sum product = {0, tot_ratio_of(0, 1)};
	product = tot_jp_sum_add(product, tot_ratio_mul(tot_ratio_of(sum.whole, 1), factor));
	product = tot_jp_sum_add(product, tot_ratio_mul(sum.rest, factor));
	product.rest.overflow = product.rest.overflow || sum.rest.overflow;
	return product;
}

struct tot_jp_sum tot_jp_sum_plus(struct tot_jp_sum a, struct tot_jp_sum b)
{
	struct tot_jp_sum sum = tot_jp_sum_add(a, tot_ratio_of(b.whole, 1));
	return tot_jp_sum_add(sum, b.rest);
}

int tot_jp_sum_compare(struct tot_jp_sum a, struct tot_jp_sum b)
{
	if (a.whole != b.whole)
		return a.whole < b.whole ? -1 : 1;
	return tot_ratio_compare(a.rest, b.rest);
}

enum tot_status tot_jp_sum_round(int64_t *out, struct tot_jp_sum sum, int decimals)
{
	int64_t rest, whole;
	const int64_t scale = tot_pow10(decimals);
	enum tot_status status = tot_ratio_round(&rest, sum.rest, scale, TOT_HALF_UP);
	if (status == TOT_OK)
		status = tot_mul_div(&whole, sum.whole, scale, 1, TOT_EXACT_ONLY);
	return status == TOT_OK ? tot_add(out, whole, rest) : status;
}
