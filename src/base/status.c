/* Names and order of outcomes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/status.h"

const char *tot_status_name(enum tot_status status)
{
	switch (status) {
	case TOT_OK: return "exact";
	case TOT_PROVISIONAL: return "provisional";
	case TOT_PROJECTED: return "projected";
	case TOT_INCOMPLETE_RECORD: return "incomplete";
	case TOT_ERR_DOMAIN: return "outside the rule";
	case TOT_ERR_NO_PARAMETER: return "no figure known";
	case TOT_ERR_DATA: return "faulty data";
	case TOT_ERR_OVERFLOW: return "number too large";
	case TOT_ERR_MEMORY: return "out of memory";
	case TOT_ERR_IO: return "input or output failed";
	}
	return "unknown";
}

enum tot_status tot_status_worse(enum tot_status a, enum tot_status b)
{
	if (a < 0 || b < 0)
		return a < 0 ? a : b;
	return a > b ? a : b;
}
