// What the browser tests share: a store of made-up pages, the server over it, Debian's Chromium, and a watch over all that must never happen.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { after } from "node:test";
import { chromium } from "playwright-core";

export const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const program = process.env.DEPESCHE_PROGRAM ?? path.join(source, "build/release/depesche");
const browserPath = process.env.DEPESCHE_CHROMIUM ?? "/usr/bin/chromium";
const shots = process.env.DEPESCHE_SHOTS; // a folder for pictures of what the tests saw
export const examples = ["--meta", "examples/pages.csv", "examples/pages"];
export const piles = ["faehre", "haushalt", "stollen", "tarif", "zecke"].map((name) => `tests/piles/${name}/pages`);

export function folder() {
  const made = mkdtempSync(path.join(tmpdir(), "depesche-web-"));
  after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

export function depesche(...words) {
  return execFileSync(program, words, { cwd: source, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

// Exit status 1 (a page that could not be read) is none of the tests' business.
export function ingest(store, ...paths) {
  try {
    depesche("ingest", "--store", store, ...paths);
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

// The running server: {base, token}. It is ended with the test file.
export async function serve(store) {
  // With setpriv it goes also when this file is killed for taking too long.
  const words = [program, "serve", "--store", store, "--port", "0"];
  if (existsSync("/usr/bin/setpriv")) words.unshift("/usr/bin/setpriv", "--pdeathsig", "TERM");
  const child = spawn(words[0], words.slice(1), { cwd: source, stdio: ["ignore", "pipe", "inherit"] });
  after(() => child.kill());
  process.on("exit", () => child.kill());
  let said = "";
  const address = await new Promise((found, failed) => {
    child.on("exit", (status) => failed(new Error(`serve ended with ${status}: ${said}`)));
    child.stdout.on("data", (bytes) => {
      said += bytes;
      const match = /(http:\/\/[^\s/]+)\/#token=(\S+)/.exec(said);
      if (match) found(match);
    });
  });
  return { base: address[1], token: address[2] };
}

const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
after(() => browser.close());

// Reports of the page itself: kept where a script of a page could not take them back.
const watch = () => {
  addEventListener("securitypolicyviolation", (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`));
};

// A browser page that watches: errors, policy violations, dialogs and requests to any other host are kept in `seen`.
export async function open(server, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: "en-GB", ...options });
  context.setDefaultTimeout(15000);
  await context.addInitScript(watch);
  const page = await context.newPage();
  const seen = [];
  page.on("console", (message) => message.type() === "error" && seen.push(message.text()));
  page.on("pageerror", (error) => seen.push(String(error)));
  page.on("dialog", (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => !request.url().startsWith(server.base) && seen.push(`request ${request.url()}`));
  return { page, seen, context };
}

export async function go(page, server, address = "") {
  await page.goto("about:blank");
  await page.goto(`${server.base}/${address}`);
  await settled(page);
}

export async function settled(page) {
  await page.locator("main h1, main .failed").first().waitFor();
  await page.locator("main[aria-busy]").waitFor({ state: "detached" });
}

// Nothing that must never happen has happened.
export function calm(seen) {
  assert.deepEqual(seen, []);
}

export async function shot(page, name) {
  if (shots) await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: false });
}

export function write(where, name, bytes) {
  const file = path.join(where, name);
  writeFileSync(file, bytes);
  return file;
}

export async function filledServer() {
  const store = path.join(folder(), "news.db");
  ingest(store, ...examples, ...piles);
  return { ...(await serve(store)), store };
}

export const storyTitle = "Seilbahn am Hornkogel steht still: 47 Menschen gerettet";
export async function openStory(page, server, token = false) {
  await go(page, server, token ? `#token=${server.token}` : "");
  await page.getByRole("link", { name: storyTitle }).first().click();
  await page.getByRole("heading", { level: 1, name: storyTitle }).waitFor();
}
