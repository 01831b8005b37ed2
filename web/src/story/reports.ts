// The reports of a story, with their dates, authors and older versions; people and places.
import { type Child, h } from "../base/dom";
import { humanDate } from "../base/dates";
import { count, listed, t } from "../base/language";
import { link, outsideLink } from "../base/links";
import { mayWrite } from "../base/session";
import type { Named, Published, Report, ReportVersion } from "../base/story-types";
import { correctReport } from "../parts/correct";
import { countryMap } from "../parts/map";
import { type StoryContext, shown } from "../parts/references";
import { placeQuery } from "../parts/references";
import { type Section, section } from "./section";

function time(context: StoryContext, published: Published): Child {
  const text = humanDate(published.value);
  return [text, published.inferred && ` (${t("inferred")})`, " ", context.references(published.evidence.slice(0, 1))];
}

function versionItem(context: StoryContext, version: ReportVersion): HTMLElement {
  const changes = version.changes.map(({ before, after }) => h("li", {},
    before && [h("del", { class: "missing" }, shown(before)), " ", context.reference(before, t("version.taken out")), " "],
    after && [h("ins", { class: "changed" }, shown(after)), " ", context.reference(after, t("version.put in"))]));
  return h("li", {}, h("p", {}, humanDate(version.updated.value ?? version.published.value), version.crawled && ` · ${t("page.crawled", humanDate(version.crawled))}`),
    changes.length > 0 && h("ul", {}, changes));
}

function reportItem(context: StoryContext, report: Report): HTMLElement {
  const page = context.pages.get(report.page);
  const outlet = report.outlet ?? page?.outlet ?? null;
  const place = report.title_at ? context.pages.place(report.title_at) : { page: context.pages.hash(report.page), at: null, begin: 0, end: 0, text: "" };
  const title = report.title_at
    ? context.reference(report.title_at, report.title ?? t("untitled"))
    : link(["page", place.page], placeQuery(place), "", report.title ?? t("untitled"));
  title.classList.add("report-title");
  const older = report.versions ?? [];
  return h("li", { class: "report" },
    h("p", { class: "report-outlet" }, outlet ? link(["outlet", outlet], {}, "", outlet) : t("unknown outlet")),
    h("p", {}, title),
    h("p", { class: "facts" }, time(context, report.published), report.updated?.value && [" · ", t("updated", humanDate(report.updated.value))],
      (report.authors ?? []).length > 0 && ` · ${t("authors", listed(report.authors ?? []))}`,
      (report.agencies ?? []).length > 0 && ` · ${t("agencies", listed(report.agencies ?? []))}`),
    page?.url && h("p", { class: "facts" }, outsideLink(page.url)),
    older.length > 1 && h("details", {}, h("summary", {}, count("versions", older.length - 1)), h("ul", {}, older.map((version) => versionItem(context, version)))),
    mayWrite() && context.story.reports.length > 1 && correctReport(context.pages.hash(report.page), context.story.id));
}

export function reportsSection(context: StoryContext): Section {
  return section("reports", "story.reports", h("ul", { class: "reports" }, context.story.reports.map((report) => reportItem(context, report))));
}

function namedItem(context: StoryContext, thing: Named, person: boolean): HTMLElement {
  const name = thing.name ?? t("unknown name");
  const others = thing.spellings.filter((spelling) => spelling !== name);
  return h("li", {},
    person && thing.name ? link(["person", thing.name], {}, "name", name) : h("span", { class: "name" }, name),
    thing.role && h("span", { class: "role" }, `, ${thing.role}`),
    others.length > 0 && h("span", { class: "faint" }, ` · ${t("spellings", listed(others))}`),
    " ", context.references(thing.mentions));
}

export function whoSection(context: StoryContext): Section | null {
  const { people, places } = context.story;
  if (people.length + places.length === 0) return null;
  const list = (things: Named[], person: boolean) => h("ul", { class: "named" }, things.map((thing) => namedItem(context, thing, person)));
  return section("who", "story.who",
    h("div", { class: "who-grid" },
      people.length > 0 && h("div", {}, h("h3", {}, t("story.people")), list(people, true)),
      places.length > 0 && h("div", {}, h("h3", {}, t("story.places")), countryMap(places), list(places, false))));
}
