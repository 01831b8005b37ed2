#!/usr/bin/env python3
"""Makes HTML pages as newspapers have them, to time page reading on where no measuring set is at hand: all text is made up.

usage: make_pages.py COUNT SEED FOLDER

Each page has a head with styles, scripts and JSON-LD, a menu, an article of 6 to 30 paragraphs with crossheads and captions, teasers of
other pieces, comments and a footer; about 150 KB, of which the article is some 4 KB, as on real pages. Text is of made-up words that are
as frequent as words are in a language. FOLDER/expected.jsonl names each page's title and first and last paragraph, so that a benchmark can
see that pages were read before it times that. The same COUNT and SEED give the same bytes.
"""
import html, itertools, json, os, random, sys

SYLLABLES = [a + b for a in "b d f g h k l m n r s t w br st kl sch".split() for b in "a e i o u ei au en er ä ü".split()]


class Writer:
    def __init__(self, rng):
        self.rng = rng
        self.words = sorted({"".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(20000)})
        rng.shuffle(self.words)
        self.weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def some(self, count):
        return [w.capitalize() if self.rng.random() < .35 else w for w in self.rng.choices(self.words, cum_weights=self.weights, k=count)]

    def headline(self):
        words = self.some(self.rng.randint(5, 9))
        return " ".join([words[0].capitalize()] + words[1:])

    def sentence(self):
        words = self.some(self.rng.randint(6, 22))
        return " ".join([words[0].capitalize()] + words[1:]) + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.rng.randint(2, 5)))


def teaser(writer, number):
    return (f'<li class="teaser teaser--{number % 4}" data-id="{number}"><a href="/stuecke/{number}" class="teaser__link"><img src="/bilder/{number}.jpg" '
            f'alt="" loading="lazy" width="320" height="180"><span class="teaser__kicker">{writer.some(1)[0]}</span>'
            f'<h3 class="teaser__title">{writer.headline()}</h3><p class="teaser__text">{writer.sentence()}</p></a></li>\n')


def page(writer, number):
    rng = writer.rng
    title = writer.headline()
    date = f"2031-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T{rng.randint(6, 22):02}:{rng.randint(0, 59):02}:00+01:00"
    author = " ".join(w.capitalize() for w in writer.rng.choices(writer.words, k=2))
    paragraphs = [writer.paragraph() for _ in range(rng.randint(6, 30))]
    body = ""
    for at, text in enumerate(paragraphs):
        if at % 6 == 3:
            body += f'<h2 class="crosshead">{writer.headline()}</h2>\n'
        if at % 9 == 4:
            body += f'<figure><img src="/bilder/{number}-{at}.jpg" alt=""><figcaption>{writer.sentence()} <span class="credit">Foto: {writer.some(1)[0]}</span></figcaption></figure>\n'
        body += f'<p class="text">{text}</p>\n'
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": date, "author": {"@type": "Person", "name": author}}, ensure_ascii=False)
    script = "".join(f'window.module{n}=function(a,b){{return a<b?"{writer.some(1)[0]}":a+{rng.randint(1, 999)}}};' for n in range(rng.randint(300, 900)))
    style = "".join(f".c{n}{{margin:{n % 17}px;color:#{rng.randrange(1 << 24):06x}}}" for n in range(rng.randint(200, 600)))
    menu = "".join(f'<li><a href="/thema/{n}">{word.capitalize()}</a></li>' for n, word in enumerate(writer.some(60)))
    comments = "".join(f'<div class="comment"><span class="comment__name">{writer.some(1)[0]}</span><p>{writer.sentence()}</p><button>Antworten</button></div>' for _ in range(rng.randint(0, 30)))
    teasers = "".join(teaser(writer, rng.randrange(10**6)) for _ in range(rng.randint(40, 90)))
    text = (f'<!DOCTYPE html>\n<html lang="de"><head><meta charset="utf-8"><title>{html.escape(title)} | Probeblatt</title>\n<style>{style}</style>'
            f'<script type="application/ld+json">{data}</script><script>{script}</script></head>\n<body><header><nav><ul>{menu}</ul></nav></header>\n'
            f'<main><article><h1>{title}</h1><p class="lead">{writer.sentence()}</p><div class="byline">Von {author}</div><time datetime="{date}">{date[8:10]}.{date[5:7]}.{date[:4]}</time>\n'
            f'{body}</article><section class="comments">{comments}</section><aside><ul>{teasers}</ul></aside></main>\n'
            f'<footer><ul>{menu}</ul><p>Impressum Datenschutz</p></footer><script>{script[:20000]}</script></body></html>\n')
    return text, {"page": f"{number:05}.html", "title": title, "first": paragraphs[0], "last": paragraphs[-1]}


def main(count, seed, folder):
    os.makedirs(folder, exist_ok=True)
    writer = Writer(random.Random(seed))
    with open(os.path.join(folder, "expected.jsonl"), "w", encoding="utf8") as expected:
        for number in range(count):
            text, row = page(writer, number)
            with open(os.path.join(folder, row["page"]), "w", encoding="utf8") as out:
                out.write(text)
            expected.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
