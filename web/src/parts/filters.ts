// The filters of the story list: days, outlet, person, place, topic; and its order.
import { api } from "../base/api";
import { addDays, dayOf, today } from "../base/dates";
import { type Child, h } from "../base/dom";
import { count, type Key, t } from "../base/language";
import { link, type Query, type Route } from "../base/links";
import type { Status } from "../base/types";
import { field, goTo, onSubmit } from "./list";

export const filterNames = ["since", "until", "outlet", "person", "place", "topic"] as const;
const sorts = ["newest", "origins", "reports"] as const;

export function filtersOf(route: Route): Query {
  const query: Query = {};
  for (const name of [...filterNames, "sort"]) {
    const value = route.query.get(name);
    if (value) query[name] = value;
  }
  return query;
}

function dayLinks(query: Query, status: Status): HTMLElement {
  const newest = dayOf(status.last);
  const now = today();
  const spans: [Key, string | null, string | null][] = [["days.all", null, null]];
  if (newest !== "" && newest !== now) spans.push(["days.newest", newest, newest]);
  spans.push(["days.today", now, now], ["days.week", addDays(newest || now, -6), newest || now]);
  const same = (since: string | null, until: string | null) => (query["since"] ?? null) === since && (query["until"] ?? null) === until;
  const items = spans.map(([key, since, until]) => {
    const anchor = link([], { ...query, since, until }, "chip", t(key));
    if (same(since, until)) anchor.setAttribute("aria-current", "true");
    return h("li", {}, anchor);
  });
  return h("nav", { class: "chips", "aria-label": t("days") }, h("ul", {}, items));
}

export function sortLinks(query: Query): HTMLElement {
  const now = query["sort"] ?? "newest";
  const items = sorts.map((sort) => {
    const anchor = link([], { ...query, sort: sort === "newest" ? null : sort }, "chip", t(`sort.${sort}`));
    if (sort === now) anchor.setAttribute("aria-current", "true");
    return h("li", {}, anchor);
  });
  return h("nav", { class: "chips", "aria-label": t("sort") }, h("span", { class: "chips-label", "aria-hidden": "true" }, t("sort")), h("ul", {}, items));
}

// A field that proposes names as they are typed.
function proposing(id: string, value: string, find: (typed: string) => Promise<string[]>): Child[] {
  const list = h("datalist", { id: `${id}-names` });
  const input = h("input", { id, name: id, type: "text", value, list: `${id}-names`, autocomplete: "off", maxlength: 200 });
  let asked = 0;
  const propose = async () => {
    asked += 1;
    const turn = asked;
    const names = await find(input.value).catch(() => []);
    if (turn === asked) list.replaceChildren(...names.map((name) => h("option", { value: name })));
  };
  input.addEventListener("focus", () => void propose());
  input.addEventListener("input", () => void propose());
  return [input, list];
}

const findPerson = async (q: string) => (await api.people({ q, limit: 12 })).people.map(({ name }) => name);
const findOutlet = async () => (await api.outlets({ limit: 200 })).outlets.map(({ outlet }) => outlet);

function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value.trim() : "";
}

export function filterForm(query: Query, status: Status): HTMLElement {
  const value = (name: string) => String(query[name] ?? "");
  const wrap = (id: string, label: string, inputs: Child[]) => h("div", { class: "field" }, h("label", { for: id }, label), inputs);
  const date = (name: "since" | "until") =>
    field(name, t(`filter.${name}`), h("input", { id: name, name, type: "date", value: value(name), min: dayOf(status.first) || null }));
  const text = (name: "place" | "topic") => field(name, t(`filter.${name}`), h("input", { id: name, name, type: "text", value: value(name), maxlength: 200, autocomplete: "off" }));
  const form = h("form", { class: "filters", "aria-label": t("filter") }, date("since"), date("until"),
    wrap("outlet", t("filter.outlet"), proposing("outlet", value("outlet"), findOutlet)),
    wrap("person", t("filter.person"), proposing("person", value("person"), findPerson)),
    text("place"), text("topic"), h("button", { type: "submit" }, t("filter.apply")));
  onSubmit(form, () => goTo([], { ...query, ...Object.fromEntries(filterNames.map((name) => [name, textOf(form, name)])) }));
  const set = filterNames.filter((name) => query[name]).length;
  return h("div", { class: "filter-block" }, dayLinks(query, status),
    h("details", { open: set > 0, class: "filter-fold" }, h("summary", { id: "filter-summary" }, set > 0 ? count("filter.active", set) : t("filter")), form));
}
