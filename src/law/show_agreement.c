/* totalise law show agreements: what is in force, and the rules of one agreement. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show.h"

static bool in_force(const struct tot_agreement *agreement, const struct tot_date *on)
{
	if (!on)
		return true;
	return tot_date_compare(agreement->in_force, *on) <= 0 &&
	       (tot_date_is_none(agreement->ended) || tot_date_compare(*on, agreement->ended) <= 0);
}

static void show_line(struct tot_text *out, const struct tot_agreement *agreement)
{
	char from[TOT_DATE_TEXT], to[TOT_DATE_TEXT];
	tot_text_format(out, "%s", agreement->id);
	tot_text_pad(out, 10);
	tot_text_format(out, "%s .. ", tot_date_print(from, agreement->in_force));
	if (!tot_date_is_none(agreement->ended))
		tot_text_add(out, tot_date_print(to, agreement->ended));
	tot_text_pad(out, 36);
	tot_text_format(out, "%s", agreement->complete ? "executed" : "sketch");
	tot_text_pad(out, 46);
	tot_text_format(out, "%s\n", agreement->title);
}

static void add_kinds(struct tot_text *out, tot_kinds kinds)
{
	const char *before = "";
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		if (!(kinds & TOT_KIND_BIT(kind)))
			continue;
		tot_text_format(out, "%s%s", before, tot_kind_name((enum tot_kind)kind));
		before = ", ";
	}
}

static void show_accept(struct tot_text *out, const struct tot_accept *accept)
{
	char month[TOT_DATE_TEXT];
	tot_text_format(out, "    lends from %s: ", accept->from);
	add_kinds(out, accept->kinds);
	if (accept->need_flag)
		tot_text_format(out, "; only with the flag %s",
				tot_flag_name((enum tot_flag)accept->need_flag));
	if (accept->not_before != TOT_MONTH_NONE)
		tot_text_format(out, "; from %s", tot_month_print(month, accept->not_before));
	tot_text_add(out, "\n");
}

static void show_disputed(struct tot_text *out, const struct tot_aggregation *rule,
			  const struct tot_disputed *disputed)
{
	for (int kind = 0; kind < TOT_KIND_COUNT; kind++) {
		if (disputed->kinds & TOT_KIND_BIT(kind))
			tot_text_format(out, "    switch %s.%s: %s\n", rule->id,
					tot_kind_name((enum tot_kind)kind),
					disputed->accept ? "accept" : "reject");
	}
}

static void show_rule(struct tot_text *out, const struct tot_aggregation *rule)
{
	tot_text_format(out, "  %s  %s", rule->id, rule->condition);
	if (rule->required)
		tot_text_format(out, "  %d months", rule->required);
	tot_text_format(out, "  %s%s%s\n", rule->confidence ? rule->confidence : "",
			rule->law ? "  " : "", rule->law ? rule->law : "");
	for (size_t i = 0; i < rule->accept_count; i++)
		show_accept(out, &rule->accept[i]);
	for (size_t i = 0; i < rule->disputed_count; i++)
		show_disputed(out, rule, &rule->disputed[i]);
}

static void show_all(struct tot_text *out, const struct tot_agreement *agreement)
{
	static const char *const formulas[] = {
		"paid in full",
		"own months / required months",
		"own / (own + lent) months",
		"own / capped total",
		"missing months up to the minimum in the ratio own / (own + lent)",
		"own / possible months",
		"own / capped possible months",
		"theoretical amount x own / total",
		"the highest of several rules",
		"theoretical United States amount",
	};
	show_line(out, agreement);
	for (size_t i = 0; i < agreement->aggregation_count; i++)
		show_rule(out, &agreement->aggregation[i]);
	for (size_t i = 0; i < agreement->benefit_count; i++) {
		const struct tot_benefit_rule *rule = &agreement->benefits[i];
		tot_text_format(out, "  %s  %s  %s%s%s%s\n", rule->id, rule->benefit,
				formulas[rule->formula],
				rule->by_agreement ? " (only if due by the agreement)" : "",
				rule->law ? "  " : "", rule->law ? rule->law : "");
	}
}

enum tot_status tot_show_agreements(struct tot_text *out, const struct tot_law *law, const char *id,
				    const struct tot_date *on)
{
	bool found = false;
	for (size_t i = 0; i < law->agreement_count; i++) {
		const struct tot_agreement *agreement = law->agreements[i];
		if (!in_force(agreement, on) || (id[0] && !tot_same(agreement->id, id)))
			continue;
		if (id[0])
			show_all(out, agreement);
		else
			show_line(out, agreement);
		found = true;
	}
	if (out->failed)
		return TOT_ERR_MEMORY;
	return found ? TOT_OK : TOT_ERR_NO_PARAMETER;
}
