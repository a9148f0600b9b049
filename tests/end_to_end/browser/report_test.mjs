// What a reader does with a report, done by a browser.
import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, describe, it } from "node:test";

import { agrees, launch, open, resultsOf, rowsOf, saved } from "./browser.mjs";

const CHINESE = /[\u4e00-\u9fff]/;
let browser;
let page;

before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

describe("a report opened from disk", () => {
  beforeEach(async () => { page = await open(browser, "national"); });
  afterEach(async () => {
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  const fan = (metric) => page.locator("#fans figure").filter({ hasText: metric }).first();

  it("has its sections in the order of a reader's questions", async () => {
    const ids = await page.locator("main > section").evaluateAll((sections) => sections.map(({ id }) => id));
    assert.deepEqual(ids, ["asked", "answer", "fans", "map", "savings", "costs", "racks", "flows", "risks", "inputs", "method"]);
    assert.equal(await page.locator("#answer .card").count(), 5);
  });

  it("draws every chart, says what it shows and offers its numbers", async () => {
    for (const picture of await page.locator(".picture").all()) {
      assert.ok(await picture.locator("svg path").count() > 3);
      assert.match(await picture.getAttribute("aria-label"), /\d/);
    }
    const figures = await page.locator("figure").count();
    assert.equal(await page.locator("figure .tools").count(), figures);
    assert.ok(figures >= 18);
  });

  it("shows the five numbers of the results", async () => {
    const { p50, p05, p95 } = resultsOf("national").get("tco:CN:total");
    const card = page.locator("#answer .card").first();
    const shown = (text, pattern) => pattern.exec(text).slice(1).map((number) => Number(number.replace(/,/g, "")));
    const [middle] = shown(await card.locator(".card-value").innerText(), /^CNY\s([\d,]+)\sbn$/);
    const [low, high] = shown(await card.innerText(), /between ([\d,]+) and ([\d,]+)/);
    for (const [number, exact] of [[middle, p50], [low, p05], [high, p95]]) assert.ok(Math.abs(number - exact / 1e9) <= 0.51, `${number}, not ${exact}`);
  });

  it("exports what results.csv holds", async () => {
    const exact = resultsOf("national");
    const chart = page.locator("#fans figure").first();
    const [heads, ...rows] = rowsOf((await saved(page, chart.getByRole("button", { name: /^Save the numbers/ }))).toString("utf8"));
    assert.equal(heads[1], "mean [stations]");
    assert.equal(rows.length, 11);
    for (const [year, mean, error, p05, p25, p50, p75, p95] of rows) {
      const row = exact.get(`stations:CN:${year}`);
      for (const [shown, name] of [[mean, "mean"], [error, "se"], [p05, "p05"], [p25, "p25"], [p50, "p50"], [p75, "p75"], [p95, "p95"]])
        assert.ok(agrees(shown, row[name]), `${year} ${name}: ${shown}, not ${row[name]}`);
    }
  });

  it("says what sharing saves of each item in the network and year that are chosen", async () => {
    const exact = resultsOf("national");
    const chart = page.locator("#savings figure").last();
    const [network, period] = [chart.locator("select").first(), chart.locator("select").last()];
    for (const [title, prefix, when] of [["all networks", "", "total"], ["CT+CU", "CT+CU/", "2025"], ["CM+CBN", "CM+CBN/", "2030"]]) {
      await network.selectOption({ label: title });
      await period.selectOption(when);
      assert.equal(await chart.locator("h3").innerText(), `Saved on each cost item, ${title}, ${when}`);
      const [, ...rows] = rowsOf((await saved(page, chart.getByRole("button", { name: /^Save the numbers/ }))).toString("utf8"));
      assert.equal(rows.length, 12);
      const medians = rows.map((row) => Number(row[7]));
      assert.deepEqual(medians, [...medians].sort((one, other) => other - one));
      const rent = rows.find(([item]) => item === "Tower and site rent");
      assert.deepEqual(rent.slice(1, 3), [title, when]);
      const row = exact.get(`rollout_item_saving:${prefix}opex-rent:${when}`);
      for (const [i, name] of ["mean", "se", "p05", "p25", "p50", "p75", "p95"].entries()) assert.ok(agrees(rent[3 + i], row[name]), `${name}: ${rent[3 + i]}, not ${row[name]}`);
      assert.match(await chart.locator(".reading").innerText(), new RegExp(`^${rows[0][0]} is the largest: CNY`));
    }
  });

  it("adds the country's cost items up, and a province's capital and running cost", async () => {
    const exact = resultsOf("national");
    const rowsIn = async (name) => rowsOf((await saved(page, page.locator("#costs figure").nth(name).getByRole("button", { name: /^Save the numbers/ }))).toString("utf8")).slice(1);
    const sumOf = (rows) => rows.reduce((sum, [, mean]) => sum + Number(mean), 0);
    const mean = (metric, place) => Number(exact.get(`${metric}:${place}:total`).mean);
    for (const [place, items, saved] of [["CN", 16, 12], ["CN-GD", 4, 2]]) {
      await page.locator("#costs select").selectOption(place);
      const costs = await rowsIn(0);
      assert.equal(costs.length, items + 3);
      const spent = ["rollout_capex", "rollout_opex", "datacenter_capex", "datacenter_opex"].reduce((sum, metric) => sum + mean(metric, place), 0);
      for (const sum of [sumOf(costs.slice(0, items)), Number(costs[items][1])]) assert.ok(Math.abs(sum / spent - 1) < 1e-6, `${place}: ${sum}, not ${spent}`);
      const alone = await rowsIn(1);
      assert.equal(alone.length, 2 + saved + 1);
      const together = mean("rollout_capex", place) + mean("rollout_opex", place);
      for (const sum of [sumOf(alone.slice(0, -1)), Number(alone.at(-1)[1])]) assert.ok(Math.abs(sum / together - 1) < 1e-6, `${place}: ${sum}, not ${together}`);
    }
  });

  it("shows the flows of load between regions in the year that is chosen", async () => {
    const exact = resultsOf("national");
    await page.locator("#flows select").selectOption("2022");
    assert.match(await page.locator("#flows h3").innerText(), /2022/);
    const [, ...rows] = rowsOf((await saved(page, page.locator("#flows").getByRole("button", { name: /^Save the numbers/ }))).toString("utf8"));
    assert.equal(rows.length, 16);
    for (const [from, to, year, mean, p05] of rows) {
      const row = exact.get(`rack_flow:${from.toLowerCase()}-to-${to.toLowerCase()}:${year}`);
      for (const [shown, name] of [[mean, "mean"], [p05, "p05"]]) assert.ok(agrees(shown, row[name]), `${from} ${to} ${name}: ${shown}, not ${row[name]}`);
    }
  });

  it("saves a chart and the map as images", async () => {
    for (const figure of [page.locator("#fans figure").first(), page.locator("#map figure")]) {
      const image = await saved(page, figure.getByRole("button", { name: /^Save as an image/ }));
      assert.equal(image.subarray(1, 4).toString(), "PNG");
      assert.ok(image.length > 20_000);
    }
  });

  it("moves the map through the years with the keyboard", async () => {
    const exact = resultsOf("national");
    await page.locator("#map-period").focus();
    await page.keyboard.press("Home");
    assert.match(await page.locator("#map h3").innerText(), /2020/);
    await page.keyboard.press("ArrowRight");
    assert.match(await page.locator("#map h3").innerText(), /2021/);
    const shown = await page.locator('[data-place="CN-GD"] .tile-value').innerText();
    assert.ok(Math.abs(Number(shown) * 1000 - exact.get("stations:CN-GD:2021").p50) <= 500);
  });

  it("plays the years and stops", async () => {
    const play = page.locator("#map").getByRole("button", { name: "Play" });
    await play.click();
    assert.match(await page.locator("#map h3").innerText(), /2020/);
    await page.locator("#map").getByRole("button", { name: "Stop" }).click();
    assert.equal(await play.innerText(), "Play");
  });

  it("shows the province that is picked, with the keyboard too", async () => {
    await page.locator('[data-place="CN-SC"]').click();
    assert.match(await page.locator("#fans h3").first().innerText(), /Sichuan/);
    await page.locator('[data-place="CN-GD"]').focus();
    await page.keyboard.press("Enter");
    assert.match(await page.locator("#fans h3").first().innerText(), /Guangdong/);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.place), "CN-GD");
    assert.equal(await page.locator('[data-place="CN-GD"]').getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator("#fans select").first().inputValue(), "CN-GD");
  });

  it("shows and sorts a chart's numbers", async () => {
    await page.locator("#map").getByRole("button", { name: /^Show the numbers/ }).click();
    const median = page.locator("#map thead button").filter({ hasText: "P50" });
    await median.click();
    await median.click();
    assert.match(await page.locator("#map tbody tr").first().innerText(), /Guangdong/);
    assert.equal(await page.locator("#map thead th[aria-sort=descending]").count(), 1);
  });

  it("says how often a line is passed", async () => {
    const line = page.locator("#risks input[type=number]").first();
    await line.fill("1");
    assert.match(await page.locator("#risks figure").first().innerText(), /In 100 % of futures/);
  });

  it("draws the distribution of any headline figure", async () => {
    await page.locator("#risks select").selectOption("capex_saving");
    const exact = resultsOf("national").get("capex_saving:CN:total");
    const figure = page.locator("#risks figure").nth(5);
    assert.match(await figure.locator("h3").innerText(), /^Capital saved/);
    const rows = rowsOf((await saved(page, figure.getByRole("button", { name: /^Save the numbers/ }))).toString("utf8"));
    const [median] = rows.find(([, above]) => above === "0.5");
    assert.ok(agrees(median, exact.p50), `${median}, not ${exact.p50}`);
  });

  it("finds inputs by their words", async () => {
    await page.locator("#inputs input[type=search]").fill("learning_rate");
    assert.equal(await page.locator("#inputs .inputs tbody tr").count(), 1);
    assert.equal(await page.locator("#inputs .density").count(), 1);
  });

  it("switches language and theme without loading again", async () => {
    await page.evaluate(() => { window.isSame = true; });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.locator("#theme").click();
    assert.notEqual(await ground(), light);
    await page.locator("#language").click();
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
    assert.ok(await page.evaluate(() => window.isSame));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    for (const heading of await page.locator("h2, h3, .reading, .card-title, nav a, .tile-name").allInnerTexts()) assert.match(heading, CHINESE);
    assert.match(await page.locator("#answer .card-value").first().innerText(), /亿元/);
    const title = "2020-2030年全国基准情景";
    assert.equal(await page.locator("h1").innerText(), title);
    assert.equal(await page.title(), title);
    assert.match(await page.locator("#asked .lead").innerText(), /31个省份/);
  });

  it("can be read without a mouse", async () => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#content");
    const nameless = await page.locator("button, select, input").evaluateAll((controls) =>
      controls.filter((control) => !(control.getAttribute("aria-label") || control.textContent.trim() || control.labels?.length)).length);
    assert.equal(nameless, 0);
  });

  it("prints light, whatever the screen shows, and then goes back", async () => {
    await page.locator("#theme").click();
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages > 8 && pages < 45, `${pages} pages`);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.equal(await page.evaluate(() => document.documentElement.className), "");
  });
});

describe("a report on a narrow, dark screen in China", () => {
  it("opens dark, in Chinese, and nothing is wider than the screen", async () => {
    page = await open(browser, "national", { viewport: { width: 400, height: 800 }, locale: "zh-CN", colorScheme: "dark" });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.match(await page.locator("h2").first().innerText(), CHINESE);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
    assert.deepEqual(page.problems, []);
  });
});

describe("a report of a scenario with hostile names", () => {
  it("shows them as text", async () => {
    page = await open(browser, "hostile");
    const title = "</script><script>alert(1)</script> & \"quotes\"";
    assert.equal(await page.locator("h1").innerText(), title);
    assert.equal(await page.title(), title);
    assert.match(await page.locator("#asked").innerText(), /<img src=x onerror=alert\(2\)>/);
    await page.locator("#inputs input[type=search]").fill("alert(3)");
    assert.equal(await page.locator("#inputs .inputs tbody tr").count(), 1);
    assert.equal(await page.locator("img, main script").count(), 0);
    assert.deepEqual(page.problems, []);
  });
});

describe("a report of the central path", () => {
  it("shows values without uncertainty", async () => {
    page = await open(browser, "central");
    assert.equal(await page.locator("#answer .interval").count(), 0);
    assert.equal(await page.locator("#savings, #risks").count(), 0);
    assert.match(await page.locator("#fans .reading").first().innerText(), /^2030: /);
    assert.deepEqual(page.problems, []);
  });
});
