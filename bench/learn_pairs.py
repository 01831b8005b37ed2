#!/usr/bin/env python3
"""Learn the pair model of src/stories/ from labelled days, or measure it by leaving each day out.

usage: learn_pairs.py cross STORY_PAIRS DATA_DIR            figures, each set scored with weights learnt from the other two
       learn_pairs.py learn STORY_PAIRS DATA_DIR OUT.tsv    the model from all sets

STORY_PAIRS is the program built from bench/story_pairs.cpp: features come from the very code that uses the model. DATA_DIR has
NAME.jsonl (pieces) and NAME.tsv (id, story, topic) for the sets below. Needs numpy and lightgbm.

What is learnt: pairs of one story are 1, pairs of different topics 0. Pairs of one topic but different stories are 0 with a smaller
weight: readers disagree on them. Each fold's linkage threshold is chosen on the two sets it learns from, by learning from one and
judging the other.
"""
import collections
import heapq
import subprocess
import sys

import lightgbm
import numpy

SETS = ["dev", "busy1", "busy2"]
SAME_TOPIC_WEIGHT = 0.3
ROUNDS = 150
PARAMETERS = dict(objective="binary", learning_rate=0.06, num_leaves=15, min_data_in_leaf=30, feature_fraction=0.6, bagging_fraction=0.8,
                  bagging_freq=1, lambda_l2=5, verbose=-1, num_threads=1, seed=7, deterministic=True, force_row_wise=True)
THRESHOLDS = numpy.arange(0.20, 0.56, 0.04)


def load(program, folder, name):
    gold = {}
    for line in open(f"{folder}/{name}.tsv", encoding="utf8"):
        piece, story, topic = line.rstrip("\n").split("\t")[:3]
        gold[piece] = (story, topic)
    out = subprocess.run([program, "pairs", f"{folder}/{name}.jsonl"], stdout=subprocess.PIPE, check=True, text=True).stdout
    lines = out.split("\n")
    names = lines[0].split("\t")[2:]
    rows = [line.split("\t") for line in lines[1:] if line]
    pairs = [(r[0], r[1]) for r in rows]
    values = numpy.array([[float(v) for v in r[2:]] for r in rows], dtype=numpy.float32)
    same = numpy.array([gold[a][0] == gold[b][0] for a, b in pairs], dtype=int)
    near = numpy.array([gold[a][0] != gold[b][0] and gold[a][1] == gold[b][1] for a, b in pairs])
    return dict(gold=gold, pairs=pairs, values=values, same=same, near=near, names=names)


def fit(sets):
    values = numpy.concatenate([s["values"] for s in sets])
    same = numpy.concatenate([s["same"] for s in sets])
    near = numpy.concatenate([s["near"] for s in sets])
    weight = numpy.where(near, SAME_TOPIC_WEIGHT, 1.0)
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(values, same, weight=weight), ROUNDS)


def link(pieces, pairs, probabilities, threshold):
    """Average linkage as in src/stories/linkage.h: pairs that are no candidates count as 0."""
    index = {piece: i for i, piece in enumerate(pieces)}
    near = [{} for _ in pieces]
    size = [1] * len(pieces)
    into = list(range(len(pieces)))
    offers = []
    for (a, b), p in zip(pairs, probabilities):
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


def best_threshold(sets, probabilities):
    def value(threshold):
        return sum(sum(score(s["gold"], link(list(s["gold"]), s["pairs"], p, threshold))) for s, p in zip(sets, probabilities))
    return max(THRESHOLDS, key=value)


def cross(sets):
    results = []
    for name, held in sets.items():
        rest = [s for other, s in sets.items() if other != name]
        inner = [fit([rest[1 - i]]).predict(rest[i]["values"]) for i in range(2)]
        threshold = best_threshold(rest, inner)
        found = link(list(held["gold"]), held["pairs"], fit(rest).predict(held["values"]), threshold)
        pairs, cubed = score(held["gold"], found)
        results.append((pairs, cubed))
        affair = max(collections.Counter(t for _, t in held["gold"].values()).items(), key=lambda x: x[1])[0]
        shared = "crans-montana-fire"
        print(f"{name}: threshold {threshold:.2f}  pairs F1 {pairs:.3f}  B-cubed F1 {cubed:.3f}   without {shared}: "
              "{:.3f} {:.3f}".format(*score(held["gold"], found, shared)) + f"   without {affair}: " "{:.3f} {:.3f}".format(*score(held["gold"], found, affair)), flush=True)
    print("mean: pairs F1 {:.3f}  B-cubed F1 {:.3f}".format(*numpy.mean(results, axis=0)))


def write_tree(node, rows, names):
    """Appends the rows of a tree, root first, and returns the number of the node."""
    at = len(rows)
    rows.append(None)
    if "leaf_value" in node:
        rows[at] = ["leaf", f"{node['leaf_value']:.6g}"]
        return at
    yes = write_tree(node["left_child"], rows, names)
    no = write_tree(node["right_child"], rows, names)
    rows[at] = ["split", names[node["split_feature"]], f"{node['threshold']:.9g}", str(yes), str(no), f"{node['internal_value']:.6g}"]
    return at


def learn(sets, path):
    model = fit(list(sets.values())).dump_model()
    names = next(iter(sets.values()))["names"]
    with open(path, "w", encoding="utf8") as out:
        out.write("# Made by bench/learn_pairs.py. tree; split, feature, threshold, node when at most it, node when above, mean; leaf, log odds.\n")
        for tree in model["tree_info"]:
            rows = []
            write_tree(tree["tree_structure"], rows, names)
            out.write("tree\n" + "".join("\t".join(row) + "\n" for row in rows))
    inner = []
    for name, held in sets.items():
        inner.append(fit([s for other, s in sets.items() if other != name]).predict(held["values"]))
    print(f"threshold: {best_threshold(list(sets.values()), inner):.2f}")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or sys.argv[1] not in ("cross", "learn"):
        sys.exit(__doc__)
    loaded = {name: load(sys.argv[2], sys.argv[3], name) for name in SETS}
    if sys.argv[1] == "cross":
        cross(loaded)
    else:
        learn(loaded, sys.argv[4])
