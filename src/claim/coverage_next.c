/* What a posted person has to file next: certificate, extension, registration. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage.h"

static const char *day_text(struct tot_date date, struct tot_ctx *ctx)
{
	char text[TOT_DATE_TEXT];
	return tot_arena_format(ctx->arena, "%s", tot_date_print(text, date));
}

/* The body of a state that exceptions and extensions are applied for at. */
static const char *authority(const struct tot_coverage *coverage, const char *state,
			     struct tot_ctx *ctx)
{
	const struct tot_by_state *office =
		tot_by_state(&coverage->law.agreement->coverage.apply_at, state);
	return office && office->text
		       ? office->text
		       : tot_arena_format(ctx->arena, "the authority of %s for exceptions",
					  tot_state_title(state));
}

static void step(struct tot_coverage *io, const char *text, struct tot_date on, const char *where)
{
	io->next_step = text;
	io->next_on = on;
	io->next_where = where;
}

/* The law of the host holds from `day`: its insurance has to be told. */
static void register_in_host(struct tot_coverage *io, struct tot_date day, struct tot_ctx *ctx)
{
	const char *host = tot_state_title(io->posting->host);
	step(io,
	     tot_arena_format(ctx->arena,
			      "Register with the insurance of %s: its law applies from %s", host,
			      day_text(day, ctx)),
	     day, tot_arena_format(ctx->arena, "pension insurance of %s", host));
}

/* Before the first day of the work. */
static void before_start(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_posting *posting = io->posting;
	const char *form = io->form ? tot_arena_format(ctx->arena, " %s", io->form) : "";
	if (tot_coverage_is(posting, "exception"))
		step(io, "Apply for the exception, employer and employee together", posting->from,
		     authority(io, posting->home, ctx));
	else
		step(io,
		     tot_arena_format(
			     ctx->arena,
			     "Apply for the certificate of coverage%s before the work begins%s%s",
			     form, tot_date_is_none(io->apply_from) ? "" : ", not before ",
			     tot_date_is_none(io->apply_from) ? "" : day_text(io->apply_from, ctx)),
		     posting->from,
		     io->issuer ? io->issuer
				: tot_arena_format(ctx->arena, "pension insurance of %s",
						   tot_state_title(posting->home)));
}

/* While home law holds and the work goes on beyond it. */
static void before_limit(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_posting_law *law = &io->law;
	const bool more = law->rule && law->rule->extension_possible &&
			  (!law->rule->extension_months ||
			   law->extension_months < law->rule->extension_months);
	const struct tot_date host_day = tot_date_add_days(law->home_end, 1);
	if (!more) {
		register_in_host(io, host_day, ctx);
		return;
	}
	step(io,
	     tot_arena_format(
		     ctx->arena,
		     "Apply for longer home law%s%s; without it the law of %s applies from "
		     "%s",
		     tot_date_is_none(io->extension_until) ? "" : ", until ",
		     tot_date_is_none(io->extension_until)
			     ? ""
			     : tot_arena_format(ctx->arena, "%s at most",
						day_text(io->extension_until, ctx)),
		     tot_state_title(io->posting->host), day_text(host_day, ctx)),
	     law->home_end, authority(io, io->posting->home, ctx));
}

/* The work ends under home law: the certificate ends with it. */
static void before_end(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_posting_law *law = &io->law;
	if (!io->certified || tot_date_is_none(law->home_end))
		return;
	const bool room = law->rule && tot_date_compare(law->home_end, law->limit) < 0;
	step(io,
	     room ? tot_arena_format(ctx->arena,
				     "The certificate ends on %s; if the work goes on, have it "
				     "prolonged before, until %s at most",
				     day_text(law->home_end, ctx), day_text(law->limit, ctx))
		  : tot_arena_format(ctx->arena,
				     "The certificate ends on %s; if the work goes on, apply for "
				     "longer home law before",
				     day_text(law->home_end, ctx)),
	     law->home_end,
	     room && io->issuer ? io->issuer : authority(io, io->posting->home, ctx));
}

void tot_coverage_next(struct tot_coverage *io, struct tot_ctx *ctx)
{
	const struct tot_date last = tot_posting_last_day(io->posting), today = ctx->as_of;
	const bool over = !tot_date_is_none(last) && tot_date_compare(last, today) < 0;
	if (over || !io->law.agreement)
		return;
	const bool begun = tot_date_compare(io->posting->from, today) <= 0;
	if (io->law.host_from_start) {
		if (!begun)
			register_in_host(io, io->posting->from, ctx);
		return;
	}
	const struct tot_date home_end = io->law.home_end;
	if (!begun && io->certified)
		before_start(io, ctx);
	else if (!tot_date_is_none(home_end) && tot_date_compare(home_end, today) < 0)
		return;
	else if (!tot_date_is_none(home_end) &&
		 (tot_date_is_none(last) || tot_date_compare(home_end, last) < 0))
		before_limit(io, ctx);
	else
		before_end(io, ctx);
}
