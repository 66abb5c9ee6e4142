# Completions of a command line, one a line: complete.bash WORD...; the last word is the one at the cursor.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=/dev/null
. "$TREE/src/cli/totalise.bash"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_totalise totalise
printf '%s\n' "${COMPREPLY[@]}"
