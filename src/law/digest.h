/* FNV-1a, 64 bits: the fingerprint of the law files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_DIGEST_H
#define TOT_LAW_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#define TOT_DIGEST_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t tot_digest_add(uint64_t digest, const void *bytes, size_t size)
{
	const unsigned char *byte = bytes;
	for (size_t i = 0; i < size; i++)
		digest = (digest ^ byte[i]) * UINT64_C(0x100000001b3);
	return digest;
}

#endif
