import { plainNumber } from "../data/numbers.js";
import { baseOption, categoryAxis, tooltipOption, valueAxis } from "./base.js";
import { isNarrow, rowLabels } from "./row_labels.js";

/** Where each step begins and ends: a step goes on from the one before, a sum begins at zero. */
export function waterfallSpans(entries) {
  let level = 0;
  return entries.map(({ value, isSum }) => {
    const from = isSum ? 0 : level;
    level = from + value;
    return { from, to: level };
  });
}

/** Horizontal bars, top down, so that items have room for their names. Entries are {title, value, color, isSum}. */
export function waterfallOption(page, { colour, metric, entries }) {
  const display = page.display(metric);
  const spans = waterfallSpans(entries);
  const titles = entries.map(({ title }) => title);
  const bar = { type: "bar", stack: "steps", barCategoryGap: "30%" };
  const shown = entries.map(({ color }, i) => ({
    value: Math.abs(spans[i].to - spans[i].from) / display.divisor,
    itemStyle: { color: colour[color] },
  }));
  const content = ([{ dataIndex }]) => ({ title: entries[dataIndex].title, rows: [["", page.withUnit(entries[dataIndex].value, metric)]] });
  return {
    ...baseOption(colour),
    grid: { ...baseOption(colour).grid, right: 64 },
    tooltip: tooltipOption(colour, content, { trigger: "axis", axisPointer: { type: "shadow" } }),
    yAxis: categoryAxis(colour, titles, { inverse: true, axisLabel: rowLabels(colour, titles) }),
    xAxis: valueAxis(colour, { splitNumber: isNarrow() ? 2 : 4 }),
    series: [
      { ...bar, silent: true, itemStyle: { color: "transparent" }, data: spans.map(({ from, to }) => Math.min(from, to) / display.divisor) },
      { ...bar, data: shown, label: { show: true, position: "right", color: colour.ink, formatter: ({ dataIndex }) => plainNumber(entries[dataIndex].value, display) } },
    ],
  };
}
