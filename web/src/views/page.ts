// One page alone, as search, trace and a person's page lead to it.
import { api } from "../base/api";
import { h } from "../base/dom";
import { t } from "../base/language";
import { apiLink, link, type Route } from "../base/links";
import type { Range } from "../base/story-types";
import { pageText } from "../parts/page-text";
import { pageFacts } from "../parts/page-view";
import { placeOf } from "../parts/references";
import type { Shown } from "../view";

// The words of a search hit, with a little before them; blanks may differ from those of the page.
function foundAt(text: string, query: URLSearchParams): Range | null {
  const wanted = query.get("find") ?? "";
  const word = wanted.slice(Number(query.get("from")) || 0);
  if (word === "") return null;
  const whole = text.indexOf(wanted);
  const at = whole >= 0 ? whole + wanted.length - word.length : text.indexOf(word);
  return at >= 0 ? [at, at + word.length] : null;
}

export async function pageView(route: Route, signal: AbortSignal): Promise<Shown> {
  const hash = route.path[1] ?? "";
  const page = await api.page(hash, signal);
  const place = placeOf(route, page.sha256);
  const text = pageText(page, [], place?.at ?? foundAt(page.text, route.query));
  return {
    title: page.title ?? t("untitled"),
    body: [
      h("p", { class: "kicker" }, page.outlet ? link(["outlet", page.outlet], {}, "", page.outlet) : t("unknown outlet")),
      h("h1", { tabindex: -1, lang: page.language }, page.title ?? t("untitled")),
      page.story && h("p", {}, link(["story", page.story], {}, "button", t("page.story"))),
      pageFacts(page),
      place && place.end > place.begin && h("p", { class: "facts bytes" }, t("page.bytes", String(place.begin), String(place.end))),
      h("section", { class: "page-alone", "aria-label": t("page.panel") }, page.text.trim() === "" ? t("page.empty") : text.element),
      h("p", { class: "facts" }, t("page.dimmed"), " · ", apiLink(`pages/${encodeURIComponent(page.sha256)}/bytes`, {}, t("page.download"), true)),
    ],
    after: () => {
      if (!text.first) return;
      text.first.scrollIntoView({ block: "center" });
      text.first.focus({ preventScroll: true });
    },
  };
}
