// People: whom the store names, and what one of them said over time.
import { api } from "../base/api";
import { h } from "../base/dom";
import { humanDate, humanSpan } from "../base/dates";
import { count, t } from "../base/language";
import { link, type Route } from "../base/links";
import type { QuoteVersion } from "../base/story-types";
import type { PersonObject, PersonQuote } from "../base/types";
import { field, goTo, heading, onSubmit } from "../parts/list";
import { placeQuery } from "../parts/references";
import { empty } from "../parts/states";
import { driftBadge, versionList } from "../parts/versions";
import type { Shown } from "../view";

export async function peopleView(route: Route, signal: AbortSignal): Promise<Shown> {
  const q = route.query.get("q") ?? "";
  const { people } = await api.people({ q, limit: 100 }, signal);
  const input = h("input", { id: "q", name: "q", type: "search", value: q, maxlength: 200, autocomplete: "off" });
  const form = onSubmit(h("form", { class: "ask", role: "search" }, field("q", t("people.label"), input), h("button", { type: "submit" }, t("people.find"))),
    () => goTo(["people"], { q: input.value.trim() }));
  const items = people.map(({ name, pages }) => h("li", {}, link(["person", name], {}, "name", name), h("span", { class: "faint" }, ` ${count("page", pages)}`)));
  return {
    title: t("people"),
    body: [heading(t("people"), t("people.hint")), form,
      items.length > 0 ? h("ul", { class: "index" }, items) : empty(t("people.none"), h("p", {}, t("people.none.hint")))],
  };
}

function refer(version: QuoteVersion): HTMLElement {
  const place = { page: version.page, at: version.at ?? null, begin: version.begin, end: version.end, text: version.text };
  const { page: _, ...query } = placeQuery(place);
  const label = version.outlet ?? t("unknown outlet");
  const anchor = link(["page", version.page], query, "ref", label);
  anchor.setAttribute("aria-label", t("reference", label, String(version.begin), String(version.end)));
  return anchor;
}

function quoteItem(person: PersonObject, quote: PersonQuote): HTMLElement {
  const story = person.stories.find(({ id }) => id === quote.story);
  return h("li", { class: quote.drift ? "said-at has-drift" : "said-at" },
    h("p", { class: "when" }, humanDate(quote.day)),
    h("div", { class: "what" },
      h("p", { class: "quote-head" }, quote.role && h("span", { class: "role" }, quote.role),
        quote.type === "indirect" && h("span", { class: "badge" }, t("quote.indirect")),
        quote.drift && driftBadge(quote.changes)),
      versionList(quote.versions, quote.type !== "indirect", refer),
      story && h("p", { class: "facts" }, link(["story", story.id], {}, "", story.headline || t("untitled")))));
}

export async function personView(route: Route, signal: AbortSignal): Promise<Shown> {
  const person = await api.person(route.path[1] ?? "", signal);
  const drifts = person.quotes.filter((quote) => quote.drift).length;
  const stories = person.stories.map((story) => h("li", {}, link(["story", story.id], {}, "", story.headline || t("untitled")), h("span", { class: "faint" }, ` ${humanSpan(story.first, story.first)}`)));
  return {
    title: person.name,
    body: [
      h("p", { class: "kicker" }, link(["people"], {}, "", t("people"))),
      heading(person.name),
      h("p", { class: "sum" }, count("person.quotes", person.quotes.length), drifts > 0 && `, ${count("person.drifts", drifts)}`),
      h("section", { "aria-labelledby": "said-heading" }, h("h2", { id: "said-heading" }, t("person.said", person.name)),
        drifts > 0 && h("p", { class: "legend" }, t("quote.legend")),
        person.quotes.length > 0 ? h("ol", { class: "timeline" }, person.quotes.map((quote) => quoteItem(person, quote))) : h("p", {}, t("person.silent"))),
      h("section", { "aria-labelledby": "stories-heading" }, h("h2", { id: "stories-heading" }, t("person.stories", person.name)), h("ul", {}, stories)),
    ],
  };
}
