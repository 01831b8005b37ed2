#!/usr/bin/env python3
"""Learn data/stories/language-model.tsv: do two headlines in different languages report one happening?

usage: learn_languages.py LANGUAGE_PAIRS LEARN.tsv DATA_DIR OUT.tsv [JUDGE.tsv]

LANGUAGE_PAIRS is the program built from bench/language_pairs.cpp (with the part Meaning), LEARN.tsv is bench/story_languages.tsv, DATA_DIR has
NAME.jsonl and NAME.tsv of the labelled days that bench/learn_pairs.py learns from. With JUDGE.tsv (tests/stories/data/languages.tsv) it says how the
model does there. Logistic regression by Newton's method; needs the standard library alone.

Made-up headlines show what crossing a language does to a cosine; real ones of one language how many like ones there are in a day's
news. Both count the same. Look-alikes weigh more than other pairs of two happenings: they are the ones that go wrong.
"""
import math
import subprocess
import sys

LOOK_ALIKE_WEIGHT = 3.0  # among made-up headlines
SETS = ["dev", "busy1", "busy2"]
HOLD = 0.5  # on squared weights, the cosine's for a tenth of 1
SCALE = 10.0


def table(program, *paths):
    lines = subprocess.run([program, *paths], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
    names = lines[0].split("\t")[1:]
    rows = [line.split("\t") for line in lines[1:]]
    return names, [(int(row[0]), [float(cell) for cell in row[1:]]) for row in rows]


def solve(matrix, right):
    """Gauss elimination with pivots."""
    n = len(right)
    rows = [matrix[i] + [right[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    for i in reversed(range(n)):
        rows[i][n] = (rows[i][n] - sum(rows[i][k] * rows[k][n] for k in range(i + 1, n))) / rows[i][i]
    return [row[n] for row in rows]


def probability(weights, values):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(w * v for w, v in zip(weights, values))))))


def fit(rows):
    made = sum(label < 10 for label, _ in rows)
    weight_of = lambda label: made / (len(rows) - made) if label >= 10 else LOOK_ALIKE_WEIGHT if label == 2 else 1.0
    data = [(1.0 if label % 10 == 1 else 0.0, weight_of(label), [1.0, values[0] * SCALE] + values[1:]) for label, values in rows]
    size = len(data[0][2])
    weights = [0.0] * size
    for _ in range(40):
        slope = [0.0 if i == 0 else -HOLD * w for i, w in enumerate(weights)]
        bend = [[HOLD if i == k and i else 0.0 for k in range(size)] for i in range(size)]
        for label, weight, values in data:
            p = probability(weights, values)
            for i in range(size):
                slope[i] += weight * (label - p) * values[i]
                for k in range(size):
                    bend[i][k] += weight * p * (1 - p) * values[i] * values[k]
        weights = [w + s for w, s in zip(weights, solve(bend, slope))]
    weights[1] *= SCALE
    return weights


def judge(weights, rows, name):
    hits = [(label, probability(weights, [1.0] + values)) for label, values in rows]
    one = [p for label, p in hits if label % 10 == 1]
    two = [p for label, p in hits if label % 10 == 2]
    rest = [p for label, p in hits if label % 10 == 0]
    over = lambda ps: sum(p >= 0.5 for p in ps)
    print(f"{name}: {over(one)} of {len(one)} pairs of one happening at 0.5 or more, {over(two)} of {len(two)} look-alikes, {over(rest)} of {len(rest)} others")


def main():
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    program, made, folder, path = sys.argv[1:5]
    names, rows = table(program, made, *[f"{folder}/{name}.{end}" for name in SETS for end in ("jsonl", "tsv")])
    weights = fit(rows)
    with open(path, "w", encoding="utf8") as out:
        out.write("# Made by bench/learn_languages.py. Log odds: at the start, and for each unit.\n")
        out.writelines(f"{name}\t{weight:.4g}\n" for name, weight in zip(["start"] + names, weights))
    judge(weights, [row for row in rows if row[0] < 10], "learnt from, made up")
    judge(weights, [row for row in rows if row[0] >= 10], "learnt from, labelled days")
    if len(sys.argv) == 6:
        judge(weights, table(program, sys.argv[5])[1], "not learnt from")


main()
