// The picture of origins, drawn from the story: a lane for each origin, a row for each report in the order of time, and a curve from the report
// that had the text to the one that took it. It says nothing that the list beside it does not say in words.
import { freshId, svg } from "../base/dom";
import { humanDate } from "../base/dates";
import { count, named, t } from "../base/language";
import type { Report, Story } from "../base/story-types";
import { groupCopies, type Lane, lanesOf, originName } from "./origin-tree";

const laneWidth = 30;
const firstLane = 34;
const originHeight = 26;
const reportHeight = 46;
const textWidth = 250;
const mostReports = 40;
const mostLetters = 30;
const mostBesideKind = 20; // letters of a name that leave room for its kind; the list beside has it always

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("")}…` : text;
}

// The color of a lane: one of six, or the one for what belongs to no origin.
export function laneClass(lanes: readonly Lane[], index: number): string {
  return lanes[index]?.origin ? `c${(index % 6) + 1}` : "c0";
}

class Picture {
  private readonly lanes: Lane[];
  private readonly row = new Map<string, number>();

  constructor(
    private readonly story: Story,
    private readonly nameOf: (page: string) => string,
  ) {
    this.lanes = lanesOf(story);
    story.reports.forEach((report, index) => this.row.set(report.page, index));
  }

  draw(): SVGElement {
    const width = this.textX() + textWidth;
    const height = this.reportY(this.story.reports.length - 1) + reportHeight / 2 + 4;
    const title = freshId("picture");
    const describe = t("picture.describe", count("report", this.story.reports.length), count("origin", this.story.origins.length));
    return svg("svg", { class: "picture", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": `${title} ${title}-d` },
      svg("title", { id: title }, t("picture")),
      svg("desc", { id: `${title}-d` }, describe),
      this.lanes.map((lane, index) => this.thread(lane, index)),
      this.lanes.map((lane, index) => this.curves(lane, index)),
      this.story.reports.map((report, index) => this.label(report, index)),
      this.lanes.map((lane, index) => this.nodes(lane, index)));
  }

  private laneX(lane: number): number {
    return firstLane + lane * laneWidth;
  }
  private textX(): number {
    return this.laneX(this.lanes.length) - 4;
  }
  private originY(lane: number): number {
    return 16 + lane * originHeight;
  }
  private reportY(row: number): number {
    return this.originY(this.lanes.length) + reportHeight / 2 + row * reportHeight;
  }
  private yOf(page: string): number {
    return this.reportY(this.row.get(page) ?? 0);
  }

  // The origin's name at the top and its line down to the last report that carries it.
  private thread(lane: Lane, index: number): SVGElement {
    const x = this.laneX(index);
    const y = this.originY(index);
    const last = Math.max(y, ...lane.pages.map((page) => this.yOf(page)));
    const name = lane.origin ? originName(lane.origin, this.nameOf) : t("picture.other");
    return svg("g", { class: laneClass(this.lanes, index) },
      svg("path", { class: "thread", d: `M${x} ${y}V${last}` }),
      svg("path", { class: "lead", d: `M${x + 10} ${y}H${this.textX() - 6}` }),
      svg("path", { class: "source", d: `M${x} ${y - 7}l7 7l-7 7l-7-7z` }),
      svg("text", { x: this.textX(), y: y + 4 },
        svg("tspan", { class: "name" }, shortened(name)),
        lane.origin && [...name].length <= mostBesideKind && svg("tspan", { class: "faint", dx: 6 }, named(`kind.${lane.origin.kind}`, lane.origin.kind))));
  }

  private curves(lane: Lane, index: number): SVGElement[] {
    const groups = groupCopies(lane.copies.filter((copy) => copy.from !== null && copy.from !== copy.to));
    return groups.flatMap((group) => {
      if (group.from === null || !this.row.has(group.from) || !this.row.has(group.to)) return [];
      const x = this.laneX(index);
      const [from, to] = [this.yOf(group.from), this.yOf(group.to)];
      const left = x - 6 - Math.min(20, 8 + (4 * Math.abs(to - from)) / reportHeight);
      const width = Math.min(5, 1 + Math.log2(1 + group.words) / 2).toFixed(1);
      return [svg("g", { class: laneClass(this.lanes, index) },
        svg("path", { class: "curve", "stroke-width": width, d: `M${x - 6} ${from}C${left} ${from} ${left} ${to} ${x - 12} ${to}` }),
        group.known && svg("path", { class: "head", d: `M${x - 7} ${to}l-7-5v10z` }))];
    });
  }

  private label(report: Report, index: number): SVGElement {
    const y = this.reportY(index);
    const carried = this.lanes.flatMap((lane, at) => (lane.pages.includes(report.page) ? [this.laneX(at)] : []));
    const time = humanDate(report.published.value, false) + (report.published.inferred ? ` (${t("inferred")})` : "");
    return svg("g", {},
      svg("path", { class: "lead", d: `M${Math.max(firstLane, ...carried) + 10} ${y}H${this.textX() - 6}` }),
      svg("text", { x: this.textX(), y: y - 2 },
        svg("tspan", { class: "name" }, shortened(this.nameOf(report.page))),
        svg("tspan", { class: "faint", x: this.textX(), dy: 15 }, time)));
  }

  // Full where the report has the text first hand, a ring where it took it from another report.
  private nodes(lane: Lane, index: number): SVGElement[] {
    return lane.pages.map((page) => {
      const took = lane.copies.some((copy) => copy.to === page && copy.from !== null && copy.from !== page);
      return svg("g", { class: laneClass(this.lanes, index) },
        svg("circle", { class: took ? "ring" : "node", cx: this.laneX(index), cy: this.yOf(page), r: 6 }));
    });
  }
}

// Nothing for a single report, nor for more than fit into a picture.
export function originPicture(story: Story, nameOf: (page: string) => string): SVGElement | null {
  if (story.reports.length < 2 || story.reports.length > mostReports) return null;
  return new Picture(story, nameOf).draw();
}
