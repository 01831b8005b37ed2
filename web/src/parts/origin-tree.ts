// Who took from whom, by origin: which copies belong to which origin, and which reports carry it. The counterpart of src/show/origin_tree.h.
import { t } from "../base/language";
import type { Copy, Origin, Story } from "../base/story-types";
import { bareWords } from "./word-changes";

export interface Lane {
  origin: Origin | null; // null: copies that belong to none of the story's origins
  pages: string[]; // the reports that carry it, in the story's order
  copies: Copy[];
}

// Copies from one report to another (or from outside), taken together.
export interface CopyGroup {
  to: string;
  from: string | null;
  known: boolean; // whether it is known who was first
  origin: string | null;
  copies: Copy[];
  words: number;
}

function laneOf(copy: Copy, origins: readonly Origin[]): number {
  const byName = copy.origin ? origins.findIndex((origin) => origin.name === copy.origin) : -1;
  if (byName >= 0) return byName;
  const both = origins.findIndex(
    (origin) => origin.reports.includes(copy.to) && (copy.from === null || origin.reports.includes(copy.from)),
  );
  return both >= 0 ? both : origins.length;
}

export function lanesOf(story: Story): Lane[] {
  const copies: Copy[][] = [...story.origins, null].map(() => []);
  for (const copy of story.copies) copies[laneOf(copy, story.origins)]?.push(copy);
  const lanes = copies.map((some, index) => {
    const origin = story.origins[index] ?? null;
    const named = new Set([...(origin?.reports ?? []), ...some.flatMap((copy) => (copy.from ? [copy.to, copy.from] : [copy.to]))]);
    return { origin, copies: some, pages: story.reports.map((report) => report.page).filter((page) => named.has(page)) };
  });
  return lanes.filter((lane) => lane.origin !== null || lane.copies.length > 0);
}

// The origin's name; an outlet's own text whose outlet is unknown is called as its report.
export function originName(origin: Origin, nameOf: (page: string) => string): string {
  const [first] = origin.reports;
  return origin.name ?? (origin.kind === "outlet" && first !== undefined ? nameOf(first) : t("unknown name"));
}

export function wordsIn(copies: readonly Copy[]): number {
  return copies.reduce((sum, copy) => sum + bareWords(copy.taken.shown ?? copy.taken.text).length, 0);
}

// The most words first.
export function groupCopies(copies: readonly Copy[]): CopyGroup[] {
  const groups = new Map<string, CopyGroup>();
  for (const copy of copies) {
    const known = copy.direction_known !== false;
    const key = JSON.stringify([copy.to, copy.from, known, copy.from === null ? copy.origin : null]);
    const group = groups.get(key) ?? { to: copy.to, from: copy.from, known, origin: copy.origin ?? null, copies: [], words: 0 };
    group.copies.push(copy);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  for (const group of all) group.words = wordsIn(group.copies);
  return all.sort((a, b) => b.words - a.words);
}
