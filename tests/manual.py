#!/usr/bin/env python3
# What a manual page shows: manual.py commands PAGE (the lines after "$"), json PAGE N (its Nth JSON text), and
# keys PAGE FILE... (keys of JSON Schemas or of plain JSON files at most two levels deep that the page lacks).
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
import sys


def source(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def blocks(page):
    found = re.findall(r"^\.Bd -literal.*?\n(.*?)^\.Ed$", page, re.M | re.S)
    return [re.sub(r"^\\&", "", block, flags=re.M).replace("\\e", "\\") for block in found]


def commands(page):
    return re.findall(r"^(?:\.Dl )?\$ (.*)$", page, re.M)


def schema_keys(node):
    if isinstance(node, dict):
        for value in node.values():
            yield from schema_keys(value)
        yield from node.get("properties", {})
    elif isinstance(node, list):
        for value in node:
            yield from schema_keys(value)


def keys(name):
    tree = json.loads(source(name))
    if "$schema" in tree:
        return set(schema_keys(tree))
    found = set(tree)
    for rule in tree.get("aggregation", []):
        found |= set(rule)
    return found


def lacking(page, names):
    words = set(re.findall(r"[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*", page))
    words |= {word.rstrip(".") for word in words}
    return sorted({key for name in names for key in keys(name)} - words)


page = source(sys.argv[2])
if sys.argv[1] == "commands":
    print("\n".join(commands(page)))
elif sys.argv[1] == "json":
    text = [block for block in blocks(page) if block.startswith("{")][int(sys.argv[3])]
    print(json.dumps(json.loads(text)))
else:
    print("\n".join(lacking(page, sys.argv[3:])), end="")
