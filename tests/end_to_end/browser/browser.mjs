// A headless Chromium that opens reports from disk and remembers what it should not have done.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const { chromium } = createRequire(join(process.env.GROUNDWORK_BROWSER_PACKAGES, "package.json"))("playwright-core");

/** Nothing that Chromium would do on its own account. */
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

/** The folder that the Python test made: results of runs, each with its report.html. */
export const RESULTS = process.env.GROUNDWORK_RESULTS;

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
}

/** Opens RESULTS/name/report.html; `page.problems` lists requests that leave the file, errors and dialogs. */
export async function open(browser, name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: "en-US", colorScheme: "light", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const url = pathToFileURL(join(RESULTS, name, "report.html")).href;
  page.problems = [];
  const isInside = (wanted) => wanted.split("#")[0] === url || wanted.startsWith("data:") || wanted.startsWith("blob:");
  page.on("request", (request) => { if (!isInside(request.url())) page.problems.push(`request ${request.url()}`); });
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) page.problems.push(message.text()); });
  page.on("pageerror", (error) => page.problems.push(error.message));
  page.on("dialog", (dialog) => { page.problems.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(url);
  return page;
}

/** The text that a click on `button` saves. */
export async function saved(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await file.path());
}

/** Rows of a CSV file without line breaks in fields. */
export function rowsOf(text) {
  const lines = text.replace(/^\ufeff/, "").trimEnd().split(/\r?\n/);
  return lines.map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => (match[1] ?? match[2]).replace(/""/g, '"')));
}

/** {"metric:scope:period": {column: text}} of RESULTS/name/results.csv. */
export function resultsOf(name) {
  const [heads, ...rows] = rowsOf(readFileSync(join(RESULTS, name, "results.csv"), "utf8"));
  return new Map(rows.map((row) => [`${row[0]}:${row[2]}:${row[3]}`, Object.fromEntries(heads.map((head, i) => [head, row[i]]))]));
}

/** Whether two numbers agree to the seven digits that a page holds. */
export function agrees(shown, exact) {
  return Math.abs(Number(shown) - Number(exact)) <= 5.1e-7 * Math.abs(Number(exact));
}
