"""Documents say what is true: their commands are run, their output is compared, their paths exist.

Run with --update to write the real output of console blocks into the documents.
"""
import re

from common import *

BLOCK = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```")
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "doc/design.md", "doc/formats.md", "doc/limits.md", "doc/measured.md"]


def text_of(name):
    return read_text(os.path.join(SOURCE, name))


def output_of(command):
    """What `command` prints when the program is on the path, from the project's folder."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(PROGRAM, os.path.join(folder, "depesche"))
        env = dict(os.environ, PATH=folder + ":" + os.environ["PATH"], LC_ALL="C.UTF-8", ASAN_OPTIONS="detect_leaks=0")
        return subprocess.run(["bash", "-c", command], cwd=SOURCE, env=env, capture_output=True, timeout=120).stdout.decode("utf-8")


def update():
    for name in DOCUMENTS:
        text = text_of(name)
        new = BLOCK.sub(lambda m: f"```console\n$ {m[1]}\n{output_of(m[1])}```", text)
        if new != text:
            write_text(os.path.join(SOURCE, name), new)


class Documents(unittest.TestCase):
    @unittest.skipIf(os.environ.get("DEPESCHE_MEANING") == "ON", "documents show the program without the part Meaning, which joins one story more")
    def test_console_blocks_show_the_real_output(self):
        blocks = [(name, match) for name in DOCUMENTS for match in BLOCK.finditer(text_of(name))]
        self.assertGreater(len(blocks), 0)
        for name, match in blocks:
            self.assertEqual(output_of(match[1]), match[2], f"{name}: `{match[1]}`; tests/whole/documents_test.py --update writes it anew")

    def test_paths_exist(self):
        for name in DOCUMENTS:
            for path in re.findall(r"`?\b((?:src|tests|doc|scripts|examples|data|bench|cmake|include)/[\w./-]*\w)", text_of(name)):
                if "out/" not in path:
                    self.assertTrue(os.path.exists(os.path.join(SOURCE, path)), f"{name} speaks of {path}")

    def test_links_lead_somewhere(self):
        for name in DOCUMENTS:
            for target in re.findall(r"\]\(([^)#:]+)\)", text_of(name)):
                self.assertTrue(os.path.exists(os.path.join(SOURCE, os.path.dirname(name), target)), f"{name} links to {target}")

    def test_subcommands_of_the_readme_are_those_of_the_program(self):
        shown = set(re.findall(r"^\| `depesche (\w+)", text_of("README.md"), re.M))
        listed = run("--help").stdout.decode().split("Subcommands:")[1]
        self.assertEqual(shown, set(re.findall(r"^  (\w+)", listed, re.M)))

    def test_every_test_script_is_registered(self):
        names = [n for n in os.listdir(os.path.join(SOURCE, "tests", "whole")) if n.endswith("_test.py")]
        cache = subprocess.run(["ctest", "-N"], cwd=BUILD, capture_output=True, text=True).stdout
        for name in names:
            self.assertIn("whole_" + name[:-3], cache)


if "--update" in sys.argv:
    update()
else:
    main()
