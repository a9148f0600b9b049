import { svg } from "../page/dom.js";

const WIDTH = 120;
const HEIGHT = 28;
const BARS = 30;

/** Heights of equal bars from P1 to P99 of quantiles at 0, 1/100, … 1: how much probability lies in each. */
export function densityBars(quantiles, bars = BARS) {
  const inner = quantiles.slice(1, -1);
  const [low, high] = [inner[0], inner[inner.length - 1]];
  const heights = new Array(bars).fill(0);
  if (!(high > low)) return heights;
  const place = (value) => ((value - low) / (high - low)) * bars;
  for (let i = 0; i + 1 < inner.length; ++i) {
    const [from, to] = [place(inner[i]), place(inner[i + 1])];
    if (to === from) heights[Math.min(Math.floor(from), bars - 1)] += 1;
    for (let bar = Math.floor(from); to > from && bar < Math.min(Math.ceil(to), bars); ++bar)
      heights[bar] += (Math.min(to, bar + 1) - Math.max(from, bar)) / (to - from);
  }
  return heights;
}

/** A distribution in the height of a line of text. */
export function densityDrawing(quantiles) {
  const heights = densityBars(quantiles);
  const highest = Math.max(...heights) || 1;
  const wide = WIDTH / heights.length;
  const bars = heights.map((height, i) => {
    const high = (HEIGHT * height) / highest;
    return svg("rect", { x: (i * wide).toFixed(1), y: (HEIGHT - high).toFixed(1), width: (wide * 0.9).toFixed(1), height: high.toFixed(1) });
  });
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, class: "density", "aria-hidden": "true" }, bars);
}
