"""make check-bindings: what Python gets is what the program prints. python.py PROGRAM; last line: the count."""
# SPDX-License-Identifier: GPL-3.0-or-later
import concurrent.futures
import glob
import json
import os
import subprocess
import sys

program = os.path.abspath(sys.argv[1])
tree = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ["TOTALISE_LIBRARY"] = os.path.join(os.path.dirname(program), "libtotalise.so")
sys.path.insert(0, os.path.join(tree, "src", "bindings", "python"))
import totalise  # noqa: E402  (the path to the library is set first)

passed = failed = 0


def check(name, got, want):
    global passed, failed
    if got == want:
        passed += 1
    else:
        failed += 1
        print(f"{name}: {got!r}, expected {want!r}")


def printed(name, *options):
    command = [program, "report", "--format=json", "--compact", *options, name]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


law = totalise.Law()
lives = sorted(glob.glob(os.path.join(tree, "scenarios", "*-*.json")))
texts = [open(name, encoding="utf-8").read() for name in lives]
check("there are lives", len(lives) > 5, True)
with concurrent.futures.ThreadPoolExecutor(4) as pool:
    for name, result in zip(lives, pool.map(law.evaluate, texts)):
        check(os.path.basename(name), result, printed(name))
check("a dict, another day", law.evaluate(json.loads(texts[0]), as_of="2026-12-01")["as_of"], "2026-12-01")

cap = {"jp.lump_sum_epi": {"cap": {"rows": [[None, "2021-03", 36], ["2021-04", None, 48]]}}}
life = os.path.join(tree, "scenarios", "lump-sum-60-months-800000.json")
with open(life, encoding="utf-8") as file:
    refunds = totalise.Law(reform=cap).evaluate(file.read())["refunds"]
paid = [r["paid_months"] for r in refunds if r["id"] == "JP.lump_sum.employees"]
check("a reform", paid, [48])
check("its fingerprint", totalise.Law(reform=cap).digest != law.digest, True)
try:
    law.evaluate('{"format": "totalise-scenario/1", "person": {"born": "1990-13-01"}, "periods": []}')
    check("a faulty scenario", "evaluated", "refused")
except totalise.Fault as fault:
    check("a fault has its place", "/person/born" in [place for place, _ in fault.faults], True)
try:
    totalise.Law(reform={"jp.no_such_file": {}})
    check("a faulty reform", "accepted", "refused")
except totalise.Fault as fault:
    check("its place", fault.faults[0][0], "/jp.no_such_file")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
