/* Early and late claim: what each month before or after 65 takes or adds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jp.h"

enum tot_status tot_jp_timing_of(struct tot_jp_timing *out, struct tot_date born, tot_month right,
				 tot_month start, const struct tot_law *law)
{
	struct tot_jp_ages ages;
	struct tot_jp_timing timing = {.factor = 1000};
	struct tot_value step, most;
	enum tot_status status = tot_jp_ages_of(&ages, born, law);
	if (status != TOT_OK)
		return status;
	const tot_month claim = start - 1;
	if (claim < ages.month_65) {
		/* NPA order s. 12: from the month of the claim to the month before that of 65. */
		timing.early = ages.month_65 - claim;
		status = tot_jp_of_cohort(&step, law, TOT_JP_EARLY_STEP, born);
		if (status != TOT_OK)
			return status;
		timing.step = -step.value;
		timing.factor += timing.early * timing.step;
	} else if (claim - right >= ages.late_minimum) {
		/* NPA order s. 4-5: from the month of the right to that before the claim. */
		timing.late = claim - right;
		status = tot_jp_of_cohort(&step, law, TOT_JP_LATE_STEP, born);
		if (status == TOT_OK)
			status = tot_jp_of_cohort(&most, law, TOT_JP_LATE_MAXIMUM, born);
		if (status != TOT_OK)
			return status;
		if (timing.late > most.value)
			timing.late = (int)most.value;
		timing.step = step.value;
		timing.factor += timing.late * timing.step;
	}
	*out = timing;
	return TOT_OK;
}

tot_month tot_jp_start_at_age(struct tot_date born, struct tot_age age)
{
	return tot_month_of(tot_age_reached(born, age)) + 1;
}
