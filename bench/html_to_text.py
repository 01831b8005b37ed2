#!/usr/bin/env python3
"""Makes plain-text pages of HTML pages, as a crawler would store them: every visible line. For learn_zones.py --strings.

usage: html_to_text.py PAGES GOLD.json OUT

PAGES holds *.html.gz, GOLD.json is {page: {with, without, title}} as score_pages.py reads it. Writes OUT/<language>/*.txt and
OUT/<language>/gold.json, language de, en or xx by the small words of the text. Titles that the text does not show are left out of the gold.
Needs lxml.
"""
import glob, gzip, json, os, re, sys
from lxml import html

BLOCK = set("address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table td th tr ul option button label".split())
SKIP = set("script style noscript template svg head iframe select textarea".split())
SPACED = set("p h1 h2 h3 h4 figure blockquote".split())


def walk(element, out):
    if isinstance(element.tag, str) and element.tag not in SKIP:
        if element.tag in BLOCK: out.append("\n")
        if element.tag in SPACED: out.append("\n")
        if element.tag == "li": out.append("  ")
        if element.text: out.append(element.text.replace("\n", " "))
        for child in element: walk(child, out)
        if element.tag in SPACED: out.append("\n")
        if element.tag in BLOCK: out.append("\n")
    if element.tail: out.append(element.tail.replace("\n", " "))


def text_of(page):
    tree = html.fromstring(page); body = tree.find("body"); out = []
    walk(tree if body is None else body, out)
    lines = [re.sub(r"[ \t\xa0\r]+", " ", line).rstrip() for line in "".join(out).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def main():
    pages, gold_path, folder = sys.argv[1:4]; gold = json.load(open(gold_path, encoding="utf8")); kept = {}
    sys.setrecursionlimit(20000)
    for path in sorted(glob.glob(os.path.join(pages, "*.gz"))):
        name = os.path.basename(path)
        if name not in gold: continue
        try: text = text_of(gzip.open(path).read())
        except Exception as problem: print(f"{name}: {problem}", file=sys.stderr); continue
        german = len(re.findall(r"\b(?:der|die|und|nicht|ein|mit|von)\b", text)); english = len(re.findall(r"\b(?:the|and|of|to|with|is)\b", text))
        language = "de" if german > english and german > 20 else "en" if english > 20 else "xx"
        entry = dict(gold[name]); entry["date"] = None
        if entry.get("title") and entry["title"] not in re.sub(r"\s+", " ", text): entry["title"] = None
        os.makedirs(os.path.join(folder, language), exist_ok=True)
        open(os.path.join(folder, language, name + ".txt"), "w", encoding="utf8").write(text)
        kept.setdefault(language, {})[name + ".txt"] = entry
    for language, entries in kept.items():
        json.dump(entries, open(os.path.join(folder, language, "gold.json"), "w", encoding="utf8"), ensure_ascii=False)
        print(language, len(entries), "pages")


if __name__ == "__main__":
    main()
