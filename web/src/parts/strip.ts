// A strip of dots for reports and diamonds for the origins they come from: the sum of a story at a glance, said in words beside it.
import { svg } from "../base/dom";

const most = 12;

export function sourceStrip(reports: number, origins: number): SVGElement {
  const dots = Math.min(reports, most);
  const diamonds = Math.min(origins, most);
  const width = Math.max(dots, diamonds) * 12;
  const center = (index: number, of: number) => (width / 2 - (of * 12) / 2 + index * 12 + 6).toFixed(1);
  const lines = Array.from({ length: dots }, (_, i) => {
    const to = Math.min(diamonds - 1, Math.floor((i * diamonds) / dots));
    return svg("path", { class: "strip-line", d: `M${center(i, dots)} 8L${center(to, diamonds)} 28` });
  });
  return svg("svg", { class: "strip", viewBox: `0 0 ${width} 36`, width, height: 36, "aria-hidden": "true", focusable: "false" },
    diamonds > 0 && lines,
    Array.from({ length: dots }, (_, i) => svg("circle", { class: "strip-report", cx: center(i, dots), cy: 7, r: 4 })),
    Array.from({ length: diamonds }, (_, i) => svg("path", { class: "strip-origin", d: `M${center(i, diamonds)} 23l5 5l-5 5l-5-5z` })));
}
