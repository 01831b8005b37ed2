"""What `marks` promises of itself: kinds one by one, the same bytes for any threads, time that grows with the text, bad input."""
import resource

from common import *

TEXTS = [
    {"id": "a", "text": "„Der Deich hält“, sagte Einsatzleiterin Frauke Onnen am Dienstag. 40 Helfer kamen nach Ossenfleth.", "published": "2024-06-18"},
    {"id": "b", "text": "“The ice is too thin,” said warden Lena Harrow on Monday. About 20 people were hurt.", "published": "2024-06-18"},
    {"id": "c", "text": "Selon la préfecture, la digue reste fermée jusqu'au 19 juin 2024.", "published": "2024-06-18"},
    {"id": "d", "text": "Il ponte resta chiuso fino a nuovo ordine, ha detto il sindaco. Nessuno è rimasto ferito nella notte."},
    {"id": "e", "text": "Am 31. Februar im Jahr 0 fiel der 30. Februar aus, um 25.61 Uhr, am 32.13.2024."},
    {"id": "f", "text": "Die Zahl " + "7" * 10_000 + " stand am Montag auf dem Zettel."},
]
KINDS = ("quotes", "times", "names", "figures")


def marks(texts, *options):
    done = run("marks", "-", *options, stdin="".join(json.dumps(t) + "\n" for t in texts).encode())
    return done, [json.loads(line) for line in done.stdout.decode().splitlines()]


class Marks(unittest.TestCase):
    def test_each_kind_for_itself_is_what_it_is_among_all(self):
        _, all_kinds = marks(TEXTS)
        for kind in KINDS:
            done, lines = marks(TEXTS, "--only", kind)
            self.assertEqual(done.returncode, 0, done.stderr)
            for line, full in zip(lines, all_kinds, strict=True):
                self.assertEqual(set(line), {"id", kind})
                if kind == "quotes":  # an entity is a number among the names
                    full = {"quotes": [{**q, "entity": None} for q in full["quotes"]]}
                self.assertEqual(line[kind], full[kind])

    def test_several_kinds_and_unknown_ones(self):
        _, lines = marks(TEXTS[:1], "--only", "times,names")
        self.assertEqual(set(lines[0]), {"id", "times", "names"})
        self.assertEqual(marks(TEXTS[:1], "--only", "verbs")[0].returncode, 2)

    def test_threads_change_no_byte(self):
        many = [{**t, "id": f"{t['id']}{i}"} for i in range(20) for t in TEXTS]
        expected = marks(many, "--threads", "1")[0].stdout
        for threads in ("2", "3", "8"):
            self.assertEqual(marks(many, "--threads", threads)[0].stdout, expected)

    def test_french_has_dates_and_quotes_by_tables_alone(self):
        line = marks(TEXTS)[1][2]
        self.assertEqual([t["value"] for t in line["times"]], ["2024-06-19"])
        self.assertEqual([q["type"] for q in line["quotes"]], ["Indirect"])

    def test_days_that_do_not_exist_and_endless_numbers_have_no_value(self):
        _, lines = marks(TEXTS)
        for time_mark in lines[4]["times"]:
            self.assertNotRegex(time_mark["value"] or "", r"02-3[01]|T25|-13-|-32")
        self.assertTrue(all(len(str(f["value"])) < 400 for f in lines[5]["figures"]))

    def test_a_text_in_another_language_costs_nothing_else(self):
        done, lines = marks(TEXTS)
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"read as de", done.stderr)
        self.assertEqual([line["id"] for line in lines], [t["id"] for t in TEXTS])
        self.assertEqual([t["value"] for t in lines[3]["times"] if t["value"]], [])

    def test_broken_bytes_cost_their_line_and_are_told(self):
        lines = [b'{"id": "x", "text": "\xff\xfe Am Montag kam \xc3 die Polizei."}', json.dumps({"id": "y", "text": "\ufffd Am Montag."}).encode()]
        done = run("marks", "-", stdin=b"\n".join(lines))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"-:1:", done.stderr)
        (line,) = [json.loads(l) for l in done.stdout.decode().splitlines()]
        self.assertEqual([(t["begin"], t["end"]) for t in line["times"]], [(len("\ufffd Am ".encode()), len("\ufffd Am Montag".encode()))])

    def test_unpaired_marks_through_a_whole_article_are_no_quote_of_all_of_it(self):
        text = " ".join(f"„Satz {i} beginnt und endet nicht." for i in range(400))
        _, lines = marks([{"id": "x", "text": text}])
        self.assertTrue(all(q["quote"][-1][1] - q["quote"][0][0] < 5_000 for q in lines[0]["quotes"]))

    def test_a_sentence_of_a_megabyte_takes_about_twice_as_long_as_half_of_it(self):
        unit = "der Minister sagte am 3. Mai 2024, dass „rund 200“ Helfer aus Ossenfleth kamen, "

        def processor_time():  # of the programs that ran: other work beside the tests does not count
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            return used.ru_utime + used.ru_stime

        def seconds(size, kind):
            texts = [{"id": "x", "text": unit * (size // len(unit.encode()))}]
            best = 1e9
            for _ in range(2):
                start = processor_time()
                self.assertEqual(marks(texts, "--only", kind, "--threads", "1")[0].returncode, 0)
                best = min(best, processor_time() - start)
            return best

        for kind in KINDS:
            self.assertLess(seconds(1_000_000, kind), 3.2 * seconds(500_000, kind) + 0.3, kind)


main()
