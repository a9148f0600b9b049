import { inLines, keyEnd } from "./lines.js";

/** Of a title's line on a narrow screen. */
const NARROW_SIGNS = 20;

export const isNarrow = () => window.innerWidth < 640;

/** Labels of an axis with long titles: on one line each, or on two small ones where the screen is narrow. */
export function rowLabels(colour, titles) {
  if (isNarrow())
    return { color: colour.ink, interval: 0, fontSize: 10.5, lineHeight: 11.5, formatter: (title) => inLines(keyEnd(title, NARROW_SIGNS), NARROW_SIGNS, 2).join("\n") };
  const signs = (title) => [...title].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 1.8 : 1), 0);
  const wide = Math.max(60, Math.min(320, 7.2 * Math.max(...titles.map(signs))));
  return { color: colour.ink, interval: 0, width: wide + 20, overflow: "truncate", fontSize: 12 };
}
