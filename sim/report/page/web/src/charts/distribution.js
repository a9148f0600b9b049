import { axisNumber } from "../data/numbers.js";
import { quantileAt, shareBelow } from "../data/curve.js";
import { baseOption, markLine, tooltipOption, valueAxis } from "./base.js";

function xAxis(page, colour, metric, low, high) {
  return valueAxis(colour, { name: page.unitTitle(metric), nameLocation: "middle", nameGap: 26, nameTextStyle: { color: colour.ink }, min: low, max: high, axisLabel: { color: colour.ink, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: axisNumber }, splitLine: { show: false } });
}

const gridOf = (colour) => ({ ...baseOption(colour).grid, top: 26, bottom: 26 });

/** One bar from its lower to its upper end. */
function drawBar(colour, bars, isBeyond) {
  return ({ dataIndex }, api) => {
    const { from, to, shown } = bars[dataIndex];
    const [left, top] = api.coord([from, shown]);
    const [right, bottom] = api.coord([to, 0]);
    const shape = { x: left, y: top, width: Math.max(right - left - 1, 1), height: bottom - top };
    return { type: "rect", shape, style: { fill: colour.money, opacity: isBeyond(bars[dataIndex]) ? 1 : 0.5 } };
  };
}

/** Bars {from, to, share} side by side, darker where things are worse than the line, and the line. */
export function histogramOption(page, { colour, metric, bars, line, lineTitle }) {
  const { divisor } = page.display(metric);
  const at = line / divisor;
  const shown = bars.map(({ from, to, share }) => ({ from: from / divisor, to: to / divisor, share, shown: 100 * share }));
  const isBeyond = ({ from, to }) => (metric.better === "higher" ? (from + to) / 2 < at : (from + to) / 2 > at);
  const content = ({ dataIndex }) => ({ title: page.labelled(`${axisNumber(shown[dataIndex].from)} – ${axisNumber(shown[dataIndex].to)}`, metric), rows: [["", page.percent(shown[dataIndex].share, 1)]] });
  const [first, last] = [shown[0], shown[shown.length - 1]];
  return {
    ...baseOption(colour),
    grid: gridOf(colour),
    tooltip: tooltipOption(colour, content, { trigger: "item" }),
    xAxis: xAxis(page, colour, metric, Math.min(first?.from ?? at, at), Math.max(last?.to ?? at, at)),
    yAxis: valueAxis(colour, { min: 0 }),
    series: [
      { type: "custom", encode: { x: [0, 1], y: 2 }, data: shown.map((bar) => [bar.from, bar.to, bar.shown]), renderItem: drawBar(colour, shown, isBeyond) },
      { type: "line", data: [], markLine: markLine(colour, [{ at, axis: "x", label: `${lineTitle} ${axisNumber(Number(at.toPrecision(4)))}` }]) },
    ],
  };
}

/** Share of futures above each value, from P0.5 to P99.5, and the line. */
export function exceedanceOption(page, { colour, metric, curve, line, lineTitle, above }) {
  const { divisor } = page.display(metric);
  const count = curve.length - 1;
  const points = curve.map((value, i) => [value / divisor, 100 * (1 - i / count)]).slice(1, -1);
  const content = ([{ value }]) => ({ title: `> ${page.labelled(axisNumber(Number(value[0].toPrecision(4))), metric)}`, rows: [["", page.percent(1 - shareBelow(curve, value[0] * divisor), 1)]] });
  const low = Math.min(quantileAt(curve, 0.005), line) / divisor;
  const high = Math.max(quantileAt(curve, 0.995), line) / divisor;
  return {
    ...baseOption(colour),
    grid: gridOf(colour),
    tooltip: tooltipOption(colour, content, { trigger: "axis" }),
    xAxis: xAxis(page, colour, metric, low, high),
    yAxis: valueAxis(colour, { min: 0, max: 100 }),
    series: [{
      type: "line",
      symbol: "none",
      lineStyle: { color: colour.money, width: 2.5 },
      data: points,
      markLine: markLine(colour, [{ at: line / divisor, axis: "x", label: `${lineTitle}: ${page.percent(above)}` }]),
    }],
  };
}
