"""Bad input costs only itself: a clear line with path and reason on standard error, the other pages are still processed."""
import pwd

from common import *

GOOD = """Hafenblick Nordstadt

Brücke nach Sturm gesperrt

Die alte Hafenbrücke in Nordstadt ist am Montag nach einem Sturm gesperrt worden, wie die Stadtverwaltung mitteilte.

12.05.2025, 10:15

Die Brücke war nach Angaben der Stadt in der Nacht von einem losgerissenen Lastkahn getroffen worden. Verletzt wurde niemand.

„Wir prüfen jeden Pfeiler einzeln“, sagte Baustadträtin Hilde Marquardt am Montag.
"""


class BadInput(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.folder = self.held.name
        os.chmod(self.folder, 0o755)
        self.write("good.txt", GOOD.encode())

    def tearDown(self):
        self.held.cleanup()

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def check(self, name, status, *words, arguments=None):
        """Runs a brief over the folder: the good page is in it, and standard error names `name` with all `words`."""
        text, process = brief_json(*(arguments or ["."]), cwd=self.folder)
        error = process.stderr.decode("utf-8", "replace")
        self.assertEqual(process.returncode, status, error)
        reports = [r["page"] for s in json.loads(text)["stories"] for r in s["reports"]]
        self.assertTrue(any(page.endswith("good.txt") for page in reports), error)
        line = [row for row in error.splitlines() if name in row]
        self.assertTrue(line, error)
        for word in words:
            self.assertIn(word, line[0])

    def test_empty_file(self):
        self.write("empty.txt", b"")
        self.check("empty.txt", 0, "empty")

    def test_white_space_alone(self):
        self.write("blank.txt", b" \n\t\n\r\n")
        self.check("blank.txt", 0, "white space")

    def test_a_million_empty_lines(self):
        self.write("lines.txt", b"\n" * 1_000_000)
        self.check("lines.txt", 0, "white space")

    def test_folder_without_pages(self):
        os.mkdir(os.path.join(self.folder, "none"))
        self.check("none", 0, "no pages", arguments=["good.txt", "none"])

    def test_path_that_is_not_there(self):
        self.check("away.txt", 1, "no such file", arguments=["good.txt", "away.txt"])

    def test_binary_file(self):
        self.write("picture.jpg", bytes(range(256)) * 50)
        self.check("picture.jpg", 1, "no text")

    def test_one_line_of_50_megabytes(self):
        self.write("line.txt", b"x" * 50_000_000)
        self.check("line.txt", 1, "more than the limit")

    def test_one_line_of_30_megabytes(self):
        self.write("line.txt", b"wort " * 6_000_000)
        self.check("line.txt", 1, "longer than the limit")

    def test_broken_utf8_is_read_and_told(self):
        self.write("broken.txt", GOOD.replace("Brücke", "Brücke\udcff").encode("utf-8", "surrogateescape"))
        self.check("broken.txt", 1, "broken", "byte")

    def test_second_copy(self):
        self.write("second.txt", GOOD.encode())
        self.check("second.txt", 0, "second copy", "good.txt")

    def test_page_without_article(self):
        self.write("menu.txt", b"Impressum\nDatenschutz\nAGB\n")
        self.check("menu.txt", 0, "piece of news")

    def test_unreadable_file(self):
        path = self.write("secret.txt", GOOD.encode())
        os.chmod(path, 0)
        if os.getuid() != 0:
            self.check("secret.txt", 1, "no right")
            return
        nobody = pwd.getpwnam("nobody")
        program = os.path.join(self.folder, "program")
        with open(PROGRAM, "rb") as source, open(program, "wb") as target:
            target.write(source.read())
        os.chmod(program, 0o755)
        done = subprocess.run([program, "brief", "secret.txt", "good.txt"], cwd=self.folder, capture_output=True, user=nobody.pw_uid,
                              group=nobody.pw_gid)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"secret.txt: no right to read it", done.stderr)
        self.assertIn("Brücke".encode(), done.stdout)

    def test_named_pipe_is_refused(self):
        os.mkfifo(os.path.join(self.folder, "pipe"))
        self.check("pipe", 1, "neither a file nor a folder", arguments=["good.txt", "pipe"])

    def test_wrong_usage_has_status_2(self):
        for arguments in ([], ["brief"], ["no-such-command"], ["brief", "--no-such-option", "x"], ["brief", "good.txt", "--since", "gestern"]):
            self.assertEqual(run(*arguments, cwd=self.folder).returncode, 2, arguments)

    def test_help_and_version_have_status_0(self):
        self.assertEqual(run("--help").returncode, 0)
        self.assertEqual(run("--version").returncode, 0)
        for command in ("brief", "read", "marks", "stories", "origins", "trace", "verify", "ingest", "list", "show", "search", "export", "correct", "forget"):
            done = run(command, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"Example: depesche " + command.encode(), done.stdout)

    def test_lines_that_are_no_json_cost_only_themselves(self):
        lines = b'{"id": "a", "text": "Am Montag regnete es."}\nno json\n{"id": "b"}\n\n{"id": "c", "text": "Es war still."}\n'
        for command in ("marks", "origins"):
            done = run(command, "-", stdin=lines)
            self.assertEqual(done.returncode, 1)
            self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["a", "c"])
            self.assertIn(b"-:2", done.stderr)
            self.assertIn(b"-:3", done.stderr)

    def test_output_that_cannot_be_written_is_told(self):
        done = run("brief", "good.txt", "--json", "no/such/folder.json", cwd=self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"no/such/folder.json", done.stderr)


main()
