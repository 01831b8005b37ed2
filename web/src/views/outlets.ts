// Outlets: how much of one is its own text, how much an agency's, and who takes from whom.
import { api } from "../base/api";
import { type Child, h, svg } from "../base/dom";
import { humanDate } from "../base/dates";
import { count, percent, t } from "../base/language";
import { link, type Query, type Route } from "../base/links";
import type { OutletObject } from "../base/types";
import { field, goTo, heading, onSubmit } from "../parts/list";
import { empty } from "../parts/states";
import type { Shown } from "../view";

export async function outletsView(_: Route, signal: AbortSignal): Promise<Shown> {
  const { outlets } = await api.outlets({ limit: 500 }, signal);
  const items = outlets.map(({ outlet, pages }) => h("li", {}, link(["outlet", outlet], {}, "name", outlet), h("span", { class: "faint" }, ` ${count("page", pages)}`)));
  return {
    title: t("outlets"),
    body: [heading(t("outlets"), t("outlets.hint")), items.length > 0 ? h("ul", { class: "index" }, items) : empty(t("outlets.none"), h("p", {}, link(["add"], {}, "", t("nav.add"))))],
  };
}

interface Part {
  label: string;
  size: number;
  className: string;
  more: string;
}

function total(value: number | Record<string, number> | undefined): number {
  if (value === undefined) return 0;
  return typeof value === "number" ? value : Object.values(value).reduce((sum, one) => sum + one, 0);
}

function partsOf(outlet: OutletObject): Part[] {
  const names = (value: number | Record<string, number> | undefined) => (typeof value === "object" ? Object.keys(value).join(", ") : "");
  const kinds = [["agency", "share-agency"], ["outlet", "share-outlet"], ["unknown", "share-unknown"]] as const;
  const rest = kinds.map(([kind, className]) => ({ label: t(`outlet.${kind}`), size: total(outlet.shared[kind]), className, more: names(outlet.shared[kind]) }));
  return [{ label: t("outlet.own"), size: outlet.own, className: "share-own", more: "" }, ...rest].filter((part) => part.size > 0);
}

// One bar, drawn, with a table that says the same.
function shares(outlet: OutletObject): Child {
  const parts = partsOf(outlet);
  const all = parts.reduce((sum, part) => sum + part.size, 0);
  if (all === 0) return h("p", {}, t("outlet.nothing"));
  let x = 0;
  const bars = parts.map((part) => {
    const width = (part.size / all) * 1000;
    const bar = svg("rect", { class: part.className, x: x.toFixed(1), y: 0, width: Math.max(0, width - 2).toFixed(1), height: 40 });
    x += width;
    return bar;
  });
  const rows = parts.map((part) => h("tr", {},
    h("th", { scope: "row" }, h("span", { class: `key ${part.className}`, "aria-hidden": "true" }), part.label, part.more && h("span", { class: "faint" }, ` (${part.more})`)),
    h("td", {}, t("outlet.characters", part.size, percent(part.size / all)))));
  return [
    svg("svg", { class: "shares", viewBox: "0 0 1000 40", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" }, bars),
    h("table", { class: "shares-table" }, h("thead", { class: "unseen" }, h("tr", {}, h("th", { scope: "col" }, t("outlet.part")), h("th", { scope: "col" }, t("outlet.amount")))), h("tbody", {}, rows)),
  ];
}

function countedList(title: string, items: readonly { name: string; reports: number }[], linked: boolean): HTMLElement {
  const rows = items.map(({ name, reports }) => h("li", {}, linked ? link(["outlet", name], {}, "", name) : name, h("span", { class: "faint" }, ` ${count("report", reports)}`)));
  return h("div", {}, h("h3", {}, title), rows.length > 0 ? h("ul", {}, rows) : h("p", { class: "faint" }, t("outlet.nobody")));
}

function spanForm(name: string, query: Query): HTMLElement {
  const day = (id: "since" | "until") => h("input", { id, name: id, type: "date", value: String(query[id] ?? "") });
  const [since, until] = [day("since"), day("until")];
  return onSubmit(h("form", { class: "filters", "aria-label": t("days") }, field("since", t("filter.since"), since), field("until", t("filter.until"), until),
    h("button", { type: "submit" }, t("filter.apply"))), () => goTo(["outlet", name], { since: since.value, until: until.value }));
}

export async function outletView(route: Route, signal: AbortSignal): Promise<Shown> {
  const name = route.path[1] ?? "";
  const query: Query = { since: route.query.get("since"), until: route.query.get("until") };
  const outlet = await api.outlet(name, query, signal);
  const named = (items: readonly { outlet: string; reports: number }[]) => items.map((item) => ({ name: item.outlet, reports: item.reports }));
  const stories = outlet.stories.map((story) => h("li", {}, link(["story", story.id], {}, "", story.headline || t("untitled")), story.first && h("span", { class: "faint" }, ` ${humanDate(story.first, false)}`)));
  return {
    title: outlet.outlet,
    body: [
      h("p", { class: "kicker" }, link(["outlets"], {}, "", t("outlets"))),
      heading(outlet.outlet),
      h("p", { class: "sum" }, count("page", outlet.pages)), spanForm(name, query),
      h("section", { "aria-labelledby": "shares-heading" }, h("h2", { id: "shares-heading" }, t("outlet.shares")), shares(outlet),
        outlet.cut && h("p", { class: "hint" }, t("outlet.cut", outlet.looked_at ?? 0))),
      h("section", { class: "who-grid", "aria-label": t("story.copied") }, countedList(t("outlet.agencies"), outlet.agencies, false),
        countedList(t("outlet.from"), named(outlet.copied_from), true), countedList(t("outlet.by"), named(outlet.copied_by), true)),
      h("section", { "aria-labelledby": "outlet-stories" }, h("h2", { id: "outlet-stories" }, t("stories")), h("ul", {}, stories)),
      h("section", { "aria-labelledby": "outlet-days" }, h("h2", { id: "outlet-days" }, t("outlet.days")),
        h("ul", { class: "index" }, outlet.days.map(({ day, pages }) => h("li", {}, `${humanDate(day)}: `, count("page", pages))))),
    ],
  };
}
