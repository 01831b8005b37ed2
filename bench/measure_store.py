#!/usr/bin/env python3
"""Makes pages and measures what a store costs: ingest of text pages of 8 KB and of HTML pages of 300 KB with marks off and on, ingest once more, adding
a few pages to many, search, list and verify. Checks each result before it prints a time.

Usage: bench/measure_store.py PROGRAM [PAGES] [HTML_PAGES] [MARKED_PAGES]     (2000, 200 and 200)
"""
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time

SYLLABLES = "ber gen stadt wald hof ung tal mar lin kor sel tun vel rau brü fen da mo ne ta ri gel sto wer".split()


COMMON = ("der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind "
          "noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sagte teilte Stadt Montag Polizei Menschen").split()


def vocabulary(chance, count):
    words = {"".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 5))) for _ in range(count)}
    return sorted(words)


class Pages:
    """Made-up news: words drawn as in real text (Zipf), 40 outlets, 30 days."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.words = COMMON + vocabulary(self.chance, 30000)
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]

    def sentences(self, size):
        text = []
        length = 0
        for word in self.chance.choices(self.words, self.weights, k=size // 5 + 20):
            text.append(word if text and not text[-1].endswith(".") else word.capitalize())
            length += len(word) + 1
            if self.chance.random() < 0.07:
                text[-1] += "."
            if length >= size:
                break
        return " ".join(text) + "."

    def head(self, number):
        title = self.sentences(50).rstrip(".")
        return f"Bote {number % 40}", title, f"{1 + number % 30:02}.06.2025, {number % 24:02}:15"

    def text(self, number):
        outlet, title, date = self.head(number)
        body = "\n\n".join(self.sentences(600) for _ in range(13))
        return f"{outlet}\n\n{title}\n\n{date}\n\n{body}\n"

    def html(self, number):
        outlet, title, date = self.head(number)
        body = "".join(f"<p>{self.sentences(600)}</p>\n" for _ in range(10))
        teasers = "".join(f'<div class="teaser teaser--{i}" data-id="{self.chance.getrandbits(64):x}"><a href="/artikel/{self.chance.getrandbits(48):x}">'
                          f'<h3>{self.sentences(40)}</h3></a></div>\n' for i in range(250))
        script = "".join(f'window.data.push({{"k": "{self.chance.getrandbits(96):x}", "v": {self.chance.getrandbits(30)}}});\n' for _ in range(3600))
        return (f"<!doctype html><html><head><title>{title} - {outlet}</title></head><body><nav>{teasers}</nav><article><h1>{title}</h1><time>{date}</time>\n"
                f"{body}</article><script>{script}</script></body></html>\n")


def run(*arguments):
    """What it printed, seconds by the clock, and seconds of processor time (which other work on the machine does not change)."""
    begin = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout, (time.monotonic() - begin, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def say(what, count, seconds, extra=""):
    clock, processor = seconds
    print(f"| {what} | {count} | {clock:.2f} s | {processor:.2f} s | {count / processor:.0f} |{extra}", flush=True)


def write(folder, name, count, make):
    path = os.path.join(folder, name)
    os.mkdir(path)
    size = 0
    for number in range(count):
        text = make(number)
        size += len(text.encode())
        with open(os.path.join(path, f"{number:06}.page"), "w", encoding="utf-8") as file:
            file.write(text)
    return path, size // max(count, 1)


def ingest(program, store, path, count, *arguments):
    out, seconds = run(program, "ingest", "--store", store, path, *arguments)
    assert f"{count} pages stored, 0 were known" in out, out
    return seconds


def main():
    program = os.path.abspath(sys.argv[1])
    counts = [int(value) for value in sys.argv[2:]] + [2000, 200, 200][len(sys.argv) - 2:]
    pages = Pages(11)
    print(f"{subprocess.run([program, '--version'], capture_output=True, text=True).stdout.strip()}, {platform.processor() or platform.machine()}, {os.cpu_count()} cores")
    print("| what | how many | by the clock | processor time | a second of one core |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as folder:
        store = os.path.join(folder, "text.db")
        text, text_size = write(folder, "text", counts[0], pages.text)
        html, html_size = write(folder, "html", counts[1], pages.html)
        marked, _ = write(folder, "marked", counts[2], pages.text)
        more, _ = write(folder, "more", 100, lambda number: pages.text(29))  # of the newest day
        say(f"text pages of {text_size} bytes, no marks, not grouped", counts[0], ingest(program, store, text, counts[0], "--no-marks", "--no-stories"),
            f" store {os.path.getsize(store) / counts[0] / text_size:.2f} of the pages |")
        say(f"HTML pages of {html_size} bytes, no marks, not grouped", counts[1],
            ingest(program, os.path.join(folder, "html.db"), html, counts[1], "--no-marks", "--no-stories"),
            f" store {os.path.getsize(os.path.join(folder, 'html.db')) / counts[1] / html_size:.2f} of the pages |")
        say("text pages with marks, not grouped", counts[2], ingest(program, os.path.join(folder, "marked.db"), marked, counts[2], "--no-stories"))
        out, seconds = run(program, "stories", "--store", store)
        assert len(out.splitlines()) == counts[0]
        say("stories of all of them found", counts[0], seconds)
        out, seconds = run(program, "ingest", "--store", store, text, "--no-marks")
        assert f"0 pages stored, {counts[0]} were known" in out, out
        say("the same pages again", counts[0], seconds)
        say("100 pages more, grouped", 100, ingest(program, store, more, 100, "--no-marks"))
        word = pages.words[len(pages.words) // 2]
        out, seconds = run(program, "search", "--store", store, "--json", word)
        assert all(hit["text"] in json.loads(line)["text"] for line in out.splitlines() for hit in json.loads(line)["hits"])
        say("a search", 1, seconds)
        out, seconds = run(program, "list", "--store", store)
        say("list, stories", len(out.splitlines()) // 2, seconds)
        out, seconds = run(program, "verify", "--store", store)
        assert ", 0 failed" in out
        say("verify, pages", counts[0] + 100, seconds)


main()
