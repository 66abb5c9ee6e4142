/* The pure entry: scenario text in, result text out, nothing written on a fault. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "totalise/report.h"

static const char life[] =
	"{\"format\": \"totalise-scenario/1\", \"title\": \"Short stay\","
	" \"person\": {\"born\": \"1990-05-17\", \"sex\": \"male\", \"nationalities\": [\"DE\"],"
	"  \"residence\": [{\"country\": \"JP\", \"from\": \"2022-04-01\", \"to\": \"2025-03-31\"},"
	"   {\"country\": \"DE\", \"from\": \"2025-04-01\"}]},"
	" \"periods\": [{\"country\": \"JP\", \"kind\": \"employment\", \"from\": \"2022-04-01\","
	"  \"to\": \"2025-03-31\", \"pay\": {\"monthly\": 300000}}]}";

static const struct tot_date day = {2026, 11, 21};

static int open_law(void **state)
{
	struct tot_diag diag = {0};
	struct tot_law *law = NULL;
	const enum tot_status status = tot_law_open(&law, NULL, &diag);
	tot_diag_free(&diag);
	*state = law;
	return status < 0 ? -1 : 0;
}

static int close_law(void **state)
{
	tot_law_free(*state);
	return 0;
}

/* 36 months at 300,000 yen: 300,000 x 3.3 (EPIA suppl. s. 29 (3), (4)). */
static void one_life(void **state)
{
	struct tot_text out = {0};
	struct tot_diag diag = {0};
	assert_true(tot_evaluate_text(&out, life, strlen(life), day, *state, &diag) >= TOT_OK);
	assert_int_equal(diag.errors, 0);
	assert_non_null(strstr(out.bytes, "{\"format\":\"totalise-result/1\""));
	assert_non_null(strstr(out.bytes, "\"gross\":{\"value\":\"990000\",\"currency\":\"JPY\"}"));
	assert_ptr_equal(strchr(out.bytes, '\n'), out.bytes + out.size - 1);
	tot_text_free(&out);
	tot_diag_free(&diag);
}

static void same_input_same_bytes(void **state)
{
	struct tot_text out[2] = {0};
	struct tot_diag diag = {0};
	for (int i = 0; i < 2; i++)
		assert_true(tot_evaluate_text(&out[i], life, strlen(life), day, *state, &diag) >=
			    TOT_OK);
	assert_string_equal(out[0].bytes, out[1].bytes);
	tot_text_free(&out[0]);
	tot_text_free(&out[1]);
	tot_diag_free(&diag);
}

/* The library has no clock: without a day nothing is computed. */
static void day_is_needed(void **state)
{
	struct tot_text out = {0};
	struct tot_diag diag = {0};
	const struct tot_date none = {0};
	assert_int_equal(tot_evaluate_text(&out, life, strlen(life), none, *state, &diag),
			 TOT_ERR_DATA);
	assert_string_equal(diag.first->place, "/as_of");
	assert_null(out.bytes);
	tot_diag_free(&diag);
}

static void faults_are_told(void **state)
{
	static const char *const texts[] = {"", "garbage", "{\"format\": \"totalise-scenario/1\"",
					    "[]", "{}"};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct tot_text out = {0};
		struct tot_diag diag = {0};
		assert_int_equal(
			tot_evaluate_text(&out, texts[i], strlen(texts[i]), day, *state, &diag),
			TOT_ERR_DATA);
		assert_true(diag.errors > 0);
		assert_null(out.bytes);
		tot_diag_free(&diag);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_life),
		cmocka_unit_test(same_input_same_bytes),
		cmocka_unit_test(day_is_needed),
		cmocka_unit_test(faults_are_told),
	};
	return cmocka_run_group_tests(tests, open_law, close_law);
}
