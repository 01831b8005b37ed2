// German or English: the browser's language first, then what the reader chose.
import type { Child } from "./dom";
import { generalWords } from "../words/general";
import { storyWords } from "../words/story";
import { workWords } from "../words/work";

export type Language = "de" | "en";

const words = { ...generalWords, ...storyWords, ...workWords };
export type Key = keyof typeof words;
type Counted<Name> = Name extends `${infer Stem}.1` ? Stem : never;
export type CountKey = Counted<Key>;

const storageName = "depesche-language";
let current: Language = chosenLanguage();

function chosenLanguage(): Language {
  const kept = readKept();
  if (kept === "de" || kept === "en") return kept;
  return navigator.languages.find((name) => /^(de|en)\b/i.test(name))?.toLowerCase().startsWith("de") ? "de" : "en";
}

function readKept(): string | null {
  try {
    return localStorage.getItem(storageName);
  } catch {
    return null;
  }
}

export function language(): Language {
  return current;
}

export function setLanguage(to: Language): void {
  current = to;
  document.documentElement.lang = to;
  try {
    localStorage.setItem(storageName, to);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

// The string for `key`, with {0}, {1} … filled in.
export function t(key: Key, ...values: (string | number)[]): string {
  const text: string = words[key][current === "de" ? 0 : 1];
  return text.replace(/\{(\d)\}/g, (whole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

// The same with elements filled in.
export function rich(key: Key, ...values: Child[]): Child[] {
  return words[key][current === "de" ? 0 : 1].split(/(\{\d\})/).map((part) => (/^\{\d\}$/.test(part) ? values[Number(part[1])] : part));
}

export function count(key: CountKey, n: number): string {
  return t(`${key}.${n === 1 ? "1" : "n"}` as Key, n);
}

// The string for a key that is only known at run time, such as "gap." + kind; `otherwise` where there is none.
export function named(key: string, otherwise: string): string {
  return Object.hasOwn(words, key) ? t(key as Key) : otherwise;
}

export function number(value: number): string {
  return new Intl.NumberFormat(current).format(value);
}

export function percent(share: number): string {
  return new Intl.NumberFormat(current, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(current, { type: "conjunction" }).format(items);
}
