// Who said what: each utterance with its wordings lined up, changed words marked.
import { h } from "../base/dom";
import { t } from "../base/language";
import { link } from "../base/links";
import { mayWrite } from "../base/session";
import type { Quote, QuoteVersion } from "../base/story-types";
import { correctQuote } from "../parts/correct";
import { folded } from "../parts/fold";
import type { StoryContext } from "../parts/references";
import { driftBadge, versionList } from "../parts/versions";
import { type Section, section } from "./section";

const mostShown = 8;

function quoteItem(context: StoryContext, quote: Quote): HTMLElement {
  const speaker = quote.speaker ? link(["person", quote.speaker], {}, "speaker", quote.speaker) : h("span", { class: "speaker" }, t("quote.unknown"));
  const correct = (version: QuoteVersion) =>
    mayWrite() && correctQuote({ page: context.pages.hash(version.page), begin: version.begin, end: version.end }, context.pages.name(version.page));
  return h("li", { class: "quote" },
    h("p", { class: "quote-head" }, speaker, quote.role && h("span", { class: "role" }, `, ${quote.role}`),
      quote.type === "indirect" && h("span", { class: "badge" }, t("quote.indirect")),
      quote.drift && driftBadge(quote.changes)),
    versionList(quote.versions, quote.type !== "indirect", (version) => context.reference(version), correct));
}

export function quotesSection(context: StoryContext): Section | null {
  const { quotes } = context.story;
  if (quotes.length === 0) return null;
  const ordered = [...quotes.filter((quote) => quote.drift), ...quotes.filter((quote) => !quote.drift)];
  return section("said", "story.said",
    quotes.some((quote) => quote.drift) && h("p", { class: "legend" }, t("quote.legend")),
    folded(ordered.map((quote) => quoteItem(context, quote)), mostShown, (items) => h("ul", { class: "quotes" }, [...items])));
}
