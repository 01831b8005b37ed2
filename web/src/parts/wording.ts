// A wording with what differs from another marked: changed words underlined, missing ones in square brackets.
import { type Child, h } from "../base/dom";
import { t } from "../base/language";
import { bareWords, wordChanges } from "./word-changes";

export function wordingPieces(words: string, other: string): Child[] {
  return wordChanges(words, other).map((piece) => {
    if (piece.state === "same") return piece.text;
    const text = piece.text.trimStart();
    if (piece.state === "changed") return [piece.text.slice(0, piece.text.length - text.length), h("ins", { class: "changed" }, text)];
    return [" ", h("del", { class: "missing", "aria-label": t("quote.missing", piece.text) }, `[${piece.text}]`)];
  });
}

export function sameWords(one: string, other: string): boolean {
  return bareWords(one).join(" ") === bareWords(other).join(" ");
}
