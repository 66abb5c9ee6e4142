/* Agreement files as rules that src/claim executes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "totalise/agreement.h"

#include <string.h>

#include "agreement_build.h"

static int word_index(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; word && i < count; i++) {
		if (words[i] && strcmp(words[i], word) == 0)
			return (int)i;
	}
	return 0;
}

static enum tot_as as_word(const char *word)
{
	static const char *const words[] = {
		[TOT_AS_CONTRIBUTION] = "contribution",
		[TOT_AS_COMPULSORY_WORK] = "compulsory_work",
		[TOT_AS_PENSION_LAW_PERIOD] = "pension_law_period",
		[TOT_AS_COVERED_MONTH] = "covered_month",
		[TOT_AS_PAID_AND_INSURED] = "paid_and_insured",
		[TOT_AS_QUARTER] = "quarter",
		[TOT_AS_SAME_KIND] = "same_kind",
		[TOT_AS_EMPLOYMENT] = "employment",
		[TOT_AS_COMPLEMENTARY] = "complementary",
	};
	return (enum tot_as)word_index(words, sizeof words / sizeof words[0], word);
}

static enum tot_formula formula_word(const char *word)
{
	static const char *const words[] = {
		[TOT_DIRECT] = "direct",
		[TOT_OWN_OVER_REQUIRED] = "own_over_required",
		[TOT_OWN_OVER_TOTAL] = "own_over_total",
		[TOT_OWN_OVER_CAPPED_TOTAL] = "own_over_capped_total",
		[TOT_MODIFIED_MINIMUM] = "modified_minimum",
		[TOT_OWN_OVER_POSSIBLE] = "own_over_possible",
		[TOT_OWN_OVER_CAPPED_POSSIBLE] = "own_over_capped_possible",
		[TOT_THEORETICAL_TIMES_RATIO] = "theoretical_times_ratio",
		[TOT_MAX_OF] = "max_of",
		[TOT_US_THEORETICAL] = "us_theoretical",
	};
	return (enum tot_formula)word_index(words, sizeof words / sizeof words[0], word);
}

static unsigned need_flag(const struct tot_json *node, const char *key)
{
	enum tot_flag value;
	const char *text = tot_json_string(node, key);
	return text && tot_flag_parse(&value, text) ? (unsigned)value : 0;
}

static void build_accept(const struct tot_agreement_build *build, struct tot_aggregation *out,
			 const struct tot_json *node)
{
	const struct tot_json *entry = tot_node_list(node, "accept", &out->accept_count);
	out->accept = tot_arena_alloc(build->arena, out->accept_count * sizeof *out->accept);
	for (size_t i = 0; out->accept && entry; entry = entry->next, i++) {
		out->accept[i] = (struct tot_accept){
			.from = tot_json_string(entry, "from"),
			.kinds = tot_node_kinds(build, entry, "kinds"),
			.as = as_word(tot_json_string(entry, "as")),
			.need_flag = need_flag(entry, "need_flag"),
			.not_before = tot_node_month(entry, "not_before"),
			.until = tot_json_string(entry, "until"),
			.convertible =
				!tot_json_get(entry, "convert") && !tot_json_get(entry, "limits"),
		};
	}
}

static void build_disputed(const struct tot_agreement_build *build, struct tot_aggregation *out,
			   const struct tot_json *node)
{
	const struct tot_json *entry = tot_node_list(node, "disputed", &out->disputed_count);
	out->disputed = tot_arena_alloc(build->arena, out->disputed_count * sizeof *out->disputed);
	for (size_t i = 0; out->disputed && entry; entry = entry->next, i++) {
		out->disputed[i] = (struct tot_disputed){
			.kinds = tot_node_kinds(build, entry, "kinds"),
			.accept = tot_node_is(entry, "default", "accept"),
			.why = tot_json_string(entry, "why"),
		};
	}
}

static void build_factors(const struct tot_agreement_build *build, struct tot_aggregation *out,
			  const struct tot_json *node)
{
	const struct tot_json *entry = tot_node_list(node, "factors", &out->factor_count);
	out->factors = tot_arena_alloc(build->arena, out->factor_count * sizeof *out->factors);
	for (size_t i = 0; out->factors && entry; entry = entry->next, i++) {
		struct tot_ratio factor = tot_ratio_of(1, 1);
		const char *text = tot_json_string(entry, "factor");
		if (text && !tot_ratio_parse(&factor, text))
			factor = tot_ratio_of(1, 1);
		out->factors[i] = (struct tot_lent_factor){
			.flag = need_flag(entry, "flag"),
			.from = tot_node_month(entry, "from"),
			.until = tot_node_month(entry, "until"),
			.factor = factor,
		};
	}
}

static void build_rule(const struct tot_agreement_build *build, struct tot_aggregation *out,
		       const struct tot_json *node)
{
	const struct tot_json *minimum = tot_json_get(node, "own_minimum");
	out->id = tot_json_string(node, "id");
	out->party = tot_json_string(node, "party");
	out->condition = tot_json_string(node, "condition");
	out->law = tot_json_string(node, "law");
	out->required = tot_node_integer(tot_json_get(node, "required"), "value");
	build_accept(build, out, node);
	build_disputed(build, out, node);
	build_factors(build, out, node);
	out->own_minimum = tot_node_integer(minimum, "value");
	out->own_minimum_kinds = tot_node_kinds(build, minimum, "kinds");
	out->only_if_needed = tot_node_flag(node, "only_if_needed", false);
	out->threshold_only = tot_node_is(node, "effect", "threshold_only");
	out->overlap_any_own = !tot_node_is(node, "overlap", "own_first");
	out->benefit = tot_json_string(node, "benefit");
	out->confidence = tot_json_string(node, "confidence");
}

static void build_benefit(const struct tot_agreement_build *build, struct tot_benefit_rule *out,
			  const struct tot_json *node)
{
	const struct tot_json *other = tot_json_get(node, "other");
	out->id = tot_json_string(node, "id");
	out->party = tot_node_first_text(node, "party");
	out->law = tot_json_string(node, "law");
	out->benefit = tot_node_first_text(node, "benefit");
	out->part = tot_json_string(node, "part");
	out->kase = tot_json_string(node, "case");
	out->by_agreement = tot_node_is(node, "when", "by_agreement");
	out->formula = formula_word(tot_json_string(node, "formula"));
	out->required = tot_node_integer(node, "required");
	out->cap = tot_node_integer(node, "cap");
	out->base_required_months = tot_node_is(node, "base", "required_months");
	out->own_kinds = tot_node_kinds(build, tot_json_get(node, "own"), "kinds");
	out->other_of = tot_json_string(other, "of");
	out->other_kinds = tot_node_kinds(build, other, "kinds");
	out->other_from = tot_node_month(other, "from");
	out->drop_overlap = tot_node_flag(other, "drop_overlap", true);
	out->confidence = tot_json_string(node, "confidence");
}

/* Complete: bilateral, every party counts months, and no rule converts units. */
static bool is_complete(const struct tot_agreement_build *build,
			const struct tot_agreement *agreement)
{
	size_t count;
	const struct tot_json *party = tot_node_list(build->root, "parties", &count);
	if (!tot_node_is(build->root, "kind", "bilateral") || count != 2)
		return false;
	for (; party; party = party->next) {
		if (!tot_node_is(party, "unit", "month"))
			return false;
	}
	for (size_t i = 0; i < agreement->aggregation_count; i++) {
		const struct tot_aggregation *rule = &agreement->aggregation[i];
		for (size_t k = 0; k < rule->accept_count; k++) {
			if (!rule->accept[k].convertible)
				return false;
		}
	}
	return true;
}

static const char *title_of(const struct tot_json *root)
{
	const char *title = tot_json_string(tot_json_get(root, "title"), "en");
	return title ? title : "";
}

static void build_agreement(const struct tot_agreement_build *build, struct tot_agreement *out)
{
	size_t parties;
	const struct tot_json *party = tot_node_list(build->root, "parties", &parties);
	out->id = tot_json_string(build->root, "id");
	out->title = title_of(build->root);
	for (size_t i = 0; party && i < 2; party = party->next, i++)
		out->parties[i] = tot_json_string(party, "country");
	out->in_force = tot_node_day(build->root, "in_force");
	out->ended = tot_node_day(build->root, "ended");
	const struct tot_json *rule =
		tot_node_list(build->root, "aggregation", &out->aggregation_count);
	out->aggregation =
		tot_arena_alloc(build->arena, out->aggregation_count * sizeof *out->aggregation);
	for (size_t i = 0; out->aggregation && rule; rule = rule->next)
		build_rule(build, &out->aggregation[i++], rule);
	const struct tot_json *benefit =
		tot_node_list(build->root, "benefits", &out->benefit_count);
	out->benefits = tot_arena_alloc(build->arena, out->benefit_count * sizeof *out->benefits);
	for (size_t i = 0; out->benefits && benefit; benefit = benefit->next)
		build_benefit(build, &out->benefits[i++], benefit);
	tot_agreement_build_deemed(build, out);
	tot_agreement_build_voluntary(build, out);
	tot_agreement_build_postings(build, out);
	tot_agreement_build_refunds(build, out);
	out->complete = is_complete(build, out);
}

static void add_agreement(struct tot_loader *loader, const struct tot_law_file *file)
{
	struct tot_law *law = loader->law;
	struct tot_agreement *agreement = tot_arena_alloc(loader->arena, sizeof *agreement);
	struct tot_agreement **all =
		tot_arena_grow(loader->arena, law->agreements, law->agreement_count,
			       sizeof(struct tot_agreement *));
	if (!agreement || !all)
		return;
	struct tot_agreement_build build = {loader->arena, file->root};
	build_agreement(&build, agreement);
	law->agreements = all;
	all[law->agreement_count++] = agreement;
	/* "agreements/de-jp.json" must call itself de-jp. */
	const char *name = file->name + strlen("agreements/");
	size_t length = strlen(agreement->id);
	if (strncmp(name, agreement->id, length) != 0 || strcmp(name + length, ".json") != 0)
		tot_law_fault(loader, file, tot_json_get(file->root, "id"), "wrong-id",
			      "the id must be the name of the file without .json");
}

void tot_law_agreements(struct tot_loader *loader)
{
	for (size_t i = 0; i < loader->law->file_count; i++) {
		const struct tot_law_file *file = &loader->law->files[i];
		if (file->kind != TOT_FILE_AGREEMENT || !file->root)
			continue;
		if (!loader->check_all || tot_agreement_check(loader, file))
			add_agreement(loader, file);
	}
}

const struct tot_agreement *tot_law_agreement(const struct tot_law *law, size_t index)
{
	return index < law->agreement_count ? law->agreements[index] : NULL;
}
