"""Reports in different languages: one story where the program was built with Meaning, else a word that they are not joined."""
from common import *

PIECES = [
    {"id": "de1", "title": "Zwei Gäste sterben bei Brand in Hotel in Valbrune", "teaser": "Mehr als hundert Menschen mussten das Haus verlassen."},
    {"id": "en1", "title": "Two guests die in Valbrune hotel fire", "teaser": "More than a hundred people had to leave the building."},
    {"id": "de2", "title": "Stadtrat von Ostheim beschließt neuen Radweg am Fluss", "teaser": "Die Bauarbeiten sollen im Frühling beginnen."},
]
SENTENCE = "reports of different languages are not joined"
GERMAN = html_page("de", "Zwei Gäste sterben bei Brand in Hotel in Valbrune", "2026-03-03T08:00:00+01:00",
                   "Bei einem Brand in einem Hotel in Valbrune sind in der Nacht auf Dienstag zwei Gäste gestorben. Mehr als hundert Menschen mussten das Haus verlassen, teilte die Feuerwehr mit.",
                   "Die Ursache des Feuers ist noch unklar. Die Polizei hat Ermittlungen aufgenommen und sucht nach Zeugen, die gegen Mitternacht etwas gesehen haben.")
ENGLISH = html_page("en", "Two guests die in Valbrune hotel fire", "2026-03-03T08:00:00+01:00",
                    "Two guests died when a fire broke out at a hotel in Valbrune in the night to Tuesday. More than a hundred people had to leave the building, the fire service said.",
                    "The cause of the fire is not yet known. Police have opened an investigation and are looking for people who saw something around midnight.")


class MixedLanguages(unittest.TestCase):
    def stories(self, pieces):
        lines = "".join(json.dumps(dict(piece, first_seen="2026-03-03T08:00:00Z")) + "\n" for piece in pieces)
        process = run("stories", "-", stdin=lines.encode())
        self.assertEqual(process.returncode, 0, process.stderr)
        rows = [line.split("\t") for line in process.stdout.decode().splitlines()]
        return {row[0]: row[1] for row in rows}, process.stderr.decode()

    def test_one_happening_is_one_story_or_the_program_says_once_why_not(self):
        stories, said = self.stories(PIECES)
        self.assertNotEqual(stories["de1"], stories["de2"])
        if SENTENCE in said:
            self.assertEqual(said.count(SENTENCE), 1)
            self.assertIn("DEPESCHE_MEANING", said)
        else:
            self.assertEqual(stories["de1"], stories["en1"])

    def test_nothing_is_said_where_all_is_in_one_language(self):
        self.assertEqual(self.stories([piece for piece in PIECES if piece["id"] != "en1"])[1], "")

    def test_judging_by_meaning_within_a_language_works_or_is_refused_with_a_word(self):
        lines = "".join(json.dumps(dict(piece, first_seen="2026-03-03T08:00:00Z")) + "\n" for piece in PIECES).encode()
        process = run("stories", "--meaning", "-", stdin=lines)
        if process.returncode == 2:
            self.assertIn(b"DEPESCHE_MEANING", process.stderr)
            self.assertEqual(process.stdout, b"")
        else:
            self.assertEqual(process.returncode, 0, process.stderr)
            self.assertEqual(process.stdout, run("stories", "--meaning", "--threads", "1", "-", stdin=lines).stdout)
            self.assertEqual(len(process.stdout.splitlines()), len(PIECES))

    def test_a_brief_of_two_languages(self):
        with tempfile.TemporaryDirectory() as folder:
            write_text(os.path.join(folder, "a.html"), GERMAN)
            write_text(os.path.join(folder, "b.html"), ENGLISH)
            text, process = brief_json(folder)
            self.assertEqual(process.returncode, 0, process.stderr)
            sizes = sorted(len(story["reports"]) for story in json.loads(text)["stories"])
            self.assertEqual(sizes, [2])  # the names that both have are enough here, also without the part Meaning
            again, _ = brief_json(os.path.join(folder, "b.html"), os.path.join(folder, "a.html"))
            stories = [[len(story["reports"]) for story in json.loads(brief)["stories"]] for brief in (text, again)]
            self.assertEqual(stories[0], stories[1])


main()
