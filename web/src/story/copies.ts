// Who copied whom: the sum, the picture, and each copy in words with both wordings side by side.
import { type Child, h } from "../base/dom";
import { count, listed, named, rich, t } from "../base/language";
import type { Copy, Origin } from "../base/story-types";
import { laneClass, originPicture } from "../parts/origin-picture";
import { type CopyGroup, groupCopies, type Lane, lanesOf, originName } from "../parts/origin-tree";
import { type StoryContext, shown } from "../parts/references";
import { sourceStrip } from "../parts/strip";
import { wordingPieces } from "../parts/wording";
import { type Section, section } from "./section";

const mostNames = 3;

// "3 reports from only 1 independent origin": the first thing to know about a story.
export function storySum(context: StoryContext): HTMLElement {
  const { reports, origins } = context.story;
  const few = origins.length < reports.length;
  return h("p", { class: "sum" }, sourceStrip(reports.length, origins.length),
    t("story.sum", count("report", reports.length), count(few ? "from.only" : "from.origin", origins.length)));
}

// How many reports took text, and from whom most.
export function tookSum(context: StoryContext): HTMLElement | null {
  const groups = groupCopies(context.story.copies.filter((copy) => copy.direction_known !== false));
  const took = new Set(groups.map((group) => group.to)).size;
  const from = new Set(groups.flatMap((group) => (group.from !== null ? [context.pages.name(group.from)] : group.origin ? [group.origin] : [])));
  if (took === 0) return null;
  const names = [...from].slice(0, mostNames);
  const reports = context.story.reports.length;
  return h("p", { class: "took" }, names.length > 0 ? t("took.from", took, reports, listed(names)) : t("took.some", took, reports));
}

function sentence(context: StoryContext, group: CopyGroup): Child[] {
  const name = (page: string) => h("strong", {}, context.pages.name(page));
  const words = count("word", group.words);
  const passages = count("passage", group.copies.length);
  if (group.from !== null) return rich(group.known ? "took" : "shares", name(group.to), words, passages, name(group.from));
  if (!group.origin) return rich("took.outside", name(group.to), words, passages);
  return rich("took.outside.named", name(group.to), words, passages, h("strong", {}, group.origin));
}

function pair(context: StoryContext, copy: Copy): HTMLElement {
  const taken = shown(copy.taken);
  const source = copy.source ? shown(copy.source) : null;
  const side = (text: Child, reference: HTMLElement) => h("div", { class: "side" }, h("p", { class: "side-head" }, reference), h("blockquote", {}, text));
  return h("div", { class: "sides" },
    copy.source && side(source, context.reference(copy.source)),
    side(source === null ? taken : wordingPieces(taken, source), context.reference(copy.taken)));
}

function groupItem(context: StoryContext, group: CopyGroup): HTMLElement {
  return h("li", {},
    h("p", { class: "copy-line" }, sentence(context, group)),
    h("details", {}, h("summary", {}, t(group.from === null ? "took.words" : "took.show")), group.copies.map((copy) => pair(context, copy))));
}

function originHead(context: StoryContext, origin: Origin | null, className: string): HTMLElement {
  const name = origin ? originName(origin, (page) => context.pages.name(page)) : t("picture.other");
  return h("h3", { class: `origin-name ${className}` }, h("span", { class: "diamond", "aria-hidden": "true" }), name,
    origin && h("span", { class: "kind" }, ` ${named(`kind.${origin.kind}`, origin.kind)}`));
}

function laneItem(context: StoryContext, lanes: readonly Lane[], index: number): HTMLElement | null {
  const lane = lanes[index];
  if (!lane) return null;
  const groups = groupCopies(lane.copies);
  const taking = new Set(groups.map((group) => group.to));
  const own = lane.pages.filter((page) => !taking.has(page));
  return h("li", { class: "lane" }, originHead(context, lane.origin, laneClass(lanes, index)),
    lane.origin && context.references(lane.origin.evidence),
    h("ul", { class: "copies" },
      own.map((page) => h("li", {}, h("p", { class: "copy-line" }, rich(lane.origin?.kind === "outlet" ? "own" : "carries", h("strong", {}, context.pages.name(page)))))),
      groups.map((group) => groupItem(context, group))));
}

export function copiesSection(context: StoryContext): Section {
  const { story } = context;
  const lanes = lanesOf(story);
  const picture = originPicture(story, (page) => context.pages.name(page));
  const note = story.reports.length < 2 ? t("story.alone") : story.copies.length === 0 ? t("story.no copies") : null;
  return section("copied", "story.copied",
    note && h("p", {}, note),
    h("div", { class: "copied-grid" },
      picture && h("figure", { class: "picture-frame" }, picture,
        h("figcaption", {}, h("span", { class: "key-node", "aria-hidden": "true" }), ` ${t("picture.first")} `,
          h("span", { class: "key-ring", "aria-hidden": "true" }), ` ${t("picture.took")}`)),
      h("ul", { class: "lanes" }, lanes.map((_, index) => laneItem(context, lanes, index)))));
}
