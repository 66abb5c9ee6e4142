/* The starter scenarios inside the program. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOT_CLI_TEMPLATES_H
#define TOT_CLI_TEMPLATES_H

#include <stddef.h>

/* Name of a template by position: "near-retirement"; NULL past the end. */
const char *template_name(size_t index);

/* Bytes of a template by its name; NULL if there is none. */
const unsigned char *template_bytes(const char *name, size_t *size);

#endif
