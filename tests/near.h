/* A number of economics within its tolerance; a number of law is compared exactly instead. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_TESTS_NEAR_H
#define TOT_TESTS_NEAR_H

#include <math.h>

/* Fails with both numbers; needs cmocka.h before it. */
#define assert_near(actual, expected, tolerance) \
	near_check((actual), (expected), (tolerance), #actual, __FILE__, __LINE__)

static inline void near_check(double actual, double expected, double tolerance, const char *what,
			      const char *file, int line)
{
	if (fabs(actual - expected) <= tolerance)
		return;
	print_error("%s = %.12g, expected %.12g within %.3g\n", what, actual, expected, tolerance);
	_fail(file, line);
}

#endif
