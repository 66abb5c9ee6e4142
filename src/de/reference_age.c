/* Ages of pensions for reduced earning capacity and on death (s. 59, s. 77). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/reference_age.h"

#include "de/figures.h"

/* A reference age and the floor below which nothing more is taken off. */
struct ages {
	struct tot_value years, months;
	int64_t floor_years, floor_months;
};

struct age_figures {
	enum tot_de_figure years, months, floor_years, floor_months;
};

static const struct age_figures ordinary[] = {
	{TOT_DE_REFERENCE_YEARS, TOT_DE_REFERENCE_MONTHS, TOT_DE_REFERENCE_FLOOR_YEARS,
	 TOT_DE_REFERENCE_FLOOR_MONTHS},
	{TOT_DE_REFERENCE_YEARS, TOT_DE_REFERENCE_MONTHS, TOT_DE_REFERENCE_MINERS_YEARS,
	 TOT_DE_REFERENCE_MINERS_MONTHS},
};

static const struct age_figures long_service[] = {
	{TOT_DE_LONG_SERVICE_YEARS, TOT_DE_LONG_SERVICE_MONTHS, TOT_DE_LONG_SERVICE_FLOOR_YEARS,
	 TOT_DE_LONG_SERVICE_FLOOR_MONTHS},
	{TOT_DE_LONG_SERVICE_YEARS, TOT_DE_LONG_SERVICE_MONTHS, TOT_DE_LONG_SERVICE_MINERS_YEARS,
	 TOT_DE_LONG_SERVICE_MINERS_MONTHS},
};

static enum tot_status read_ages(struct ages *out, const struct age_figures *figures,
				 const struct tot_at *at, const struct tot_law *law)
{
	enum tot_status status = tot_de_get(&out->years, law, figures->years, at);
	if (status >= 0)
		status = tot_de_get(&out->months, law, figures->months, at);
	if (status >= 0)
		status = tot_de_number(&out->floor_years, law, figures->floor_years, at);
	return status < 0 ? status
			  : tot_de_number(&out->floor_months, law, figures->floor_months, at);
}

/* s. 77 (4): lower ages for those with 40 years, 35 before 2024; before 2012 the same for all. */
static enum tot_status is_long_service(bool *out, const struct tot_de_early_case *it,
				       const struct tot_at *at, const struct tot_law *law,
				       struct tot_trace *trace)
{
	int64_t needed;
	*out = false;
	const enum tot_status status = tot_de_number(&needed, law, TOT_DE_LONG_SERVICE_NEEDED, at);
	if (status == TOT_ERR_NO_PARAMETER)
		return TOT_OK;
	if (status < 0)
		return status;
	*out = it->long_service >= needed;
	tot_trace_input(trace, "months for the lower ages of s. 77 (4)", "%d of %d",
			it->long_service, (int)needed);
	return TOT_OK;
}

static tot_month month_after(struct tot_date born, int64_t years, int64_t months)
{
	const struct tot_age age = {(int)years, (int)months};
	return tot_month_of(tot_age_reached(born, age)) + 1;
}

enum tot_status tot_de_early_span_of(struct tot_de_early_span *out,
				     const struct tot_de_early_case *it, const struct tot_law *law,
				     struct tot_trace *trace)
{
	const struct tot_at at = tot_de_on(it->on);
	bool relief;
	struct ages ages;
	enum tot_status status = is_long_service(&relief, it, &at, law, trace);
	if (status >= 0)
		status =
			read_ages(&ages, &(relief ? long_service : ordinary)[it->miners], &at, law);
	if (status < 0)
		return status;
	out->full = month_after(it->born, ages.years.value, ages.months.value);
	out->floor = month_after(it->born, ages.floor_years, ages.floor_months);
	tot_trace_value(trace, "reference age: years", &ages.years);
	tot_trace_value(trace, "and months", &ages.months);
	return TOT_OK;
}

static enum tot_status months_early(int *out, const struct tot_de_early_case *it,
				    const struct tot_law *law, struct tot_trace *trace)
{
	struct tot_de_early_span span;
	const enum tot_status status = tot_de_early_span_of(&span, it, law, trace);
	if (status < 0)
		return status;
	const int most = span.full - span.floor;
	const int months = span.full > it->start ? span.full - it->start : 0;
	*out = months < most ? months : most;
	tot_trace_formula(trace, "%d months before it, at most %d count", months, most);
	tot_trace_result(trace, "months", "%d", *out);
	return TOT_OK;
}

enum tot_status tot_de_early_factor(tot_factor *out, const struct tot_de_early_case *it,
				    const struct tot_law *law, struct tot_trace *trace)
{
	int months;
	tot_trace_begin(trace, "", "months before the reference age");
	tot_trace_law(trace, "SGB VI s. 77 (2) nos. 3-4, (4), s. 264d");
	const enum tot_status status = months_early(&months, it, law, trace);
	tot_trace_end(trace);
	return status < 0 ? status : tot_de_access_factor(out, months, 0, law, trace);
}

static void trace_added(struct tot_trace *trace, const struct tot_months *added,
			const struct tot_value *years, const struct tot_value *months, bool shared)
{
	char ranges[64];
	tot_trace_begin(trace, "", "added period");
	tot_trace_law(trace, "SGB VI s. 59, s. 253a");
	tot_trace_value(trace, "to the age of: years", years);
	tot_trace_value(trace, "and months", months);
	tot_months_print(ranges, sizeof(ranges), added);
	tot_trace_result(trace, "months", "%d: %s", tot_months_count(added), ranges);
	if (shared)
		tot_trace_caveat(trace, "in pensions from before 2004 a share of the months from "
					"55 to 60 counted; it is not computed");
	tot_trace_end(trace);
}

enum tot_status tot_de_added_period(struct tot_months *out, struct tot_date born, tot_month from,
				    struct tot_date on, const struct tot_law *law,
				    struct tot_trace *trace)
{
	const struct tot_at at = tot_de_on(on);
	struct tot_value years, months;
	struct tot_de_limits regular;
	struct tot_date whole_from;
	const char *text = tot_law_string(law, "de.zurechnungszeit", "/shared_before");
	enum tot_status status = tot_de_get(&years, law, TOT_DE_ADDED_YEARS, &at);
	if (status >= 0)
		status = tot_de_get(&months, law, TOT_DE_ADDED_MONTHS, &at);
	if (status >= 0)
		status = tot_de_age_limits(&regular, TOT_DE_REGULAR, born, law, NULL);
	if (status < 0)
		return status;
	if (!text || !tot_date_parse(&whole_from, text))
		return TOT_ERR_NO_PARAMETER;
	tot_month end = month_after(born, years.value, months.value);
	if (end > regular.full)
		end = regular.full;
	*out = (struct tot_months){{0}};
	tot_months_add_range(out, from, end);
	const bool shared = tot_date_compare(on, whole_from) < 0;
	trace_added(trace, out, &years, &months, shared);
	return shared ? TOT_PROVISIONAL : TOT_OK;
}
