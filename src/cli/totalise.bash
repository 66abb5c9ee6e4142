# Completion of totalise for bash. Commands, options and templates are read from the program's own help.
# SPDX-License-Identifier: GPL-3.0-or-later

_totalise_commands()
{
	"$1" --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\).*/\1/p'
}

# Options of a command (or of the program), those with a value end in "=".
_totalise_options()
{
	"$1" ${2:+"$2"} --help 2>/dev/null | sed -n 's/^  *\(-[a-zA-Z], \)*\(--[a-z-]*\)\(=\{0,1\}\).*/\2\3/p'
}

_totalise_templates()
{
	"$1" new --help 2>/dev/null | sed -n '/^Templates:/,/^$/s/^  \([a-z-]*\)$/\1/p'
}

# Ids of a life: what explain says there is when it is asked for something else.
_totalise_ids()
{
	"$1" explain -q "$2" '?' 2>&1 >/dev/null | sed -n 's/.*there are: *//p'
}

_totalise_values()
{
	case $2 in
	--format | -f) echo text json html ;;
	--color) echo auto always never ;;
	--lang) echo en ;;
	--template) _totalise_templates "$1" ;;
	esac
}

# The command and the operands before the cursor, into `command` and `operands`.
_totalise_before()
{
	local i
	command='' operands=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-* | =) [ "${COMP_WORDS[i]}" != = ] || i=$((i + 1)) ;;
		*) if [ -z "$command" ]; then command=${COMP_WORDS[i]}; else operands+=("${COMP_WORDS[i]}"); fi ;;
		esac
	done
}

_totalise_operand()
{
	case $command in
	'') _totalise_commands "$1" ;;
	law)
		if [ ${#operands[@]} = 0 ]; then
			echo list show check dump diff
		elif [ "${operands[0]}" = show ]; then
			"$1" law list 2>/dev/null | sed -n 's/^\([a-z]*\.[a-z0-9_-]*\).*/\1/p'
			echo agreements
		fi
		;;
	explain) [ ${#operands[@]} != 1 ] || _totalise_ids "$1" "${operands[0]}" ;;
	esac
}

_totalise()
{
	local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} option='' command operands
	_totalise_before
	case $current in =) option=$before current='' ;; esac
	[ "$before" != = ] || option=${COMP_WORDS[COMP_CWORD - 2]}
	[ "$before" != -f ] || option=-f
	if [ -n "$option" ]; then
		mapfile -t COMPREPLY < <(compgen -W "$(_totalise_values "$1" "$option")" -- "$current")
	elif [ "${current#-}" != "$current" ]; then
		mapfile -t COMPREPLY < <(compgen -W "$(_totalise_options "$1" "$command")" -- "$current")
		case ${COMPREPLY[*]} in *=) compopt -o nospace 2>/dev/null ;; esac
	else
		mapfile -t COMPREPLY < <(compgen -W "$(_totalise_operand "$1")" -- "$current")
	fi
	# Where nothing of this fits there may be a file.
	return 0
}

complete -o default -F _totalise totalise
