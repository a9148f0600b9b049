import { mixed, readableOn } from "../charts/colours.js";
import { plainNumber, tableNumber } from "../data/numbers.js";
import { choice, choiceSelect, figureTitle, numberColumn, optionTitle, shareDisplay } from "../page/analysis.js";
import { el } from "../page/dom.js";
import { tileFigure } from "../page/tile_figure.js";
import { COMMON } from "../page/words.js";
import { COUNTRY } from "../subject/outline.js";
import { TILES } from "../subject/tiles.js";

const WORDS = {
  heading: { en: "{figure} by province: {option} less {baseline}, mean", zh: "{figure}分省：{option} 减 {baseline}，均值" },
  reading: { en: "Largest gain: {most}, {high}. Largest loss: {least}, {low}.", zh: "改善最大：{most}，{high}；恶化最大：{least}，{low}。" },
  plain: { en: "Highest: {most}, {high}. Lowest: {least}, {low}.", zh: "最高：{most}，{high}；最低：{least}，{low}。" },
  better: { en: "better", zh: "更优" },
  worse: { en: "worse", zh: "更差" },
  more: { en: "more", zh: "增加" },
  less: { en: "less", zh: "减少" },
  unclear: { en: "Pale: within three standard errors of zero.", zh: "浅色：与零之差在三倍标准误差之内。" },
  option: { en: "Scenario", zh: "情景" },
  pBetter: { en: "better", zh: "更优" },
};
/** Standard errors up to which a difference counts as none, as `groundwork compare` has it. */
const UNCLEAR = 3;

const placeOf = (page, metric) => page.say(metric.place);

/** [key, metrics by place] of each figure. */
function byFigure(analysis) {
  const groups = new Map();
  for (const metric of analysis.places) {
    const key = `${metric.metric}:${metric.period}`;
    groups.set(key, [...(groups.get(key) ?? []), metric]);
  }
  return groups;
}

function describe(page, analysis, metrics, option, colour) {
  const differenceOf = (metric) => metric.options.find((entry) => entry.option === option).difference;
  const [any] = metrics;
  const sign = any.better === "lower" ? -1 : 1;
  const found = new Map(metrics.map((metric) => [metric.scope, metric]));
  const tiles = TILES.filter(({ name }) => found.has(name)).map((tile) => {
    const metric = found.get(tile.name);
    return { ...tile, title: placeOf(page, metric), difference: differenceOf(metric) };
  });
  const largest = Math.max(...tiles.map(({ difference }) => Math.abs(difference.mean ?? 0)), Number.MIN_VALUE);
  for (const tile of tiles) {
    const { mean, se } = tile.difference;
    const isClear = mean !== null && Math.abs(mean) > UNCLEAR * (se ?? 0);
    tile.fill = mixed(colour.line, sign * mean > 0 ? colour.savings : colour.limit, isClear ? 0.15 + 0.85 * (Math.abs(mean) / largest) : 0);
    tile.ink = readableOn(tile.fill);
    tile.shown = tableNumber(mean, page.display(any));
  }
  const order = [...tiles].sort((one, other) => sign * (one.difference.mean - other.difference.mean));
  const [least, most] = [order[0], order[order.length - 1]];
  const column = (title) => numberColumn(page, title, any);
  return {
    tiles,
    metric: any,
    largest,
    axisTitle: page.unitTitle(any),
    heading: page.say(WORDS.heading, { figure: figureTitle(page, { ...any, scope: COUNTRY }), option: optionTitle(page, analysis, option), baseline: optionTitle(page, analysis, analysis.baseline) }),
    reading: page.say(any.better === "neither" ? WORDS.plain : WORDS.reading, { most: most.title, least: least.title, high: page.withUnit(most.difference.mean, any), low: page.withUnit(least.difference.mean, any) }),
    data: {
      columns: [{ title: page.say(COMMON.place), head: true }, column(page.say(COMMON.mean)), column("±"), column("P5"), column("P50"), column("P95"), { title: page.say(WORDS.pBetter), numeric: true, display: shareDisplay(1) }],
      rows: tiles.map(({ title, difference }) => [title, difference.mean, difference.se, difference.p05, difference.p50, difference.p95, difference.p_better]),
    },
  };
}

function legend(page, { metric, largest }, colour) {
  const isJudged = metric.better !== "neither";
  const [bad, good] = metric.better === "lower" ? [largest, -largest] : [-largest, largest];
  const end = (value, words) => `${plainNumber(value, page.display(metric))} ${page.say(words)}`;
  const ramp = el("span", { class: "ramp", style: `background:linear-gradient(to right,${colour.limit},${colour.line},${colour.savings})` });
  return [el("span", null, end(bad, isJudged ? WORDS.worse : WORDS.less)), ramp, el("span", null, end(good, isJudged ? WORDS.better : WORDS.more)), el("span", null, page.unitTitle(metric)), el("span", { class: "small" }, page.say(WORDS.unclear))];
}

function tile(page, entry, { metric }) {
  const title = `${entry.title}: ${page.withError(entry.difference.mean, entry.difference.se, metric)}`;
  return el("div", { class: "tile", role: "img", "aria-label": title, title, style: `grid-row:${entry.row};grid-column:${entry.column};background:${entry.fill};color:${entry.ink}`, "data-place": entry.name },
    el("span", { class: "tile-name" }, entry.title), el("span", { class: "tile-code", "aria-hidden": "true" }, entry.name.slice(-2)), el("span", { class: "tile-value" }, entry.shown));
}

/** Where a scenario gains and where it loses; nothing unless the comparison was made by province. */
export function compareMap(page, analysis) {
  const groups = byFigure({ places: analysis.places.filter(({ scope }) => TILES.some(({ name }) => name === scope)) });
  if (groups.size === 0) return [];
  const option = choice(page, analysis, "map-option", analysis.options[1].name);
  const which = choice(page, analysis, "map-figure", [...groups.keys()][0]);
  const options = analysis.options.slice(1).map((entry) => [entry.name, page.scenarioTitle(entry)]);
  const figures = [...groups].map(([key, [metric]]) => [key, figureTitle(page, { ...metric, scope: COUNTRY })]);
  const controls = [];
  if (options.length > 1) controls.push(choiceSelect(page, option, page.say(WORDS.option), options));
  if (figures.length > 1) controls.push(choiceSelect(page, which, page.say(COMMON.figure), figures));
  const parts = {
    describe: (colour) => describe(page, analysis, groups.get(page.store.get(which)), page.store.get(option), colour),
    legend: (now, colour) => legend(page, now, colour),
    tile: (entry, now) => tile(page, entry, now),
  };
  return [tileFigure(page, parts, { name: "differences-by-province", controls, depends: [option, which] })];
}
