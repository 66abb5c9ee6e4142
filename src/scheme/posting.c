/* How long a posted person keeps the law of home: length, breaks, extension, longer plans. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "totalise/scheme.h"

static struct tot_date later(struct tot_date a, struct tot_date b)
{
	return tot_date_compare(a, b) > 0 ? a : b;
}

struct tot_date tot_posting_last_day(const struct tot_posting *posting)
{
	return tot_date_is_none(posting->to) ? posting->planned_to : posting->to;
}

static bool is_ordinary(const struct tot_posting *posting)
{
	return !posting->basis || strcmp(posting->basis, "posting") == 0;
}

static const struct tot_posting_rule *rule_for(const struct tot_agreement *agreement,
					       bool self_employed)
{
	for (size_t i = 0; i < agreement->posting_count; i++)
		if (agreement->postings[i].self_employed == self_employed)
			return &agreement->postings[i];
	return NULL;
}

const struct tot_agreement *tot_posting_agreement(const struct tot_posting *posting,
						  const struct tot_law *law)
{
	const struct tot_agreement *agreement;
	const struct tot_date last = tot_posting_last_day(posting);
	for (size_t a = 0; (agreement = tot_law_agreement(law, a)); a++) {
		/* An agreement that comes into force during the work holds for the rest of it. */
		const struct tot_date on = later(posting->from, agreement->in_force);
		if (!tot_date_is_none(last) && tot_date_compare(on, last) > 0)
			continue;
		if (tot_agreement_in_force(agreement, on) &&
		    tot_agreement_is_party(agreement, posting->home, on) &&
		    tot_agreement_is_party(agreement, posting->host, on))
			return agreement;
	}
	return NULL;
}

/* Is the time between two postings so short that both are one? `gap.practice`, `gap.treaty_rule`. */
static bool one_posting(const struct tot_posting *before, const struct tot_posting *after,
			const struct tot_posting_rule *rule)
{
	const struct tot_date end = tot_posting_last_day(before);
	if (tot_date_is_none(end) || before->self_employed != after->self_employed ||
	    !is_ordinary(before))
		return false;
	const struct tot_date free = tot_date_add_days(end, 1);
	const struct tot_by_state *practice = tot_by_state(&rule->same_posting, after->home);
	if (rule->gap_by_treaty)
		return tot_date_compare(after->from,
					tot_date_add_months_clamped(free, rule->gap_months)) < 0;
	return tot_date_compare(after->from, tot_date_add_months_clamped(
						     free, practice ? practice->number : 0)) <= 0;
}

/* Where the months begin to count, and the longest extension granted since. */
static void count_from(struct tot_posting_law *io, const struct tot_posting *posting)
{
	io->counted_from = posting->from;
	io->extension_months = posting->extension_months;
	for (const struct tot_posting *before = posting->earlier;
	     before && one_posting(before, posting, io->rule); before = before->earlier) {
		io->counted_from = before->from;
		io->continued = true;
		if (before->extension_months > io->extension_months)
			io->extension_months = before->extension_months;
		posting = before;
	}
	io->before_agreement = tot_date_compare(io->counted_from, io->agreement->in_force) < 0;
	io->counted_from = later(io->counted_from, io->agreement->in_force);
}

/* Which law it is once the end of the months is known. */
static void decide(struct tot_posting_law *io, const struct tot_posting *posting,
		   struct tot_date last)
{
	io->limit = tot_posting_rule_end(io->rule, io->counted_from, io->extension_months);
	io->planned_longer = !tot_date_is_none(posting->planned_to) &&
			     tot_date_compare(posting->planned_to, io->limit) > 0;
	const bool used_up = tot_date_compare(io->limit, posting->from) < 0;
	io->host_from_start = used_up || (io->rule->host_if_longer && io->planned_longer);
	if (io->host_from_start)
		io->home_end = tot_date_add_days(posting->from, -1);
	else
		io->home_end = tot_date_is_none(last) || tot_date_compare(io->limit, last) < 0
				       ? io->limit
				       : last;
}

void tot_posting_law_of(struct tot_posting_law *out, const struct tot_posting *posting,
			const struct tot_law *law)
{
	const struct tot_date last = tot_posting_last_day(posting);
	*out = (struct tot_posting_law){
		.agreement = tot_posting_agreement(posting, law),
		.counted_from = posting->from,
		.home_end = last,
	};
	if (!out->agreement || !is_ordinary(posting))
		return;
	out->rule = rule_for(out->agreement, posting->self_employed);
	/* A rule without a length does not say when home law ends. */
	if (out->rule && !out->rule->max_months)
		out->rule = NULL;
	if (!out->rule)
		return;
	count_from(out, posting);
	decide(out, posting, last);
}

struct tot_date tot_posting_home_end(const struct tot_posting *posting, const struct tot_law *law)
{
	struct tot_posting_law found;
	tot_posting_law_of(&found, posting, law);
	return found.home_end;
}
