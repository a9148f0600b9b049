import { mixed, readableOn } from "./colours.js";
import { baseOption, categoryAxis, FONT, tooltipOption } from "./base.js";

/** Pixels that a number of twelve needs. */
const ROOM = 8;

function drawCell(cells, look) {
  return ({ dataIndex }, api) => {
    const { x, y, shown } = cells[dataIndex];
    const [middle, centre] = api.coord([x, y]);
    const [width, height] = api.size([1, 1]);
    const fill = look(cells[dataIndex]);
    const square = { type: "rect", shape: { x: middle - width / 2 + 1, y: centre - height / 2 + 1, width: width - 2, height: height - 2 }, style: { fill } };
    const text = { type: "text", style: { text: shown, x: middle, y: centre, align: "center", verticalAlign: "middle", fill: readableOn(fill), font: `12px ${FONT}` } };
    return { type: "group", children: shown.length * ROOM < width ? [square, text] : [square] };
  };
}

/** Squares {x, y, value, shown} by the places of their levels, coloured from the lowest value to the highest. */
export function heatOption({ colour, cells, xTitles, yTitles, xName, content }) {
  const values = cells.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const look = ({ value }) => mixed(colour["scale-low"], colour["scale-high"], (value - low) / (high - low || 1));
  const isNarrow = window.innerWidth < 640;
  return {
    ...baseOption(colour),
    grid: { ...baseOption(colour).grid, bottom: 26 },
    tooltip: tooltipOption(colour, ({ dataIndex }) => content(cells[dataIndex]), { trigger: "item" }),
    xAxis: categoryAxis(colour, xTitles, { name: xName, nameLocation: "middle", nameGap: 26, nameTextStyle: { color: colour.ink } }),
    yAxis: categoryAxis(colour, yTitles, { axisLabel: { color: colour.ink, interval: 0, width: isNarrow ? 70 : 140, overflow: "truncate" } }),
    series: [{ type: "custom", encode: { x: 0, y: 1 }, data: cells.map(({ x, y }) => [x, y]), renderItem: drawCell(cells, look) }],
  };
}
