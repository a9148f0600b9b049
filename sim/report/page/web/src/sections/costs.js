import { rowsHeight } from "../charts/rows.js";
import { waterfallOption } from "../charts/waterfall.js";
import { ALONE, COSTS, ITEMS } from "../subject/outline.js";
import { placeSelect } from "../page/controls.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "What it costs", zh: "成本构成" },
  lead: { en: "Means add up, so these bars do; quantiles would not. Their 90 % intervals are in the tables.", zh: "均值可以相加，分位数不可以，因此图中为均值；90% 区间见表格。" },
  leadItems: { en: " The country's costs are known item by item, those of regions and provinces as capital and running cost.", zh: "全国成本可分至各成本项，区域和省份分为资本开支和运营成本。" },
  heading: { en: "From cost items to the total cost, {place}", zh: "{place}：从各项成本到总成本" },
  reading: { en: "{largest} is the largest item: {share} of {sum} spent. Discounting takes {discount}; the total cost of ownership is {total}.", zh: "{largest}占比最大，为支出 {sum} 的 {share}。贴现减少 {discount}，总拥有成本为 {total}。" },
  sum: { en: "spent in all", zh: "支出合计" },
  discount: { en: "discounting", zh: "贴现" },
  total: { en: "total cost, discounted", zh: "总成本（贴现）" },
  aloneHeading: { en: "Stations: alone, and together, {place}", zh: "{place}：独立建设与共建共享" },
  aloneReading: { en: "Going alone would cost {alone}; building together saves {saved} of it, {share}.", zh: "独立建设需 {alone}，共建共享节省 {saved}（{share}）。" },
  alone: { en: "alone", zh: "独立建设" },
  saved: { en: "saved", zh: "节省" },
  together: { en: "together", zh: "共建共享" },
  item: { en: "Item", zh: "项目" },
};

/** [{title, value, color, distribution}] of parts that the place has. */
function steps(page, parts, place) {
  return parts.map((part) => {
    const metric = page.run.metric(part.metric);
    const distribution = metric.at(place, metric.lastPeriod);
    return { title: page.say(part.title), value: (part.sign ?? 1) * distribution.mean, color: part.color, distribution };
  });
}

/** The same of each item of the country. */
function itemSteps(page, name, { color, sign = 1 }) {
  const metric = page.run.metric(name);
  return page.run.wholeScopes(name).map((item) => {
    const distribution = metric.at(item, metric.lastPeriod);
    return { title: page.say(page.run.scope(item).title), value: sign * distribution.mean, color, distribution };
  });
}

const hasAll = (run, names) => names.every((name) => run.metric(name));
const partNames = ({ parts }) => parts.map(({ metric }) => metric);

/** Whether the place's costs and savings are told by item: only the country's are. */
function isByItem(page, place) {
  return place === page.run.country && hasAll(page.run, [...partNames(ITEMS), ITEMS.saving]);
}

function sumOf(entries) {
  return entries.reduce((sum, { value }) => sum + value, 0);
}

function data(page, entries, metric) {
  const number = (title) => ({ title, unit: metric.unit, numeric: true, display: page.display(metric) });
  const statistics = ({ distribution }) => (distribution ? [distribution.standardError, distribution.quantile(0.05), distribution.quantile(0.95)] : [null, null, null]);
  return {
    columns: [{ title: page.say(WORDS.item), head: true }, number(page.say(COMMON.mean)), number("±"), number("P5"), number("P95")],
    rows: entries.map((entry) => [entry.title, entry.value, ...statistics(entry)]),
  };
}

function chosenPlace(page) {
  const chosen = page.store.get("place");
  const has = (name) => page.run.metric(name).has(chosen);
  return [...COSTS.parts.map(({ metric }) => metric), COSTS.total].every(has) ? chosen : page.run.country;
}

function describeCosts(page, colour) {
  const place = chosenPlace(page);
  const metric = page.run.metric(COSTS.total);
  const byItem = isByItem(page, place);
  const parts = byItem ? ITEMS.parts.flatMap((entry) => itemSteps(page, entry.metric, entry)) : steps(page, COSTS.parts, place);
  const total = metric.at(place, metric.lastPeriod);
  const sum = sumOf(parts);
  const largest = parts.reduce((one, other) => (other.value > one.value ? other : one));
  const entries = [
    ...parts,
    { title: page.say(WORDS.sum), value: sum, isSum: true, color: "muted" },
    { title: page.say(WORDS.discount), value: total.mean - sum, color: "money" },
    { title: page.say(WORDS.total), value: total.mean, isSum: true, color: "ink", distribution: total },
  ];
  const said = { largest: largest.title, share: page.percent(largest.value / sum), sum: page.withUnit(sum, metric), discount: page.withUnit(sum - total.mean, metric), total: page.withUnit(total.mean, metric) };
  return {
    heading: page.say(WORDS.heading, { place: page.placeTitle(place) }),
    reading: page.say(WORDS.reading, { ...said, largest: said.largest.charAt(0).toUpperCase() + said.largest.slice(1) }),
    legend: byItem ? ITEMS.parts.map(({ title, color }) => ({ label: page.say(title), color: colour[color] })) : [],
    height: rowsHeight(entries.length),
    axisTitle: page.unitTitle(metric),
    option: waterfallOption(page, { colour, metric, entries }),
    data: data(page, entries, metric),
  };
}

function describeAlone(page, colour) {
  const place = chosenPlace(page);
  const metric = page.run.metric(ALONE.parts[0].metric);
  const spent = steps(page, ALONE.parts.filter(({ sign }) => sign > 0), place);
  const saved = ALONE.parts.filter(({ sign }) => sign < 0);
  const parts = [...spent, ...(isByItem(page, place) ? itemSteps(page, ITEMS.saving, saved[0]) : steps(page, saved, place))];
  const alone = sumOf(spent);
  const left = sumOf(parts);
  const entries = [...parts, { title: page.say(WORDS.together), value: left, isSum: true, color: "ink" }];
  return {
    heading: page.say(WORDS.aloneHeading, { place: page.placeTitle(place) }),
    reading: page.say(WORDS.aloneReading, { alone: page.withUnit(alone, metric), saved: page.withUnit(alone - left, metric), share: page.percent((alone - left) / alone) }),
    legend: [[WORDS.alone, spent[0]], [WORDS.saved, parts[parts.length - 1]]].map(([words, { color }]) => ({ label: page.say(words), color: colour[color] })),
    height: rowsHeight(entries.length),
    axisTitle: page.unitTitle(metric),
    option: waterfallOption(page, { colour, metric, entries }),
    data: data(page, entries, metric),
  };
}

export const costs = {
  id: "costs",
  title: WORDS.title,
  shows: ({ run }) => hasAll(run, [...partNames(COSTS), COSTS.total]),
  build(page, element) {
    const more = { depends: ["place"] };
    const alone = hasAll(page.run, partNames(ALONE)) ? figure(page, (colour) => describeAlone(page, colour), { name: "alone", ...more }) : null;
    element.append(
      el("p", null, page.say(WORDS.lead), isByItem(page, page.run.country) ? page.say(WORDS.leadItems) : null),
      el("div", { class: "controls" }, placeSelect(page)),
      el("div", { class: "pair" }, figure(page, (colour) => describeCosts(page, colour), { name: "costs", ...more }), alone ?? []),
    );
  },
};
