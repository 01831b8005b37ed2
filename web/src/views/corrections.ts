// What was corrected by hand, and the way back.
import { api } from "../base/api";
import { type Child, h } from "../base/dom";
import { t } from "../base/language";
import { link } from "../base/links";
import { mayWrite } from "../base/session";
import type { Correction, PageObject } from "../base/types";
import { heading } from "../parts/list";
import { storeChanged, tell } from "../parts/notices";
import { command, empty, errorText } from "../parts/states";
import type { Route } from "../base/links";
import type { Shown } from "../view";

type Pages = Map<string, PageObject>;

function what(correction: Correction): string {
  if (correction.kind === "speaker") return t("correction.speaker", correction.value ?? "");
  if (correction.kind === "move" && !correction.other) return t("correction.alone");
  return t(`correction.${correction.kind}`);
}

function pageLink(hash: string, pages: Pages): HTMLElement {
  const page = pages.get(hash);
  return link(["page", hash], {}, "", page ? `${page.outlet ?? t("unknown outlet")}: ${page.title ?? t("untitled")}` : hash.slice(0, 12));
}

// The words that a correction of a quote is about cannot be cut from the page's text by bytes; the place is linked instead.
function item(correction: Correction, pages: Pages): HTMLElement {
  const problem = h("p", { class: "problem", role: "alert" });
  const undo = h("button", { type: "button" }, t("corrections.undo"));
  undo.addEventListener("click", () => {
    undo.disabled = true;
    api.takeBack(correction.number).then(() => {
      tell(t("corrections.undone"));
      storeChanged();
    }).catch((error: unknown) => {
      undo.disabled = false;
      problem.textContent = errorText(error);
    });
  });
  const bytes = correction.begin !== null && correction.end !== null && correction.end > correction.begin;
  return h("li", { class: "correction" },
    h("p", {}, h("strong", {}, what(correction))),
    h("p", { class: "facts" }, pageLink(correction.page, pages), bytes && `, ${t("page.bytes", String(correction.begin), String(correction.end))}`,
      correction.other && [" → ", pageLink(correction.other, pages)]),
    mayWrite() && undo, problem);
}

async function pagesOf(corrections: readonly Correction[], signal: AbortSignal): Promise<Pages> {
  const hashes = [...new Set(corrections.flatMap(({ page, other }) => (other ? [page, other] : [page])))].slice(0, 60);
  const read = await Promise.allSettled(hashes.map((hash) => api.page(hash, signal)));
  return new Map(read.flatMap((one, i) => (one.status === "fulfilled" ? [[hashes[i] ?? "", one.value]] : [])));
}

export function tokenHint(example: string): Child {
  return [h("p", { class: "note" }, t("add.token")), command(example)];
}

export async function correctionsView(_: Route, signal: AbortSignal): Promise<Shown> {
  const { corrections } = await api.corrections(signal);
  const pages = await pagesOf(corrections, signal);
  return {
    title: t("corrections"),
    body: [heading(t("corrections"), t("corrections.hint")),
      corrections.length > 0 ? h("ol", { class: "corrections" }, corrections.map((one) => item(one, pages))) : empty(t("corrections.none"), h("p", {}, t("corrections.none.hint"))),
      !mayWrite() && tokenHint("depesche correct --store FILE list")],
  };
}
