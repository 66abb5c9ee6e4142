/* The head of the page: title, style, and a policy that lets nothing be loaded or run. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/html_part.h"
#include "report/sha256.h"

static void meta(struct tot_html *h, const char *key, const char *name, const char *content)
{
	tot_html_open(h, "meta");
	tot_html_attr(h, key, name);
	tot_html_attr(h, "content", content);
	tot_html_close(h);
}

static void allow(struct tot_text *policy, const char *style, size_t size)
{
	char hash[TOT_SHA256_TEXT];
	tot_sha256_base64(hash, style, size);
	if (!policy->bytes || !strstr(policy->bytes, hash))
		tot_text_format(policy, " 'sha256-%s'", hash);
}

/* Pictures bring styles of their own. */
static void policy_of(struct tot_text *policy, const char *body)
{
	static const char begin[] = "<style>", end[] = "</style>";
	tot_text_add(policy, "default-src 'none'; style-src");
	allow(policy, tot_html_style, strlen(tot_html_style));
	for (const char *at = body; (at = strstr(at, begin));) {
		at += sizeof begin - 1;
		const char *stop = strstr(at, end);
		if (stop)
			allow(policy, at, (size_t)(stop - at));
	}
	tot_text_add(policy, "; img-src data:; base-uri 'none'; form-action 'none'");
}

void tot_html_head(struct tot_html *h, const char *title, const char *body)
{
	struct tot_text policy = {0};
	policy_of(&policy, body);
	tot_html_open(h, "head");
	tot_html_open(h, "meta");
	tot_html_attr(h, "charset", "utf-8");
	tot_html_close(h);
	meta(h, "http-equiv", "Content-Security-Policy", policy.bytes ? policy.bytes : "");
	meta(h, "name", "viewport", "width=device-width, initial-scale=1");
	meta(h, "name", "color-scheme", "light dark");
	meta(h, "name", "referrer", "no-referrer");
	tot_html_open(h, "link"); /* or a browser asks for an icon */
	tot_html_attr(h, "rel", "icon");
	tot_html_attr(h, "href", "data:,");
	tot_html_close(h);
	tot_html_line(h, "title", title);
	tot_html_open(h, "style");
	tot_html_markup(h, tot_html_style);
	tot_html_close(h);
	tot_html_close(h);
	h->out->failed |= policy.failed;
	tot_text_free(&policy);
}
