// Outlines of countries for the small map: simplified, in tenths of a degree, north up, as SVG paths.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const keptPoints = 0.15; // of all points of the 1:50 million outlines

// "040" as "AT": the browsers' own tables know the numbers of the United Nations.
function codeOf(number) {
  try {
    const region = new Intl.Locale(`und-${String(number).padStart(3, "0")}`).region;
    return /^[A-Z]{2}$/.test(region ?? "") ? region : null;
  } catch {
    return null;
  }
}

const x = (longitude) => Math.round(longitude * 10);
const y = (latitude) => Math.round(-latitude * 13); // about right in the middle of Europe

function ringPath(ring) {
  const points = ring.map(([longitude, latitude]) => [x(longitude), y(latitude)]);
  const kept = points.filter((point, i) => i === 0 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1]);
  if (kept.length < 4) return "";
  const steps = kept.slice(1, -1).map(([px, py], i) => `${px - kept[i][0]},${py - kept[i][1]}`);
  return `M${kept[0].join(",")}l${steps.join(" ").replaceAll(",-", "-").replaceAll(" -", "-")}z`;
}

function boxOf(ring) {
  const xs = ring.map(([longitude]) => x(longitude));
  const ys = ring.map(([, latitude]) => y(latitude));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const area = ([left, top, right, bottom]) => (right - left) * (bottom - top);

function country(shape) {
  const code = codeOf(shape.id);
  const polygons = shape.geometry.type === "Polygon" ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const rings = polygons.map(([outer]) => outer);
  const path = rings.map(ringPath).join("");
  if (!code || path === "") return null;
  return { code, box: rings.map(boxOf).reduce((a, b) => (area(b) > area(a) ? b : a)), path };
}

// A country too small to be left after simplifying keeps all its points.
export async function outlines() {
  const file = require.resolve("world-atlas/countries-50m.json");
  const topology = presimplify(JSON.parse(await readFile(file, "utf8")));
  const shapesOf = (one) => feature(one, one.objects.countries).features;
  const whole = shapesOf(topology);
  const simple = shapesOf(simplify(topology, quantile(topology, keptPoints)));
  return simple.flatMap((shape, i) => (shape.id ? [(shape.geometry && country(shape)) ?? country(whole[i])] : [])).filter(Boolean);
}
