// node bundle.mjs PACKAGES OUT: bundles src/main.js, its styles and the packages in PACKAGES/node_modules into page.html.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [packages, out] = process.argv.slice(2).map((path) => resolve(path));
const { buildSync } = createRequire(join(packages, "package.json"))("esbuild");

const bundle = buildSync({
  entryPoints: [join(here, "src/main.js")],
  absWorkingDir: here,
  nodePaths: [join(packages, "node_modules")],
  outdir: "out",
  write: false,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});

const textOf = (ending) => bundle.outputFiles.find((file) => file.path.endsWith(ending)).text.trim();
const script = textOf(".js");
const style = textOf(".css");
const hash = createHash("sha256").update(script).digest("base64");

// The functions keep $ in the texts from being read as a pattern.
const page = readFileSync(join(here, "page.html"), "utf8")
  .replace("@script-hash@", () => `'sha256-${hash}'`)
  .replace("@style@", () => style)
  .replace("@script@", () => script);
writeFileSync(out, page);
