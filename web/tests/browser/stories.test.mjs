import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { calm, examples, filledServer, folder, go, ingest, open, openStory, serve, settled, shot, storyTitle } from "./setup.mjs";

const server = await filledServer();
const rows = (page) => page.locator(".story-row");

test("the first page lists the stories with their reports and independent origins", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  assert.ok((await rows(page).count()) > 10);
  const row = rows(page).filter({ hasText: storyTitle });
  await assert.doesNotReject(row.getByText(/3 reports from/).waitFor());
  await shot(page, "stories");
  calm(seen);
});

test("a new reader finds out who copied whom with one click from the first page", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  const copied = page.getByRole("region", { name: "Who copied whom" });
  await copied.getByText(/Nordlicht Zeitung took \d+ words \(\d+ passages\) from Salzacher Anzeiger/).waitFor();
  const box = await copied.boundingBox();
  assert.ok(box && box.y < 900, "it stands on the first screen");
  calm(seen);
});

test("stories are ordered by newest, most origins and most reports", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await page.getByRole("link", { name: "most reports" }).click();
  await page.locator('.chip[aria-current]', { hasText: "most reports" }).waitFor();
  const counts = (await rows(page).locator(".sum").allTextContents()).map((text) => Number(/(\d+) report/.exec(text)?.[1]));
  assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
  calm(seen);
});

test("filters by days, outlet, person, place and topic narrow the list and can be cleared", async () => {
  const { page, seen } = await open(server);
  for (const [name, value, expected] of [["Outlet", "Nordlicht Zeitung", storyTitle], ["Person", "Annelies Thurner", storyTitle], ["Place", "Hornkogel", storyTitle]]) {
    await go(page, server);
    const all = await rows(page).count();
    await page.getByText("Filters", { exact: true }).click();
    await page.getByLabel(name, { exact: true }).fill(value);
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("Filters (1 set)").waitFor();
    await rows(page).filter({ hasText: expected }).first().waitFor();
    assert.ok((await rows(page).count()) < all, name);
    await page.getByRole("link", { name: "Clear all filters" }).first().click();
    await page.getByText("Filters", { exact: true }).waitFor();
    assert.equal(await rows(page).count(), all);
  }
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("From").fill("2026-03-14");
  await page.getByLabel("Until").fill("2026-03-15");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("Filters (2 set)").waitFor();
  await rows(page).filter({ hasText: storyTitle }).waitFor();
  assert.equal(await rows(page).filter({ hasText: "Landbahn" }).count(), 0);
  calm(seen);
});

test("a topic in the address selects its stories", async () => {
  const { page, seen } = await open(server);
  await go(page, server, `#/?topic=${encodeURIComponent(storyTitle)}`);
  await page.getByText("Filters (1 set)").waitFor();
  assert.equal(await page.getByLabel("Topic").inputValue(), storyTitle);
  await rows(page).filter({ hasText: storyTitle }).waitFor();
  assert.equal(await rows(page).count(), 1);
  calm(seen);
});

test("no story fits: the page says what to do", async () => {
  const { page, seen } = await open(server);
  await go(page, server, "#/?outlet=Nirgendblatt");
  await page.getByText("No story fits this selection").waitFor();
  await page.getByRole("link", { name: "Clear all filters" }).first().click();
  await rows(page).first().waitFor();
  calm(seen);
});

test("an empty store says how pages come in", async () => {
  const store = path.join(folder(), "empty.db");
  ingest(store, ...examples.slice(0, 2), folder());
  const empty = await serve(store);
  const { page, seen } = await open(empty);
  await go(page, empty);
  await page.getByText("No pages in the store yet").waitFor();
  await page.getByRole("link", { name: "Add pages" }).last().click();
  await page.getByRole("heading", { level: 1, name: "Add pages" }).waitFor();
  calm(seen);
});

test("going back returns to the same place of the list", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await page.evaluate(() => window.scrollTo(0, 600));
  await rows(page).nth(6).getByRole("link").last().click();
  await page.locator("article.story").waitFor();
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  await page.goBack();
  await rows(page).first().waitFor();
  await settled(page);
  await page.waitForFunction(() => window.scrollY > 400);
  calm(seen);
});

test("an address that leads nowhere says so and leads back", async () => {
  const { page } = await open(server);
  await go(page, server, "#/nonsense");
  await page.getByRole("heading", { name: "There is no such page" }).waitFor();
  await go(page, server, "#/story/000000000000");
  await page.getByText("That did not work").waitFor();
});
