/* The program totalise: sets the process up and runs one command. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/options.h"

/*
 * A standard stream that the caller closed would be reused by the next file that is opened. It is taken by a
 * descriptor that refuses: reading fails on 0, writing on 1.
 */
static void hold_streams(void)
{
	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
			(void)!open("/dev/null", fd == 1 ? O_RDONLY : O_WRONLY);
}

int main(int argc, char **argv)
{
	hold_streams();
	gsl_set_error_handler_off();
	const char **operands = calloc((size_t)argc + 1, sizeof *operands);
	if (!operands) {
		fputs("totalise: not enough memory\n", stderr);
		return EXIT_IO;
	}
	struct options options = {.operands = operands};
	enum exit_status status;
	if (options_parse(&options, argc, argv, &status))
		status = options.command->run(&options);
	free(operands);
	return (int)status;
}
