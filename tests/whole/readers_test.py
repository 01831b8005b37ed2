"""Every kind of input: the same article out of each, found again by verify, the same bytes for any number of threads."""
import base64
import contextlib
import gzip
import io
import pty
import re
import signal
import zipfile
import zlib

from common import *

HTML = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Brücke nach Sturm gesperrt</title></head><body>
<h1>Brücke nach Sturm gesperrt</h1><p>Die alte Hafenbrücke in Nordstadt ist am Montag nach einem Sturm gesperrt worden, wie die Stadtverwaltung mitteilte.</p>
<p>Die Brücke war nach Angaben der Stadt in der Nacht von einem losgerissenen Lastkahn getroffen worden. Verletzt wurde niemand.</p>
<p>„Wir prüfen jeden Pfeiler einzeln“, sagte Baustadträtin Hilde Marquardt am Montag.</p></body></html>"""
URL = "https://blatt.example/bruecke"


def record(kind, content_type, payload, length=None):
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2031-03-04T05:06:07Z\r\nContent-Type: {content_type}\r\n"
    return (head + f"Content-Length: {len(payload) if length is None else length}\r\n\r\n").encode() + payload + b"\r\n\r\n"


def response(body, fields="", length=None):
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n".encode()
    return record("response", "application/http; msgtype=response", http + body, length)


def page(number):
    return HTML.replace("Nordstadt", f"Nordstadt {number}").encode()


def archive(count):
    """A .warc.gz with one member a record."""
    return gzip.compress(record("warcinfo", "application/warc-fields", b"software: made up\r\n")) + b"".join(gzip.compress(response(page(i))) for i in range(count))


def zip_of(members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as out:
        for name, data, packing in members:
            out.writestr(zipfile.ZipInfo(name), data, compress_type=packing)
    return held.getvalue()


def mhtml():
    head = f"From: <Saved>\r\nSnapshot-Content-Location: {URL}\r\nDate: Tue, 4 Mar 2031 05:06:07 +0000\r\nMIME-Version: 1.0\r\n"
    return (head + "Content-Type: multipart/related; boundary=\"=-g\"\r\n\r\n--=-g\r\nContent-Type: text/html; charset=utf-8\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\n").encode() + base64.encodebytes(HTML.encode()) + b"--=-g--\r\n"


def kinds():
    html = HTML.encode()
    deflated = zlib.compressobj(wbits=-15)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(html), html)
    return {
        "page.html": html,
        "named-wrongly.txt": gzip.compress(html),
        "plain.warc": response(html),
        "one-member.warc.gz": gzip.compress(response(html)),
        "resource.warc": record("resource", "text/html", html),
        "packed-body.warc": response(gzip.compress(html), "Content-Encoding: gzip\r\n"),
        "deflated-body.warc": response(deflated.compress(html) + deflated.flush(), "Content-Encoding: deflate\r\n"),
        "chunked-body.warc": response(chunked, "Transfer-Encoding: chunked\r\n"),
        "saved.mhtml": mhtml(),
        "lines.jsonl": json.dumps({"html": HTML, "url": URL}).encode() + b"\n",
        "crawl.wacz": zip_of([("datapackage.json", b"{}", zipfile.ZIP_DEFLATED), ("archive/data.warc.gz", archive(1), zipfile.ZIP_STORED),
                              ("pages/pages.jsonl", b'{"format": "x"}\n', zipfile.ZIP_DEFLATED)]),
        "pages.zip": zip_of([("in/page.html", html, zipfile.ZIP_DEFLATED)]),
    }


class Readers(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.folder = self.held.name

    def tearDown(self):
        self.held.cleanup()

    def write(self, name, data):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(data)

    def lines(self, *arguments, stdin=b"", status=0):
        done = run("read", *arguments, cwd=self.folder, stdin=stdin)
        self.assertEqual(done.returncode, status, done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()

    def test_every_kind_gives_the_article_and_verify_finds_it_again(self):
        for name, data in kinds().items():
            with self.subTest(name):
                self.write(name, data)
                (line,), _ = self.lines(name)
                self.assertIn("Brücke nach Sturm gesperrt", line["title"])
                self.assertIn("Lastkahn", line["text"])
                text, process = brief_json(name, cwd=self.folder)
                self.assertEqual(process.returncode, 0, process.stderr)
                self.write("brief.json", text)
                done = run("verify", "brief.json", cwd=self.folder)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertNotIn(b" 0 spans", done.stdout)
                if name not in ("page.html", "named-wrongly.txt", "pages.zip"):
                    self.assertEqual(line["url"], URL)

    def test_standard_input_takes_every_kind_but_zip(self):
        for name, data in kinds().items():
            if not name.endswith(("zip", "wacz")):
                (line,), _ = self.lines("-", stdin=data)
                self.assertTrue(line["page"].startswith("-"))
        _, error = self.lines("-", stdin=kinds()["pages.zip"], status=1)
        self.assertIn("zip", error)

    def test_an_archive_gives_the_same_bytes_for_any_threads_and_the_pages_their_place(self):
        self.write("a.warc.gz", archive(40))
        one = run("read", "a.warc.gz", "--threads", "1", cwd=self.folder).stdout
        for threads in ("2", "5"):
            self.assertEqual(run("read", "a.warc.gz", "--threads", threads, cwd=self.folder).stdout, one)
        places = [int(json.loads(line)["page"].split("#")[1]) for line in one.splitlines()]
        self.assertEqual(len(places), 40)
        self.assertEqual(places, sorted(places))
        line = json.loads(one.splitlines()[7])
        self.assertEqual((line["url"], line["crawled"]), (URL, "2031-03-04T05:06:07Z"))

    def test_a_changed_byte_in_an_archive_is_found(self):
        self.write("a.warc", response(page(1)))
        self.write("brief.json", brief_json("a.warc", cwd=self.folder)[0])
        self.write("a.warc", response(page(2)))
        self.assertEqual(run("verify", "brief.json", cwd=self.folder).returncode, 1)

    def test_a_feed_gives_a_line_a_piece(self):
        self.write("feed.xml", """<rss><channel><item><title>Brücke gesperrt</title><description>Nach dem Sturm.</description><link>https://blatt.example/1</link>
            <pubDate>Tue, 04 Mar 2031 05:06:07 +0100</pubDate></item></channel></rss>""".encode())
        (line,), _ = self.lines("feed.xml")
        self.assertEqual((line["title"], line["text"], line["published"]), ("Brücke gesperrt", "Nach dem Sturm.", "2031-03-04T05:06:07+01:00"))

    def test_only_files_that_a_pattern_fits_are_taken_from_folders(self):
        for name in ("a.html", "b.htm", "c.txt"):
            self.write(name, HTML.encode())
        lines, _ = self.lines(".", "--include", "*.html", "--include", "*.htm")
        self.assertEqual([line["page"] for line in lines], ["./a.html", "./b.htm"])

    def test_fields_of_json_lines_are_named_by_option(self):
        self.write("a.jsonl", json.dumps({"Inhalt": HTML, "text": "anderes"}).encode())
        (line,), _ = self.lines("a.jsonl", "--field", "html=Inhalt")
        self.assertIn("Lastkahn", line["text"])
        self.assertEqual(run("read", "a.jsonl", "--field", "nonsense=x", cwd=self.folder).returncode, 2)

    def test_what_cannot_be_read_is_told_and_the_next_page_is_read(self):
        good = response(page(1))
        zeros = gzip.compress(b"\0" * 80_000_000)
        bad = {
            "cut.html.gz": gzip.compress(os.urandom(3000))[:2000],
            "cut.warc.gz": gzip.compress(good) + gzip.compress(response(page(2)))[:300],
            "two-gigabytes.warc": response(page(2), length=2_147_483_648) + good,
            "wrong-length.warc": good + response(page(2), length=17) + good,
            "bomb.gz": zeros,
            "bomb.zip": zip_of([("a.html", b"x" * 80_000_000, zipfile.ZIP_DEFLATED)]),
            "broken.zip": b"PK\x03\x04 and no more",
            "entities.xml": b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><item><title>&a;</title></item></rss>',
        }
        for name, data in bad.items():
            with self.subTest(name):
                self.write(name, data)
                self.write("z-good.html", HTML.encode())
                lines, error = self.lines(name, "z-good.html", status=1)
                self.assertEqual(lines[-1]["page"], "z-good.html")
                self.assertIn(name, error)
                os.remove(os.path.join(self.folder, name))

    def test_endless_input_ends_with_a_reason(self):
        for beginning in (b"x", b"{\"text\": \"x"):
            process = start("read", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            try:
                process.stdin.write(beginning)
                for _ in range(200):
                    process.stdin.write(b"x" * 1_000_000)
            except BrokenPipeError:
                pass
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
            error = process.stderr.read()
            self.assertEqual(process.wait(60), 1)
            self.assertIn(b"the limit", error)
            process.stdout.close()
            process.stderr.close()

    def test_a_reader_that_leaves_early_ends_the_program_at_once_and_quietly(self):
        self.write("a.warc.gz", archive(400))
        process = start("read", "a.warc.gz", cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertIn(b"a.warc.gz#", process.stdout.readline())
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        self.assertIn(process.wait(60), (0, 128 + signal.SIGPIPE))
        process.stderr.close()

    def test_how_far_reading_is_stands_on_a_terminal_only(self):
        self.write("a.warc.gz", archive(30))
        self.assertEqual(run("read", "a.warc.gz", cwd=self.folder).stderr, b"")
        ours, theirs = pty.openpty()
        with tempfile.TemporaryFile() as out:
            subprocess.run([PROGRAM, "read", "a.warc.gz"], cwd=self.folder, stdout=out, stderr=theirs, check=True)
        os.close(theirs)
        seen = b""
        with contextlib.suppress(OSError), open(ours, "rb", buffering=0) as terminal:
            while piece := terminal.read(10_000):
                seen += piece
        self.assertRegex(seen, rb"^\r1 pages, \d+/s, 0 failed")
        self.assertTrue(seen.endswith(b"\r\x1b[K"))

    def test_what_an_export_knows_beside_a_text_is_the_articles(self):
        text = "\n\n".join(re.findall("<p>(.*?)</p>", HTML))
        self.write("a.jsonl", json.dumps({"maintext": text, "title": "Brücke nach Sturm gesperrt", "date_publish": "2031-03-04 05:06:07"}).encode())
        (line,), _ = self.lines("a.jsonl")
        self.assertEqual((line["title"], line["published"]), ("Brücke nach Sturm gesperrt", "2031-03-04T05:06:07"))
        self.assertIn("Hafenbrücke", line["text"])

    def test_memory_stays_flat_however_many_pages_come(self):
        if not re.search(r"^DEPESCHE_SANITIZE:STRING=$", read_text(os.path.join(BUILD, "CMakeCache.txt")), re.M):
            self.skipTest("sanitizers have their own memory")
        count = int(os.environ.get("DEPESCHE_STREAM_PAGES", "2000"))
        peaks = [peak_of_stream(count // 4), peak_of_stream(count)]
        self.assertLess(peaks[1], 300_000_000)
        self.assertLess(peaks[1], peaks[0] * 1.2 + 8_000_000)


def peak_of_stream(count):
    """Bytes of memory that `read -` held at most while `count` pages came through standard input as one WARC."""
    with tempfile.TemporaryFile() as out:
        process = start("read", "-", stdin=subprocess.PIPE, stdout=out, stderr=subprocess.DEVNULL)
        for i in range(count):
            process.stdin.write(response(page(i) + b"<p>Menschen standen am Ufer.</p>" * (i % 400)))
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, process.returncode
        out.seek(0)
        assert sum(1 for _ in out) == count
        return usage.ru_maxrss * 1024


main()
