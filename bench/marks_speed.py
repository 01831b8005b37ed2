#!/usr/bin/env python3
"""How fast `depesche marks` is, one core, process included: each kind for itself and all together; whether time grows with the text.

usage: marks_speed.py DEPESCHE TEXTS.jsonl

TEXTS.jsonl   lines {"id", "text", "published"?}; they are repeated until there are about 8 MB, and joined to one text of 0.25, 0.5 and 1 MB.

Prints for each kind the megabytes of text per second of processor time (output included), the largest memory of the process, and the seconds for one
text of each length, whose ratio stays near 2 where time is linear. Before anything is timed, each kind for itself must be what it is among all kinds.
"""
import json
import os
import platform
import subprocess
import sys
import tempfile

KINDS = ("quotes", "times", "names", "figures")
MEGABYTES = 8


def measured(program, path, *options):
    """Output, processor seconds and largest memory in megabytes of one run."""
    with open(path + ".out", "wb") as out:
        process = subprocess.Popen([program, "marks", path, "--threads", "1", *options], stdout=out)
        _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{program} marks failed")
    with open(path + ".out", encoding="utf-8") as out:
        return out.read(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def write(path, texts):
    with open(path, "w", encoding="utf-8") as file:
        for text in texts:
            file.write(json.dumps(text, ensure_ascii=False) + "\n")
    return sum(len(t["text"].encode()) for t in texts) / 1e6


def check(program, path):
    full = [json.loads(line) for line in measured(program, path)[0].splitlines()]
    for kind in KINDS:
        for line, whole in zip(measured(program, path, "--only", kind)[0].splitlines(), full, strict=True):
            alone = json.loads(line)[kind]
            expected = [{**q, "entity": None} for q in whole[kind]] if kind == "quotes" else whole[kind]
            if alone != expected:
                sys.exit(f"{kind} alone differs from {kind} among all in text {whole['id']}")


def main(program, source):
    texts = [json.loads(line) for line in open(source, encoding="utf-8")]
    size = sum(len(t["text"].encode()) for t in texts) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "texts.jsonl")
        write(path, texts[:50])
        check(program, path)
        print(f"{platform.processor() or platform.machine()}, {platform.platform()}; {program}")
        megabytes = write(path, [{**t, "id": f"{t['id']}-{i}"} for i in range(max(1, round(MEGABYTES / size))) for t in texts])
        print(f"{'kind':8} {'MB/s':>7} {'memory':>8}   seconds for one text of 0.25, 0.5, 1 MB, without start")
        long_text = "".join(t["text"] + "\n" for t in texts) * max(1, round(1.2 / size))
        empty = os.path.join(folder, "empty.jsonl")
        write(empty, [{"id": "e", "text": "Es regnet."}])
        for kind in (*KINDS, "all"):
            options = () if kind == "all" else ("--only", kind)
            _, seconds, memory = measured(program, path, *options)
            start = min(measured(program, empty, *options)[1] for _ in range(3))
            long = []
            for length in (250_000, 500_000, 1_000_000):
                one = os.path.join(folder, "one.jsonl")
                write(one, [{"id": "x", "text": long_text.encode()[:length].decode("utf-8", "ignore")}])
                long.append(min(measured(program, one, *options)[1] for _ in range(2)) - start)
            print(f"{kind:8} {megabytes / seconds:7.1f} {memory:6.0f} MB   " + "  ".join(f"{s:.3f}" for s in long))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
