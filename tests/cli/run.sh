#!/bin/sh
# Run the transcripts *.test beside this script: tests/cli/run.sh PROGRAM [FILE.test]...
# A transcript is a list of cases: "$ COMMAND" (a line for sh, in which `totalise` is the program and $TREE the
# source tree), then what must hold:
#   status N           exit status (0 if not given)
#   out TEXT, err TEXT  this text stands in a line of standard output, standard error
#   out~ RE, err~ RE    the extended regular expression matches a line
#   no-out TEXT, no-err TEXT   the text stands nowhere
#   out-empty, err-empty       nothing was printed
# Lines with # and empty lines are skipped. Every file has a working folder of its own.
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
[ $# -ge 1 ] || { echo "usage: $0 PROGRAM [FILE.test]..." >&2; exit 2; }
case $1 in /*) program=$1 ;; *) program=$PWD/$1 ;; esac
shift
here=$(cd "$(dirname "$0")" && pwd)
TREE=$(cd "$here/../.." && pwd)
export TREE
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$tmp/bin"
ln -s "$program" "$tmp/bin/totalise"
PATH=$tmp/bin:$PATH
unset TOTALISE_LAW_DIR
passed=0 failed=0 cmd='' faults='' ran=no

fault() { faults="$faults
    $1"; }

finish()
{
	[ -n "$cmd" ] || return 0
	run_case
	[ "$got" = "$want" ] || fault "exit status $got, expected $want"
	if [ -z "$faults" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$file: $cmd$faults"
		sed 's/^/    stdout: /' "$tmp/out" | head -n 12
		sed 's/^/    stderr: /' "$tmp/err" | head -n 12
	fi
	cmd=''
}

# The command runs once, when the first expectation or the end of the case is reached.
run_case()
{
	[ "$ran" = no ] || return 0
	ran=yes
	(cd "$work" && sh -c "$cmd") >"$tmp/out" 2>"$tmp/err" </dev/null
	got=$?
}

expect()
{
	run_case
	# shellcheck disable=SC2016
	case $1 in
	out | err) grep -qF -e "$2" "$tmp/$1" || fault "no \"$2\" in $1" ;;
	out~ | err~) grep -qE -e "$2" "$tmp/${1%'~'}" || fault "nothing like $2 in ${1%'~'}" ;;
	no-out | no-err) ! grep -qF -e "$2" "$tmp/${1#no-}" || fault "\"$2\" stands in ${1#no-}" ;;
	out-empty | err-empty) [ ! -s "$tmp/${1%-empty}" ] || fault "${1%-empty} is not empty" ;;
	*) fault "unknown line in the transcript: $1 $2" ;;
	esac
}

run_file()
{
	file=$(basename "$1")
	work=$tmp/work.$file
	mkdir "$work"
	while IFS= read -r line || [ -n "$line" ]; do
		case $line in
		'' | '#'*) ;;
		'$ '*)
			finish
			cmd=${line#'$ '} faults='' want=0 ran=no
			;;
		'status '*) want=${line#status } ;;
		*' '*) expect "${line%% *}" "${line#* }" ;;
		*) expect "$line" '' ;;
		esac
	done <"$1"
	finish
}

if [ $# -eq 0 ]; then
	set -- "$here"/*.test
fi
for transcript in "$@"; do
	run_file "$transcript"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
