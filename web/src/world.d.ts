// What build.mjs makes of the package world-atlas (Natural Earth, public domain): in tenths of a degree, north up.
declare module "virtual:world" {
  export interface Country {
    code: string; // ISO 3166-1, two letters
    box: [number, number, number, number]; // left, top, right, bottom, of its largest part
    path: string;
  }
  export const world: readonly Country[];
}
