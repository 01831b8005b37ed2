"""The store as a user meets it: ingest, list, verify --store; what goes wrong is told and leaves the old data untouched."""
import csv
import hashlib
import io
import pwd
import resource
import shutil
import signal
import sqlite3

from common import *


def digest(path):
    return hashlib.sha256(read_bytes(path)).hexdigest()


class Store(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.folder = self.held.name
        os.chmod(self.folder, 0o755)
        shutil.copytree(EXAMPLES, os.path.join(self.folder, "pages"))
        self.store = os.path.join(self.folder, "news.db")

    def tearDown(self):
        self.held.cleanup()

    def run_good(self, *arguments):
        done = run(*arguments, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def ingest(self, *paths, store="news.db"):
        return self.run_good("ingest", "--store", store, "--no-marks", "--meta", os.path.join(SOURCE, "examples", "pages.csv"), *(paths or ["pages"]))

    def test_ingest_list_and_verify(self):
        self.assertIn("8 pages stored", self.ingest())
        stories = [json.loads(line) for line in self.run_good("list", "--store", "news.db", "--json").splitlines()]
        # Few pages are a pile: the stories that `brief` finds in them.
        joined = os.environ.get("DEPESCHE_MEANING") == "ON"  # the English report then is in the German story
        self.assertEqual(sorted(s["reports"] for s in stories), [2, 2, 4] if joined else [1, 2, 2, 3])
        pages = [json.loads(line) for line in self.run_good("list", "--store", "news.db", "--json", "pages").splitlines()]
        self.assertEqual({p["sha256"] for p in pages}, {digest(os.path.join(self.folder, "pages", n)) for n in os.listdir(os.path.join(self.folder, "pages"))})
        self.assertIn("8 pages", self.run_good("verify", "--store", "news.db"))

    def test_verify_needs_no_file_but_the_store(self):
        self.ingest()
        shutil.rmtree(os.path.join(self.folder, "pages"))
        self.assertIn(", 0 failed", self.run_good("verify", "--store", "news.db"))

    def test_a_second_run_adds_nothing(self):
        self.ingest()
        before = self.run_good("list", "--store", "news.db", "pages") + self.run_good("list", "--store", "news.db")
        self.assertIn("0 pages stored, 8 were known", self.ingest())
        self.assertEqual(before, self.run_good("list", "--store", "news.db", "pages") + self.run_good("list", "--store", "news.db"))

    def test_two_stores_with_the_same_pages_list_the_same_bytes(self):
        self.ingest()
        names = sorted(os.listdir(os.path.join(self.folder, "pages")), reverse=True)
        for at in range(0, len(names), 3):
            self.ingest(*(os.path.join("pages", name) for name in names[at:at + 3]), store="other.db")
        for what in ([], ["pages"], ["--json"], ["pages", "--json"]):
            self.assertEqual(self.run_good("list", "--store", "news.db", *what), self.run_good("list", "--store", "other.db", *what))

    def test_each_page_is_reported_once_it_is_stored(self):
        lines = [json.loads(line) for line in self.run_good("ingest", "--store", "news.db", "--no-marks", "--json", "pages").splitlines()]
        self.assertEqual(len(lines), 8)
        for line in lines:
            self.assertEqual(line["state"], "stored")
            self.assertEqual(line["sha256"], digest(os.path.join(self.folder, line["page"])))

    def test_filters(self):
        self.ingest()
        def listed(*arguments):
            return [json.loads(line) for line in self.run_good("list", "--store", "news.db", "--json", *arguments).splitlines()]
        self.assertEqual([p["language"] for p in listed("pages", "--language", "en")], ["en"])
        self.assertEqual({p["outlet"] for p in listed("pages", "--outlet", "SALZACHER anzeiger")}, {"Salzacher Anzeiger"})
        self.assertEqual(len(listed("--limit", "2")), 2)
        for page in listed("pages", "--since", "2026-03-01", "--until", "2026-03-14"):
            self.assertTrue(page["published"] is None or "2026-03-01" <= page["published"][:10] <= "2026-03-14", page)

    def stories(self):
        return [json.loads(line) for line in self.run_good("list", "--store", "news.db", "--json").splitlines()]

    def rows(self, *what):
        return list(csv.DictReader(io.StringIO(self.run_good("export", "--store", "news.db", "--format", "csv", *what), newline="")))

    def test_brief_from_the_store_verifies_against_the_store_alone(self):
        self.ingest()
        shutil.rmtree(os.path.join(self.folder, "pages"))
        self.run_good("brief", "--store", "news.db", "--quiet", "--json", "brief.json")
        brief = json.loads(read_text(os.path.join(self.folder, "brief.json")))
        self.assertEqual(sorted(s["id"] for s in brief["stories"]), sorted(s["story"] for s in self.stories()))
        self.assertIn(", 0 failed", self.run_good("verify", "brief.json", "--store", "news.db"))
        largest = max(self.stories(), key=lambda s: s["reports"])
        one = self.run_good("brief", "--store", "news.db", largest["story"][:8], "--lang", "en")
        self.assertIn(largest["headline"], one)
        self.assertEqual(run("brief", "--store", "news.db", "00000000", cwd=self.folder).returncode, 1)

    def test_a_story_in_the_store_is_briefed_as_its_pages_are(self):
        self.ingest()
        self.run_good("brief", "--store", "news.db", "--quiet", "--json", "store.json")
        self.run_good("brief", "pages", "--meta", os.path.join(SOURCE, "examples", "pages.csv"), "--quiet", "--json", "pages.json")
        parts = []
        for name in ("store.json", "pages.json"):
            stories = json.loads(read_text(os.path.join(self.folder, name)))["stories"]
            largest = max(stories, key=lambda story: len(story["reports"]))
            parts.append({k: largest[k] for k in ("reports", "keypoints", "quotes", "origins", "copies", "differences")})
        self.assertGreaterEqual(len(parts[0].pop("reports")), 3)
        self.assertGreaterEqual(len(parts[1].pop("reports")), 3)
        self.assertEqual(parts[0], parts[1])

    def test_stories_of_the_store(self):
        self.ingest()
        rows = [line.split("\t") for line in self.run_good("stories", "--store", "news.db").splitlines()]
        self.assertEqual(len(rows), 8)
        self.assertEqual({row[1][:12] for row in rows}, {s["story"] for s in self.stories()})

    def test_search(self):
        self.ingest()
        found = self.run_good("search", "--store", "news.db", "hornkogel", "gondeln")
        self.assertIn(" [Gondeln] ", found)  # blanks beside the marks stay
        for line in self.run_good("search", "--store", "news.db", "--json", "seil*").splitlines():
            hit = json.loads(line)
            data = read_bytes(os.path.join(self.folder, hit["path"]))
            for place in hit["hits"]:
                self.assertEqual(data[place["begin"]:place["end"]].decode(), place["text"])
        self.assertIn("Nothing", self.run_good("search", "--store", "news.db", "nilpferd"))
        self.assertEqual(run("search", "--store", "news.db", "from:2026", cwd=self.folder).returncode, 2)

    def test_export(self):
        self.ingest()
        pieces = self.rows()
        self.assertEqual(len(pieces), 8)
        lines = self.run_good("export", "--store", "news.db")
        self.assertEqual([json.loads(line)["id"] for line in lines.splitlines()], [p["id"] for p in pieces])
        done = run("stories", "-", stdin=lines.encode())
        self.assertEqual(len(done.stdout.splitlines()), 8)
        data = {p["id"]: read_bytes(os.path.join(self.folder, p["path"])) for p in pieces}
        for table, least in (("quotes", 5), ("origins", 5), ("copies", 5), ("differences", 1)):
            rows = self.rows(table)
            self.assertGreaterEqual(len(rows), least, table)
            for row in rows:
                if "begin" in row and row["text"].isascii() and "\n" not in row["text"]:
                    self.assertEqual(data[row["page"]][int(row["begin"]):int(row["end"])].decode("utf-8", "replace"), row["text"])

    def test_export_of_one_outlet_has_rows_of_its_pages_alone(self):
        self.ingest()
        outlet = {p["id"]: p["outlet"] for p in self.rows()}
        for table in ("quotes", "origins", "copies"):
            rows = self.rows(table, "--outlet", "nordlicht zeitung")
            self.assertEqual({outlet[row["page"]] for row in rows}, {"Nordlicht Zeitung"}, table)
            self.assertEqual(rows, [row for row in self.rows(table) if outlet[row["page"]] == "Nordlicht Zeitung"])
        values = {row["page"] for row in self.rows("differences", "--outlet", "nordlicht zeitung")}
        self.assertGreater(len(values), 1)  # a difference is one by what the others say

    def test_explain_speaks_of_pieces_of_the_store(self):
        self.ingest()
        largest = max(self.stories(), key=lambda s: s["reports"])["story"]
        inside = [p["id"] for p in self.rows() if p["story"] == largest]
        outside = next(p["id"] for p in self.rows() if p["story"] != largest)
        self.assertIn("One story", self.run_good("stories", "--store", "news.db", "--explain", inside[0][:12], inside[1][:12]))
        self.assertIn("Two stories", self.run_good("stories", "--store", "news.db", "--explain", inside[0][:12], outside))
        self.run_good("correct", "--store", "news.db", "move", inside[0][:12], "alone")
        told = self.run_good("stories", "--store", "news.db", "--explain", inside[0][:12], inside[1][:12])
        self.assertIn("Two stories", told)
        self.assertIn("correction by hand", told)
        for wrong in ([inside[0], inside[0]], ["zzzz", inside[0]]):
            self.assertEqual(run("stories", "--store", "news.db", "--explain", *wrong, cwd=self.folder).returncode, 2)

    def test_values_of_options_that_are_none_are_refused(self):
        self.ingest()
        for command in (["list"], ["list", "pages"], ["stories"], ["export"], ["export", "quotes"], ["search", "seil"], ["brief"]):
            for option in (["--limit", "-1"], ["--limit", "9" * 30], ["--limit", "viele"], ["--since", "2026-02-30"], ["--until", "2026-13-01"], ["--since", "14.03.2026"],
                           ["--language", "de-AT"]):
                done = run(command[0], "--store", "news.db", *command[1:], *option, cwd=self.folder)
                self.assertEqual((done.returncode, done.stdout), (2, b""), (command, option))
                self.assertIn(b"Example: depesche " + command[0].encode(), done.stderr)
        self.assertEqual(self.run_good("list", "--store", "news.db", "pages", "--language", "DE"), self.run_good("list", "--store", "news.db", "pages", "--language", "de"))

    @unittest.skipUnless(os.path.exists("/dev/full"), "this system has no /dev/full")
    def test_output_that_does_not_fit_on_the_disk_is_no_success(self):
        self.ingest()
        for command in (["list"], ["list", "pages", "--json"], ["stories"], ["export"], ["export", "quotes"], ["search", "seil"], ["show", self.stories()[0]["story"]],
                        ["brief"], ["brief", "--json", "-"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, command[0], "--store", "news.db", *command[1:]], cwd=self.folder, stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 1, command)
            self.assertIn(b"No space left", done.stderr)

    def test_corrections_are_shown_listed_and_undone(self):
        self.ingest()
        before = self.run_good("list", "--store", "news.db")
        one, other = [s["story"] for s in self.stories()][:2]
        self.run_good("correct", "--store", "news.db", "join", one, other)
        self.assertEqual(len(self.stories()), len(before.splitlines()) // 2 - 1)
        self.assertIn("join", self.run_good("correct", "--store", "news.db", "list"))
        self.assertEqual([s["corrected"] for s in self.stories()].count(True), 1)
        self.assertIn("corrected by hand", self.run_good("list", "--store", "news.db"))
        self.assertIn("true", {p["corrected"] for p in self.rows()})
        self.assertIn("corrected: join", self.run_good("show", "--store", "news.db", one))
        self.ingest()
        self.assertEqual(len(self.stories()), len(before.splitlines()) // 2 - 1)
        self.run_good("correct", "--store", "news.db", "undo", "1")
        self.assertEqual(self.run_good("list", "--store", "news.db"), before)

    def test_a_corrected_speaker_is_in_brief_and_export(self):
        self.ingest()
        quote = next(q for q in self.rows("quotes") if q["type"] == "direct")
        self.run_good("correct", "--store", "news.db", "speaker", quote["page"][:12], quote["begin"] + "-" + quote["end"], "Hedwig Traunstein")
        self.assertIn(("Hedwig Traunstein", "true"), {(q["speaker"], q["corrected"]) for q in self.rows("quotes")})
        shown = self.run_good("brief", "--store", "news.db", quote["story"], "--lang", "en")
        self.assertIn("corrected by hand", shown)
        self.run_good("correct", "--store", "news.db", "no-quote", quote["page"][:12], quote["begin"] + "-" + quote["end"])
        self.assertNotIn((quote["page"], quote["begin"]), {(q["page"], q["begin"]) for q in self.rows("quotes")})

    def test_corrections_of_nothing_are_refused(self):
        self.ingest()
        page = self.rows()[0]["id"]
        for words, status in ((["speaker", page[:12], "1-2", "Niemand"], 1), (["no-quote", page[:12], "9"], 2), (["join", page[:12]], 2), (["undo", "7"], 1),
                              (["speaker", page[:12], "1-99999999", "Niemand"], 1), (["move", page[:12], page[:12]], 2),
                              (["join", page[:12], "zzzz"], 2), (["rename", "x"], 2)):
            done = run("correct", "--store", "news.db", *words, cwd=self.folder)
            self.assertEqual(done.returncode, status, (words, done.stderr))
        self.assertEqual(self.run_good("correct", "--store", "news.db", "list"), "")

    def test_forget(self):
        self.ingest()
        page = self.rows()[0]
        self.run_good("forget", "--store", "news.db", page["id"][:12])
        self.assertNotIn(page["id"], {p["id"] for p in self.rows()})
        self.assertIn(", 0 failed", self.run_good("verify", "--store", "news.db"))
        self.assertIn("0 pages stored, 7 were known", self.ingest())
        self.assertIn("1 page stored", self.ingest("pages", "--again"))
        for name, word in (("https://nirgends.example/", b"no page"), (page["id"][:11], b"at least 12 digits")):
            done = run("forget", "--store", "news.db", name, cwd=self.folder)
            self.assertEqual(done.returncode, 1)
            self.assertIn(word, done.stderr)

    def as_nobody(self, *arguments):
        """Root may write everywhere: such tests run as somebody else."""
        if os.getuid() != 0:
            return run(*arguments, cwd=self.folder)
        nobody = pwd.getpwnam("nobody")
        program = os.path.join(self.folder, "program")
        if not os.path.exists(program):
            shutil.copy(PROGRAM, program)
        os.chmod(program, 0o755)
        return subprocess.run([program, *arguments], cwd=self.folder, capture_output=True, user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[])

    def test_a_store_that_may_only_be_read(self):
        self.ingest()
        listed = self.run_good("list", "--store", "news.db")
        before = read_bytes(self.store)
        os.chmod(self.store, 0o444)
        done = self.as_nobody("ingest", "--store", "news.db", "pages")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"no right", done.stderr)
        for command in (["list"], ["verify"]):
            done = self.as_nobody(*command, "--store", "news.db")
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.as_nobody("list", "--store", "news.db").stdout.decode(), listed)
        self.assertEqual(read_bytes(self.store), before)

    def test_a_disk_that_runs_full_costs_nothing_that_was_stored(self):
        self.ingest()
        listed = self.run_good("list", "--store", "news.db")
        size = os.path.getsize(self.store) + 40_000

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        os.mkdir(os.path.join(self.folder, "more"))
        for number in range(300):
            write_text(os.path.join(self.folder, "more", f"{number}.txt"), f"Bote\n\nBrand in Halle {number}\n\n01.03.2026\n\n" + f"Es brannte {number} Stunden lang. " * 200)
        done = subprocess.run([PROGRAM, "ingest", "--store", "news.db", "--no-marks", "more"], cwd=self.folder, capture_output=True, preexec_fn=limit)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"news.db", done.stderr)
        self.assertIn(", 0 failed", self.run_good("verify", "--store", "news.db"))
        for line in listed.splitlines()[::2]:
            self.assertIn(line, self.run_good("list", "--store", "news.db"))
        self.assertIn("were known", self.ingest("more"))
        self.assertIn(", 0 failed", self.run_good("verify", "--store", "news.db"))

    def refused(self, path, word, status=1):
        before = read_bytes(path) if os.path.exists(path) else None
        for arguments in (["list", "--store", path], ["verify", "--store", path], ["ingest", "--store", path, "pages"]):
            done = run(*arguments, cwd=self.folder)
            self.assertEqual(done.returncode, status, done.stderr)
            self.assertIn(word, done.stderr.decode())
            self.assertEqual(done.stdout, b"")
        self.assertEqual(read_bytes(path) if os.path.exists(path) else None, before)

    def test_files_that_are_no_store(self):
        path = os.path.join(self.folder, "page.txt")
        write_text(path, "Das ist keine Datenbank.\n" * 100)
        self.refused(path, "no SQLite file")
        other = os.path.join(self.folder, "other.db")
        with sqlite3.connect(other) as connection:
            connection.execute("CREATE TABLE songs(title)")
        self.refused(other, "another program")

    def test_a_store_cut_in_half(self):
        self.ingest()
        os.truncate(self.store, os.path.getsize(self.store) // 2)
        self.refused(self.store, "cut off")

    def test_a_store_with_a_damaged_middle_is_told_by_verify(self):
        self.ingest()
        data = bytearray(read_bytes(self.store))
        for at in range(len(data) // 3, len(data) // 3 + 20000):
            data[at] ^= 0x5A
        with open(self.store, "wb") as file:
            file.write(data)
        done = run("verify", "--store", "news.db", cwd=self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"news.db", done.stderr)

    def test_a_store_of_a_newer_version(self):
        self.ingest()
        with sqlite3.connect(self.store) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        self.refused(self.store, "newer")

    def test_a_store_that_is_not_there(self):
        for command in (["list"], ["verify"]):
            done = run(*command, "--store", "away.db", cwd=self.folder)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"no such store", done.stderr)
        done = run("ingest", "--store", "no/such/folder/news.db", "pages", cwd=self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"folder", done.stderr)

    def test_two_writers_at_once_lose_nothing(self):
        names = sorted(os.listdir(os.path.join(self.folder, "pages")))
        runs = [start("ingest", "--store", "news.db", "--no-marks", "--meta", os.path.join(SOURCE, "examples", "pages.csv"), *(os.path.join("pages", n) for n in names[at::2]), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for at in (0, 1)]
        for process in runs:
            _, error = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, error)
        self.assertIn("8 pages", self.run_good("verify", "--store", "news.db"))
        self.ingest(store="other.db")
        self.assertEqual(self.run_good("list", "--store", "news.db"), self.run_good("list", "--store", "other.db"))


main()
