// What the server answers, as src/serve/openapi.json describes it. Every text in here may come from a hostile page: it is only ever shown as text.

export type Range = [number, number]; // UTF-16 units of a page's text

export interface Mention {
  page: string; // names an entry of BriefObject.pages
  begin: number;
  end: number;
  text: string;
  shown?: string;
  at?: Range | null;
}

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

export interface BriefPage {
  page: string;
  sha256: string;
  path: string;
  url: string | null;
  crawled: string | null;
  outlet: string | null;
}

export interface Published {
  value: string | null;
  inferred: boolean;
  how?: string | null;
  evidence: Mention[];
}

export interface Change {
  before: Mention | null;
  after: Mention | null;
}

export interface ReportVersion {
  page: string;
  crawled: string | null;
  published: Published;
  updated: Published;
  changes: Change[];
}

export interface Report {
  page: string;
  outlet: string | null;
  title: string | null;
  title_at?: Mention | null;
  authors?: string[];
  agencies?: string[];
  published: Published;
  updated?: Published;
  versions?: ReportVersion[];
}

export interface Origin {
  name: string | null;
  kind: string;
  reports: string[];
  evidence: Mention[];
}

export interface Copy {
  from: string | null;
  to: string;
  origin?: string | null;
  direction_known?: boolean;
  taken: Mention;
  source: Mention | null;
}

export interface KeyPoint {
  text: string;
  origins: number;
  origin_names?: string[];
  support: Mention[];
}

export interface QuoteVersion extends Mention {
  continues?: boolean;
  via: string | null;
  speaker_spans?: Mention[];
  outlet?: string | null; // only on a person's page
  sha256?: string;
}

export interface Quote {
  speaker: string | null;
  role: string | null;
  type: string;
  drift: boolean;
  changes?: string[];
  versions: QuoteVersion[];
}

export interface ValueMentions {
  value: string | null;
  mentions: Mention[];
}

export interface Difference {
  kind: string;
  about: string;
  values: ValueMentions[];
}

export interface TimelineEntry {
  when: string | null;
  background?: boolean;
  text: string;
  mentions: Mention[];
}

export interface Named {
  name: string | null;
  role: string | null;
  spellings: string[];
  mentions: Mention[];
}

export interface Gap {
  kind: string;
  text: string;
  page: string | null;
  mentions: Mention[];
}

export interface Story {
  id: string;
  headline: string;
  topic: string | null;
  when?: ValueMentions[];
  where?: ValueMentions[];
  reports: Report[];
  origins: Origin[];
  copies: Copy[];
  keypoints: KeyPoint[];
  quotes: Quote[];
  differences: Difference[];
  unsure: Difference[];
  timeline: TimelineEntry[];
  people: Named[];
  places: Named[];
  gaps: Gap[];
}

export interface BriefObject {
  program: string;
  pages: BriefPage[];
  stories: Story[];
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
  at?: Range | null;
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
