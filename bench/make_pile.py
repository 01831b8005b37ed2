#!/usr/bin/env python3
"""Makes a large pile of articles to time `depesche origins` on: new text for each article, copies in the shares of make_reuse.py.

usage: make_pile.py COUNT SEED > articles.jsonl

The text is of made-up words that are as frequent as words are in a language (Zipf), in sentences of 6 to 22 words and paragraphs of
3 to 5 sentences, about 2,500 characters an article. Of 100 articles 46 are taken from one of the 200 before it: whole, cut, with sentences dropped or
moved, with every ninth word another, with a paragraph of their own, or one sentence alone; some twice removed, some from two.
Every seventh article ends in one of 40 standing endings. Times rise by a minute or so; every fourteenth article has none.
The same COUNT and SEED give the same bytes.
"""
import itertools, json, random, sys

SYLLABLES = [a + b for a in "b d f g h k l m n r s t w br st kl sch".split() for b in "a e i o u ei au en er".split()]


def make_words(rng, count):
    words = set()
    while len(words) < count:
        words.add("".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))))
    out = sorted(words)
    rng.shuffle(out)
    return [w.capitalize() if rng.random() < .35 else w for w in out]


def main(count, seed):
    rng = random.Random(seed)
    words = make_words(rng, 40000)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    outlets = [f"Blatt {n}" for n in range(60)]

    def sentences(number):
        lengths = [rng.randint(6, 22) for _ in range(number)]
        flat = iter(rng.choices(words, cum_weights=weights, k=sum(lengths)))
        return [(lambda s: s[0].upper() + s[1:] + ".")(" ".join(itertools.islice(flat, n))) for n in lengths]

    def reword(sentence):
        parts = sentence.split(" ")
        for at in range(rng.randint(0, 8), len(parts) - 1, 9):
            parts[at] = rng.choices(words, cum_weights=weights)[0]
        return " ".join(parts)

    endings = [" ".join(sentences(3)) for _ in range(40)]
    recent, minutes = [], 0
    for number in range(count):
        text = None
        if recent and rng.random() < .46:
            source = rng.choice(recent)
            kind = rng.choices("whole cut drop move reword mixed merged one".split(), [14, 16, 12, 9, 17, 14, 8, 10])[0]
            if kind == "whole":
                text = source
            elif kind == "cut":
                text = source[:rng.randint(len(source) // 3 + 1, len(source) + 1)]
            elif kind == "drop":
                text = [s for s in source if rng.random() < .65] or source
            elif kind == "move":
                text = source[1:2] + source[:1] + source[2:]
            elif kind == "reword":
                text = [reword(s) for s in source]
            elif kind == "mixed":
                text = source[:len(source) // 2 + 1] + sentences(6)
            elif kind == "merged":
                text = source[:len(source) // 2 + 1] + rng.choice(recent)[:8]
            else:
                text = sentences(8) + [rng.choice(source)] + sentences(8)
        if text is None:
            text = sentences(rng.randint(16, 24))
        recent = (recent + [text])[-200:]
        body, at = [], 0
        while at < len(text):
            size = rng.randint(3, 5)
            body.append(" ".join(text[at:at + size]))
            at += size
        if number % 7 == 0:
            body.append(rng.choice(endings))
        minutes += rng.randint(0, 2)
        day, clock = divmod(minutes, 1440)
        time = f"{2000 + day // 336:04}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}T{clock // 60:02}:{clock % 60:02}+00:00"
        row = dict(id=f"p{number:07}", outlet=rng.choice(outlets), published=None if number % 14 == 5 else time, title=text[0][:60], text="\n\n".join(body))
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]))
