#!/usr/bin/env python3
"""Learns data/stories/article-model.tsv: how whole articles are compared (src/stories/articles.h).

usage: learn_articles.py cross|learn|held STORY_PAIRS DEPESCHE PILE...

STORY_PAIRS is bench/story_pairs, DEPESCHE the program, each PILE a folder with gold.json and pages/. Learns from the sets of
tests/stories/articles and the piles, each grouped by itself; a pair of a pile counts twice, since its pages are real ones in form.
cross scores each set with weights learnt from all the others, by the grouping itself (average linkage, sidebars);
learn prints the rows of the model; held scores the sets of tests/stories/held_articles with the committed weights (no PILE needed). contrast and the thresholds are set by hand. Intercepts are lowered by `shift`, so that the threshold of
linkage.tsv, which headlines and articles share, fits. Logistic regression by Newton's method.
"""
import itertools, json, math, os, re, subprocess, sys, tempfile

SETS = os.path.join(os.path.dirname(__file__), "..", "tests", "stories", "articles")
HELD = os.path.join(os.path.dirname(__file__), "..", "tests", "stories", "held_articles")
DATA = os.path.join(os.path.dirname(__file__), "..", "data", "stories")
FEATURES = ["names", "head", "topic", "figures", "phrases", "days_apart", "other_day"]
LOGARITHMIC = {"topic", "figures", "phrases"}
ROWS = {"figures": "figure", "phrases": "phrase", "days_apart": "day-apart", "other_day": "other-day"}
RIDGE, PILE_WEIGHT, SHIFT, LEAST = 1.0, 2.0, 1.5, 0.03


def table(name):
    rows = [l.split("\t") for l in open(os.path.join(DATA, name), encoding="utf-8") if not l.startswith("#")]
    return {r[0]: float(r[1]) for r in rows}


def read_set(path):
    pieces = []
    for block in re.split(r"^== ", open(path, encoding="utf-8").read(), flags=re.M)[1:]:
        head, title, teaser, text = block.split("\n", 3)
        name, happening, outlet, day, language = [c.strip() for c in head.split("|")]
        pieces.append({"id": name, "happening": happening, "outlet": outlet, "first_seen": None if day == "-" else day,
                       "language": language, "title": title, "teaser": teaser, "text": text})
    return pieces


def read_pile(program, folder):
    gold = json.load(open(os.path.join(folder, "gold.json"), encoding="utf-8"))
    happening = {page: str(i) for i, story in enumerate(gold["stories"]) for page in story}
    lines = subprocess.run([program, "read", os.path.join(folder, "pages")], capture_output=True, text=True).stdout
    pieces = []
    for row in map(json.loads, lines.splitlines()):
        page = os.path.basename(row["page"])
        teaser = " ".join(z["text"] for z in row["zones"] if z["zone"] == "standfirst")
        pieces.append({"id": page, "happening": happening[page], "outlet": row["outlet"], "first_seen": row["published"],
                       "language": row["language"], "title": row["title"] or "", "teaser": teaser, "text": row["text"]})
    return pieces


def pairs_of(story_pairs, pieces):
    """[(a, b, same happening, features)] of the candidates, and the ids of those that name a day of their news."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for piece in pieces: file.write(json.dumps(piece, ensure_ascii=False) + "\n")
        file.flush()
        lines = subprocess.run([story_pairs, "pile", file.name], capture_output=True, text=True, check=True).stdout.splitlines()
    names = lines[0].split("\t")[2:]
    of = {p["id"]: p["happening"] for p in pieces}
    found, dated = [], set()
    for line in lines[1:]:
        a, b, *values = line.split("\t")
        row = dict(zip(names, map(float, values)))
        x = [math.log2(1 + row[f]) if f in LOGARITHMIC else row[f] for f in FEATURES]
        found.append((a, b, of[a] == of[b], x))
        dated |= {piece for piece, has in ((a, row["first_dated"]), (b, row["second_dated"])) if has}
    return found, dated


def solve(matrix, values):
    n = len(values)
    rows = [list(matrix[i]) + [values[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            share = rows[r][i] / rows[i][i]
            for c in range(i, n + 1): rows[r][c] -= share * rows[i][c]
    result = [0.0] * n
    for i in reversed(range(n)):
        result[i] = (rows[i][n] - sum(rows[i][c] * result[c] for c in range(i + 1, n))) / rows[i][i]
    return result


def fit(sets):
    """Weights of the features, then the intercept."""
    rows = [(x, same, PILE_WEIGHT if s["pile"] else 1.0) for s in sets for _, _, same, x in s["pairs"]]
    n = len(FEATURES)
    mean = [sum(x[f] for x, _, _ in rows) / len(rows) for f in range(n)]
    spread = [math.sqrt(sum((x[f] - mean[f]) ** 2 for x, _, _ in rows) / len(rows)) or 1 for f in range(n)]
    scaled = [([(x[f] - mean[f]) / spread[f] for f in range(n)] + [1.0], same, weight) for x, same, weight in rows]
    w = [0.0] * (n + 1)
    for _ in range(25):
        gradient = [RIDGE * w[f] if f < n else 0.0 for f in range(n + 1)]
        hessian = [[RIDGE if a == b and a < n else 0.0 for b in range(n + 1)] for a in range(n + 1)]
        for x, same, weight in scaled:
            p = 1 / (1 + math.exp(-sum(a * b for a, b in zip(w, x))))
            for a in range(n + 1):
                gradient[a] += weight * (p - same) * x[a]
                for b in range(n + 1): hessian[a][b] += weight * p * (1 - p) * x[a] * x[b]
        w = [a - b for a, b in zip(w, solve(hessian, gradient))]
    plain = [w[f] / spread[f] for f in range(n)]
    return plain + [w[n] - sum(plain[f] * mean[f] for f in range(n)) - SHIFT]


def grouped(one, weights, rules):
    ids = [p["id"] for p in one["pieces"]]
    alone, names = {}, {}
    for a, b, _, x in one["pairs"]:
        alone[a, b] = alone[b, a] = 1 / (1 + math.exp(-(sum(u * v for u, v in zip(weights, x)) + weights[-1])))
        names[a, b] = names[b, a] = x[FEATURES.index("names")]
    likely = {pair: p for pair, p in alone.items() if p >= LEAST}
    mean = lambda values, s, t: sum(values.get((a, b), 0) for a in s for b in t) / (len(s) * len(t))
    clusters = [[i] for i in ids]
    while len(clusters) > 1:
        best = max(itertools.combinations(clusters, 2), key=lambda pair: mean(likely, *pair))
        if mean(likely, *best) < rules["story"]: break
        clusters.remove(best[1]); best[0].extend(best[1])
    stories = [c for c in clusters if len(c) > 1]
    joins = []
    for lone in (c for c in clusters if len(c) == 1 and c[0] not in one["dated"] and stories):
        story = max(stories, key=lambda s: mean(alone, lone, s))
        if mean(alone, lone, story) >= rules["sidebar"] and mean(names, lone, story) >= rules["sidebar-names"]: joins.append((story, lone))
    for story, lone in joins: story.extend(lone)
    return {frozenset(p) for c in clusters for p in itertools.combinations(c, 2)}


def score(label, scored):
    """scored: [(set, weights)]."""
    rules = table("linkage.tsv")
    right = found = wanted = whole = 0
    for one, weights in scored:
        got = grouped(one, weights, rules)
        of = {p["id"]: p["happening"] for p in one["pieces"]}
        want = {frozenset(p) for p in itertools.combinations(of, 2) if of[p[0]] == of[p[1]]}
        print(one["name"], "right" if got == want else
              f"joined wrongly {sorted(map(sorted, got - want))}, missed {sorted(map(sorted, want - got))}")
        right += len(got & want); found += len(got); wanted += len(want); whole += got == want
    print(f"{label}: pairs P {right / max(1, found):.3f} R {right / max(1, wanted):.3f} "
          f"F1 {2 * right / max(1, found + wanted):.3f}; {whole} of {len(scored)} all right")


def cross(sets):
    for kind in (False, True):
        score("piles" if kind else "sets", [(s, fit([o for o in sets if o is not s])) for s in sets if s["pile"] == kind])


def read_sets(folder):
    return [{"name": n[:-4], "pile": False, "pieces": read_set(os.path.join(folder, n))} for n in sorted(os.listdir(folder)) if n.endswith(".txt")]


def main(mode, story_pairs, program, *piles):
    sets = read_sets(HELD if mode == "held" else SETS)
    sets += [{"name": os.path.basename(p.rstrip("/")), "pile": True, "pieces": read_pile(program, p)} for p in piles]
    for one in sets: one["pairs"], one["dated"] = pairs_of(story_pairs, one["pieces"])
    if mode == "cross": return cross(sets)
    if mode == "held":
        committed = table("article-model.tsv")
        weights = [committed[ROWS.get(name, name)] for name in FEATURES + ["intercept"]]
        return score("held out", [(s, weights) for s in sets])
    weights = fit(sets)
    print(f"intercept\t{weights[-1]:.2f}")
    for name, weight in zip(FEATURES, weights): print(f"{ROWS.get(name, name)}\t{weight:.2f}")


if __name__ == "__main__":
    if len(sys.argv) < 4 or sys.argv[1] not in ("cross", "learn", "held"): sys.exit(__doc__)
    main(*sys.argv[1:])
