/* Plain words for kinds, statuses, states, amounts and ages. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *tot_state_name(const char *country)
{
	const struct tot_scheme *scheme = country ? tot_scheme_of(country) : NULL;
	return scheme ? scheme->name : country ? country : "?";
}

static const char *const kinds[TOT_KIND_COUNT] = {
	[TOT_EMPLOYMENT] = "employment",
	[TOT_SELF_EMPLOYMENT] = "self-employment",
	[TOT_RESIDENT] = "contributions as a resident",
	[TOT_DEPENDENT_SPOUSE] = "dependent spouse of an employee",
	[TOT_VOLUNTARY] = "voluntary contributions",
	[TOT_EXEMPT_QUARTER] = "a quarter exempted",
	[TOT_EXEMPT_HALF] = "half exempted",
	[TOT_EXEMPT_THREE_QUARTERS] = "three quarters exempted",
	[TOT_EXEMPT_FULL] = "fully exempted",
	[TOT_DEFERRED] = "payment deferred",
	[TOT_UNPAID] = "contributions owed and not paid",
	[TOT_COMPLEMENTARY] = "counts for the years needed only",
	[TOT_BENEFIT_SICKNESS] = "sickness benefit",
	[TOT_BENEFIT_UNEMPLOYMENT] = "unemployment benefit",
	[TOT_CHILD_RAISING] = "child-raising",
	[TOT_CARE] = "care of a relative",
	[TOT_SERVICE] = "military or other service",
	[TOT_SUBSTITUTE] = "substitute period",
	[TOT_CREDITABLE_SICKNESS] = "sickness without contributions",
	[TOT_CREDITABLE_MATERNITY] = "maternity without contributions",
	[TOT_CREDITABLE_UNEMPLOYMENT] = "unemployment without contributions",
	[TOT_CREDITABLE_EDUCATION] = "school or university after 17",
	[TOT_CREDITABLE_TRAINING_SEARCH] = "search for a training place",
	[TOT_CREDITABLE_PENSION_RECEIPT] = "receipt of a pension",
	[TOT_CREDITABLE_OTHER] = "other time without contributions",
	[TOT_CONSIDERATION_CHILD] = "years of a child up to ten",
	[TOT_CONSIDERATION_CARE] = "care without contributions",
	[TOT_OTHER_SYSTEM] = "another pension system",
	[TOT_ADDED] = "added by law",
	[TOT_POINTS_ONLY] = "months that follow from points",
	[TOT_RESIDENCE] = "residence",
};

const char *tot_kind_words(enum tot_kind kind)
{
	return kind < TOT_KIND_COUNT && kinds[kind] ? kinds[kind] : tot_kind_name(kind);
}

const char *tot_condition_word(enum tot_condition condition)
{
	switch (condition) {
	case TOT_IF_ALIVE: return "if_alive";
	case TOT_IF_SURVIVOR: return "if_survivor";
	case TOT_CERTAIN: return "certain";
	}
	return "certain";
}

const char *tot_status_words(enum tot_status status)
{
	switch (status) {
	case TOT_PROVISIONAL: return "provisional: a figure in it is published but not final yet";
	case TOT_PROJECTED:
		return "projected: it counts future months, valued with today's figures";
	case TOT_INCOMPLETE_RECORD:
		return "incomplete: something it needs is not known (pay of some months, or a "
		       "table)";
	case TOT_OK:
	case TOT_ERR_DOMAIN:
	case TOT_ERR_NO_PARAMETER:
	case TOT_ERR_DATA:
	case TOT_ERR_OVERFLOW:
	case TOT_ERR_MEMORY:
	case TOT_ERR_IO: break;
	}
	return "";
}

const char *tot_verdict_words(const char *verdict)
{
	static const char *const words[][2] = {
		{"keep", "Keep the pension."},
		{"refund", "Take the refund."},
		{"depends", "It depends."},
	};
	for (size_t i = 0; verdict && i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i][0], verdict) == 0)
			return words[i][1];
	return NULL;
}

const char *tot_amount_words(char *out, const struct tot_amount *amount)
{
	if (!amount->known || !amount->currency) {
		snprintf(out, TOT_AMOUNT_TEXT, "an unknown amount");
		return out;
	}
	char text[TOT_DECIMAL_TEXT];
	tot_decimal_print_grouped(text, amount->value, tot_currency_decimals(amount->currency));
	snprintf(out, TOT_AMOUNT_TEXT, "%s %s%s%s", text, amount->currency,
		 amount->per ? " a " : "", amount->per ? amount->per : "");
	return out;
}

const char *tot_value_words(char *out, double value, const char *currency)
{
	char text[TOT_DECIMAL_TEXT];
	if (!isfinite(value) || fabs(value) > 9e15)
		snprintf(out, TOT_AMOUNT_TEXT, "-");
	else
		snprintf(out, TOT_AMOUNT_TEXT, "%s %s",
			 tot_decimal_print_grouped(text, llround(value), 0), currency);
	return out;
}

const char *tot_age_words(char *out, struct tot_age age)
{
	if (age.months)
		snprintf(out, TOT_AGE_TEXT, "%d years %d month%s", age.years, age.months,
			 age.months == 1 ? "" : "s");
	else
		snprintf(out, TOT_AGE_TEXT, "%d", age.years);
	return out;
}

void tot_runs_words(struct tot_text *out, const struct tot_months *months)
{
	bool any = false;
	for (tot_month from = 0, first, end; tot_months_run(months, from, &first, &end);
	     from = end) {
		char a[TOT_DATE_TEXT], b[TOT_DATE_TEXT];
		tot_text_format(out, "%s%s", any ? ", " : "", tot_month_print(a, first));
		if (end > first + 1)
			tot_text_format(out, " to %s", tot_month_print(b, end - 1));
		any = true;
	}
	if (!any)
		tot_text_add(out, "none");
}

static const struct {
	const char *id, *term;
} terms[] = {
	{"DE.w5", "allgemeine Wartezeit"},
	{"DE.w15", "Wartezeit von 15 Jahren"},
	{"DE.w20", "Wartezeit von 20 Jahren"},
	{"DE.w25", "Wartezeit von 25 Jahren"},
	{"DE.w35", "Wartezeit von 35 Jahren"},
	{"DE.w45", "Wartezeit von 45 Jahren"},
	{"DE.gr33", "Grundrentenzeiten von 33 Jahren"},
	{"DE.em_3in5", "drei Jahre Pflichtbeiträge in fünf Jahren"},
	{"DE.em_since1984", "Belegung seit 1984"},
	{"DE.old_age.miners", "Altersrente für langjährig unter Tage beschäftigte Bergleute"},
	{"DE.old_age.regular", "Regelaltersrente"},
	{"DE.old_age.long_insured", "Altersrente für langjährig Versicherte"},
	{"DE.old_age.especially_long_insured", "Altersrente für besonders langjährig Versicherte"},
	{"DE.old_age.severely_disabled", "Altersrente für schwerbehinderte Menschen"},
	{"DE.disability.full", "Rente wegen voller Erwerbsminderung"},
	{"DE.disability.partial", "Rente wegen teilweiser Erwerbsminderung"},
	{"DE.disability.miners", "Rente für Bergleute"},
	{"DE.survivor.widow_small", "kleine Witwen- oder Witwerrente"},
	{"DE.survivor.widow_large", "große Witwen- oder Witwerrente"},
	{"DE.survivor.orphan_half", "Halbwaisenrente"},
	{"DE.survivor.orphan_full", "Vollwaisenrente"},
	{"DE.survivor.child_raising", "Erziehungsrente"},
	{"DE.survivor.remarriage_settlement", "Abfindung bei Wiederheirat"},
	{"DE.reha_6in24", "sechs Monate Pflichtbeiträge in zwei Jahren"},
	{"DE.rehabilitation", "Leistungen zur Teilhabe"},
	{"DE.refund", "Beitragserstattung"},
	{"JP.old_basic_10y", "受給資格期間"},
	{"JP.old_age.basic", "老齢基礎年金"},
	{"JP.old_age.employees", "老齢厚生年金"},
	{"JP.old_age.special", "特別支給の老齢厚生年金"},
	{"JP.old_age.additional", "付加年金"},
	{"JP.old_age.spouse_addition", "加給年金"},
	{"JP.old_age.child_addition", "子の加算"},
	{"JP.old_age.transfer_addition", "振替加算"},
	{"JP.disability.basic", "障害基礎年金"},
	{"JP.disability.employees", "障害厚生年金"},
	{"JP.disability.allowance", "障害手当金"},
	{"JP.survivor.basic", "遺族基礎年金"},
	{"JP.survivor.employees", "遺族厚生年金"},
	{"JP.survivor.widow_addition", "中高齢寡婦加算"},
	{"JP.survivor.death_lump_sum", "死亡一時金"},
	{"JP.survivor.widow_pension", "寡婦年金"},
	{"JP.lump_sum.employees", "脱退一時金"},
	{"JP.lump_sum.national", "脱退一時金"},
};

bool tot_is_survivors(const char *id)
{
	return strstr(id, ".survivor.") != NULL;
}

const char *tot_native_term(const char *id)
{
	for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++)
		if (strcmp(terms[i].id, id) == 0)
			return terms[i].term;
	return NULL;
}

const char *tot_native_language(const char *id)
{
	return strncmp(id, "JP.", 3) == 0 ? "ja" : "de";
}

const char *tot_sentence(struct tot_text *out, const char *text)
{
	tot_text_add(out, text);
	if (!out->bytes || out->failed)
		return text;
	if (out->bytes[0] >= 'a' && out->bytes[0] <= 'z')
		out->bytes[0] = (char)(out->bytes[0] - 'a' + 'A');
	return out->bytes;
}

const char *tot_title_short(char *out, const char *title)
{
	const char *term = strstr(title, " (");
	const size_t size =
		term && title[strlen(title) - 1] == ')' ? (size_t)(term - title) : strlen(title);
	snprintf(out, TOT_TITLE_TEXT, "%.*s",
		 (int)(size < TOT_TITLE_TEXT ? size : TOT_TITLE_TEXT - 1), title);
	return out;
}
