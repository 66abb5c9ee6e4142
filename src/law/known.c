/* Known figures: the inventory of the files, and whatever a module of the program has bound. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"

/* True if "path.column" is the name, or begins with it where the name ends with a star. */
static bool name_is(const char *name, size_t length, const char *path, const char *column)
{
	bool star = length && name[length - 1] == '*';
	size_t left = strlen(path), right = strlen(column);
	if (star && left && strncmp(name, path, length - 1 < left ? length - 1 : left) == 0 &&
	    length - 1 <= left + 1)
		return true;
	if (left) {
		if (length < left + 1 || strncmp(name, path, left) != 0 || name[left] != '.')
			return false;
		name += left + 1;
		length -= left + 1;
	}
	if (star)
		return strncmp(name, column, length - 1) == 0;
	return length == right && strncmp(name, column, length) == 0;
}

static bool in_names(const char *names, const char *path, const char *column)
{
	for (;;) {
		size_t length = strcspn(names, "|");
		if (name_is(names, length, path, column))
			return true;
		if (names[length] == '\0')
			return false;
		names += length + 1;
	}
}

static bool in_inventory(int *decimals, struct tot_known_rows known, const struct tot_grid *grid,
			 size_t column)
{
	for (size_t i = 0; i < known.count; i++) {
		if (!in_names(known.rows[i].names, grid->path, grid->columns[column]))
			continue;
		*decimals = known.rows[i].decimals;
		return true;
	}
	return false;
}

static bool in_sets(int *decimals, const struct tot_law *law, const char *parameter,
		    const struct tot_grid *grid, size_t column)
{
	for (size_t s = 0; s < law->set_count; s++) {
		const struct tot_figures *set = law->sets[s].set;
		for (size_t i = 0; i < set->count; i++) {
			if (!tot_name_matches(set->list[i].parameter, parameter) ||
			    !tot_same(set->list[i].path, grid->path) ||
			    !tot_name_matches(set->list[i].column, grid->columns[column]))
				continue;
			*decimals = set->list[i].decimals;
			return true;
		}
	}
	return false;
}

/* Rows of one parameter stand together. */
struct tot_known_rows tot_known_of(const char *parameter)
{
	struct tot_known_rows all = {tot_known_other, tot_known_other_count};
	if (strncmp(parameter, "de.", 3) == 0)
		all = (struct tot_known_rows){tot_known_de, tot_known_de_count};
	else if (strncmp(parameter, "jp.", 3) == 0)
		all = (struct tot_known_rows){tot_known_jp, tot_known_jp_count};
	size_t first = 0, count = 0;
	while (first < all.count && !tot_name_matches(all.rows[first].parameter, parameter))
		first++;
	while (first + count < all.count &&
	       tot_name_matches(all.rows[first + count].parameter, parameter))
		count++;
	return (struct tot_known_rows){all.rows + first, count};
}

bool tot_known_figure(int *decimals, struct tot_known_rows known, const struct tot_law *law,
		      const char *parameter, const struct tot_grid *grid, size_t column)
{
	return in_inventory(decimals, known, grid, column) ||
	       in_sets(decimals, law, parameter, grid, column);
}
