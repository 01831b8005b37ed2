#!/usr/bin/env python3
"""Adds to data/stories/word-counts.tsv how often its words stand in German at large (third column: of 100 million words).

usage: general_counts.py STORY_PAIRS DE_LEXEME_PROB.json.gz WORD_COUNTS.tsv > NEW.tsv

DE_LEXEME_PROB is spacy_lookups_data/data/de_lexeme_prob.json.gz of the package spacy-lookups-data 1.0.5 (PyPI, MIT): logarithms of word
probabilities. The forms of a stem are summed; fewer than 20 are left out. STORY_PAIRS is built from bench/story_pairs.cpp.
"""
import collections, gzip, json, math, subprocess, sys, tempfile


def main(program, path, table):
    probability = {w: p for w, p in json.load(gzip.open(path, "rt", encoding="utf8")).items() if w.isalpha() and len(w) > 2}
    with tempfile.NamedTemporaryFile("w", encoding="utf8") as words:
        words.write("".join(w + "\n" for w in probability))
        words.flush()
        stems = subprocess.run([program, "stems", words.name], stdout=subprocess.PIPE, check=True, text=True).stdout.split("\n")
    general = collections.defaultdict(float)
    for stem, p in zip(stems, probability.values()): general[stem] += math.exp(p)
    for line in open(table, encoding="utf8"):
        cells = line.rstrip("\n").split("\t")
        count = round(1e8 * general.get(cells[0], 0))
        print("\t".join(cells[:2] + ([str(count)] if count >= 20 and not line.startswith("#") else [])))


if __name__ == "__main__":
    if len(sys.argv) != 4: sys.exit(__doc__)
    main(*sys.argv[1:])
