/* The tree of computation steps in JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_part.h"

void tot_json_step(struct tot_writer *w, const struct tot_step *step, int depth)
{
	tot_write_object(w, NULL);
	tot_write_text(w, "id", step->id);
	tot_write_string(w, "label", step->label);
	tot_write_text(w, "value", step->value);
	tot_write_text(w, "unit", step->unit);
	tot_write_text(w, "formula", step->formula);
	tot_write_array(w, "inputs");
	for (const struct tot_trace_input *input = step->inputs; input; input = input->next) {
		tot_write_object(w, NULL);
		tot_write_string(w, "label", input->label);
		tot_write_string(w, "value", input->value);
		tot_write_object_end(w);
	}
	tot_write_array_end(w);
	tot_write_text(w, "law", step->law);
	tot_write_text(w, "source", step->source);
	tot_write_text(w, "rounding", step->rounding);
	tot_write_text(w, "caveat", step->caveat);
	tot_write_array(w, "steps");
	for (const struct tot_step *below = step->children; below && depth != 1;
	     below = below->next)
		tot_json_step(w, below, depth - 1);
	tot_write_array_end(w);
	tot_write_object_end(w);
}
