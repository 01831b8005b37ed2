#!/usr/bin/env python3
"""Learns data/stories/affair-model.tsv: which words name an affair (src/stories/affairs.h); or measures topics by leaving each day out.

usage: learn_affairs.py cross|learn STORY_PAIRS DATA_DIR

STORY_PAIRS and DATA_DIR as for learn_pairs.py. Stories are those of a model that has not seen their day. A word that three stories share is a
sample, weighed by the number of its stories: its label is the share of pairs of them that are of one topic. Logistic regression over the share
of headlines with it and the logarithm of how much more frequent it is on its day than in German at large. `least` and `overlap` are set by
hand: from 0.4 to 0.6 and 0.10 to 0.15 the figures of cross are the same within 0.01.
"""
import collections
import itertools
import subprocess
import sys

import numpy

import learn_pairs as pairs_of

LEAST, OVERLAP, TOPIC, RIDGE = 0.5, 0.15, 0.06, 3.0


def count(n):
    return n * (n - 1) // 2


class Day:
    def __init__(self, program, day, probabilities, look, threshold):
        self.gold, self.topic = day.gold, {p: g[1] for p, g in day.gold.items()}
        self.stories = pairs_of.link(list(day.gold), look[0], probabilities, threshold)
        self.links = [(a, b, p) for (a, b), p in zip(look[0], probabilities) if p >= pairs_of.LEAST_PROBABILITY]
        self.size = collections.Counter(self.stories.values())
        given = "".join(f"{p}\t{s}\n" for p, s in self.stories.items())
        self.words = []  # term, headline, burst, its stories
        self.keys = collections.defaultdict(list)  # of a piece: term, in the headline
        lines = subprocess.run([program, "affairs", day.pieces], input=given, stdout=subprocess.PIPE, check=True, text=True).stdout.split("\n")
        for row in (line.split("\t") for line in lines if "*" in line or line.count("\t") > 3):
            for cell in row[3:]: self.keys[cell.rstrip("*")].append((row[0], cell.endswith("*")))
            held = collections.Counter(self.stories[cell.rstrip("*")] for cell in row[3:])
            self.words.append((row[0], float(row[1]), float(row[2]), {s for s, n in held.items() if 2 * n >= self.size[s]}))

    def samples(self):
        of_story = collections.defaultdict(collections.Counter)
        for piece, story in self.stories.items(): of_story[story][self.topic[piece]] += 1
        topic = {story: topics.most_common(1)[0][0] for story, topics in of_story.items()}
        for _, headline, burst, stories in self.words:
            together = sum(map(count, collections.Counter(topic[s] for s in stories).values()))
            yield [headline, burst, 1.0], together / count(len(stories)), len(stories)

    def by_links(self):
        """For each piece its topic by links alone: average linkage that goes on from stories."""
        names = sorted(self.size)
        likely = collections.defaultdict(float)
        for a, b, p in self.links:
            a, b = sorted((self.stories[a], self.stories[b]))
            if a != b: likely[a, b] += p
        size, near, into = dict(self.size), collections.defaultdict(dict), {s: s for s in names}
        for (a, b), p in likely.items(): near[a][b] = near[b][a] = p
        while True:
            best = max(((p / (size[a] * size[b]), -a, -b) for a in near for b, p in near[a].items() if a < b), default=(0, 0, 0))
            if best[0] < TOPIC: break
            a, b = -best[1], -best[2]
            for c, p in near.pop(b).items():
                near[c].pop(b)
                if c != a: near[a][c] = near[c][a] = near[a].get(c, 0) + p
            size[a] += size[b]
            into = {s: a if t == b else t for s, t in into.items()}
        return {piece: into[story] for piece, story in self.stories.items()}

    def topics(self, weights):
        """The same joined by affairs."""
        keys = {}
        for term, headline, burst, stories in self.words:
            p = 1 / (1 + numpy.exp(-weights @ [headline, burst, 1.0]))
            if p >= LEAST: keys[term] = (p, stories)
        affair = {term: term for term in keys}
        for a, b in itertools.combinations(keys, 2):
            both = len(keys[a][1] & keys[b][1])
            if both >= 2 and both >= OVERLAP * min(len(keys[a][1]), len(keys[b][1])):
                affair = {t: affair[a] if x == affair[b] else x for t, x in affair.items()}
        of = {p: affair[max((keys[t][0] * (2 if head else 1), t) for t, head in words if t in keys)[1]]
              for p, words in self.keys.items() if any(t in keys for t, _ in words)}
        members = collections.defaultdict(list)
        for piece, topic in self.plain.items(): members[topic].append(piece)
        found = {}
        for topic, pieces in members.items():
            most = collections.Counter(of[p] for p in pieces if p in of).most_common(1)
            name = ("affair", most[0][0]) if most and 2 * most[0][1] >= len(pieces) else topic
            found.update((p, name) for p in pieces)
        return found


def fit(days):
    rows = [row for day in days for row in day.samples()]
    x = numpy.array([r[0] for r in rows])
    y, weight = numpy.array([r[1] for r in rows]), numpy.array([r[2] / 3 for r in rows])
    mean, spread = x.mean(0), x.std(0)
    mean[-1], spread[-1] = 0, 1
    z, w, ridge = (x - mean) / spread, numpy.zeros(3), RIDGE * numpy.diag([1.0, 1.0, 0.0])
    for _ in range(30):
        p = 1 / (1 + numpy.exp(-z @ w))
        w -= numpy.linalg.solve((z * (weight * p * (1 - p))[:, None]).T @ z + ridge, z.T @ (weight * (p - y)) + ridge @ w)
    plain = w / spread
    plain[-1] = w[-1] - (plain[:2] * mean[:2]).sum()
    return plain


def score(day, found, without=None):
    pieces = [p for p in day.gold if day.topic[p] != without]
    groups = collections.defaultdict(list)
    for p in pieces: groups[found[p]].append(day.topic[p])
    sizes = collections.Counter(day.topic[p] for p in pieces)
    right = joined = precision = recall = 0
    for topics in groups.values():
        joined += count(len(topics))
        for topic, n in collections.Counter(topics).items():
            right += count(n)
            precision += n * n / len(topics)
            recall += n * n / sizes[topic]
    p, r = right / max(1, joined), right / sum(map(count, sizes.values()))
    return p, r, pairs_of.f1(p, r), pairs_of.f1(precision / len(pieces), recall / len(pieces))


def main(mode, program, folder):
    sets = {name: pairs_of.Day(program, folder, name) for name in pairs_of.SETS}
    days = {}
    for name, held in sets.items():
        rest = [day for day in sets.values() if day is not held]
        looks = pairs_of.unseen_looks(rest)
        look = held.second_look(pairs_of.fit_alone(rest).predict(held.values))
        days[name] = Day(program, held, pairs_of.fit_together(rest, looks).predict(look[1]), look, 0.28)
    if mode == "learn":
        print("intercept\t{2:.3f}\nheadline\t{0:.3f}\nburst\t{1:.3f}".format(*fit(days.values())) + f"\nleast\t{LEAST}\noverlap\t{OVERLAP}")
        return
    for name, day in days.items():
        day.plain = day.by_links()
        found = day.topics(fit([other for other in days.values() if other is not day]))
        for what, topics in (("links alone", day.plain), ("with affairs", found)):
            print(f"{name} {what}: pairs precision {{:.3f}} recall {{:.3f}} F1 {{:.3f}}  B-cubed F1 {{:.3f}}".format(*score(day, topics)) +
                  "   without {}: {:.3f} {:.3f} {:.3f} {:.3f}".format(pairs_of.SHARED_AFFAIR, *score(day, topics, pairs_of.SHARED_AFFAIR)), flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("cross", "learn"): sys.exit(__doc__)
    main(*sys.argv[1:])
