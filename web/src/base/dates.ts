// Dates as a person reads them. The clock is shown as the page wrote it, in the page's own zone: nothing is converted.
import { language, t } from "./language";

const day = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const month = /^(\d{4})-(\d{2})$/;

function formatted(year: string, monthOf: string, dayOf: string | undefined, options: Intl.DateTimeFormatOptions): string | null {
  const date = new Date(Date.UTC(Number(year), Number(monthOf) - 1, Number(dayOf ?? 1)));
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== Number(monthOf) - 1) return null;
  return new Intl.DateTimeFormat(language() === "de" ? "de-DE" : "en-GB", { timeZone: "UTC", ...options }).format(date);
}

// "2026-03-14T19:42" as "Sa., 14. März 2026, 19:42"; what is no such date stays as it is.
export function humanDate(value: string | null | undefined, weekday = true): string {
  if (!value) return t("unknown date");
  const full = day.exec(value);
  if (full) {
    const [, year = "", monthOf = "", dayOf = "", hour, minute] = full;
    const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", ...(weekday ? { weekday: "short" } : {}) };
    const text = formatted(year, monthOf, dayOf, options);
    return text === null ? value : hour === undefined ? text : t("date.clock", text, `${hour}:${minute ?? ""}`);
  }
  const partial = month.exec(value);
  if (!partial) return value;
  return formatted(partial[1] ?? "", partial[2] ?? "", undefined, { month: "long", year: "numeric" }) ?? value;
}

export function dayOf(value: string | null | undefined): string {
  return value?.slice(0, 10) ?? "";
}

// "14 March 2026 to 16 March 2026", or the one day.
export function humanSpan(first: string | null, last: string | null): string {
  const begin = dayOf(first);
  const end = dayOf(last);
  if (!begin && !end) return t("unknown date");
  if (!begin || !end || begin === end) return humanDate(begin || end);
  return t("date.span", humanDate(begin, false), humanDate(end, false));
}

export function addDays(value: string, days: number): string {
  const date = new Date(`${dayOf(value)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return "";
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
