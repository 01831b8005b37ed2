#!/usr/bin/env python3
"""How long a store takes to have its stories up to date again when a thousand headlines come to very many: made pieces (make_stream.py), written
as rows, since reading a million pages would take far longer than what is measured.

usage: store_growth.py PROGRAM [COUNT [LANGUAGES [PIECES.jsonl]]]      (1000000 de, and made pieces)

LANGUAGES: such as de,de,en,fr: pieces are said to be in these in turn, for a program with the part Meaning. The words stay what they are, so that far more pairs
than in real news are alike over the borders.

Prints processor time and time by the clock of the first grouping of all, and of the grouping after the last 1,000 of the stream came. Each time
the run of `depesche stories --limit 1` is measured, so with opening the store and printing one line. Checks that each piece has a story.
The search index is left empty. A million pieces need 2 GB of disk.
"""
import hashlib, json, os, pathlib, sqlite3, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).parent
ADDED = 1000


def timed(program, store):
    begin = time.monotonic()
    child = subprocess.Popen([program, "stories", "--store", store, "--limit", "1"], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{program} stories ended with status {child.returncode}")
    return used.ru_utime + used.ru_stime, time.monotonic() - begin


def add(store, lines, first_row, languages):
    database = sqlite3.connect(store)
    days = set()
    with database:
        for row, line in enumerate(lines, first_row):
            piece = json.loads(line)
            seen = piece["first_seen"]
            day = int(time.mktime(time.strptime(seen[:10], "%Y-%m-%d")) // 86400)
            days.add(day)
            digest = hashlib.sha256(piece["id"].encode()).hexdigest()
            database.execute("INSERT INTO pages VALUES(?, ?, 0, x'')", (row, digest))
            database.execute("INSERT INTO pieces(page, path, url, crawled, outlet, language, section, title, teaser, text, published, updated, day, authors, "
                             "agencies, people, marked, stream_day) VALUES(?, ?, ?, '', ?, ?, ?, ?, ?, '', ?, '', ?, '', '', '', 1, ?)",
                             (row, piece["id"], piece.get("url") or "", piece.get("outlet") or "", languages[row % len(languages)], piece.get("section") or "", piece["title"],
                              piece.get("teaser") or "", seen, seen[:10], day))
        database.executemany("INSERT OR IGNORE INTO changed_days VALUES(?)", [(day,) for day in days])
        database.execute("UPDATE counters SET value = value + 1 WHERE name = 'changes'")
    database.close()


def without_story(store):
    database = sqlite3.connect(store)
    missing = database.execute("SELECT count(*) FROM pieces LEFT JOIN story_pieces USING(page) WHERE story IS NULL").fetchone()[0]
    database.close()
    return missing


def main(program, count, languages, pieces):
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as folder:
        store, page = os.path.join(folder, "store.db"), os.path.join(folder, "page.txt")
        pathlib.Path(page).write_text("Bote\n\nEin Haus brennt\n\n1. Januar 2025\n\nIn Seltstadt hat am Mittwoch ein Haus gebrannt. Verletzt wurde niemand.\n")
        subprocess.run([program, "ingest", "--store", store, "--no-marks", page], check=True, stdout=subprocess.DEVNULL)
        if pieces:
            lines = sorted(pathlib.Path(pieces).read_text().splitlines(), key=lambda line: json.loads(line)["first_seen"])[:count + ADDED]
        else:
            made = subprocess.run([sys.executable, HERE / "make_stream.py", str(count + ADDED), "1"], stdout=subprocess.PIPE, check=True)
            lines = made.stdout.decode().splitlines()
        for name, some, first in (("all", lines[:count], 2), ("added", lines[count:], count + 2)):
            add(store, some, first, languages)
            processor, clock = timed(program, store)
            if without_story(store):
                sys.exit("some pieces have no story")
            print(f"{name}\t{len(some)}\t{processor:.2f} s\t{clock:.2f} s", flush=True)
        database = sqlite3.connect(store)
        for table in ("meanings", "language_pairs", "joined_stories"):
            print(f"{table}\t{database.execute(f'SELECT count(*) FROM {table}').fetchone()[0]} rows", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000, (sys.argv[3] if len(sys.argv) > 3 else "de").split(","),
         sys.argv[4] if len(sys.argv) > 4 else None)
