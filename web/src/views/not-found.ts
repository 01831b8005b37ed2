import { h } from "../base/dom";
import { t } from "../base/language";
import { link } from "../base/links";
import type { Shown } from "../view";

export async function notFoundView(): Promise<Shown> {
  return { title: t("not found"), body: [h("h1", { tabindex: -1 }, t("not found")), h("p", {}, link([], {}, "", t("not found.hint")))] };
}
