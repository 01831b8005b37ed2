#!/usr/bin/env python3
"""Turn labelled sentences into what learn_names reads: a text a line, a tab, "begin end KIND" in UTF-8 bytes with commas between, a tab, a weight.

usage: labelled_text.py FILE.tsv [WEIGHT] > texts.tsv

FILE.tsv is in the format of GermEval 2014 (number, token, outer label, inner label) or of the EuroParl sentences (token, lemma,
part of speech, chunk, label). Derived forms count as no name; other kinds and words with a name as a part ("SPD-Chef") stay as OTH, so that
the model learns to tell them apart.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import marks_io

KINDS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "OTH", "MISC": "OTH",
         "PERpart": "OTH", "LOCpart": "OTH", "ORGpart": "OTH", "OTHpart": "OTH"}


def sentences(path):
    rows = []
    for line in open(path, encoding="utf8"):
        cells = line.rstrip("\n").split("\t")
        if line.strip() and not line.startswith("#"):
            rows.append((cells[1], cells[2]) if cells[0].isdigit() and len(cells) == 4 else (cells[0], cells[4]))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def names(rows, spans, text):
    found, before = [], "O"
    for (token, label), (begin, end) in zip(rows, spans):
        kind = label[2:] if label != "O" else None
        if kind in KINDS:
            go_on = label.startswith("I-") and before[2:] == kind
            if go_on:
                found[-1][1] = end
            else:
                found.append([begin, end, KINDS[kind]])
        before = label
    size = lambda n: len(text[:n].encode("utf8"))
    return [f"{size(b)} {size(e)} {k}" for b, e, k in found if not (k == "OTH" and text[b].islower())]


def main(path, weight="1"):
    for rows in sentences(path):
        text, spans = marks_io.joined([token for token, _ in rows])
        print(text.replace("\t", " "), ",".join(names(rows, spans, text)), weight, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
