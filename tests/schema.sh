#!/bin/sh
# The two JSON Schemas against every scenario and result: tests/schema.sh [PROGRAM [RESULT...]]
# PROGRAM makes a result of each scenario; the last line is "N passed, N failed".
# Needs python3-jsonschema (Debian). SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "$(dirname "$0")/.." || exit 1
python=python3
/usr/bin/python3 -c 'import jsonschema' 2>/dev/null && python=/usr/bin/python3
if ! $python -c 'import jsonschema' 2>/dev/null; then
	echo 'python3-jsonschema is missing: apt-get install python3-jsonschema'
	echo '0 passed, 1 failed'
	exit 1
fi
program=${1:-}
[ $# = 0 ] || shift
exec $python - "$program" "$@" <<'PYTHON'
import csv, glob, json, subprocess, sys
import jsonschema

passed = failed = 0


def say(good, name, text=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"{name}: {text}")


def refuse_doubled(pairs):
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError("a name stands twice in an object")
    return dict(pairs)


def load(name):
    with open(name, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=refuse_doubled)


def validator(name):
    schema = load(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    say(True, name)
    return jsonschema.Draft202012Validator(schema)


def first_fault(schema, value):
    for fault in schema.iter_errors(value):
        best = jsonschema.exceptions.best_match([fault])
        return "/" + "/".join(map(str, best.absolute_path)) + ": " + best.message[:300]
    return ""


def check(schema, name, value):
    fault = first_fault(schema, value)
    say(not fault, name, fault)


def result(name, *options):
    run = subprocess.run([program, "report", "--format=json", *options, name], capture_output=True)
    if run.returncode not in (0,):
        say(False, name, f"report ends with status {run.returncode}: {run.stderr.decode()[:200]}")
        return
    check(results, " ".join(["result of", name, *options]), json.loads(run.stdout))


program, given = sys.argv[1], sys.argv[2:]
scenarios = validator("scenarios/scenario.schema.json")
results = validator("scenarios/result.schema.json")
lives = [name for name in sorted(glob.glob("scenarios/*.json") + glob.glob("scenarios/templates/*.json"))
         if not name.endswith(".schema.json")]
for name in lives:
    check(scenarios, name, load(name))
    if program:
        result(name)
if program and lives:
    result(lives[0], "--explain")
    result(lives[0], "--flows")
for name in given:
    check(results, name, load(name))

# Faulty files: those that a schema can see through must not pass it.
folder = "tests/examples/scenarios/"
with open(folder + "faults.csv", encoding="utf-8") as file:
    faulty = {row["file"] for row in csv.DictReader(file) if row["schema_sees_it"] == "yes"}
for name in sorted(faulty):
    try:
        value = load(folder + name)
    except ValueError:
        say(True, name)
        continue
    say(bool(first_fault(scenarios, value)), name, "the schema takes this faulty file")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
PYTHON
