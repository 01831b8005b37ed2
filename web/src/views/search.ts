// Search: the hits marked, and the same search as a feed.
import { api } from "../base/api";
import { h } from "../base/dom";
import { humanDate } from "../base/dates";
import { count, t } from "../base/language";
import { apiLink, link, outsideLink, type Query, type Route } from "../base/links";
import type { SearchHit } from "../base/types";
import { field, goTo, heading, moreButton, onSubmit } from "../parts/list";
import { empty } from "../parts/states";
import type { Shown } from "../view";

const mostBefore = 30; // letters before a hit that tell it from the same word elsewhere on the page

function hitItem(hit: SearchHit): HTMLElement {
  const found = hit.snippet.findIndex((piece) => piece.hit);
  const before = (hit.snippet[found - 1]?.text ?? "").split("…").at(-1)?.slice(-mostBefore) ?? "";
  const place = found < 0 ? {} : { find: before + (hit.snippet[found]?.text ?? ""), from: before.length };
  return h("li", { class: "hit" },
    h("h2", {}, link(["page", hit.page], place, "", hit.title ?? t("untitled"))),
    h("p", { class: "facts" }, hit.outlet ? link(["outlet", hit.outlet], {}, "", hit.outlet) : t("unknown outlet"), ` · ${humanDate(hit.published)}`,
      hit.story && [" · ", link(["story", hit.story], {}, "", t("search.story"))]),
    h("p", { class: "snippet" }, hit.snippet.map((piece) => (piece.hit ? h("mark", {}, piece.text) : piece.text))),
    h("p", { class: "facts" }, outsideLink(hit.url)));
}

function form(q: string): HTMLElement {
  const input = h("input", { id: "q", name: "q", type: "search", value: q, required: true, maxlength: 500, autocomplete: "off" });
  return onSubmit(h("form", { class: "ask", role: "search" }, field("q", t("search.label"), input), h("button", { type: "submit" }, t("search.go"))),
    () => goTo(["search"], { q: input.value.trim() }));
}

export async function searchView(route: Route, signal: AbortSignal): Promise<Shown> {
  const q = route.query.get("q") ?? "";
  const head = [heading(t("search")), form(q), h("p", { class: "hint" }, t("search.hint"))];
  if (q === "") return { title: t("search"), body: head };
  const query: Query = { q, limit: 30 };
  const { hits, next } = await api.search(query, signal);
  const list = h("ol", { class: "hits" }, hits.map(hitItem));
  const more = moreButton(t("search.more"), next, async (after) => {
    const part = await api.search({ ...query, after });
    return { items: part.hits.map(hitItem), next: part.next };
  }, list);
  const counted = next === null ? count("search.hits", hits.length) : t("search.hits.more", hits.length);
  return {
    title: `${t("search")}: ${q}`,
    body: [head,
      h("p", { class: "result-count" }, counted, " · ", apiLink("search.rss", { q }, t("search.feed"), false)),
      hits.length > 0 ? [list, more] : empty(t("search.none"), h("p", {}, t("search.none.hint")))],
  };
}
