// Notices at the head of the page: what was done, and that new pages came. They wait for the reader and move nothing.
import { h, replace } from "../base/dom";
import { count, t } from "../base/language";
import { link } from "../base/links";
import type { ChangeEvent } from "../base/types";

const told = h("div", { class: "notice told", role: "status" });
const news = h("div", { class: "notice news", role: "status" });
let show: () => void = () => undefined;
let seen: ChangeEvent | null = null;
let newest: ChangeEvent | null = null;

export function noticeElements(): HTMLElement[] {
  return [told, news];
}

export function onShow(refresh: () => void): void {
  show = refresh;
}

// A message with a way on; it stays until the next one or until the reader goes elsewhere.
export function tell(text: string, next?: { label: string; path: string[] }): void {
  replace(told, h("p", {}, text, " ", next && link(next.path, {}, "", next.label)),
    h("button", { type: "button", on: { click: () => replace(told) } }, t("close")));
}

export function clearTold(): void {
  replace(told);
}

// What is on the screen is as new as the last event.
export function markSeen(): void {
  seen = newest ?? seen;
  replace(news);
}

// The store was changed from here: show it at once.
export function storeChanged(): void {
  show();
}

function newsText(before: ChangeEvent, after: ChangeEvent): string {
  return after.pages > before.pages ? count("live", after.pages - before.pages) : t("live.changed");
}

export function storeAt(state: ChangeEvent): void {
  seen ??= state;
}

function onChange(state: ChangeEvent): void {
  newest = state;
  if (seen === null || seen.change === state.change) {
    seen = state;
    return;
  }
  replace(news, h("p", {}, newsText(seen, state)), h("button", { type: "button", class: "show-news", on: { click: () => show() } }, t("live.show")));
}

// Listens for as long as the page is open; the browser connects again by itself.
export function listen(): void {
  const events = new EventSource("/api/v1/events");
  events.addEventListener("change", (event) => {
    try {
      onChange(JSON.parse((event as MessageEvent<string>).data) as ChangeEvent);
    } catch {
      // A line that is no JSON tells nothing.
    }
  });
}
