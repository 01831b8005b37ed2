import assert from "node:assert/strict";
import test from "node:test";
import { outlines } from "../../outlines.mjs";
import { load } from "./load.mjs";

const { countriesIn } = await load("parts/map.ts");
const world = await outlines();
const codes = world.map(({ code }) => code);
const place = (name, ...spellings) => ({ name, role: null, spellings, mentions: [] });

test("a country is found by its German and its English name and by a spelling, never by a part of one", () => {
  assert.deepEqual(countriesIn([place("Österreich")], codes), ["AT"]);
  assert.deepEqual(countriesIn([place("Austria")], codes), ["AT"]);
  assert.deepEqual(countriesIn([place("Schweizer Bund", "Schweiz")], codes), ["CH"]);
  assert.deepEqual(countriesIn([place("Oberösterreich"), place("Hornkogel"), place(null)], codes), []);
});

test("the outlines know the countries of the world and stay small", () => {
  assert.ok(codes.length > 200 && new Set(codes).size === codes.length);
  for (const code of ["DE", "AT", "CH", "GB", "US", "KP"]) assert.ok(codes.includes(code), code);
  assert.ok(JSON.stringify(world).length < 120000);
  for (const { path, box } of world) {
    assert.match(path, /^(M-?\d+,-?\d+l[-\d, ]+z)+$/);
    assert.ok(box[0] <= box[2] && box[1] <= box[3]);
  }
});

test("north is up and Austria is east of Switzerland", () => {
  const box = (code) => world.find((country) => country.code === code).box;
  assert.ok(box("NO")[1] < box("AT")[1]);
  assert.ok(box("CH")[0] < box("AT")[0]);
});
