import { analysisSection, figureTitle, numberColumn } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { table } from "../page/table.js";
import { sweepFront } from "./sweep_front.js";
import { sweepHeat } from "./sweep_heat.js";
import { sweepParallel } from "./sweep_parallel.js";

const WORDS = {
  title: { en: "Many settings at once", zh: "参数扫描" },
  lead: { en: "The scenario was run again at every point, a setting of some inputs, on the same random numbers. The charts show means over futures.", zh: "在每个参数组合（点）上以相同随机数重新运行情景；图中为各情形的均值。" },
  facts: { en: "{title}: {design} of {points} points over {scenario}; folder {folder}", zh: "{title}：{scenario}，{design}，{points} 个点；文件夹 {folder}" },
  partial: { en: "{finished} of {points} points are finished; the rest is missing here.", zh: "{points} 个点中已完成 {finished} 个，其余未显示。" },
  points: { en: "All {count} points", zh: "全部 {count} 个点" },
  point: { en: "Point", zh: "点" },
  front: { en: "Front", zh: "前沿" },
};

const DESIGNS = { grid: { en: "grid", zh: "网格" }, "latin hypercube": { en: "Latin hypercube", zh: "拉丁超立方" } };

const STANDINGS = {
  front: { en: "on the front", zh: "前沿上" },
  near: { en: "cannot be told from it", zh: "与前沿无法区分" },
  dominated: { en: "behind it", zh: "被支配" },
  "left out": { en: "a figure is missing", zh: "缺少指标" },
};

/** Factors, then each figure with its error; also the numbers of the parallel coordinates. */
export function pointsData(page, analysis) {
  const figures = analysis.figures.flatMap((figure) => [numberColumn(page, figureTitle(page, figure), figure), numberColumn(page, "±", figure)]);
  const columns = [{ title: page.say(WORDS.point), head: true, numeric: true }, ...analysis.factors.map(({ name }) => ({ title: name })), ...figures];
  const rows = analysis.results.map(({ point, values, figures: means }) => [point, ...values, ...means.flatMap(({ mean, se }) => [mean, se])]);
  if (!analysis.pareto_front) return { columns, rows };
  return { columns: [...columns, { title: page.say(WORDS.front) }], rows: rows.map((row, i) => [...row, page.say(STANDINGS[analysis.results[i].pareto])]) };
}

/** The table is made when it is opened: a thousand points are many cells. */
function pointsTable(page, analysis) {
  const caption = page.say(WORDS.points, { count: analysis.results.length.toLocaleString("en-US") });
  const element = el("details", { class: "points" }, el("summary", null, caption));
  element.addEventListener("toggle", () => element.append(table(page, { caption, ...pointsData(page, analysis) })), { once: true });
  return element;
}

function facts(page, analysis) {
  const said = { title: analysis.title, design: page.say(DESIGNS[analysis.design]), points: analysis.points.toLocaleString("en-US"), scenario: analysis.scenario_title, folder: analysis.folder };
  return el("p", { class: "small" }, page.say(WORDS.facts, said));
}

export const sweep = analysisSection({
  id: "sweep",
  kind: "sweep",
  title: WORDS.title,
  lead: WORDS.lead,
  build(page, analysis) {
    const { points, points_finished: finished } = analysis;
    const warning = finished < points ? [el("p", { class: "warning" }, page.say(WORDS.partial, { finished, points }))] : [];
    if (finished === 0) return [facts(page, analysis), ...warning];
    return [facts(page, analysis), ...warning, sweepHeat(page, analysis), ...sweepFront(page, analysis), sweepParallel(page, analysis), pointsTable(page, analysis)];
  },
});
