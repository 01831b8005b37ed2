// A story: the brief in sections, and beside it the page that a clicked line leads to.
import { api } from "../base/api";
import { type Child, h } from "../base/dom";
import { humanSpan } from "../base/dates";
import { t } from "../base/language";
import { href, link, type Route } from "../base/links";
import { mayWrite } from "../base/session";
import type { BriefObject, Copy, Mention, Story } from "../base/story-types";
import { correctStory } from "../parts/correct";
import { laneClass } from "../parts/origin-picture";
import { lanesOf } from "../parts/origin-tree";
import type { Tint } from "../parts/page-text";
import { PageView } from "../parts/page-view";
import { type Place, placeOf, placeQuery, StoryContext } from "../parts/references";
import { agreedSection, differencesSection, gapsSection, timelineSection, updatesSection } from "../story/claims";
import { copiesSection, storySum, tookSum } from "../story/copies";
import { quotesSection } from "../story/quotes";
import { reportsSection, whoSection } from "../story/reports";
import { contents, type Section } from "../story/section";
import type { Shown } from "../view";

// What a page shares with the story's other pages, in the colors of the picture.
function tintsOf(context: StoryContext, hash: string): Tint[] {
  const lanes = lanesOf(context.story);
  const tint = (here: Mention | null, there: string | null, className: string): Tint[] =>
    here?.at && context.pages.hash(here.page) === hash ? [{ at: here.at, className, title: there ? context.pages.name(there) : "" }] : [];
  return lanes.flatMap((lane, index) => lane.copies.flatMap((copy: Copy) => {
    const className = laneClass(lanes, index);
    return [...tint(copy.taken, copy.from, className), ...tint(copy.source, copy.to, className)];
  }));
}

function days(story: Story): string {
  const values = story.reports.map((report) => report.published.value).filter((value): value is string => Boolean(value)).sort();
  return humanSpan(values[0] ?? null, values.at(-1) ?? null);
}

function head(context: StoryContext, sections: readonly Section[]): Child {
  const { story } = context;
  return h("header", { class: "story-head" },
    story.topic && story.topic !== story.headline && h("p", { class: "kicker" }, link([], { topic: story.topic }, "", story.topic)),
    h("h1", { tabindex: -1 }, story.headline || t("untitled")),
    h("p", { class: "dateline" }, days(story)),
    storySum(context),
    tookSum(context),
    contents(sections));
}

function sectionsOf(context: StoryContext): Section[] {
  const all = [
    copiesSection(context), agreedSection(context), quotesSection(context), differencesSection(context), updatesSection(context),
    timelineSection(context), whoSection(context), gapsSection(context), reportsSection(context),
  ];
  return all.filter((one): one is Section => one !== null);
}

// The text of a place from an address, for bytes that stand in no readable text.
function completed(context: StoryContext, place: Place): Place {
  const page = context.brief.pages.find(({ sha256 }) => sha256.startsWith(place.page));
  return page ? { ...place, page: page.sha256 } : place;
}

function build(brief: BriefObject, story: Story, route: Route): Shown {
  const path = ["story", story.id];
  const address = (place: Place | null) => history.replaceState(null, "", href(path, place ? placeQuery(place) : {}));
  const context: StoryContext = new StoryContext(brief, story, (place, from) => {
    address(place);
    void view.show(place, from);
  });
  const example = story.copies[0]?.taken ?? story.keypoints[0]?.support[0];
  const view: PageView = new PageView((hash) => tintsOf(context, hash), () => address(null), () => example && context.reference(example));
  const sections = sectionsOf(context);
  const first = brief.pages.find(({ sha256 }) => sha256.startsWith(story.id)) ?? brief.pages[0];
  const article = h("article", { class: "story" }, head(context, sections), sections.map(({ element }) => element),
    mayWrite() && first && correctStory(story.id, first.sha256));
  const asked = placeOf(route);
  return {
    title: story.headline || t("untitled"),
    wide: true,
    body: h("div", { class: "story-layout" }, article, view.element),
    after: () => {
      if (asked) void view.show(completed(context, asked), null);
    },
  };
}

export async function storyView(route: Route, signal: AbortSignal): Promise<Shown> {
  const id = route.path[1] ?? "";
  const brief = await api.story(id, signal);
  const story = brief.stories.find((one) => one.id === id) ?? brief.stories[0];
  if (!story) throw new Error(t("not found"));
  return build(brief, story, route);
}
