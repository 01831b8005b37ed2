import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { load, root } from "./load.mjs";

const sources = readdirSync(path.join(root, "src"), { recursive: true }).filter((name) => name.endsWith(".ts")).map((name) => [name, readFileSync(path.join(root, "src", name), "utf8")]);

// Ways to make markup, code or style out of text.
const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|document\.write|srcdoc|\beval\(|new Function|setAttributeNS|setHTML|\.style\b|cssText|javascript:/;

test("no text becomes markup, code or style", () => {
  assert.ok(sources.length > 30);
  for (const [name, text] of sources) assert.doesNotMatch(text, forbidden, name);
  assert.match("element.innerHTML = text", forbidden);
});

test("attributes are only set through the lists of allowed ones, and addresses only in links.ts", () => {
  for (const [name, text] of sources) {
    if (name.endsWith("links.ts") || name.endsWith("dom.ts")) continue;
    const set = [...text.matchAll(/setAttribute\(([^,]*)/g)].map(([, what]) => what);
    for (const what of set) assert.match(what, /^"aria-[a-z]+"$/, `${name}: ${what}`);
    const addresses = [...text.matchAll(/\.(?:href|src|action|formAction)\s*=[^=]\s*(.*)/g)].map(([, what]) => what);
    for (const what of addresses) assert.match(what, /^"?#main/, `${name}: ${what}`);
  }
});

test("each string is there in both languages, with the same places to fill in", async () => {
  for (const file of ["general", "story", "work"]) {
    const [words] = Object.values(await load(`words/${file}.ts`));
    for (const [key, [german, english, ...more]] of Object.entries(words)) {
      const places = (text) => (text.match(/\{\d\}/g) ?? []).sort().join();
      assert.ok(german && english && more.length === 0, key);
      if (!/\.1$/.test(key)) assert.equal(places(german), places(english), key);
    }
  }
});

test("each string is used, and what counts has one and many", async () => {
  const all = sources.filter(([name]) => !name.startsWith("words")).map(([, text]) => text).join("\n");
  for (const file of ["general", "story", "work"]) {
    const [words] = Object.values(await load(`words/${file}.ts`));
    for (const key of Object.keys(words)) {
      const stem = key.replace(/\.(1|n)$/, "");
      if (stem !== key) assert.ok(`${stem}.1` in words && `${stem}.n` in words, key);
      const family = `${stem.split(".")[0]}.\${`;
      assert.ok(all.includes(`"${stem}"`) || all.includes(family), `${key} is not used`);
    }
  }
});
