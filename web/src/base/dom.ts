// Elements made by hand. Text enters the document as text nodes alone, and only the attributes listed here can be set, so that nothing a
// page says is ever read as markup, as a handler or as an address.

export type Child = Node | string | number | null | undefined | false | Child[];

const plain = [
  "id", "class", "lang", "role", "type", "name", "value", "for", "placeholder", "autocomplete", "list", "rows", "min", "max", "tabindex", "dir",
  "datetime", "multiple", "disabled", "checked", "selected", "open", "hidden", "required", "spellcheck", "scope", "colspan", "accept", "title",
  "aria-label", "aria-labelledby", "aria-describedby", "aria-live", "aria-hidden", "aria-current", "aria-expanded", "aria-controls", "aria-busy",
  "aria-pressed", "maxlength",
] as const;
type PlainName = (typeof plain)[number];
type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };
export type Attributes = { [Name in PlainName]?: string | number | boolean | null | undefined } & { on?: Listeners };

const allowed: ReadonlySet<string> = new Set(plain);

export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

// An element. True attributes stand without a value, false and null ones are left out.
export function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on" || value === null || value === undefined || value === false) continue;
    if (!allowed.has(name)) throw new Error(`attribute ${name} is not allowed`);
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [name, listener] of Object.entries(attributes.on ?? {})) element.addEventListener(name, listener as EventListener);
  append(element, children);
  return element;
}

const drawn: ReadonlySet<string> = new Set([
  "id", "class", "viewBox", "width", "height", "role", "d", "x", "y", "dx", "dy", "x1", "x2", "y1", "y2", "cx", "cy", "r", "stroke-width",
  "aria-hidden", "aria-labelledby", "text-anchor", "preserveAspectRatio", "focusable", "transform",
]);

// An SVG element with drawing attributes; colours come from its class.
export function svg(tag: string, attributes: Record<string, string | number>, ...children: Child[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (!drawn.has(name)) throw new Error(`attribute ${name} is not allowed`);
    element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

export function replace(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

let lastId = 0;
export function freshId(prefix: string): string {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

// The children with `between` after each but the last.
export function joined(children: readonly Child[], between: string): Child[] {
  return children.flatMap((child, index) => (index === 0 ? [child] : [between, child]));
}
