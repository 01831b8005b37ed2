// The view of a page beside what is said about it: its own text, the asked bytes marked and scrolled to.
import { api } from "../base/api";
import { type Child, h, replace } from "../base/dom";
import { humanDate } from "../base/dates";
import { listed, t } from "../base/language";
import { apiLink, link, outsideLink } from "../base/links";
import type { PageObject } from "../base/types";
import { pageText, type Tint } from "./page-text";
import type { Place } from "./references";
import { failed, loading } from "./states";

export type TintsOf = (hash: string) => Tint[];

export function pageFacts(page: PageObject): HTMLElement {
  const facts: Child[] = [
    h("p", { class: "facts" },
      humanDate(page.published),
      page.updated && ` · ${t("updated", humanDate(page.updated))}`,
      page.authors.length > 0 && ` · ${t("authors", listed(page.authors))}`,
      page.agencies.length > 0 && ` · ${t("agencies", listed(page.agencies))}`),
    page.url && h("p", { class: "facts" }, outsideLink(page.url)),
  ];
  return h("div", {}, facts);
}

function placeNote(place: Place): Child {
  if (place.end <= place.begin) return null;
  const bytes = h("p", { class: "facts bytes" }, t("page.bytes", String(place.begin), String(place.end)));
  if (place.at) return bytes;
  return [bytes, h("p", { class: "facts" }, t("page.nowhere")), h("pre", { class: "bytes-text" }, h("mark", { class: "marked", tabindex: -1 }, place.text))];
}

// Reads a page once for as long as the view lives.
class Pages {
  private readonly read = new Map<string, Promise<PageObject>>();

  get(hash: string): Promise<PageObject> {
    const there = this.read.get(hash);
    if (there) return there;
    const asked = api.page(hash);
    this.read.set(hash, asked);
    asked.catch(() => this.read.delete(hash));
    return asked;
  }
}

export class PageView {
  readonly element: HTMLElement;
  private readonly heading = h("h2", { tabindex: -1, id: "page-view-heading" }, t("page.panel"));
  private readonly body = h("div", { class: "page-view-body" });
  private readonly pages = new Pages();
  private cameFrom: HTMLElement | null = null;
  private asked = 0;

  constructor(
    private readonly tintsOf: TintsOf,
    private readonly onClose: () => void,
    private readonly hint: () => Child = () => null, // an example of a reference
  ) {
    const close = h("button", { type: "button", class: "close", on: { click: () => this.close() } }, t("close"));
    this.element = h("aside", { class: "page-view", "aria-labelledby": "page-view-heading" },
      h("div", { class: "page-view-head" }, this.heading, close), this.body);
    this.showHint();
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  // Shows the place. Focus goes to what is marked, and back to `from` when the view is closed.
  async show(place: Place, from: HTMLElement | null): Promise<void> {
    this.asked += 1;
    const turn = this.asked;
    this.cameFrom?.classList.remove("ref-open");
    this.cameFrom = from;
    from?.classList.add("ref-open");
    this.element.classList.add("is-open");
    replace(this.body, loading());
    try {
      const page = await this.pages.get(place.page);
      if (turn !== this.asked) return;
      this.fill(page, place, from !== null);
      from?.scrollIntoView({ block: "nearest", behavior: "instant" }); // a sheet must not cover what was clicked
    } catch (error) {
      if (turn === this.asked) replace(this.body, failed(error, () => void this.show(place, from)));
    }
  }

  close(): void {
    this.asked += 1;
    this.element.classList.remove("is-open");
    this.cameFrom?.classList.remove("ref-open");
    this.cameFrom?.focus();
    this.cameFrom = null;
    this.showHint();
    this.onClose();
  }

  private showHint(): void {
    replace(this.heading, t("page.panel"));
    replace(this.body, h("p", { class: "hint" }, t("page.hint"), " ", this.hint()));
  }

  private fill(page: PageObject, place: Place, focus: boolean): void {
    const tints = this.tintsOf(page.sha256);
    const text = pageText(page, tints, place.at);
    replace(this.heading, page.outlet ?? t("unknown outlet"));
    replace(this.body,
      h("p", { class: "page-title", lang: page.language }, page.title ?? t("untitled")),
      pageFacts(page),
      placeNote(place),
      page.text.trim() === "" ? h("p", { class: "hint" }, t("page.empty")) : text.element,
      h("p", { class: "facts" }, tints.length > 0 && `${t("page.legend")} `, t("page.dimmed")),
      h("p", { class: "facts" }, apiLink(`pages/${encodeURIComponent(page.sha256)}/bytes`, {}, t("page.download"), true),
        page.story && [" · ", link(["story", page.story], {}, "", t("page.story"))]));
    this.reveal(text.first ?? this.body.querySelector<HTMLElement>("pre .marked"), focus);
  }

  // Scrolls the view alone, so that what the reader had in front of her stays where it is.
  private reveal(mark: HTMLElement | null, focus: boolean): void {
    if (!mark) {
      this.body.scrollTop = 0;
      if (focus) this.heading.focus({ preventScroll: true });
      return;
    }
    const shift = mark.getBoundingClientRect().top - this.body.getBoundingClientRect().top;
    this.body.scrollTop += shift - this.body.clientHeight / 3;
    if (focus) mark.focus({ preventScroll: true });
  }
}
