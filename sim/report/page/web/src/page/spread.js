import { plainRange } from "../data/numbers.js";
import { COMMON } from "./words.js";

/** The quantiles of a box and its whiskers. */
export const FIVE = [0.05, 0.25, 0.5, 0.75, 0.95];

/** "12.0 – 14.5": between two quantiles, in the metric's unit. */
function rangeText(page, metric, distribution, from, to) {
  const { low, high } = plainRange(distribution.quantile(from), distribution.quantile(to), page.display(metric));
  return `${low} – ${high}`;
}

/** What a tooltip says of a distribution: [title, text] of its median and ranges. */
export function spreadRows(page, metric, distribution) {
  return [
    [page.say(COMMON.median), page.withUnit(distribution.quantile(0.5), metric)],
    ["P5–P95", rangeText(page, metric, distribution, 0.05, 0.95)],
    ["P25–P75", rangeText(page, metric, distribution, 0.25, 0.75)],
  ];
}
