#!/usr/bin/env python3
"""Learns the weights of the zone model (data/page/zone-weights.tsv) from pages whose gold is known in part.

usage: learn_zones.py --features PROGRAM --prior bench/zone_prior.tsv --out data/page/zone-weights.tsv [--pages FOLDER]
                      [--strings FOLDER] [--folds N] [--strength S] [--rounds N]

PROGRAM is build/*/bench/zone_features (build with -DDEPESCHE_BENCH=ON). FOLDER has pages/*.txt and gold/*.json as
score_pages.py reads them (title, standfirst, sections of crosshead and paragraphs, captions). Without --pages the prior
alone is written. --strings: a folder of *.txt pages and gold.json {page: {with: [..], without: [..], title}}, strings that the text
must and must not have (bench/html_to_text.py makes one); where it is given, weights are learnt from it alone and --pages is
only scored.

The gold says of a line that it is a headline, a standfirst, a paragraph, a crosshead, a caption, or none of them; what of the
other zones it is then stays open. So the likelihood is that of all paths through states that agree with the gold (a
conditional random field with hidden labels), weights start at the prior and are drawn back to it (Gaussian with the
prior as mean). With --folds the pages are split by outlet (the name before the first _) and the answers for each part, learnt
from the others, are scored; the weights written are learnt from all pages.
"""
import argparse, collections, glob, json, os, re, subprocess, sys
import numpy as np
import scipy.optimize

LOW = -1e4
TEXT = {"standfirst", "crosshead", "body", "keypoint"}
PARTS = ["before", "above", "opening", "head", "text", "behind"]


def may_follow(a, b):
    a, b = PARTS.index(a), PARTS.index(b)
    if b == 2: return a < 2
    if a == 2: return b > 2
    if b == 3: return a == 3
    return a <= b


class Space:
    """States and features, and the groups of parameters that a state's weight is the sum of: part, zone, state."""

    def __init__(self, states, features):
        self.states, self.features = states, features
        self.S = len(states)
        self.part = [s.split(":")[0] for s in states]
        self.zone = [s.split(":")[1] for s in states]
        self.allowed = np.array([[may_follow(a, b) for b in self.part] for a in self.part])
        self.fid = {f: i for i, f in enumerate(features)}
        self.cannot_begin = np.array([p in ("head", "behind") for p in self.part])

    def match(self, pattern):
        hits = np.zeros(self.S, bool)
        for one in pattern.split():
            p, z = one.split(":")
            for i in range(self.S):
                if p in ("*", self.part[i]) and z in ("*", self.zone[i]): hits[i] = True
        if not hits.any(): sys.exit(f"no state matches {pattern}")
        return hits


def read_prior(path, space):
    emit = np.zeros((len(space.features), space.S)); follow = np.zeros((space.S, space.S)); begin = np.zeros(space.S); end = np.zeros(space.S)
    for n, line in enumerate(open(path, encoding="utf8"), 1):
        if line.startswith("#") or not line.strip(): continue
        name, pattern, weight = line.rstrip("\n").split("\t"); weight = float(weight)
        if name == "follow":
            a, b = pattern.split(">")
            follow[np.ix_(space.match(a), space.match(b))] += weight
        elif name == "begin": begin[space.match(pattern)] += weight
        elif name == "end": end[space.match(pattern)] += weight
        elif name in space.fid: emit[space.fid[name], space.match(pattern)] += weight
        else: sys.exit(f"{path}:{n}: no feature {name}")
    return emit, follow, begin, end


def write(path, space, weights, note):
    emit, follow, begin, end = weights
    row = lambda v: "\t".join(str(int(round(100 * x))) for x in v)
    with open(path, "w", encoding="utf8") as f:
        f.write(f"# zone-weights: hundredths; one column a state: {' '.join(space.states)}\n# {note}\n")
        f.write("begin\t" + row(begin) + "\nend\t" + row(end) + "\n")
        for i, s in enumerate(space.states): f.write(f"follow:{s}\t" + row(np.where(space.allowed[i], follow[i], 0)) + "\n")
        for i, name in enumerate(space.features):
            if np.abs(emit[i]).max() >= 0.005: f.write(name + "\t" + row(emit[i]) + "\n")


def letters(s): return "".join(re.findall(r"\w+", (s or "").lower().replace("\xad", "")))


def gold_of(page, gold):
    """The zones that each line may have by the gold, as sets; None is anything but text."""
    exact, long_parts = {}, []
    def add(text, zone):
        n = letters(text)
        if n: exact.setdefault(n, zone); long_parts.append((n, zone))
    for s in gold["standfirst"]: add(s, "standfirst")
    for s in gold["sections"]:
        for c in s["crosshead"]: add(c, "crosshead")
        for p in s["paragraphs"]: add(p, "body")
    for c in gold["captions"]: add(c, "caption")
    title = letters(gold.get("title"))
    out = []
    for line in page["lines"]:
        n = letters(line["text"]); zone = exact.get(n)
        if zone is None and len(n) > 25:
            zone = next((z for p, z in long_parts if n in p or (p in n and 2 * len(p) > len(n))), None)
        if title and n == title: zone = "headline" if zone is None else zone
        out.append(zone)
    return out


# Zones that agree with the gold's: a site's template calls a list of points or a remark body, and says nothing of key points.
AGREE = {"headline": {"headline", "boilerplate"}, "standfirst": {"standfirst", "keypoint"}, "body": {"body", "standfirst", "keypoint"},
         "crosshead": {"crosshead", "body"}, "caption": {"caption", "credit"}}


def mask_of(labels, space, title_seen):
    rest = {z for z in space.zone} - TEXT - ({"headline"} if title_seen else set())
    rows = []
    for zone in labels:
        good = AGREE.get(zone, rest)
        rows.append(np.array([z in good for z in space.zone]))
    return np.array(rows)


def strings_mask(page, gold, space):
    """Lines with a wanted string are text or headline, lines with an unwanted one are neither; all others are open."""
    text = np.array([z in TEXT for z in space.zone]); head = np.array([z == "headline" for z in space.zone]); title = letters(gold.get("title"))
    wanted = [s for s in gold["with"] if len(s) > 12]; unwanted = [s for s in gold["without"] if len(s) > 5]; rows = []
    for line in page["lines"]:
        t = line["text"]; row = np.ones(space.S, bool)
        if title and letters(t) == title: row = ~text
        elif any(s in t for s in unwanted) and not any(s in t for s in wanted): row = ~(text | head)
        elif any(s in t for s in wanted): row = text | (head if len(t) < 150 else False)
        rows.append(row)
    return np.array(rows)


def score_strings(pages, answers, space):
    tp = fn = fp = tn = 0; title = []
    for page, states in zip(pages, answers):
        g = page["gold"]; text = "\n".join(l["text"] for l, s in zip(page["lines"], states) if space.zone[s] in TEXT)
        tp += sum(s in text for s in g["with"]); fn += sum(s not in text for s in g["with"])
        fp += sum(s in text for s in g["without"]); tn += sum(s not in text for s in g["without"])
        if g.get("title"): title.append(letters(next((l["text"] for l, s in zip(page["lines"], states) if space.zone[s] == "headline"), "")) == letters(g["title"]))
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return f"strings precision {p:.4f} recall {r:.4f} F1 {2*p*r/max(1e-9,p+r):.4f}  title {np.mean(title):.4f}"


def forward_backward(score, follow, begin, end):
    """Log of the sum over all paths, the share of each state at each line, the expected number of each pair of states in a row."""
    n, S = score.shape; top = score.max(1); e = np.exp(score - top[:, None]); t = np.exp(follow)
    alpha = np.empty((n, S)); beta = np.empty((n, S)); scale = np.empty(n)
    a = np.exp(begin) * e[0]
    for i in range(n):
        if i: a = (alpha[i - 1] @ t) * e[i]
        scale[i] = a.sum() or 1e-300; alpha[i] = a / scale[i]
    last = alpha[-1] @ np.exp(end); beta[-1] = np.exp(end) / last
    for i in range(n - 2, -1, -1): beta[i] = t @ (e[i + 1] * beta[i + 1]) / scale[i + 1]
    pairs = t * (alpha[:-1].T @ (e[1:] * beta[1:] / scale[1:, None])) if n > 1 else np.zeros((S, S))
    return np.log(scale).sum() + top.sum() + np.log(last), alpha * beta, pairs


def viterbi(score, follow, begin, end):
    n, S = score.shape; best = begin + score[0]; back = np.zeros((n, S), int)
    for i in range(1, n):
        m = best[:, None] + follow; back[i] = m.argmax(0); best = m.max(0) + score[i]
    s = int((best + end).argmax()); out = [s]
    for i in range(n - 1, 0, -1): s = back[i][s]; out.append(s)
    return out[::-1]


def learn(pages, space, prior, strength, rounds, note=""):
    emit, follow, begin, end = [x.copy() for x in prior]
    base_follow = np.where(space.allowed, 0, LOW); base_begin = np.where(space.cannot_begin, LOW, 0.0)
    zones = sorted(set(space.zone)); parts = PARTS
    Z = np.array([[z == y for y in zones] for z in space.zone], float); P = np.array([[p == y for y in parts] for p in space.part], float)
    # parameters: by zone, by part, by state; the state's own move least
    dz = np.zeros((len(space.features), len(zones))); dp = np.zeros((len(space.features), len(parts))); ds = np.zeros_like(emit)
    dfz = np.zeros((len(zones), len(zones))); dfs = np.zeros_like(follow)
    theta = [dz, dp, ds, dfz, dfs]; cost = [1.0, 1.0, 3.0, 1.0, 3.0]
    shapes = [t.shape for t in theta]; sizes = np.cumsum([0] + [t.size for t in theta])
    pull = strength * np.concatenate([np.full(t.size, c) for t, c in zip(theta, cost)])

    def unpack(x): return [x[sizes[k]:sizes[k + 1]].reshape(shapes[k]) for k in range(5)]

    def weights(x):
        dz, dp, ds, dfz, dfs = unpack(x)
        return emit + dz @ Z.T + dp @ P.T + ds, follow + Z @ dfz @ Z.T + dfs

    def loss(x):
        E, F = weights(x); F = F + base_follow
        gE = np.zeros_like(E); gF = np.zeros_like(F); total = 0
        for page in pages:
            lines = np.array([E[f].sum(0) for f in page["f"]])
            z, u, p = forward_backward(lines, F, begin + base_begin, end)
            zc, uc, pc = forward_backward(lines + np.where(page["mask"], 0, -60.0), F, begin + base_begin, end)
            total += zc - z; d = uc - u
            for i, f in enumerate(page["f"]): gE[f] += d[i]
            gF += pc - p
        g = np.concatenate([m.ravel() for m in (gE @ Z, gE @ P, gE, Z.T @ gF @ Z, gF)])
        return -total + 0.5 * (pull * x * x).sum(), pull * x - g

    best = scipy.optimize.minimize(loss, np.zeros(sizes[-1]), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    print(f"{note}loss {best.fun:.1f} after {best.nit} rounds", file=sys.stderr)
    E, F = weights(best.x)
    return E, F, begin, end


def judge(page, space, weights):
    emit, follow, begin, end = weights
    score = np.array([emit[f].sum(0) for f in page["f"]])
    return viterbi(score, follow + np.where(space.allowed, 0, LOW), begin + np.where(space.cannot_begin, LOW, 0.0), end)


def words(text): return re.findall(r"\w+", (text or "").lower())


def shingles(text):
    w = words(text)
    return collections.Counter(tuple(w[i:i + 4]) for i in range(max(1, len(w) - 3))) if w else collections.Counter()


def score(pages, answers, space, verbose=False):
    P, R, title = [], [], []
    for page, states in zip(pages, answers):
        g = page["gold"]; parts = list(g["standfirst"])
        for s in g["sections"]: parts += s["crosshead"] + s["paragraphs"]
        want = shingles("\n".join(parts)); have = shingles("\n".join(l["text"] for l, s in zip(page["lines"], states) if space.zone[s] in TEXT))
        hit = sum((want & have).values()); P.append(hit / max(1, sum(have.values()))); R.append(hit / max(1, sum(want.values())))
        if g.get("title"):
            head = next((l["text"] for l, s in zip(page["lines"], states) if space.zone[s] == "headline"), "")
            title.append(letters(head) == letters(g["title"]))
        if verbose: print(f"  {page['page']:60} P {P[-1]:.3f} R {R[-1]:.3f} title {title[-1] if g.get('title') else '-'}")
    p, r = np.mean(P), np.mean(R)
    return f"text precision {p:.4f} recall {r:.4f} F1 {2*p*r/(p+r):.4f}  title {np.mean(title):.4f}"


def main():
    a = argparse.ArgumentParser(); a.add_argument("--features", required=True); a.add_argument("--prior", required=True); a.add_argument("--out")
    a.add_argument("--pages"); a.add_argument("--strings"); a.add_argument("--most-lines", type=int, default=500); a.add_argument("--folds", type=int, default=0); a.add_argument("--strength", type=float, default=2.0)
    a.add_argument("--rounds", type=int, default=60); a.add_argument("--verbose", action="store_true"); o = a.parse_args()
    def load(paths):
        printed = subprocess.run([o.features, *paths], capture_output=True, text=True, check=True).stdout.splitlines()
        head = json.loads(printed[0]); space = Space(head["states"], head["features"]); pages = [json.loads(line) for line in printed[1:]]
        for page in pages:
            page["page"] = os.path.basename(page["page"]); page["f"] = [[space.fid[f] for f in line["features"]] for line in page["lines"]]
        return space, [p for p in pages if 3 <= len(p["lines"]) <= o.most_lines]

    space, pages = load(sorted(glob.glob(os.path.join(o.pages, "pages", "*.txt"))) if o.pages else []); prior = read_prior(o.prior, space)
    for page in pages:
        page["gold"] = json.load(open(os.path.join(o.pages, "gold", page["page"][:-4] + ".json"), encoding="utf8"))
        labels = gold_of(page, page["gold"]); page["mask"] = mask_of(labels, space, "headline" in labels)
    if pages: print("prior       ", score(pages, [judge(p, space, prior) for p in pages], space, o.verbose), flush=True)
    learnt_from = pages
    if o.strings:
        gold = json.load(open(os.path.join(o.strings, "gold.json"), encoding="utf8"))
        _, others = load(sorted(p for p in glob.glob(os.path.join(o.strings, "*.txt")) if os.path.basename(p) in gold))
        for page in others: page["gold"] = gold[page["page"]]; page["mask"] = strings_mask(page, page["gold"], space)
        print("prior       ", score_strings(others, [judge(p, space, prior) for p in others], space), f"on {len(others)} pages", flush=True)
        learnt_from = others
    outlet = lambda page: page["page"].split("_")[0] if not o.strings else re.split(r"[.\-_]", page["page"])[0]
    if o.folds:
        outlets = sorted({outlet(p) for p in learnt_from}); answers = {}
        for k in range(o.folds):
            held = set(outlets[k::o.folds]); w = learn([p for p in learnt_from if outlet(p) not in held], space, prior, o.strength, o.rounds, f"fold {k} ")
            for p in learnt_from:
                if outlet(p) in held: answers[p["page"]] = judge(p, space, w)
        print("held out    ", (score_strings if o.strings else score)(learnt_from, [answers[p["page"]] for p in learnt_from], space), flush=True)
    weights = prior; note = "The prior of bench/zone_prior.tsv alone."
    if learnt_from and o.rounds:
        weights = learn(learnt_from, space, prior, o.strength, o.rounds)
        if o.strings: print("learnt on all", score_strings(learnt_from, [judge(p, space, weights) for p in learnt_from], space))
        if pages: print("not learnt from" if o.strings else "learnt on all", score(pages, [judge(p, space, weights) for p in pages], space, o.verbose))
        note = f"Learnt by bench/learn_zones.py from {len(learnt_from)} pages, strength {o.strength}, {o.rounds} rounds."
    if o.out: write(o.out, space, weights, note)


if __name__ == "__main__":
    main()
