// Hostile pages in the front end: nothing of them runs, nothing is loaded, and the policy of the page is never even asked to stop them.
import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { attacks, hostilePages, sentence } from "./hostile-pages.mjs";
import { calm, folder, go, ingest, open, serve, settled } from "./setup.mjs";

const pages = hostilePages();
const store = path.join(folder(), "hostile.db");
ingest(store, "--meta", path.join(pages, "meta.csv"), pages);
const server = await serve(store);

// What must not be in the document, wherever it came from.
const intruders = () => [...document.querySelectorAll("img, iframe, object, embed, base, math, form[action], style, meta[http-equiv], script:not([src^='/assets/']), link:not([href^='/assets/']), a:not([href^='#']):not([href^='/api/']):not([href^='http:']):not([href^='https:'])")]
  .map((one) => one.outerHTML.slice(0, 200))
  .concat([...document.querySelectorAll("*")].filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on") || name === "style")).map((one) => one.outerHTML.slice(0, 200)))
  .concat(window.hit ? ["it ran"] : []);

async function check(page, seen, what) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await page.waitForTimeout(50);
  assert.deepEqual(await page.evaluate(intruders), [], what);
  calm(seen);
}

test("nothing of a hostile page runs in the lists, a search, a trace, or among people and outlets", async () => {
  const { page, seen } = await open(server);
  for (const view of ["", "#/search?q=Hafenau", "#/search?q=script", `#/trace?text=${encodeURIComponent(sentence(attacks[0], 0))}`, "#/people", "#/outlets", "#/corrections", "#/add"]) {
    await go(page, server, view);
    await check(page, seen, view);
  }
});

test("nothing of a hostile page runs in a story or in the view of its page", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  const stories = await page.locator(".story-row h2 a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.ok(stories.length >= 1);
  for (const story of stories.slice(0, 12)) {
    await go(page, server, story);
    await check(page, seen, story);
    const references = page.locator("article .ref:visible");
    const count = await references.count();
    for (let i = 0; i < count; i += Math.max(1, Math.floor(count / 20))) {
      await references.nth(i).click();
      await page.locator(".page-view .loading").waitFor({ state: "detached" });
      await check(page, seen, story);
    }
  }
});

test("nothing runs on the pages of hostile names, or of names made up in an address", async () => {
  const { page, seen } = await open(server);
  for (const kind of ["outlet", "person"]) {
    await go(page, server, kind === "outlet" ? "#/outlets" : "#/people");
    const links = await page.locator(".index a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    for (const link of links.slice(0, 10)) {
      await go(page, server, link);
      await check(page, seen, link);
    }
  }
  for (const attack of attacks.slice(0, 8)) {
    for (const view of [`#/search?q=${encodeURIComponent(attack)}`, `#/?outlet=${encodeURIComponent(attack)}&topic=${encodeURIComponent(attack)}`, `#/trace?text=${encodeURIComponent(attack)}`]) {
      await page.goto(`${server.base}/${view}`);
      await settled(page);
      assert.deepEqual(await page.evaluate(intruders), [], view);
    }
  }
  assert.deepEqual(seen.filter((line) => !/status of 4\d\d/.test(line)), []);
});

test("a corrected speaker and the name of a dropped file are text as well", async () => {
  const { page, seen } = await open(server);
  await go(page, server, `#token=${server.token}`);
  await page.goto(`${server.base}/#/add`);
  await page.getByLabel("or choose files").setInputFiles({ name: `${attacks[1]}.txt`, mimeType: "text/plain", buffer: Buffer.from(`${attacks[0]}\n\nNebel in Hafenau\n\n${sentence(attacks[2], 3)} Noch mehr.`) });
  await page.locator(".added .done, .added .problem").first().waitFor();
  await check(page, seen, "add");
  await page.goto(`${server.base}/`);
  await settled(page);
  await page.locator(".story-row h2 a").first().click();
  await page.locator("article.story").waitFor();
  const quote = page.locator(".quote").first();
  await quote.getByText("Correct", { exact: true }).first().click();
  await quote.getByLabel("Who spoke").fill(attacks[1]);
  await quote.getByRole("button", { name: "Save" }).click();
  await page.getByText("Corrected. It can be taken back").waitFor();
  await check(page, seen, "story");
  await page.goto(`${server.base}/#/corrections`);
  await page.locator(".correction").first().waitFor();
  await check(page, seen, "corrections");
});

test("the stored bytes of a hostile page are a download, never a page", async () => {
  const { page } = await open(server);
  await go(page, server, "#/search?q=Hafenau");
  const id = (await page.locator(".hit h2 a").first().getAttribute("href")).split("/")[2].split("?")[0];
  const answer = await page.request.get(`${server.base}/api/v1/pages/${id}/bytes`);
  assert.match(answer.headers()["content-type"], /^text\/plain/);
  assert.match(answer.headers()["content-disposition"], /^attachment/);
  assert.equal(answer.headers()["x-content-type-options"], "nosniff");
});

test("the front end comes with a policy that lets nothing else run or load", async () => {
  const { page } = await open(server);
  const policy = (await page.request.get(server.base)).headers()["content-security-policy"];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  await go(page, server);
  const blocked = await page.evaluate(() => new Promise((done) => {
    addEventListener("securitypolicyviolation", () => done(true));
    const script = document.createElement("script");
    script.textContent = "window.hit = 1";
    document.body.append(script);
    setTimeout(() => done(window.hit === undefined), 1000);
  }));
  assert.equal(blocked, true);
});
