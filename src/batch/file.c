/* Writing files: under another name until they are complete. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath */
#include "batch/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool failed(struct tot_file *file, int error)
{
	tot_diag_add(file->diag, TOT_ERROR, "unwritable", file->name ? file->name : "", "", "%s",
		     strerror(error ? error : EIO));
	return false;
}

/* A new file may be read by whom the user lets read new files; an old one keeps its mode. */
static bool give_mode(int fd, const struct stat *old)
{
	const mode_t mask = umask(0);
	umask(mask);
	return fchmod(fd, old ? old->st_mode & 07777 : 0666 & ~mask) == 0;
}

static bool open_temporary(struct tot_file *file, const struct stat *old)
{
	const int length =
		snprintf(file->temporary, sizeof file->temporary, "%s.XXXXXX", file->place);
	if (length < 0 || (size_t)length >= sizeof file->temporary) {
		file->temporary[0] = '\0';
		return failed(file, ENAMETOOLONG);
	}
	file->fd = mkstemp(file->temporary);
	if (file->fd < 0) {
		const int error = errno;
		file->temporary[0] = '\0';
		return failed(file, error);
	}
	if (give_mode(file->fd, old))
		return true;
	const int error = errno;
	tot_file_abandon(file);
	return failed(file, error);
}

/* A device or pipe is written as it is; renaming would replace it. */
static bool open_directly(struct tot_file *file)
{
	file->fd = open(file->name, O_WRONLY);
	return file->fd >= 0 ? true : failed(file, errno);
}

bool tot_file_open(struct tot_file *file, const char *name, struct tot_diag *diag)
{
	struct stat old;
	*file = (struct tot_file){.name = name, .fd = -1, .diag = diag};
	if (!name) {
		file->fd = STDOUT_FILENO;
		return true;
	}
	if (stat(name, &old) != 0) {
		if ((size_t)snprintf(file->place, sizeof file->place, "%s", name) >=
		    sizeof file->place)
			return failed(file, ENAMETOOLONG);
		return open_temporary(file, NULL);
	}
	if (S_ISDIR(old.st_mode))
		return failed(file, EISDIR);
	if (!S_ISREG(old.st_mode))
		return open_directly(file);
	return realpath(name, file->place) ? open_temporary(file, &old) : failed(file, errno);
}

bool tot_file_write(struct tot_file *file, const char *bytes, size_t size)
{
	while (size) {
		const ssize_t done = write(file->fd, bytes, size);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return failed(file, done < 0 ? errno : EIO);
		bytes += done;
		size -= (size_t)done;
	}
	return true;
}

/* The new name survives a power cut only when its folder is on the disk too. */
static void sync_folder(const char *place)
{
	char folder[PATH_MAX];
	snprintf(folder, sizeof folder, "%s", place);
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[1] = '\0';
	const int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY);
	if (fd < 0)
		return;
	(void)fsync(fd);
	close(fd);
}

bool tot_file_commit(struct tot_file *file, bool sync)
{
	int error = sync && file->temporary[0] && fsync(file->fd) != 0 ? errno : 0;
	if (close(file->fd) != 0 && !error)
		error = errno;
	file->fd = -1;
	if (!error && file->temporary[0] && rename(file->temporary, file->place) != 0)
		error = errno;
	if (error) {
		tot_file_abandon(file);
		return failed(file, error);
	}
	if (sync && file->temporary[0])
		sync_folder(file->place);
	file->temporary[0] = '\0';
	return true;
}

void tot_file_abandon(struct tot_file *file)
{
	if (file->fd >= 0 && file->name)
		close(file->fd);
	if (file->temporary[0])
		unlink(file->temporary);
	file->fd = -1;
	file->temporary[0] = '\0';
}
