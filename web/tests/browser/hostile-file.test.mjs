// Hostile pages in the file that `brief --html` writes.
import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { hostilePages } from "./hostile-pages.mjs";
import { calm, depesche, folder, open } from "./setup.mjs";

const pages = hostilePages();

test("nothing of a hostile page runs or is loaded in the file that brief --html writes", async () => {
  const file = path.join(folder(), "brief.html");
  try {
    depesche("brief", "--meta", path.join(pages, "meta.csv"), pages, "--quiet", "--html", file);
  } catch (error) {
    assert.equal(error.status, 1); // pages without an article
  }
  const address = pathToFileURL(file).href;
  const { page, seen } = await open({ base: address });
  await page.goto(address);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  for (const reference of (await page.locator("a[href^='#'], button").all()).slice(0, 40)) if (await reference.isVisible()) await reference.click({ timeout: 1000 }).catch(() => undefined);
  await page.waitForTimeout(200);
  const found = await page.evaluate(() => [...document.querySelectorAll("img, iframe, object, embed, base, math, meta[http-equiv=refresh], link[rel=stylesheet], a[href^='javascript:' i]")].map((one) => one.outerHTML.slice(0, 200))
    .concat([...document.querySelectorAll("*")].filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on"))).map((one) => one.outerHTML.slice(0, 200))).concat(window.hit ? ["it ran"] : []));
  assert.deepEqual(found, []);
  calm(seen);
});
