// Requests to the server's API. A failure is an ApiError with what the server said, in words that can be shown.
import { t } from "./language";
import { type Query, queryText } from "./links";
import { authorization, dropToken } from "./session";
import type { BriefObject } from "./story-types";
import type {
  AddedPages, Correction, NewCorrection, OutletObject, PageObject, PersonObject, SearchHit, Status, StoryRow, TraceObject,
} from "./types";

export class ApiError extends Error {
  constructor(
    readonly status: number, // 0: no answer at all
    reason: string,
    readonly place: string,
  ) {
    super(reason);
  }
}

async function failure(response: Response): Promise<ApiError> {
  let reason = "";
  let place = "";
  try {
    const body = (await response.json()) as { error?: { reason?: string; place?: string } };
    reason = body.error?.reason ?? "";
    place = body.error?.place ?? "";
  } catch {
    // No JSON: the status alone has to do.
  }
  if (response.status === 401) dropToken();
  return new ApiError(response.status, reason || t("error.status", response.status), place);
}

async function ask<Answer>(path: string, options: RequestInit = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}`, { credentials: "omit", cache: "no-cache", ...options });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, t("error.no answer"), "");
  }
  if (!response.ok) throw await failure(response);
  const text = await response.text();
  return (text === "" ? {} : JSON.parse(text)) as Answer;
}

function get<Answer>(path: readonly string[], query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  const text = queryText(query);
  return ask(`${path.map(encodeURIComponent).join("/")}${text ? `?${text}` : ""}`, signal ? { signal } : {});
}

export const api = {
  status: (signal?: AbortSignal) => get<Status>(["status"], {}, signal),
  stories: (query: Query, signal?: AbortSignal) => get<{ stories: StoryRow[]; next: string | null }>(["stories"], query, signal),
  story: (id: string, signal?: AbortSignal) => get<BriefObject>(["stories", id], {}, signal),
  page: (id: string, signal?: AbortSignal) => get<PageObject>(["pages", id], {}, signal),
  people: (query: Query, signal?: AbortSignal) => get<{ people: { name: string; pages: number }[] }>(["people"], query, signal),
  person: (name: string, signal?: AbortSignal) => get<PersonObject>(["people", name], {}, signal),
  outlets: (query: Query, signal?: AbortSignal) => get<{ outlets: { outlet: string; pages: number }[] }>(["outlets"], query, signal),
  outlet: (name: string, query: Query, signal?: AbortSignal) => get<OutletObject>(["outlets", name], query, signal),
  trace: (text: string, signal?: AbortSignal) => get<TraceObject>(["trace"], { text }, signal),
  search: (query: Query, signal?: AbortSignal) => get<{ hits: SearchHit[]; next: string | null }>(["search"], query, signal),
  corrections: (signal?: AbortSignal) => get<{ corrections: Correction[] }>(["corrections"], {}, signal),
  correct: (correction: NewCorrection) =>
    ask<unknown>("corrections", {
      method: "POST",
      headers: { ...authorization(), "Content-Type": "application/json" },
      body: JSON.stringify(correction),
    }),
  takeBack: (number: number) => ask<unknown>(`corrections/${number}`, { method: "DELETE", headers: authorization() }),
  addPages: (file: File) =>
    ask<AddedPages>(`pages?${queryText({ name: file.name })}`, {
      method: "POST",
      headers: { ...authorization(), "Content-Type": "application/octet-stream" },
      body: file,
    }),
};
