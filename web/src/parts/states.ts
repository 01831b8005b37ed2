// What stands where there is nothing to show yet: loading, nothing found, something went wrong.
import { ApiError } from "../base/api";
import { type Child, h } from "../base/dom";
import { t } from "../base/language";

export function loading(text = t("loading")): HTMLElement {
  return h("p", { class: "loading", role: "status" }, text);
}

// An empty state says what to do next.
export function empty(title: string, ...next: Child[]): HTMLElement {
  return h("div", { class: "empty" }, h("p", { class: "empty-title" }, title), next);
}

export function errorText(error: unknown): string {
  if (error instanceof ApiError) {
    if (error.status === 401) return t("error.token");
    return error.place ? `${error.message} (${error.place})` : error.message;
  }
  return error instanceof Error ? error.message : String(error);
}

export function failed(error: unknown, again?: () => void): HTMLElement {
  return h("div", { class: "failed", role: "alert" },
    h("p", {}, errorText(error)),
    again && h("button", { type: "button", on: { click: again } }, t("retry")));
}

export function command(text: string): HTMLElement {
  return h("pre", { class: "command" }, h("code", {}, text));
}

const announcer = h("p", { class: "unseen", role: "status", "aria-live": "polite", id: "announcer" });

// The one live region of the page; what is put in here is read out when the reader is ready.
export function announcerElement(): HTMLElement {
  return announcer;
}

export function announce(text: string): void {
  announcer.textContent = text;
}
