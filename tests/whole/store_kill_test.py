"""Nothing is lost: `ingest` is killed (SIGKILL) at random moments and goes on. What was reported as stored is there, nothing is there twice, the store
verifies, and in the end its stories are those of an undisturbed run.

20 kills, or as many as DEPESCHE_KILLS says (scripts/check-long: 200). The moments come from a seed.
"""
import random
import sqlite3
import time

from common import *

KILLS = int(os.environ.get("DEPESCHE_KILLS", "20"))
PAGES = max(300, 12 * KILLS)
PLACES = ["Seltstadt", "Karnburg", "Möwenoog", "Traunsee", "Quellheim", "Altmoor"]
THINGS = ["Brücke", "Schule", "Hafenhalle", "Bahnstrecke", "Kläranlage", "Markthalle", "Talsperre"]
WORDS = ("am Morgen der Stadt mehrere Anwohner hatten die Feuerwehr gerufen danach wurde die Straße gesperrt und erst am Abend wieder "
         "freigegeben verletzt wurde nach ersten Angaben niemand der Schaden ist hoch Fachleute prüfen nun die Ursache").split()


def page(chance, number):
    """A page of 2 to 5 KB, as a crawler stores it."""
    place, thing = chance.choice(PLACES), chance.choice(THINGS)
    day = 1 + number * 20 // PAGES
    body = "\n\n".join(f"In {place} " + " ".join(chance.choice(WORDS) for _ in range(60)) + f". Die {thing} bleibt zu." for _ in range(chance.randrange(4, 10)))
    return f"Bote für {place}\n\n{thing} in {place} nach Unfall {number} geschlossen\n\n{day:02}.03.2026, 10:15\n\n{body}\n"


class Kill(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.folder = self.held.name
        os.mkdir(os.path.join(self.folder, "pages"))
        chance = random.Random(5)
        for number in range(PAGES):
            write_text(os.path.join(self.folder, "pages", f"{number:05}.txt"), page(chance, number))

    def tearDown(self):
        self.held.cleanup()

    def ingest(self, store, source="pages"):
        return start("ingest", "--store", store, "--no-marks", "--json", source, cwd=self.folder, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, bufsize=0)

    def listed(self, store):
        return b"".join(run("list", "--store", store, *what, cwd=self.folder).stdout for what in (["--json"], ["pages", "--json"]))

    def whole_lines(self, text):
        """A killed program may leave half a line; that page was not reported."""
        return [json.loads(line) for line in text.split(b"\n")[:-1] if line]

    def test_killed_at_random_moments_and_gone_on(self):
        begin = time.monotonic()
        undisturbed = self.ingest("whole.db")
        undisturbed.communicate(timeout=300)
        self.assertEqual(undisturbed.returncode, 0)
        length = time.monotonic() - begin
        chance = random.Random(KILLS)
        reported = set()
        for kill in range(KILLS):
            process = self.ingest("killed.db")
            # Later and later, so that all parts of a run are met, the grouping at its end too.
            time.sleep(chance.random() * min(length, 0.02 + length * (kill + 1) / KILLS))
            process.kill()
            out, _ = process.communicate()
            reported.update(line["sha256"] for line in self.whole_lines(out) if line["state"] == "stored")
            if kill % 5 == 4 or kill == KILLS - 1:
                self.check(reported)
        process = self.ingest("killed.db")
        out, error = process.communicate(timeout=300)
        self.assertEqual(process.returncode, 0, error)
        reported.update(line["sha256"] for line in self.whole_lines(out) if line["state"] == "stored")
        self.check(reported)
        self.assertEqual(self.listed("killed.db"), self.listed("whole.db"))
        self.assertEqual(self.listed("killed.db").count(b'"path": '), PAGES)

    def test_an_interrupted_archive_goes_on_where_it_was(self):
        chance = random.Random(6)
        with open(os.path.join(self.folder, "crawl.warc"), "wb") as file:
            for number in range(PAGES):
                body = page(chance, number).encode()
                http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body
                file.write(f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bote.example/{number}\r\nWARC-Date: 2026-03-05T10:00:00Z\r\n"
                           f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\nContent-Type: application/http; msgtype=response\r\n"
                           f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n")
        process = self.ingest("killed.db", "crawl.warc")
        first = process.stdout.readline()  # the first batch is on the disk
        self.assertTrue(first)
        process.kill()
        before = {line["page"] for line in self.whole_lines(first + process.communicate()[0])}
        process = self.ingest("killed.db", "crawl.warc")
        out, error = process.communicate(timeout=300)
        self.assertEqual(process.returncode, 0, error)
        after = [line["page"] for line in self.whole_lines(out)]
        self.assertEqual(before & set(after), set())  # what was stored is not even read again
        self.check(set())
        process = self.ingest("whole.db", "crawl.warc")
        process.communicate(timeout=300)
        self.assertEqual(self.listed("killed.db"), self.listed("whole.db"))
        self.assertEqual(self.listed("killed.db").count(b'"path": '), PAGES)

    def check(self, reported):
        path = os.path.join(self.folder, "killed.db")
        if not os.path.exists(path) or os.path.getsize(path) == 0:
            self.assertEqual(reported, set())
            return
        connection = sqlite3.connect(path)
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        hashes = [row[0] for row in connection.execute("SELECT sha256 FROM pages")] if tables else []
        connection.close()
        self.assertEqual(len(hashes), len(set(hashes)))
        self.assertEqual(reported - set(hashes), set())
        if tables:
            done = run("verify", "--store", "killed.db", cwd=self.folder)
            self.assertEqual(done.returncode, 0, done.stderr)


main()
