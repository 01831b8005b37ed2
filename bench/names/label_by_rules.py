#!/usr/bin/env python3
"""Label names in text of a language whose common nouns are written small, by rules and lists alone, to learn a first model from.

usage: label_by_rules.py PACKAGES LANGUAGE < texts.txt > labelled.tsv

PACKAGES  as for make_words.py
texts.txt paragraphs, an empty line behind each text (plain_text.py)

Writes what learn_names reads: a sentence a line, a tab, "begin end KIND" in UTF-8 bytes with commas between, a tab, a weight.

Capital letters tell where names stand; lists, the words around and the other places in the same text tell of what kind they are. A sentence
with one run of capitals that the rules cannot tell is left out, so that what is learnt from is mostly right, and the model fills the gaps:
it sees the words around. What the rules do not see: names in small letters, and names inside headlines in capitals.
"""
import collections
import os
import re
import sys

import make_words

TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ž][\wÀ-ž]*(?:[-'’&.](?=[A-Za-zÀ-ž0-9])[\wÀ-ž]+)*\.?|\d[\d.,]*\d|\d|[^\w\s]")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘(]*[A-Z0-9])")
INITIAL = re.compile(r"^(?:[A-Z]\.)+$")
SPEAKING = {"said", "says", "told", "added", "asked", "wrote", "tweeted", "warned", "explained", "insisted", "argued", "admitted", "recalled", "replied"}
PERSON_BEHIND = SPEAKING | {"who", "whose", "himself", "herself"}
PLACE_BEFORE = {"in", "near", "across", "throughout", "outside", "around", "from", "at", "to"}
LINKS = {"of", "for", "and", "&", "de", "la", "von", "van", "der", "den", "bin", "bint", "al", "el", "da", "di", "du", "dos", "the", "on", "in"}
PERSON_LINKS = {"de", "la", "von", "van", "der", "den", "bin", "bint", "al", "el", "da", "di", "du", "dos"}


class Lists:
    def __init__(self, packages, language):
        self.flags, self.cluster, self.probability, self.places = make_words.words(packages, language)
        self.own = collections.defaultdict(set)
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"lists-{language}.tsv")
        for row in open(path, encoding="utf8"):
            kind, *names = row.rstrip("\n").split("\t")
            self.own[kind] |= set(names)
        self.sure_places = set(make_words.country_words(packages)) | self.own["country"] | self.own["region"] | {"U.S", "U.S.", "U.K", "U.K."}
        self.whole_places = {p for p in self.places if " " in p or not self.common(p)} | self.sure_places

    def is_(self, word, flag):
        return self.flags.get(word, 0) & flag != 0

    def common(self, word):
        """Mostly written small in running text."""
        small = self.probability.get(word.lower())
        return small is not None and small > self.probability.get(word, -30) + 0.7

    def surname_like(self, word):
        return self.is_(word, make_words.SURNAME) or not self.common(word) and word.lower() not in self.probability


def bare(word):
    return re.sub(r"['’]s?$", "", word)


class Text:
    """The runs of capitals of one text, and what its other places say of their words."""

    def __init__(self, paragraphs, lists):
        self.lists = lists
        self.sentences = []
        for paragraph in paragraphs:
            for sentence in SENTENCE_END.split(paragraph):
                tokens = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(sentence)]
                tokens = [self.without_dot(t, i == len(tokens) - 1) for i, t in enumerate(tokens)]
                if len(tokens) > 2:
                    self.sentences.append((sentence, tokens))
        self.small = collections.Counter()
        self.inside = collections.Counter()
        for _, tokens in self.sentences:
            for i, (_, _, word) in enumerate(tokens):
                if word[0].islower():
                    self.small[word] += 1
                elif word[0].isupper() and i > 0 and tokens[i - 1][2] not in "\"“‘'(:":
                    self.inside[bare(word)] += 1
        self.people, self.surnames, self.others = set(), {}, {}

    def without_dot(self, token, last):
        begin, end, word = token
        if word.endswith(".") and (len(word) > 1) and not INITIAL.match(word) and word[:-1] not in self.lists.own["title"] and word[:-1] not in {"St", "Inc", "Corp", "Ltd", "Co", "Jr"}:
            return begin, end - 1, word[:-1]
        return token

    def may_be_name(self, tokens, i):
        word = bare(tokens[i][2])
        if not word[:1].isupper() or word in self.lists.own["time"] or word in self.lists.own["demonym"]:
            return False
        if word == "I" or word.startswith(("I'", "I’")):
            return False
        opening = i == 0 or tokens[i - 1][2] in "\"“‘'(:—–•"
        if opening and word in self.lists.own["common"] and word != "New":
            return False
        if opening and self.lists.common(word) and self.inside[word] == 0:
            behind = tokens[i + 1][2] if i + 1 < len(tokens) else ""
            return behind[:1].isupper() and (self.lists.is_(word, make_words.FIRST) or self.lists.is_(word, make_words.HEAD) or word in self.lists.own["place-head"])
        return not (word in self.lists.own["common"] and self.small[word.lower()] > self.inside[word])

    def runs(self, tokens):
        """[first, behind the last) of each run of words that may be names, links between them included."""
        i = 0
        while i < len(tokens):
            of_people = tokens[i][2] in self.lists.own["demonym"] and i + 1 < len(tokens) and self.may_be_name(tokens, i + 1)
            if not of_people and not self.may_be_name(tokens, i):
                i += 1
                continue
            j = i + 1
            while j < len(tokens) and not tokens[j - 1][2].endswith(("'s", "’s")):
                if self.may_be_name(tokens, j) or j > i and tokens[j][2][:1].isupper() and tokens[j][2] in self.lists.own["demonym"]:
                    j += 1
                    continue
                k = j
                while k < len(tokens) and k < j + 2 and tokens[k][2] in LINKS:
                    k += 1
                linked = k > j and k < len(tokens) and self.may_be_name(tokens, k)
                head = any(self.lists.is_(bare(tokens[m][2]), make_words.HEAD) for m in range(i, j))
                if linked and (head and tokens[j][2] in {"of", "for", "&"} or tokens[j][2] in PERSON_LINKS or tokens[j][2] == "&"):
                    j = k + 1
                    continue
                break
            yield i, j
            i = j

    def strip_titles(self, words):
        """How many words at the begin are titles and roles."""
        n = 0
        while n + 1 < len(words) and (bare(words[n]).rstrip(".") in self.lists.own["title"]):
            n += 1
        return n

    def kind(self, words, before, behind):
        """(how many words at the begin are no part, kind or None when unsure, "" when no name)."""
        lists = self.lists
        whole = " ".join(words[:-1] + [bare(words[-1])])
        last = bare(words[-1])
        if len(words) > 1 and words[0] in lists.own["demonym"] and not (lists.is_(last, make_words.HEAD) and not self.strip_titles(words[1:])):
            skip, kind = self.kind(words[1:], words[0], behind)
            return skip + 1, kind
        if whole in lists.own["organisation"] and len(words) == 1 or whole in self.others and len(words) > 1:
            return 0, self.others.get(whole, "ORG")
        if whole in lists.sure_places or words[0] == "the" and whole[4:] in lists.sure_places:
            return 0, "LOC"
        if whole.isupper() and len(whole) > 3 and all(lists.is_(w, make_words.BIG_PLACE | make_words.COUNTRY) for w in words) and behind in {"(", ":", "—", "–", ","}:
            return 0, "LOC"
        titles = self.strip_titles(words)
        for i in range(len(words) - 2, titles, -1):  # "Reserve Chairman Alan Greenspan"
            if words[i] in lists.own["title"] and lists.is_(bare(words[i + 1]), make_words.FIRST):
                titles = i + 1
                break
        rest = words[titles:]
        person_like = all(not lists.is_(bare(w), make_words.HEAD) and bare(w) not in lists.own["place-head"] for w in rest)
        if titles and person_like and len(rest) <= 4 and (rest[0] in PERSON_LINKS or lists.is_(bare(rest[0]), make_words.FIRST) or lists.surname_like(bare(rest[-1]))):
            return titles, "PER"
        if any(lists.is_(bare(w), make_words.HEAD) for w in (words[0], words[-1])) and len(words) > 1 or any(
                w in {"of", "for", "&"} for w in words) and any(lists.is_(bare(w), make_words.HEAD) for w in words):
            return 0, "ORG"
        if whole in lists.whole_places and not (len(words) == 1 and (last in self.surnames or lists.is_(last, make_words.FIRST))):
            return 0, "LOC" if len(words) > 1 or before.lower() in PLACE_BEFORE or not lists.is_(last, make_words.SURNAME) else None
        if len(words) > 1 and (last in lists.own["place-head"] or words[0] in {"Lake", "Mount", "Cape", "Port", "River", "Fort", "St", "St."}):
            return 0, "LOC"
        if 2 <= len(words) <= 4 and person_like:
            first = bare(words[0])
            known = lists.is_(first, make_words.FIRST) or INITIAL.match(first)
            if known and (lists.surname_like(last) or INITIAL.match(words[1])) and not last.isupper():
                return 0, "PER"
            if behind in PERSON_BEHIND and not lists.common(first) and before.lower() != "the":
                return 0, "PER"
        if len(words) == 1:
            if last in self.surnames:
                return 0, "PER"
            if last in self.others:
                return 0, self.others[last]
            if last.isupper() and len(last) > 1 and before.lower() == "the":
                return 0, "ORG"
            if behind in SPEAKING and lists.is_(last, make_words.SURNAME) and before.lower() not in {"the", "a"}:
                return 0, "PER"
            if lists.common(last):
                return 0, ""
        return 0, None

    def learn_people(self):
        """Whole names first: their parts tell the kind of the short mentions."""
        for _, tokens in self.sentences:
            for i, j in self.runs(tokens):
                words = [t[2] for t in tokens[i:j]]
                skip, kind = self.kind(words, tokens[i - 1][2] if i else "", tokens[j][2] if j < len(tokens) else "")
                if kind == "PER" and len(words) - skip > 1:
                    self.surnames[bare(words[-1])] = 1
                    self.surnames[bare(words[skip])] = 1
                elif kind == "ORG" and len(words) > 1:
                    self.others[" ".join(words[:-1] + [bare(words[-1])])] = "ORG"
                    letters = "".join(w[0] for w in words if w[0].isupper())
                    if len(letters) > 1:
                        self.others.setdefault(letters, "ORG")

    def labelled(self):
        self.learn_people()
        for sentence, tokens in self.sentences:
            if len(tokens) > 4 and sum(t[2][:1].isupper() for t in tokens) > 0.6 * sum(t[2][:1].isalpha() for t in tokens):
                continue  # a headline in capitals
            found = []
            for i, j in self.runs(tokens):
                words = [t[2] for t in tokens[i:j]]
                skip, kind = self.kind(words, tokens[i - 1][2] if i else "", tokens[j][2] if j < len(tokens) else "")
                if kind is None:
                    break
                if kind:
                    end = tokens[j - 1][1] - (len(tokens[j - 1][2]) - len(bare(tokens[j - 1][2])))
                    found.append((tokens[i + skip][0], end, kind))
            else:
                yield sentence, found


def texts(lines):
    paragraphs = []
    for line in lines:
        line = line.rstrip("\n")
        if line:
            paragraphs.append(line)
        elif paragraphs:
            yield paragraphs
            paragraphs = []
    if paragraphs:
        yield paragraphs


def main(packages, language):
    lists = Lists(packages, language)
    for paragraphs in texts(sys.stdin):
        for sentence, found in Text(paragraphs, lists).labelled():
            size = lambda n: len(sentence[:n].encode("utf8"))
            print(sentence.replace("\t", " "), ",".join(f"{size(b)} {size(e)} {k}" for b, e, k in found), 1, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
