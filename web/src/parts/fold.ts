// A long list shows its head; the rest is folded.
import { h } from "../base/dom";
import { count } from "../base/language";

export function folded(items: readonly HTMLElement[], most: number, list: (items: readonly HTMLElement[]) => HTMLElement): HTMLElement[] {
  if (items.length <= most + 2) return [list(items)];
  const rest = items.slice(most);
  return [list(items.slice(0, most)), h("details", { class: "rest" }, h("summary", {}, count("rest", rest.length)), list(rest))];
}
