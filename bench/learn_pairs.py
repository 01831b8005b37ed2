#!/usr/bin/env python3
"""Learn the pair models of src/stories/ from labelled days, or measure them by leaving each day out.

usage: learn_pairs.py cross STORY_PAIRS DATA_DIR [meaning]           figures, each set scored with weights learnt from the other two
       learn_pairs.py learn STORY_PAIRS DATA_DIR OUT_DIR [meaning]   pair-model.tsv and company-model.tsv from all sets, and the threshold

With the word "meaning" at the end: with the cosine of the pieces' vectors, which needs a STORY_PAIRS built with the part Meaning; the models are then
pair-meaning-model.tsv and company-meaning-model.tsv, the mean of three that were learnt with other seeds.

STORY_PAIRS is the program built from bench/story_pairs.cpp: features come from the very code that uses the models. DATA_DIR has
NAME.jsonl (pieces) and NAME.tsv (id, story, topic) for the sets below. Needs numpy and lightgbm.

What is learnt: pairs of one story are 1, pairs of different topics 0. Pairs of one topic but different stories are 0 with a smaller
weight: readers disagree on them. The first model sees a pair alone; the second sees it again with what the first says about its
neighbours, and learns from days that the first had not seen. Each fold's linkage threshold is chosen on the two sets it learns from,
by learning from one and judging the other.
"""
import collections
import heapq
import subprocess
import sys

import lightgbm
import numpy

SETS = ["dev", "busy1", "busy2"]
SHARED_AFFAIR = "crans-montana-fire"  # in two of the sets
SAME_TOPIC_WEIGHT = 0.3
LEAST_PROBABILITY = 0.03  # as in src/stories/judge.h
COMMON = dict(objective="binary", feature_fraction=0.6, bagging_fraction=0.8, bagging_freq=1, lambda_l2=5, verbose=-1, num_threads=1, seed=7,
              deterministic=True, force_row_wise=True)
ALONE = dict(COMMON, learning_rate=0.1, num_leaves=15, min_data_in_leaf=30, num_iterations=70)
TOGETHER = dict(COMMON, learning_rate=0.1, num_leaves=15, min_data_in_leaf=40, num_iterations=60)
THRESHOLDS = numpy.arange(0.20, 0.50, 0.04)


MEANING = sys.argv[-1] == "meaning"
SEEDS = [7, 8, 9] if MEANING else [7]
if MEANING:  # smaller trees, more of them, each from less: slower to judge by, and steadier
    for parameters in (ALONE, TOGETHER):
        parameters.update(num_leaves=8, learning_rate=0.05, num_iterations=3 * parameters["num_iterations"], lambda_l2=20, feature_fraction=0.4,
                          bagging_fraction=0.6, min_data_in_leaf=60)


def table(program, mode, pieces, given=None):
    """The pairs, features and their names that STORY_PAIRS prints."""
    out = subprocess.run([program, mode, pieces] + ["meaning"] * MEANING, input=given, stdout=subprocess.PIPE, check=True, text=True).stdout
    lines = out.split("\n")
    rows = [line.split("\t") for line in lines[1:] if line]
    values = numpy.array([[float(v) for v in row[2:]] for row in rows], dtype=numpy.float32)
    names = lines[0].split("\t")[2:]
    if not MEANING:  # never known
        values, names = numpy.delete(values, names.index("meaning"), axis=1), [name for name in names if name != "meaning"]
    return [(row[0], row[1]) for row in rows], values, names


class Day:
    """A labelled set and the features of its pairs."""

    def __init__(self, program, folder, name):
        self.program, self.pieces, self.gold = program, f"{folder}/{name}.jsonl", {}
        for line in open(f"{folder}/{name}.tsv", encoding="utf8"):
            piece, story, topic = line.rstrip("\n").split("\t")[:3]
            self.gold[piece] = (story, topic)
        self.pairs, self.values, self.names = table(program, "pairs", self.pieces)

    def labels(self, pairs):
        same = numpy.array([self.gold[a][0] == self.gold[b][0] for a, b in pairs], dtype=int)
        near = numpy.array([self.gold[a][0] != self.gold[b][0] and self.gold[a][1] == self.gold[b][1] for a, b in pairs])
        return same, numpy.where(near, SAME_TOPIC_WEIGHT, 1.0)

    def second_look(self, alone):
        """Pairs that the first look leaves, with their features in company."""
        return table(self.program, "company", self.pieces, "\n".join(f"{p:.9g}" for p in alone) + "\n")


class Mean:
    """Models as one: the mean of their log odds."""

    def __init__(self, models):
        self.models = models

    def predict(self, values):
        return 1 / (1 + numpy.exp(-numpy.mean([model.predict(values, raw_score=True) for model in self.models], axis=0)))


def fit(parameters, days, rows):
    """A model from one (pairs, values) of each day."""
    labels = [day.labels(pairs) for day, (pairs, _) in zip(days, rows)]
    data = lightgbm.Dataset(numpy.concatenate([values for _, values in rows]), numpy.concatenate([same for same, _ in labels]),
                            weight=numpy.concatenate([weight for _, weight in labels]))
    return Mean([lightgbm.train(dict(parameters, seed=seed), data) for seed in SEEDS])


def fit_alone(days):
    return fit(ALONE, days, [(day.pairs, day.values) for day in days])


def unseen_looks(days):
    """For each day its second look, by a first model that has not seen it."""
    looks = []
    for day in days:
        alone = fit_alone([other for other in days if other is not day]).predict(day.values)
        looks.append(day.second_look(alone))
    return looks


def fit_together(days, looks):
    return fit(TOGETHER, days, [(pairs, values) for pairs, values, _ in looks])


def unseen_probabilities(days, looks):
    """For each day the second model's probabilities, by one that has not seen it."""
    result = []
    for i, look in enumerate(looks):
        rest = [k for k in range(len(days)) if k != i]
        result.append(fit_together([days[k] for k in rest], [looks[k] for k in rest]).predict(look[1]))
    return result


def link(pieces, pairs, probabilities, threshold):
    """Average linkage as in src/stories/linkage.h: pairs that are no candidates count as 0."""
    index = {piece: i for i, piece in enumerate(pieces)}
    near = [{} for _ in pieces]
    size = [1] * len(pieces)
    into = list(range(len(pieces)))
    offers = []
    for (a, b), p in zip(pairs, probabilities):
        if p < LEAST_PROBABILITY:
            continue
        i, j = sorted((index[a], index[b]))
        near[i][j] = near[j][i] = p
        if p >= threshold:
            offers.append((-p, i, j, 1, 1))
    heapq.heapify(offers)
    while offers:
        _, i, j, size_i, size_j = heapq.heappop(offers)
        if size[i] != size_i or size[j] != size_j:
            continue
        for k, p in near[j].items():
            if k != i:
                near[k].pop(j)
                near[i][k] = near[k][i] = near[i].get(k, 0) + p
        near[i].pop(j)
        size[i] += size[j]
        size[j] = 0
        into[j] = i
        for k, total in near[i].items():
            mean = total / (size[i] * size[k])
            if mean >= threshold:
                a, b = min(i, k), max(i, k)
                heapq.heappush(offers, (-mean, a, b, size[a], size[b]))
    for i in range(len(pieces)):
        into[i] = into[into[i]]
    return {piece: into[i] for piece, i in index.items()}


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(gold, found, without_topic=None):
    """Pairs F1 and B-cubed F1 as score_stories.py has them; pieces of one topic may be left out."""
    pieces = [p for p in gold if gold[p][1] != without_topic]
    stories = collections.Counter(gold[p][0] for p in pieces)
    groups = collections.defaultdict(list)
    for p in pieces:
        groups[found[p]].append(p)
    count = lambda n: n * (n - 1) // 2
    together = wrong = 0
    precision = recall = 0.0
    for members in groups.values():
        by_story = collections.Counter(gold[p][0] for p in members)
        by_topic = collections.Counter(gold[p][1] for p in members)
        together += sum(map(count, by_story.values()))
        wrong += count(len(members)) - sum(map(count, by_topic.values()))
        for p in members:
            same = by_story[gold[p][0]]
            precision += same / (same + len(members) - by_topic[gold[p][1]])
            recall += same / stories[gold[p][0]]
    must = sum(map(count, stories.values()))
    pair = f1(together / (together + wrong) if together + wrong else 1, together / must)
    return pair, f1(precision / len(pieces), recall / len(pieces))


def best_threshold(days, looks, probabilities):
    def value(threshold):
        return sum(sum(score(d.gold, link(list(d.gold), look[0], p, threshold))) for d, look, p in zip(days, looks, probabilities))
    return max(THRESHOLDS, key=value)


def cross(days):
    results = []
    for name, held in days.items():
        rest = [day for day in days.values() if day is not held]
        looks = unseen_looks(rest)
        threshold = best_threshold(rest, looks, unseen_probabilities(rest, looks))
        pairs, values, _ = held.second_look(fit_alone(rest).predict(held.values))
        found = link(list(held.gold), pairs, fit_together(rest, looks).predict(values), threshold)
        results.append(score(held.gold, found))
        print("{}: threshold {:.2f}  pairs F1 {:.3f}  B-cubed F1 {:.3f}".format(name, threshold, *results[-1]) +
              "   without {}: {:.3f} {:.3f}".format(SHARED_AFFAIR, *score(held.gold, found, SHARED_AFFAIR)), flush=True)
    print("mean: pairs F1 {:.3f}  B-cubed F1 {:.3f}".format(*numpy.mean(results, axis=0)))


def write_tree(node, rows, names, share):
    """Appends the rows of a tree, root first, and returns the number of the node."""
    at = len(rows)
    rows.append(None)
    if "leaf_value" in node:
        rows[at] = ["leaf", f"{node['leaf_value'] * share:.6g}"]
        return at
    yes = write_tree(node["left_child"], rows, names, share)
    no = write_tree(node["right_child"], rows, names, share)
    rows[at] = ["split", names[node["split_feature"]], f"{node['threshold']:.9g}", str(yes), str(no), f"{node['internal_value'] * share:.6g}"]
    return at


def write_model(model, names, path):
    with open(path, "w", encoding="utf8") as out:
        out.write("# Made by bench/learn_pairs.py. tree; split, feature, threshold, node when at most it, node when above, mean; leaf, log odds.\n")
        for tree in [tree for one in model.models for tree in one.dump_model()["tree_info"]]:
            rows = []
            write_tree(tree["tree_structure"], rows, names, 1 / len(model.models))
            out.write("tree\n" + "".join("\t".join(row) + "\n" for row in rows))


def learn(days, folder):
    all_days, middle = list(days.values()), "-meaning" * MEANING
    looks = unseen_looks(all_days)
    write_model(fit_alone(all_days), all_days[0].names, folder + f"/pair{middle}-model.tsv")
    write_model(fit_together(all_days, looks), looks[0][2], folder + f"/company{middle}-model.tsv")
    print("threshold: {:.2f}".format(best_threshold(all_days, looks, unseen_probabilities(all_days, looks))))


if __name__ == "__main__":
    if len(sys.argv) - MEANING != {"cross": 4, "learn": 5}.get(sys.argv[1] if len(sys.argv) > 1 else ""):
        sys.exit(__doc__)
    loaded = {name: Day(sys.argv[2], sys.argv[3], name) for name in SETS}
    if sys.argv[1] == "cross":
        cross(loaded)
    else:
        learn(loaded, sys.argv[4])
