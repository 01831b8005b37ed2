// The frame around all views, and the way from one to the next: address, focus, scroll position, what is read out.
import { api } from "./base/api";
import { h, replace } from "./base/dom";
import { type Key, language, number, setLanguage, t } from "./base/language";
import { apiLink, link, parseRoute, type Route } from "./base/links";
import { addView } from "./views/add";
import { correctionsView } from "./views/corrections";
import { notFoundView } from "./views/not-found";
import { outletView, outletsView } from "./views/outlets";
import { pageView } from "./views/page";
import { peopleView, personView } from "./views/people";
import { searchView } from "./views/search";
import { storiesView } from "./views/stories";
import { storyView } from "./views/story";
import { traceView } from "./views/trace";
import { clearTold, listen, markSeen, noticeElements, onShow, storeAt } from "./parts/notices";
import { announce, announcerElement, failed, loading } from "./parts/states";
import type { View } from "./view";

const views: Record<string, View> = {
  "": storiesView, story: storyView, page: pageView, people: peopleView, person: personView, trace: traceView, search: searchView,
  outlets: outletsView, outlet: outletView, corrections: correctionsView, add: addView,
};
const sections: [string, Key, string[]][] = [
  ["", "nav.stories", ["story", "page"]], ["search", "nav.search", []], ["trace", "nav.trace", []], ["people", "nav.people", ["person"]],
  ["outlets", "nav.outlets", ["outlet"]], ["corrections", "nav.corrections", []], ["add", "nav.add", []],
];
const patience = 200; // milliseconds before "Loading" replaces what is shown

export class App {
  private readonly main = h("main", { id: "main", tabindex: -1 });
  private readonly header = h("header", { class: "site-head" });
  private readonly footer = h("footer", { class: "site-foot" });
  private readonly skip = h("a", { class: "skip" });
  private readonly scrolled = new Map<string, number>();
  private running: AbortController | null = null;
  private path = "";
  private address = "";
  private byLink = false;
  private shown = false; // whether any view has been

  start(): void {
    this.skip.href = "#main";
    this.skip.addEventListener("click", (event) => {
      event.preventDefault();
      (this.main.querySelector<HTMLElement>("h1") ?? this.main).focus();
    });
    replace(document.body, this.skip, this.header, h("div", { class: "notices" }, noticeElements()), this.main, this.footer, announcerElement());
    document.addEventListener("click", (event) => {
      this.byLink ||= event.target instanceof Element && event.target.closest("a[href^='#/']") !== null;
    });
    history.scrollRestoration = "manual";
    window.addEventListener("hashchange", () => void this.go(false));
    onShow(() => {
      if (parseRoute(location.hash).path[0] === "add") location.hash = "#/"; // new pages are to be seen among the stories
      else void this.go(true);
    });
    setLanguage(language());
    this.frame();
    listen();
    void this.go(false);
  }

  private frame(): void {
    const current = parseRoute(location.hash).path[0] ?? "";
    const items = sections.map(([name, key, below]) => {
      const anchor = link(name === "" ? [] : [name], {}, "", t(key));
      if (name === current || below.includes(current)) anchor.setAttribute("aria-current", name === current ? "page" : "true");
      return h("li", {}, anchor);
    });
    replace(this.skip, t("skip"));
    replace(this.header, h("div", { class: "site-head-inner" },
      h("p", { class: "brand" }, link([], {}, "", t("program")), h("span", { class: "claim" }, t("claim"))),
      h("nav", { class: "site-nav", "aria-label": t("nav") }, h("ul", {}, items)),
      this.languageSwitch()));
    void this.fillFooter();
  }

  private languageSwitch(): HTMLElement {
    const to = language() === "de" ? "en" : "de";
    const label = to === "de" ? "Deutsch" : "English";
    return h("button", { type: "button", class: "language", lang: to, on: { click: () => {
      setLanguage(to);
      this.frame();
      void this.go(true).then(() => this.header.querySelector<HTMLElement>(".language")?.focus());
    } } }, label);
  }

  private async fillFooter(): Promise<void> {
    try {
      const status = await api.status();
      storeAt(status);
      replace(this.footer, h("p", {}, t("footer", number(status.pages), number(status.stories))),
        h("p", {}, `${status.program} ${status.version}`, " · ", apiLink("openapi.json", {}, t("footer.api"), false)));
    } catch {
      replace(this.footer); // the view itself says that the server does not answer
    }
  }

  // Shows what the address asks for. `again`: the same view anew, with the reader where she was.
  private async go(again: boolean): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.scrolled.set(this.address, window.scrollY);
    const route = parseRoute(location.hash);
    const path = route.path.join("/");
    const samePath = path === this.path;
    const kept = document.activeElement?.id ?? "";
    const waiting = setTimeout(() => this.wait(route, again), patience);
    try {
      const view = views[route.path[0] ?? ""] ?? notFoundView;
      const shown = await view(route, running.signal);
      if (running.signal.aborted) return;
      clearTimeout(waiting);
      replace(this.main, shown.body);
      this.main.className = shown.wide ? "wide" : "";
      document.title = shown.title === t("program") ? shown.title : `${shown.title} – ${t("program")}`;
      markSeen();
      this.settle(again || (samePath && this.shown), kept, shown.title);
      shown.after?.();
    } catch (error) {
      clearTimeout(waiting);
      if (running.signal.aborted) return;
      this.fail(error);
    } finally {
      if (this.running === running) this.main.removeAttribute("aria-busy");
    }
    this.path = path;
    if (again) void this.fillFooter();
  }

  private fail(error: unknown): void {
    replace(this.main, h("h1", { tabindex: -1 }, t("error")), failed(error, () => void this.go(true)));
    document.title = `${t("error")} – ${t("program")}`;
    this.settle(false, "", t("error"));
  }

  private wait(route: Route, again: boolean): void {
    this.main.setAttribute("aria-busy", "true");
    if (!again) replace(this.main, loading(t(route.path[0] === "story" ? "loading.story" : "loading")));
  }

  // Where the reader is after a change: at the head of a new view, else where she was.
  private settle(stays: boolean, kept: string, title: string): void {
    const first = !this.shown;
    this.shown = true;
    const moved = location.hash !== this.address;
    this.address = location.hash;
    if (stays) {
      const same = kept ? document.getElementById(kept) : null;
      if (same && same !== document.activeElement) same.focus({ preventScroll: true });
      announce(t("loaded", title));
      this.byLink = false;
      return;
    }
    if (moved) clearTold();
    this.frame();
    window.scrollTo({ top: this.byLink ? 0 : (this.scrolled.get(this.address) ?? 0), behavior: "instant" });
    this.byLink = false;
    if (!first) this.main.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }
}
