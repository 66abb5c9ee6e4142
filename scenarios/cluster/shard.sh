#!/bin/sh
# One shard of a batch: shard.sh LIVES FOLDER N I [OPTION...]
# Run it as often as you like: a finished part is left alone, a broken one goes on. Bad records are no failure here;
# they stand in FOLDER/part-*.errors. TOTALISE names the program.
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
[ $# -ge 4 ] || { echo "usage: $0 LIVES FOLDER N I [OPTION...]" >&2; exit 2; }
lives=$1 folder=$2 n=$3 i=$4
shift 4
mkdir -p "$folder" || exit 4
"${TOTALISE:-totalise}" batch "$lives" --shard="$i/$n" --output="$folder/part-$(printf %05d "$i")" --quiet "$@" &
job=$!
trap 'kill -TERM $job' TERM INT USR1
wait $job
status=$?
# A signal ends the first wait, not the batch: it finishes its block.
while kill -0 $job 2>/dev/null; do
	wait $job
	status=$?
done
[ $status != 1 ] || [ ! -f "$folder/part-$(printf %05d "$i").manifest" ] || status=0
exit $status
