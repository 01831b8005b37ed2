"""What the subcommands promise beside the brief: trace, stories --explain, HTML pages, a reader that goes away."""
import re

from common import *

HTML = """<!doctype html><html><head><title>Br&uuml;cke gesperrt</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Brücke gesperrt", "datePublished": "2025-05-12T10:15:00+02:00"}</script></head>
<body><nav><a href="/">Start</a></nav><h1>Br&uuml;cke gesperrt</h1>
<p>Die alte Hafenbr&uuml;cke in Nordstadt ist am Montag nach einem Sturm gesperrt worden, wie die <b>Stadtverwaltung</b> am Nachmittag mitteilte.</p>
<p>&bdquo;Wir pr&uuml;fen jeden Pfeiler einzeln&ldquo;, sagte Baustadtr&auml;tin Hilde Marquardt am Montag. Ein Lastkahn hatte die Br&uuml;cke in der Nacht getroffen.</p>
</body></html>"""


class Commands(unittest.TestCase):
    def test_trace_names_the_earliest_first_and_what_was_changed(self):
        done = run("trace", "Wir haben jede Kabine einzeln abgeseilt, bei Böen von 80 Stundenkilometern", "examples/pages", cwd=SOURCE)
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = done.stdout.decode().splitlines()
        self.assertIn("01-salzacher-anzeiger.txt", lines[0])
        self.assertTrue(any("*über 100*" in line for line in lines))
        self.assertTrue(any("taken from" in line for line in lines))

    def test_trace_says_when_nobody_has_the_words(self):
        done = run("trace", "Lila Nashörner tanzen am Äquator gern Walzer", "examples/pages", cwd=SOURCE)
        self.assertIn(b"No page has these words", done.stdout)

    def test_explain_gives_reasons(self):
        lines = "".join(json.dumps({"id": i, "title": t, "first_seen": "2025-05-12T10:00"}) + "\n" for i, t in (
            ("a", "Hafenbrücke in Nordstadt nach Sturm gesperrt"), ("b", "Sturm: Nordstadt sperrt alte Hafenbrücke"), ("c", "Rezept für Apfelkuchen")))
        done = run("stories", "-", "--explain", "a", "b", stdin=lines.encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"Words in common", done.stdout)
        self.assertEqual(run("stories", "-", "--explain", "a", "nobody", stdin=lines.encode()).returncode, 2)

    def test_an_html_page_gives_a_brief_that_verifies(self):
        with tempfile.TemporaryDirectory() as folder:
            write_text(os.path.join(folder, "page.html"), HTML)
            text, process = brief_json("page.html", cwd=folder)
            self.assertEqual(process.returncode, 0, process.stderr)
            story = json.loads(text)["stories"][0]
            self.assertEqual(story["headline"], "Brücke gesperrt")
            self.assertEqual(story["reports"][0]["published"]["value"], "2025-05-12T10:15:00+02:00")
            said = [q for q in story["quotes"] if any("Pfeiler" in v.get("shown", v["text"]) for v in q["versions"])]
            self.assertEqual([q["type"] for q in said], ["direct"])
            self.assertIn("Hilde Marquardt", said[0]["speaker"])
            write_text(os.path.join(folder, "brief.json"), text.decode())
            done = run("verify", "brief.json", cwd=folder)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_command_that_is_none_is_told_with_the_nearest(self):
        done = run("serach", "seil")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"did you mean search?", done.stderr)
        for arguments in ([], ["--nichts"], ["Brief"], ["list"], ["search", "--store", "x.db"]):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(b"Example: depesche ", done.stderr)

    def test_every_command_teaches_with_an_example(self):
        for command in re.findall(r"^  (\w+)", run("--help").stdout.decode().split("Subcommands:")[1], re.M):
            self.assertIn(f"Example: depesche {command} ", run(command, "--help").stdout.decode())

    def test_a_reader_that_goes_away_ends_the_output_quietly(self):
        done = subprocess.run(["bash", "-c", f"'{PROGRAM}' read examples/pages | head -1 | wc -l"], cwd=SOURCE, capture_output=True, timeout=60)
        self.assertEqual((done.stdout.strip(), done.stderr), (b"1", b""))


main()
