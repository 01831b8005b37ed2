// Adding pages: by drag and drop or by choosing files. One after the other, each with its own result.
import { api } from "../base/api";
import { h } from "../base/dom";
import { count, t } from "../base/language";
import { link } from "../base/links";
import { mayWrite } from "../base/session";
import type { AddedPages } from "../base/types";
import { heading } from "../parts/list";
import { announce, errorText } from "../parts/states";
import type { Shown } from "../view";
import { tokenHint } from "./corrections";

function resultText(added: AddedPages): string {
  const parts = [count("add.stored", added.stored)];
  if (added.known > 0) parts.push(count("add.known", added.known));
  if (added.refused > 0) parts.push(count("add.refused", added.refused));
  if (added.kept_out > 0) parts.push(count("add.kept", added.kept_out));
  return parts.join(", ");
}

function problemText(problem: AddedPages["problems"][number]): string {
  return typeof problem === "string" ? problem : [problem.reason, problem.place].filter(Boolean).join(": ");
}

class Adding {
  private readonly list = h("ol", { class: "added" });
  private readonly section = h("section", { "aria-labelledby": "added-heading", hidden: true },
    h("h2", { id: "added-heading" }, t("add.results")), this.list, h("p", {}, link([], {}, "button", t("add.see"))));
  private last: Promise<void> = Promise.resolve();

  get element(): HTMLElement {
    return this.section;
  }

  take(files: Iterable<File>): void {
    for (const file of files) {
      const state = h("span", { class: "faint" }, t("add.waiting"));
      this.list.append(h("li", {}, h("strong", {}, file.name), " ", state));
      this.section.hidden = false;
      this.last = this.last.then(() => this.add(file, state));
    }
  }

  private async add(file: File, state: HTMLElement): Promise<void> {
    try {
      const added = await api.addPages(file);
      state.className = added.refused > 0 ? "problem" : "done";
      state.textContent = resultText(added);
      state.parentElement?.append(h("ul", {}, added.problems.map((problem) => h("li", { class: "faint" }, problemText(problem)))));
    } catch (error) {
      state.className = "problem";
      state.textContent = t("add.failed", errorText(error));
    }
    announce(`${file.name}: ${state.textContent}`);
  }
}

function dropZone(adding: Adding): HTMLElement {
  const input = h("input", { id: "files", type: "file", multiple: true });
  input.addEventListener("change", () => {
    adding.take([...(input.files ?? [])]);
    input.value = "";
  });
  const zone = h("div", { class: "drop" }, h("p", { class: "drop-title" }, t("add.drop")), h("label", { for: "files" }, t("add.choose")), input);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    adding.take([...(event.dataTransfer?.files ?? [])]);
  });
  return zone;
}

// A file that is dropped beside the zone must not replace the page.
function keepPage(): void {
  for (const name of ["dragover", "drop"] as const) window.addEventListener(name, (event) => event.preventDefault());
}
keepPage();

export async function addView(): Promise<Shown> {
  const adding = new Adding();
  return {
    title: t("add"),
    body: [heading(t("add"), t("add.hint")), mayWrite() ? [dropZone(adding), adding.element] : tokenHint("depesche ingest --store FILE PATH...")],
  };
}
