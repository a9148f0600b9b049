import { axisNumber } from "../data/numbers.js";
import { el } from "../page/dom.js";

export const FONT = 'system-ui, "Segoe UI", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';

/** What all charts have in common. */
export function baseOption(colour) {
  const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return {
    animation: !isStill && !document.documentElement.classList.contains("printing"),
    animationDuration: 300,
    textStyle: { fontFamily: FONT, fontSize: 12, color: colour.ink },
    grid: { left: 4, right: 18, top: 10, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
  };
}

export function categoryAxis(colour, names, more = {}) {
  return {
    type: "category",
    data: names,
    axisLine: { lineStyle: { color: colour.muted } },
    axisTick: { show: false },
    axisLabel: { color: colour.ink, hideOverlap: true },
    ...more,
  };
}

export function valueAxis(colour, more = {}) {
  return {
    type: "value",
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: colour.ink, formatter: axisNumber, hideOverlap: true },
    splitLine: { lineStyle: { color: colour.line } },
    ...more,
  };
}

/** A tooltip whose content is an element, so that no text of a scenario is read as HTML. Rows are [name, value]. */
export function tooltipOption(colour, content, more = {}) {
  return {
    confine: true,
    backgroundColor: colour.paper,
    borderColor: colour.muted,
    textStyle: { color: colour.ink, fontSize: 13 },
    formatter: (at) => {
      const { title, rows } = content(at);
      const lines = rows.map(([name, value]) => el("div", { class: "tip-row" }, el("span", null, name), el("strong", null, value)));
      return el("div", { class: "tip" }, el("div", { class: "tip-title" }, title), lines);
    },
    ...more,
  };
}

/** A vertical or horizontal line at a value that a reader should compare with. */
export function markLine(colour, entries) {
  return {
    silent: true,
    symbol: "none",
    animation: false,
    data: entries.map(({ at, axis, label, color, dashed, position }) => ({
      [axis === "x" ? "xAxis" : "yAxis"]: at,
      lineStyle: { color: color ?? colour.limit, width: 2, type: dashed ? "dashed" : "solid" },
      label: { formatter: label, color: color ?? colour.limit, position: position ?? (axis === "x" ? "end" : "insideEndTop"), fontSize: 12 },
    })),
  };
}
