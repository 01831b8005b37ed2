// Builds the front end. Usage: node build.mjs [FOLDER] (dist when none is given): index.html and assets/ with hashes in their names.
import { build } from "esbuild";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { outlines } from "./outlines.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "dist"));
const assets = path.join(out, "assets");

function bundle() {
  return build({
    absWorkingDir: here,
    entryPoints: { app: "src/main.ts", style: "src/style/style.css" },
    outdir: assets,
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    bundle: true,
    format: "esm",
    splitting: true,
    minify: true,
    charset: "utf8",
    target: ["es2022"],
    metafile: true,
    legalComments: "none",
    plugins: [worldPlugin()],
    logLevel: "warning",
  });
}

// "virtual:world" is the outlines themselves.
function worldPlugin() {
  return {
    name: "world",
    setup(setup) {
      setup.onResolve({ filter: /^virtual:world$/ }, () => ({ path: "world", namespace: "outlines" }));
      setup.onLoad({ filter: /.*/, namespace: "outlines" }, async () => ({ contents: `export const world = ${JSON.stringify(await outlines())};`, loader: "js" }));
    },
  };
}

function outputOf(result, entry) {
  const [file] = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint === entry);
  return path.basename(file);
}

async function hashed(name) {
  const bytes = await readFile(path.join(here, "src", name));
  const { name: stem, ext } = path.parse(name);
  const file = `${stem}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}${ext}`;
  await writeFile(path.join(assets, file), bytes);
  return file;
}

await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
const result = await bundle();
const names = {
  SCRIPT: outputOf(result, "src/main.ts"),
  STYLE: outputOf(result, "src/style/style.css"),
  ICON: await hashed("icon.svg"),
};
const page = await readFile(path.join(here, "src/index.html"), "utf8");
await writeFile(path.join(out, "index.html"), page.replace(/\{\{(\w+)\}\}/g, (_, name) => `/assets/${names[name]}`));
