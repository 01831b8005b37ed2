// Made-up pages that want to run something in the reader's browser, in every field that a page, a crawler or a file's name can fill.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { folder, write } from "./setup.mjs";

export const attacks = [
  "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "<svg onload=window.hit=1><animate onbegin=window.hit=1 attributeName=x dur=1s>",
  "\"><iframe srcdoc='<script>parent.hit=1</script>'>", "'><body onload=window.hit=1>", "javascript:window.hit=1", "</title></style></textarea><script>window.hit=1</script>",
  "<a href=\"javascript:window.hit=1\">klick</a>", "<math><mtext><img src=x onerror=window.hit=1>", "{{constructor.constructor('window.hit=1')()}}", "\u202egnp.exe\u202c\u2066<b>\u0000\u0007",
  "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import'//evil.example/y.css'</style>", "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example'>",
];
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
export const sentence = (attack, i) => `Der Brand von Lagerhaus ${i} in Hafenau wurde am Samstag gelöscht, teilte die Feuerwehr mit. „Es war ${attack} ein Feuer“, sagte Kommandant ${attack} Brandstetter.`;

function htmlPage(attack, i) {
  const body = `${escaped(sentence(attack, i))}</p><p>${attack}</p>`;
  return `<!doctype html><html lang="de"><head><title>${escaped(attack)} Brand</title><meta name="author" content="${escaped(attack)}"><meta property="og:site_name" content="${escaped(attack)} Bote">` +
    `<meta property="article:published_time" content="2026-03-14T10:0${i % 10}:00"><link rel="canonical" href="javascript:window.hit=1"></head><body><h1>Brand in Hafenau ${escaped(attack)}</h1><p>${body}</body></html>`;
}

function jsonLine(attack, i) {
  return JSON.stringify({ url: i % 2 ? "javascript:window.hit=1" : `https://evil.example/${attack}`, outlet: `${attack} Kurier`, title: `${attack} Sturm über Hafenau ${i}`, date_publish: "2026-03-15 08:00", text: `${attack}\n\n${sentence(attack, i)}` });
}

const brokenName = (attack, i) => `${i}-${attack.replace(/[/\0]/g, "_").slice(0, 120)}.txt`;

// Bytes that are no UTF-8 in title, outlet, author and text, around markup.
function brokenHtml() {
  const bad = "\xff\xc3\x28\xed\xa0\x80<script>window.hit=1</script>\xf0\x9f";
  const text = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${bad} Brand</title><meta name="author" content="Eva ${bad} Muster">` +
    `<meta property="og:site_name" content="${bad} Bote"></head><body><h1>Brand ${bad} in Hafenau</h1><p>Der Brand ${bad} in Hafenau ist aus, teilte die Feuerwehr mit.</p></body></html>`;
  return Buffer.from(text, "latin1");
}

// Such pages in a folder of their own, with a list of what their crawler knew in meta.csv.
export function hostilePages() {
  const where = path.join(folder(), "pages");
  mkdirSync(where);
  const put = (name, bytes) => write(where, name, bytes);
  attacks.forEach((attack, i) => {
    put(`page-${i}.html`, htmlPage(attack, i));
    put(brokenName(attack, i), `${attack}\n\n${attack} Flut in Hafenau\n\n${sentence(attack, i)}\n`);
  });
  put("lines.jsonl", attacks.map(jsonLine).join("\n"));
  put("broken.txt", Buffer.concat([Buffer.from("Hafenau \xff\xfe<script>window.hit=1</script>\n\nBrand \xc3\x28 \xed\xa0\x80 gelöscht\n\n", "latin1"), Buffer.from(sentence("\ufffd", 99))]));
  put("broken.html", brokenHtml());
  writeFileSync(Buffer.concat([Buffer.from(`${where}/`), Buffer.from("\xff\xc3\x28<b onclick=hit=1>.txt", "latin1")]), `Nacht über Hafenau\n\n${sentence("\u0085", 98)}`);
  put("meta.csv", `page,url,outlet,crawled\n${attacks.map((attack, i) => `page-${i}.html,"javascript:window.hit=1//${attack.replace(/"/g, '""')}","${attack.replace(/"/g, '""')}",2026-03-14`).join("\n")}\n`);
  return where;
}
