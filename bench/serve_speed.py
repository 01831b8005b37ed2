#!/usr/bin/env python3
"""How fast `depesche serve` answers over a large store: made pieces (make_stream.py) with 2,500 characters of text each, written as rows, since reading
100,000 pages would take far longer than what is measured.

usage: serve_speed.py PROGRAM [COUNT]      (100000)

Prints the time to start (stories found, list made), the time of first pages of each order alone, and with wrk (Debian's package) requests a second
and the 99th percentile for 50 and for 500 connections, for a page of stories, a brief and the status, and for a page of stories of a small store while
`ingest` writes 2,000 pages to it. Checks each answer before it is timed. The search index is left empty. 100,000 pieces need 500 MB of disk.
"""
import json, os, pathlib, re, sqlite3, statistics, subprocess, sys, tempfile, time, urllib.request

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from store_growth import add

WORDS = "Rathaus Brücke Sitzung Verkehr Gericht Bahnhof Schule Straße Anwohner Stadtrat Kosten Antrag Umbau Fahrplan".split()


def fill(program, store, count):
    page = store + ".txt"
    pathlib.Path(page).write_text("Bote für Seltstadt\n\nEin Haus brennt in Seltstadt\n\nVon Rita Kolb\n\n1. Januar 2025, 10:15 Uhr\n\nIn Seltstadt hat am Mittwoch ein Haus gebrannt. "
                                  "Verletzt wurde niemand, sagte Bürgermeisterin Marlene Gröger am Vormittag vor dem Rathaus.\n")
    subprocess.run([program, "ingest", "--store", store, page], check=True, stdout=subprocess.DEVNULL)
    made = subprocess.run([sys.executable, HERE / "make_stream.py", str(count), "1"], stdout=subprocess.PIPE, check=True)
    add(store, made.stdout.decode().splitlines(), 2)
    database = sqlite3.connect(store)
    text = " ".join(WORDS[i * i % len(WORDS)] for i in range(340))
    with database:
        database.execute("UPDATE pieces SET text = ? || page WHERE page > 1", (text,))
        database.execute("UPDATE pages SET (size, packed) = (SELECT size, packed FROM pages WHERE id = 1) WHERE id > 1")
    database.close()


def ask(address, path):
    with urllib.request.urlopen(address + path) as answer:
        return json.loads(answer.read())


def alone(address, path, check):
    times = []
    for _ in range(50):
        begin = time.perf_counter()
        answer = ask(address, path)
        times.append((time.perf_counter() - begin) * 1000)
        if not check(answer):
            sys.exit(f"{path}: a wrong answer")
    return f"median {statistics.median(times):.1f} ms, slowest of 50 {max(times):.1f} ms"


def crowd(address, path, connections):
    out = subprocess.run(["wrk", "-t1", f"-c{connections}", "-d10s", "--latency", address + path], stdout=subprocess.PIPE, check=True).stdout.decode()
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)[1]
    slow = re.search(r"99%\s+(\S+)", out)[1]
    bad = re.search(r"Socket errors:.*|Non-2xx.*", out)
    return f"{float(rate):.0f} requests/s, p99 {slow}" + (f"; {bad[0]}" if bad else "")


def beside_ingest(program, folder):
    store, pages = os.path.join(folder, "small.db"), os.path.join(folder, "pages")
    os.mkdir(pages)
    for number in range(2000):
        title = f"Fall {number}: {WORDS[number % len(WORDS)]} in Seltstadt"
        pathlib.Path(pages, f"{number}.txt").write_text(f"Bote für Seltstadt\n\n{title}\n\nVon Rita Kolb\n\n{1 + number % 28}. März 2026, 10:{number % 60:02} Uhr\n\n{title}. "
                                                        f"Das sagte Bürgermeisterin Marlene Gröger. „Wir haben in Fall {number} gehandelt“, sagte sie.\n")
    subprocess.run([program, "ingest", "--store", store, os.path.join(pages, "0.txt")], check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([program, "serve", "--store", store, "--port", "0"], stdout=subprocess.PIPE)
    address = re.search(r"http://[^/]*", server.stdout.readline().decode())[0]
    ingest = subprocess.Popen([program, "ingest", "--store", store, pages], stdout=subprocess.DEVNULL)
    print(f"/api/v1/stories, 500 connections while ingest writes\t{crowd(address, '/api/v1/stories', 500)}", flush=True)
    if ingest.wait() != 0:
        sys.exit("ingest failed")
    until = time.monotonic() + 60
    while ask(address, "/api/v1/status")["pages"] != 2000:
        if time.monotonic() > until:
            sys.exit("some pages are missing")
        time.sleep(0.2)
    server.terminate()
    server.wait()


def main(program, count):
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "store.db")
        fill(program, store, count)
        for name in ("start, all stories to be found", "start again"):
            begin = time.monotonic()
            server = subprocess.Popen([program, "serve", "--store", store, "--port", "0"], stdout=subprocess.PIPE)
            address = re.search(r"http://[^/]*", server.stdout.readline().decode())[0]
            print(f"{name}\t{time.monotonic() - begin:.2f} s", flush=True)
            if name == "start again":
                break
            server.terminate()
            server.wait()
        status = ask(address, "/api/v1/status")
        if status["pages"] != count + 1:
            sys.exit("some pages are missing")
        print(f"pages {status['pages']}, stories {status['stories']}")
        full = lambda answer: len(answer["stories"]) == 50
        for path in ("/api/v1/stories", "/api/v1/stories?sort=reports", "/api/v1/stories?sort=origins", "/api/v1/stories?outlet=blatt%203", f"/api/v1/stories?since={status['last']}"):
            print(f"{path}\t{alone(address, path, full if '?outlet' not in path and 'since' not in path else lambda answer: True)}", flush=True)
        first = ask(address, "/api/v1/search?q=haus")["hits"][0]["page"]
        for path in ("/api/v1/status", "/api/v1/stories", f"/api/v1/stories/{first}", "/"):
            for connections in (50, 500):
                print(f"{path.replace(first, '{id}')}, {connections} connections\t{crowd(address, path, connections)}", flush=True)
        server.terminate()
        server.wait()
        beside_ingest(program, folder)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
