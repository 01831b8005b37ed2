// The list of stories: how many reports each has, and how few origins they come from.
import { api } from "../base/api";
import { type Child, h } from "../base/dom";
import { humanSpan } from "../base/dates";
import { count, listed, number, t } from "../base/language";
import { link, type Query, type Route } from "../base/links";
import type { StoryRow } from "../base/types";
import { exportLinks } from "../parts/exports";
import { filterForm, filterNames, filtersOf, sortLinks } from "../parts/filters";
import { heading, moreButton } from "../parts/list";
import { command, empty } from "../parts/states";
import { sourceStrip } from "../parts/strip";
import type { Shown } from "../view";

const mostOutlets = 5;

function outletList(row: StoryRow): string {
  const rest = row.outlets.length - mostOutlets;
  return rest > 1 ? `${row.outlets.slice(0, mostOutlets).join(", ")} +${number(rest)}` : listed(row.outlets);
}

function sum(row: StoryRow): HTMLElement {
  const reports = count("report", row.reports);
  if (row.reports < 2) return h("p", { class: "sum alone" }, reports);
  if (row.origins === null) return h("p", { class: "sum" }, reports, h("span", { class: "faint" }, ` · ${t("origins.uncounted")}`));
  const few = row.origins < row.reports;
  return h("p", { class: few ? "sum few" : "sum" }, sourceStrip(row.reports, row.origins),
    h("span", {}, t("story.sum", reports, count(few ? "from.only" : "from.origin", row.origins))));
}

// Who copied: the names that text was taken from, where it has been counted.
function took(row: StoryRow): HTMLElement | null {
  if (!row.took || row.reports < 2) return null;
  const from = row.taken_from ?? [];
  return h("p", { class: "took" }, from.length > 0 ? t("took.from", row.took, row.reports, listed(from)) : t("took.some", row.took, row.reports));
}

export function storyItem(row: StoryRow): HTMLElement {
  return h("li", { class: "story-row" },
    h("article", {},
      row.topic && row.topic !== row.headline && h("p", { class: "kicker" }, link([], { topic: row.topic }, "", row.topic)),
      h("h2", {}, link(["story", row.id], {}, "", row.headline || t("untitled"))),
      sums(row),
      h("p", { class: "facts" }, humanSpan(row.first, row.last), row.outlets.length > 0 && ` · ${outletList(row)}`,
        row.corrected && h("span", { class: "badge" }, t("corrected")))));
}

async function emptyStore(): Promise<Child> {
  const status = await api.status();
  if (status.pages > 0) {
    return empty(t("stories.none"), h("p", {}, t("stories.none.hint"), " ", link([], {}, "", t("stories.clear"))));
  }
  return empty(t("stories.empty"), h("p", {}, t("stories.empty.hint")), command("depesche ingest --store FILE PATH..."), h("p", {}, link(["add"], {}, "button", t("nav.add"))));
}

const recount = 1000; // milliseconds between two looks for origins that were still being counted
const mostLooks = 30;

// Fills in the origins once they are counted; a row changes in place, none moves.
function fillOrigins(list: HTMLElement, query: Query, rows: readonly StoryRow[], signal: AbortSignal): void {
  const open = (row: StoryRow) => row.reports > 1 && row.origins === null;
  const look = async (left: number) => {
    if (signal.aborted || !list.isConnected || left === 0) return;
    const { stories } = await api.stories({ ...query, limit: 50 }, signal);
    stories.forEach((row) => {
      const at = rows.findIndex(({ id }) => id === row.id);
      const before = rows[at];
      if (before && open(before) && !open(row)) list.children[at]?.querySelector(".sum")?.replaceWith(...sums(row));
    });
    if (stories.some(open)) setTimeout(() => void look(left - 1).catch(() => undefined), recount);
  };
  if (rows.some(open)) setTimeout(() => void look(mostLooks).catch(() => undefined), recount);
}

function sums(row: StoryRow): HTMLElement[] {
  return [sum(row), took(row)].filter((one): one is HTMLElement => one !== null);
}

function shownCount(rows: number, more: boolean): string {
  return more ? t("stories.shown.more", rows) : count("stories.shown", rows);
}

export async function storiesView(route: Route, signal: AbortSignal): Promise<Shown> {
  const query: Query = filtersOf(route);
  const [answer, status] = await Promise.all([api.stories({ ...query, limit: 50 }, signal), api.status(signal)]);
  const list = h("ol", { class: "story-list" }, answer.stories.map(storyItem));
  const more = moreButton(t("stories.more"), answer.next, async (after) => {
    const part = await api.stories({ ...query, limit: 50, after });
    return { items: part.stories.map(storyItem), next: part.next };
  }, list);
  const filtered = filterNames.some((name) => query[name]);
  return {
    title: filtered || query["sort"] ? t("stories") : t("program"),
    body: [
      heading(t("stories"), t("stories.how")),
      h("div", { class: "story-tools" }, filterForm(query, status), sortLinks(query)),
      h("p", { class: "result-count" }, shownCount(answer.stories.length, answer.next !== null),
        filtered && [" · ", link([], query["sort"] ? { sort: query["sort"] } : {}, "", t("stories.clear"))]),
      answer.stories.length > 0 ? [list, more, exportLinks(query)] : await emptyStore(),
    ],
    after: () => fillOrigins(list, query, answer.stories, signal),
  };
}
