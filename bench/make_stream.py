#!/usr/bin/env python3
"""Make a stream of headlines to measure growth with: seeded, in invented words.

usage: make_stream.py COUNT SEED > PIECES.jsonl          prints also the story of each piece, as `gold`

3,000 pieces a day from 40 outlets. Stories have 1 to 40 pieces (most have 1 to 4) that come within two days of the first; every tenth story
belongs to an affair with up to 30 stories that share its names. A headline has two to four of its story's own words, one of its
affair's and three to five everyday ones (by Zipf's law); every fourth piece has a teaser, every fifth piece is a copy of an earlier headline.
"""
import json
import random
import sys
import time

SYLLABLES = [a + b for a in "bdfghklmnprstvwz" for b in ("a", "e", "i", "o", "u", "au", "ei", "en", "er", "al", "os")]
PIECES_A_DAY = 3000
START = 1735689600  # 1 January 2025, UTC


def word(rng, syllables, capital=True):
    text = "".join(rng.choice(SYLLABLES) for _ in range(syllables))
    return text.capitalize() if capital else text


class Stream:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.everyday = [word(self.rng, self.rng.randint(2, 4), self.rng.random() < 0.5) for _ in range(8000)]
        self.outlets = [word(self.rng, 3).lower() + ".example" for _ in range(40)]
        self.affairs = []

    def common(self, count):
        # Zipf's law by inversion: the rank's logarithm is even.
        return [self.everyday[min(int(8000 ** self.rng.random()), 7999)] for _ in range(count)]

    def story(self):
        rng = self.rng
        if rng.random() < 0.003 or not self.affairs:
            self.affairs = (self.affairs + [[word(rng, 3) for _ in range(3)]])[-5:]
        affair = rng.choice(self.affairs) if rng.random() < 0.1 else [word(rng, 3)]
        own = [word(rng, rng.randint(2, 4)) for _ in range(4)]
        size = min(40, int(rng.paretovariate(1.1)))
        return affair, own, size

    def headline(self, affair, own):
        rng = self.rng
        words = rng.sample(own, rng.randint(2, 4)) + [rng.choice(affair)] + self.common(rng.randint(3, 5))
        rng.shuffle(words)
        return " ".join(words)


def day_text(second):
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(second))


def main(count, seed):
    stream = Stream(seed)
    rng = stream.rng
    made = story_number = 0
    while made < count:
        affair, own, size = stream.story()
        first = START + int(made / PIECES_A_DAY * 86400)
        titles = []
        for _ in range(min(size, count - made)):
            title = rng.choice(titles) if titles and rng.random() < 0.2 else stream.headline(affair, own)
            titles.append(title)
            outlet = rng.choice(stream.outlets)
            second = first + int(rng.expovariate(1 / 20000)) if len(titles) > 1 else first
            piece = dict(id=f"made-{made:07d}", url=f"https://{outlet}/news/{'-'.join(title.lower().split())}-{made}", outlet=outlet, section="news",
                         first_seen=day_text(min(second, first + 2 * 86400)), title=title,
                         teaser=stream.headline(affair, own) + " " + " ".join(stream.common(8)) if rng.random() < 0.25 else None, gold=f"s{story_number}")
            print(json.dumps(piece))
            made += 1
        story_number += 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]))
