// What is agreed, where the reports differ, when it happened, and what is missing.
import { type Child, h } from "../base/dom";
import { humanDate } from "../base/dates";
import { count, listed, named, t } from "../base/language";
import type { Difference, Gap, KeyPoint, TimelineEntry, ValueMentions } from "../base/story-types";
import { folded } from "../parts/fold";
import { type StoryContext, shown } from "../parts/references";
import { type Section, section } from "./section";

const mostShown = 10; // of a list, before the rest is folded

function reportsOf(point: KeyPoint): number {
  return new Set(point.support.map((mention) => mention.page)).size;
}

function supportText(point: KeyPoint, of: number): string {
  const reports = reportsOf(point);
  const origins = count(point.origins < reports ? "from.only" : "from.origin", point.origins);
  if (reports < 2) return of < 2 ? "" : t("support.only");
  return `${t("story.sum", count("report", reports), origins)}${(point.origin_names ?? []).length > 0 ? ` (${listed(point.origin_names ?? [])})` : ""}`;
}

function point(context: StoryContext, item: KeyPoint): HTMLElement {
  const weak = item.origins < 2;
  return h("li", { class: weak ? "point weak" : "point" },
    h("p", { class: "point-text" }, item.text),
    h("p", { class: "support" }, h("span", { class: "support-sum" }, supportText(item, context.story.reports.length)), " ", context.references(item.support)));
}

export function agreedSection(context: StoryContext): Section | null {
  const { keypoints, reports } = context.story;
  if (keypoints.length === 0) return null;
  const several = keypoints.filter((item) => reportsOf(item) > 1);
  const single = keypoints.filter((item) => reportsOf(item) < 2);
  const list = (items: KeyPoint[]) => folded(items.map((item) => point(context, item)), mostShown, (some) => h("ul", { class: "points" }, [...some]));
  if (reports.length < 2) return section("agreed", "story.only", list(keypoints));
  return section("agreed", "story.agreed",
    several.length > 0 ? list(several) : h("p", {}, t("story.nothing agreed")),
    single.length > 0 && h("details", { class: "singles", open: several.length === 0 }, h("summary", {}, `${t("support.single")} (${single.length})`), list(single)));
}

function value(context: StoryContext, item: ValueMentions): HTMLElement {
  const [first] = item.mentions;
  const words = first ? shown(first) : "";
  return h("div", { class: "side" },
    h("p", { class: "value" }, item.value ?? t("unknown name")),
    words !== "" && words !== item.value && h("p", { class: "value-words" }, words),
    h("p", { class: "sources" }, context.references(item.mentions)));
}

function differenceItem(context: StoryContext, item: Difference): HTMLElement {
  return h("li", { class: "difference" },
    h("h3", {}, h("span", { class: "badge" }, named(`difference.${item.kind}`, item.kind)), ` ${item.about}`),
    h("div", { class: "sides" }, item.values.map((one) => value(context, one))));
}

export function differencesSection(context: StoryContext): Section | null {
  const { differences, unsure } = context.story;
  if (differences.length + unsure.length === 0) return null;
  const list = (items: Difference[]) => h("ul", { class: "differences" }, items.map((item) => differenceItem(context, item)));
  return section("differences", "story.differences",
    differences.length > 0 ? list(differences) : h("p", {}, t("story.no sure difference")),
    unsure.length > 0 && h("details", { open: differences.length === 0 }, h("summary", {}, `${t("story.unsure")} (${unsure.length})`), list(unsure)));
}

// What a later report counts higher is no contradiction of an earlier one.
export function updatesSection(context: StoryContext): Section | null {
  const { updates } = context.story;
  if (updates.length === 0) return null;
  return section("updates", "story.updates", h("ul", { class: "differences" }, updates.map((item) => differenceItem(context, item))));
}

function entry(context: StoryContext, item: TimelineEntry): HTMLElement {
  return h("li", {},
    h("p", { class: "when" }, humanDate(item.when)),
    h("div", { class: "what" }, h("p", {}, item.text), h("p", { class: "sources" }, context.references(item.mentions))));
}

export function timelineSection(context: StoryContext): Section | null {
  const { timeline } = context.story;
  if (timeline.length === 0) return null;
  const list = (items: TimelineEntry[]) => folded(items.map((item) => entry(context, item)), mostShown, (some) => h("ol", { class: "timeline" }, [...some]));
  const background = timeline.filter((item) => item.background);
  return section("timeline", "story.timeline",
    list(timeline.filter((item) => !item.background)),
    background.length > 0 && [h("h3", {}, t("story.background")), list(background)]);
}

function gapWhere(context: StoryContext, gap: Gap): Child {
  const words = gap.mentions.map((mention) => h("li", {}, h("q", {}, shown(mention)), " ", context.reference(mention)));
  if (gap.kind === "inferred date") return h("li", {}, gap.page ? context.pages.name(gap.page) : "", " ", context.references(gap.mentions));
  if (words.length > 0) return words;
  return h("li", {}, gap.page ? context.pages.name(gap.page) : gap.text);
}

export function gapsSection(context: StoryContext): Section | null {
  const byKind = new Map<string, Gap[]>();
  for (const gap of context.story.gaps) byKind.set(gap.kind, [...(byKind.get(gap.kind) ?? []), gap]);
  if (byKind.size === 0) return null;
  const items = [...byKind].map(([kind, gaps]) => h("li", { class: "gap" },
    h("details", {}, h("summary", {}, `${named(`gap.${kind}`, gaps[0]?.text ?? kind)} (${gaps.length})`),
      h("ul", {}, gaps.map((gap) => gapWhere(context, gap))))));
  return section("gaps", "story.gaps", h("ul", { class: "gaps-list" }, items));
}
