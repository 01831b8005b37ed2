// A strip of dots for reports and diamonds for the origins they come from: the sum of a story at a glance, said in words beside it.
import { svg } from "../base/dom";

const most = 12;
const step = 12;

export function sourceStrip(reports: number, origins: number): SVGElement {
  const dots = Math.min(reports, most);
  const diamonds = Math.min(origins, most);
  const arrow = dots * step + 4;
  const begin = arrow + 24;
  const width = begin + diamonds * step;
  return svg("svg", { class: "strip", viewBox: `0 0 ${width} 16`, width, height: 16, "aria-hidden": "true", focusable: "false" },
    Array.from({ length: dots }, (_, i) => svg("circle", { class: "strip-report", cx: i * step + 6, cy: 8, r: 4 })),
    svg("path", { class: "strip-arrow", d: `M${arrow} 8h15m-5-4l5 4l-5 4` }),
    Array.from({ length: diamonds }, (_, i) => svg("path", { class: "strip-origin", d: `M${begin + i * step + 6} 3l5 5l-5 5l-5-5z` })));
}
