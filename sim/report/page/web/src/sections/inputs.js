import { shortNumber } from "../data/numbers.js";
import { densityDrawing } from "../charts/density.js";
import { downloadCsv } from "../page/download.js";
import { labelled } from "../page/controls.js";
import { el } from "../page/dom.js";
import { table } from "../page/table.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "Every input", zh: "全部输入" },
  lead: { en: "All that was assumed: {count} inputs, {uncertain} of them uncertain. The drawing shows where an uncertain input lies, from P1 to P99.", zh: "全部假设：{count} 项输入，其中 {uncertain} 项不确定。小图展示不确定输入在 P1 至 P99 之间的分布。" },
  find: { en: "Find", zh: "查找" },
  input: { en: "Input", zh: "输入" },
  value: { en: "Value", zh: "取值" },
  shape: { en: "Distribution", zh: "分布" },
  source: { en: "Source", zh: "来源" },
  setAt: { en: "Set at", zh: "设置位置" },
  meaning: { en: "Meaning", zh: "含义" },
  noSource: { en: "none given", zh: "未注明" },
  csv: { en: "CSV", zh: "CSV" },
  csvTitle: { en: "Save all inputs", zh: "保存全部输入" },
  settings: { en: "Settings", zh: "设置" },
  fixed: { en: "one value", zh: "固定值" },
  spread: { en: "{low} to {high}", zh: "{low} 至 {high}" },
};

/** A calendar year has no comma. */
function inputNumber(input, value) {
  return input.unit === "year" ? String(value) : shortNumber(value);
}

function spreadOf(page, input) {
  if (!input.quantiles) return null;
  return page.say(WORDS.spread, { low: inputNumber(input, input.quantiles[5]), high: inputNumber(input, input.quantiles[95]) });
}

function columns(page) {
  const name = (key, row) => el("span", null, el("span", { class: "meaning" }, page.say(row[7].meaning)), el("code", null, key));
  const drawing = (quantiles) => (quantiles ? densityDrawing(quantiles) : el("span", { class: "small" }, page.say(WORDS.fixed)));
  return [
    { title: page.say(WORDS.input), head: true, draw: name },
    { title: page.say(WORDS.shape), draw: (mean, row) => drawing(row[7].quantiles) },
    { title: page.say(COMMON.mean), numeric: true, draw: (mean, row) => inputNumber(row[7], mean) },
    { title: "P5–P95", draw: (value) => value ?? "" },
    { title: page.say(COMMON.unit) },
    { title: page.say(WORDS.value), class: "value", draw: (value) => el("code", null, value) },
    { title: page.say(WORDS.source), draw: (source) => source || el("span", { class: "small" }, page.say(WORDS.noSource)) },
  ];
}

/** The last entry of a row is the input itself, for cells that show more than one of its members. */
function rowOf(page, input) {
  return [input.key, input.quantiles ? 1 : 0, input.mean, spreadOf(page, input), input.unit, input.value, input.source, input];
}

function csvData(page, inputs) {
  const at = (input, percentage) => input.quantiles?.[percentage] ?? null;
  const title = (words) => ({ title: page.say(words) });
  return {
    columns: [title(WORDS.input), title(WORDS.meaning), title(COMMON.unit), title(WORDS.value), title(COMMON.mean), { title: "P5" }, { title: "P50" }, { title: "P95" }, title(WORDS.source), title(WORDS.setAt)],
    rows: inputs.map((input) => [input.key, page.say(input.meaning), input.unit, input.value, input.mean, at(input, 5), at(input, 50), at(input, 95), input.source, input.set_at]),
  };
}

function matches(page, input, wanted) {
  const text = [input.key, page.say(input.meaning), input.unit, input.value, input.source].join(" ").toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function settingsTable(page) {
  return table(page, {
    caption: page.say(WORDS.settings),
    columns: [{ title: page.say(WORDS.input), head: true, class: "key" }, { title: page.say(WORDS.meaning) }, { title: page.say(WORDS.value) }, { title: page.say(WORDS.setAt) }],
    rows: page.run.settings.map((setting) => [setting.key, page.say(setting.meaning), setting.value, setting.set_at]),
  });
}

export const inputs = {
  id: "inputs",
  title: WORDS.title,
  shows: ({ run }) => run.inputs.length > 0,
  build(page, element) {
    const all = page.run.inputs;
    const holder = el("div", { class: "inputs" });
    const show = (wanted) => {
      const rows = all.filter((input) => matches(page, input, wanted)).map((input) => rowOf(page, input));
      holder.replaceChildren(table(page, { caption: page.say(WORDS.title), columns: columns(page), rows }));
    };
    const find = el("input", { type: "search", oninput: () => show(find.value) });
    const save = el("button", { type: "button", "aria-label": page.say(WORDS.csvTitle), onclick: () => downloadCsv("inputs", csvData(page, all)) }, page.say(WORDS.csv));
    show("");
    const facts = { count: all.length, uncertain: all.filter(({ quantiles }) => quantiles).length };
    element.append(
      el("p", null, page.say(WORDS.lead, facts)),
      el("div", { class: "controls" }, labelled(page.say(WORDS.find), find), save),
      holder,
      el("details", null, el("summary", null, page.say(WORDS.settings)), settingsTable(page)),
    );
  },
};
