#!/usr/bin/env python3
"""More text to learn names from: the same sentences with other names in them, so that the places of names are learnt and not the names.

usage: swap_names.py PACKAGES LANGUAGE [TIMES] < labelled.tsv > more.tsv

PACKAGES      as for make_words.py; people, places and company words are drawn from its lists
labelled.tsv  what label_by_rules.py writes: a sentence, spans with kinds, a weight

Each sentence that has names is written TIMES (3) times with names drawn anew, seeded, so that each run gives the same. A person of several words
becomes one of a first name and a surname (some with particles, initials, hyphens), a single word a single surname; a place another place;
organisations are put together from words and the heads that organisations are called by.
"""
import os
import random
import sys

import label_by_rules
import make_words

PARTICLES = ("van der", "van", "de", "von", "al", "bin", "de la", "Mac", "O'", "Ó", "di")
PLACE_FORMS = ("Lake {}", "Mount {}", "North {}", "South {}", "Port {}", "River {}", "St {}", "New {}", "Cape {}", "Co {}")
AGENCIES = ("Reuters", "AP", "AFP", "PA")


class Drawn:
    def __init__(self, packages, language):
        lists = label_by_rules.Lists(packages, language)
        having = lambda flag: sorted(w for w, f in lists.flags.items() if f & flag and len(w) > 2 and w.isalpha() and not w.isupper())
        self.first = [w for w in having(make_words.FIRST) if w in lists.cluster]
        self.last = [w for w in having(make_words.SURNAME) if not lists.common(w)]
        self.places = sorted(p for p in lists.whole_places if p[0].isupper() and len(p) < 25)
        self.sure = sorted(lists.sure_places)
        self.heads = sorted(w for w in lists.own["head"] if w[0].isupper())
        self.known = sorted(lists.own["organisation"])
        self.company = [w for w in having(make_words.COMPANY) if not lists.common(w)]
        self.place_forms = PLACE_FORMS + tuple("{} " + w for w in sorted(lists.own["place-head"]))
        self.title = sorted(lists.own["title"])
        self.draw = random.Random(7)

    def surname(self):
        one = self.draw.choice(self.last)
        return one if self.draw.random() < 0.93 else f"{one}-{self.draw.choice(self.last)}"

    def person(self, words):
        if words == 1:
            return self.surname()
        first = self.draw.choice(self.first)
        chance = self.draw.random()
        if chance < 0.06:
            first = f"{first[0]}."
        elif chance < 0.09:
            first = f"{first[0]}.{self.draw.choice(self.first)[0]}."
        elif chance < 0.14:
            first = f"{first} {self.draw.choice(self.first)[0]}."
        elif chance < 0.19:
            first = f"{first} {self.draw.choice(self.first)}"
        particle = self.draw.choice(PARTICLES) if self.draw.random() < 0.1 else ""
        joint = "" if not particle or particle in ("Mac", "O'") else " "
        return f"{first} {particle}{joint}{self.surname()}"

    def place(self, words):
        chance = self.draw.random()
        if chance < 0.25:
            return self.draw.choice(self.sure)
        if chance < 0.45 or words > 1 and chance < 0.7:
            return self.draw.choice(self.place_forms).format(self.draw.choice(self.last))
        return self.draw.choice(self.places)

    def invented(self):
        """A word that no list has, as firms are called."""
        return self.draw.choice(self.last)[:4].rstrip("aeiou") + self.draw.choice(("ora", "ex", "ium", "tec", "line", "ance", "ova", "mark", "ix", "sys"))

    def organisation(self, words):
        chance = self.draw.random()
        word = self.draw.choice((self.draw.choice(self.last), self.draw.choice(self.places), self.draw.choice(self.company), self.invented()))
        if words == 1:
            return self.draw.choice(self.known) if chance < 0.5 else self.invented() if chance < 0.75 else self.draw.choice(self.company)
        if chance < 0.2:
            return f"{self.draw.choice(self.heads)} of {self.draw.choice(self.heads)}"
        if chance < 0.35:
            return f"{self.draw.choice(self.heads)} for {word} {self.draw.choice(self.heads)}"
        if chance < 0.5:
            return f"{word} & {self.draw.choice(self.last)}"
        return f"{word} {self.draw.choice(self.heads)}"

    def name(self, kind, words):
        return {"PER": self.person, "LOC": self.place, "ORG": self.organisation}[kind](words)


def dateline(drawn):
    """ "LONDON (Reuters) — " with its names, as (text, [(begin, end, kind)])."""
    place = drawn.draw.choice(drawn.places if drawn.draw.random() < 0.7 else drawn.sure).upper()
    agency = drawn.draw.choice(AGENCIES)
    form = drawn.draw.choice(("{} ({}) — ", "{} — ", "{}: ", "{} ({}) - "))
    text = form.format(place, agency)
    spans = [(0, len(place), "LOC")]
    if agency in text[len(place):]:
        spans.append((len(place) + 2, len(place) + 2 + len(agency), "ORG"))
    return text, spans


def swapped(sentence, spans, drawn):
    text, names, at = "", [], 0
    size = lambda s: len(s.encode("utf8"))
    if drawn.draw.random() < 0.05:
        text, line = dateline(drawn)
        names = [f"{size(text[:b])} {size(text[:e])} {kind}" for b, e, kind in line]
    for begin, end, kind in spans:
        text += sentence[at:begin]
        old = sentence[begin:end]
        if kind == "PER" and drawn.draw.random() < 0.15 and not text.rstrip().endswith(tuple(drawn.title)):
            text += drawn.draw.choice(drawn.title) + " "
        new = drawn.name(kind, len(old.split()))
        names.append(f"{size(text)} {size(text + new)} {kind}")
        text += new
        at = end
    return text + sentence[at:], names


def main(packages, language, times=3):
    drawn = Drawn(packages, language)
    for line in sys.stdin:
        sentence, found, _ = line.rstrip("\n").split("\t")
        if not found:
            continue
        raw = sentence.encode("utf8")
        chars = lambda n: len(raw[:n].decode("utf8"))
        spans = [(chars(int(b)), chars(int(e)), kind) for b, e, kind in (f.split() for f in found.split(","))]
        for _ in range(int(times)):
            text, names = swapped(sentence, spans, drawn)
            print(text, ",".join(names), 0.5, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
