/* Repeatable random numbers for property tests: the same seed, the same case. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_RANDOM_H
#define TEST_RANDOM_H

#include <stdint.h>

/* SplitMix64. */
static inline uint64_t random_bits(uint64_t *seed)
{
	uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* From `low` to `high`, both included. */
static inline int random_int(uint64_t *seed, int low, int high)
{
	return low + (int)(random_bits(seed) % (uint64_t)(high - low + 1));
}

#endif
