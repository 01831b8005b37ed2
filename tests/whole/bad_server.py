"""A server on this machine that behaves as it is told, badly for the most part. Each path is a function from the request to its answer."""
import gzip
import http.server
import threading
import time
import zlib


def page(number, body="", day=14):
    """A page of our own writing."""
    return (f"<html lang=de><head><meta charset=utf-8><title>Meldung {number}</title></head><body><article><h1>Fähre {number} läuft auf Grund</h1>"
            f"<p><time datetime='2026-03-{day:02}T10:15:00+01:00'>{day}.03.2026, 10:15</time></p>"
            f"<p>Die Fähre {number} ist am Vormittag vor Seltstadt auf Grund gelaufen. Das teilte die Hafenbehörde mit. {body}</p>"
            "<p>„Wir haben sofort gehandelt“, sagte Hafenmeisterin Marlene Gröger vor dem Rathaus. Verletzt wurde niemand.</p>"
            "</article></body></html>").encode()


def rss(*entries):
    """A feed; entries are (address, date) with date in ISO form or None."""
    items = "".join(f"<item><title>Meldung</title><link>{link}</link>" + (f"<dc:date>{date}</dc:date>" if date else "") + "</item>" for link, date in entries)
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{items}</channel></rss>'.encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        self.given = False
        with server.lock:
            server.asked.append((self.path, dict(self.headers), time.time()))
            count = server.counts[self.path] = server.counts.get(self.path, 0) + 1
        answer = server.pages.get(self.path)
        if answer is None and self.path == "/robots.txt":
            answer = (404, {}, b"")
        if callable(answer):
            answer = answer(self, count)
        if answer is not None:
            self.give(*answer) if isinstance(answer, tuple) else self.give(200, {}, answer)
        elif not self.close_connection and not self.given:
            self.give(404, {}, b"nothing here")

    def give(self, status, fields, body):
        self.given = True
        self.send_response(status)
        fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **fields}
        for name, value in fields.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def raw(self, data):
        """Sends bytes as they are and hangs up after them."""
        self.given = True
        self.close_connection = True
        try:
            for part in [data] if isinstance(data, bytes) else data:
                self.wfile.write(part)
                self.wfile.flush()
        except OSError:
            pass

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, pages, host="127.0.0.1"):
        super().__init__((host, 0), Handler)
        self.pages = pages
        self.asked, self.counts, self.lock = [], {}, threading.Lock()
        self.at = f"http://{host}:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_):
        pass

    def paths(self):
        """What was asked for, in order."""
        with self.lock:
            return [path for path, _, _ in self.asked]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


def packed_zeros(megabytes):
    """gzip of so many megabytes of blanks."""
    out = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([out.compress(b" " * (1 << 20)) for _ in range(megabytes)] + [out.flush()])


def packed(data):
    return gzip.compress(data)
