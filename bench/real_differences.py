#!/usr/bin/env python3
"""What `depesche brief` calls a difference in headlines and teasers of real papers: to be read, since most such stories have none.

usage: real_differences.py pieces PIECES.jsonl > ARTICLES.jsonl      each piece's title and teaser as the text of an article
       real_differences.py list BRIEF.json                           differences, unsure ones and updates with their reports

between the two: depesche brief --quiet --json BRIEF.json --field title=title --field text=text --field outlet=outlet \\
                     --field published=published --field url=url ARTICLES.jsonl
"""
import json, sys


def pieces(path):
    for line in open(path, encoding="utf-8"):
        piece = json.loads(line)
        print(json.dumps({"title": piece["title"], "text": f"{piece['title'].rstrip('.')}. {piece.get('teaser') or ''}", "outlet": piece.get("outlet"),
                          "published": piece.get("first_seen"), "url": piece.get("url")}, ensure_ascii=False))


def listed(path):
    for story in json.load(open(path, encoding="utf-8"))["stories"]:
        for part in ("differences", "unsure", "updates"):
            for found in story[part]:
                values = " | ".join(f"{v['value']} ({len(v['mentions'])})" for v in found["values"])
                print(f"{part}\t{found['kind']}\t{found['about']}\t{values}\t{story['headline']}")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("pieces", "list"): sys.exit(__doc__)
    (pieces if sys.argv[1] == "pieces" else listed)(sys.argv[2])
