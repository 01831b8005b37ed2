"""The front end in Debian's Chromium, as web/tests/browser/ walks through it, and its unit tests. Without its pages built in, or without Node.js
or Chromium, this says so and is left out; in scripts/check (DEPESCHE_CHECK=1) only the first is allowed."""
import shutil

from common import *

WEB = os.path.join(SOURCE, "web")
BUILT = os.environ.get("DEPESCHE_WEB", "") in ("ON", "1", "TRUE")
NEEDED = os.environ.get("DEPESCHE_CHECK") == "1"
CHROMIUM = os.environ.get("DEPESCHE_CHROMIUM") or shutil.which("chromium") or ""


class Browser(unittest.TestCase):
    def setUp(self):
        if not BUILT:
            self.skipTest("this build has no front end (DEPESCHE_WEB)")

    def needs(self, there, what):
        if not there:
            self.assertFalse(NEEDED, f"{what} is missing: scripts/install-packages test")
            self.skipTest(f"{what} is missing")

    def node_tests(self, folder):
        self.needs(shutil.which("node"), "Node.js")
        environment = dict(os.environ, DEPESCHE_CHROMIUM=CHROMIUM)
        files = sorted(os.path.join(folder, name) for name in os.listdir(os.path.join(WEB, folder)) if name.endswith(".test.mjs"))
        self.assertGreater(len(files), 2)
        run = subprocess.run(["node", "--test", *files], cwd=WEB, env=environment, capture_output=True, text=True, timeout=1700)
        failed = [line for line in run.stdout.splitlines() if line.lstrip().startswith("not ok")]
        self.assertEqual(run.returncode, 0, "\n".join(failed) + "\n" + run.stdout[-6000:] + run.stderr[-2000:])

    def test_unit_tests_of_the_front_end(self):
        self.node_tests("tests/unit")

    def test_each_path_through_the_front_end(self):
        self.needs(CHROMIUM, "Chromium")
        self.node_tests("tests/browser")


main()
