#!/usr/bin/env python3
# Check pages of `totalise report --format=html`: check.py FILE... What a reader with a screen reader or a
# keyboard needs, and what the content policy promises. No browser is needed; "N passed, N failed" at the end.
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import hashlib
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "path", "rect", "circle", "line", "polyline", "polygon"}
FORBIDDEN = {"script", "iframe", "object", "embed", "form", "img", "base"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.faults, self.open, self.ids, self.links = [], [], [], []
        self.headings, self.styles, self.policy, self.lang = [], [], "", ""
        self.table = None  # has a caption and heads
        self.summary = False  # a details element has its summary first
        self.named = False  # a picture has its title first

    def fault(self, text):
        self.faults.append("line %d: %s" % (self.getpos()[0], text))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in FORBIDDEN:
            self.fault("element " + tag)
        if self.open and self.open[-1] == "details" and not self.summary:
            if tag != "summary":
                self.fault("details without a summary first")
            self.summary = True
        self.attributes(tag, attrs)
        self.structure(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def attributes(self, tag, attrs):
        for name, value in attrs.items():
            if name.startswith("on") or name == "style":
                self.fault("attribute " + name)
            if name in ("src", "href", "xlink:href", "action") and not (
                value.startswith("#") or value.startswith("data:,")
            ):
                self.fault("address " + value)
        if "id" in attrs:
            if attrs["id"] in self.ids:
                self.fault("second id " + attrs["id"])
            self.ids.append(attrs["id"])
        for name in ("aria-labelledby", "aria-describedby"):
            self.links += attrs.get(name, "").split()
        if attrs.get("href", "").startswith("#"):
            self.links.append(attrs["href"][1:])

    def structure(self, tag, attrs):
        if tag == "style":
            self.styles.append("")
        if tag == "html":
            self.lang = attrs.get("lang", "")
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy":
            self.policy = attrs["content"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
            if len(self.headings) > 1 and self.headings[-1] > self.headings[-2] + 1:
                self.fault("heading %s after h%d" % (tag, self.headings[-2]))
        if tag == "details":
            self.summary = False
        if tag == "table":
            self.table = {"class": attrs.get("class", ""), "caption": False, "th": False}
        if tag == "caption":
            self.table["caption"] = True
        if tag == "th":
            self.table["th"] = True
            if "scope" not in attrs:
                self.fault("th without scope")
        if self.open and self.open[-1] == "svg" and not self.named:
            if tag != "title":
                self.fault("picture without a title first")
            self.named = True
        if tag == "svg":
            self.named = False
            if attrs.get("role") != "img":
                self.fault("picture without a role")

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.fault("end of " + tag)
        if tag == "table" and not self.table["th"]:
            self.fault("table without heads")
        if tag == "table" and not self.table["caption"] and self.table["class"] != "amounts":
            self.fault("table without a caption")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.styles[-1] += data


def check(name):
    with open(name, encoding="utf-8") as file:
        text = file.read()
    page = Page()
    page.feed(text)
    page.close()
    faults = page.faults
    for style in page.styles:
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        if "'sha256-%s'" % digest not in page.policy:
            faults.append("the policy does not name a style sheet: " + digest)
        if re.search(r"url\(|@import", style):
            faults.append("a style sheet loads something")
    if "default-src 'none'" not in page.policy:
        faults.append("the policy lets the page load something")
    if not page.lang:
        faults.append("no language")
    if page.headings[:2] != [1, 2] or page.headings.count(1) != 1:
        faults.append("headings begin with %s" % page.headings[:3])
    faults += ["link to %s, which is not there" % x for x in page.links if x not in page.ids]
    faults += ["left open: %s" % x for x in page.open]
    for fault in faults:
        print("%s: %s" % (name, fault))
    return not faults


good = [check(name) for name in sys.argv[1:]]
print("%d passed, %d failed" % (sum(good), len(good) - sum(good)))
sys.exit(0 if good and all(good) else 1)
