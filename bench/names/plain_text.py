#!/usr/bin/env python3
"""Make unlabelled text for learn_names --label: a paragraph a line, an empty line behind each text; no paragraph twice.

usage: plain_text.py FILE.jsonl... > texts.txt

FILE.jsonl has texts under "text" (articles) or "title" and "teaser" (pieces of a news stream).
"""
import json
import sys


def main(paths):
    seen = set()
    for path in paths:
        for row in map(json.loads, open(path, encoding="utf8")):
            fresh = []
            words = row.get("text") or "\n".join((row.get("title") or "", row.get("teaser") or ""))
            for paragraph in words.split("\n"):
                paragraph = " ".join(paragraph.split())
                if len(paragraph) >= 40 and paragraph not in seen:
                    seen.add(paragraph)
                    fresh.append(paragraph)
            if fresh:
                print("\n".join(fresh) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
