/* Which state's law applies to a posting, from day to day, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "claim.h"
#include "coverage.h"

const char *tot_state_title(const char *state)
{
	const struct tot_scheme *scheme = tot_scheme_of(state);
	return scheme ? scheme->name : state;
}

void tot_coverage_note(struct tot_coverage *io, struct tot_ctx *ctx, const char *text)
{
	const char **list =
		tot_arena_grow(ctx->arena, io->notes, io->note_count, sizeof(*io->notes));
	if (!list || !text)
		return;
	io->notes = list;
	list[io->note_count++] = text;
}

static void add_span(struct tot_coverage *io, const char *state, struct tot_date from,
		     struct tot_date to, const char *why)
{
	const size_t most = sizeof(io->spans) / sizeof(io->spans[0]);
	const bool open = tot_date_is_none(to);
	if (io->span_count < most && (open || tot_date_compare(from, to) <= 0))
		io->spans[io->span_count++] = (struct tot_law_span){state, from, to, why};
}

/* "Article 7(1), de-jp", or only the agreement where the file names no article. */
const char *tot_coverage_article(const struct tot_coverage *coverage, const char *article,
				 struct tot_ctx *ctx)
{
	const char *id = coverage->law.agreement->id;
	return article ? tot_arena_format(ctx->arena, "Article %s, agreement %s", article, id)
		       : tot_arena_format(ctx->arena, "agreement %s", id);
}

bool tot_coverage_is(const struct tot_posting *posting, const char *basis)
{
	return posting->basis && strcmp(posting->basis, basis) == 0;
}

/* Why home law holds: by the rule for postings, or by the rule for the other bases. */
static const char *why_home(const struct tot_coverage *coverage, struct tot_ctx *ctx)
{
	const struct tot_posting *posting = coverage->posting;
	const struct tot_posting_law *law = &coverage->law;
	const struct tot_coverage_rules *rules = law->agreement ? &law->agreement->coverage : NULL;
	if (!rules)
		return "home law goes on for work abroad for a limited time; no agreement limits "
		       "it";
	if (tot_coverage_is(posting, "exception"))
		return tot_arena_format(
			ctx->arena, "exception agreed by the authorities (%s)",
			tot_coverage_article(coverage, rules->exceptions_article, ctx));
	if (tot_coverage_is(posting, "ship"))
		return tot_arena_format(ctx->arena, "work on a ship (%s)",
					tot_coverage_article(coverage, rules->ships_article, ctx));
	if (tot_coverage_is(posting, "public_service"))
		return tot_arena_format(ctx->arena, "public service (%s)",
					tot_coverage_article(coverage, rules->public_article, ctx));
	if (!law->rule)
		return tot_arena_format(ctx->arena,
					"the agreement file gives no length for this work (%s)",
					tot_coverage_article(coverage, NULL, ctx));
	return tot_arena_format(
		ctx->arena, "%s: home law for %d %smonths%s (%s)",
		posting->self_employed ? "self-employed work in the other state"
				       : "sent by the employer",
		law->rule->max_months, law->rule->by_day ? "" : "calendar ",
		law->extension_months ? tot_arena_format(ctx->arena, " and %d of extension granted",
							 law->extension_months)
				      : "",
		tot_coverage_article(coverage, law->rule->article, ctx));
}

static const char *why_host(const struct tot_coverage *coverage, struct tot_ctx *ctx)
{
	const struct tot_posting_law *law = &coverage->law;
	const char *place = tot_coverage_article(coverage, law->agreement->coverage.article, ctx);
	if (law->host_from_start && law->planned_longer && law->rule->host_if_longer)
		return tot_arena_format(ctx->arena,
					"planned for longer than %d months: law of the place of "
					"work from the first day (%s)",
					law->rule->max_months + law->extension_months, place);
	if (law->host_from_start)
		return tot_arena_format(
			ctx->arena,
			"the months of home law were used up by an earlier posting: "
			"law of the place of work (%s)",
			place);
	return tot_arena_format(ctx->arena,
				"the months of home law are over: law of the place of work (%s)",
				place);
}

/* Insurance kept on application in the state that would otherwise be out. */
static void add_kept(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_posting *posting = io->posting;
	const struct tot_coverage_rules *rules = &io->law.agreement->coverage;
	for (size_t i = 0; posting->keep_host_insurance && i < rules->keep_both_count; i++) {
		const struct tot_keep_both *keep = &rules->keep_both[i];
		if (strcmp(keep->party, posting->host) != 0 || keep->abroad)
			continue;
		add_span(io, posting->host, posting->from, io->law.home_end,
			 tot_arena_format(ctx->arena, "beside home law, on application: %s (%s)",
					  keep->what,
					  keep->law ? keep->law : io->law.agreement->id));
		return;
	}
	if (posting->keep_host_insurance)
		tot_coverage_note(
			io, ctx,
			tot_arena_format(ctx->arena,
					 "Insurance in both states was asked for; %s has no such "
					 "option for work in it.",
					 tot_state_title(posting->host)));
}

static void add_spans(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_posting *posting = io->posting;
	const struct tot_date last = tot_posting_last_day(posting);
	add_span(io, posting->home, posting->from, io->law.home_end, why_home(io, ctx));
	if (!io->law.agreement)
		return;
	add_kept(io, ctx);
	if (!tot_date_is_none(io->law.home_end) &&
	    (tot_date_is_none(last) || tot_date_compare(io->law.home_end, last) < 0))
		add_span(io, posting->host, tot_date_add_days(io->law.home_end, 1), last,
			 why_host(io, ctx));
}

static void add_certificate(struct tot_coverage *io)
{
	const struct tot_posting *posting = io->posting;
	const bool by_rule = tot_coverage_is(posting, "posting") || !posting->basis;
	if (!io->law.agreement || io->law.host_from_start ||
	    !((by_rule && io->law.rule) || tot_coverage_is(posting, "exception")))
		return;
	const struct tot_coverage_rules *rules = &io->law.agreement->coverage;
	const struct tot_by_state *issuer = tot_by_state(&rules->issuers, posting->home);
	const struct tot_by_state *earliest = tot_by_state(&rules->earliest, posting->home);
	io->certified = true;
	io->form = rules->form;
	io->issuer = issuer ? issuer->text : NULL;
	io->valid_to = io->law.home_end;
	if (earliest && earliest->number)
		io->apply_from = tot_date_add_months_clamped(posting->from, -earliest->number);
}

/* The last day that home law can reach with an extension, as far as a cap is known. */
static void add_extension(struct tot_coverage *io, struct tot_ctx *ctx)
{
	char day[TOT_DATE_TEXT];
	const struct tot_posting_law *law = &io->law;
	if (!law->rule || !law->rule->extension_possible || !law->rule->extension_months)
		return;
	const int months = law->extension_months > law->rule->extension_months
				   ? law->extension_months
				   : law->rule->extension_months;
	io->extension_until = tot_posting_rule_end(law->rule, law->counted_from, months);
	if (law->extension_months > law->rule->extension_months)
		tot_coverage_note(
			io, ctx,
			tot_arena_format(
				ctx->arena,
				"%d months of extension are taken as granted; more than %d "
				"are not usual (until %s).",
				law->extension_months, law->rule->extension_months,
				tot_date_print(day,
					       tot_posting_rule_end(law->rule, law->counted_from,
								    law->rule->extension_months))));
}

enum tot_status tot_coverage_of(struct tot_coverage *out, const struct tot_posting *posting,
				const struct tot_scenario *life, struct tot_ctx *ctx)
{
	*out = (struct tot_coverage){.posting = posting};
	tot_posting_law_of(&out->law, posting, ctx->law);
	add_spans(out, ctx);
	add_certificate(out);
	add_extension(out, ctx);
	tot_coverage_remarks(out, ctx);
	tot_coverage_next(out, ctx);
	const enum tot_status status = tot_posting_costs(out, life, ctx);
	return ctx->arena->failed ? TOT_ERR_MEMORY : status;
}

enum tot_status tot_coverage_find(struct tot_outcome *outcome, const struct tot_scenario *life,
				  struct tot_ctx *ctx)
{
	enum tot_status status = TOT_OK;
	outcome->coverage =
		tot_arena_alloc(ctx->arena, (life->posting_count + 1) * sizeof(*outcome->coverage));
	if (!outcome->coverage)
		return TOT_ERR_MEMORY;
	for (size_t i = 0; i < life->posting_count && status >= 0; i++) {
		struct tot_coverage *entry = &outcome->coverage[outcome->coverage_count++];
		status = tot_coverage_of(entry, &life->postings[i], life, ctx);
		if (status >= 0)
			tot_coverage_trace(entry, i, ctx);
	}
	return status;
}
