import assert from "node:assert/strict";
import test from "node:test";
import { calm, filledServer, go, open, openStory, settled, shot, storyTitle } from "./setup.mjs";

const server = await filledServer();
const views = ["", "#/search?q=Bahn", "#/trace", "#/people", "#/outlets", "#/corrections", "#/add", "#/person/Georg%20Mitterhofer", "#/outlet/Nordlicht%20Zeitung"];

async function storyAddress(page) {
  await openStory(page, server);
  return `#${page.url().split("#")[1]}`;
}

const focused = (page) => page.evaluate(() => ({ tag: document.activeElement?.tagName, text: document.activeElement?.textContent ?? "" }));

async function tabTo(page, wanted, most = 60) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    const { text } = await focused(page);
    if (wanted.test(text)) return;
  }
  assert.fail(`${wanted} was not reached by ${most} tabs`);
}

test("with the keyboard alone: from the first page to a story, to a page's bytes and back", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await page.keyboard.press("Tab");
  assert.match((await focused(page)).text, /Skip to the content/);
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).tag, "H1");
  await tabTo(page, new RegExp(storyTitle));
  await page.keyboard.press("Enter");
  await page.locator("article.story").waitFor();
  assert.deepEqual(await focused(page), { tag: "H1", text: storyTitle });
  await tabTo(page, /^What is agreed$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^(Nordlicht Zeitung|Salzacher Anzeiger)$/);
  const reference = (await focused(page)).text;
  await page.keyboard.press("Enter");
  await page.locator(".page-view mark.marked").first().waitFor();
  assert.equal((await focused(page)).tag, "MARK");
  await page.keyboard.press("Escape");
  assert.equal((await focused(page)).text, reference);
  calm(seen);
});

test("whatever has the focus can be seen to have it", async () => {
  const { page } = await open(server);
  await go(page, server);
  for (let i = 0; i < 25; i += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "none", (await focused(page)).text);
  }
});

test("each view has landmarks, one first heading, no skipped levels, and names for all that can be used", async () => {
  const { page, seen } = await open(server);
  for (const view of [...views, await storyAddress(page)]) {
    await go(page, server, view);
    const found = await page.evaluate(() => {
      const shown = (one) => one.checkVisibility();
      const levels = [...document.querySelectorAll("h1,h2,h3,h4")].filter(shown).filter((one) => !one.closest("aside")).map((one) => Number(one.tagName[1]));
      const nameless = [...document.querySelectorAll("input,select,textarea")].filter((one) => one.labels.length === 0 && !one.ariaLabel).map((one) => one.outerHTML);
      const empty = [...document.querySelectorAll("a,button,summary")].filter(shown).filter((one) => !(one.textContent.trim() || one.ariaLabel)).map((one) => one.outerHTML);
      const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
      const broken = [...document.querySelectorAll("[aria-labelledby],[aria-controls],label[for]")].flatMap((one) => (one.getAttribute("aria-labelledby") ?? one.getAttribute("aria-controls") ?? one.getAttribute("for")).split(" ")).filter((id) => !ids.includes(id));
      return { levels, nameless, empty, broken, twice: ids.filter((id, i) => ids.indexOf(id) !== i), landmarks: ["header", "nav", "main", "footer"].filter((tag) => !document.querySelector(tag)) };
    });
    const { levels, ...wrong } = found;
    assert.deepEqual(wrong, { nameless: [], empty: [], broken: [], twice: [], landmarks: [] }, view);
    assert.equal(levels.filter((level) => level === 1).length, 1, view);
    levels.forEach((level, i) => assert.ok(i === 0 || level <= levels[i - 1] + 1, `${view}: ${levels}`));
  }
  calm(seen);
});

test("the title, the language and what is read out follow the view", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  assert.equal(await page.title(), `${storyTitle} – Depesche`);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await go(page, server, "#/?sort=reports");
  await page.getByRole("link", { name: "most origins" }).click();
  await page.waitForFunction(() => document.querySelector("#announcer").textContent.includes("loaded"));
  calm(seen);
});

test("German for a German browser, English for others, and a switch that stays", async () => {
  const german = await open(server, { locale: "de-AT" });
  await go(german.page, server);
  await german.page.getByRole("heading", { level: 1, name: "Geschichten" }).waitFor();
  await german.page.getByText(/3 Berichte aus 3 unabhängigen Ursprüngen/).first().waitFor();
  await german.page.getByRole("button", { name: "English" }).click();
  await german.page.getByRole("heading", { level: 1, name: "Stories" }).waitFor();
  await german.page.reload();
  await german.page.getByRole("heading", { level: 1, name: "Stories" }).waitFor();
  assert.equal(await german.page.locator("html").getAttribute("lang"), "en");
  const french = await open(server, { locale: "fr-FR" });
  await go(french.page, server);
  await french.page.getByRole("heading", { level: 1, name: "Stories" }).waitFor();
  calm([...german.seen, ...french.seen]);
});

test("every view fits from 320 to 2000 pixels without scrolling sideways", async () => {
  const { page, seen } = await open(server);
  const story = await storyAddress(page);
  for (const width of [320, 390, 768, 1056, 2000]) {
    await page.setViewportSize({ width, height: 800 });
    for (const view of [...views, story]) {
      await go(page, server, view);
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${view} is ${over} pixels too wide at ${width}`);
    }
  }
  calm(seen);
});

test("on a phone a page opens as a sheet over the story and closes again", async () => {
  const { page, seen } = await open(server, { viewport: { width: 360, height: 740 }, hasTouch: true });
  await openStory(page, server);
  assert.equal(await page.locator(".page-view").isVisible(), false);
  await page.getByRole("region", { name: "What is agreed" }).locator(".ref").first().click();
  await page.locator(".page-view mark.marked").first().waitFor();
  await shot(page, "phone-sheet");
  const box = await page.locator(".page-view").boundingBox();
  assert.ok(box.width === 360 && box.height < 740);
  await page.getByRole("button", { name: "Close" }).click();
  assert.equal(await page.locator(".page-view").isVisible(), false);
  calm(seen);
});

// The contrast of text with the first background below it that is not see-through.
const contrasts = () => {
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (color, below) => {
    paint.fillStyle = below ?? "#fff";
    paint.fillRect(0, 0, 1, 1);
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (parts) => parts.map((part) => channel(part / 255)).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const backOf = (one) => {
    const colors = [];
    for (let at = one; at; at = at.parentElement) colors.push(getComputedStyle(at).backgroundColor);
    return colors.reverse().reduce((below, color) => (color === "rgba(0, 0, 0, 0)" ? below : `rgb(${rgb(color, below).join(",")})`), "#fff");
  };
  const poor = [];
  for (const one of document.querySelectorAll("main *, header *, footer *")) {
    const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    if (!text || !one.checkVisibility() || one.closest(".unseen") || one.namespaceURI.endsWith("svg")) continue;
    const [fore, back] = [light(rgb(getComputedStyle(one).color)), light(rgb(backOf(one)))];
    const contrast = (Math.max(fore, back) + 0.05) / (Math.min(fore, back) + 0.05);
    if (contrast < 4.5) poor.push(`${one.tagName}.${one.className} ${contrast.toFixed(2)}: ${one.textContent.slice(0, 30)}`);
  }
  return poor;
};

for (const colorScheme of ["light", "dark"]) {
  test(`text is easy to tell from its ground, ${colorScheme}`, async () => {
    const { page, seen } = await open(server, { colorScheme });
    for (const view of [...views, await storyAddress(page)]) {
      await go(page, server, view);
      if (view.startsWith("#/story")) {
        await page.getByRole("region", { name: "Who copied whom" }).locator(".ref").first().click();
        await page.locator(".page-view .tint").first().waitFor();
      }
      assert.deepEqual(await page.evaluate(contrasts), [], view);
    }
    await shot(page, `story-${colorScheme}`);
    const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red] = /\d+/.exec(back);
    assert.equal(Number(red) < 128, colorScheme === "dark");
    calm(seen);
  });
}

test("an action that reloads the view leaves the focus where it was", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("heading", { level: 1, name: "Geschichten" }).waitFor();
  await settled(page);
  assert.equal((await focused(page)).text, "English");
  calm(seen);
});
