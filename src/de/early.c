/* The 5 years met early (s. 53) or by an earlier pension (s. 50 (1) sentence 2). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "de/early.h"

#include <string.h>

#include "de/figures.h"
#include "de/frame.h"

struct figures {
	int months, frame, school, training, after;
};

static enum tot_status read_figures(struct figures *out, const struct tot_law *law)
{
	const struct tot_at at = {0};
	const struct {
		enum tot_de_figure figure;
		int *to;
	} list[] = {
		{TOT_DE_EARLY_MONTHS, &out->months},	 {TOT_DE_EARLY_FRAME, &out->frame},
		{TOT_DE_EARLY_SCHOOL, &out->school},	 {TOT_DE_EARLY_AFTER, &out->after},
		{TOT_DE_EARLY_TRAINING, &out->training},
	};
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		int64_t number;
		const enum tot_status status = tot_de_number(&number, law, list[i].figure, &at);
		if (status < 0)
			return status;
		*list[i].to = (int)number;
	}
	return TOT_OK;
}

/*
 * A year of compulsory contributions in the two years before; schooling makes them longer in (2).
 */
static bool year_in_two(const struct tot_event *event, bool school, const struct figures *figures,
			const struct tot_timeline *own, const struct tot_scenario *life)
{
	struct tot_de_extension extension = {.most = figures->school};
	struct tot_de_frame frame;
	struct tot_months paid;
	if (school)
		extension.kinds = TOT_KIND_BIT(TOT_CREDITABLE_EDUCATION);
	tot_de_frame_of(&frame, event->on, figures->frame, &extension, own, life);
	tot_de_frame_months(&paid, own, TOT_DE_COMPULSORY, &frame);
	return tot_months_count(&paid) >= figures->months;
}

/* s. 53 (1) sentence 1 no. 1, sentence 2. */
static bool by_accident(const struct tot_event *event, const struct figures *figures,
			const struct tot_timeline *own, const struct tot_scenario *life)
{
	return event->work_accident && (tot_de_covers(own, TOT_DE_COMPULSORY, event->on) ||
					year_in_two(event, false, figures, own, life));
}

/* Is the day before the end of six years after training or schooling that had begun? */
static bool soon_after_training(struct tot_date on, const struct figures *figures,
				const struct tot_timeline *own)
{
	for (size_t i = 0; i < own->span_count; i++) {
		const struct tot_span *span = &own->spans[i];
		const bool trains =
			span->kind == TOT_CREDITABLE_EDUCATION ||
			(TOT_KIND_BIT(span->kind) & TOT_DE_WORK && span->flags & TOT_FLAG_TRAINING);
		const struct tot_date end =
			tot_date_add_months_clamped(span->to, figures->training);
		if (trains && tot_date_compare(span->from, on) <= 0 &&
		    tot_date_compare(on, end) <= 0)
			return true;
	}
	return false;
}

/* s. 53 (2): full disability or death. */
static bool after_training(const struct tot_event *event, const struct figures *figures,
			   const struct tot_timeline *own, const struct tot_scenario *life)
{
	return !event->capacity_partial && soon_after_training(event->on, figures, own) &&
	       year_in_two(event, true, figures, own, life);
}

static void keep_first(struct tot_de_early *out, tot_month month, const char *title,
		       const char *law)
{
	if (out->month == TOT_MONTH_NONE || month < out->month)
		*out = (struct tot_de_early){month, title, law};
}

/* s. 50 (1) sentence 2 no. 1: a pension for disability up to the regular age. */
static enum tot_status by_pension(struct tot_de_early *out, const struct tot_event *event,
				  const struct tot_scenario *life, const struct tot_law *law)
{
	struct tot_de_limits limits;
	if (strcmp(event->country, "DE") != 0 || strcmp(event->what, "disability") != 0)
		return TOT_OK;
	const enum tot_status status =
		tot_de_age_limits(&limits, TOT_DE_REGULAR, life->person.born, law, NULL);
	if (status < 0)
		return status;
	const tot_month last = limits.full - 1; /* the month in which the age is reached */
	if (tot_month_of(event->on) > last)
		return TOT_OK;
	if (tot_date_is_none(event->to) || tot_month_of(event->to) >= last)
		keep_first(
			out, last,
			"Qualifying period of 5 years, met by a pension for disability until the "
			"regular age",
			"SGB VI s. 50 (1) sentence 2 no. 1");
	return TOT_OK;
}

enum tot_status tot_de_early_of(struct tot_de_early *out, const struct tot_timeline *own,
				const struct tot_scenario *life, const struct tot_law *law)
{
	struct figures figures;
	enum tot_status status = read_figures(&figures, law);
	*out = (struct tot_de_early){.month = TOT_MONTH_NONE};
	for (size_t i = 0; i < life->event_count && status >= 0; i++) {
		const struct tot_event *event = &life->events[i];
		if (event->kind == TOT_EVENT_BENEFIT)
			status = by_pension(out, event, life, law);
		if (event->kind != TOT_EVENT_DISABILITY && event->kind != TOT_EVENT_DEATH)
			continue;
		/* s. 245 (1): only events after 1972. */
		if (event->on.year <= figures.after)
			continue;
		if (by_accident(event, &figures, own, life))
			keep_first(out, tot_month_of(event->on),
				   "Qualifying period of 5 years, met early by an accident at work",
				   "SGB VI s. 53 (1) sentence 1 no. 1");
		else if (after_training(event, &figures, own, life))
			keep_first(out, tot_month_of(event->on),
				   "Qualifying period of 5 years, met early, soon after training",
				   "SGB VI s. 53 (2)");
	}
	return status < 0 ? status : TOT_OK;
}
