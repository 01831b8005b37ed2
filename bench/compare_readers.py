#!/usr/bin/env python3
"""Runs Depesche and the programs a user would pick instead on the same folder of HTML pages, in one run, and prints a table of ratios.

usage: compare_readers.py [--pages FOLDER] [--passes 20] [--program PATH] [--python PATH] [PEER...]

PEERs are those of bench/page_peers.py; by default resiliparse, trafilatura-fast, trafilatura, newspaper4k, readability, justext. --python is the
interpreter that has them; those that are not installed are named and left out. Without --pages, ../shared/data/html-de/pages is read, and where
that is not there, 60 pages of bench/make_pages.py. Before anything is timed it is seen that Depesche gives a line for every page, with text.

Times are processor time on one core. Depesche is timed as a user runs it, process, unpacking and printing included (`depesche read FOLDER
--threads 1`), PASSES times over; the others by their reading calls alone, without starting Python and unpacking, once.
"""
import argparse, glob, gzip, json, os, platform, re, resource, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ["resiliparse", "trafilatura-fast", "trafilatura", "newspaper4k", "readability", "justext"]


def pages_in(folder):
    return sorted(glob.glob(os.path.join(folder, "*.html")) + glob.glob(os.path.join(folder, "*.html.gz")))


def unpacked_size(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        return len(file.read())


def check(program, paths, folder):
    done = subprocess.run([program, "read", *paths, "--threads", "1"], capture_output=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    if len(rows) != len(paths):
        sys.exit(f"{len(rows)} lines for {len(paths)} pages: {done.stderr.decode()[:400]}")
    empty = [row["page"] for row in rows if not row["text"]]
    if len(empty) * 20 > len(rows):
        sys.exit(f"{len(empty)} of {len(rows)} pages without text, such as {empty[0]}")
    expected = os.path.join(folder, "expected.jsonl")
    if os.path.exists(expected):
        texts = {os.path.basename(row["page"]): row["text"] for row in rows}
        want = [json.loads(line) for line in open(expected, encoding="utf8")]
        right = sum(w["first"] in texts[w["page"]] and w["last"] in texts[w["page"]] for w in want)
        print(f"first and last paragraph found on {right} of {len(want)} made pages")
        if right * 10 < len(want) * 9:
            sys.exit("that is too few for times to mean anything")


def cpu_of(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def build_type(program):
    cache = os.path.join(os.path.dirname(program), "CMakeCache.txt")
    found = re.search(r"CMAKE_BUILD_TYPE:\w+=(\w+)", open(cache).read()) if os.path.exists(cache) else None
    return found[1] if found else "unknown build type"


def compiler(program):
    data = open(program, "rb").read()
    found = re.search(rb"GCC: \([^)]*\) [\d.]+|clang version [\d.]+", data)
    return found[0].decode() if found else "unknown compiler"


def processor():
    with open("/proc/cpuinfo") as info:
        return next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())


def run(arguments, folder, work):
    paths = pages_in(folder)
    if not paths:
        sys.exit(f"{folder} has no pages")
    megabytes = sum(map(unpacked_size, paths)) / 1e6
    check(arguments.program, paths, folder)
    print(f"{len(paths)} pages, {megabytes:.1f} MB unpacked, {arguments.passes} passes; {compiler(arguments.program)}, {build_type(arguments.program)}; {processor()}")
    rows = []
    spent = sum(cpu_of([arguments.program, "read", *paths, "--threads", "1"]) for _ in range(arguments.passes)) / arguments.passes
    rows.append(("depesche read", megabytes / spent, len(paths) / spent))
    for peer in arguments.peers or PEERS:
        done = subprocess.run([arguments.python, os.path.join(HERE, "page_peers.py"), peer, folder, os.path.join(work, "out.jsonl")], capture_output=True, text=True)
        figures = re.search(r"([\d.]+) pages/s +([\d.]+) MB/s", done.stdout)
        if figures:
            rows.append((peer, float(figures[2]), float(figures[1])))
        else:
            print(f"{peer} left out: {(done.stderr.strip().splitlines() or ['no figures'])[-1]}")
    print("| program | MB/s | pages/s | depesche is so many times as fast |\n| --- | --- | --- | --- |")
    for name, speed, pages in rows:
        print(f"| {name} | {speed:.2f} | {pages:.1f} | {rows[0][1] / speed:.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers", nargs="*")
    parser.add_argument("--pages")
    parser.add_argument("--passes", type=int, default=20)
    parser.add_argument("--program", default=os.path.join(HERE, "..", "build", "release", "depesche"))
    parser.add_argument("--python", default=sys.executable)
    arguments = parser.parse_args()
    shared = os.path.join(HERE, "..", "..", "shared", "data", "html-de", "pages")
    with tempfile.TemporaryDirectory() as work:
        folder = arguments.pages or (shared if os.path.isdir(shared) else "")
        if not folder:
            folder = os.path.join(work, "pages")
            subprocess.run([sys.executable, os.path.join(HERE, "make_pages.py"), "60", "7", folder], check=True)
        run(arguments, folder, work)


main()
