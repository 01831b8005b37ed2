"""What the whole-program tests share: the program, scratch folders, pages of our own writing."""
import json
import os
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


__all__ = ["PROGRAM", "SOURCE", "BUILD", "SHARED", "EXAMPLES", "read_text", "read_bytes", "write_text", "run", "brief_json", "example_pages", "mentions", "main", "json", "os",
           "subprocess", "sys", "tempfile", "unittest"]
