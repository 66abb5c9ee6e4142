/* German months of postings: insured at home for a limited time, then where the work is done. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "de/figures.h"
#include "de/periods.h"

/* Last day of the posting as it is known. */
static struct tot_date last_day(const struct tot_posting *posting)
{
	return tot_date_is_none(posting->to) ? posting->planned_to : posting->to;
}

static enum tot_status add_record(struct tot_timeline *io, const struct tot_posting *posting,
				  struct tot_date from, struct tot_date to, bool with_pay,
				  struct tot_ctx *ctx)
{
	/* The law of home may not apply for a single day. */
	if (!tot_date_is_none(to) && tot_date_compare(to, from) < 0)
		return TOT_OK;
	struct tot_period *record = tot_arena_alloc(ctx->arena, sizeof(*record));
	struct tot_span *span = record ? tot_de_span_add(io, ctx) : NULL;
	if (!span)
		return TOT_ERR_MEMORY;
	record->country = "DE";
	record->kind = posting->self_employed ? TOT_SELF_EMPLOYMENT : TOT_EMPLOYMENT;
	record->from = from;
	record->to = to;
	record->pointer = posting->pointer;
	if (with_pay)
		record->pay = posting->pay;
	*span = (struct tot_span){.record = record, .kind = record->kind, .from = from, .to = to};
	tot_months_add_range(&span->months, tot_month_of(from), tot_month_of(to) + 1);
	return TOT_OK;
}

/* Is a written record work that can be the posting's own? A mini-job is a job of its own beside it. */
static bool can_be_posting(const struct tot_span *written)
{
	return (TOT_DE_WORK & TOT_KIND_BIT(written->kind)) &&
	       !(written->flags & (TOT_FLAG_MINIJOB | TOT_FLAG_MINIJOB_EXEMPT));
}

/* DECISIONS 39: of two records of a month the one with pay counts, of two with pay the written one. */
static void prefer_one(struct tot_timeline *io, size_t first_posting)
{
	for (size_t p = first_posting; p < io->span_count; p++) {
		struct tot_span *posting = &io->spans[p];
		for (size_t w = 0; w < first_posting; w++) {
			struct tot_span *written = &io->spans[w];
			if (!can_be_posting(written))
				continue;
			const bool posting_counts = written->record->pay.form == TOT_PAY_NONE &&
						    posting->record->pay.form != TOT_PAY_NONE;
			if (posting_counts)
				tot_months_andnot(&written->months, &posting->months);
			else
				tot_months_andnot(&posting->months, &written->months);
		}
	}
}

enum tot_status tot_de_place_postings(struct tot_timeline *io, const struct tot_scenario *life,
				      struct tot_ctx *ctx)
{
	const size_t first_posting = io->span_count;
	enum tot_status status = TOT_OK;
	for (size_t i = 0; i < life->posting_count && status >= 0; i++) {
		const struct tot_posting *posting = &life->postings[i];
		const bool home = strcmp(posting->home, "DE") == 0;
		if (!home && strcmp(posting->host, "DE") != 0)
			continue;
		const struct tot_date end = last_day(posting);
		const struct tot_date home_end = tot_posting_home_end(posting, ctx->law);
		const struct tot_date next = tot_date_add_days(home_end, 1);
		if (home)
			status = add_record(io, posting, posting->from, home_end, true, ctx);
		else if (tot_date_compare(next, end) <= 0)
			status = add_record(io, posting, next, end, false, ctx);
	}
	if (status >= 0)
		prefer_one(io, first_posting);
	return status;
}

void tot_de_posted_in(struct tot_months *out, const struct tot_scenario *life,
		      const struct tot_law *law)
{
	*out = (struct tot_months){{0}};
	for (size_t i = 0; i < life->posting_count; i++) {
		const struct tot_posting *posting = &life->postings[i];
		if (strcmp(posting->host, "DE") != 0)
			continue;
		const struct tot_date end = tot_posting_home_end(posting, law);
		if (tot_date_compare(end, posting->from) < 0)
			continue;
		tot_months_add_range(out, tot_month_of(posting->from), tot_month_of(end) + 1);
	}
}
