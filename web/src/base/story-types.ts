// A story as the server answers it: the object that `brief --json` writes, with places in the pages' texts (`at`). Every text in here may come from a
// hostile page: it is only ever shown as text.

export type Range = [number, number]; // UTF-16 units of a page's text

export interface Mention {
  page: string; // names an entry of BriefObject.pages
  begin: number;
  end: number;
  text: string;
  shown?: string;
  at?: Range | null;
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
  updates: Difference[];
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
