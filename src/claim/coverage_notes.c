/* What else a posted person should know: breaks, family, options, other branches of insurance. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "coverage.h"

static void counting(struct tot_coverage *io, struct tot_ctx *ctx)
{
	char day[TOT_DATE_TEXT];
	const struct tot_posting *earlier = io->posting->earlier;
	tot_date_print(day, io->law.counted_from);
	if (io->law.before_agreement)
		tot_coverage_note(
			io, ctx,
			tot_arena_format(ctx->arena,
					 "The posting is older than the agreement: the "
					 "months are counted from its first day, %s (a "
					 "reading; before it each state's own law decides).",
					 day));
	else if (io->law.continued)
		tot_coverage_note(io, ctx,
				  tot_arena_format(ctx->arena,
						   "The break before it is so short that it is the "
						   "same posting: the months are counted from %s.",
						   day));
	else if (earlier && io->law.rule)
		tot_coverage_note(io, ctx,
				  "A posting of its own after an earlier one: the months begin "
				  "anew. The second posting must be really separate.");
}

static void family(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_coverage_rules *rules = &io->law.agreement->coverage;
	for (size_t i = 0; io->posting->spouse_and_children && i < rules->family_count; i++) {
		const struct tot_family_rule *rule = &rules->family[i];
		if (strcmp(rule->host, io->posting->host) == 0)
			tot_coverage_note(
				io, ctx,
				tot_arena_format(ctx->arena, "Family in %s: %s (%s)%s%s.",
						 tot_state_title(rule->host), rule->rule,
						 rule->law ? rule->law : io->law.agreement->id,
						 rule->note ? "; " : "",
						 rule->note ? rule->note : ""));
	}
}

/* The first day under the law of another state while `state` is home or host; none if there is none. */
struct tot_date tot_coverage_first_out(const struct tot_coverage *coverage, const char *state)
{
	for (size_t i = 0; i < coverage->span_count; i++)
		if (strcmp(coverage->spans[i].state, state) != 0)
			return coverage->spans[i].from;
	return (struct tot_date){0};
}

bool tot_coverage_may_keep(const struct tot_coverage *coverage, const struct tot_keep_both *keep)
{
	const struct tot_posting *posting = coverage->posting;
	const bool host = strcmp(keep->party, posting->host) == 0;
	if (!host && strcmp(keep->party, posting->home) != 0)
		return false;
	return !(host && keep->abroad) &&
	       !tot_date_is_none(tot_coverage_first_out(coverage, keep->party));
}

static void options(struct tot_coverage *io, struct tot_ctx *ctx)
{
	char day[TOT_DATE_TEXT];
	const struct tot_coverage_rules *rules = &io->law.agreement->coverage;
	for (size_t i = 0; i < rules->keep_both_count; i++) {
		const struct tot_keep_both *keep = &rules->keep_both[i];
		if (io->posting->keep_host_insurance || !tot_coverage_may_keep(io, keep))
			continue;
		tot_date_print(day, tot_coverage_first_out(io, keep->party));
		tot_coverage_note(io, ctx,
				  tot_arena_format(ctx->arena,
						   "Possible from %s, if applied for within %d "
						   "month%s, else from a later day: %s (%s).",
						   day, keep->backdated_months,
						   keep->backdated_months == 1 ? "" : "s",
						   keep->what,
						   keep->law ? keep->law : io->law.agreement->id));
	}
}

static void other_branches(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_coverage_rules *rules = &io->law.agreement->coverage;
	const char *names = "";
	for (size_t i = 0; i < rules->not_covered_count; i++)
		names = tot_arena_format(ctx->arena, "%s%s%s", names, i ? ", " : "",
					 rules->not_covered[i]);
	if (rules->not_covered_count)
		tot_coverage_note(
			io, ctx,
			tot_arena_format(ctx->arena,
					 "Not covered by the agreement, so that both states "
					 "may insure: %s.",
					 names));
	for (size_t i = 0; i < 2; i++) {
		const char *state = i ? io->posting->host : io->posting->home;
		const struct tot_by_state *only = tot_by_state(&rules->coverage_only, state);
		if (only && only->text)
			tot_coverage_note(io, ctx,
					  tot_arena_format(ctx->arena, "%s: %s.",
							   tot_state_title(state), only->text));
	}
}

void tot_coverage_remarks(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_posting *posting = io->posting;
	if (!io->law.agreement) {
		tot_coverage_note(io, ctx,
				  tot_arena_format(ctx->arena,
						   "No agreement file of %s and %s holds for these "
						   "days (the law book's "
						   "agreements.overview names those in force): the "
						   "law of %s may insure as well.",
						   tot_state_title(posting->home),
						   tot_state_title(posting->host),
						   tot_state_title(posting->host)));
		return;
	}
	const struct tot_coverage_rules *rules = &io->law.agreement->coverage;
	if (!io->law.agreement->complete)
		tot_coverage_note(io, ctx,
				  tot_arena_format(ctx->arena,
						   "The file of the agreement %s is a sketch: ask "
						   "before you rely on it.",
						   io->law.agreement->id));
	counting(io, ctx);
	if (tot_coverage_is(posting, "ship"))
		tot_coverage_note(io, ctx, rules->ships);
	if (tot_coverage_is(posting, "public_service"))
		tot_coverage_note(io, ctx, rules->public_service);
	family(io, ctx);
	options(io, ctx);
	other_branches(io, ctx);
}
