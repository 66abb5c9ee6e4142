/* SHA-256 (FIPS 180-4), as the content policy of a page names its style sheets. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_REPORT_SHA256_H
#define TOT_REPORT_SHA256_H

#include <stddef.h>

#define TOT_SHA256_TEXT 45 /* 44 characters of base64 and a NUL */

/*
 * Fingerprint of `size` bytes in base64. Returns the buffer.
 * Example    "abc": "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="   (tests/unit/report_sha256.c)
 */
const char *tot_sha256_base64(char out[TOT_SHA256_TEXT], const char *bytes, size_t size);

#endif
