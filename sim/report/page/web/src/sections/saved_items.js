import { rowsHeight, rowsOption } from "../charts/rows.js";
import { plainRange } from "../data/numbers.js";
import { ITEMS } from "../subject/outline.js";
import { labelled, select } from "../page/controls.js";
import { figure } from "../page/figure.js";
import { FIVE, spreadRows } from "../page/spread.js";
import { COMMON, periodTitle } from "../page/words.js";

const WORDS = {
  heading: { en: "Saved on each cost item, {network}, {period}", zh: "{network}，{period}：各成本项的节省" },
  reading: { en: "{first} is the largest: {median} ({low} to {high}). Then comes {second}: {next}.", zh: "节省最多的是{first}：{median}（{low} 至 {high}）；其次是{second}：{next}。" },
  nothing: { en: "Nothing is saved on any item.", zh: "各成本项均无节省。" },
  network: { en: "Network", zh: "网络" },
  all: { en: "all networks", zh: "全部网络" },
  item: { en: "Cost item", zh: "成本项" },
};

const items = (page) => page.run.wholeScopes(ITEMS.saving);
const networksOf = (page) => page.run.scopesOf("network").map(({ name }) => name).filter((name) => page.run.metric(ITEMS.saving).has(ITEMS.scope(name, items(page)[0])));
const networkTitle = (page, network) => (network === page.run.country ? page.say(WORDS.all) : page.placeTitle(network));

/** Each item's saving in the chosen network and period, the largest median first. */
function chosenItems(page) {
  const { run, store } = page;
  const network = store.get("itemNetwork");
  const scope = (item) => (network === run.country ? item : ITEMS.scope(network, item));
  return items(page)
    .map((item) => ({ item, distribution: run.metric(ITEMS.saving).at(scope(item), store.get("itemPeriod")) }))
    .sort((one, other) => other.distribution.quantile(0.5) - one.distribution.quantile(0.5));
}

function reading(page, metric, [first, second]) {
  const median = ({ distribution }) => distribution.quantile(0.5);
  if (median(first) <= 0) return page.say(WORDS.nothing);
  return page.say(WORDS.reading, {
    first: page.placeTitle(first.item),
    median: page.withUnit(median(first), metric),
    ...plainRange(first.distribution.quantile(0.05), first.distribution.quantile(0.95), page.display(metric)),
    second: page.say(page.run.scope(second.item).title),
    next: page.withUnit(median(second), metric),
  });
}

function boxes(page, metric, chosen, colour) {
  const network = networksOf(page).indexOf(page.store.get("itemNetwork"));
  const color = network < 0 ? colour.savings : colour[`network-${network + 1}`];
  const { divisor } = page.display(metric);
  const rows = chosen.map(({ item, distribution }) => {
    const [p5, p25, p50, p75, p95] = FIVE.map((p) => distribution.quantile(p) / divisor);
    return { title: page.placeTitle(item), distribution, bars: [{ from: p25, to: p75, color, opacity: 0.55 }], whiskers: [{ from: p5, to: p95, color }], marks: [{ at: p50, kind: "tick", color: colour.ink }] };
  });
  const content = ({ title, distribution }) => ({ title, rows: spreadRows(page, metric, distribution) });
  return rowsOption({ colour, rows, content, axis: { scale: false } });
}

function data(page, metric, chosen) {
  const number = (title) => ({ title, unit: metric.unit, numeric: true, display: page.display(metric) });
  const [network, period] = [networkTitle(page, page.store.get("itemNetwork")), periodTitle(page, page.store.get("itemPeriod"))];
  return {
    columns: [{ title: page.say(WORDS.item), head: true }, { title: page.say(WORDS.network) }, { title: page.say(COMMON.year) }, number(page.say(COMMON.mean)), number("±"), ...FIVE.map((p) => number(`P${100 * p}`))],
    rows: chosen.map(({ item, distribution }) => [page.placeTitle(item), network, period, distribution.mean, distribution.standardError, ...FIVE.map((p) => distribution.quantile(p))]),
  };
}

function describeItems(page, colour) {
  const metric = page.run.metric(ITEMS.saving);
  const chosen = chosenItems(page);
  return {
    heading: page.say(WORDS.heading, { network: networkTitle(page, page.store.get("itemNetwork")), period: periodTitle(page, page.store.get("itemPeriod")) }),
    reading: reading(page, metric, chosen),
    height: rowsHeight(chosen.length),
    axisTitle: page.unitTitle(metric),
    option: boxes(page, metric, chosen, colour),
    data: data(page, metric, chosen),
  };
}

/** What sharing saves of each cost item, in the network and year that the reader picks. None for a run without items. */
export function savedItems(page) {
  const { run, store } = page;
  if (items(page).length === 0) return [];
  const metric = run.metric(ITEMS.saving);
  store.set("itemNetwork", store.get("itemNetwork") ?? run.country);
  store.set("itemPeriod", store.get("itemPeriod") ?? metric.lastPeriod);
  const choose = (name, title, values, titleOf) => labelled(page.say(title), select(values.map((value) => [value, titleOf(page, value)]), store.get(name), (value) => store.set(name, value)));
  const controls = [
    choose("itemNetwork", WORDS.network, [run.country, ...networksOf(page)], networkTitle),
    choose("itemPeriod", COMMON.year, [...metric.periods].reverse(), periodTitle),
  ];
  return figure(page, (colour) => describeItems(page, colour), { name: "savings-items", controls, depends: ["itemNetwork", "itemPeriod"] });
}
