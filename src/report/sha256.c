/* SHA-256 in base64. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sha256.h"

#include <stdint.h>
#include <string.h>

#define BLOCK ((size_t)64)
#define ROUNDS 64
#define WORDS ((size_t)8)

/* FIPS 180-4, section 4.2.2 and 5.3.3: cube and square roots of the first primes. */
static const uint32_t roots[ROUNDS] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
	0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
	0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
	0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
	0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2,
};
static const uint32_t start[WORDS] = {
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static uint32_t turn(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

/* Section 6.2.2, step 1: the words of the block, spread over all rounds. */
static void schedule(uint32_t w[ROUNDS], const unsigned char *block)
{
	for (size_t i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
		       (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (size_t i = 16; i < ROUNDS; i++) {
		const uint32_t a = w[i - 15], b = w[i - 2];
		w[i] = w[i - 16] + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) +
		       (turn(b, 17) ^ turn(b, 19) ^ b >> 10);
	}
}

static void add_block(uint32_t hash[WORDS], const unsigned char *block)
{
	uint32_t w[ROUNDS], v[WORDS];
	schedule(w, block);
	memcpy(v, hash, sizeof v);
	for (size_t i = 0; i < ROUNDS; i++) {
		const uint32_t e = v[4], a = v[0];
		const uint32_t one = v[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
				     ((e & v[5]) ^ (~e & v[6])) + roots[i] + w[i];
		const uint32_t two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) +
				     ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
		memmove(v + 1, v, (WORDS - 1) * sizeof v[0]);
		v[4] += one;
		v[0] = one + two;
	}
	for (size_t i = 0; i < WORDS; i++)
		hash[i] += v[i];
}

/* The last block, or two: a one bit, zeros, the number of bits. */
static void add_end(uint32_t hash[WORDS], const char *rest, size_t left, size_t size)
{
	unsigned char block[2 * BLOCK] = {0};
	const size_t length = left + 9 > BLOCK ? 2 * BLOCK : BLOCK;
	memcpy(block, rest, left);
	block[left] = 0x80;
	for (size_t i = 0; i < 8; i++)
		block[length - 1 - i] = (unsigned char)((uint64_t)size * 8 >> 8 * i);
	for (size_t i = 0; i < length; i += BLOCK)
		add_block(hash, block + i);
}

static void base64(char *out, const uint32_t hash[WORDS])
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned char bytes[4 * WORDS + 1] = {0};
	for (size_t i = 0; i < 4 * WORDS; i++)
		bytes[i] = (unsigned char)(hash[i / 4] >> (24 - 8 * (i % 4)));
	for (size_t i = 0; i < 4 * WORDS; i += 3) {
		const uint32_t three = (uint32_t)bytes[i] << 16 | (uint32_t)bytes[i + 1] << 8 |
				       (i + 2 < 4 * WORDS ? bytes[i + 2] : 0U);
		for (int digit = 18; digit >= 0; digit -= 6)
			*out++ = digits[three >> digit & 63U];
	}
	out[-1] = '='; /* 32 bytes leave one digit over */
	*out = '\0';
}

const char *tot_sha256_base64(char out[TOT_SHA256_TEXT], const char *bytes, size_t size)
{
	uint32_t hash[WORDS];
	size_t at = 0;
	memcpy(hash, start, sizeof hash);
	for (; size - at >= BLOCK; at += BLOCK)
		add_block(hash, (const unsigned char *)bytes + at);
	add_end(hash, bytes + at, size - at, size);
	base64(out, hash);
	return out;
}
