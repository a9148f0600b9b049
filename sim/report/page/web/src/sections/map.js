import { mixed, readableOn } from "../charts/colours.js";
import { plainNumber, tableNumber } from "../data/numbers.js";
import { metricSelect, labelled, select } from "../page/controls.js";
import { el } from "../page/dom.js";
import { tileFigure } from "../page/tile_figure.js";
import { COMMON, periodTitle } from "../page/words.js";
import { MAP_METRIC } from "../subject/outline.js";
import { TILES } from "../subject/tiles.js";
import { periodSlider } from "./period_slider.js";

const WORDS = {
  title: { en: "Province by province", zh: "分省地图" },
  lead: { en: "One square for each province, roughly where it lies; its size says nothing. Choose a square to see that province year by year above.", zh: "每个方块代表一个省份，按大致位置排列，大小无意义。点选方块，上方逐年图即显示该省。" },
  heading: { en: "{metric}, {period}, {statistic}", zh: "{metric}，{period}，{statistic}" },
  reading: { en: "Highest: {most}, {high}. Lowest: {least}, {low}.", zh: "最高：{most}，{high}；最低：{least}，{low}。" },
  alike: { en: "About the same everywhere: {high}.", zh: "各省基本相同：{high}。" },
  statistic: { en: "Show", zh: "显示" },
  tile: { en: "{place}: {value}. Choose to see it year by year.", zh: "{place}：{value}。点选查看逐年走势。" },
  quantile: { en: "P{percent}: {percent} % of futures are lower", zh: "P{percent}：{percent}% 的情形更低" },
};

const STATISTICS = ["mean", "0.05", "0.25", "0.5", "0.75", "0.95"];

function statisticTitle(page, name) {
  if (name === "mean") return page.say(COMMON.mean);
  if (name === "0.5") return page.say(COMMON.median);
  return page.say(WORDS.quantile, { percent: Math.round(100 * Number(name)) });
}

function chosenOf(page) {
  const metric = page.run.metric(page.store.get("mapMetric"));
  const wanted = page.store.get("mapPeriod");
  return { metric, period: metric.periods.includes(wanted) ? wanted : metric.lastPeriod, statistic: page.store.get("mapStatistic") };
}

/** Values by province, and how they are coloured. */
function describeMap(page, colour) {
  const { metric, period, statistic } = chosenOf(page);
  const tiles = TILES.filter(({ name }) => metric.has(name)).map((tile) => ({ ...tile, value: metric.at(tile.name, period).statistic(statistic) }));
  const known = tiles.filter(({ value }) => value !== null).sort((one, other) => one.value - other.value);
  const [least, most] = [known[0], known[known.length - 1]];
  for (const tile of tiles) {
    const share = tile.value === null ? 0 : (tile.value - least.value) / (most.value - least.value || 1);
    tile.fill = mixed(colour["scale-low"], colour["scale-high"], share);
    tile.ink = readableOn(tile.fill);
    tile.title = page.placeTitle(tile.name);
    tile.shown = tableNumber(tile.value, page.display(metric));
  }
  const values = known.length && { most: most.title, least: least.title, high: page.withUnit(most.value, metric), low: page.withUnit(least.value, metric) };
  return {
    metric,
    tiles,
    ends: known.length ? [least.value, most.value] : [null, null],
    axisTitle: page.unitTitle(metric),
    heading: page.say(WORDS.heading, { metric: page.metricTitle(metric), period: periodTitle(page, period), statistic: statisticTitle(page, statistic) }),
    reading: known.length ? page.say(values.high === values.low ? WORDS.alike : WORDS.reading, values) : page.say(COMMON.none),
    data: mapData(page, metric, period),
  };
}

/** All statistics of the provinces in the chosen period. */
function mapData(page, metric, period) {
  const display = page.display(metric);
  const number = (title) => ({ title, unit: metric.unit, numeric: true, display });
  return {
    columns: [{ title: page.say(COMMON.place), head: true }, { title: page.say(COMMON.year) }, ...STATISTICS.map((name) => number(name === "mean" ? page.say(COMMON.mean) : `P${Math.round(100 * Number(name))}`))],
    rows: TILES.filter(({ name }) => metric.has(name)).map(({ name }) => {
      const distribution = metric.at(name, period);
      return [page.placeTitle(name), periodTitle(page, period), ...STATISTICS.map((statistic) => distribution.statistic(statistic))];
    }),
  };
}

function tileButton(page, tile, metric) {
  const value = tile.value === null ? page.say(COMMON.none) : page.withUnit(tile.value, metric);
  return el("button", {
    type: "button",
    class: "tile",
    style: `grid-row:${tile.row};grid-column:${tile.column};background:${tile.fill};color:${tile.ink}`,
    "aria-pressed": String(page.store.get("place") === tile.name),
    "aria-label": page.say(WORDS.tile, { place: tile.title, value }),
    title: `${page.run.scope(tile.name).title.en} ${page.run.scope(tile.name).title.zh}: ${value}`,
    "data-place": tile.name,
    onclick: () => page.store.set("place", tile.name),
  }, el("span", { class: "tile-name" }, tile.title), el("span", { class: "tile-code", "aria-hidden": "true" }, tile.name.slice(-2)), el("span", { class: "tile-value" }, tile.shown));
}

function scaleLegend(page, now, colour) {
  const end = (value) => plainNumber(value, page.display(now.metric));
  const ramp = el("span", { class: "ramp", style: `background:linear-gradient(to right,${colour["scale-low"]},${colour["scale-high"]})` });
  return [el("span", null, end(now.ends[0])), ramp, el("span", null, end(now.ends[1])), el("span", null, page.unitTitle(now.metric))];
}

const mapped = (run) => run.metrics.filter((metric) => TILES.some(({ name }) => metric.has(name)));

export const map = {
  id: "map",
  title: WORDS.title,
  shows: ({ run }) => mapped(run).length > 0,
  build(page, element) {
    const { store } = page;
    const metrics = mapped(page.run);
    const first = metrics.find(({ name }) => name === MAP_METRIC) ?? metrics[0];
    store.set("mapMetric", store.get("mapMetric") ?? first.name);
    store.set("mapPeriod", store.get("mapPeriod") ?? first.lastPeriod);
    store.set("mapStatistic", store.get("mapStatistic") ?? (page.run.isCentral ? "mean" : "0.5"));
    const statistics = page.run.isCentral ? ["mean"] : STATISTICS;
    const controls = [
      metricSelect(page, metrics, store.get("mapMetric"), (name) => store.set("mapMetric", name)),
      labelled(page.say(WORDS.statistic), select(statistics.map((name) => [name, statisticTitle(page, name)]), store.get("mapStatistic"), (name) => store.set("mapStatistic", name))),
      periodSlider(page, () => chosenOf(page)),
    ];
    const parts = {
      describe: (colour) => describeMap(page, colour),
      legend: (now, colour) => scaleLegend(page, now, colour),
      tile: (tile, now) => tileButton(page, tile, now.metric),
    };
    const depends = ["place", "mapMetric", "mapPeriod", "mapStatistic"];
    element.append(el("p", null, page.say(WORDS.lead)), tileFigure(page, parts, { name: "map", controls, depends }));
  },
};
