/* SHA-256: the examples of FIPS 180-4, and lengths at the borders of a block (values of GNU sha256sum). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "report/sha256.h"

static void known_texts(void **state)
{
	(void)state;
	char out[TOT_SHA256_TEXT];
	assert_string_equal(tot_sha256_base64(out, "", 0),
			    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
	assert_string_equal(tot_sha256_base64(out, "abc", 3),
			    "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

static void borders_of_a_block(void **state)
{
	(void)state;
	static const struct {
		size_t size;
		const char *wanted;
	} rows[] = {
		{55, "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="},
		{56, "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="},
		{119, "MeulHDE6XAgiat8Y1KNZz9/Y0ugWsT9K+VL36mWE3Ps="},
		{128, "aDbPE7rEAOkQUHHNavRwhN+srU5eMCyUv+0k4BOvtz4="},
		{1000, "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="},
	};
	char text[1000], out[TOT_SHA256_TEXT];
	memset(text, 'a', sizeof text);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_string_equal(tot_sha256_base64(out, text, rows[i].size), rows[i].wanted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_texts),
		cmocka_unit_test(borders_of_a_block),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
