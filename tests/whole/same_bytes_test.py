"""The same pages give the same bytes, whatever the order of the paths, the threads, the locale and the time zone."""
import random

from common import *


class SameBytes(unittest.TestCase):
    def test_order_of_paths_and_threads(self):
        pages = [os.path.relpath(page, SOURCE) for page in example_pages()]
        expected, process = brief_json(*pages, cwd=SOURCE)
        self.assertEqual(process.returncode, 0, process.stderr)
        chance = random.Random(20250512)
        for threads in (1, 2, 3, 8):
            chance.shuffle(pages)
            self.assertEqual(brief_json(*pages, "--threads", str(threads), cwd=SOURCE)[0], expected)

    def test_a_folder_is_the_same_as_its_pages(self):
        pages = [os.path.relpath(page, SOURCE) for page in example_pages()]
        self.assertEqual(brief_json("examples/pages", cwd=SOURCE)[0], brief_json(*pages, cwd=SOURCE)[0])

    def test_locale_and_time_zone(self):
        expected = run("brief", "examples/pages", "--json", "-", cwd=SOURCE).stdout
        for env in ({"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}, {"LC_ALL": "C", "TZ": "America/New_York"}):
            self.assertEqual(run("brief", "examples/pages", "--json", "-", cwd=SOURCE, env=env).stdout, expected)

    def test_read_prints_in_the_order_of_paths(self):
        one = run("read", "examples/pages", "--threads", "1", cwd=SOURCE).stdout
        self.assertEqual(run("read", "examples/pages", "--threads", "2", cwd=SOURCE).stdout, one)
        names = [json.loads(line)["page"] for line in one.splitlines()]
        self.assertEqual(names, sorted(names))


main()
