import assert from "node:assert/strict";
import test from "node:test";
import { calm, filledServer, go, open, settled, shot, storyTitle } from "./setup.mjs";

const server = await filledServer();
const nav = (page, name) => page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name });

test("search marks the hits and offers the same search as a feed", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await nav(page, "Search").click();
  await page.getByLabel("Search in all pages").fill("Bergretter");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.locator(".hit mark").first().waitFor();
  assert.match(await page.locator(".hit mark").first().textContent(), /Bergretter/i);
  const feed = await page.getByRole("link", { name: "This search as an RSS feed" }).getAttribute("href");
  const answer = await page.request.get(server.base + feed);
  assert.match(await answer.text(), /<rss version="2.0"/);
  await shot(page, "search");
  await page.locator(".hit h2 a").first().click();
  await page.locator("main mark.marked").first().waitFor();
  assert.match(await page.locator("main mark.marked").first().textContent(), /Bergretter/i);
  calm(seen);
});

test("a search without hits says what to try", async () => {
  const { page, seen } = await open(server);
  await go(page, server, "#/search?q=Xylophonkonzert");
  await page.getByText("No page has all of these words").waitFor();
  calm(seen);
});

test("a pasted sentence leads to who had it first", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await nav(page, "Trace a sentence").click();
  await page.getByLabel("Sentence or paragraph").fill("Drei von ihnen kamen mit Unterkühlungen in eine Klinik, wie das Rote Kreuz erklärte.");
  await page.getByRole("button", { name: "Trace", exact: true }).click();
  await page.getByRole("heading", { name: "First in Salzacher Anzeiger" }).waitFor();
  await page.locator(".hits").last().getByText("Nordlicht Zeitung").waitFor();
  await shot(page, "trace");
  await page.locator(".first-hit .trace-title a").first().click();
  await page.locator("main mark.marked").first().waitFor();
  assert.match((await page.locator("main mark.marked").allTextContents()).join(""), /Unterkühlungen/);
  calm(seen);
});

test("a sentence that nobody has is told", async () => {
  const { page, seen } = await open(server);
  await go(page, server, "#/trace?text=Der%20Mond%20ist%20aus%20gr%C3%BCnem%20K%C3%A4se%20und%20niemand%20hat%20es%20je%20gemerkt");
  await page.getByText("No report has these words").waitFor();
  calm(seen);
});

test("a person's page shows what they said by day, with drift", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await nav(page, "People").click();
  await page.getByLabel("Name").fill("Mitterhofer");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("link", { name: /Georg Mitterhofer/ }).click();
  await page.getByRole("heading", { level: 1, name: /Georg Mitterhofer/ }).waitFor();
  await page.locator(".said-at").first().waitFor();
  const days = await page.locator(".said-at .when").allTextContents();
  assert.ok(days.length >= 1 && days[0].includes("2026"), days.join());
  assert.ok((await page.locator(".said-at.has-drift ins.changed, .said-at.has-drift del.missing").count()) >= 1);
  await shot(page, "person");
  await page.locator(".said-at .ref").first().click();
  await page.locator("main mark.marked").first().waitFor();
  calm(seen);
});

test("a person's page leads to the stories", async () => {
  const { page, seen } = await open(server);
  await go(page, server, "#/person/Annelies%20Thurner");
  await page.getByRole("link", { name: storyTitle }).first().click();
  await page.locator("article.story").waitFor();
  calm(seen);
});

test("an outlet's page says how much is its own and how much an agency's", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await nav(page, "Outlets").click();
  await page.getByRole("link", { name: "Nordlicht Zeitung", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Nordlicht Zeitung" }).waitFor();
  const table = page.locator(".shares-table");
  await table.getByText(/agencies|other outlets/).first().waitFor();
  const shares = (await table.locator("td").allTextContents()).map((text) => Number(/\((\d+)%\)/.exec(text)?.[1]));
  assert.ok(Math.abs(shares.reduce((a, b) => a + b, 0) - 100) <= 2, shares.join());
  await page.getByRole("heading", { name: "Took from" }).waitFor();
  await shot(page, "outlet");
  calm(seen);
});

test("an outlet's span of days can be chosen", async () => {
  const { page, seen } = await open(server);
  await go(page, server, "#/outlet/Nordlicht%20Zeitung");
  await page.getByLabel("From").fill("1999-01-01");
  await page.getByLabel("Until").fill("1999-01-02");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("No text in this span of days.").waitFor();
  await settled(page);
  calm(seen);
});

test("downloads of the list are offered and come as files", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await page.getByText("Download", { exact: true }).click();
  const address = await page.getByRole("listitem").filter({ hasText: "Quotes" }).getByRole("link", { name: "CSV" }).getAttribute("href");
  const answer = await page.request.get(server.base + address);
  assert.match(answer.headers()["content-disposition"], /attachment/);
  assert.match(await answer.text(), /^story,/);
  calm(seen);
});
