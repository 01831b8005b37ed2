// Downloads of what is shown, as CSV and JSON lines.
import { h } from "../base/dom";
import { t } from "../base/language";
import { apiLink, type Query } from "../base/links";

const kinds = ["pieces", "quotes", "origins", "copies", "differences"] as const;

export function exportLinks(query: Query): HTMLElement {
  const span: Query = { since: query["since"], until: query["until"], outlet: query["outlet"] };
  const items = kinds.map((kind) => h("li", {}, `${t(`export.${kind}`)}: `,
    apiLink(`export/${kind}.csv`, span, "CSV", true), " ", apiLink(`export/${kind}.jsonl`, span, "JSON", true)));
  return h("details", { class: "exports" }, h("summary", {}, t("export")), h("ul", {}, items));
}
