import { parallelHeight, parallelOption } from "../charts/parallel.js";
import { levelsOf, numbersOf } from "../data/sweep.js";
import { figureTitle } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { pointsData } from "./sweep.js";

const WORDS = {
  heading: { en: "Every point: factors, then figures", zh: "全部点：参数与指标" },
  reading: { en: "Each line is one of {points} points. Mark a stretch of an axis to keep only the lines that pass there; click the axis to let go.", zh: "每条线为 {points} 个点之一。在轴上拖选一段，仅保留经过该段的线；点击该轴取消。" },
  front: { en: "on the Pareto front", zh: "位于帕累托前沿" },
  other: { en: "other points", zh: "其他点" },
  kept: { en: "{kept} of {points} points pass there.", zh: "{points} 个点中有 {kept} 个经过该段。" },
};

/** Axes of the factors, then of the figures, and where each point is on them. */
function axesOf(page, analysis) {
  const factors = analysis.factors.map(({ name }, i) => {
    const numbers = numbersOf(analysis, i);
    return numbers ? { title: name, values: numbers } : { title: name, categories: levelsOf(analysis, i).titles, values: analysis.results.map(({ values }) => values[i]) };
  });
  const figures = analysis.figures.map((metric, i) => {
    const { divisor } = page.display(metric);
    const values = analysis.results.map(({ figures: means }) => (means[i].mean === null ? "-" : means[i].mean / divisor));
    return { title: figureTitle(page, metric), unit: page.unitTitle(metric), values };
  });
  return [...factors, ...figures];
}

function describe(page, analysis, colour) {
  const axes = axesOf(page, analysis);
  const lines = analysis.results.map(({ pareto }, i) => ({ isPicked: pareto === "front", values: axes.map(({ values }) => values[i]) }));
  const legend = analysis.pareto_front ? [{ label: page.say(WORDS.front), color: colour.accent, kind: "line" }, { label: page.say(WORDS.other), color: colour.muted, kind: "line" }] : [];
  return {
    heading: page.say(WORDS.heading),
    reading: page.say(WORDS.reading, { points: lines.length.toLocaleString("en-US") }),
    legend,
    height: parallelHeight(axes.length),
    option: parallelOption({ colour, axes, lines }),
    data: pointsData(page, analysis),
  };
}

/** All factors and figures of every point. */
export function sweepParallel(page, analysis) {
  const status = el("p", { class: "small", role: "status" });
  const count = (chart) => {
    const model = chart.getModel();
    const marked = model.queryComponents({ mainType: "parallelAxis" }).some(({ activeIntervals }) => activeIntervals.length > 0);
    const kept = model.getSeries().reduce((sum, series) => sum + series.getRawIndicesByActiveState("active").length, 0);
    status.textContent = marked ? page.say(WORDS.kept, { kept, points: analysis.results.length }) : "";
  };
  const onChart = (chart) => chart.on("axisareaselected", () => count(chart));
  return figure(page, (colour) => describe(page, analysis, colour), { name: "points", controls: [status], onChart });
}
