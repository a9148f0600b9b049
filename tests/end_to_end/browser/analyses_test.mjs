// What a reader does with the sections of analyses, done by a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";

import { agrees, launch, open, RESULTS, rowsOf, saved } from "./browser.mjs";

const CHINESE = /[\u4e00-\u9fff]/;
const KINDS = ["backtest", "sensitivity", "compare", "sweep", "value", "discover", "optimise"];
let browser;
let page;

before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

const jsonOf = (name, file = "summary.json") => JSON.parse(readFileSync(join(RESULTS, name, file), "utf8"));
const sectionIds = () => page.locator("main > section").evaluateAll((sections) => sections.map(({ id }) => id));
const figureOf = (section, heading) => page.locator(`#${section} figure`).filter({ has: page.locator("h3", { hasText: heading }) }).first();

/** Rows below the heads of what a figure saves. */
async function csvOf(figure) {
  const text = await saved(page, figure.getByRole("button", { name: /^Save the numbers/ }));
  return rowsOf(text.toString("utf8")).slice(1);
}

describe("a report of a run and of every analysis", () => {
  beforeEach(async () => { page = await open(browser, "all"); });

  it("has the sections of analyses between those of the run", async () => {
    const ids = await sectionIds();
    assert.equal(ids[0], "asked");
    assert.deepEqual(ids.slice(-9), [...KINDS, "inputs", "method"]);
    assert.equal(await page.locator("#sweep .analysis").count(), 2);
  });

  it("draws every chart with data, a reading and exports", async () => {
    for (const kind of KINDS)
      for (const figure of await page.locator(`#${kind} figure:not(.map)`).all()) {
        assert.ok(await figure.locator("svg path").count() > 3, kind);
        assert.match(await figure.locator(".reading").innerText(), /\d/);
        assert.equal(await figure.locator(".tools button").count(), 3);
      }
  });

  it("saves each chart as an image", async () => {
    for (const [kind, heading] of [["backtest", "Observed after"], ["sweep", "by pace of the plan"], ["sweep", "Every point"], ["compare", "by province"]]) {
      const image = await saved(page, figureOf(kind, heading).getByRole("button", { name: /^Save as an image/ }));
      assert.equal(image.subarray(1, 4).toString(), "PNG");
      assert.ok(image.length > 10_000);
    }
  });

  it("says which published figures lie outside", async () => {
    const { score, figures } = jsonOf("backtest");
    const { outside, compared } = score.hindsight;
    assert.match(await page.locator("#backtest h3").first().innerText(), new RegExp(`: ${outside} of ${compared} outside`));
    const left = figures.filter((figure) => figure.standing !== "compared").length;
    assert.match(await page.locator("#backtest summary").innerText(), new RegExp(`Not compared: ${left} figures`));
    const rows = await csvOf(page.locator("#backtest figure").first());
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    assert.equal(rows.length, compared);
    for (const [id, , , , published, p05, p50, p95] of rows)
      for (const [shown, name] of [[published, "value"], [p05, "p05"], [p50, "p50"], [p95, "p95"]]) assert.ok(agrees(shown, byId.get(id)[name]), `${id} ${name}`);
  });

  it("shows the first inputs, then all", async () => {
    const tornado = page.locator("#sensitivity figure");
    const height = () => tornado.locator(".picture").evaluate((picture) => picture.clientHeight);
    const few = await height();
    await tornado.getByRole("button", { name: /^Show all/ }).click();
    assert.ok(await height() > 2 * few);
    await tornado.getByRole("button", { name: /^Show the first/ }).click();
    assert.equal(await height(), few);
    const [figure] = jsonOf("sensitivity").figures;
    const rows = await csvOf(tornado);
    assert.deepEqual(rows.map(([input]) => input), figure.inputs.map(({ input }) => input));
    rows.forEach((row, i) => assert.ok(agrees(row[5], figure.inputs[i].at_p10.mean)));
  });

  it("shows what differs, and where", async () => {
    const { figures: [tco], places } = jsonOf("compare", "comparison.json");
    const [row] = await csvOf(figureOf("compare", "difference from"));
    const { difference } = tco.options[1];
    for (const [shown, exact] of [[row[1], difference.mean], [row[3], difference.p05], [row[4], difference.p50], [row[5], difference.p95], [row[6], difference.p_better]]) assert.ok(agrees(shown, exact));
    assert.match(await page.locator("#compare .table").first().innerText(), /sharing\.enabled/);
    const guangdong = places.find(({ scope }) => scope === "CN-GD").options[1].difference.mean;
    const shown = await page.locator('#compare [data-place="CN-GD"] .tile-value').innerText();
    assert.ok(Math.abs(Number(shown.replace("−", "-")) * 1e9 - guangdong) <= 0.05e9);
  });

  it("draws the factors that are chosen, and saves what sweep.json holds", async () => {
    const sweep = jsonOf("sweep", "sweep.json");
    const heat = page.locator("#sweep figure").first();
    assert.match(await heat.locator("h3").innerText(), /by pace of the plan and shared building/);
    await heat.locator("select").first().selectOption("1");
    assert.match(await heat.locator("h3").innerText(), /^Population covered, 2025/);
    const rows = await csvOf(heat);
    assert.equal(rows.length, sweep.results.length);
    for (const [pace, shared, mean] of rows) {
      const point = sweep.results.find(({ values }) => values[0] === pace && values[1] === shared);
      assert.ok(agrees(mean, point.figures[1].mean));
    }
    await heat.locator("select").nth(2).selectOption("0");
    assert.match(await heat.locator("h3").innerText(), /by pace of the plan$/);
    for (const [pace, mean, , points] of await csvOf(heat)) {
      const means = sweep.results.filter(({ values }) => values[0] === pace).map(({ figures }) => figures[1].mean);
      assert.equal(Number(points), means.length);
      assert.ok(Math.abs(Number(mean) / (means.reduce((sum, one) => sum + one, 0) / means.length) - 1) < 1e-6);
    }
  });

  it("keeps the lines that pass a stretch of an axis", async () => {
    const lines = figureOf("sweep", "Every point");
    const picture = lines.locator(".picture");
    await picture.scrollIntoViewIfNeeded();
    const { x, y, height } = await picture.boundingBox();
    const axis = x + 60;
    await page.mouse.move(axis, y + height - 120);
    await page.mouse.down();
    await page.mouse.move(axis, y + height - 60, { steps: 4 });
    await page.mouse.move(axis, y + height - 15, { steps: 4 });
    await page.mouse.up();
    assert.match(await lines.locator("[role=status]").innerText(), /^\d of 10 points pass there/);
  });

  it("lists the points of a sweep and sorts them", async () => {
    const list = page.locator("#sweep details").first();
    await list.locator("summary").click();
    await list.locator("tbody tr").last().waitFor();
    assert.equal(await list.locator("tbody tr").count(), 10);
    await list.locator("thead button").filter({ hasText: "Total cost" }).click();
    const sweep = jsonOf("sweep", "sweep.json");
    const cheapest = sweep.results.reduce((one, other) => (other.figures[0].mean < one.figures[0].mean ? other : one));
    assert.equal(await list.locator("tbody th").first().innerText(), String(cheapest.point));
  });

  it("says what information is worth, when it happens, and which plan is best", async () => {
    const worth = jsonOf("value");
    const [input, value] = (await csvOf(page.locator("#value figure")))[0];
    assert.ok(agrees(value, worth.factors.find(({ factor }) => factor === input).value.value));
    const { share } = jsonOf("discover");
    assert.match(await page.locator("#discover").innerText(), new RegExp(`happens in ${(100 * share.value).toFixed(1)} %`));
    const { trace, levers } = jsonOf("optimise");
    const search = await csvOf(page.locator("#optimise figure"));
    assert.deepEqual(search.map(([plan]) => Number(plan)), trace.map((entry, i) => i + 1));
    trace.forEach(({ objective }, i) => assert.ok(agrees(search[i][2], objective)));
    assert.equal(await page.locator("#optimise .table").first().locator("tbody tr").count(), levers.length);
  });

  it("switches language, and keeps what was chosen", async () => {
    await page.locator("#sweep select").first().selectOption("1");
    await page.locator("#language").click();
    assert.equal(await page.locator("#sweep select").first().inputValue(), "1");
    for (const kind of KINDS)
      for (const text of await page.locator(`#${kind} h2, #${kind} .reading`).allInnerTexts()) assert.match(text, CHINESE, kind);
    for (const kind of ["compare", "value"]) assert.match(await page.locator(`#${kind}`).innerText(), /不共建共享/);
  });
});

describe("a report of analyses alone", () => {
  it("has these sections only, and the first one's title", async () => {
    page = await open(browser, "alone");
    assert.deepEqual(await sectionIds(), ["backtest", "sweep", "method"]);
    assert.equal(await page.locator("h1").innerText(), "Sharing and pace");
    assert.match(await page.locator("#sweep h3").first().innerText(), /^Total cost of ownership by/);
    assert.equal(await page.locator("#method tbody tr").count(), 2);
  });

  it("fits a narrow, dark screen in China", async () => {
    page = await open(browser, "alone", { viewport: { width: 400, height: 800 }, locale: "zh-CN", colorScheme: "dark" });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
    assert.match(await page.locator("h2").first().innerText(), CHINESE);
  });
});
