import { axisNumber } from "../data/numbers.js";
import { baseOption } from "./base.js";
import { inLines } from "./lines.js";

/** On a narrow screen the axes lie below one another. */
export const isStacked = () => window.innerWidth < 640;

export const parallelHeight = (axes) => (isStacked() ? 60 * axes + 40 : 360);

/**
 * A line for each point across axes {title, unit, categories}. `lines` are {values, isPicked}: picked ones are drawn on
 * top, in a colour of their own. Readers mark a stretch of an axis, and lines outside it fade.
 */
export function parallelOption({ colour, axes, lines }) {
  const stacked = isStacked();
  const width = Math.max(70, Math.min(150, 900 / axes.length));
  const parallelAxis = axes.map(({ title, unit, categories }, dim) => ({
    dim,
    name: [...inLines(title, stacked ? 13 : width / 7), ...(unit ? [unit] : [])].join("\n"),
    ...(categories ? { type: "category", data: categories } : { type: "value", scale: true, splitNumber: 4 }),
    nameLocation: stacked ? "start" : "end",
    nameTextStyle: { color: colour.ink, fontSize: 11, lineHeight: 13 },
    z: 5,
    axisLabel: { color: colour.ink, textBorderColor: colour.paper, textBorderWidth: 3, formatter: categories ? undefined : axisNumber, hideOverlap: true, fontSize: 11 },
    axisLine: { lineStyle: { color: colour.muted } },
    axisTick: { lineStyle: { color: colour.muted } },
    areaSelectStyle: { borderColor: colour.accent, color: colour.accent, opacity: 0.2, width: 16 },
  }));
  const seriesOf = (isPicked, lineStyle) => ({
    type: "parallel",
    smooth: false,
    inactiveOpacity: 0.03,
    activeOpacity: isPicked ? 1 : 0.6,
    lineStyle,
    data: lines.filter((line) => line.isPicked === isPicked).map(({ values }) => values),
    z: isPicked ? 3 : 2,
  });
  return {
    ...baseOption(colour),
    animation: false,
    parallel: { left: stacked ? 100 : 60, right: stacked ? 24 : 80, top: stacked ? 16 : 74, bottom: stacked ? 30 : 20, layout: stacked ? "vertical" : "horizontal" },
    parallelAxis,
    series: [seriesOf(false, { color: colour.muted, opacity: lines.length > 100 ? 0.2 : 0.5, width: 1 }), seriesOf(true, { color: colour.accent, opacity: 1, width: 2 })],
  };
}
