// Print name, version and licence of each package that the editor's bundle holds.
import { readFileSync, readdirSync } from "node:fs";
import { buildSync } from "esbuild";

const { metafile } = buildSync({ entryPoints: ["editor.js"], bundle: true, write: false, metafile: true, format: "esm", logLevel: "silent" });
const folders = new Set(Object.keys(metafile.inputs).map((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
for (const folder of [...folders].sort()) {
  const about = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  console.log(`\n${"-".repeat(70)}\n${about.name} ${about.version}, editor.min.js (${about.license})\n`);
  if (file) console.log(readFileSync(`${folder}/${file}`, "utf8").trim());
}
