// A page's text with its zones, with what it shares with other reports, and with the asked place marked.
import { h } from "../base/dom";
import type { Range } from "../base/story-types";
import type { PageObject } from "../base/types";

export interface Tint {
  at: Range;
  className: string; // "c1"
  title: string; // whom the text is shared with
}

interface Layer {
  at: Range;
  className: string;
  title?: string;
  mark?: boolean;
}

const dim: ReadonlySet<string> = new Set(["boilerplate", "other", "comment", "note"]);

function clipped(range: Range, length: number): Range {
  const begin = Math.min(Math.max(0, range[0]), length);
  return [begin, Math.min(Math.max(begin, range[1]), length)];
}

function layersOf(page: PageObject, tints: readonly Tint[], marked: Range | null): Layer[] {
  const zones = page.zones.map((zone) => ({ at: zone.at, className: dim.has(zone.zone) ? "zone-dim" : `zone-${zone.zone.replace(/[^a-z]/g, "")}` }));
  const shared = tints.map((tint) => ({ at: tint.at, className: `tint ${tint.className}`, title: tint.title }));
  const mark: Layer[] = marked ? [{ at: marked, className: "marked", mark: true }] : [];
  return [...zones, ...shared, ...mark]
    .map((layer) => ({ ...layer, at: clipped(layer.at, page.text.length) }))
    .filter((layer) => layer.at[1] > layer.at[0]);
}

// Stretches of text with the layers that lie over them, in one sweep over all begins and ends.
function* stretches(length: number, layers: readonly Layer[]): Generator<[number, number, Layer[]]> {
  const cuts = [...new Set([0, length, ...layers.flatMap((layer) => layer.at)])].sort((a, b) => a - b);
  const begins = [...layers].sort((a, b) => a.at[0] - b.at[0]);
  let active: Layer[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [begin = 0, end = 0] = [cuts[i], cuts[i + 1]];
    active = active.filter((layer) => layer.at[1] > begin);
    for (let layer = begins[next]; layer && layer.at[0] <= begin; layer = begins[next]) {
      active.push(layer);
      next += 1;
    }
    yield [begin, end, active];
  }
}

export interface PageText {
  element: HTMLElement;
  first: HTMLElement | null; // where the marked place begins
}

export function pageText(page: PageObject, tints: readonly Tint[], marked: Range | null): PageText {
  const element = h("div", { class: "page-text", lang: page.language });
  let first: HTMLElement | null = null;
  for (const [begin, end, layers] of stretches(page.text.length, layersOf(page, tints, marked))) {
    const text = page.text.slice(begin, end);
    if (layers.length === 0) {
      element.append(text);
      continue;
    }
    const isMark = layers.some((layer) => layer.mark);
    const title = layers.find((layer) => layer.title)?.title;
    const piece = h(isMark ? "mark" : "span", { class: layers.map((layer) => layer.className).join(" "), title }, text);
    if (isMark && first === null && text.trim() !== "") {
      first = piece;
      piece.tabIndex = -1;
    }
    element.append(piece);
  }
  return { element, first };
}
