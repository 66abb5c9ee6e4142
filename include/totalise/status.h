/* Outcome of a library call: exact, usable with a caveat, or nothing written. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TOTALISE_STATUS_H
#define TOTALISE_STATUS_H

#define TOT_NODISCARD __attribute__((warn_unused_result))
#define TOT_PRINTF(text, first) __attribute__((format(printf, text, first)))

enum tot_status {
	TOT_OK = 0,		   /* exact */
	TOT_PROVISIONAL = 1,	   /* value written; a parameter is not final */
	TOT_PROJECTED = 2,	   /* value written; a future parameter was assumed */
	TOT_INCOMPLETE_RECORD = 3, /* value written without months of unknown pay */
	TOT_ERR_DOMAIN = -1,	   /* argument outside the rule's validity */
	TOT_ERR_NO_PARAMETER = -2, /* the law book has no figure for that day */
	TOT_ERR_DATA = -3,	   /* file or scenario is faulty; see the diagnostics */
	TOT_ERR_OVERFLOW = -4,	   /* integer arithmetic left its range */
	TOT_ERR_MEMORY = -5,
	TOT_ERR_IO = -6
};

/* Status as a word for messages: "exact", "provisional", ... Never NULL. */
const char *tot_status_name(enum tot_status status);

/* The graver of two outcomes: any error beats any caveat, a larger caveat a smaller. */
enum tot_status tot_status_worse(enum tot_status a, enum tot_status b);

#endif
