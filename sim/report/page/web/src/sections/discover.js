import { pointsOption } from "../charts/points.js";
import { rowsHeight, rowsOption } from "../charts/rows.js";
import { shortNumber } from "../data/numbers.js";
import { analysisSection, factsLine, shareDisplay } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "When it happens", zh: "何时发生" },
  lead: { en: "A corner is a set of limits on inputs inside which something happens much more often. It is searched on half of the paths and measured on the other half.", zh: "“区域”是对若干输入的限制，满足时所关心的事件更常发生。区域在一半路径上搜索，在另一半上评估。" },
  happens: { en: "{conditions} happens in {share} of futures.", zh: "{conditions} 在 {share} 的情形中发生。" },
  nothing: { en: "No corner was found ({outcome}).", zh: "未找到区域（{outcome}）。" },
  and: { en: " and ", zh: " 且 " },
  heading: { en: "Corner {number}: limits on {count} inputs", zh: "区域 {number}：对 {count} 项输入的限制" },
  reading: { en: "{coverage} of all cases lie in it, in {mass} of futures; there it happens in {density}.", zh: "该区域占 {mass} 的情形，包含全部发生情形的 {coverage}；区域内的发生比例为 {density}。" },
  inside: { en: "inside", zh: "区域内" },
  outside: { en: "cut off", zh: "区域外" },
  axis: { en: "percentile of the input", zh: "输入的百分位" },
  above: { en: "above {low}", zh: "高于 {low}" },
  below: { en: "below {high}", zh: "低于 {high}" },
  between: { en: "{low} to {high}", zh: "{low} 至 {high}" },
  without: { en: "without this limit", zh: "去掉该限制后" },
  input: { en: "Input", zh: "输入" },
  from: { en: "From", zh: "下限" },
  to: { en: "To", zh: "上限" },
  trajectory: { en: "Corner {number}: how it came about", zh: "区域 {number}：搜索过程" },
  trajectoryReading: { en: "Each point is a step that cuts a little off; right is more of all cases, up is more often. The chosen step has {coverage} of the cases at {density}; it was made simpler afterwards.", zh: "每个点为一次削减；越靠右包含的发生情形越多，越靠上发生比例越高。选定步包含 {coverage} 的发生情形，发生比例 {density}；其后再作简化。" },
  coverage: { en: "share of all cases, %", zh: "占全部发生情形，%" },
  density: { en: "happens in, %", zh: "发生比例，%" },
  step: { en: "step", zh: "步" },
  chosen: { en: "chosen step", zh: "选定步" },
  limited: { en: "inputs limited", zh: "受限输入数" },
};

function limitText(page, { low, high }) {
  const said = { low: shortNumber(low), high: shortNumber(high) };
  if (low === null) return page.say(WORDS.below, said);
  return page.say(high === null ? WORDS.above : WORDS.between, said);
}

function describeBox(page, box, number, colour) {
  const rows = box.restrictions.map((limit) => {
    const [from, to] = [100 * limit.share_below, 100 * (1 - limit.share_above)];
    const cut = [[0, from], [to, 100]].filter(([low, high]) => high > low).map(([low, high]) => ({ from: low, to: high, color: colour.muted, opacity: 0.25 }));
    return { title: limit.input, limit, bars: [...cut, { from, to, color: colour.accent, opacity: 0.8 }] };
  });
  const content = ({ limit }) => ({ title: `${limit.input}: ${limit.meaning}`, rows: [[limit.unit === "1" ? "" : limit.unit, limitText(page, limit)], [page.say(WORDS.without), page.percent(limit.density_without.value, 1)]] });
  const share = (title) => ({ title, numeric: true, display: shareDisplay(1) });
  const percent = (estimate) => `${page.percent(estimate.value, 1)} ± ${page.percent(estimate.se, 1)}`;
  return {
    heading: page.say(WORDS.heading, { number, count: rows.length }),
    reading: `${page.say(WORDS.reading, { coverage: percent(box.coverage), mass: page.percent(box.mass.value), density: percent(box.density) })} ${box.restrictions.map((limit) => `${limit.input} ${limitText(page, limit)}`).join("; ")}.`,
    legend: [{ label: page.say(WORDS.inside), color: colour.accent, opacity: 0.8 }, { label: page.say(WORDS.outside), color: colour.muted, opacity: 0.25 }],
    axisTitle: page.say(WORDS.axis),
    height: rowsHeight(rows.length),
    option: rowsOption({ colour, rows, content, axis: { min: 0, max: 100 } }),
    data: {
      columns: [{ title: page.say(WORDS.input), head: true }, { title: page.say(COMMON.unit) }, { title: page.say(WORDS.from), numeric: true }, { title: page.say(WORDS.to), numeric: true }, share(`${page.say(WORDS.axis)}: ${page.say(WORDS.from)}`), share(`${page.say(WORDS.axis)}: ${page.say(WORDS.to)}`), share(page.say(WORDS.without))],
      rows: box.restrictions.map((limit) => [limit.input, limit.unit, limit.low, limit.high, limit.share_below, 1 - limit.share_above, limit.density_without.value]),
    },
  };
}

function describeTrajectory(page, box, number, colour) {
  const steps = box.trajectory.map((step, i) => ({ ...step, i })).filter(({ coverage, density }) => coverage !== null && density !== null);
  const isChosen = ({ i }) => i === box.chosen_step;
  const points = steps.map((step) => ({ step, x: 100 * step.coverage, y: 100 * step.density, yError: isChosen(step) ? 196 * step.density_se : 0, color: isChosen(step) ? colour.accent : colour.muted, kind: isChosen(step) ? "dot" : "small" }));
  const chosen = steps.find(isChosen) ?? steps[0];
  const content = ({ step }) => ({
    title: `${page.say(WORDS.step)} ${step.i}`,
    rows: [[page.say(WORDS.limited), String(step.inputs_limited)], [page.say(WORDS.coverage), page.percent(step.coverage, 1)], [page.say(WORDS.density), `${page.percent(step.density, 1)} ± ${page.percent(step.density_se, 1)}`]],
  });
  const share = (title) => ({ title: title.replace(/[,，] ?%$/, ""), numeric: true, display: shareDisplay(1) });
  return {
    heading: page.say(WORDS.trajectory, { number }),
    reading: page.say(WORDS.trajectoryReading, { coverage: page.percent(chosen.coverage), density: page.percent(chosen.density) }),
    legend: [{ label: page.say(WORDS.chosen), color: colour.accent, kind: "dot" }, { label: page.say(WORDS.step), color: colour.muted, kind: "dot" }],
    axisTitle: page.say(WORDS.density),
    option: pointsOption({ colour, points, xName: page.say(WORDS.coverage), content }),
    data: {
      columns: [{ title: page.say(WORDS.step), head: true, numeric: true }, { title: page.say(WORDS.limited), numeric: true }, share(page.say(WORDS.coverage)), share(page.say(WORDS.density)), share("±")],
      rows: steps.map(({ i, inputs_limited: limited, coverage, density, density_se: error }) => [i, limited, coverage, density, error]),
    },
  };
}

export const discover = analysisSection({
  id: "discover",
  kind: "discover",
  title: WORDS.title,
  lead: WORDS.lead,
  build(page, analysis) {
    const conditions = analysis.conditions.map(({ text }) => text).join(page.say(WORDS.and));
    const share = `${page.percent(analysis.share.value, 1)} ± ${page.percent(analysis.share.se, 1)}`;
    const happens = analysis.share.value === null ? [] : [el("p", null, page.say(WORDS.happens, { conditions, share }))];
    const charts = analysis.boxes.map((box, i) => el("div", { class: "pair" },
      figure(page, (colour) => describeBox(page, box, i + 1, colour), { name: `corner-${i + 1}` }),
      figure(page, (colour) => describeTrajectory(page, box, i + 1, colour), { name: `trajectory-${i + 1}` })));
    const nothing = charts.length === 0 ? [el("p", null, page.say(WORDS.nothing, { outcome: analysis.outcome }))] : [];
    return [factsLine(page, analysis), ...happens, ...nothing, ...charts];
  },
});
