import { baseOption, markLine, tooltipOption, valueAxis } from "./base.js";

function drawPoint(points) {
  return ({ dataIndex }, api) => {
    const { x, y, xError, yError, color, opacity, kind } = points[dataIndex];
    const [left, top] = api.coord([x, y]);
    const style = { fill: kind === "ring" ? "none" : color, stroke: color, lineWidth: 1.5, opacity: opacity ?? 1 };
    const line = (from, to) => ({ type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: color, lineWidth: 1.2, opacity: 0.7 } });
    const errors = [];
    if (xError) errors.push(line(api.coord([x - xError, y]), api.coord([x + xError, y])));
    if (yError) errors.push(line(api.coord([x, y - yError]), api.coord([x, y + yError])));
    return { type: "group", children: [...errors, { type: "circle", shape: { cx: left, cy: top, r: kind === "small" ? 3 : 5 }, style }] };
  };
}

/**
 * Points {x, y, xError, yError, color, opacity, kind ("dot", "ring" or "small")} in shown units; errors are half lengths
 * of bars. `path` is [[x, y]] of a line; `lines` are {at, axis, label}.
 */
export function pointsOption({ colour, points, path = [], lines = [], step = false, xName, content, xAxis = {}, yAxis = {} }) {
  return {
    ...baseOption(colour),
    grid: { ...baseOption(colour).grid, top: 24, bottom: 28 },
    tooltip: tooltipOption(colour, ({ dataIndex }) => content(points[dataIndex]), { trigger: "item" }),
    xAxis: valueAxis(colour, { scale: true, splitNumber: window.innerWidth < 640 ? 3 : 6, name: xName, nameLocation: "middle", nameGap: 28, nameTextStyle: { color: colour.ink }, ...xAxis }),
    yAxis: valueAxis(colour, { scale: true, ...yAxis }),
    series: [
      { type: "line", data: path, step: step ? "end" : false, symbol: "none", silent: true, lineStyle: { color: colour.accent, width: 1.5 }, markLine: markLine(colour, lines) },
      { type: "custom", encode: { x: [0, 1], y: [2, 3] }, data: points.map(({ x, y, xError = 0, yError = 0 }) => [x - xError, x + xError, y - yError, y + yError]), renderItem: drawPoint(points), z: 3 },
    ],
  };
}
