// Loads a TypeScript module of src/ for a test, with a browser's globals as far as it needs them.
import { build } from "esbuild";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export async function load(file, languages = ["de-AT"]) {
  Object.defineProperty(globalThis, "navigator", { value: { languages }, configurable: true });
  globalThis.document ??= { createElement: () => ({}), documentElement: {} };
  const result = await build({
    entryPoints: [path.join(root, "src", file)], bundle: true, format: "esm", write: false, platform: "neutral", external: ["virtual:world"], logLevel: "error",
  });
  return import(`data:text/javascript;base64,${Buffer.from(`${result.outputFiles[0].contents ? result.outputFiles[0].text : ""}\n// ${languages}`).toString("base64")}`);
}
