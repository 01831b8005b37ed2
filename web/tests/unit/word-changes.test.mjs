import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { wordChanges, bareWords } = await load("parts/word-changes.ts");
const states = (words, other) => wordChanges(words, other).map(({ text, state }) => [state, text.trim()]);

test("equal words in other marks and case are no change", () => {
  assert.deepEqual(states("„Wir haben jede Kabine abgeseilt“", '"wir haben jede kabine abgeseilt,"'), [["same", "„Wir haben jede Kabine abgeseilt“"]]);
});

test("a changed word is marked, and what it stands for is not shown as missing", () => {
  assert.deepEqual(states("Der Arbeitskampf kostete Millionen", "Der Ausstand kostete Millionen"), [["same", "Der"], ["changed", "Arbeitskampf"], ["same", "kostete Millionen"]]);
});

test("a dropped word is shown where it is missing", () => {
  assert.deepEqual(states("Das darf nie passieren", "Das darf nie wieder passieren"), [["same", "Das darf nie"], ["missing", "wieder"], ["same", "passieren"]]);
  assert.deepEqual(states("Das darf nie", "Das darf nie wieder passieren").at(-1), ["missing", "wieder passieren"]);
});

test("a word that only moved is no change", () => {
  assert.deepEqual(states("Das hat er nie so gesagt", "Das hat er so nie gesagt"), [["same", "Das hat er nie so gesagt"]]);
});

test("wordings with little in common are not compared", () => {
  assert.deepEqual(states("Ganz andere Worte stehen hier", "Die Fähre rammte am Abend hier"), [["same", "Ganz andere Worte stehen hier"]]);
});

test("all words of a wording stand in its pieces, in order, whatever it is compared with", () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const words = ["die", "Bahn", "fuhr", "nie", "„wieder“,", "–", "los."];
  for (let round = 0; round < 300; round += 1) {
    const some = () => Array.from({ length: random(9) }, () => words[random(words.length)]).join(" ");
    const [left, right] = [some(), some()];
    const kept = wordChanges(left, right).filter(({ state }) => state !== "missing").map(({ text }) => text).join("");
    assert.equal(kept, left);
  }
});

test("hostile lengths end soon", () => {
  const long = "wort ".repeat(200000);
  const begin = Date.now();
  wordChanges(long, `${long} mehr`);
  assert.ok(Date.now() - begin < 5000);
  assert.equal(bareWords("– … !").length, 0);
});
