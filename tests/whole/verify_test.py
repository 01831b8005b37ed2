"""`depesche verify`: every span of a brief leads back to the stored bytes, and a single changed byte is found."""
import random
import shutil

from common import *


class Verify(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.folder = self.held.name
        shutil.copytree(EXAMPLES, os.path.join(self.folder, "pages"))
        run("brief", "pages", "--quiet", "--json", "brief.json", cwd=self.folder)
        self.brief = json.loads(read_text(os.path.join(self.folder, "brief.json")))

    def tearDown(self):
        self.held.cleanup()

    def verify(self, *arguments, cwd=None):
        return run("verify", os.path.join(self.folder, "brief.json"), *arguments, cwd=cwd or self.folder)

    def test_passes_on_untouched_pages(self):
        done = self.verify()
        self.assertEqual(done.returncode, 0, done.stderr)
        spans = len(list(mentions(self.brief["stories"])))
        self.assertGreater(spans, 100)
        self.assertIn(b", 0 failed", done.stdout)

    def test_every_span_is_what_a_plain_reading_of_the_bytes_gives(self):
        bytes_of = {p["page"]: read_bytes(os.path.join(self.folder, p["path"])) for p in self.brief["pages"]}
        for mention in mentions(self.brief["stories"]):
            if "text" in mention:
                there = bytes_of[mention["page"]][mention["begin"]:mention["end"]]
                self.assertIn(mention["text"], (there.decode("utf-8", "replace"), there.decode("cp1252", "replace"), there.decode("utf-16-le", "replace")))

    def test_one_changed_byte_is_found(self):
        chance = random.Random(7)
        for page in self.brief["pages"]:
            path = os.path.join(self.folder, page["path"])
            data = read_bytes(path)
            at = chance.randrange(len(data))
            with open(path, "wb") as file:
                file.write(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
            done = self.verify()
            self.assertEqual(done.returncode, 1)
            self.assertIn(page["path"].encode(), done.stderr)
            with open(path, "wb") as file:
                file.write(data)
        self.assertEqual(self.verify().returncode, 0)

    def test_a_changed_claim_is_found(self):
        claim = next(mentions(self.brief["stories"]))
        claim["text"] = claim["text"] + "!"
        write_text(os.path.join(self.folder, "brief.json"), json.dumps(self.brief, ensure_ascii=False))
        done = self.verify()
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"other words", done.stderr)

    def test_moved_pages_are_found_by_hash(self):
        away = os.path.join(self.folder, "away")
        os.mkdir(away)
        for number, name in enumerate(sorted(os.listdir(os.path.join(self.folder, "pages")))):
            shutil.move(os.path.join(self.folder, "pages", name), os.path.join(away, f"renamed-{number}"))
        self.assertEqual(self.verify().returncode, 1)
        done = self.verify("--pages", away)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_files_that_are_no_brief_are_refused(self):
        for text, word in (("", b"no JSON"), ("{}", b"no brief"), ('{"format": "depesche-brief/99"}', b"newer")):
            path = os.path.join(self.folder, "other.json")
            write_text(path, text)
            done = run("verify", path)
            self.assertEqual(done.returncode, 1)
            self.assertIn(word, done.stderr)


main()
