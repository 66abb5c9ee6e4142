/* Pensions: one table that compares them, then each with its parts and its derivation. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

static const char *const columns[] = {"Pension", ">Amount",	    "|From",
				      "|Age",	 "Under your plan", NULL};

/* A benefit that is due without an amount is paid in kind, or something is missing to compute it. */
static const char *amount_cell(char *out, const struct tot_benefit *benefit)
{
	if (benefit->amount.known)
		return tot_amount_words(out, &benefit->amount);
	return benefit->status == TOT_OK ? "in kind" : "not known";
}

static void pension_row(struct tot_page *page, const struct tot_benefit *benefit)
{
	struct tot_html *h = &page->body;
	char month[TOT_DATE_TEXT], age[TOT_AGE_TEXT], amount[TOT_AMOUNT_TEXT];
	const bool due = benefit->entitled && benefit->start != TOT_MONTH_NONE;
	tot_page_row(page);
	tot_html_open(h, "th");
	tot_html_attr(h, "scope", "row");
	tot_page_name(h, benefit->title, benefit->id);
	tot_html_close(h);
	tot_page_cell(page, columns[1], due ? amount_cell(amount, benefit) : "-");
	tot_page_cell(page, columns[2], due ? tot_month_print(month, benefit->start) : "-");
	tot_page_cell(page, columns[3],
		      due && benefit->age.years >= 0 ? tot_age_words(age, benefit->age) : "-");
	tot_page_cell(page, columns[4], !due ? "not due" : benefit->chosen ? "paid" : "not chosen");
	tot_page_row_end(page);
}

static void overview(struct tot_page *page)
{
	const struct tot_outcome *o = page->report->outcome;
	bool open = false;
	for (size_t i = 0; i < o->state_count; i++) {
		if (tot_state_months(page->report, i) == 0)
			continue;
		for (size_t j = 0; j < o->findings[i].benefit_count; j++) {
			if (!open)
				tot_page_table(page, "All pensions looked at", columns);
			open = true;
			pension_row(page, &o->findings[i].benefits[j]);
		}
	}
	if (open)
		tot_page_table_end(page);
}

void tot_html_pensions(struct tot_page *page)
{
	tot_heading(tot_page_text(page), "Pensions");
	overview(page);
	tot_text_pension_states(tot_page_text(page), page->report);
}
