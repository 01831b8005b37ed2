// A section of a story's page.
import { type Child, h } from "../base/dom";
import { type Key, t } from "../base/language";

export interface Section {
  id: string;
  title: Key;
  element: HTMLElement;
}

export function section(id: string, title: Key, ...children: Child[]): Section {
  const heading = h("h2", { id: `${id}-heading`, tabindex: -1 }, t(title));
  return { id, title, element: h("section", { id, class: `section ${id}`, "aria-labelledby": `${id}-heading` }, heading, children) };
}

// The way to each section: buttons that scroll and move the focus, since the address after "#" names the story.
export function contents(sections: readonly Section[]): HTMLElement {
  const jump = (id: string) => () => {
    const heading = document.getElementById(`${id}-heading`);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  const items = sections.map(({ id, title }) => h("li", {}, h("button", { type: "button", class: "jump", on: { click: jump(id) } }, t(title))));
  return h("nav", { class: "contents", "aria-label": t("story.contents") }, h("ul", {}, items));
}
