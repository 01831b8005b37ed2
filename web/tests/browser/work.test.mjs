import assert from "node:assert/strict";
import test from "node:test";
import { calm, filledServer, folder, go, ingest, open, openStory, settled, shot, write } from "./setup.mjs";

const server = await filledServer();
const pageOf = (title, text) => `Wiesenbote\n\n${title}\n\n14. März 2026, 12.00 Uhr\n\n${text}\n`;

test("without the token nothing can be written, and the page says where the token is", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server);
  assert.equal(await page.getByText("Correct", { exact: true }).count(), 0);
  await go(page, server, "#/add");
  await page.getByText(/Writing needs the token/).waitFor();
  assert.equal(await page.locator("input[type=file]").count(), 0);
  calm(seen);
});

test("the token leaves the address at once and lasts as long as the tab", async () => {
  const { page, seen } = await open(server);
  await go(page, server, `#token=${server.token}`);
  assert.doesNotMatch(page.url(), /token/);
  await page.reload();
  await settled(page);
  await page.goto(`${server.base}/#/add`);
  await page.locator("input[type=file]").waitFor();
  calm(seen);
});

test("who spoke is corrected by a click, and taken back by a click", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server, true);
  const quote = () => page.locator(".quote", { hasText: "Wir haben jede Kabine einzeln abgeseilt" }).first();
  await quote().getByText("Correct", { exact: true }).first().click();
  await quote().getByLabel("Who spoke").fill("Marlene Gröger");
  await shot(page, "correct");
  await quote().getByRole("button", { name: "Save" }).click();
  await page.getByText("Corrected. It can be taken back").waitFor();
  await page.getByRole("region", { name: "Who said what" }).getByRole("link", { name: "Marlene Gröger" }).waitFor();
  await page.getByRole("status").getByRole("link", { name: "Corrections" }).click();
  const row = page.locator(".correction", { hasText: "Speaker: Marlene Gröger" });
  await row.waitFor();
  await shot(page, "corrections");
  await row.getByRole("button", { name: "Take back" }).click();
  await page.getByText("Correction taken back").waitFor();
  await row.waitFor({ state: "detached" });
  await openStory(page, server, true);
  await quote().waitFor();
  assert.equal(await page.getByRole("link", { name: "Marlene Gröger" }).count(), 0);
  calm(seen);
});

test("what is no quote is taken out by a click", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server, true);
  const words = "So etwas darf nicht passieren";
  const quote = () => page.locator(".quote", { hasText: words });
  const before = await quote().locator(".source").count();
  await quote().getByText("Correct", { exact: true }).first().click();
  await quote().getByRole("button", { name: "This is no quote" }).first().click();
  await page.getByText("Corrected. It can be taken back").waitFor();
  await page.waitForFunction(([text, count]) => [...document.querySelectorAll(".quote")].filter((one) => one.textContent.includes(text)).reduce((sum, one) => sum + one.querySelectorAll(".source").length, 0) < count, [words, before]);
  calm(seen);
});

test("a report is set apart from its story, and moved back", async () => {
  const { page, seen } = await open(server);
  await openStory(page, server, true);
  const report = page.locator(".report", { hasText: "Rheintaler Bote" });
  await report.getByText("Correct", { exact: true }).click();
  await report.getByRole("button", { name: "Belongs to no other: set it apart" }).click();
  await page.getByText("2 reports from").first().waitFor();
  await page.getByRole("status").getByRole("link", { name: "Corrections" }).click();
  await page.locator(".correction", { hasText: "Report stands alone" }).getByRole("button", { name: "Take back" }).click();
  await page.getByText("Correction taken back").waitFor();
  await openStory(page, server, true);
  await page.getByText("3 reports from").first().waitFor();
  calm(seen);
});

test("a report is put into another story, and two stories are joined", async () => {
  const { page, seen } = await open(server);
  await go(page, server, `#token=${server.token}`);
  await page.getByRole("link", { name: /^Dozens rescued/ }).first().click();
  await page.locator("article.story").waitFor();
  await page.getByText("Join with another story", { exact: true }).click();
  const choice = page.getByLabel("With which?");
  const wanted = await choice.locator("option", { hasText: "Seilbahn am Hornkogel" }).getAttribute("value");
  await choice.selectOption(wanted);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByText("4 reports from").first().waitFor();
  const report = page.locator(".report").last();
  await report.getByText("Correct", { exact: true }).click();
  const story = report.getByLabel("Into which story?");
  await story.selectOption(await story.locator("option", { hasText: "Thurner und Raninger" }).getAttribute("value"));
  await report.getByRole("button", { name: "Move it there" }).click();
  await page.getByText("Corrected. It can be taken back").waitFor();
  await go(page, server);
  await page.locator(".story-row", { hasText: "Thurner und Raninger" }).getByText("3 reports").waitFor();
  calm(seen);
});

test("a wrong token is refused, and the page says what to do", async () => {
  const { page } = await open(server);
  await go(page, server, "#token=0000000000000000000000000000");
  await go(page, server, "#/add");
  await page.getByLabel("or choose files").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(pageOf("Titel", "Text.")) });
  await page.locator(".added").getByText(/The token is missing or no longer valid/).waitFor();
});

async function drop(page, files) {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator(".drop").dispatchEvent("dragover", { dataTransfer: data });
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: data });
}

test("dropped files are added one by one, each with its result", async () => {
  const { page, seen } = await open(server);
  await go(page, server, `#token=${server.token}`);
  await page.getByRole("link", { name: "Add pages" }).click();
  const text = pageOf("Gemeinderat von Wiesental beschließt neue Brücke", "Der Gemeinderat von Wiesental hat am Samstag den Bau einer neuen Brücke beschlossen. „Wir warten seit elf Jahren darauf“, sagte Bürgermeister Konrad Ahorn.");
  await drop(page, [{ name: "brücke.txt", text }, { name: "noch einmal.txt", text }, { name: "leer.txt", text: "" }]);
  await page.locator(".added li", { hasText: "brücke.txt" }).getByText("1 page stored").waitFor();
  await page.locator(".added li", { hasText: "noch einmal.txt" }).getByText("1 known already").waitFor();
  await page.locator(".added li", { hasText: "leer.txt" }).locator("span:not(:text('reading'))").waitFor();
  await shot(page, "added");
  await page.locator(".notice.news").getByRole("button", { name: "Show" }).click();
  await page.locator(".story-row", { hasText: "Wiesental beschließt neue Brücke" }).waitFor();
  calm(seen.filter((line) => !line.includes("status of 400"))); // the empty file
});

test("pages that come while the list is open are told of quietly and shown when asked", async () => {
  const { page, seen } = await open(server);
  await go(page, server);
  const first = await page.locator(".story-row h2").first().textContent();
  const count = await page.locator(".story-row").count();
  await page.evaluate(() => window.scrollTo(0, 500));
  const file = write(folder(), "neu.txt", pageOf("Zirkuszelt in Ahornau umgeweht", "Ein Sturm hat am Samstag in Ahornau ein Zirkuszelt umgeweht. Verletzt wurde niemand, wie die Polizei mitteilte."));
  ingest(server.store, file);
  const notice = page.locator(".notice.news");
  await notice.getByText("1 new page is here.").waitFor({ timeout: 20000 });
  assert.equal(await notice.getAttribute("role"), "status");
  assert.equal(await page.evaluate(() => window.scrollY), 500, "nothing jumped");
  assert.equal(await page.locator(".story-row h2").first().textContent(), first);
  assert.equal(await page.locator(".story-row").count(), count);
  await shot(page, "live");
  await notice.getByRole("button", { name: "Show" }).click();
  await page.locator(".story-row", { hasText: "Zirkuszelt" }).waitFor();
  await notice.getByText("1 new page is here.").waitFor({ state: "detached" });
  calm(seen);
});
