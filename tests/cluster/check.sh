#!/bin/bash
# make check-cluster: a Slurm array whose node is killed in the middle, and GNU parallel, give what one process
# gives, every life once: check.sh PROGRAM. Takes about two minutes; needs root. Last line: the count.
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd)
TOTALISE=$(realpath "$1")
TOTALISE_CLUSTER=$tree/scenarios/cluster
export TOTALISE TOTALISE_CLUSTER
lives=${LIVES:-6000} shards=8
work=$(mktemp -d)
chmod 755 "$work"
export SLURM_HERE=$work/slurm SLURM_CONF=$work/slurm/slurm.conf
passed=0 failed=0

clean()
{
	bash "$tree/tests/cluster/slurm.sh" stop
	# The controller writes its state once more before it ends.
	until_true 10 controller_gone
	rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

check()
{
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
		echo "$1: $2"
	else
		failed=$((failed + 1))
		echo "$1: $2, expected $3"
	fi
}

# until_true SECONDS COMMAND...
until_true()
{
	local end=$(($(date +%s) + $1))
	shift
	until "$@"; do
		[ "$(date +%s)" -lt "$end" ] || return 1
		sleep 0.5
	done
}

controller_gone() { ! kill -0 "$(cat "$SLURM_HERE/slurmctld.pid" 2>/dev/null)" 2>/dev/null; }
begun() { [ "$(find "$work/parts" -path '*.blocks/*' -name '[0-9]*' ! -name '*.*' 2>/dev/null | wc -l)" -ge 2 ]; }
node_2_works() { [ -n "$(squeue -h -t running -w n2 -o %i)" ]; }
in_the_middle() { begun && node_2_works; }
queue_empty() { [ -z "$(squeue -h)" ]; }

"$TOTALISE" new --population="$lives" --seed=1 --output="$work/lives.ndjson"
sed -i '100s/.*/bad/' "$work/lives.ndjson"
"$TOTALISE" batch "$work/lives.ndjson" --output="$work/whole" --errors="$work/whole.errors" --threads=2 --quiet
bash "$tree/tests/cluster/slurm.sh" start 3 || exit 1
check 'idle nodes' "$(sinfo -h -t idle -o %D)" 3
cd "$work" || exit 1

id=$(sbatch --parsable --array=0-$((shards - 1)) "$TOTALISE_CLUSTER/array.sbatch" "$work/lives.ndjson" "$work/parts" $shards)
until_true 60 in_the_middle
lost=$(squeue -h -t running -w n2 -o %i | wc -l)
bash "$tree/tests/cluster/slurm.sh" kill-node 2
echo "array $id: node n2 killed with $lost running tasks"
check 'tasks were lost' "$([ "$lost" -gt 0 ] && echo yes)" yes
until_true 300 queue_empty
check 'the array came to its end' "$(squeue -h | wc -l)" 0
check 'requeued tasks' "$([ "$(grep -l 'restart [1-9]' "$work"/totalise-*.log | wc -l)" -gt 0 ] && echo yes)" yes

"$TOTALISE" merge "$work"/parts/part-????? --output="$work/merged" --errors="$work/merged.errors" --quiet
check 'status of the merge with a bad record' "$?" 1
check 'the merged result is that of one process' "$(cmp "$work/whole" "$work/merged" && echo same)" same
check 'the merged errors too' "$(cmp "$work/whole.errors" "$work/merged.errors" && echo same)" same
check 'lives, each once' "$(grep -o '"title":"life [0-9]* ' "$work/merged" | sort -u | wc -l)" $((lives - 1))

rm "$work"/parts/part-00003.manifest
check 'a missing part is named' "$("$TOTALISE" merge "$work"/parts/part-????? --quiet 2>/dev/null)" 3
sbatch --wait --array=3 "$TOTALISE_CLUSTER/array.sbatch" "$work/lives.ndjson" "$work/parts" $shards >/dev/null
"$TOTALISE" merge "$work"/parts/part-????? --output="$work/again" --quiet
check 'after the missing part alone' "$(cmp "$work/whole" "$work/again" && echo same)" same

sh "$TOTALISE_CLUSTER/parallel.sh" "$work/lives.ndjson" "$work/parallel" 5 --quiet >/dev/null 2>"$work/parallel.log"
check 'GNU parallel' "$(cmp "$work/whole" "$work/parallel/merged" && echo same)" same
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
