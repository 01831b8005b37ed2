// What the server answers, as src/serve/openapi.json describes it. Every text in here may come from a hostile page: it is only ever shown as text.

import type { Mention, QuoteVersion, Range } from "./story-types";

export interface StoryRow {
  id: string;
  topic: string | null;
  headline: string;
  reports: number;
  outlets: string[];
  origins: number | null; // null: not yet counted
  took?: number | null; // reports that took text from others
  taken_from?: string[] | null;
  first: string | null;
  last: string | null;
  corrected?: boolean;
}

export interface PageZone {
  zone: string;
  at: Range;
}

export interface PageObject {
  page: string;
  sha256: string;
  path: string;
  url: string | null;
  outlet: string | null;
  language: string | null;
  title: string | null;
  authors: string[];
  agencies: string[];
  published: string | null;
  updated: string | null;
  crawled: string | null;
  story: string | null;
  text: string;
  zones: PageZone[];
}

export interface Status {
  program: string;
  version: string;
  pages: number;
  stories: number;
  change: number;
  languages: string[];
  first: string | null;
  last: string | null;
  writable: boolean;
}

export interface Correction {
  number: number;
  kind: CorrectionKind;
  page: string;
  other: string | null;
  begin: number | null;
  end: number | null;
  value: string | null;
}

export type CorrectionKind = "join" | "move" | "no-quote" | "speaker";

export interface NewCorrection {
  kind: CorrectionKind;
  page: string;
  other?: string;
  begin?: number;
  end?: number;
  value?: string;
}

export interface PersonQuote {
  day: string | null;
  story: string;
  type: string;
  drift: boolean;
  role: string | null;
  changes?: string[];
  versions: QuoteVersion[];
}

export interface PersonObject {
  name: string;
  stories: { id: string; headline: string; first: string | null }[];
  quotes: PersonQuote[];
}

export interface OutletObject {
  outlet: string;
  pages: number;
  days: { day: string; pages: number }[];
  looked_at?: number; // stories that the shares are of
  cut?: boolean; // there are more
  own: number;
  shared: Record<string, number | Record<string, number>>;
  agencies: { name: string; reports: number }[];
  copied_from: { outlet: string; reports: number }[];
  copied_by: { outlet: string; reports: number }[];
  stories: { id: string; headline: string; first?: string | null }[];
}

export interface TraceHit {
  page: string;
  outlet: string | null;
  published: string | null;
  title: string | null;
  url: string | null;
  share: number;
  story?: string | null;
  span: Mention;
}

export interface TraceObject {
  text: string;
  found: TraceHit[];
  earliest: string | null;
  cut: boolean;
}

export interface SearchHit {
  page: string;
  story: string | null;
  outlet: string | null;
  published: string | null;
  title: string | null;
  url: string | null;
  snippet: { text: string; hit: boolean }[];
}

export interface AddedPages {
  stored: number;
  known: number;
  refused: number;
  kept_out: number;
  problems: (string | { reason: string; place?: string })[];
}

export interface ChangeEvent {
  change: number;
  pages: number;
  stories: number;
}
