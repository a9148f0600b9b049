import { rowsHeight, rowsOption } from "../charts/rows.js";
import { analysisSection, factsLine, figureTitle, numberColumn, optionTitle, shareDisplay } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { table } from "../page/table.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "What it is worth to know more", zh: "信息的价值" },
  lead: { en: "Knowing an input before choosing is worth what better choices gain on average. No study is worth more than knowing everything.", zh: "在选择之前了解某项输入的价值，等于由此改进选择的平均收益；任何研究的价值都不会超过“全部已知”。" },
  choose: { en: "By {figure}, choose {chosen}: {lead} better on average than {next}. With hindsight it would still be the choice in {share} of futures.", zh: "按{figure}应选择 {chosen}：平均比 {next} 好 {lead}；事后看，{share} 的情形下仍会选择它。" },
  heading: { en: "{figure}: worth of knowing one input first", zh: "{figure}：事先了解单项输入的价值" },
  reading: { en: "Knowing everything is worth {all}. Knowing {input} alone is worth {worth}, {share} of that.", zh: "全部已知的价值为 {all}；仅了解 {input} 的价值为 {worth}，占其 {share}。" },
  nothing: { en: "Knowing everything is worth {all}. No input alone is worth anything that can be told from nothing.", zh: "全部已知的价值为 {all}；单独了解任何一项输入的价值均无法与零区分。" },
  everything: { en: "everything", zh: "全部已知" },
  worth: { en: "worth", zh: "价值" },
  interval: { en: "95 % confidence", zh: "95% 置信区间" },
  input: { en: "Input", zh: "输入" },
  part: { en: "of everything", zh: "占全部已知" },
  changes: { en: "changes the choice", zh: "改变选择" },
  options: { en: "The options", zh: "备选情景" },
  option: { en: "Scenario", zh: "情景" },
  best: { en: "Best, %", zh: "最优，%" },
  loss: { en: "expected loss", zh: "期望损失" },
};

const SHOWN = 12;

function describe(page, analysis, colour) {
  const { divisor } = page.display(analysis);
  const factors = [...analysis.factors].sort((one, other) => other.value.value - one.value.value);
  const row = (title, worth, color, factor) => ({
    title,
    worth,
    factor,
    bars: [{ from: 0, to: worth.value / divisor, color, opacity: 0.75 }],
    whiskers: [{ from: worth.low / divisor, to: worth.high / divisor, color: colour.ink }],
  });
  const known = factors.filter(({ value }) => value.value > 0).slice(0, SHOWN);
  const rows = [row(page.say(WORDS.everything), analysis.perfect_information, colour.accent), ...known.map((factor) => row(factor.factor, factor.value, colour.money, factor))];
  const percent = (estimate) => `${page.percent(estimate.value, 1)} ± ${page.percent(estimate.se, 1)}`;
  const content = ({ title, worth, factor }) => ({
    title,
    rows: [[page.say(WORDS.worth), page.withError(worth.value, worth.se, analysis)], ...(factor ? [[page.say(WORDS.part), percent(factor.share)], [page.say(WORDS.changes), percent(factor.changes)]] : [])],
  });
  const [first] = known;
  const all = page.withUnit(analysis.perfect_information.value, analysis);
  const column = (title) => numberColumn(page, title, analysis);
  const share = (title) => ({ title, numeric: true, display: shareDisplay(1) });
  return {
    heading: page.say(WORDS.heading, { figure: figureTitle(page, analysis) }),
    reading: first ? page.say(WORDS.reading, { all, input: first.factor, worth: page.withUnit(first.value.value, analysis), share: page.percent(first.share.value) }) : page.say(WORDS.nothing, { all }),
    legend: [{ label: page.say(WORDS.everything), color: colour.accent, opacity: 0.75 }, { label: page.say(WORDS.input), color: colour.money, opacity: 0.75 }, { label: page.say(WORDS.interval), color: colour.ink, kind: "line" }],
    axisTitle: page.unitTitle(analysis),
    height: rowsHeight(rows.length),
    option: rowsOption({ colour, rows, content, axis: { scale: false } }),
    data: {
      columns: [{ title: page.say(WORDS.input), head: true }, column(page.say(WORDS.worth)), column("±"), share(page.say(WORDS.part)), share("±"), share(page.say(WORDS.changes))],
      rows: factors.map(({ factor, value, share: part, changes }) => [factor, value.value, value.se, part.value, part.se, changes.value]),
    },
  };
}

function optionsTable(page, analysis) {
  const columns = [{ title: page.say(WORDS.option), head: true }, ...[page.say(COMMON.mean), page.say(WORDS.best), page.say(WORDS.loss)].map((title) => ({ title, numeric: true }))];
  const amount = ({ value, se }) => page.withError(value, se, analysis);
  const rows = analysis.options.map((option) => [page.scenarioTitle(option), amount(option.mean), page.percent(option.p_best.value, 1), amount(option.expected_loss)]);
  return [el("h3", null, page.say(WORDS.options)), table(page, { caption: page.say(WORDS.options), columns, rows })];
}

export const value = analysisSection({
  id: "value",
  kind: "value",
  title: WORDS.title,
  lead: WORDS.lead,
  build(page, analysis) {
    const said = { figure: figureTitle(page, analysis), chosen: optionTitle(page, analysis, analysis.chosen), next: optionTitle(page, analysis, analysis.runner_up), lead: page.withError(Math.abs(analysis.lead.value), analysis.lead.se, analysis), share: page.percent(1 - analysis.changes.value) };
    const facts = factsLine(page, analysis, page.scenarioTitles(analysis.options));
    return [facts, el("p", null, page.say(WORDS.choose, said)), figure(page, (colour) => describe(page, analysis, colour), { name: "value-of-information" }), ...optionsTable(page, analysis)];
  },
});
