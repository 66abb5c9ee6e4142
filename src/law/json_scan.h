/* The strict pass over a JSON text, before it is read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_LAW_JSON_SCAN_H
#define TOT_LAW_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "totalise/diag.h"

/* True if the text is JSON as strict as tot_json_read wants it, but for doubled names; else one fault in diag. */
bool tot_json_scan(const char *text, size_t size, const char *file, struct tot_diag *diag);

#endif
