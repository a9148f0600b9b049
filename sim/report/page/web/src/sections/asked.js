import { el } from "../page/dom.js";
import { table } from "../page/table.js";

const WORDS = {
  title: { en: "What was asked", zh: "问题" },
  horizon: { en: "{first} to {last}, {provinces} provinces, {paths} possible futures, {inputs} inputs of which {uncertain} are uncertain.", zh: "{first} 至 {last} 年，{provinces} 个省份，{paths} 种可能情形，{inputs} 项输入，其中 {uncertain} 项不确定。" },
  one: { en: "{first} to {last}, {provinces} provinces. One path with every input at its mean: no uncertainty is shown.", zh: "{first} 至 {last} 年，{provinces} 个省份。仅一条路径，所有输入取均值：不显示不确定性。" },
  base: { en: "It stands by itself: it changes no other scenario.", zh: "本情景独立，未修改其他情景。" },
  set: { en: "It is {base}, with these changes from the command line ({count}):", zh: "本情景为 {base}，并在命令行中修改了 {count} 项输入：" },
  baseName: { en: "{title} ({file})", zh: "{title}（{file}）" },
  same: { en: "It is based on {base} and changes no input.", zh: "本情景基于 {base}，未修改任何输入。" },
  changes: { en: "It is based on {base}, with these changes ({count}):", zh: "本情景基于 {base}，修改了 {count} 项输入：" },
  input: { en: "Input", zh: "输入" },
  meaning: { en: "Meaning", zh: "含义" },
  before: { en: "There", zh: "基准" },
  here: { en: "Here", zh: "本情景" },
  unit: { en: "Unit", zh: "单位" },
  notSet: { en: "not set", zh: "未设置" },
  partial: { en: "The run was ended before all {asked} paths were done; what follows rests on {paths}.", zh: "运行在完成全部 {asked} 条路径前结束；以下结果基于 {paths} 条路径。" },
};

function changesTable(page, changes) {
  const meanings = new Map([...page.run.inputs, ...page.run.settings].map((input) => [input.key, page.say(input.meaning)]));
  const value = (text) => text || page.say(WORDS.notSet);
  return table(page, {
    caption: page.say(WORDS.title),
    columns: [
      { title: page.say(WORDS.input), head: true, class: "key" },
      { title: page.say(WORDS.meaning) },
      { title: page.say(WORDS.before) },
      { title: page.say(WORDS.here) },
      { title: page.say(WORDS.unit) },
    ],
    rows: changes.inputs.map((input) => [input.key, meanings.get(input.key) ?? "", value(input.base), value(input.here), input.unit]),
  });
}

function baseElements(page) {
  const { changes } = page.run;
  const isItself = changes?.base === page.run.made.scenario;
  if (!changes || (isItself && changes.inputs.length === 0)) return [el("p", null, page.say(WORDS.base))];
  const base = page.say(WORDS.baseName, { title: page.say(changes.title) || changes.base, file: changes.base });
  if (changes.inputs.length === 0) return [el("p", null, page.say(WORDS.same, { base }))];
  return [el("p", null, page.say(isItself ? WORDS.set : WORDS.changes, { base, count: changes.inputs.length })), changesTable(page, changes)];
}

export const asked = {
  id: "asked",
  title: WORDS.title,
  shows: () => true,
  build(page, element) {
    const { run } = page;
    const years = run.years;
    const count = (number) => number.toLocaleString("en-US");
    const facts = {
      first: years[0],
      last: years[years.length - 1],
      provinces: run.scopesOf("province").length,
      paths: count(run.made.paths),
      asked: count(run.made.paths_asked),
      inputs: run.inputs.length,
      uncertain: run.inputs.filter((input) => input.quantiles).length,
    };
    const description = page.say(run.description);
    if (description) element.append(el("p", { class: "lead" }, description));
    element.append(el("p", null, page.say(run.isCentral ? WORDS.one : WORDS.horizon, facts)), ...baseElements(page));
    if (run.made.ending !== "complete") element.append(el("p", { class: "warning" }, page.say(WORDS.partial, facts)));
  },
};
