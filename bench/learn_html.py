#!/usr/bin/env python3
"""Learns the trees that say which lines of an HTML page are the article's own text (data/page/html-text.tsv), or measures them.

usage: learn_html.py cross HTML_FEATURES MIXED MIXED_GOLD.json SITES SITES_GOLD [--folds N]    figures for pages of hosts not learnt from
       learn_html.py learn HTML_FEATURES MIXED MIXED_GOLD.json SITES SITES_GOLD OUT.tsv

HTML_FEATURES is build/*/bench/html_features (build with -DDEPESCHE_BENCH=ON). MIXED and SITES are folders of *.html; MIXED_GOLD is
{page.gz: {with, without}}, SITES_GOLD a folder of *.json, both as score_pages.py reads them. Needs numpy and lightgbm.

Where the gold is strings, a line with a wanted string is text, one with an unwanted string is none; lines of the same shape on the same
page (same elements and names) follow them with less weight when these agree. Where it is paragraphs, every line is known. Folds are by
host. The figures are the whole way from page to text, not the trees' alone.
"""
import collections, glob, json, os, re, subprocess, sys, tempfile
import lightgbm, numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import score_pages

SHAPE = ["same_signature", "signature_letters", "signature_mean"]  # together as good as the signature itself
PARAMETERS = dict(objective="binary", learning_rate=0.1, num_leaves=20, min_data_in_leaf=30, feature_fraction=0.5, bagging_fraction=0.8,
                  bagging_freq=1, lambda_l2=5, verbose=-1, num_threads=1, seed=7, deterministic=True, force_row_wise=True)
ROUNDS = int(os.environ.get("ROUNDS", "120"))


def host_of(name): return re.sub(r"^www\.", "", name).split(".")[0].split("_")[0].split("-")[0]


def load(program, folder):
    pages = sorted(glob.glob(os.path.join(folder, "*.html")))
    with tempfile.NamedTemporaryFile() as rows:
        printed = subprocess.run([program, "rows", rows.name, *pages], stdout=subprocess.PIPE, check=True).stdout.decode("utf8").splitlines()
        values = np.fromfile(rows.name, dtype=np.float32)
    names = json.loads(printed[0])["features"]; values = values.reshape(-1, len(names)); out = []; at = 0
    for line in printed[1:]:
        page = json.loads(line); n = len(page["lines"]); page["path"] = page["page"]; page["page"] = os.path.basename(page["page"])
        page["rows"] = values[at:at + n]; at += n; out.append(page)
    return names, out


def label_by_strings(page, gold, names):
    """1, 0 or nothing a line, with its weight."""
    n = len(page["lines"]); label = np.full(n, -1); weight = np.zeros(n)
    for s in gold["with"]:
        hits = [i for i, text in enumerate(page["lines"]) if s in text]
        for i in hits: label[i] = 1; weight[i] = max(weight[i], 1 / len(hits))
    for s in gold["without"]:
        hits = [i for i, text in enumerate(page["lines"]) if s in text]
        for i in hits:
            if label[i] == 1: label[i] = -1; weight[i] = 0
            else: label[i] = 0; weight[i] = max(weight[i], 1 / len(hits) ** 0.5)
    shape = [tuple(row) for row in page["rows"][:, [names.index(s) for s in SHAPE]]]
    known = collections.defaultdict(set)
    for i in range(n):
        if label[i] >= 0: known[shape[i]].add(int(label[i]))
    alike = collections.Counter(shape)
    for i in range(n):
        if label[i] < 0 and len(known[shape[i]]) == 1: label[i] = next(iter(known[shape[i]])); weight[i] = 0.15 / alike[shape[i]] ** 0.5
    return label, weight


def label_by_paragraphs(page, gold):
    parts = list(gold["standfirst"])
    for s in gold["sections"]: parts += s["crosshead"] + s["paragraphs"]
    want = score_pages.shingles("\n".join(parts)); exact = {" ".join(score_pages.words(p)) for p in parts}
    n = len(page["lines"]); label = np.full(n, -1); weight = np.zeros(n)
    for i, text in enumerate(page["lines"]):
        words = score_pages.words(text)
        if not words: continue
        own = score_pages.shingles(text); share = sum((own & want).values()) / max(1, sum(own.values()))
        if " ".join(words) in exact or (len(words) >= 4 and share > 0.6): label[i] = 1
        elif len(words) < 4 or share < 0.3: label[i] = 0
        weight[i] = min(1.0, 0.1 + len(words) / 40)
    return label, weight * 0.5


def learn(pages, names):
    X = np.concatenate([p["rows"] for p in pages]); y = np.concatenate([p["label"] for p in pages]); w = np.concatenate([p["weight"] for p in pages])
    keep = (y >= 0) & (w > 0)
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(X[keep], y[keep], weight=w[keep], feature_name=names), ROUNDS)


def write(model, path):
    with open(path, "w", encoding="utf8") as out:
        out.write("# Made by bench/learn_html.py. tree; split, feature, threshold, node when at most it, node when above, mean; leaf, log odds.\n")
        described = model.dump_model(); names = described["feature_names"]
        for tree in described["tree_info"]:
            rows = []
            def walk(node):
                at = len(rows); rows.append(None)
                if "leaf_value" in node: rows[at] = f"leaf\t{node['leaf_value']:.5g}"; return at
                left = walk(node["left_child"]); right = walk(node["right_child"])
                rows[at] = f"split\t{names[node['split_feature']]}\t{node['threshold']:.6g}\t{left}\t{right}\t{node['internal_value']:.5g}"
                return at
            walk(tree["tree_structure"]); out.write("tree\n" + "\n".join(rows) + "\n")


def read(program, trees, pages):
    out = {}
    for at in range(0, len(pages), 400):
        printed = subprocess.run([program, "read", trees, *[p["path"] for p in pages[at:at + 400]]], stdout=subprocess.PIPE, check=True).stdout
        for line in printed.decode("utf8").splitlines():
            answer = json.loads(line); out[os.path.basename(answer["page"])] = answer["text"]
    return out


def language_of(text):
    german = len(re.findall(r"\b(?:der|die|und|nicht|ein|mit|von)\b", text)); english = len(re.findall(r"\b(?:the|and|of|to|with|is)\b", text))
    return "de" if german > english and german > 20 else "en" if english > 20 else "other"


def score_strings(pages, gold, text):
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for p in pages:
        g = gold[p["page"] + ".gz"]; t = text.get(p["page"], "")
        tp = sum(s in t for s in g["with"]); fp = sum(s in t for s in g["without"])
        for key in ("all", language_of(" ".join(p["lines"]))):
            counts[key][0] += tp; counts[key][1] += fp; counts[key][2] += len(g["with"])
    for key in sorted(counts):
        tp, fp, want = counts[key]; P, R = tp / (tp + fp), tp / want
        print(f"  strings {key:6} precision {P:.4f} recall {R:.4f} F1 {2 * P * R / (P + R):.4f}")


def score_paragraphs(pages, gold, text):
    P, R = [], []
    for p in pages:
        g = gold[p["page"]]; parts = list(g["standfirst"])
        for s in g["sections"]: parts += s["crosshead"] + s["paragraphs"]
        want, have = score_pages.shingles("\n".join(parts)), score_pages.shingles(text.get(p["page"], "")); hit = sum((want & have).values())
        P.append(hit / max(1, sum(have.values()))); R.append(hit / max(1, sum(want.values())))
        if os.environ.get("VERBOSE"): print(f"    {p['page']:40} {P[-1]:.3f} {R[-1]:.3f}")
    p, r = np.mean(P), np.mean(R)
    print(f"  text precision {p:.4f} recall {r:.4f} F1 {2 * p * r / (p + r):.4f}")


def main():
    if len(sys.argv) < 7: sys.exit(__doc__)
    mode, program, mixed_folder, mixed_gold, sites_folder, sites_gold = sys.argv[1:7]
    strings = json.load(open(mixed_gold, encoding="utf8"))
    names, mixed = load(program, mixed_folder); _, sites = load(program, sites_folder)
    mixed = [p for p in mixed if p["page"] + ".gz" in strings]
    paragraphs = {}
    for path in glob.glob(os.path.join(sites_gold, "*.json")):
        g = json.load(open(path, encoding="utf8")); paragraphs[re.sub(r"\.gz$", "", g["page"])] = g
    sites = [p for p in sites if p["page"] in paragraphs]
    for p in mixed: p["label"], p["weight"] = label_by_strings(p, strings[p["page"] + ".gz"], names)
    for p in sites: p["label"], p["weight"] = label_by_paragraphs(p, paragraphs[p["page"]])
    pages = mixed + sites
    print(len(mixed), "and", len(sites), "pages;", sum((p["label"] == 1).sum() for p in pages), "lines of text,", sum((p["label"] == 0).sum() for p in pages), "of none")
    if mode == "learn":
        model = learn(pages, names); write(model, sys.argv[7])
        ranked = sorted(zip(model.feature_importance("gain"), names), reverse=True)[:25]
        print("by gain:", ", ".join(f"{n} {g:.0f}" for g, n in ranked))
        text = read(program, sys.argv[7], pages); print("learnt on all")
    else:
        folds = int(sys.argv[sys.argv.index("--folds") + 1]) if "--folds" in sys.argv else 5
        hosts = sorted({host_of(p["page"]) for p in pages}); text = {}
        for k in range(folds):
            held = set(hosts[k::folds]); model = learn([p for p in pages if host_of(p["page"]) not in held], names)
            trees = os.path.join(tempfile.gettempdir(), f"html-text-{os.getpid()}.tsv"); write(model, trees)
            text.update(read(program, trees, [p for p in pages if host_of(p["page"]) in held])); os.remove(trees)
        print("hosts not learnt from")
        if os.environ.get("KEEP"): json.dump(text, open(os.environ["KEEP"], "w"))
    score_strings(mixed, strings, text); score_paragraphs(sites, paragraphs, text)


if __name__ == "__main__":
    main()
