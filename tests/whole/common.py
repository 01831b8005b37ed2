"""What the whole-program tests share: the program, scratch folders, pages of our own writing."""
import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ["DEPESCHE_PROGRAM"]
SOURCE = os.environ["DEPESCHE_SOURCE_DIR"]
BUILD = os.environ.get("DEPESCHE_BUILD_DIR", "")
SHARED = os.path.join(os.path.dirname(SOURCE), "shared")
EXAMPLES = os.path.join(SOURCE, "examples", "pages")


def read_text(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def write_text(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def run(*arguments, cwd=None, env=None, stdin=b"", timeout=300):
    """The finished process of `depesche ARGUMENTS`, output as bytes."""
    environment = dict(os.environ, **(env or {"LC_ALL": "C.UTF-8"}))
    return subprocess.run([PROGRAM, *arguments], cwd=cwd, env=environment, input=stdin, capture_output=True, timeout=timeout)


# What runs beside a test ends with it, however that ends: by an exception, or killed for taking too long.
BESIDE = []
KEPT = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []


@atexit.register
def end_what_runs_beside():
    for process in BESIDE:
        if process.poll() is None:
            process.kill()
            process.wait()


def start(*arguments, **how):
    """`depesche ARGUMENTS` beside the test, as Popen gives it. To be called by the main thread: it ends with the thread that began it."""
    BESIDE.append(subprocess.Popen([*KEPT, PROGRAM, *arguments], **how))
    return BESIDE[-1]


HTML_PAGE = """<!doctype html><html lang="{lang}"><head><title>{title}</title>{outlet}<meta property="article:published_time" content="{when}"></head>
<body><article><h1>{title}</h1>{text}</article></body></html>"""


def html_page(lang, title, when, *paragraphs, outlet=""):
    """An article as a site of any outlet may give it, in HTML."""
    return HTML_PAGE.format(lang=lang, title=title, when=when, text="".join(f"<p>{one}</p>" for one in paragraphs),
                            outlet=f'<meta property="og:site_name" content="{outlet}">' if outlet else "")


def brief_json(*arguments, cwd=None):
    """The JSON text of a brief, and the process."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "brief.json")
        process = run("brief", *arguments, "--quiet", "--json", out, cwd=cwd)
        return (read_bytes(out) if os.path.exists(out) else b""), process


def example_pages():
    return sorted(os.path.join(EXAMPLES, name) for name in os.listdir(EXAMPLES))


def mentions(value):
    """Every object below `value` that names a page and bytes."""
    if isinstance(value, dict):
        if "page" in value and "begin" in value and "end" in value:
            yield value
        for inner in value.values():
            yield from mentions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from mentions(inner)


def main():
    unittest.main(argv=[sys.argv[0], "-v"])


__all__ = ["PROGRAM", "SOURCE", "BUILD", "SHARED", "EXAMPLES", "read_text", "read_bytes", "write_text", "run", "start", "html_page", "brief_json", "example_pages", "mentions", "main", "json", "os",
           "subprocess", "sys", "tempfile", "unittest"]
