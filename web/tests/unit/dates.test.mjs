import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const german = await load("base/dates.ts");

test("a date is shown as far as it is known, in the page's own clock", () => {
  assert.equal(german.humanDate("2026-03-14T19:42:00+01:00", false), "14. März 2026, 19:42 Uhr");
  assert.equal(german.humanDate("2026-03-14", false), "14. März 2026");
  assert.equal(german.humanDate("2026-03"), "März 2026");
  assert.equal(german.humanDate("2026"), "2026");
  assert.equal(german.humanDate(null), "Datum unbekannt");
});

test("what is no date stays as it is", () => {
  for (const text of ["2026-02-31", "2026-13-01", "2026-W12", "gestern", "<b>"]) assert.equal(german.humanDate(text), text);
});

test("a span of one day is the day", () => {
  assert.equal(german.humanSpan("2026-03-14T10:00", "2026-03-14T20:00"), german.humanDate("2026-03-14"));
  assert.equal(german.humanSpan("2026-03-14", "2026-03-16"), "14. März 2026 bis 16. März 2026");
});

test("days are counted over the end of a month and a leap day", () => {
  assert.equal(german.addDays("2028-03-01", -1), "2028-02-29");
  assert.equal(german.addDays("2026-01-03", -6), "2025-12-28");
});
