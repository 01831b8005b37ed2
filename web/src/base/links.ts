// Addresses: routes of our own behind "#", and links that lead outside.
import { type Child, h } from "./dom";
import { t } from "./language";

export type Query = Record<string, string | number | null | undefined>;

export interface Route {
  path: string[]; // decoded: ["story", "1a2b"]
  query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean).map(decoded), query: new URLSearchParams(query) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// encodeURIComponent refuses lone surrogates; those become U+FFFD.
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, "\ufffd"));
}

export function queryText(query: Query): string {
  const parts = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return parts.map(([name, value]) => `${name}=${encoded(String(value))}`).join("&");
}

export function href(path: readonly string[], query: Query = {}): string {
  const text = queryText(query);
  return `#/${path.map(encoded).join("/")}${text ? `?${text}` : ""}`;
}

// A link within the front end. The address is always made by href(), so it always begins with "#/".
export function link(path: readonly string[], query: Query, className: string, ...children: Child[]): HTMLAnchorElement {
  const anchor = h("a", { class: className || null }, ...children);
  anchor.href = href(path, query);
  return anchor;
}

// An address that a page gave, as an absolute http or https address; null for anything else (scripts, data, nonsense).
export function outsideAddress(address: string | null): string | null {
  if (!address) return null;
  try {
    const url = new URL(address);
    return (url.protocol === "http:" || url.protocol === "https:") && url.hostname !== "" ? url.href : null;
  } catch {
    return null;
  }
}

// A link that leaves the store, shown as such; plain text where the address is none to follow.
export function outsideLink(address: string | null, label?: string): HTMLElement | null {
  if (!address) return null;
  const safe = outsideAddress(address);
  if (!safe) return h("span", { class: "address" }, address);
  const anchor = h("a", { class: "outside" }, label ?? safe, h("span", { class: "outside-mark" }, ` ↗ ${t("outside")}`));
  anchor.href = safe;
  anchor.rel = "noopener noreferrer";
  anchor.target = "_blank";
  anchor.referrerPolicy = "no-referrer";
  return anchor;
}

// A download or feed of the server's own API.
export function apiLink(path: string, query: Query, label: string, download: boolean): HTMLAnchorElement {
  const anchor = h("a", { class: download ? "download" : "feed" }, label);
  const text = queryText(query);
  anchor.href = `/api/v1/${path}${text ? `?${text}` : ""}`;
  if (download) anchor.download = "";
  return anchor;
}
