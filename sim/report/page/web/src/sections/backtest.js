import { rowsHeight, rowsOption } from "../charts/rows.js";
import { plainRange } from "../data/numbers.js";
import { analysisSection, factsLine } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { table } from "../page/table.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "Held against what was published", zh: "回测：与公开数据对照" },
  lead: { en: "Every published figure in the distribution that was simulated for it. All are on one scale, simulated over published, so that the published value is at 1. Were the ranges right, about one figure in ten would lie outside.", zh: "将每个公开数据放入其模拟分布中对照。横轴统一为“模拟值 ÷ 公开值”，公开值位于 1 处。若模拟范围恰当，约有十分之一的数据会落在范围之外。" },
  hindsight: { en: "Observed after the scenario's time", zh: "情景时点之后观察到的数据" },
  known: { en: "Known then, but no input was set to it", zh: "当时已知、但未用于设定输入的数据" },
  calibrated: { en: "Inputs were set to it, so it says little", zh: "输入据此设定的数据（说服力有限）" },
  heading: { en: "{evidence}: {outside} of {compared} outside", zh: "{evidence}：{compared} 项中 {outside} 项在范围外" },
  reading: { en: "{inside} of {compared} lie between P5 and P95. Farthest off: {figure} ({id}), published {published}, simulated {median} ({low} to {high}).", zh: "{compared} 项中 {inside} 项介于 P5 与 P95 之间。偏离最大：{figure}（{id}），公开值 {published}，模拟中位数 {median}（{low} 至 {high}）。" },
  inside: { en: "published, inside", zh: "公开值，在范围内" },
  outside: { en: "published, outside", zh: "公开值，在范围外" },
  bound: { en: "An arrow: published as a bound, “more than” or “less than”.", zh: "箭头：公开值为界限（“超过”或“不足”）。" },
  axis: { en: "simulated / published", zh: "模拟值 ÷ 公开值" },
  published: { en: "published", zh: "公开值" },
  beyond: { en: "The bar ends at {cap} times what was published; its numbers are in the table.", zh: "超过公开值 {cap} 倍的部分未画出，数值见表格。" },
  source: { en: "Source", zh: "来源编号" },
  from: { en: "Published in", zh: "出处" },
  when: { en: "When", zh: "时间" },
  percentile: { en: "Percentile, %", zh: "百分位，%" },
  verdict: { en: "Verdict", zh: "结论" },
  forecast: { en: "plan or forecast", zh: "规划或预测" },
  contradictions: { en: "Sources that contradict each other", zh: "相互矛盾的来源" },
  contradiction: { en: "{figure}: {values}", zh: "{figure}：{values}" },
  notCompared: { en: "Not compared: {count} figures, and why", zh: "未对照的 {count} 项数据及原因" },
  what: { en: "What", zh: "内容" },
  why: { en: "Why not", zh: "原因" },
};

const VERDICTS = {
  inside: { en: "inside", zh: "范围内" },
  above: { en: "above P95", zh: "高于 P95" },
  below: { en: "below P5", zh: "低于 P5" },
  constant: { en: "one value only", zh: "仅有一个值" },
  undefined: { en: "no value", zh: "无值" },
};
const EVIDENCE = ["hindsight", "known", "calibrated"];
/** Bars end there: some figure that is off by far would make all others too small to read. */
const CAP = 3;

const hasScale = (entry) => entry.standing === "compared" && entry.value > 0 && entry.p50 !== null && entry.p05 !== undefined;
const isInside = (entry) => entry.verdict === "inside";
const ratio = (entry, value) => Math.min(value / entry.value, CAP);
/** How far the published value is from the median, whichever is larger. */
const distance = (entry) => Math.abs(Math.log(Math.max(entry.p50, 1e-9) / entry.value));

const publishedText = (page, entry) => {
  const sign = { above: "> ", "at least": "≥ ", below: "< ", "at most": "≤ " }[entry.bound] ?? "";
  return sign + page.withUnit(entry.value, answerMetric(page, entry));
};
const answerMetric = (page, entry) => ({ unit: entry.simulated_unit, display: entry.display });
const title = (page, entry) => page.say(entry.title).replace(/^./, (letter) => letter.toUpperCase());

function rowOf(page, colour, entry) {
  const color = isInside(entry) ? colour.accent : colour.limit;
  const side = { above: "right", "at least": "right", below: "left", "at most": "left" }[entry.bound];
  const marks = [{ at: ratio(entry, entry.p50), kind: "tick", color: colour.ink }, { at: 1, kind: isInside(entry) ? "dot" : "diamond", color }];
  if (side) marks.push({ at: 1, kind: side, color });
  return { title: `${entry.id} ${title(page, entry)}`, entry, bars: [{ from: ratio(entry, entry.p05), to: ratio(entry, entry.p95), color: colour.money, opacity: 0.45 }], marks };
}

function tip(page, entry) {
  const metric = answerMetric(page, entry);
  const { low, high } = plainRange(entry.p05, entry.p95, page.display(metric));
  const rows = [[page.say(WORDS.published), publishedText(page, entry)], [page.say(COMMON.median), page.withUnit(entry.p50, metric)], ["P5–P95", `${low} – ${high}`], [page.say(WORDS.verdict), page.say(VERDICTS[entry.verdict])]];
  if (entry.forecast) rows.push(["", page.say(WORDS.forecast)]);
  return { title: `${entry.id} ${title(page, entry)} (${entry.when})`, rows };
}

function comparedData(page, entries) {
  const number = (name) => ({ title: name, numeric: true });
  return {
    columns: [{ title: page.say(WORDS.source), head: true }, { title: page.say(COMMON.figure) }, { title: page.say(WORDS.when) }, { title: page.say(COMMON.unit) }, number(page.say(WORDS.published)), number("P5"), number("P50"), number("P95"), number(page.say(WORDS.percentile)), { title: page.say(WORDS.verdict) }, { title: page.say(WORDS.from) }],
    rows: entries.map((entry) => [entry.id, title(page, entry), entry.when, entry.simulated_unit, entry.value, entry.p05, entry.p50, entry.p95, entry.percentile, page.say(VERDICTS[entry.verdict]), entry.from]),
  };
}

function describe(page, entries, evidence, colour) {
  const inside = entries.filter(isInside).length;
  const farthest = entries.reduce((one, other) => (distance(other) > distance(one) ? other : one));
  const metric = answerMetric(page, farthest);
  const { low, high } = plainRange(farthest.p05, farthest.p95, page.display(metric));
  const said = { inside, compared: entries.length, figure: title(page, farthest), id: farthest.id, published: publishedText(page, farthest), median: page.withUnit(farthest.p50, metric), low, high };
  const isCut = entries.some((entry) => entry.p95 / entry.value > CAP);
  return {
    heading: page.say(WORDS.heading, { evidence: page.say(WORDS[evidence]), outside: entries.length - inside, compared: entries.length }),
    reading: `${page.say(WORDS.reading, said)}${isCut ? ` ${page.say(WORDS.beyond, { cap: CAP })}` : ""}`,
    legend: [
      { label: page.say(COMMON.most), color: colour.money, opacity: 0.45 },
      { label: page.say(COMMON.median), color: colour.ink, kind: "tick" },
      { label: page.say(WORDS.inside), color: colour.accent, kind: "dot" },
      { label: page.say(WORDS.outside), color: colour.limit, kind: "diamond" },
    ],
    axisTitle: page.say(WORDS.axis),
    height: rowsHeight(entries.length),
    option: rowsOption({ colour, rows: entries.map((entry) => rowOf(page, colour, entry)), lines: [{ at: 1, label: page.say(WORDS.published), color: colour.muted }], content: ({ entry }) => tip(page, entry) }),
    data: comparedData(page, entries),
  };
}

function contradictionList(page, analysis) {
  if (analysis.contradictions.length === 0) return [];
  const entryOf = (id) => analysis.figures.find((entry) => entry.id === id);
  const line = ({ ids }) => {
    const values = ids.map((id) => `${publishedText(page, entryOf(id))} (${id})`).join(page.language === "zh" ? "；" : "; ");
    return el("li", null, page.say(WORDS.contradiction, { figure: title(page, entryOf(ids[0])), values }));
  };
  return [el("h3", null, page.say(WORDS.contradictions)), el("ul", null, analysis.contradictions.map(line))];
}

function notCompared(page, analysis) {
  const rest = analysis.figures.filter((entry) => !hasScale(entry));
  const heading = page.say(WORDS.notCompared, { count: rest.length });
  const columns = [{ title: page.say(WORDS.source), head: true }, { title: page.say(WORDS.what) }, { title: page.say(WORDS.when) }, { title: page.say(WORDS.published) }, { title: page.say(COMMON.unit) }, { title: page.say(WORDS.why) }];
  const reason = (entry) => (page.language === "zh" && entry.reason_zh) || entry.reason;
  const why = (entry) => reason(entry) ?? (VERDICTS[entry.verdict] ? page.say(VERDICTS[entry.verdict]) : entry.standing);
  const rows = rest.map((entry) => [entry.id, `${entry.what}, ${entry.scope}`, entry.when, entry.published, entry.unit, why(entry)]);
  return rest.length === 0 ? [] : [el("details", null, el("summary", null, heading), table(page, { caption: heading, columns, rows }))];
}

export const backtest = analysisSection({
  id: "backtest",
  kind: "backtest",
  title: WORDS.title,
  lead: WORDS.lead,
  build(page, analysis) {
    const groups = EVIDENCE.map((evidence) => [evidence, analysis.figures.filter((entry) => entry.evidence === evidence && hasScale(entry))]).filter(([, entries]) => entries.length > 0);
    const charts = groups.map(([evidence, entries]) => figure(page, (colour) => describe(page, entries, evidence, colour), { name: `backtest-${evidence}` }));
    return [factsLine(page, analysis), el("p", { class: "small" }, page.say(WORDS.bound)), el("div", { class: "stack" }, charts), ...contradictionList(page, analysis), ...notCompared(page, analysis)];
  },
});
