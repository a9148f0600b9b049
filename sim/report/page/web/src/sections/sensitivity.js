import { rowsHeight, rowsOption } from "../charts/rows.js";
import { shortNumber } from "../data/numbers.js";
import { analysisSection, choice, factsLine, figureSelect, figureTitle, numberColumn, shareDisplay } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "Which inputs it depends on", zh: "敏感性：哪些输入最关键" },
  lead: { en: "A tornado sets one input at a time to its p10 and to its p90 while all others are drawn. Shares of the variance say how much of the uncertainty is gone once an input is known.", zh: "龙卷风图每次将一个输入设为其 p10 与 p90，其余输入照常抽取；方差占比表示若已知该输入，可消除多少不确定性。" },
  tornado: { en: "{figure}: how far each input moves the mean", zh: "{figure}：各输入使均值变动的幅度" },
  tornadoReading: { en: "{input} moves it most: from {low} at its p10 ({p10} {unit}) to {high} at its p90 ({p90} {unit}).", zh: "影响最大的是 {input}：取 p10（{p10} {unit}）时为 {low}，取 p90（{p90} {unit}）时为 {high}。" },
  shares: { en: "{figure}: shares of the variance", zh: "{figure}：方差占比" },
  sharesReading: { en: "{input} alone explains {share} of the variance, the first {count} together {together}.", zh: "{input} 单独解释方差的 {share}，前 {count} 项合计 {together}。" },
  constant: { en: "{figure} is the same on all paths: there is nothing to explain.", zh: "{figure}在所有路径上相同，无不确定性可解释。" },
  atLow: { en: "input at its p10", zh: "输入取 p10" },
  atHigh: { en: "input at its p90", zh: "输入取 p90" },
  base: { en: "all inputs drawn", zh: "全部抽取" },
  first: { en: "alone (first order)", zh: "单独影响（一阶）" },
  total: { en: "with all it does together with others (total)", zh: "含与其他输入的共同作用（总效应）" },
  interval: { en: "95 % confidence", zh: "95% 置信区间" },
  others: { en: "{count} others", zh: "其余 {count} 项" },
  all: { en: "Show all {count} inputs", zh: "显示全部 {count} 项输入" },
  few: { en: "Show the first {count} only", zh: "仅显示前 {count} 项" },
  input: { en: "Input", zh: "输入" },
  meaning: { en: "Meaning", zh: "含义" },
  swing: { en: "Swing", zh: "变动幅度" },
  share: { en: "share of variance, %", zh: "方差占比，%" },
};

const SHOWN = 12;
const meaningOf = (page, entry) => (entry.meaning ? page.say(entry.meaning) : (entry.members ?? []).join(", "));

/** The words of factors are with the first figure only. */
function withWords(figures) {
  const words = new Map(figures.flatMap(({ factors }) => factors ?? []).filter(({ kind }) => kind).map(({ factor, meaning, members }) => [factor, { meaning, members }]));
  return figures.map((metric) => (metric.factors ? { ...metric, factors: metric.factors.map((factor) => ({ ...factor, ...words.get(factor.factor) })) } : metric));
}

/** A button between the first few and all. */
function allButton(page, name, count) {
  if (count <= SHOWN) return [];
  const text = () => page.say(page.store.get(name) ? WORDS.few : WORDS.all, { count: page.store.get(name) ? SHOWN : count });
  const button = el("button", { type: "button", onclick: () => page.store.set(name, !page.store.get(name)) }, text());
  page.store.on([name], () => { button.textContent = text(); });
  return [button];
}

function describeTornado(page, metric, isAll, colour) {
  const [low, high] = [colour["low-end"], colour["high-end"]];
  const inputs = isAll ? metric.inputs : metric.inputs.slice(0, SHOWN);
  const { divisor } = page.display(metric);
  const base = metric.base.mean / divisor;
  const rows = inputs.map((input) => ({ title: input.input, input, bars: [{ from: base, to: input.at_p10.mean / divisor, color: low }, { from: base, to: input.at_p90.mean / divisor, color: high }] }));
  const [first] = metric.inputs;
  const number = (value) => page.withUnit(value, metric);
  const content = ({ input }) => ({
    title: `${input.input}: ${meaningOf(page, input)}`,
    rows: [[`p10, ${shortNumber(input.p10)} ${input.unit}`, number(input.at_p10.mean)], [`p90, ${shortNumber(input.p90)} ${input.unit}`, number(input.at_p90.mean)], [page.say(WORDS.swing), page.withError(input.swing.value, input.swing.se, metric)]],
  });
  const said = { input: first.input, low: number(first.at_p10.mean), high: number(first.at_p90.mean), p10: shortNumber(first.p10), p90: shortNumber(first.p90), unit: first.unit === "1" ? "" : first.unit };
  const column = (title) => numberColumn(page, title, metric);
  return {
    heading: page.say(WORDS.tornado, { figure: figureTitle(page, metric) }),
    reading: page.say(WORDS.tornadoReading, said).replace(/ \)/g, ")").replace(/ ）/g, "）"),
    legend: [{ label: page.say(WORDS.atLow), color: low }, { label: page.say(WORDS.atHigh), color: high }],
    axisTitle: page.unitTitle(metric),
    height: rowsHeight(rows.length),
    option: rowsOption({ colour, rows, content, lines: [{ at: base, label: page.say(WORDS.base), color: colour.muted }] }),
    data: {
      columns: [{ title: page.say(WORDS.input), head: true }, { title: page.say(WORDS.meaning) }, { title: page.say(COMMON.unit) }, { title: "p10", numeric: true }, { title: "p90", numeric: true }, ...["p10", "p90"].flatMap((at) => [column(`${page.say(COMMON.mean)} @ ${at}`), column(`P5 @ ${at}`), column(`P95 @ ${at}`)]), column(page.say(WORDS.swing)), column("±")],
      rows: metric.inputs.map((input) => [input.input, meaningOf(page, input), input.unit, input.p10, input.p90, ...[input.at_p10, input.at_p90].flatMap(({ mean, p05, p95 }) => [mean, p05, p95]), input.swing.value, input.swing.se]),
    },
  };
}

const firstOf = (factor) => factor.share ?? factor.first;
/** Of the design also with what an input does together with others. */
const ordered = (factors) => [...factors].sort((one, other) => (other.total ?? other.share).value - (one.total ?? one.share).value);
const inPercent = ({ low, high }) => ({ from: 100 * low, to: 100 * high });

function shareRow(colour, factor) {
  const first = firstOf(factor);
  const bars = [{ from: 0, to: 100 * first.value, color: colour.money, opacity: 0.75 }];
  const whiskers = [{ ...inPercent(first), color: colour.ink, down: factor.total ? -3 : 0 }];
  if (factor.total) whiskers.push({ ...inPercent(factor.total), color: colour.ink, down: 3 });
  if (factor.total) bars.unshift({ from: 0, to: 100 * factor.total.value, color: colour.money, opacity: 0.35 });
  return { title: factor.factor, factor, bars, whiskers };
}

function sharesData(page, metric, factors) {
  const isDesign = Boolean(factors[0].total);
  const share = (title) => ({ title, numeric: true, display: shareDisplay(2) });
  const columns = [{ title: page.say(WORDS.input), head: true }, { title: page.say(WORDS.meaning) }, share(page.say(WORDS.first)), share("±")];
  const more = isDesign ? [share(page.say(WORDS.total)), share("±")] : [{ title: "Spearman", numeric: true }, { title: "PRCC", numeric: true }, { title: "SRC", numeric: true }];
  const rest = ({ total, spearman, prcc, src }) => (isDesign ? [total.value, total.se] : [spearman, prcc, src].map((entry) => entry ?? null));
  return { columns: [...columns, ...more], rows: factors.map((factor) => [factor.factor, meaningOf(page, factor), firstOf(factor).value, firstOf(factor).se, ...rest(factor)]) };
}

function describeShares(page, metric, isAll, colour) {
  const factors = ordered(metric.factors);
  const shown = isAll ? factors : factors.slice(0, SHOWN);
  const sum = shown.reduce((all, factor) => all + firstOf(factor).value, 0);
  const rows = shown.map((factor) => shareRow(colour, factor));
  const left = factors.length - shown.length;
  if (left > 0) rows.push({ title: page.say(WORDS.others, { count: left }), rest: metric.explained.value - sum, bars: [{ from: 0, to: 100 * Math.max(metric.explained.value - sum, 0), color: colour.muted, opacity: 0.5 }] });
  const share = ({ value, se }) => `${page.percent(value, 1)} ± ${page.percent(se, 1)}`;
  const content = ({ title, factor, rest }) => ({
    title: factor ? `${title}: ${meaningOf(page, factor)}` : title,
    rows: factor ? [[page.say(WORDS.first), share(firstOf(factor))], ...(factor.total ? [[page.say(WORDS.total), share(factor.total)]] : [])] : [[page.say(WORDS.first), page.percent(rest, 1)]],
  });
  const top = factors.slice(0, 3);
  const said = { input: factors[0].factor, share: page.percent(firstOf(factors[0]).value), count: top.length, together: page.percent(top.reduce((all, factor) => all + firstOf(factor).value, 0)) };
  const legend = [{ label: page.say(WORDS.first), color: colour.money, opacity: 0.75 }, { label: page.say(WORDS.interval), color: colour.ink, kind: "line" }];
  if (factors[0].total) legend.splice(1, 0, { label: page.say(WORDS.total), color: colour.money, opacity: 0.35 });
  return {
    heading: page.say(WORDS.shares, { figure: figureTitle(page, metric) }),
    reading: page.say(WORDS.sharesReading, said),
    legend,
    axisTitle: page.say(WORDS.share),
    height: rowsHeight(rows.length),
    option: rowsOption({ colour, rows, content, axis: { scale: false } }),
    data: sharesData(page, metric, factors),
  };
}

export const sensitivity = analysisSection({
  id: "sensitivity",
  kind: "sensitivity",
  title: WORDS.title,
  lead: WORDS.lead,
  build(page, analysis) {
    const constant = analysis.figures.filter(({ is_constant }) => is_constant).map((metric) => el("p", null, page.say(WORDS.constant, { figure: figureTitle(page, metric) })));
    const figures = withWords(analysis.figures).filter((metric) => !metric.is_constant && (metric.inputs ?? metric.factors).length > 0);
    if (figures.length === 0) return [factsLine(page, analysis), ...constant];
    const which = choice(page, analysis, "figure", "0");
    const all = choice(page, analysis, "all", false);
    const describe = (colour) => {
      const metric = figures[Number(page.store.get(which))];
      return (metric.inputs ? describeTornado : describeShares)(page, metric, page.store.get(all), colour);
    };
    const controls = [...figureSelect(page, which, figures), ...allButton(page, all, (figures[0].inputs ?? figures[0].factors).length)];
    return [factsLine(page, analysis), ...constant, figure(page, describe, { name: figures[0].inputs ? "tornado" : "variance-shares", controls, depends: [which, all] })];
  },
});
