import { pointsOption } from "../charts/points.js";
import { choice, figureSelect, figureTitle, numberColumn } from "../page/analysis.js";
import { figure } from "../page/figure.js";

const WORDS = {
  heading: { en: "{y} against {x}", zh: "{y}与{x}" },
  reading: { en: "{front} of {points} points are on the Pareto front of {figures}: no other point is at least as good in all of these and better in one.", zh: "{points} 个点中有 {front} 个位于{figures}的帕累托前沿：没有其他点在所有指标上不差且至少一项更优。" },
  near: { en: " {near} more cannot be told from it.", zh: "另有 {near} 个与前沿无法区分。" },
  plain: { en: "{points} points, one for each setting.", zh: "共 {points} 个点，每个参数组合一个。" },
  front: { en: "on the front", zh: "位于前沿" },
  other: { en: "behind it", zh: "被支配" },
  point: { en: "point", zh: "点" },
  errors: { en: "Bars are 95 % confidence intervals.", zh: "误差线为 95% 置信区间。" },
  nearLegend: { en: "cannot be told from the front", zh: "与前沿无法区分" },
  across: { en: "Across", zh: "横轴" },
  up: { en: "Up", zh: "纵轴" },
  pointHead: { en: "Point", zh: "点" },
  separator: { en: ", ", zh: "、" },
};

/** Standard errors of a 95 % confidence interval. */
const CONFIDENCE = 1.96;
/** With more points than that only those of the front have error bars. */
const FEW = 60;

function pointOf(page, analysis, { x, y }, colour, result) {
  const [across, up] = [analysis.figures[x], analysis.figures[y]];
  const scaled = (figure, value) => value / page.display(figure).divisor;
  const isFront = result.pareto === "front";
  const isNear = result.pareto === "near";
  const hasErrors = isFront || analysis.results.length <= FEW;
  const error = (figure, i) => (hasErrors ? CONFIDENCE * scaled(figure, result.figures[i].se ?? 0) : 0);
  const kind = isFront ? "dot" : isNear ? "ring" : analysis.results.length > FEW ? "small" : "dot";
  const color = isFront || isNear || !result.pareto ? colour.accent : colour.muted;
  return { result, x: scaled(across, result.figures[x].mean), y: scaled(up, result.figures[y].mean), xError: error(across, x), yError: error(up, y), color, kind, opacity: isFront ? 1 : 0.6 };
}

function reading(page, analysis) {
  const points = analysis.results.length.toLocaleString("en-US");
  if (!analysis.pareto_front) return `${page.say(WORDS.plain, { points })} ${page.say(WORDS.errors)}`;
  const figures = analysis.figures.filter(({ pareto }) => pareto).map((metric) => figureTitle(page, metric)).join(page.say(WORDS.separator));
  const near = analysis.results.filter(({ pareto }) => pareto === "near").length;
  const parts = [page.say(WORDS.reading, { front: analysis.pareto_front.length, points, figures }), near ? page.say(WORDS.near, { near }) : "", page.language === "zh" ? "" : " ", page.say(WORDS.errors)];
  return parts.join("");
}

function describe(page, analysis, names, colour) {
  const chosen = { x: Number(page.store.get(names.x)), y: Number(page.store.get(names.y)) };
  const [across, up] = [analysis.figures[chosen.x], analysis.figures[chosen.y]];
  const known = analysis.results.filter(({ figures }) => figures[chosen.x].mean !== null && figures[chosen.y].mean !== null);
  const rank = { front: 2, near: 1 };
  const points = known.map((result) => pointOf(page, analysis, chosen, colour, result)).sort((one, other) => (rank[one.result.pareto] ?? 0) - (rank[other.result.pareto] ?? 0));
  const amount = (metric, { mean, se }) => page.withError(mean, se, metric);
  const content = ({ result }) => ({
    title: `${page.say(WORDS.point)} ${result.point}`,
    rows: [...analysis.factors.map(({ name }, i) => [name, result.values[i]]), ...[chosen.x, chosen.y].map((i) => [figureTitle(page, analysis.figures[i]), amount(analysis.figures[i], result.figures[i])])],
  });
  const legend = analysis.pareto_front ? [{ label: page.say(WORDS.front), color: colour.accent, kind: "dot" }, { label: page.say(WORDS.nearLegend), color: colour.accent, kind: "ring" }, { label: page.say(WORDS.other), color: colour.muted, kind: "dot", opacity: 0.6 }] : [];
  const named = (metric) => `${figureTitle(page, metric)}, ${page.unitTitle(metric)}`;
  return {
    heading: page.say(WORDS.heading, { x: figureTitle(page, across), y: figureTitle(page, up) }),
    reading: reading(page, analysis),
    legend,
    axisTitle: named(up),
    option: pointsOption({ colour, points, xName: named(across), content }),
    data: {
      columns: [{ title: page.say(WORDS.pointHead), head: true, numeric: true }, ...analysis.factors.map(({ name }) => ({ title: name })), ...[across, up].flatMap((metric) => [numberColumn(page, figureTitle(page, metric), metric), numberColumn(page, "±", metric)]), ...(analysis.pareto_front ? [{ title: page.say(WORDS.front) }] : [])],
      rows: known.map((result) => [result.point, ...result.values, ...[chosen.x, chosen.y].flatMap((i) => [result.figures[i].mean, result.figures[i].se]), ...(analysis.pareto_front ? [result.pareto === "front" ? "✓" : ""] : [])]),
    },
  };
}

/** One figure against another, with the Pareto front; nothing where there is but one figure. */
export function sweepFront(page, analysis) {
  if (analysis.figures.length < 2) return [];
  const wanted = [...analysis.figures.keys()].sort((one, other) => Boolean(analysis.figures[other].pareto) - Boolean(analysis.figures[one].pareto));
  const names = { x: choice(page, analysis, "front-x", String(wanted[0])), y: choice(page, analysis, "front-y", String(wanted[1])) };
  const controls = [...figureSelect(page, names.x, analysis.figures, page.say(WORDS.across)), ...figureSelect(page, names.y, analysis.figures, page.say(WORDS.up))];
  return [figure(page, (colour) => describe(page, analysis, names, colour), { name: "pareto-front", height: 380, controls, depends: [names.x, names.y] })];
}
