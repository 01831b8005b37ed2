// The versions of an utterance, lined up: each different wording once, compared with the first, and who has it.
import { type Child, h } from "../base/dom";
import { t } from "../base/language";
import type { QuoteVersion } from "../base/story-types";
import { shown } from "./references";
import { sameWords, wordingPieces } from "./wording";

interface Utterance {
  text: string;
  parts: QuoteVersion[]; // what its speaker interrupted stands in several
}

export interface Wording {
  text: string;
  utterances: Utterance[];
}

// Parts that go on are joined with the part before them; equal wordings stand together.
export function wordings(versions: readonly QuoteVersion[]): Wording[] {
  const utterances: Utterance[] = [];
  for (const version of versions) {
    const last = utterances.at(-1);
    if (version.continues && last) {
      last.parts.push(version);
      last.text += ` … ${shown(version)}`;
    } else {
      utterances.push({ text: shown(version), parts: [version] });
    }
  }
  const all: Wording[] = [];
  for (const utterance of utterances) {
    const there = all.find((wording) => sameWords(wording.text, utterance.text));
    if (there) there.utterances.push(utterance);
    else all.push({ text: utterance.text, utterances: [utterance] });
  }
  return all;
}

// "keine → eine", "derzeit → –", "aber nur heute → …", "– → nur" in words: what was changed, left out, cut off or put in against the first wording.
export function changeText(change: string): string {
  const [before = "", after = ""] = change.split(" → ");
  if (after === "–") return t("change.left-out", before);
  if (after === "…") return t("change.cut", before);
  return before === "–" || before === "…" ? t("change.put-in", after) : t("change.changed", change);
}

// That the wording differs, and how.
export function driftBadge(changes: readonly string[] = []): HTMLElement {
  const how = changes.map(changeText);
  return h("span", { class: "badge drift" }, how.length > 0 ? `${t("quote.drift")}: ${how.join("; ")}` : t("quote.drift"));
}

// `refer` makes the reference of a version; `extra` what stands behind it, such as a way to correct it.
export function versionList(versions: readonly QuoteVersion[], direct: boolean, refer: (version: QuoteVersion) => Child, extra?: (version: QuoteVersion) => Child): HTMLElement {
  const all = wordings(versions);
  const first = all[0]?.text ?? "";
  const sources = (wording: Wording): Child[] => wording.utterances.map(({ parts }) => {
    const [head] = parts;
    return h("span", { class: "source" }, parts.map((part) => [refer(part), " "]), head?.via && h("span", { class: "via" }, `${t("quote.via", head.via)} `), head && extra?.(head));
  });
  const items = all.map((wording, index) => h("li", {},
    h("blockquote", { class: direct ? "direct" : "indirect" }, index === 0 ? wording.text : wordingPieces(wording.text, first)),
    h("p", { class: "sources" }, sources(wording))));
  return h("ol", { class: "wordings" }, items);
}
