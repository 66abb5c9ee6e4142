/* Where this person applies: the carrier by the contributions paid, the offices for postings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"

static const char *address_of(const struct tot_office *office, struct tot_ctx *ctx)
{
	return tot_arena_format(ctx->arena, "%s%s%s%s%s", office->street ? office->street : "",
				office->street ? ", " : "", office->city ? office->city : "",
				office->tel || office->web ? ", " : "",
				office->tel   ? office->tel
				: office->web ? office->web
					      : "");
}

static enum tot_status add(struct tot_outcome *io, const struct tot_office *office, const char *why,
			   struct tot_ctx *ctx)
{
	struct tot_institution *list =
		tot_arena_grow(ctx->arena, io->institutions, io->institution_count, sizeof(*list));
	if (!list)
		return TOT_ERR_MEMORY;
	io->institutions = list;
	list[io->institution_count++] = (struct tot_institution){
		.office = office, .address = address_of(office, ctx), .why = why};
	return TOT_OK;
}

static unsigned flags_of(const struct tot_timeline *timeline)
{
	unsigned flags = 0;
	for (size_t i = 0; i < timeline->span_count; i++)
		flags |= timeline->spans[i].flags;
	return flags;
}

static bool is_carrier(const struct tot_office *office, const char *country)
{
	return office->is && office->country && strcmp(office->country, country) == 0;
}

/* An office for months of a certain kind comes alone; else those that are for all others. */
static enum tot_status carriers(struct tot_outcome *io, const struct tot_timeline *timeline,
				const struct tot_deadlines *data, struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	const unsigned flags = flags_of(timeline);
	bool special = false;
	size_t candidates = 0;
	for (size_t i = 0; i < data->office_count; i++) {
		const struct tot_office *office = &data->offices[i];
		special |= is_carrier(office, timeline->country) && (office->flags & flags);
		candidates += is_carrier(office, timeline->country) && !office->flags;
	}
	for (size_t i = 0; i < data->office_count && status >= 0; i++) {
		const struct tot_office *office = &data->offices[i];
		const bool fits = special ? (office->flags & flags) != 0 : !office->flags;
		if (is_carrier(office, timeline->country) && fits)
			status = add(
				io, office,
				special ? "months in its branch of insurance, which decide alone"
				: candidates > 1
					? "one of these by the last contribution; the number of "
					  "the insurance record tells which"
					: "months insured in this state",
				ctx);
	}
	return status;
}

static bool concerned(const struct tot_outcome *outcome, const char *country)
{
	for (size_t i = 0; i < outcome->coverage_count; i++) {
		const struct tot_posting *posting = outcome->coverage[i].posting;
		if (outcome->coverage[i].law.agreement &&
		    (strcmp(posting->home, country) == 0 || strcmp(posting->host, country) == 0))
			return true;
	}
	return false;
}

enum tot_status tot_institutions_find(struct tot_outcome *outcome, struct tot_ctx *ctx)
{
	const struct tot_deadlines *data = tot_law_deadlines(ctx->law);
	enum tot_status status = TOT_OK;
	for (size_t s = 0; s < outcome->state_count && status >= 0; s++)
		if (outcome->timelines[s].span_count)
			status = carriers(outcome, &outcome->timelines[s], data, ctx);
	for (size_t i = 0; i < data->office_count && status >= 0; i++) {
		const struct tot_office *office = &data->offices[i];
		if (office->for_postings && office->country && concerned(outcome, office->country))
			status = add(outcome, office, "a posting from or to this state", ctx);
	}
	return status;
}
