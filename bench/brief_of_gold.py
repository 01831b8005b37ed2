#!/usr/bin/env python3
"""The brief of a pile whose reports are put into the gold's stories, so that grouping has no part in what is judged.

usage: brief_of_gold.py PROGRAM GOLD_DIR BRIEF.json      GOLD_DIR holds gold.json and pages/; score the brief with score_brief.py

The pages go into a new store, `correct` joins and parts their stories as the gold has them, `brief --store` writes the brief.
"""
import hashlib, json, os, subprocess, sys, tempfile


def main(program, gold_dir, brief_file):
    stories = json.load(open(os.path.join(gold_dir, "gold.json"), encoding="utf-8"))["stories"]
    pages = os.path.join(gold_dir, "pages")
    piece = lambda page: hashlib.sha256(open(os.path.join(pages, page), "rb").read()).hexdigest()[:16]
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "pile.db")
        run = lambda *a: subprocess.run([program, *a], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        run("ingest", "--store", store, pages)
        for story in stories:
            if len(story) == 1: run("correct", "--store", store, "move", piece(story[0]), "alone")
            for other in story[1:]: run("correct", "--store", store, "join", piece(story[0]), piece(other))
        run("brief", "--store", store, "--quiet", "--json", brief_file)


if __name__ == "__main__":
    if len(sys.argv) != 4: sys.exit(__doc__)
    main(*sys.argv[1:])
