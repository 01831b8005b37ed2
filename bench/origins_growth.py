#!/usr/bin/env python3
"""How the time and memory of `depesche origins` grow with the pile: made piles (make_pile.py), each ten times the one before.

usage: origins_growth.py PROGRAM [COUNT...]      (10000 100000 1000000)

Prints a line a pile: articles, text in MB, processor time, time by the clock, largest memory, and the exponent of growth of the processor
time against the pile before. Ends with status 1 when 100,000 articles take more than 60 s by the clock, when an exponent is above 1.15, or
when an article takes more than 4 KB beyond its text. The longest pile needs 2.7 GB of disk and 6 GB of memory.
"""
import math, os, pathlib, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).parent


def run(program, pile):
    begin = time.monotonic()
    child = subprocess.Popen([program, "origins", pile], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{program} ended with status {child.returncode}")
    return used.ru_utime + used.ru_stime, time.monotonic() - begin, used.ru_maxrss * 1024


def main(program, counts):
    before, good = None, True
    for count in counts:
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as pile:
            subprocess.run([sys.executable, HERE / "make_pile.py", str(count), "1"], stdout=pile, check=True)
            text = os.path.getsize(pile.name)
            processor, clock, memory = run(program, pile.name)
        beyond = (memory - text) / count
        exponent = math.log(processor / before[1]) / math.log(count / before[0]) if before else None
        before = (count, processor)
        print(f"{count}\t{text / 1e6:.0f} MB\t{processor:.1f} s\t{clock:.1f} s\t{memory / 1e6:.0f} MB\t{beyond / 1e3:.1f} KB an article"
              + (f"\tn^{exponent:.2f}" if exponent else ""), flush=True)
        too_slow = count == 100_000 and clock > 60
        good = good and not too_slow and (count < 100_000 or beyond <= 4096) and (exponent is None or exponent <= 1.15)
    return 0 if good else 1


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], [int(count) for count in sys.argv[2:]] or [10_000, 100_000, 1_000_000]))
