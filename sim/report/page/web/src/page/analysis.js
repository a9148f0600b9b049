import { COUNTRY } from "../subject/outline.js";
import { el } from "./dom.js";
import { select, labelled } from "./controls.js";
import { COMMON, periodTitle } from "./words.js";

const WORDS = {
  facts: { en: "{title}: {paths} paths, seed {seed}, {sampler}; folder {folder}", zh: "{title}：{paths} 条路径，种子 {seed}，{sampler}；文件夹 {folder}" },
  plain: { en: "{title}; folder {folder}", zh: "{title}；文件夹 {folder}" },
  separator: { en: ", ", zh: "，" },
};

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Total cost of ownership", "Stations on air, Guangdong, 2025". */
export function figureTitle(page, figure) {
  const parts = [upper(page.say(figure.title))];
  if (figure.scope !== COUNTRY) parts.push(page.run?.scope(figure.scope) ? page.placeTitle(figure.scope) : page.say(figure.place));
  if (figure.period !== "total") parts.push(periodTitle(page, figure.period));
  return parts.join(page.say(WORDS.separator));
}

/** What was analysed, and how it was drawn. */
export function factsLine(page, analysis, title = page.scenarioTitle(analysis)) {
  const { paths, seed, sampler, folder } = analysis;
  const words = paths === undefined ? WORDS.plain : WORDS.facts;
  return el("p", { class: "small" }, page.say(words, { title, seed, sampler, folder, paths: paths?.toLocaleString("en-US") }));
}

/** What an option of an analysis is called, by its name there. */
export function optionTitle(page, analysis, name) {
  return page.scenarioTitle(analysis.options.find((option) => option.name === name));
}

/** The name of a choice that belongs to one analysis; it begins with `first` unless the reader has chosen already. */
export function choice(page, analysis, name, first) {
  const full = `${analysis.kind}-${analysis.index}-${name}`;
  page.store.set(full, page.store.get(full) ?? first);
  return full;
}

/** A choice among [value, title], kept under `name`. */
export function choiceSelect(page, name, title, options) {
  return labelled(title, select(options, page.store.get(name), (value) => page.store.set(name, value)));
}

/** A choice among figures of an analysis, by their place in the list; none where there is but one. */
export function figureSelect(page, name, figures, title = page.say(COMMON.figure)) {
  if (figures.length < 2) return [];
  return [choiceSelect(page, name, title, figures.map((figure, i) => [String(i), figureTitle(page, figure)]))];
}

/** A column of a table with numbers of a figure. */
export function numberColumn(page, title, figure) {
  return { title, unit: figure.unit, numeric: true, display: page.display(figure) };
}

export const shareDisplay = (decimals) => ({ divisor: 0.01, label: "%", decimals, groups_digits: false });

/** A section that shows every analysis of a kind, one below the other. `build(page, analysis)` gives elements. */
export function analysisSection({ id, kind, title, lead, build }) {
  return {
    id,
    title,
    shows: (page) => page.analysesOf(kind).length > 0,
    build(page, element) {
      element.append(el("p", null, page.say(lead)));
      for (const analysis of page.analysesOf(kind)) element.append(el("div", { class: "analysis" }, build(page, analysis)));
    },
  };
}
