"""Feeds are watched as a guest behaves: politely, within limits, and nothing that a server does ends or fools it."""
import signal
import sqlite3
import time

from bad_server import *
from common import *


def watch(server, *feeds, store, more=(), timeout=60):
    """`depesche watch --once` on feeds of the server; the finished process."""
    addresses = [feed if "://" in feed else server.at + feed for feed in feeds]
    options = ["--allow-private=127.0.0.1", "--delay", "0s", "--no-marks", "--no-stories"]
    return run("watch", "--store", store, "--once", *options, *more, *addresses, timeout=timeout)


def printed(process):
    return [json.loads(line) for line in process.stdout.splitlines()]


def stored(store):
    """Address, path and time of all pages."""
    with sqlite3.connect(store) as database:
        return sorted(database.execute("SELECT url, path, crawled FROM places"))


class Watch(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.store = os.path.join(self.folder.name, "store.db")

    def serve(self, pages):
        server = Server(pages)
        self.addCleanup(server.__exit__)
        return server

    def lost_with(self, pages, words, feed="/feed", seconds=30):
        """The run ends in time with status 1, names the reason, and good pages of the feed are there all the same."""
        server = self.serve({"/good": page(1), **pages})
        begin = time.time()
        process = watch(server, feed, store=self.store, timeout=90)
        self.assertLess(time.time() - begin, seconds)
        self.assertIn(words, process.stderr.decode())
        self.assertEqual(process.returncode, 1, process.stderr.decode())
        return server, process

    def test_new_pages_of_a_feed_are_stored_with_address_and_time(self):
        server = self.serve({"/feed": rss(("/a", None), ("b?x=1#part", None)), "/a": page(1), "/b?x=1": page(2)})
        process = watch(server, "/feed", store=self.store)
        self.assertEqual(process.returncode, 0, process.stderr.decode())
        self.assertEqual(sorted(line["page"] for line in printed(process)), [server.at + "/a", server.at + "/b?x=1"])
        for url, path, crawled in stored(self.store):
            self.assertEqual(url, path)
            self.assertRegex(crawled, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertRegex(server.asked[0][1]["User-Agent"], r"^depesche/\d")
        again = watch(server, "/feed", store=self.store)
        self.assertEqual((again.returncode, again.stdout), (0, b""))
        self.assertEqual(server.counts["/a"], 1)
        self.assertEqual(run("verify", "--store", self.store).returncode, 0)

    def test_what_did_not_change_is_not_sent_again(self):
        def feed(request, count):
            if request.headers.get("If-None-Match") == '"v1"' and request.headers.get("If-Modified-Since"):
                return 304, {}, b""
            return 200, {"ETag": '"v1"', "Last-Modified": "Thu, 05 Mar 2026 13:02:11 GMT"}, rss(("/a", None))
        server = self.serve({"/feed": feed, "/a": page(1)})
        watch(server, "/feed", store=self.store)
        process = watch(server, "/feed", store=self.store)
        self.assertIn("not changed", process.stderr.decode())
        self.assertEqual(process.returncode, 0)

    def test_a_feed_is_asked_for_whole_until_all_its_pages_are_there(self):
        server = self.serve({"/feed": (200, {"ETag": '"v1"'}, rss(("/a", None), ("/b", None))), "/a": page(1), "/b": page(2)})
        process = watch(server, "/feed", store=self.store, more=("--at-most", "1"))
        self.assertIn("2 new, 1 of them left for later", process.stderr.decode())
        watch(server, "/feed", store=self.store)
        watch(server, "/feed", store=self.store)
        asked = [headers.get("If-None-Match") for path, headers, _ in server.asked if path == "/feed"]
        self.assertEqual(asked, [None, None, '"v1"'])
        self.assertEqual(len(stored(self.store)), 2)

    def test_a_changed_page_comes_in_again_when_its_entry_says_so(self):
        dates = iter(["2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z"])
        server = self.serve({"/feed": lambda request, count: rss(("/a", next(dates))), "/a": lambda request, count: page(1, f"Stand {count}.")})
        lines = [len(printed(watch(server, "/feed", store=self.store))) for _ in range(3)]
        self.assertEqual(lines, [1, 0, 1])
        self.assertEqual(server.counts["/a"], 2)

    def test_news_sitemaps_and_indexes_of_them_are_read(self):
        news = ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{}/a</loc>'
                '<news:news><news:publication_date>2026-03-14</news:publication_date><news:title>Fähre</news:title></news:news></url></urlset>')
        server = self.serve({"/a": page(1)})
        server.pages["/news.xml.gz"] = (200, {"Content-Type": "application/gzip"}, packed(news.format(server.at).encode()))
        server.pages["/index.xml"] = (f"<sitemapindex><sitemap><loc>{server.at}/news.xml.gz</loc></sitemap>"
                                      f"<sitemap><loc>{server.at}/index.xml</loc></sitemap></sitemapindex>").encode()
        process = watch(server, "/index.xml", store=self.store)
        self.assertEqual([line["page"] for line in printed(process)], [server.at + "/a"], process.stderr.decode())
        self.assertLessEqual(server.counts["/index.xml"], 4)

    def test_robots_txt_is_obeyed(self):
        server = self.serve({"/robots.txt": b"User-agent: depesche\nDisallow: /secret\nUser-agent: *\nDisallow: /\n",
                             "/feed": rss(("/secret/a", None), ("/open", None)), "/secret/a": page(1), "/open": page(2)})
        process = watch(server, "/feed", store=self.store)
        self.assertEqual(server.paths(), ["/robots.txt", "/feed", "/open"])
        self.assertIn("robots.txt forbids it", process.stderr.decode())

    def test_while_robots_txt_fails_nothing_is_asked(self):
        server, _ = self.lost_with({"/robots.txt": (503, {}, b"User-agent: *\nAllow: /"), "/feed": rss(("/good", None))}, "robots.txt cannot be read")
        self.assertEqual(server.paths(), ["/robots.txt"])

    def test_robots_txt_of_any_size_is_read_to_its_limit(self):
        rules = b"User-agent: *\nDisallow: /no\n" + b"# nothing\n" * 400_000 + b"Disallow: /\n"
        server = self.serve({"/robots.txt": rules, "/feed": rss(("/no", None), ("/a", None)), "/no": page(1), "/a": page(2)})
        watch(server, "/feed", store=self.store)
        self.assertEqual(server.paths(), ["/robots.txt", "/feed", "/a"])

    def test_a_robots_txt_that_leads_astray_forbids_nothing(self):
        server = self.serve({"/robots.txt": (302, {"Location": "/robots.txt"}, b""), "/feed": rss(("/a", None)), "/a": page(1)})
        self.assertEqual(len(printed(watch(server, "/feed", store=self.store))), 1)
        self.assertEqual(server.counts["/robots.txt"], 6)

    def test_a_server_is_left_alone_between_requests(self):
        server = self.serve({"/robots.txt": b"User-agent: *\nCrawl-delay: 1.5\n", "/feed": rss(("/a", None)), "/a": page(1)})
        watch(server, "/feed", store=self.store)
        times = [at for _, _, at in server.asked]
        self.assertGreaterEqual(times[2] - times[1], 1.4)

    def test_private_addresses_are_refused_however_they_are_written(self):
        server = self.serve({"/feed": rss(("/a", None)), "/a": page(1)})
        port = server.at.rsplit(":", 1)[1]
        for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001", "[::ffff:127.0.0.1]", "127.1", "0.0.0.0", "[::1]", "[::]"):
            process = run("watch", "--store", self.store, "--once", f"http://{host}:{port}/feed")
            self.assertEqual(process.returncode, 1, host)
            self.assertIn("no public one", process.stderr.decode(), host)
        self.assertEqual(server.paths(), [])

    def test_a_proxy_in_the_environment_is_no_way_around(self):
        server = self.serve({})
        process = run("watch", "--store", self.store, "--once", "http://192.0.2.1/feed", env={"http_proxy": server.at, "LC_ALL": "C.UTF-8"})
        self.assertIn("no public one", process.stderr.decode())
        self.assertEqual(server.paths(), [])

    def test_redirects_to_private_addresses_files_and_passwords_are_refused(self):
        other = Server({"/a": page(1)}, "127.0.0.2")
        self.addCleanup(other.__exit__)
        to = {"/private": other.at + "/a", "/file": "file:///etc/passwd", "/ftp": "ftp://127.0.0.1/a", "/password": "http://user:geheim@127.0.0.1/a",
              "/metadata": "http://169.254.169.254/latest/meta-data/", "/loop": "/loop", "/data": "data:text/html,hallo"}
        server = self.serve({"/feed": rss(*((path, None) for path in to)), **{path: (302, {"Location": target}, b"") for path, target in to.items()}})
        process = watch(server, "/feed", store=self.store)
        told = process.stderr.decode()
        self.assertEqual(process.stdout, b"")
        self.assertEqual(other.paths(), [])
        self.assertEqual(told.count("no public one"), 2, told)
        self.assertEqual(told.count("only http and https"), 3, told)
        self.assertIn("redirected more than 5 times", told)
        self.assertNotIn("geheim", told)
        self.assertEqual(server.counts["/loop"], 6)

    def test_a_page_is_named_by_where_it_was_found_in_the_end(self):
        server = self.serve({"/feed": rss(("/old", None)), "/old": (301, {"Location": "/new"}, b""), "/new": page(1)})
        self.assertEqual([line["page"] for line in printed(watch(server, "/feed", store=self.store))], [server.at + "/new"])
        watch(server, "/feed", store=self.store)
        self.assertEqual(server.counts["/old"], 1)

    def test_feeds_with_passwords_and_other_schemes_are_wrong_usage(self):
        for address in ("http://user:geheim@127.0.0.1/feed", "file:///etc/passwd", "ftp://a.example/feed", "feed.xml", "http://"):
            process = run("watch", "--store", self.store, "--once", address)
            self.assertEqual(process.returncode, 2, address)
            self.assertNotIn(b"geheim", process.stderr)

    def test_gzip_bombs_end_at_the_limit(self):
        bomb = (200, {"Content-Encoding": "gzip"}, packed_zeros(300))
        self.lost_with({"/feed": rss(("/bomb", None), ("/good", None)), "/bomb": bomb}, "more than 8388608 bytes")
        self.assertEqual(len(stored(self.store)), 1)

    def test_a_feed_that_is_a_bomb_ends_at_the_limit(self):
        self.lost_with({"/feed": (200, {"Content-Encoding": "gzip"}, packed_zeros(300))}, "more than 52428800 bytes")
        self.lost_with({"/feed": (200, {"Content-Type": "application/gzip"}, packed_zeros(300))}, "unpacks to")

    def test_an_endless_body_ends_at_the_limit(self):
        def endless(request, _):
            request.raw(part for parts in iter(lambda: [b"HTTP/1.1 200 OK\r\n\r\n"] + [b"x" * 65536] * 10_000, None) for part in parts)
        self.lost_with({"/feed": rss(("/endless", None), ("/good", None)), "/endless": endless}, "more than 8388608 bytes")

    def test_an_endless_header_ends_at_the_limit(self):
        def endless(request, _):
            request.raw(part for parts in iter(lambda: [b"HTTP/1.1 200 OK\r\n"] + [b"X-Field: " + b"x" * 1000 + b"\r\n"] * 10_000, None) for part in parts)
        self.lost_with({"/feed": endless}, "header has more than 65536 bytes")

    def test_a_slow_server_is_given_up(self):
        def slow(request, _):
            def drops():
                yield b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
                for _ in range(60):
                    time.sleep(1)
                    yield b"x"
            request.raw(drops())
        self.lost_with({"/feed": slow}, "takes too long", seconds=45)

    def test_a_body_shorter_than_announced_is_lost(self):
        def short(request, _):
            request.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n" + page(1))
        self.lost_with({"/feed": rss(("/short", None)), "/short": short}, "breaks off")
        self.assertEqual(stored(self.store), [])

    def test_a_server_that_says_nothing_or_nonsense_is_lost(self):
        self.lost_with({"/feed": lambda request, _: request.raw(b"")}, "breaks off")
        self.lost_with({"/feed": lambda request, _: request.raw(b"\xff\xfe nonsense\r\n\r\n")}, "")

    def test_a_server_that_asks_for_time_gets_it(self):
        server = self.serve({"/feed": rss(("/busy", None), ("/a", None)), "/busy": (429, {"Retry-After": "3600"}, b""), "/a": page(1)})
        process = watch(server, "/feed", store=self.store)
        self.assertIn("1 addresses are left for later", process.stderr.decode())
        self.assertEqual(server.paths(), ["/robots.txt", "/feed", "/busy"])
        watch(server, "/feed", store=self.store)
        self.assertEqual(server.paths(), ["/robots.txt", "/feed", "/busy"], "also the next run leaves it alone")

    def test_a_failing_page_is_tried_again_after_a_while_only(self):
        server = self.serve({"/feed": rss(("/busy", None)), "/busy": (503, {"Retry-After": "0"}, b"")})
        self.assertEqual(watch(server, "/feed", store=self.store).returncode, 1)
        with sqlite3.connect(self.store) as database:
            database.execute("DELETE FROM host_waits")
        watch(server, "/feed", store=self.store)
        self.assertEqual(server.counts["/busy"], 1)

    def test_a_page_that_is_gone_is_not_asked_for_again(self):
        server = self.serve({"/feed": rss(("/gone", None)), "/gone": (410, {}, b"")})
        watch(server, "/feed", store=self.store)
        watch(server, "/feed", store=self.store)
        self.assertEqual(server.counts["/gone"], 1)

    def test_a_forgotten_page_is_not_fetched_again(self):
        server = self.serve({"/feed": rss(("/old", "2026-03-01"), ("/b", None)), "/old": (302, {"Location": "/a"}, b""), "/a": page(1), "/b": page(2)})
        lines = printed(watch(server, "/feed", store=self.store))
        hashes = {line["page"]: line["sha256"] for line in lines}
        self.assertEqual(run("forget", "--store", self.store, hashes[server.at + "/a"]).returncode, 0)
        self.assertEqual(run("forget", "--store", self.store, server.at + "/b").returncode, 0)
        server.pages["/feed"] = rss(("/old", "2026-03-09"), ("/b", "2026-03-09"), ("/a", "2026-03-09"), ("/detour", None))
        server.pages["/detour"] = (302, {"Location": "/a"}, b"")
        self.assertEqual(watch(server, "/feed", store=self.store).stdout, b"")
        self.assertEqual([server.counts[path] for path in ("/old", "/a", "/b", "/detour")], [1, 1, 1, 1])
        left = b"".join(read_bytes(self.store + end) for end in ("", "-wal") if os.path.exists(self.store + end))
        for path in ("/old", "/a", "/b", "/detour"):
            self.assertNotIn((server.at + path).encode(), left)

    def test_a_feed_of_a_hundred_thousand_entries_is_taken_in_parts(self):
        entries = [(f"/{i}", f"2026-03-01T{i // 3600 % 24:02}:{i // 60 % 60:02}:{i % 60:02}Z") for i in range(100_000)]
        server = self.serve({"/feed": rss(*entries), "/86399": page(1), "/86398": page(2)})
        process = watch(server, "/feed", store=self.store, more=("--at-most", "2"), timeout=400)  # a sanitizer takes ten times as long
        self.assertIn("100000 entries, 100000 new, 99998 of them left for later", process.stderr.decode())
        self.assertEqual({line["page"] for line in printed(process)}, {server.at + "/86399", server.at + "/86398"}, "the latest come first")

    def test_broken_feeds_give_what_is_whole(self):
        whole = rss(("/a", None))
        broken = whole.replace(b"</channel>", b"<item><title>x</ti></item><item><title>Fin").replace(b"</rss>", b"")
        server = self.serve({"/feed": broken, "/html": page(3), "/empty": b"", "/a": page(1), "/bytes": (200, {}, bytes(range(256)) * 40),
                             "/entity": b'<!DOCTYPE rss [<!ENTITY a "b">]>' + whole.replace(b"/a<", b"/&a;<")})
        process = watch(server, "/feed", store=self.store)
        self.assertEqual([line["page"] for line in printed(process)], [server.at + "/a"], process.stderr.decode())
        for path in ("/html", "/empty", "/bytes", "/entity"):
            process = watch(server, path, store=self.store)
            self.assertEqual(process.stdout, b"", path)
            self.assertNotEqual(process.stderr, b"", path)

    def test_encodings_are_told_from_what_is_there(self):
        latin = rss(("/straße", None)).replace(b"utf-8", b"iso-8859-1").decode().encode("latin-1")
        utf16 = rss(("/b", None)).replace(b"utf-8", b"utf-16").decode().encode("utf-16")
        wrong = (200, {"Content-Type": "application/rss+xml; charset=utf-8"}, latin)
        server = self.serve({"/latin": wrong, "/utf16": utf16, "/stra%C3%9Fe": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, page(1)), "/b": page(2)})
        process = watch(server, "/latin", "/utf16", store=self.store)
        self.assertEqual(sorted(line["page"] for line in printed(process)), [server.at + "/b", server.at + "/stra%C3%9Fe"], process.stderr.decode())

    def test_what_is_no_page_is_left(self):
        server = self.serve({"/feed": rss(("/picture", None), ("/binary", None)), "/picture": (200, {"Content-Type": "image/jpeg"}, b"\xff\xd8\xff"),
                             "/binary": b"\x00\x01\x02" * 1000})
        process = watch(server, "/feed", store=self.store)
        self.assertIn("no page but image/jpeg", process.stderr.decode())
        self.assertEqual(stored(self.store), [])

    def test_a_signal_ends_it_cleanly_and_what_was_printed_is_there(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            store = os.path.join(self.folder.name, f"{number}.db")
            server = self.serve({"/feed": rss(*((f"/{i}", None) for i in range(50))), "/hang": lambda request, _: time.sleep(30),
                                 **{f"/{i}": page(i) for i in range(50)}})
            process = start("watch", "--store", store, "--allow-private", "--delay", "0.3s", server.at + "/feed", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            lines = [process.stdout.readline(), process.stdout.readline()]
            process.send_signal(number)
            rest, told = process.communicate(timeout=20)
            self.assertEqual(process.returncode, 0, told)
            lines += rest.splitlines()
            self.assertEqual(sorted(json.loads(line)["page"] for line in lines), [url for url, _, _ in stored(store)])
            self.assertIn(b"left for later", told)

    def test_feeds_are_looked_at_again_and_again(self):
        server = self.serve({"/feed": lambda request, count: rss(*((f"/{i}", None) for i in range(count))), **{f"/{i}": page(i) for i in range(9)}})
        process = start("watch", "--store", self.store, "--allow-private", "--delay", "0s", "--every", "1s", "--no-marks", server.at + "/feed", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        lines = [json.loads(process.stdout.readline())["page"] for _ in range(3)]
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=20), 0)
        process.stdout.close()
        self.assertEqual(lines, [f"{server.at}/{i}" for i in range(3)])


main()
