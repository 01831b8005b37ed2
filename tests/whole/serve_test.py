"""`depesche serve` as its users and its enemies meet it: every route, the gate, path tricks, broken and slow requests, hostile pages, hundreds of
clients at once while `ingest` writes, and a clean end. DEPESCHE_SERVE_SECONDS=60 makes the crowd stay longer."""
import concurrent.futures
import http.client
import re
import shutil
import signal
import socket
import threading
import time
import urllib.parse
import xml.etree.ElementTree

from common import *

try:
    import jsonschema
except ImportError:  # another Python than Debian's own
    sys.path.append("/usr/lib/python3/dist-packages")
    import jsonschema

HOSTILE = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "javascript:alert(1)", "\u202e\x1b[31m", "\udcff\udc80"]


def page_of(number, title):
    return (f"Bote für Seltstadt\n\n{title}\n\nVon Rita Kolb\n\n{1 + number % 28}. März 2026, 10:{number % 60:02} Uhr\n\n{title}. Das sagte Bürgermeisterin Marlene "
            f"Gröger am Vormittag. „Wir haben in Fall {number} sofort gehandelt“, sagte sie.\n").encode("utf-8", "surrogateescape")


class Server:
    """The program, serving a store; ended with the signal given."""

    def __init__(self, store, *arguments):
        self.process = start("serve", "--store", store, "--port", "0", *arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = self.process.stdout.readline().decode()
        found = re.search(r"http://([^/]*):(\d+)/#token=([0-9a-f]+)", line)
        if not found:
            raise AssertionError(line + self.process.stderr.read().decode())
        self.name, self.port, self.token = found[1], int(found[2]), found[3]
        self.host = f"{self.name}:{self.port}"

    def end(self, sign=signal.SIGTERM):
        self.process.send_signal(sign)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, err.decode()

    def ask(self, target, method="GET", body=None, token=False, **fields):
        """Status, fields, bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {name.replace("_", "-"): value for name, value in fields.items()}
        if token:
            headers["Authorization"] = f"Bearer {self.token}"
        connection.request(method, target, body=body, headers=headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, answer.headers, data

    def json(self, target, **more):
        status, _, data = self.ask(target, **more)
        if status != 200:
            raise AssertionError(f"{target}: {status} {data[:300]}")
        return json.loads(data)

    def raw(self, data, wait=5, half_close=False):
        """All that comes back for these bytes, until the server closes or `wait` seconds passed without any."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as wire:
            wire.sendall(data)
            if half_close:
                wire.shutdown(socket.SHUT_WR)
            got = b""
            try:
                while piece := wire.recv(65536):
                    got += piece
            except (TimeoutError, ConnectionResetError):
                pass
            return got


class Serve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.store = os.path.join(cls.folder, "store.db")
        done = run("ingest", "--store", cls.store, EXAMPLES, "--meta", os.path.join(SOURCE, "examples", "pages.csv"))
        assert done.returncode == 0, done.stderr
        cls.server = Server(cls.store)
        cls.api = json.loads(cls.server.ask("/api/v1/openapi.json")[2])

    @classmethod
    def tearDownClass(cls):
        status, err = cls.server.end()
        shutil.rmtree(cls.folder)
        assert (status, err) == (0, ""), (status, err)

    def check(self, value, schema):
        whole = dict(schema, components=self.api["components"])
        jsonschema.Draft202012Validator(whole).validate(value)

    def answer_of(self, path, method="get", code="200"):
        return self.api["paths"][path][method]["responses"][code]["content"]["application/json"]["schema"]

    def alive(self):
        self.assertEqual(self.server.ask("/api/v1/status")[0], 200)

    # --- what it answers

    def test_every_route_answers_as_it_is_described(self):
        wait_until(lambda: any(row["origins"] is not None for row in self.server.json("/api/v1/stories")["stories"]))
        story = self.server.json("/api/v1/stories?sort=reports")["stories"][0]["id"]
        values = {"/api/v1/stories/{id}": [story], "/api/v1/pages/{id}": [story], "/api/v1/pages/{id}/bytes": [story],
                  "/api/v1/people/{name}": ["Georg Mitterhofer"], "/api/v1/outlets/{name}": ["Salzacher Anzeiger"],
                  "/api/v1/export/{table}": [f"{kind}.{form}" for kind in ("pieces", "quotes", "origins", "copies", "differences") for form in ("csv", "jsonl")]}
        queries = {"/api/v1/trace": "?text=Wir+haben+jede+Kabine+einzeln+abgeseilt", "/api/v1/search": "?q=seilbahn", "/api/v1/search.rss": "?q=seilbahn"}
        seen = 0
        for path, methods in self.api["paths"].items():
            if "get" not in methods or path == "/api/v1/events":
                continue
            for value in values.get(path, [""]):
                target = re.sub(r"\{\w+\}", urllib.parse.quote(value), path) + queries.get(path, "")
                status, fields, data = self.server.ask(target)
                self.assertEqual(status, 200, target)
                said = methods["get"]["responses"]["200"]["content"]
                self.assertIn(fields["Content-Type"].split(";")[0], said, target)
                if "application/json" in said:
                    self.check(json.loads(data), said["application/json"]["schema"])
                seen += 1
        self.assertGreater(seen, 20)
        for target, code in (("/api/v1/stories?limit=x", 400), ("/api/v1/stories/ffffffffffff", 404)):
            status, _, data = self.server.ask(target)
            self.assertEqual(status, code)
            self.check(json.loads(data), {"$ref": "#/components/schemas/Error"})

    def test_the_answers_say_what_the_pages_say(self):
        person = self.server.json("/api/v1/people/Georg%20Mitterhofer")
        self.assertTrue(any(quote["drift"] for quote in person["quotes"]))
        trace = self.server.json("/api/v1/trace?text=Wir+haben+jede+Kabine+einzeln+abgeseilt")
        self.assertEqual(trace["found"][0]["outlet"], "Salzacher Anzeiger")
        self.assertEqual(trace["earliest"], trace["found"][0]["page"])
        outlet = self.server.json("/api/v1/outlets/Nordlicht%20Zeitung")
        self.assertGreater(outlet["shared"]["agency"], outlet["own"])
        hits = self.server.json("/api/v1/search?q=seilbahn&limit=1")
        self.assertTrue(any(part["hit"] for part in hits["hits"][0]["snippet"]))
        page = self.server.json("/api/v1/pages/" + hits["hits"][0]["page"])
        begin, end = hits["hits"][0]["at"]
        self.assertEqual(page["text"].encode("utf-16-le")[2 * begin:2 * end].decode("utf-16-le"), "Seilbahn")
        second = self.server.json("/api/v1/search?q=seilbahn&limit=1&after=" + hits["next"])
        self.assertNotEqual(second["hits"][0]["page"], hits["hits"][0]["page"])
        feed = xml.etree.ElementTree.fromstring(self.server.ask("/api/v1/search.rss?q=seilbahn")[2])
        self.assertGreater(len(feed.findall("channel/item")), 1)

    def test_mentions_are_bytes_of_the_pages(self):
        story = self.server.json("/api/v1/stories?sort=reports")["stories"][0]["id"]
        brief = self.server.json("/api/v1/stories/" + story)
        bytes_of = {page["page"]: self.server.ask(f"/api/v1/pages/{page['sha256']}/bytes")[2] for page in brief["pages"]}
        text_of = {page["page"]: self.server.json(f"/api/v1/pages/{page['sha256']}")["text"].encode("utf-16-le") for page in brief["pages"]}
        count = 0
        for mention in mentions(brief["stories"]):
            if "text" not in mention:
                continue
            self.assertEqual(bytes_of[mention["page"]][mention["begin"]:mention["end"]].decode("utf-8", "replace"), mention["text"])
            if mention["at"]:
                begin, end = mention["at"]
                shown = text_of[mention["page"]][2 * begin:2 * end].decode("utf-16-le")
                self.assertEqual(shown, mention.get("shown", mention["text"]))
                count += 1
        self.assertGreater(count, 20)

    def test_every_answer_has_the_fields_that_keep_a_browser_safe(self):
        for target in ("/", "/api/v1/status", "/nothing", "/api/v1/stories?limit=x", "/%00"):
            _, fields, _ = self.server.ask(target)
            policy = fields["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertIn("frame-ancestors 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(fields["X-Content-Type-Options"], "nosniff")
            self.assertEqual(fields["Referrer-Policy"], "no-referrer")
            self.assertIn(fields["Cache-Control"], ("no-store", "no-cache"))

    # --- who may ask

    def test_another_host_or_origin_is_refused(self):
        for host in ("news.example", f"news.example:{self.server.port}", "", "localhost"):
            self.assertEqual(self.server.ask("/api/v1/status", Host=host)[0], 403, host)
        for origin in ("http://news.example", "null", "http://localhost:1"):
            self.assertEqual(self.server.ask("/api/v1/status", Origin=origin)[0], 403, origin)
            self.assertEqual(self.server.ask("/api/v1/corrections", "POST", b"{}", token=True, Origin=origin)[0], 403, origin)
        self.assertEqual(self.server.ask("/api/v1/status", Host=f"localhost:{self.server.port}")[0], 200)
        twice = f"GET / HTTP/1.1\r\nHost: {self.server.host}\r\nHost: news.example\r\nConnection: close\r\n\r\n"
        self.assertIn(b" 400 ", self.server.raw(twice.encode()).split(b"\r\n")[0])
        self.assertIn(b" 403 ", self.server.raw(b"GET / HTTP/1.0\r\n\r\n").split(b"\r\n")[0])

    def test_writing_needs_the_token(self):
        before = self.server.json("/api/v1/status")
        for method, target in (("POST", "/api/v1/pages"), ("POST", "/api/v1/corrections"), ("DELETE", "/api/v1/corrections/1"), ("PUT", "/api/v1/status")):
            self.assertEqual(self.server.ask(target, method, b"x")[0], 401, target)
            self.assertEqual(self.server.ask(target, method, b"x", Authorization="Bearer " + "0" * 32)[0], 401, target)
        self.assertEqual(self.server.json("/api/v1/status"), before)
        self.assertEqual(len(self.server.token), 32)

    def test_nothing_of_the_disk_is_reached(self):
        secret = os.path.join(self.folder, "secret.txt")
        write_text(secret, "streng geheim")
        for target in ("/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd", "/assets//etc/passwd", "/assets/../store.db",
                       secret, urllib.parse.quote(secret, safe=""), "/api/v1/pages/" + urllib.parse.quote(secret, safe=""), "/api/v1/export/" + urllib.parse.quote(secret, safe=""),
                       "/%00", "/a%00.html", "/\\..\\x", "/%5c..%5cx", "/file:///etc/passwd", "/api/v1/pages/..%2f..%2fx/bytes"):
            answer = self.server.raw(f"GET {target} HTTP/1.1\r\nHost: {self.server.host}\r\nConnection: close\r\n\r\n".encode())
            self.assertRegex(answer, rb"^HTTP/1.1 40[04] ", target)
            self.assertNotIn(b"geheim", answer)
            self.assertNotIn(b"root:", answer)

    # --- broken and slow requests

    def test_broken_requests_cost_only_themselves(self):
        host = f"Host: {self.server.host}\r\n".encode()
        for data in (b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", b"GET / HTTP/1.1\r\n" + host + b"no colon\r\n\r\n",
                     b"GET / HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n", b"GET / HTTP/1.1\r\n" + host + b"Content-Length: 5\r\n\r\nabc",
                     b"POST /api/v1/pages HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nffffffff\r\n",
                     b"GET / HTTP/1.1\r\n" + host + b"Range: bytes=0-0,1-1,2-2\r\n\r\n", b"GET /?" + b"&" * 5000 + b" HTTP/1.1\r\n" + host + b"\r\n",
                     b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"CONNECT x:1 HTTP/1.1\r\n" + host + b"\r\n", bytes(range(256)) * 8 + b"\r\n\r\n",
                     b"GET / HTTP/1.1\r\n" + host + b"Expect: 100-continue\r\nContent-Length: 10\r\n\r\n"):
            self.server.raw(data, wait=0.3)
            self.alive()

    def test_a_request_of_half_a_connection_is_answered(self):
        data = f"GET /api/v1/status HTTP/1.1\r\nHost: {self.server.host}\r\n\r\n".encode()
        self.assertTrue(self.server.raw(data, half_close=True).startswith(b"HTTP/1.1 200 OK"))
        self.assertEqual(self.server.raw(data[:-2], half_close=True), b"", "a head that ends in the middle is no request")

    def test_requests_one_after_the_other_and_at_once_on_one_connection(self):
        one = f"GET /api/v1/status HTTP/1.1\r\nHost: {self.server.host}\r\n\r\n".encode()
        self.assertEqual(self.server.raw(one * 20, wait=1).count(b"HTTP/1.1 200 OK"), 20)

    def test_long_heads_and_bodies_are_refused(self):
        host = f"Host: {self.server.host}\r\n".encode()
        self.assertIn(b" 431 ", self.server.raw(b"GET / HTTP/1.1\r\n" + host + b"X: " + b"x" * 20000).split(b"\r\n")[0])
        self.assertIn(b" 431 ", self.server.raw(b"GET / HTTP/1.1\r\n" + host + b"X: x\r\n" * 5000).split(b"\r\n")[0])
        self.assertIn(b" 414 ", self.server.raw(b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\n" + host + b"\r\n", wait=1).split(b"\r\n")[0])
        head = b"POST /api/v1/pages HTTP/1.1\r\n" + host + f"Authorization: Bearer {self.server.token}\r\n".encode()
        self.assertIn(b" 413 ", self.server.raw(head + b"Content-Length: 99999999999\r\n\r\n", wait=1).split(b"\r\n")[0])
        self.assertIn(b" 400 ", self.server.raw(head + b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", wait=1).split(b"\r\n")[0])
        self.assertIn(b" 400 ", self.server.raw(head + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", wait=1).split(b"\r\n")[0])
        self.alive()

    def test_slow_clients_hold_up_nobody(self):
        wires = []
        for i in range(300):
            wire = socket.create_connection(("127.0.0.1", self.server.port))
            wire.sendall(b"GET / HTTP/1.1\r\nX: " + b"x" * (i % 7))  # and never the end
            wires.append(wire)
        big = f"GET /api/v1/export/pieces.csv HTTP/1.1\r\nHost: {self.server.host}\r\n\r\n".encode()
        for _ in range(20):  # asks and does not read
            wire = socket.create_connection(("127.0.0.1", self.server.port))
            wire.sendall(big)
            wires.append(wire)
        begin = time.monotonic()
        for _ in range(20):
            self.alive()
        self.assertLess(time.monotonic() - begin, 5)
        begin = time.monotonic()
        wires[0].settimeout(30)
        self.assertEqual(wires[0].recv(1), b"", "who does not finish a head is let go")
        self.assertLess(time.monotonic() - begin, 20)
        for wire in wires:
            wire.close()
        self.alive()

    # --- changes

    def test_events_tell_of_pages_that_ingest_brings_beside_it(self):
        with tempfile.TemporaryDirectory() as folder:
            store = os.path.join(folder, "store.db")
            shutil.copy(self.store, store)
            self.assertEqual(run("ingest", "--store", store, EXAMPLES).returncode, 0)
            server = Server(store)
            wire = socket.create_connection(("127.0.0.1", server.port), timeout=30)
            wire.sendall(f"GET /api/v1/events HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode())
            stream = wire.makefile("rb")
            first = next_event(stream)
            self.check(first, {"$ref": "#/components/schemas/ChangeEvent"})
            with open(os.path.join(folder, "neu.txt"), "wb") as file:
                file.write(page_of(1, "Kran stürzt auf Bahngleis in Seltstadt"))
            self.assertEqual(run("ingest", "--store", store, os.path.join(folder, "neu.txt")).returncode, 0)
            second = next_event(stream)
            while second["pages"] == first["pages"]:
                second = next_event(stream)
            self.assertGreater(second["change"], first["change"])
            found = server.json("/api/v1/search?q=kran")["hits"]
            self.assertEqual(len(found), 1)
            self.assertEqual(server.ask("/api/v1/pages?name=a", "POST", page_of(2, "Bibliothek öffnet am Sonntag in Seltstadt"), token=True)[0], 200)
            self.assertGreater(next_event(stream)["change"], second["change"])
            wire.close()
            self.assertEqual(server.end(signal.SIGINT), (0, ""))

    def test_hostile_pages_come_out_as_text_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            store = os.path.join(folder, "store.db")
            pages = os.path.join(folder, "pages")
            os.mkdir(pages)
            lines = []
            for number, text in enumerate(HOSTILE):
                words = text.encode("utf-8", "surrogateescape")
                bytes_of = page_of(number, f"Warnung {text} vor dem Rathaus").replace("Rita Kolb".encode(), b"Rita " + words).replace("Marlene Gröger".encode(), b"Marlene " + words)
                html = (b"<html><head><title>" + words + b"</title><meta property='og:title' content='Alarm " + words.replace(b"'", b"") + b"'></head><body><h1>Alarm " + words +
                        b"</h1><p>" + bytes_of.replace(b"\n\n", b"</p><p>") + b"</p></body></html>")
                for name, data in ((f"{number}.txt", bytes_of), (f"{number}.html", html)):
                    with open(os.path.join(pages, name), "wb") as file:
                        file.write(data)
                    lines.append(json.dumps({"html": html.decode("utf-8", "replace"), "url": "javascript:alert(1)", "outlet": text.encode("utf-8", "replace").decode(),
                                             "title": text.encode("utf-8", "replace").decode(), "published": "2026-03-14"}))
            write_text(os.path.join(pages, "crawl.jsonl"), "\n".join(lines) + "\n")
            run("ingest", "--store", store, pages)
            server = Server(store)
            self.assertGreater(server.json("/api/v1/status")["pages"], 10)
            targets = ["/api/v1/stories?limit=100", "/api/v1/outlets", "/api/v1/people?limit=100", "/api/v1/search?q=warnung", "/api/v1/search?q=alarm", "/api/v1/corrections"]
            for row in server.json("/api/v1/stories?limit=100")["stories"]:
                targets += ["/api/v1/stories/" + row["id"], "/api/v1/pages/" + row["id"], "/api/v1/trace?text=" + urllib.parse.quote((row["headline"] or "x")[:80])]
            targets += ["/api/v1/people/" + urllib.parse.quote(one["name"], safe="") for one in server.json("/api/v1/people")["people"]]
            targets += ["/api/v1/outlets/" + urllib.parse.quote(one["outlet"], safe="") for one in server.json("/api/v1/outlets")["outlets"]]
            for target in targets:
                status, fields, data = server.ask(target)
                self.assertIn(status, (200, 404), target)
                self.assertEqual(fields["Content-Type"], "application/json; charset=utf-8", target)
                json.loads(data.decode("utf-8"))  # strict
            feed = server.ask("/api/v1/search.rss?q=alarm")[2]
            for link in xml.etree.ElementTree.fromstring(feed).iter("link"):
                self.assertTrue(link.text.startswith(f"http://{server.host}/"), link.text)
            for piece in (b"<script", b"<img", b"<svg", b"<link>javascript:", b"\x1b"):
                self.assertNotIn(piece, feed)
            self.assertEqual(server.end(), (0, ""))

    def test_hundreds_at_once_while_ingest_writes(self):
        seconds = float(os.environ.get("DEPESCHE_SERVE_SECONDS", "4"))
        with tempfile.TemporaryDirectory() as folder:
            store = os.path.join(folder, "store.db")
            pages = os.path.join(folder, "pages")
            os.mkdir(pages)
            for number in range(300):
                with open(os.path.join(pages, f"{number}.txt"), "wb") as file:
                    file.write(page_of(number, f"Fall {number}: {['Kran stürzt um', 'Katze gerettet', 'Straße gesperrt', 'Bad öffnet wieder'][number % 4]} in Seltstadt"))
            self.assertEqual(run("ingest", "--store", store, EXAMPLES).returncode, 0)
            server = Server(store)
            wanted = server.json("/api/v1/trace?text=Wir+haben+jede+Kabine+einzeln+abgeseilt")["earliest"]
            ingest = start("ingest", "--store", store, pages, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            wrong = []
            until = []
            # Clients that are served at once would else keep the others from starting.
            all_connected = threading.Barrier(500, lambda: until.append(time.monotonic() + seconds), timeout=60)

            def client(number):
                target = ("/api/v1/stories?limit=20", "/api/v1/status", f"/api/v1/pages/{wanted}", f"/api/v1/stories/{wanted}", "/")[number % 5]
                request = f"GET {target} HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode()
                done = 0
                try:
                    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as wire:
                        stream = wire.makefile("rb")
                        all_connected.wait()
                        while time.monotonic() < until[0]:
                            wire.sendall(request)
                            status, body = read_answer(stream)
                            if status != 200 or (number % 5 in (0, 1, 2, 3) and not isinstance(json.loads(body), dict)) or (number % 5 == 2 and json.loads(body)["sha256"] != wanted):
                                wrong.append((target, status, body[:200]))
                            done += 1
                except Exception as failure:  # any is a failure of the test
                    wrong.append((target, repr(failure)))
                return done

            with concurrent.futures.ThreadPoolExecutor(500) as crowd:
                counts = list(crowd.map(client, range(500)))
            _, errors = ingest.communicate(timeout=300)
            self.assertEqual(wrong[:3], [])
            # Without the part Meaning it says that the English example is not joined with the German ones, and nothing else.
            said = [line for line in errors.decode().splitlines() if "reports of different languages are not joined" not in line]
            self.assertEqual((ingest.returncode, said), (0, []))
            self.assertGreater(min(counts), 0, "everybody had an answer")
            wait_until(lambda: server.json("/api/v1/status")["pages"] == 308, 60)
            self.assertEqual(server.json("/api/v1/stories?limit=500")["next"], None)
            self.assertEqual(sum(row["reports"] for row in server.json("/api/v1/stories?limit=500")["stories"]), 308)
            self.assertEqual(server.end(), (0, ""))
            self.assertEqual(run("verify", "--store", store).returncode, 0)


def wait_until(holds, seconds=30):
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            raise AssertionError("it did not come about in time")
        time.sleep(0.1)


def next_event(stream):
    while line := stream.readline():
        if line.startswith(b"data: "):
            return json.loads(line[6:])
    raise AssertionError("the stream ended")


def read_answer(stream):
    """Status and body of the next answer on a connection."""
    status = int(stream.readline().split()[1])
    length = 0
    while (line := stream.readline()) not in (b"\r\n", b""):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return status, stream.read(length)


class ServeBegins(unittest.TestCase):
    def test_it_says_what_is_wrong_and_ends(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run("serve", "--store", os.path.join(folder, "none.db")).returncode, 1)
            store = os.path.join(folder, "store.db")
            run("ingest", "--store", store, EXAMPLES)
            self.assertEqual(run("serve", "--store", store, "--port", "99999").returncode, 2)
            self.assertEqual(run("serve", "--store", store, "--bind", "192.0.2.1", "--port", "0").returncode, 1)
            server = Server(store)
            taken = run("serve", "--store", store, "--port", str(server.port))
            self.assertEqual(taken.returncode, 1)
            self.assertIn(b"in use", taken.stderr)
            with socket.create_connection(("127.0.0.1", server.port)) as waiting:  # an open connection does not keep it
                self.assertEqual(server.end(), (0, ""))


unittest.main()
