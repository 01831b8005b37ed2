import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { outsideAddress, href, parseRoute } = await load("base/links.ts");

test("only http and https addresses can be followed", () => {
  for (const bad of ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//host/path", "/path", "blob:https://a/b", "", "http://", null]) {
    assert.equal(outsideAddress(bad), null, String(bad));
  }
  assert.equal(outsideAddress("https://zeitung.example/a?b=c"), "https://zeitung.example/a?b=c");
});

test("a route comes back from its address, whatever its parts are", () => {
  for (const part of ["Ä ö/ß?", "a#b&c=d", "100%", "\ud800", "‮rtl"]) {
    const route = parseRoute(href(["person", part], { q: part, none: null }));
    const well = part === "\ud800" ? "\ufffd" : part;
    assert.deepEqual(route.path, ["person", well]);
    assert.equal(route.query.get("q"), well);
    assert.equal(route.query.has("none"), false);
  }
});

test("a broken address is no error", () => {
  assert.deepEqual(parseRoute("#/person/%E0%A4%A").path, ["person", "%E0%A4%A"]);
  assert.deepEqual(parseRoute("").path, []);
});
