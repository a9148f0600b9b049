import { plainNumber, plainRange } from "../data/numbers.js";
import { ANSWER } from "../subject/outline.js";
import { el, svg } from "../page/dom.js";
import { table } from "../page/table.js";
import { COMMON, periodTitle } from "../page/words.js";

const WORDS = {
  title: { en: "The answer in five numbers", zh: "五个数字" },
  cardTitle: { en: "{metric}, {when}", zh: "{metric}，{when}" },
  error: { en: "median known to within {low} – {high} (95 % confidence)", zh: "中位数的 95% 置信区间：{low} – {high}" },
  same: { en: "the same in all futures", zh: "所有情形均相同" },
  noValue: { en: "no value in {share} % of futures", zh: "{share}% 的情形无数值" },
  all: { en: "All headline figures", zh: "全部主要指标" },
  period: { en: "Period", zh: "时期" },
};

/** Years of a total, or the year at whose end a stock is counted. */
function when(page, metric, period) {
  const years = page.run.years;
  return period === "total" ? `${years[0]}–${years[years.length - 1]}` : period;
}

/** P5 to P95 as a bar, P25 to P75 darker, the median as a line, over the range from P1 to P99. */
function intervalBar(distribution) {
  const [low, high] = [distribution.quantile(0.01), distribution.quantile(0.99)];
  const at = (probability) => (200 * (distribution.quantile(probability) - low)) / (high - low || 1);
  const bar = (from, to, name) => svg("rect", { x: at(from), y: 2, width: at(to) - at(from), height: 8, class: name });
  return svg("svg", { viewBox: "0 0 200 12", class: "interval", "aria-hidden": "true", preserveAspectRatio: "none" },
    svg("line", { x1: 0, x2: 200, y1: 6, y2: 6 }), bar(0.05, 0.95, "most"), bar(0.25, 0.75, "half"),
    svg("line", { x1: at(0.5), x2: at(0.5), y1: 0, y2: 12, class: "middle" }));
}

function uncertainty(page, metric, distribution) {
  if (distribution.quantile(0.01) === distribution.quantile(0.99)) return [el("p", null, page.say(WORDS.same))];
  const range = (low, high) => plainRange(low, high, page.display(metric));
  const between = page.say(COMMON.futures, range(distribution.quantile(0.05), distribution.quantile(0.95)));
  const interval = distribution.interval(0.5);
  const error = interval ? page.say(WORDS.error, range(...interval)) : null;
  return [intervalBar(distribution), el("p", null, between), error ? el("p", { class: "small" }, error) : null];
}

function card(page, metric) {
  const period = metric.lastPeriod;
  const distribution = metric.at(page.run.country, period);
  const middle = page.run.isCentral ? distribution.mean : distribution.quantile(0.5);
  const share = distribution.undefinedShare;
  return el("li", { class: "card" },
    el("p", { class: "card-title" }, page.say(WORDS.cardTitle, { metric: page.metricTitle(metric), when: when(page, metric, period) })),
    el("p", { class: "card-value" }, page.withUnit(middle, metric)),
    page.run.isCentral ? null : uncertainty(page, metric, distribution),
    share > 0 ? el("p", { class: "small" }, page.say(WORDS.noValue, { share: (100 * share).toFixed(1) })) : null);
}

/** Each metric's last period for the country, in the unit of its own display. */
function headlineTable(page) {
  const { run } = page;
  const rows = run.metrics.filter((metric) => metric.has(run.country)).map((metric) => {
    const distribution = metric.at(run.country, metric.lastPeriod);
    const statistics = [distribution.mean, distribution.standardError, ...[0.05, 0.5, 0.95].map((p) => distribution.quantile(p))];
    return [page.metricTitle(metric), periodTitle(page, metric.lastPeriod), ...statistics, page.unitTitle(metric), metric];
  });
  const number = (title) => ({ title, numeric: true, draw: (value, row) => plainNumber(value, page.display(row[row.length - 1])) });
  return table(page, {
    caption: page.say(WORDS.all),
    columns: [
      { title: page.say(COMMON.figure), head: true },
      { title: page.say(WORDS.period) },
      number(page.say(COMMON.mean)),
      number("±"),
      number("P5"),
      number("P50"),
      number("P95"),
      { title: page.say(COMMON.unit) },
    ],
    rows,
  });
}

/** Those of the outline that the run has; else its first headline figures. */
export function fiveNumbers(run) {
  const named = ANSWER.map((name) => run.metric(name)).filter((metric) => metric?.has(run.country));
  return named.length > 0 ? named : run.metrics.filter((metric) => metric.has(run.country)).slice(0, 5);
}

export const answer = {
  id: "answer",
  title: WORDS.title,
  shows: () => true,
  build(page, element) {
    element.append(
      el("ul", { class: "cards" }, fiveNumbers(page.run).map((metric) => card(page, metric))),
      el("details", null, el("summary", null, page.say(WORDS.all)), headlineTable(page)),
    );
  },
};
