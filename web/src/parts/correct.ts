// Corrections by a click; only there when the reader has the token.
import { api } from "../base/api";
import { type Child, freshId, h, replace } from "../base/dom";
import { t } from "../base/language";
import type { NewCorrection } from "../base/types";
import { dayOf } from "../base/dates";
import { storeChanged, tell } from "./notices";
import { errorText, loading } from "./states";

export interface QuotePlace {
  page: string;
  begin: number;
  end: number;
}

async function send(correction: NewCorrection, problems: HTMLElement): Promise<void> {
  replace(problems);
  try {
    await api.correct(correction);
    tell(t("correct.done"), { label: t("nav.corrections"), path: ["corrections"] });
    storeChanged();
  } catch (error) {
    replace(problems, errorText(error));
  }
}

// What is folded below "Correct" is made when it is opened.
function folded(label: string, summary: string, make: (problems: HTMLElement) => Child): HTMLElement {
  const problems = h("p", { class: "problem", role: "alert" });
  const body = h("div", { class: "correct-body" });
  const details = h("details", { class: "correct" }, h("summary", { "aria-label": label }, summary), body, problems);
  details.addEventListener("toggle", () => {
    if (details.open && !body.hasChildNodes()) replace(body, make(problems));
  });
  return details;
}

function button(label: string, correction: () => NewCorrection, problems: HTMLElement): HTMLButtonElement {
  const made = h("button", { type: "button" }, label);
  made.addEventListener("click", () => {
    made.disabled = true;
    void send(correction(), problems).finally(() => (made.disabled = false));
  });
  return made;
}

export function correctQuote(place: QuotePlace, outlet: string): HTMLElement {
  return folded(`${t("correct.quote")} (${outlet})`, t("correct"), (problems) => {
    const id = freshId("speaker");
    const input = h("input", { id, name: "speaker", type: "text", required: true, maxlength: 200, autocomplete: "off" });
    const form = h("form", { class: "inline-form" }, h("label", { for: id }, t("correct.speaker.label")), input, h("button", { type: "submit" }, t("correct.save")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim() !== "") void send({ kind: "speaker", ...place, value: input.value.trim() }, problems);
    });
    return [button(t("correct.no-quote"), () => ({ kind: "no-quote", ...place }), problems), form];
  });
}

// A choice among the newest stories but `except`; each is named by its first page.
function storyChoice(label: string, go: string, except: string, correction: (story: string) => NewCorrection, problems: HTMLElement): HTMLElement {
  const holder = h("div", {}, loading());
  const id = freshId("story");
  const fill = async () => {
    const { stories } = await api.stories({ limit: 200 });
    const options = stories.filter((story) => story.id !== except).map((story) => h("option", { value: story.id }, `${story.headline || t("untitled")} (${dayOf(story.last) || t("unknown date")})`));
    const select = h("select", { id, required: true }, h("option", { value: "" }, t("correct.choose")), options);
    const form = h("form", { class: "inline-form" }, h("label", { for: id }, label), select, h("button", { type: "submit" }, go));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (select.value) void send(correction(select.value), problems);
    });
    replace(holder, form);
  };
  fill().catch((error: unknown) => replace(holder, h("p", { class: "problem" }, errorText(error))));
  return holder;
}

export function correctReport(page: string, story: string): HTMLElement {
  return folded(t("correct.report"), t("correct"), (problems) => [
    button(t("correct.alone"), () => ({ kind: "move", page }), problems),
    storyChoice(t("correct.move.label"), t("correct.move"), story, (other) => ({ kind: "move", page, other }), problems),
  ]);
}

export function correctStory(story: string, page: string): HTMLElement {
  return folded(t("correct.join"), t("correct.join"), (problems) =>
    storyChoice(t("correct.join.label"), t("correct.join.go"), story, (other) => ({ kind: "join", page, other }), problems));
}
