import { plainNumber, plainRange } from "../data/numbers.js";
import { el } from "../page/dom.js";
import { table } from "../page/table.js";
import { COMMON } from "../page/words.js";
import { fiveNumbers } from "./answer.js";

const WORDS = {
  title: { en: "How it was computed", zh: "计算方法" },
  lead: { en: "Every path draws all uncertain inputs, simulates every quarter in every province, and gives one possible future. What is shown are distributions over these futures. The same scenario, seed and number of paths give the same numbers to the last digit on any number of threads.", zh: "每条路径抽取全部不确定输入，逐季度、逐省份模拟，得到一种可能情形；所示结果为这些情形上的分布。同一情景、种子与路径数在任意线程数下给出完全相同的数值。" },
  scenario: { en: "Scenario", zh: "情景" },
  paths: { en: "Paths", zh: "路径数" },
  seed: { en: "Seed", zh: "随机种子" },
  sampler: { en: "Sampler", zh: "抽样方法" },
  version: { en: "Version", zh: "版本" },
  scenarioDigest: { en: "Digest of the scenario", zh: "情景摘要" },
  resultsDigest: { en: "Digest of the results", zh: "结果摘要" },
  errors: { en: "Errors", zh: "误差" },
  errorsText: { en: "“±” is the standard error of a mean: what another seed would change. Intervals of quantiles are 95 % confidence intervals from order statistics. They say how exactly the simulation was computed, not how sure the inputs are.", zh: "“±”为均值的标准误差，即更换种子可能带来的变化；分位数的区间为基于次序统计量的 95% 置信区间。它们表示模拟计算的精度，不代表输入的可靠程度。" },
  digits: { en: "Digits", zh: "有效数字" },
  digitsText: { en: "This page holds seven significant digits of each number; the files in the folders of results hold all.", zh: "本页面保留七位有效数字，各结果文件夹中的文件保留全部数字。" },
  again: { en: "To compute it again", zh: "重新计算" },
  exactness: { en: "How exactly the five numbers were computed", zh: "五个数字的计算精度" },
  charts: { en: "Charts", zh: "图表" },
  analyses: { en: "The analyses", zh: "各项分析" },
  analysis: { en: "Analysis", zh: "分析" },
  folder: { en: "Folder", zh: "文件夹" },
};

/** What planners call the analyses. */
const KINDS = {
  backtest: { en: "backtest", zh: "回测" },
  sensitivity: { en: "sensitivity", zh: "敏感性" },
  compare: { en: "comparison", zh: "情景对比" },
  sweep: { en: "sweep", zh: "参数扫描" },
  value: { en: "value of information", zh: "信息价值" },
  discover: { en: "scenario discovery", zh: "情景发现" },
  optimise: { en: "optimisation", zh: "优化" },
};

const SAMPLERS = {
  mc: { en: "independent draws (mc)", zh: "独立随机抽样（mc）" },
  lhs: { en: "Latin hypercubes (lhs)", zh: "拉丁超立方（lhs）" },
  sobol: { en: "scrambled Sobol points (sobol)", zh: "加扰 Sobol 序列（sobol）" },
  central: { en: "one path, every input at its mean", zh: "单一路径，全部输入取均值" },
};

/** Mean with its standard error, quantiles with their confidence intervals. */
function errorsTable(page) {
  const rows = fiveNumbers(page.run).map((metric) => {
    const display = page.display(metric);
    const distribution = metric.at(page.run.country, metric.lastPeriod);
    const share = distribution.mean === 0 ? 0 : distribution.standardError / Math.abs(distribution.mean);
    const error = `${plainNumber(distribution.mean, display)} ± ${page.percent(share, 2)}`;
    const interval = (probability) => {
      const ends = distribution.interval(probability);
      if (!ends) return plainNumber(distribution.quantile(probability), display);
      const { low, high } = plainRange(...ends, display);
      return `${plainNumber(distribution.quantile(probability), display)} (${low} – ${high})`;
    };
    return [page.metricTitle(metric), page.unitTitle(metric), error, interval(0.05), interval(0.5), interval(0.95)];
  });
  const columns = [{ title: page.say(COMMON.figure), head: true }, { title: page.say(COMMON.unit) }, { title: page.say(COMMON.mean), numeric: true }];
  const quantiles = ["P5", "P50", "P95"].map((title) => ({ title, numeric: true }));
  return [el("h3", null, page.say(WORDS.exactness)), table(page, { caption: page.say(WORDS.exactness), columns: [...columns, ...quantiles], rows })];
}

/** Where each analysis came from, and how it was drawn. */
function analysesTable(page) {
  if (page.analyses.length === 0) return [];
  const scenarios = (analysis) => analysis.scenario ?? analysis.options.map(({ scenario }) => scenario).filter(Boolean).join(", ");
  const heads = [WORDS.analysis, WORDS.folder, WORDS.scenario, WORDS.paths, WORDS.seed, WORDS.sampler, WORDS.version];
  const columns = heads.map((words, i) => ({ title: page.say(words), head: i === 0, numeric: words === WORDS.paths || words === WORDS.seed }));
  const rows = page.analyses.map((analysis) => [page.say(KINDS[analysis.kind]), analysis.folder, scenarios(analysis), analysis.paths, analysis.seed, analysis.sampler, analysis.version]);
  return [el("h3", null, page.say(WORDS.analyses)), table(page, { caption: page.say(WORDS.analyses), columns, rows })];
}

/** What the run was made of. */
function runFacts(page) {
  const { made } = page.run;
  const code = (text) => el("code", null, String(text));
  return [
    [WORDS.scenario, code(made.scenario)],
    [WORDS.paths, made.paths.toLocaleString("en-US")],
    [WORDS.seed, String(made.seed)],
    [WORDS.sampler, page.say(SAMPLERS[made.sampler])],
    [WORDS.version, `Groundwork ${made.version}`],
    [WORDS.scenarioDigest, code(made.scenario_digest)],
    [WORDS.resultsDigest, code(made.results_digest)],
    [WORDS.again, code("groundwork run scenario.toml")],
  ];
}

export const method = {
  id: "method",
  title: WORDS.title,
  shows: () => true,
  build(page, element) {
    const facts = [
      ...(page.run ? runFacts(page) : []),
      [WORDS.errors, page.say(WORDS.errorsText)],
      [WORDS.digits, page.say(WORDS.digitsText)],
      [WORDS.charts, "Apache ECharts, Apache License 2.0"],
    ];
    const list = el("dl", null, facts.flatMap(([term, text]) => [el("dt", null, page.say(term)), el("dd", null, text)]));
    const errors = page.run && !page.run.isCentral ? errorsTable(page) : [];
    element.append(el("p", null, page.say(WORDS.lead)), list, ...errors, ...analysesTable(page));
  },
};
