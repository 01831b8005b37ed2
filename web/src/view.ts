// A view: what is shown for a route.
import type { Child } from "./base/dom";
import type { Route } from "./base/links";

export interface Shown {
  title: string; // of the document; the view's own h1 stands in `body`
  body: Child;
  wide?: boolean;
  after?: () => void; // once it stands in the document
}

export type View = (route: Route, signal: AbortSignal) => Promise<Shown>;
