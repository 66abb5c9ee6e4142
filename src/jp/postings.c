/* Postings: employment in Japan that nobody has to write a second time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

#include <string.h>

static bool is_japan(const char *country)
{
	return strcmp(country, "JP") == 0;
}

/* Last day of the posting: as it ended, else as it was planned. */
static struct tot_date last_day(const struct tot_posting *posting)
{
	return tot_date_is_none(posting->to) ? posting->planned_to : posting->to;
}

struct tot_date tot_jp_posting_end(const struct tot_posting *posting, const struct tot_law *law)
{
	return tot_date_add_days(tot_posting_home_end(posting, law), 1);
}

/* A record for the months that a posting makes by itself. */
static enum tot_status add(struct tot_timeline *out, const struct tot_posting *posting,
			   struct tot_date from, struct tot_date to, bool paid, struct tot_ctx *ctx)
{
	if (tot_date_compare(to, from) < 0)
		return TOT_OK;
	struct tot_period *record = tot_arena_alloc(ctx->arena, sizeof(*record));
	struct tot_span *span = tot_jp_add_span(out, ctx);
	if (!record || !span)
		return TOT_ERR_MEMORY;
	record->country = "JP";
	record->kind = posting->self_employed ? TOT_SELF_EMPLOYMENT : TOT_EMPLOYMENT;
	record->from = from;
	record->to = to;
	record->pointer = posting->pointer;
	if (paid)
		record->pay = posting->pay;
	span->record = record;
	span->kind = record->kind;
	span->from = from;
	span->to = to;
	return TOT_OK;
}

enum tot_status tot_jp_add_postings(struct tot_timeline *out, const struct tot_scenario *life,
				    struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < life->posting_count && status == TOT_OK; i++) {
		const struct tot_posting *posting = &life->postings[i];
		const struct tot_date end = tot_jp_posting_end(posting, ctx->law);
		if (is_japan(posting->home)) {
			status = add(out, posting, posting->from, tot_date_add_days(end, -1), true,
				     ctx);
		} else if (is_japan(posting->host)) {
			/*
			 * After the home law: compulsory insurance here; pay under it is unknown.
			 */
			const struct tot_date from =
				posting->keep_host_insurance ? posting->from : end;
			status = add(out, posting, from, last_day(posting), false, ctx);
		}
	}
	return status;
}

bool tot_jp_posted_here(const struct tot_scenario *life, tot_month month, const struct tot_law *law)
{
	for (size_t i = 0; i < life->posting_count; i++) {
		const struct tot_posting *posting = &life->postings[i];
		if (is_japan(posting->home) || !is_japan(posting->host))
			continue;
		const struct tot_date last =
			tot_date_add_days(tot_jp_posting_end(posting, law), -1);
		if (tot_date_compare(last, posting->from) < 0)
			continue;
		if (month >= tot_month_of(posting->from) && month <= tot_month_of(last))
			return true;
	}
	return false;
}
