import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { lanesOf, groupCopies } = await load("parts/origin-tree.ts");
const mention = (page, text) => ({ page, begin: 0, end: text.length, text });
const copy = (to, from, origin, text = "fünf Wörter aus einem Satz") => ({ to, from, origin, taken: mention(to, text), source: from && mention(from, text) });
const story = (reports, origins, copies) => ({ reports: reports.map((page) => ({ page })), origins, copies });

test("a copy belongs to the origin it names, else to the first that has both reports, else to none", () => {
  const origins = [{ name: "dpa", kind: "agency", reports: ["a", "b"] }, { name: "Bote", kind: "outlet", reports: ["b", "c"] }];
  const lanes = lanesOf(story(["a", "b", "c", "d"], origins, [copy("b", "a", "dpa"), copy("c", "b", null), copy("d", "a", "APA")]));
  assert.deepEqual(lanes.map((lane) => [lane.origin?.name ?? null, lane.pages, lane.copies.length]), [["dpa", ["a", "b"], 1], ["Bote", ["b", "c"], 1], [null, ["a", "d"], 1]]);
});

test("copies of the same two reports are taken together, the most words first", () => {
  const groups = groupCopies([copy("b", "a", "dpa", "eins zwei"), copy("c", null, "dpa", "eins zwei drei vier fünf"), copy("b", "a", "dpa", "drei – vier")]);
  assert.deepEqual(groups.map(({ to, from, words, copies }) => [to, from, words, copies.length]), [["c", null, 5, 1], ["b", "a", 4, 2]]);
});

test("copies whose direction is open stand apart from those where it is known", () => {
  const open = { ...copy("b", "a", "dpa"), direction_known: false };
  assert.deepEqual(groupCopies([open, copy("b", "a", "dpa")]).map(({ known }) => known).sort(), [false, true]);
});
