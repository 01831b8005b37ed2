import assert from "node:assert/strict";
import test from "node:test";
import { calm, filledServer, go, open, openStory, shot } from "./setup.mjs";

const server = await filledServer();
const region = (page, name) => page.getByRole("region", { name, exact: true });
const marked = (page) => page.locator(".page-view mark.marked");
const isInside = (inner, outer) => inner.y >= outer.y - 1 && inner.y + inner.height <= outer.y + outer.height + 1;

test("a click on a line shows the page's own text with those bytes marked and in sight", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  const point = region(page, "What is agreed").locator(".point").first();
  const words = await point.locator(".point-text").textContent();
  await point.locator(".ref").first().click();
  await marked(page).first().waitFor();
  assert.equal((await marked(page).allTextContents()).join(""), words);
  const [mark, view] = await Promise.all([marked(page).first().boundingBox(), page.locator(".page-view-body").boundingBox()]);
  assert.ok(isInside(mark, view));
  await shot(page, "story-open");
  calm(seen);
});

test("the bytes that a reference names are the bytes of the stored page", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  const references = region(page, "What is agreed").locator(".ref");
  for (let i = 0; i < Math.min(4, await references.count()); i += 1) {
    await references.nth(i).click();
    await marked(page).first().waitFor();
    const [, begin, end] = /bytes (\d+)–(\d+)/.exec(await page.locator(".page-view .bytes").textContent());
    const address = await page.locator(".page-view a.download").getAttribute("href");
    const stored = await (await page.request.get(server.base + address)).body();
    assert.equal(stored.subarray(Number(begin), Number(end)).toString("utf8"), (await marked(page).allTextContents()).join(""));
  }
  calm(seen);
});

test("every reference of the story leads to marked text or to its bytes", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const references = page.locator("article.story .ref");
  const count = await references.count();
  assert.ok(count > 30);
  for (let i = 0; i < count; i += 5) {
    await references.nth(i).click();
    await page.locator(".page-view .loading").waitFor({ state: "detached" });
    await marked(page).first().waitFor({ timeout: 5000 });
  }
  calm(seen);
});

test("an opened place has an address of its own", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  await region(page, "Who said what").locator(".ref").first().click();
  await marked(page).first().waitFor();
  const words = (await marked(page).allTextContents()).join("");
  await page.reload();
  await marked(page).first().waitFor();
  assert.equal((await marked(page).allTextContents()).join(""), words);
  calm(seen);
});

test("the picture of origins shows every report and origin, and is described in words", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  const picture = page.locator("svg.picture");
  for (const name of ["Salzacher Anzeiger", "Nordlicht Zeitung", "Rheintaler Bote"]) assert.match(await picture.textContent(), new RegExp(name));
  assert.ok((await picture.locator(".source").count()) >= 1);
  assert.ok((await picture.locator(".curve").count()) >= 2);
  assert.match(await picture.locator("desc").textContent(), /3 reports/);
  await region(page, "Who copied whom").getByText("Compare the words").first().click();
  await page.locator(".sides blockquote ins.changed:visible").first().waitFor();
  await shot(page, "story-copies");
  calm(seen);
});

test("copied text is tinted in the page view", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  await region(page, "Who copied whom").locator(".ref").first().click();
  await page.locator(".page-view .tint").first().waitFor();
  await page.getByText("Tinted: text that also stands in another report").waitFor();
  calm(seen);
});

test("wordings of a quote stand below each other with the changed words marked", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  const drift = region(page, "Who said what").locator(".quote", { hasText: "wording differs" }).first();
  assert.ok((await drift.locator(".wordings > li").count()) >= 2);
  assert.ok((await drift.locator("ins.changed, del.missing").count()) >= 1);
  calm(seen);
});

test("differences stand side by side, with who says which", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  const one = region(page, "Where the reports differ").locator(".difference").first();
  const [left, right] = await Promise.all([one.locator(".side").nth(0).boundingBox(), one.locator(".side").nth(1).boundingBox()]);
  assert.equal(Math.round(left.y), Math.round(right.y));
  assert.ok((await one.locator(".ref").count()) >= 2);
  calm(seen);
});

test("a count that rose from report to report is told apart from the differences", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await page.getByRole("link", { name: /^Fähr.* Möwenoog/ }).first().click();
  const update = region(page, "Counts that rose with time").locator(".difference").first();
  await update.waitFor();
  assert.deepEqual(await update.locator(".value").allTextContents(), ["41", "44"]);
  assert.ok((await update.locator(".ref").count()) >= 2);
  calm(seen);
});

test("the sections of a brief are all there, and the contents lead to them", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  for (const name of ["Who copied whom", "What is agreed", "Who said what", "Where the reports differ", "Timeline", "Who and where", "Gaps", "The reports"]) {
    await page.getByRole("button", { name, exact: true }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), name);
    await region(page, name).waitFor();
  }
  calm(seen);
});

test("countries that the reports name are drawn on a small map", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  await page.locator("svg.map .land-named").first().waitFor();
  await page.getByText("Countries that the reports name: Austria").waitFor();
  calm(seen);
});

test("links to outside are http or https, shown as such, and tell nothing to where they lead", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await page.getByRole("link", { name: /Dozens rescued from stranded cable car/ }).first().click();
  await page.locator("article.story").waitFor();
  const outside = page.locator("a.outside");
  assert.ok((await outside.count()) >= 1);
  for (const link of await outside.all()) {
    assert.match(await link.getAttribute("href"), /^https?:\/\//);
    assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
    assert.match(await link.textContent(), /\(outside\)/);
  }
  calm(seen);
});

test("a story without its server says so and can be tried again", async () => {
  const { page, context } = await open(server);
  await go(page, server);
  await context.route("**/api/v1/stories/*", (route) => route.abort());
  await page.locator(".story-row h2 a").first().click();
  await page.getByText("The server does not answer").waitFor();
  await context.unroute("**/api/v1/stories/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("article.story").waitFor();
});
