import { rowsHeight, rowsOption } from "../charts/rows.js";
import { plainRange } from "../data/numbers.js";
import { analysisSection, choice, factsLine, figureSelect, figureTitle, numberColumn, optionTitle, shareDisplay } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { table } from "../page/table.js";
import { COMMON } from "../page/words.js";
import { compareMap } from "./compare_map.js";

const WORDS = {
  title: { en: "Scenarios side by side", zh: "情景对比" },
  lead: { en: "Every future was simulated once for each scenario, on the same random numbers, so a difference is what the scenario changes and not luck.", zh: "每种情形在各情景下以相同随机数各模拟一次，因此差异来自情景本身，而非随机波动。" },
  inputs: { en: "What differs between them", zh: "输入差异" },
  noInputs: { en: "No input differs.", zh: "输入完全相同。" },
  input: { en: "Input", zh: "输入" },
  heading: { en: "{figure}: difference from {baseline}", zh: "{figure}：与 {baseline} 之差" },
  reading: { en: "{option}: {mean} on average, 90 % of futures between {low} and {high}{better}.", zh: "{option}：平均 {mean}，90% 的情形介于 {low} 与 {high} 之间{better}。" },
  better: { en: "; better in {share}", zh: "，{share} 的情形更优" },
  difference: { en: "difference", zh: "差值" },
  same: { en: "no difference", zh: "无差异" },
  all: { en: "All figures", zh: "全部指标" },
  option: { en: "Scenario", zh: "情景" },
  pBetter: { en: "Better, %", zh: "更优，%" },
  regret: { en: "Regret: what it loses against the best choice in each future", zh: "后悔值：相对各情形下最优选择的损失" },
  regretMean: { en: "mean regret", zh: "平均后悔值" },
  best: { en: "Best, %", zh: "最优，%" },
  regretReading: { en: "{option} has the least mean regret in {figure}: {regret}.", zh: "就{figure}而言，{option} 的平均后悔值最小：{regret}。" },
};

function differencesOf(page, analysis, metric) {
  return metric.options.filter(({ difference }) => difference).map((entry) => ({ ...entry.difference, title: optionTitle(page, analysis, entry.option) }));
}

function inputsTable(page, analysis) {
  if (analysis.differing_inputs.length === 0) return [el("p", null, page.say(WORDS.noInputs))];
  const columns = [{ title: page.say(WORDS.input), head: true, class: "key" }, { title: page.say(COMMON.unit) }, ...analysis.options.map((option) => ({ title: page.scenarioTitle(option) }))];
  const rows = analysis.differing_inputs.map(({ key, unit, values }) => [key, unit, ...values]);
  return [el("h3", null, page.say(WORDS.inputs)), table(page, { caption: page.say(WORDS.inputs), columns, rows })];
}

function optionReading(page, metric, entry) {
  const { low, high } = plainRange(entry.p05, entry.p95, page.display(metric));
  const better = metric.better === "neither" || entry.p_better === null ? "" : page.say(WORDS.better, { share: page.percent(entry.p_better) });
  return page.say(WORDS.reading, { option: entry.title, mean: page.withError(entry.mean, entry.se, metric), low, high, better });
}

function differencesData(page, analysis, metric) {
  const column = (title) => numberColumn(page, title, metric);
  const share = (title) => ({ title, numeric: true, display: shareDisplay(1) });
  return {
    columns: [{ title: page.say(WORDS.option), head: true }, column(page.say(COMMON.mean)), column("±"), column("P5"), column("P50"), column("P95"), share(page.say(WORDS.pBetter).replace(/[,，] ?%$/, "")), share("±")],
    rows: differencesOf(page, analysis, metric).map((entry) => [entry.title, entry.mean, entry.se, entry.p05, entry.p50, entry.p95, entry.p_better, entry.p_better_se]),
  };
}

function describeDifferences(page, analysis, metric, colour) {
  const { divisor } = page.display(metric);
  const entries = differencesOf(page, analysis, metric);
  const rows = entries.map((entry) => ({
    title: entry.title,
    entry,
    bars: [{ from: entry.p05 / divisor, to: entry.p95 / divisor, color: colour.money, opacity: 0.45 }],
    marks: [{ at: entry.p50 / divisor, kind: "tick", color: colour.ink }, { at: entry.mean / divisor, kind: "dot", color: colour.accent }],
  }));
  const content = ({ entry }) => {
    const { low, high } = plainRange(entry.p05, entry.p95, page.display(metric));
    const better = metric.better === "neither" ? [] : [[page.say(WORDS.pBetter), `${page.percent(entry.p_better, 1)} ± ${page.percent(entry.p_better_se, 1)}`]];
    return { title: entry.title, rows: [[page.say(COMMON.mean), page.withError(entry.mean, entry.se, metric)], [page.say(COMMON.median), page.withUnit(entry.p50, metric)], ["P5–P95", `${low} – ${high}`], ...better] };
  };
  return {
    heading: page.say(WORDS.heading, { figure: figureTitle(page, metric), baseline: optionTitle(page, analysis, analysis.baseline) }),
    reading: entries.map((entry) => optionReading(page, metric, entry)).join(page.language === "zh" ? "" : " "),
    legend: [{ label: page.say(COMMON.most), color: colour.money, opacity: 0.45 }, { label: page.say(COMMON.median), color: colour.ink, kind: "tick" }, { label: page.say(COMMON.mean), color: colour.accent, kind: "dot" }],
    axisTitle: `${page.say(WORDS.difference)}, ${page.unitTitle(metric)}`,
    height: rowsHeight(rows.length),
    option: rowsOption({ colour, rows, content, lines: [{ at: 0, label: page.say(WORDS.same), color: colour.limit }] }),
    data: differencesData(page, analysis, metric),
  };
}

const hasRange = (metric) => metric.options.some(({ difference }) => difference && difference.p05 !== null);

/** All figures of all options in one table; each number in its figure's unit. */
function allTable(page, analysis) {
  const shown = (metric) => (value) => page.withUnit(value, metric);
  const rows = analysis.figures.flatMap((metric) => differencesOf(page, analysis, metric).map((entry) => {
    const text = shown(metric);
    return [figureTitle(page, metric), entry.title, page.withError(entry.mean, entry.se, metric), text(entry.p05), text(entry.p50), text(entry.p95), metric.better === "neither" || entry.p_better === null ? "–" : page.percent(entry.p_better, 1)];
  }));
  const columns = [{ title: page.say(COMMON.figure), head: true }, { title: page.say(WORDS.option) }, ...[page.say(COMMON.mean), "P5", "P50", "P95", page.say(WORDS.pBetter)].map((title) => ({ title, numeric: true }))];
  return [el("h3", null, page.say(WORDS.all)), table(page, { caption: page.say(WORDS.all), columns, rows })];
}

function regretTable(page, analysis) {
  const figures = analysis.figures.filter((metric) => metric.options.every(({ regret }) => regret && regret.mean !== null));
  if (figures.length === 0) return [];
  const rows = figures.flatMap((metric) => metric.options.map(({ option, regret }) => [figureTitle(page, metric), optionTitle(page, analysis, option), page.withError(regret.mean, regret.se, metric), page.withUnit(regret.p95, metric), page.percent(regret.p_best, 1)]));
  const columns = [{ title: page.say(COMMON.figure), head: true }, { title: page.say(WORDS.option) }, ...[page.say(WORDS.regretMean), "P95", page.say(WORDS.best)].map((title) => ({ title, numeric: true }))];
  const [first] = figures;
  const least = first.options.reduce((one, other) => (other.regret.mean < one.regret.mean ? other : one));
  const said = { option: optionTitle(page, analysis, least.option), figure: figureTitle(page, first), regret: page.withUnit(least.regret.mean, first) };
  return [el("h3", null, page.say(WORDS.regret)), el("p", null, page.say(WORDS.regretReading, said)), table(page, { caption: page.say(WORDS.regret), columns, rows })];
}

export const compare = analysisSection({
  id: "compare",
  kind: "compare",
  title: WORDS.title,
  lead: WORDS.lead,
  build(page, analysis) {
    const figures = analysis.figures.filter(hasRange);
    const facts = factsLine(page, analysis, page.scenarioTitles(analysis.options));
    const which = choice(page, analysis, "figure", "0");
    const chart = figures.length === 0 ? [] : [figure(page, (colour) => describeDifferences(page, analysis, figures[Number(page.store.get(which))], colour), { name: "differences", depends: [which], controls: figureSelect(page, which, figures) })];
    return [facts, ...inputsTable(page, analysis), ...chart, ...allTable(page, analysis), ...regretTable(page, analysis), ...compareMap(page, analysis)];
  },
});
