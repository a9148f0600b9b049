import { baseOption, categoryAxis, tooltipOption, valueAxis } from "../charts/base.js";
import { figure } from "../page/figure.js";
import { COMMON, periodTitle } from "../page/words.js";

const WORDS = {
  heading: { en: "{metric}: how often", zh: "{metric}：出现比例" },
  reading: { en: "{worst} is the year most likely to need more, with {share}; some year does in {any} of futures.", zh: "{worst} 年最可能超出，比例为 {share}；至少一年超出的情形占 {any}。" },
  axis: { en: "share of futures, %", zh: "情形占比，%" },
  mean: { en: "mean excess", zh: "平均超出" },
};

/** By year, in which share of futures the metric is above zero. */
export function excessFigure(page, metric) {
  const at = (period) => metric.at(page.run.country, period);
  const describe = (colour) => {
    const years = metric.years;
    const worst = years.reduce((one, other) => (at(other).aboveZero > at(one).aboveZero ? other : one));
    const content = ([{ name }]) => ({ title: name, rows: [[page.say(COMMON.share), page.percent(at(name).aboveZero, 1)], [page.say(WORDS.mean), page.withUnit(at(name).mean, metric)], ["P95", page.withUnit(at(name).quantile(0.95), metric)]] });
    const number = (title) => ({ title, unit: metric.unit, numeric: true, display: page.display(metric) });
    return {
      heading: page.say(WORDS.heading, { metric: page.metricTitle(metric) }),
      reading: page.say(WORDS.reading, { worst, share: page.percent(at(worst).aboveZero), any: page.percent(at(metric.lastPeriod).aboveZero) }),
      axisTitle: page.say(WORDS.axis),
      option: {
        ...baseOption(colour),
        tooltip: tooltipOption(colour, content, { trigger: "axis", axisPointer: { type: "shadow" } }),
        xAxis: categoryAxis(colour, years),
        yAxis: valueAxis(colour, { min: 0, max: 100 }),
        series: [{ type: "bar", barMaxWidth: 56, itemStyle: { color: colour.limit }, data: years.map((year) => 100 * at(year).aboveZero), label: { show: true, position: "top", color: colour.ink, formatter: ({ value }) => page.percent(value / 100) } }],
      },
      data: {
        columns: [{ title: page.say(COMMON.year), head: true }, { title: page.say(COMMON.share), numeric: true, draw: (value) => page.percent(value, 1) }, number(page.say(WORDS.mean)), number("P95")],
        rows: metric.periods.map((period) => [periodTitle(page, period), at(period).aboveZero, at(period).mean, at(period).quantile(0.95)]),
      },
    };
  };
  return figure(page, describe, { name: "over-budget", height: 260 });
}
