"""A store with pages in German, English and French: one story of one happening where the program was built with Meaning, however the pages
came; else a word that they are not joined. Every command that lists stories shows the same ones."""
import csv
import io
import signal
import time

from common import *

MEANING = os.environ.get("DEPESCHE_MEANING") == "ON"
SENTENCE = b"reports of different languages are not joined"
# name -> happening, language, day, hour, outlet, title, paragraphs. The words of one happening share no name over the borders but that of the place.
PAGES = {
    "fire-de": ("fire", "de", 3, "08", "Salzacher Anzeiger", "Zwei Gäste sterben bei Brand in Hotel in Valbrune",
                "Bei einem Feuer in einem Hotel sind in der Nacht zwei Gäste gestorben. Mehr als hundert Menschen mussten das Haus verlassen, teilte die Feuerwehr mit.",
                "Die Ursache ist noch unklar. Die Polizei hat Ermittlungen aufgenommen und sucht nach Zeugen, die gegen Mitternacht etwas gesehen haben."),
    "fire-en": ("fire", "en", 3, "10", "Harbour Gazette", "Two guests die in hotel fire in Valbrune",
                "Two guests died when a fire broke out at a hotel during the night. More than a hundred people had to leave the building, the fire service said.",
                "The cause is not yet known. Police have opened an investigation and are looking for people who saw something around midnight."),
    "fire-fr": ("fire", "fr", 3, "12", "Courrier du Val", "Deux clients meurent dans l’incendie d’un hôtel à Valbrune",
                "Deux clients sont morts dans la nuit quand un feu s’est déclaré dans un hôtel. Plus de cent personnes ont dû quitter le bâtiment, ont indiqué les pompiers.",
                "On ne connaît pas encore la cause. La police a ouvert une enquête et cherche des témoins qui auraient vu quelque chose vers minuit."),
    "strike-de": ("strike", "de", 3, "09", "Salzacher Anzeiger", "Lokführer legen ab Donnerstag für drei Tage die Arbeit nieder",
                  "Die Gewerkschaft der Lokführer ruft zu einem dreitägigen Streik auf. Er soll am Donnerstag um zwei Uhr früh beginnen und den Fern- und Regionalverkehr treffen.",
                  "Reisende können ihre Fahrkarten später verwenden. Die Bahn nannte den Ausstand unverhältnismäßig und forderte neue Verhandlungen."),
    "strike-en": ("strike", "en", 4, "07", "Harbour Gazette", "Train drivers to walk out for three days from Thursday",
                  "The train drivers' union has called a three-day strike. It is to begin at two on Thursday morning and will hit long-distance and regional services.",
                  "Passengers may use their tickets later. The railway called the walkout out of proportion and asked for new talks."),
    "strike-fr": ("strike", "fr", 4, "08", "Courrier du Val", "Les conducteurs de train en grève pendant trois jours à partir de jeudi",
                  "Le syndicat des conducteurs de train appelle à trois jours de grève. Le mouvement doit commencer jeudi à deux heures du matin et toucher les grandes lignes et les trains régionaux.",
                  "Les voyageurs pourront utiliser leurs billets plus tard. La compagnie juge la grève disproportionnée et demande de nouvelles négociations."),
    "path-de": ("path", "de", 3, "11", "Ostheimer Bote", "Stadtrat von Ostheim beschließt neuen Radweg am Fluss",
                "Der Stadtrat hat am Montagabend den Bau eines Radwegs entlang des Flusses beschlossen. Die Arbeiten sollen im Frühling beginnen und ein Jahr dauern.",
                "Die Kosten trägt zur Hälfte das Land. Anwohner hatten vor mehr Verkehr gewarnt, eine Mehrheit stimmte dennoch zu."),
    "zoo-en": ("zoo", "en", 4, "09", "Harbour Gazette", "Penguin chick hatches at Milford zoo after ten years",
               "A penguin chick has hatched at the zoo, the first in ten years. Keepers said on Tuesday that it was feeding well and weighed ninety grams.",
               "Visitors will be able to see the bird from April. Its parents came to the zoo from a park on the coast two winters ago."),
    "wine-fr": ("wine", "fr", 4, "10", "Courrier du Val", "Les vignerons craignent le gel après un hiver trop doux",
                "Après un hiver très doux, les bourgeons sont en avance et les vignerons redoutent les gelées du printemps. Des bougies ont été installées dans les vignes.",
                "En avril dernier, un quart de la récolte avait été perdu en deux nuits. Les assureurs demandent des mesures de prévention."),
    "bridge-de": ("bridge", "de", 4, "12", "Ostheimer Bote", "Brücke über die Selt nach Unwetter gesperrt",
                  "Nach dem Unwetter vom Wochenende ist die Brücke für alle Fahrzeuge gesperrt. Gutachter sollen in dieser Woche prüfen, ob ein Pfeiler unterspült ist.",
                  "Der Umweg über die Bundesstraße kostet eine halbe Stunde. Schulbusse fahren bis auf Weiteres nicht."),
}


class StoreOfThreeLanguages(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.folder = self.held.name
        os.mkdir(os.path.join(self.folder, "pages"))
        for name, (_, lang, day, hour, outlet, title, first, second) in PAGES.items():
            write_text(os.path.join(self.folder, "pages", name + ".html"), html_page(lang, title, f"2026-03-0{day}T{hour}:00:00+01:00", first, second, outlet=outlet))

    def tearDown(self):
        self.held.cleanup()

    def run_good(self, *arguments):
        done = run(*arguments, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def ingest(self, store, *batches):
        said = b""
        for batch in batches:
            said += self.run_good("ingest", "--store", store, "--no-marks", *(os.path.join("pages", name + ".html") for name in batch)).stderr
        return said

    def names(self, store):
        """Names of the pages by hash."""
        lines = self.run_good("list", "--store", store, "pages", "--json").stdout.decode().splitlines()
        return {page["sha256"]: os.path.basename(page["path"])[:-5] for page in map(json.loads, lines)}

    def stories(self, store):
        """The stories as lists of page names."""
        names = self.names(store)
        found = {}
        for line in self.run_good("stories", "--store", store).stdout.decode().splitlines():
            page, story, _ = line.split("\t")
            found.setdefault(story, set()).add(names[page])
        return sorted(map(sorted, found.values()))

    def listing(self, store):
        commands = (["list"], ["list", "--json"], ["list", "pages", "--json"], ["stories"], ["export"])
        return b"".join(self.run_good(command[0], "--store", store, *command[1:]).stdout for command in commands)

    def expected(self):
        happenings = {}
        for name, page in PAGES.items():
            happenings.setdefault(page[0], []).append(name)
        return sorted(map(sorted, happenings.values()))

    def test_one_happening_is_one_story_or_the_program_says_why_not(self):
        said = self.ingest("news.db", list(PAGES))
        if not MEANING:
            self.assertEqual(said.count(SENTENCE), 1)
            self.assertNotEqual(self.stories("news.db"), self.expected())
            return
        self.assertNotIn(SENTENCE, said)
        self.assertEqual(self.stories("news.db"), self.expected())

    def test_order_and_batches_do_not_matter(self):
        names = list(PAGES)
        self.ingest("all.db", names)
        self.ingest("single.db", *([name] for name in reversed(names)))
        self.ingest("mixed.db", names[1::3], names[2::3], names[::3])
        first = self.listing("all.db")
        self.assertEqual(self.listing("single.db"), first)
        self.assertEqual(self.listing("mixed.db"), first)

    def test_the_same_stories_as_brief_finds_in_the_pile(self):
        self.ingest("news.db", list(PAGES))
        text, _ = brief_json("pages", cwd=self.folder)
        brief = json.loads(text)
        names = self.names("news.db")
        hashes = {page["page"]: page["sha256"] for page in brief["pages"]}
        in_pile = sorted(sorted(names[hashes[report["page"]]] for report in story["reports"]) for story in brief["stories"])
        self.assertEqual(self.stories("news.db"), in_pile)

    def test_every_command_shows_the_joined_story(self):
        self.ingest("news.db", list(PAGES))
        largest = max(self.stories("news.db"), key=len)
        size = 3 if MEANING else len(largest)
        listed = [json.loads(line) for line in self.run_good("list", "--store", "news.db", "--json").stdout.decode().splitlines()]
        self.assertEqual(max(story["reports"] for story in listed), size)
        story = max(listed, key=lambda one: one["reports"])
        text, process = brief_json("--store", "news.db", story["story"], cwd=self.folder)
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertEqual([len(one["reports"]) for one in json.loads(text)["stories"]], [size])
        shown = self.run_good("show", "--store", "news.db", story["story"]).stdout.decode()
        self.assertEqual(sum(shown.count(page[5]) > 0 for page in PAGES.values()), size)
        rows = list(csv.DictReader(io.StringIO(self.run_good("export", "--store", "news.db", "--format", "csv").stdout.decode())))
        self.assertEqual(sum(row["story"] == story["story"] for row in rows), size)
        self.assertEqual({row["corrected"] for row in rows}, {rows[0]["corrected"]})  # being joined is no correction
        for line in self.run_good("search", "--store", "news.db", "--json", "Valbrune").stdout.decode().splitlines():
            hit = json.loads(line)
            self.assertIn(hit["story"], {one["story"] for one in listed})
        self.run_good("verify", "--store", "news.db")

    def test_a_correction_outlives_joining(self):
        self.ingest("news.db", ["fire-de", "fire-en"])
        pages = {name: sha256 for sha256, name in self.names("news.db").items()}
        self.run_good("correct", "--store", "news.db", "move", pages["fire-en"][:12], "alone")
        self.assertEqual(self.stories("news.db"), [["fire-de"], ["fire-en"]])
        self.ingest("news.db", [name for name in PAGES if name not in ("fire-de", "fire-en")])
        self.assertIn(["fire-en"], self.stories("news.db"))

    def test_killed_in_between_it_comes_to_the_same(self):
        self.ingest("whole.db", list(PAGES))
        for moment in (0.02, 0.1, 0.2, 0.3, 0.45):
            process = start("ingest", "--store", "killed.db", "--no-marks", "pages", cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.wait()
        self.ingest("killed.db", list(PAGES))
        self.assertEqual(self.listing("killed.db"), self.listing("whole.db"))
        self.run_good("verify", "--store", "killed.db")


main()
