#!/bin/sh
# The report in Chromium: tests/page/run.sh PROGRAM FOLDER. Needs chromium, node and npm; what npm installs is
# pinned by package-lock.json and lies in FOLDER. Pictures of the pages are left there to be looked at.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
[ $# = 2 ] || { echo "usage: $0 PROGRAM FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
tree=$(cd "$here/../.." && pwd)
for tool in "${CHROMIUM:-chromium}" node npm; do
	command -v "$tool" >/dev/null || { echo "check-html: $tool is missing (Debian: apt-get install chromium nodejs npm fonts-noto-cjk)" >&2; exit 3; }
done
mkdir -p "$2"
folder=$(cd "$2" && pwd)
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$here/report.mjs" "$folder"
[ -d "$folder/node_modules" ] || (cd "$folder" && npm ci --silent)
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
export CHROMIUM
status=0
for life in engineer-returns-to-germany third-country-40-german-90-japanese-months; do
	mkdir -p "$folder/$life"
	"$1" report -q --format=html "$tree/scenarios/$life.json" --output="$folder/$life.html"
	echo "$life"
	node "$folder/report.mjs" "$folder/$life.html" "$folder/$life" || status=1
done
exit $status
