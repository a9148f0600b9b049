// Pictures of a real report for README and docs: node report_pictures.mjs FOLDER; `./dev figures` runs it.
import { join } from "node:path";
import { launch, open } from "../../tests/end_to_end/browser/browser.mjs";

const FOLDER = process.argv[2];

/** File, what is on it (parts of the page, from the first to the last), and how the page is opened. */
const PICTURES = [
  { file: "report.png", from: "header", to: "#answer" },
  { file: "report-fans.png", from: "#fans figure:nth-of-type(1)", to: "#fans figure:nth-of-type(4)" },
  { file: "report-map.png", from: "#map figure", to: "#map figure" },
  { file: "report-flows.png", from: "#flows figure", to: "#flows figure" },
  { file: "report-zh-dark.png", from: "header", to: "#answer", options: { viewport: { width: 420, height: 900 }, colorScheme: "dark" }, language: "zh" },
];

async function clipOf(page, { from, to }) {
  const [first, last] = [await page.locator(from).first().boundingBox(), await page.locator(to).first().boundingBox()];
  const margin = 12;
  const left = Math.min(first.x, last.x), right = Math.max(first.x + first.width, last.x + last.width);
  return { x: Math.max(left - margin, 0), y: Math.max(first.y - margin, 0), width: right - left + 2 * margin, height: last.y + last.height - first.y + 2 * margin };
}

const browser = await launch();
for (const picture of PICTURES) {
  const page = await open(browser, "national", picture.options);
  if (picture.language === "zh") await page.getByRole("button", { name: "中文" }).click();
  await page.waitForTimeout(500); // charts draw when the browser is idle
  await page.screenshot({ path: join(FOLDER, picture.file), fullPage: true, clip: await clipOf(page, picture) });
  if (page.problems.length > 0) throw new Error(page.problems.join("\n"));
  await page.context().close();
}
await browser.close();
