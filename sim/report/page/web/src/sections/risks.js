import { exceedanceOption, histogramOption } from "../charts/distribution.js";
import { histogram, quantileAt, shareBelow } from "../data/curve.js";
import { EXCESS, RISK_METRIC, RISKS } from "../subject/outline.js";
import { labelled, metricSelect } from "../page/controls.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { COMMON } from "../page/words.js";
import { excessFigure } from "./excess.js";

const WORDS = {
  title: { en: "What could go wrong", zh: "风险" },
  lead: { en: "Set a line, such as a budget, and read how often it is passed.", zh: "设定一条线（例如预算），查看超过它的情形所占比例。" },
  line: { en: "Line at, {unit}", zh: "界线，{unit}" },
  sure: { en: "It is above {low} in 80 % of futures, above {lowest} in 95 %.", zh: "80% 的情形高于 {low}，95% 的情形高于 {lowest}。" },
  under: { en: "It is below {high} in 80 % of futures, below {highest} in 95 %.", zh: "80% 的情形低于 {high}，95% 的情形低于 {highest}。" },
  some: { en: " Only the {share} of futures that have a value count.", zh: "仅计有数值的 {share} 情形。" },
  lineTitle: { en: "line", zh: "界线" },
  histogram: { en: "{metric}: how often which value", zh: "{metric}：各取值的出现比例" },
  exceedance: { en: "{metric}: how often more than a value", zh: "{metric}：超过某值的比例" },
  reading: { en: "In {above} of futures it is above {line}, in {below} below.", zh: "{above} 的情形高于 {line}，{below} 的情形低于该值。" },
  enough: { en: "{high} is enough in 80 % of futures, {highest} in 95 %.", zh: "{high} 在 80% 的情形下足够，{highest} 在 95% 的情形下足够。" },
  shareOfFutures: { en: "share of futures, %", zh: "情形占比，%" },
  from: { en: "from", zh: "自" },
  to: { en: "to", zh: "至" },
  value: { en: "value", zh: "取值" },
  above: { en: "share above it", zh: "超过的比例" },
};

const shareDisplay = (decimals) => ({ divisor: 0.01, label: "%", decimals, groups_digits: false });

/** Where the line is now, in the metric's own unit. */
function lineOf(page, { metric, line }, curve) {
  const set = page.store.get(`line-${metric.name}`);
  return set ?? line.value ?? quantileAt(curve, line.quantile);
}

function lineControl(page, entry, curve) {
  const { divisor } = page.display(entry.metric);
  const [low, high] = [curve[0], curve[curve.length - 1]].map((value) => value / divisor);
  const control = el("input", { type: "number", step: "any", min: Math.floor(Math.min(low, 0)), max: Math.ceil(high), value: Number((lineOf(page, entry, curve) / divisor).toPrecision(4)) });
  control.addEventListener("input", () => {
    if (Number.isFinite(control.valueAsNumber)) page.store.set(`line-${entry.metric.name}`, control.valueAsNumber * divisor);
  });
  return labelled(page.say(WORDS.line, { unit: page.unitTitle(entry.metric) }), control);
}

function parts(page, entry, colour) {
  const curve = page.run.curve(entry.metric.name);
  const line = lineOf(page, entry, curve);
  const above = 1 - shareBelow(curve, line);
  return { colour, curve, line, lineTitle: page.say(WORDS.lineTitle), metric: entry.metric, above };
}

/** What a reading must add where some futures have no value. */
function onlySome(page, metric) {
  const share = metric.at(page.run.country, metric.lastPeriod).undefinedShare;
  return share > 0 ? page.say(WORDS.some, { share: page.percent(1 - share) }) : "";
}

function describeHistogram(page, entry, colour) {
  const look = parts(page, entry, colour);
  const bars = histogram(look.curve, page.display(entry.metric).divisor);
  const number = (words) => ({ title: page.say(words), unit: entry.metric.unit, numeric: true, display: page.display(entry.metric) });
  return {
    heading: page.say(WORDS.histogram, { metric: page.metricTitle(entry.metric) }),
    reading: page.say(WORDS.reading, { above: page.percent(look.above), below: page.percent(1 - look.above), line: page.withUnit(look.line, entry.metric) }) + onlySome(page, entry.metric),
    axisTitle: page.say(WORDS.shareOfFutures),
    option: histogramOption(page, { ...look, bars }),
    data: { columns: [number(WORDS.from), number(WORDS.to), { title: page.say(COMMON.share), numeric: true, display: shareDisplay(2) }], rows: bars.map(({ from, to, share }) => [from, to, share]) },
  };
}

function describeExceedance(page, entry, colour) {
  const look = parts(page, entry, colour);
  const last = look.curve.length - 1;
  const enough = (share) => page.withUnit(quantileAt(look.curve, share), entry.metric);
  return {
    heading: page.say(WORDS.exceedance, { metric: page.metricTitle(entry.metric) }),
    reading: page.say({ higher: WORDS.sure, lower: WORDS.enough, neither: WORDS.under }[entry.metric.better], { low: enough(0.2), lowest: enough(0.05), high: enough(0.8), highest: enough(0.95) }) + onlySome(page, entry.metric),
    axisTitle: page.say(WORDS.shareOfFutures),
    option: exceedanceOption(page, look),
    data: {
      columns: [{ title: page.say(WORDS.value), unit: entry.metric.unit, numeric: true, display: page.display(entry.metric) }, { title: page.say(WORDS.above), numeric: true, display: shareDisplay(1) }],
      rows: look.curve.map((value, i) => [value, 1 - i / last]),
    },
  };
}

function pairOf(page, entry) {
  const { name } = entry.metric;
  const depends = [`line-${name}`];
  const control = lineControl(page, entry, page.run.curve(name));
  return [
    el("div", { class: "controls" }, el("strong", null, page.metricTitle(entry.metric)), control),
    el("div", { class: "pair" },
      figure(page, (colour) => describeHistogram(page, entry, colour), { name: `histogram-${name}`, depends }),
      figure(page, (colour) => describeExceedance(page, entry, colour), { name: `exceedance-${name}`, depends })),
  ];
}

/** The pair of a figure that the reader picks among those whose whole distribution is known and has some width. */
function anyPair(page) {
  const { run, store } = page;
  const hasWidth = (curve) => curve && curve[0] < curve[curve.length - 1];
  const metrics = run.metrics.filter(({ name, is_whole }) => !is_whole && hasWidth(run.curve(name)) && !RISKS.some(({ metric }) => metric === name));
  if (metrics.length === 0) return [];
  const first = metrics.find(({ name }) => name === RISK_METRIC) ?? metrics[0];
  store.set("riskMetric", store.get("riskMetric") ?? first.name);
  const holder = el("div");
  const update = () => {
    const metric = run.metric(store.get("riskMetric"));
    holder.replaceChildren(...pairOf(page, { metric, line: { quantile: metric.better === "higher" ? 0.2 : 0.8 } }));
    page.shown();
  };
  page.onShown(update);
  store.on(["riskMetric"], update);
  const control = metricSelect(page, metrics, store.get("riskMetric"), (name) => store.set("riskMetric", name));
  return [el("div", { class: "controls" }, control), holder];
}

function entries({ run }) {
  const has = ({ metric }) => run.metric(metric) && run.curve(metric);
  return RISKS.filter(has).map((entry) => ({ ...entry, metric: run.metric(entry.metric) }));
}

export const risks = {
  id: "risks",
  title: WORDS.title,
  shows: (page) => !page.run.isCentral && entries(page).length > 0,
  build(page, element) {
    const excess = page.run.metric(EXCESS);
    element.append(el("p", null, page.say(WORDS.lead)), ...entries(page).flatMap((entry) => pairOf(page, entry)), ...anyPair(page), excess ? excessFigure(page, excess) : "");
  },
};
