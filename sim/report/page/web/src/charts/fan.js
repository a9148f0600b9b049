import { spreadRows } from "../page/spread.js";
import { COMMON } from "../page/words.js";
import { baseOption, categoryAxis, tooltipOption, valueAxis } from "./base.js";

const BANDS = [[0.05, 0.25, 0.18], [0.25, 0.75, 0.42], [0.75, 0.95, 0.18]];

/** Bands on top of one another: an invisible one up to P5, then what is between the quantiles. */
function bandSeries(distributions, divisor, color) {
  const shown = (distribution, probability) => distribution.quantile(probability) / divisor;
  const base = { type: "line", stack: "bands", stackStrategy: "all", symbol: "none", silent: true, lineStyle: { opacity: 0 } };
  return [
    { ...base, data: distributions.map((distribution) => shown(distribution, 0.05)) },
    ...BANDS.map(([low, high, opacity]) => ({
      ...base,
      data: distributions.map((distribution) => shown(distribution, high) - shown(distribution, low)),
      areaStyle: { color, opacity },
    })),
  ];
}

/** `limits`: {year: value} to compare with, drawn as points and a line. */
export function fanOption(page, { colour, color, metric, periods, distributions, limits, limitTitle }) {
  const { divisor } = page.display(metric);
  const central = page.run.isCentral;
  const middle = distributions.map((distribution) => (central ? distribution.mean : distribution.quantile(0.5)) / divisor);
  const series = central ? [] : bandSeries(distributions, divisor, color);
  series.push({ type: "line", data: middle, symbol: "circle", symbolSize: 5, lineStyle: { color, width: 2.5 }, itemStyle: { color } });
  if (limits)
    series.push({ type: "line", data: periods.map((period) => (period in limits ? limits[period] / divisor : null)), symbol: "diamond", symbolSize: 8, lineStyle: { color: colour.limit, width: 2, type: "dashed" }, itemStyle: { color: colour.limit } });
  const content = ([{ dataIndex }]) => {
    const distribution = distributions[dataIndex];
    const rows = central ? [[page.say(COMMON.mean), page.withUnit(distribution.mean, metric)]] : spreadRows(page, metric, distribution);
    if (limits && periods[dataIndex] in limits) rows.push([limitTitle, page.withUnit(limits[periods[dataIndex]], metric)]);
    return { title: periods[dataIndex], rows };
  };
  return {
    ...baseOption(colour),
    tooltip: tooltipOption(colour, content, { trigger: "axis" }),
    xAxis: categoryAxis(colour, periods, { boundaryGap: false }),
    yAxis: valueAxis(colour, { scale: false }),
    series,
  };
}

export function fanLegend(page, { colour, color, limitTitle }) {
  const entries = page.run.isCentral ? [{ label: page.say(COMMON.mean), color, kind: "line" }] : [
    { label: page.say(COMMON.median), color, kind: "line" },
    { label: page.say(COMMON.half), color, opacity: 0.6 },
    { label: page.say(COMMON.most), color, opacity: 0.22 },
  ];
  return limitTitle ? [...entries, { label: limitTitle, color: colour.limit, kind: "line" }] : entries;
}
