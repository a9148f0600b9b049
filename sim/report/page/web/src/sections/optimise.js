import { pointsOption } from "../charts/points.js";
import { plainNumber, shortNumber } from "../data/numbers.js";
import { analysisSection, factsLine } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { table } from "../page/table.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "The best plan that was found", zh: "优化结果" },
  lead: { en: "Levers are inputs that a planner may choose. The search tries plans on common random numbers; the answer is checked on draws that were not used to find it.", zh: "“杠杆”是规划者可选择的输入。搜索在共同随机数上进行，结果在未参与搜索的抽样上检验。" },
  answer: { en: "{objective} is {best} instead of {baseline}, a difference of {difference}. Future by future it is better in {share}.", zh: "{objective} 为 {best}，基准为 {baseline}，相差 {difference}；逐情形比较，{share} 更优。" },
  unchecked: { en: "The search was ended before its answer was checked.", zh: "搜索在结果检验之前结束。" },
  infeasible: { en: "No plan met all requirements; this is the one that comes closest.", zh: "没有方案满足全部要求；此为最接近的方案。" },
  levers: { en: "Levers", zh: "杠杆" },
  lever: { en: "Lever", zh: "杠杆" },
  baseline: { en: "Baseline", zh: "基准" },
  best: { en: "Best plan", zh: "最优方案" },
  check: { en: "Objective and requirements on fresh draws", zh: "在新抽样上的目标与要求" },
  statistic: { en: "Statistic", zh: "统计量" },
  holds: { en: "Holds", zh: "是否满足" },
  goal: { en: "objective", zh: "目标" },
  yes: { en: "holds", zh: "满足" },
  within: { en: "holds, but within its error", zh: "满足，但在误差范围内" },
  no: { en: "does not hold", zh: "不满足" },
  trace: { en: "The search: {objective} of each plan that was tried", zh: "搜索过程：每个方案的 {objective}" },
  reading: { en: "{feasible} of {count} plans met all requirements. The best one, {best}, was number {at}.", zh: "{count} 个方案中有 {feasible} 个满足全部要求；最优为第 {at} 个（{best}）。" },
  nothing: { en: "None of {count} plans met all requirements.", zh: "{count} 个方案均未满足全部要求。" },
  feasible: { en: "meets all requirements", zh: "满足全部要求" },
  other: { en: "does not", zh: "未满足" },
  soFar: { en: "best so far", zh: "当前最优" },
  evaluation: { en: "plan", zh: "方案序号" },
  phase: { en: "Phase", zh: "阶段" },
};

const leverText = (setting) => (typeof setting === "number" ? shortNumber(setting) : String(setting));

function leversTable(page, analysis) {
  const columns = [{ title: page.say(WORDS.lever), head: true }, { title: page.say(COMMON.unit) }, { title: page.say(WORDS.baseline), numeric: true, draw: leverText }, { title: page.say(WORDS.best), numeric: true, draw: leverText }];
  const rows = analysis.levers.map(({ name, unit, baseline, best }) => [name, unit === "1" ? "" : unit, baseline, best]);
  return [el("h3", null, page.say(WORDS.levers)), table(page, { caption: page.say(WORDS.levers), columns, rows })];
}

function checkTable(page, analysis) {
  const { baseline, best } = analysis.check;
  const amount = (entry, value, se) => page.withError(value, se, { display: entry.display, unit: "" });
  const standing = ({ holds, holds_clearly: clearly }) => page.say(clearly ? WORDS.yes : holds ? WORDS.within : WORDS.no);
  const objective = [analysis.objective, amount(analysis, baseline.objective.value, baseline.objective.se), amount(analysis, best.objective.value, best.objective.se), page.say(WORDS.goal)];
  const rows = best.requirements.map((entry, i) => [entry.require, amount(entry, baseline.requirements[i].value, baseline.requirements[i].se), amount(entry, entry.value, entry.se), standing(entry)]);
  const columns = [{ title: page.say(WORDS.statistic), head: true }, { title: page.say(WORDS.baseline), numeric: true }, { title: page.say(WORDS.best), numeric: true }, { title: page.say(WORDS.holds) }];
  return [el("h3", null, page.say(WORDS.check)), table(page, { caption: page.say(WORDS.check), columns, rows: [objective, ...rows] })];
}

/** The best objective among the plans that met all requirements, after each plan; only where there is one. */
function bestSoFar(analysis) {
  const isBetter = analysis.goal === "minimise" ? (one, other) => one < other : (one, other) => one > other;
  let best = null;
  return analysis.trace.map(({ objective, feasible }) => {
    if (feasible && objective !== null && (best === null || isBetter(objective, best))) best = objective;
    return best;
  });
}

function describe(page, analysis, colour) {
  const { divisor } = page.display(analysis);
  const metric = { display: analysis.display, unit: "" };
  const tried = analysis.trace.map((entry, i) => ({ ...entry, number: i + 1 })).filter(({ objective }) => objective !== null);
  const points = tried.map((entry) => ({ entry, x: entry.number, y: entry.objective / divisor, color: entry.feasible ? colour.accent : colour.muted, kind: entry.feasible ? "dot" : "ring", opacity: 0.8 }));
  const best = bestSoFar(analysis);
  const path = best.map((value, i) => [i + 1, value === null ? null : value / divisor]).filter(([, value]) => value !== null);
  const last = best[best.length - 1];
  const at = analysis.trace.findIndex(({ objective, feasible }) => feasible && objective === last) + 1;
  const said = { feasible: tried.filter(({ feasible }) => feasible).length, count: analysis.trace.length, best: page.withUnit(last, metric), at };
  const content = ({ entry }) => ({ title: `${page.say(WORDS.evaluation)} ${entry.number}`, rows: [[analysis.objective, page.withUnit(entry.objective, metric)], ["", page.say(entry.feasible ? WORDS.feasible : WORDS.other)]] });
  const number = (title) => ({ title, numeric: true, display: page.display(analysis) });
  return {
    heading: page.say(WORDS.trace, { objective: analysis.objective }),
    reading: page.say(last === null ? WORDS.nothing : WORDS.reading, said),
    legend: [{ label: page.say(WORDS.feasible), color: colour.accent, kind: "dot" }, { label: page.say(WORDS.other), color: colour.muted, kind: "ring" }, { label: page.say(WORDS.soFar), color: colour.accent, kind: "line" }],
    axisTitle: page.unitTitle(metric),
    option: pointsOption({ colour, points, path, step: true, xName: page.say(WORDS.evaluation), content }),
    data: {
      columns: [{ title: page.say(WORDS.evaluation), head: true, numeric: true }, { title: page.say(WORDS.phase) }, number(analysis.objective), { title: page.say(WORDS.feasible) }, number(page.say(WORDS.soFar))],
      rows: analysis.trace.map(({ phase, objective, feasible }, i) => [i + 1, phase, objective, feasible ? "✓" : "", best[i]]),
    },
  };
}

function answer(page, analysis) {
  const { check } = analysis;
  if (!check) return el("p", { class: "warning" }, page.say(WORDS.unchecked));
  const metric = { display: analysis.display, unit: "" };
  const said = { objective: analysis.objective, best: page.withUnit(check.best.objective.value, metric), baseline: plainNumber(check.baseline.objective.value, page.display(analysis)), difference: page.withError(check.difference.value, check.difference.se, metric), share: page.percent(check.probability_better, 1) };
  return el("p", null, page.say(WORDS.answer, said));
}

export const optimise = analysisSection({
  id: "optimise",
  kind: "optimise",
  title: WORDS.title,
  lead: WORDS.lead,
  build(page, analysis) {
    const warning = analysis.search.is_feasible ? [] : [el("p", { class: "warning" }, page.say(WORDS.infeasible))];
    const check = analysis.check ? checkTable(page, analysis) : [];
    return [factsLine(page, analysis), answer(page, analysis), ...warning, ...leversTable(page, analysis), ...check, figure(page, (colour) => describe(page, analysis, colour), { name: "search" })];
  },
});
