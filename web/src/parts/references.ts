// References: links from what is said to the place on a page that says it.
import { type Child, freshId, h } from "../base/dom";
import { t } from "../base/language";
import { link, outsideAddress, type Query, type Route } from "../base/links";
import type { BriefObject, BriefPage, Mention, Range, Report, Story } from "../base/story-types";

// A place to show: the page by its hash, and what to mark on it.
export interface Place {
  page: string;
  at: Range | null;
  begin: number;
  end: number;
  text: string; // the bytes as text, for places that the readable text does not have
}

export type OpenPlace = (place: Place, from: HTMLElement) => void;

export function placeQuery(place: Place): Query {
  return { page: place.page.slice(0, 16), at: place.at ? place.at.join("-") : null, bytes: `${place.begin}-${place.end}` };
}

function rangeOf(text: string | null): Range | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? "");
  return match ? [Number(match[1]), Number(match[2])] : null;
}

// The place an address asks for.
export function placeOf(route: Route, page: string | null = route.query.get("page")): Place | null {
  if (!page || !/^[0-9a-f]{6,64}$/.test(page)) return null;
  const bytes = rangeOf(route.query.get("bytes")) ?? [0, 0];
  return { page, at: rangeOf(route.query.get("at")), begin: bytes[0], end: bytes[1], text: "" };
}

const mostLetters = 26; // of a headline that stands for an outlet

// The pages of a brief by the names that its mentions use.
export class BriefPages {
  private readonly byName: Map<string, BriefPage>;
  private readonly outlets = new Map<string, string>();

  constructor(brief: BriefObject, story: Story) {
    this.byName = new Map(brief.pages.map((page) => [page.page, page]));
    const counted = new Map<string, number>();
    for (const report of story.reports) {
      const outlet = this.nameOf(report);
      const before = counted.get(outlet) ?? 0;
      counted.set(outlet, before + 1);
      this.outlets.set(report.page, before === 0 ? outlet : `${outlet} (${before + 1})`);
    }
  }

  // The outlet; where it is unknown, the host that the page came from, else how its headline begins.
  private nameOf(report: Report): string {
    const page = this.byName.get(report.page);
    const outlet = report.outlet || page?.outlet;
    if (outlet) return outlet;
    const address = outsideAddress(page?.url ?? null);
    if (address) return new URL(address).hostname;
    const letters = [...(report.title ?? "")];
    if (letters.length === 0) return t("unknown outlet");
    return t("titled", letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("").trim()}…` : letters.join(""));
  }

  get(page: string): BriefPage | null {
    return this.byName.get(page) ?? null;
  }

  hash(page: string): string {
    return this.byName.get(page)?.sha256 ?? page;
  }

  // What a report is called: see nameOf; a second one of that name has a number behind.
  name(page: string): string {
    return this.outlets.get(page) ?? this.byName.get(page)?.outlet ?? t("unknown outlet");
  }

  place(mention: Mention): Place {
    return { page: this.hash(mention.page), at: mention.at ?? null, begin: mention.begin, end: mention.end, text: mention.text };
  }
}

// The words of a mention as a reader sees them.
export function shown(mention: Mention): string {
  return mention.shown ?? mention.text;
}

// One reference: the outlet's name, a link to the marked place. A plain click opens the page beside.
export function reference(place: Place, label: string, path: readonly string[], open: OpenPlace): HTMLElement {
  const anchor = link(path, placeQuery(place), "ref", label);
  anchor.setAttribute("aria-label", t("reference", label, String(place.begin), String(place.end)));
  anchor.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(place, anchor);
  });
  return anchor;
}

const mostShown = 6;

// What a story's sections share: its pages, and how its references are made.
export class StoryContext {
  readonly pages: BriefPages;

  constructor(
    readonly brief: BriefObject,
    readonly story: Story,
    private readonly open: OpenPlace,
  ) {
    this.pages = new BriefPages(brief, story);
  }

  reference(mention: Mention, label?: string): HTMLElement {
    return reference(this.pages.place(mention), label ?? this.pages.name(mention.page), ["story", this.story.id], this.open);
  }

  // References to all of them, one each page; many are folded behind a button.
  references(mentions: readonly Mention[]): HTMLElement | null {
    const seen = new Set<string>();
    const once = mentions.filter((mention) => !seen.has(mention.page) && seen.add(mention.page));
    if (once.length === 0) return null;
    const made = once.map((mention) => this.reference(mention));
    if (made.length <= mostShown) return h("span", { class: "refs" }, spaced(made));
    return h("span", { class: "refs" }, spaced(made.slice(0, mostShown)), unfold(made.slice(mostShown)));
  }
}

function spaced(elements: readonly HTMLElement[]): Child[] {
  return elements.flatMap((element) => [element, " "]);
}

function unfold(rest: HTMLElement[]): HTMLElement {
  const id = freshId("rest");
  const more = h("span", { id, hidden: true }, spaced(rest));
  const button = h("button", { type: "button", class: "more-refs", "aria-expanded": "false", "aria-controls": id }, `+${rest.length}`);
  button.addEventListener("click", () => {
    more.hidden = !more.hidden;
    button.setAttribute("aria-expanded", String(!more.hidden));
  });
  return h("span", {}, button, " ", more);
}
