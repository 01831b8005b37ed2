"""A room includes only rooms above it (the order is that of doc/design.md), and public headers include nothing private."""
import re

from common import *

ROOMS = ["base", "language", "read", "page", "marks", "meaning", "stories", "origins", "brief", "store", "fetch", "show", "serve", "cli"]
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.M)


def sources(folder):
    for where, _, names in os.walk(os.path.join(SOURCE, folder)):
        for name in names:
            if name.endswith((".h", ".cpp")):
                yield os.path.join(where, name)


def wrong_includes(room, text):
    """Rooms that `text`, a source of `room`, may not include."""
    for name in INCLUDE.findall(text):
        other = name.split("/")[0]
        if other in ROOMS and ROOMS.index(other) > ROOMS.index(room):
            yield name


class Rooms(unittest.TestCase):
    def test_a_room_includes_only_rooms_above_it(self):
        seen = 0
        for room in os.listdir(os.path.join(SOURCE, "src")):
            self.assertIn(room, ROOMS)
            for path in sources(os.path.join("src", room)):
                seen += 1
                self.assertEqual(list(wrong_includes(room, read_text(path))), [], path)
        self.assertGreater(seen, 30)

    def test_the_check_finds_an_include_that_points_up(self):
        self.assertEqual(list(wrong_includes("page", '#include "brief/cite.h"\n')), ["brief/cite.h"])

    def test_public_headers_include_only_public_ones(self):
        for path in sources("include"):
            for name in INCLUDE.findall(read_text(path)):
                self.assertFalse("/" in name and not name.startswith("depesche/"), f"{path} includes {name}")

    def test_two_types_never_share_a_name(self):
        declared = re.compile(r"^(?:struct|class|enum class) (\w+)[^;]*$", re.M)
        seen = {}
        for folder in ("src", "include"):
            for path in sources(folder):
                if path.endswith(".h"):
                    for name in declared.findall(read_text(path)):
                        self.assertNotIn(name, seen, f"{path} and {seen.get(name)}")
                        seen[name] = path

    def test_no_header_opens_a_namespace_to_all(self):
        for folder in ("src", "include"):
            for path in sources(folder):
                if path.endswith(".h"):
                    self.assertNotIn("using namespace", read_text(path), path)

    def test_only_cli_prints_or_exits(self):
        calls = re.compile(r"\bstd::(?:cout|cerr|exit|printf|puts)\b|\bfmt::print\b|\bf?printf\(")
        for room in os.listdir(os.path.join(SOURCE, "src")):
            if room in ("cli", "serve"):
                continue
            for path in sources(os.path.join("src", room)):
                self.assertIsNone(calls.search(read_text(path)), path)


main()
