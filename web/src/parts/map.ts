// A small outline map of the countries that the reports name. A country is only drawn for its own name, German or English, as the browser
// knows it; other places have no place on it, so nothing is guessed.
import type { Country } from "virtual:world";
import { h, replace, svg } from "../base/dom";
import { listed, t } from "../base/language";
import type { Named } from "../base/story-types";

function namesOf(code: string): string[] {
  return ["de", "en"].map((language) => new Intl.DisplayNames([language], { type: "region" }).of(code)?.toLowerCase() ?? code);
}

export function countriesIn(places: readonly Named[], codes: readonly string[]): string[] {
  const wanted = new Set(places.flatMap((place) => [place.name ?? "", ...place.spellings]).map((name) => name.toLowerCase()));
  return codes.filter((code) => namesOf(code).some((name) => wanted.has(name)));
}

const margin = 60; // tenths of a degree

// What is seen: the countries named with their neighbours around, never narrower than it can be read.
function viewBox(countries: readonly Country[]): string {
  const left = Math.min(...countries.map(({ box }) => box[0])) - margin;
  const top = Math.min(...countries.map(({ box }) => box[1])) - margin;
  const right = Math.max(...countries.map(({ box }) => box[2])) + margin;
  const bottom = Math.max(...countries.map(({ box }) => box[3])) + margin;
  const width = Math.max(right - left, (bottom - top) * 1.6, 260);
  const height = Math.max(bottom - top, width / 1.6);
  return `${Math.round((left + right - width) / 2)} ${Math.round((top + bottom - height) / 2)} ${Math.round(width)} ${Math.round(height)}`;
}

function drawn(world: readonly Country[], named: readonly string[]): HTMLElement {
  const chosen = world.filter((country) => named.includes(country.code));
  const names = named.map((code) => new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "region" }).of(code) ?? code);
  const others = world.filter((country) => !named.includes(country.code)).map((country) => country.path).join("");
  const picture = svg("svg", { class: "map", viewBox: viewBox(chosen), "aria-hidden": "true", focusable: "false", width: 320, height: 200 },
    svg("path", { class: "land", d: others }),
    chosen.map((country) => svg("path", { class: "land-named", d: country.path })));
  return h("figure", { class: "map-frame" }, picture, h("figcaption", {}, t("story.map", listed(names))));
}

// Empty where no country is named. The outlines are loaded when they are needed.
export function countryMap(places: readonly Named[]): HTMLElement {
  const holder = h("div", {});
  const fill = async () => {
    const { world } = await import("virtual:world");
    const named = countriesIn(places, world.map((country) => country.code));
    if (named.length > 0) replace(holder, drawn(world, named));
  };
  fill().catch(() => undefined); // a picture less; the list has all places
  return holder;
}
