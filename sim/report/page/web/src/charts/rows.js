import { baseOption, categoryAxis, markLine, tooltipOption, valueAxis } from "./base.js";
import { isNarrow, rowLabels } from "./row_labels.js";

const ROW = 26;
const BAR = 12;

/** Pixels that so many rows need, with the axis. */
export const rowsHeight = (count) => count * ROW + 62;

/** Lowest and highest of all that is drawn in a row. */
export function extentOf({ bars = [], whiskers = [], marks = [] }) {
  const ends = [...bars, ...whiskers].flatMap(({ from, to }) => [from, to]).concat(marks.map(({ at }) => at));
  return [Math.min(...ends), Math.max(...ends)];
}

/** A mark around a point: a tick, a dot, a diamond, or an arrow that points to the side where a bound is met. */
function markShape({ kind, color }, x, y) {
  const style = { fill: color, stroke: color, lineWidth: 2 };
  const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style });
  const polygon = (points) => ({ type: "polygon", shape: { points: points.map(([right, down]) => [x + right, y + down]) }, style });
  if (kind === "tick") return [line(x, y - BAR / 2 - 2, x, y + BAR / 2 + 2)];
  if (kind === "diamond") return [polygon([[0, -6], [6, 0], [0, 6], [-6, 0]])];
  if (kind === "right" || kind === "left") {
    const side = kind === "right" ? 1 : -1;
    return [line(x, y, x + 16 * side, y), polygon([[12 * side, -4], [20 * side, 0], [12 * side, 4]])];
  }
  return [{ type: "circle", shape: { cx: x, cy: y, r: 5 }, style }];
}

function drawRow(rows) {
  return ({ dataIndex }, api) => {
    const row = rows[dataIndex];
    const place = (value) => api.coord([value, dataIndex]);
    const [, y] = place(0);
    const bars = (row.bars ?? []).map(({ from, to, color, opacity }) => {
      const [left, right] = [place(Math.min(from, to))[0], place(Math.max(from, to))[0]];
      return { type: "rect", shape: { x: left, y: y - BAR / 2, width: Math.max(right - left, 1), height: BAR }, style: { fill: color, opacity: opacity ?? 1 } };
    });
    const whiskers = (row.whiskers ?? []).flatMap(({ from, to, color, down = 0 }) => {
      const [left, right] = [place(from)[0], place(to)[0]];
      const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1: y1 + down, x2, y2: y2 + down }, style: { stroke: color, lineWidth: 1.5 } });
      return [line(left, y, right, y), line(left, y - 4, left, y + 4), line(right, y - 4, right, y + 4)];
    });
    const marks = (row.marks ?? []).flatMap((mark) => markShape(mark, place(mark.at)[0], y));
    return { type: "group", children: [...bars, ...whiskers, ...marks] };
  };
}

/**
 * Rows from the top down, each with a title and any of bars {from, to, color, opacity}, whiskers {from, to, color, down} and
 * marks {at, kind, color}; all in the unit that is shown, `down` in pixels. `lines` are {at, label, color}. `content(row)` is the tooltip.
 */
export function rowsOption({ colour, rows, lines = [], content, axis = {} }) {
  const extents = rows.map(extentOf);
  const ends = lines.map(({ at }) => at);
  const titles = rows.map(({ title }) => title);
  return {
    ...baseOption(colour),
    grid: { ...baseOption(colour).grid, top: 24 },
    tooltip: tooltipOption(colour, ({ dataIndex }) => content(rows[dataIndex]), { trigger: "item" }),
    yAxis: categoryAxis(colour, titles, { inverse: true, axisLabel: rowLabels(colour, titles) }),
    xAxis: valueAxis(colour, { scale: true, splitNumber: isNarrow() ? 3 : 5, ...axis }),
    series: [
      { type: "custom", encode: { x: [0, 1], y: 2 }, data: rows.map((row, i) => [...extents[i], i]), renderItem: drawRow(rows), clip: true },
      { type: "line", data: ends.map((at) => [at, 0]), symbol: "none", lineStyle: { opacity: 0 }, silent: true, markLine: markLine(colour, lines.map((line) => ({ axis: "x", position: "start", ...line }))) },
    ],
  };
}
