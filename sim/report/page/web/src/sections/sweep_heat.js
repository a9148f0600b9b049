import { heatOption } from "../charts/heat.js";
import { plainNumber } from "../data/numbers.js";
import { cellMeans, levelsOf } from "../data/sweep.js";
import { choice, choiceSelect, figureSelect, figureTitle, numberColumn } from "../page/analysis.js";
import { figure } from "../page/figure.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  heading: { en: "{figure} by {x} and {y}", zh: "{figure}：按{x}与{y}" },
  one: { en: "{figure} by {x}", zh: "{figure}：按{x}" },
  reading: { en: "Lowest {low} where {lowAt}; highest {high} where {highAt}.", zh: "最低 {low}（{lowAt}）；最高 {high}（{highAt}）。" },
  averaged: { en: " Averaged over {factors}.", zh: "已对{factors}取平均。" },
  across: { en: "Across", zh: "横轴" },
  up: { en: "Up", zh: "纵轴" },
  average: { en: "average", zh: "取平均" },
  errorAtMost: { en: "± at most", zh: "± 至多" },
  points: { en: "points", zh: "点数" },
  separator: { en: ", ", zh: "、" },
};

/** What the reader has chosen: the figure, two factors, and levels of others ("" is their average). */
function chosenOf(page, analysis, names) {
  const number = (name) => Number(page.store.get(name));
  const x = number(names.x);
  const y = analysis.factors.length < 2 || number(names.y) === x ? null : number(names.y);
  const others = analysis.factors.map((factor, i) => i).filter((i) => i !== x && i !== y);
  const fixed = Object.fromEntries(others.map((i) => [i, page.store.get(names.fixed[i])]).filter(([, level]) => level !== ""));
  return { figure: number(names.figure), x, y, fixed, averaged: others.filter((i) => !(i in fixed)) };
}

function describe(page, analysis, names, colour) {
  const chosen = chosenOf(page, analysis, names);
  const metric = analysis.figures[chosen.figure];
  const display = page.display(metric);
  const [x, y] = [levelsOf(analysis, chosen.x), chosen.y === null ? null : levelsOf(analysis, chosen.y)];
  const cells = cellMeans(analysis, chosen.figure, x, y, chosen.fixed).map((cell) => ({ ...cell, value: cell.mean, shown: plainNumber(cell.mean, display) }));
  const nameOf = (i) => analysis.factors[i].name;
  const where = (cell) => [`${nameOf(chosen.x)} ${x.titles[cell.x]}`, ...(y ? [`${nameOf(chosen.y)} ${y.titles[cell.y]}`] : [])].join(page.say(WORDS.separator));
  const order = [...cells].sort((one, other) => one.mean - other.mean);
  const [low, high] = [order[0], order[order.length - 1]];
  const joined = chosen.averaged.map(nameOf).join(page.say(WORDS.separator));
  const said = low && { low: page.withUnit(low.mean, metric), high: page.withUnit(high.mean, metric), lowAt: where(low), highAt: where(high) };
  const content = (cell) => ({ title: where(cell), rows: [[page.say(COMMON.mean), page.withUnit(cell.mean, metric)], [page.say(WORDS.errorAtMost), page.withUnit(cell.error, metric)], [page.say(WORDS.points), String(cell.points)]] });
  return {
    heading: page.say(y ? WORDS.heading : WORDS.one, { figure: figureTitle(page, metric), x: nameOf(chosen.x), y: y ? nameOf(chosen.y) : "" }),
    reading: low ? page.say(WORDS.reading, said) + (joined ? page.say(WORDS.averaged, { factors: joined }) : "") : page.say(COMMON.none),
    legend: low ? [{ label: page.withUnit(low.mean, metric), color: colour["scale-low"] }, { label: page.withUnit(high.mean, metric), color: colour["scale-high"] }] : [],
    axisTitle: y ? nameOf(chosen.y) : "",
    height: 34 * (y ? Math.max(y.titles.length, 3) : 3) + 60,
    option: heatOption({ colour, cells, xTitles: x.titles, yTitles: y ? y.titles : [""], xName: nameOf(chosen.x), content }),
    data: {
      columns: [{ title: nameOf(chosen.x) }, ...(y ? [{ title: nameOf(chosen.y) }] : []), numberColumn(page, page.say(COMMON.mean), metric), numberColumn(page, page.say(WORDS.errorAtMost), metric), { title: page.say(WORDS.points), numeric: true }],
      rows: cells.map((cell) => [x.titles[cell.x], ...(y ? [y.titles[cell.y]] : []), cell.mean, cell.error, cell.points]),
    },
  };
}

/** Other factors: their average or one level; of a factor whose levels are bands, always the average. */
function fixedSelects(page, analysis, names) {
  return analysis.factors.flatMap((factor, i) => {
    const levels = levelsOf(analysis, i).titles;
    const isExact = analysis.results.some((point) => point.values[i] === levels[0]);
    if (analysis.factors.length < 3 || !isExact) return [];
    const control = choiceSelect(page, names.fixed[i], factor.name, [["", page.say(WORDS.average)], ...levels.map((level) => [level, level])]);
    const show = () => { control.hidden = [names.x, names.y].some((name) => page.store.get(name) === String(i)); };
    page.store.on([names.x, names.y], show);
    show();
    return [control];
  });
}

/** A figure by two factors that the reader chooses. */
export function sweepHeat(page, analysis) {
  const byEffect = [...analysis.factors.keys()].map(String);
  const names = {
    figure: choice(page, analysis, "figure", "0"),
    x: choice(page, analysis, "x", byEffect[0]),
    y: choice(page, analysis, "y", byEffect[1] ?? ""),
    fixed: analysis.factors.map((factor, i) => choice(page, analysis, `fixed-${i}`, "")),
  };
  const factors = analysis.factors.map(({ name }, i) => [String(i), name]);
  const axes = factors.length < 2 ? [] : [choiceSelect(page, names.x, page.say(WORDS.across), factors), choiceSelect(page, names.y, page.say(WORDS.up), factors)];
  const controls = [...figureSelect(page, names.figure, analysis.figures), ...axes, ...fixedSelects(page, analysis, names)];
  return figure(page, (colour) => describe(page, analysis, names, colour), { name: "heat-map", controls, depends: [names.figure, names.x, names.y, ...names.fixed] });
}
