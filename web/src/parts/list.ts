// Lists that go on behind a cursor, and forms that are the query of an address.
import { type Child, h } from "../base/dom";
import { t } from "../base/language";
import { href, type Query } from "../base/links";
import { announce, errorText } from "./states";

// A button that appends the next part of a list to `list` as long as there is one.
export function moreButton(label: string, next: string | null, load: (after: string) => Promise<{ items: HTMLElement[]; next: string | null }>, list: HTMLElement): HTMLElement | null {
  if (next === null) return null;
  let after: string = next;
  const problem = h("p", { class: "problem", role: "alert" });
  const button = h("button", { type: "button", class: "more" }, label);
  const step = async () => {
    button.disabled = true;
    problem.textContent = "";
    try {
      const part = await load(after);
      list.append(...part.items);
      part.items[0]?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
      announce(t("loaded", label));
      if (part.next === null) button.remove();
      else after = part.next;
    } catch (error) {
      problem.textContent = errorText(error);
    } finally {
      button.disabled = false;
    }
  };
  button.addEventListener("click", () => void step());
  return h("div", {}, button, problem);
}

// Goes to a route with these values.
export function goTo(path: readonly string[], query: Query): void {
  const to = href(path, query);
  if (to === location.hash) window.dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = to;
}

export function field(id: string, label: string, input: HTMLElement): HTMLElement {
  return h("div", { class: "field" }, h("label", { for: id }, label), input);
}

export function heading(text: string, ...hint: Child[]): Child[] {
  return [h("h1", { tabindex: -1 }, text), ...hint.map((line) => h("p", { class: "lead" }, line))];
}

export function onSubmit(form: HTMLFormElement, act: () => void): HTMLFormElement {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
  return form;
}
