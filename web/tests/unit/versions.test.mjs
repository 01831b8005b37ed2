import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { changeText, wordings } = await load("parts/versions.ts");
const version = (page, text, more = {}) => ({ page, begin: 0, end: text.length, text, via: null, ...more });

test("equal wordings stand together, whatever their marks", () => {
  const found = wordings([version("a", "Das war knapp."), version("b", "Das war knapp"), version("c", "Es war knapp")]);
  assert.deepEqual(found.map(({ text, utterances }) => [text, utterances.map(({ parts }) => parts[0].page)]), [["Das war knapp.", ["a", "b"]], ["Es war knapp", ["c"]]]);
});

test("the parts of an interrupted utterance are one wording", () => {
  const found = wordings([version("a", "Wir fahren"), version("a", "morgen wieder", { continues: true }), version("b", "Wir fahren morgen wieder")]);
  assert.equal(found.length, 1);
  assert.equal(found[0].utterances[0].parts.length, 2);
});

test("a part that goes on from nothing is a wording of its own", () => {
  assert.equal(wordings([version("a", "und dann", { continues: true })]).length, 1);
});

test("a change of words is named", () => {
  assert.match(changeText("derzeit → –"), /left out|weggelassen/);
  assert.match(changeText("aber nur heute → …"), /shortened by|gekürzt um/);
  assert.match(changeText("– → nur"), /put in|hinzugefügt/);
  assert.match(changeText("keine → eine"), /(changed|geändert): keine → eine/);
});
