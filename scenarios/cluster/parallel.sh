#!/bin/sh
# A batch by GNU parallel, on one machine or several:
#   parallel.sh LIVES FOLDER N [OPTION...]
# More machines: PARALLEL='--sshlogin 4/one,4/two --workdir .' in the environment; they need the same paths.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
[ $# -ge 3 ] || { echo "usage: $0 LIVES FOLDER N [OPTION...]" >&2; exit 2; }
lives=$1 folder=$2 n=$3
shift 3
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"
seq 0 $((n - 1)) | parallel --quote --env TOTALISE --retries 3 --joblog "$folder/joblog" \
	sh "$here/shard.sh" "$lives" "$folder" "$n" '{}' "$@"
status=0
"${TOTALISE:-totalise}" merge "$folder"/part-[0-9][0-9][0-9][0-9][0-9] --output="$folder/merged" \
	--errors="$folder/merged.errors" || status=$?
exit $status
