// Trace: paste a sentence, see who had it first.
import { api } from "../base/api";
import { type Child, h } from "../base/dom";
import { humanDate } from "../base/dates";
import { count, percent, t } from "../base/language";
import { link, outsideLink, type Route } from "../base/links";
import type { TraceHit, TraceObject } from "../base/types";
import { goTo, heading, onSubmit } from "../parts/list";
import { placeQuery, shown } from "../parts/references";
import { empty } from "../parts/states";
import { wordingPieces } from "../parts/wording";
import type { Shown } from "../view";

function hitItem(hit: TraceHit, text: string): HTMLElement {
  const place = { page: hit.page, at: hit.span.at ?? null, begin: hit.span.begin, end: hit.span.end, text: hit.span.text };
  const { page: _, ...query } = placeQuery(place);
  return h("li", { class: "hit" },
    h("p", { class: "trace-head" }, h("strong", {}, hit.outlet ? link(["outlet", hit.outlet], {}, "", hit.outlet) : t("unknown outlet")), ` · ${humanDate(hit.published)}`,
      h("span", { class: "badge" }, t("trace.share", percent(hit.share)))),
    h("p", { class: "trace-title" }, link(["page", hit.page], query, "", hit.title ?? t("untitled")),
      hit.story && [" · ", link(["story", hit.story], {}, "", t("search.story"))]),
    h("blockquote", {}, wordingPieces(shown(hit.span), text)),
    h("p", { class: "facts" }, outsideLink(hit.url)));
}

function results(answer: TraceObject): Child {
  const { found, text } = answer;
  if (found.length === 0) return empty(t("trace.none"), h("p", {}, t("trace.none.hint")));
  const first = found.find((hit) => hit.page === answer.earliest) ?? null;
  const rest = found.filter((hit) => hit !== first);
  return [
    h("p", { class: "result-count" }, count("trace.found", found.length), answer.cut && ` ${t("trace.cut")}`),
    first ? [h("h2", { class: "trace-first" }, t("trace.first", first.outlet ?? t("unknown outlet"))), h("ol", { class: "hits first-hit" }, hitItem(first, text))]
      : h("p", { class: "note" }, t("trace.open")),
    first && rest.length > 0 && h("h2", {}, t("trace.then")),
    rest.length > 0 && h("ol", { class: "hits" }, rest.map((hit) => hitItem(hit, text))),
    h("p", { class: "legend" }, t("quote.legend.asked")),
  ];
}

export async function traceView(route: Route, signal: AbortSignal): Promise<Shown> {
  const text = route.query.get("text") ?? "";
  const area = h("textarea", { id: "text", name: "text", rows: 4, required: true, maxlength: 4000, spellcheck: "false" });
  area.value = text;
  const form = onSubmit(h("form", { class: "ask ask-long" }, h("div", { class: "field" }, h("label", { for: "text" }, t("trace.label")), area),
    h("button", { type: "submit" }, t("trace.go"))), () => goTo(["trace"], { text: area.value.trim() }));
  const head = [heading(t("trace"), t("trace.hint")), form];
  if (text.trim() === "") return { title: t("nav.trace"), body: head };
  return { title: t("nav.trace"), body: [head, h("section", { "aria-label": t("trace.go"), class: "trace-results" }, results(await api.trace(text, signal)))] };
}
