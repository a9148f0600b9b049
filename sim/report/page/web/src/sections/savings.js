import { baseOption, categoryAxis, tooltipOption, valueAxis } from "../charts/base.js";
import { plainRange } from "../data/numbers.js";
import { SAVINGS } from "../subject/outline.js";
import { labelled, select } from "../page/controls.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { FIVE, spreadRows } from "../page/spread.js";
import { COMMON, periodTitle } from "../page/words.js";
import { savedItems } from "./saved_items.js";

const WORDS = {
  title: { en: "What building together saves", zh: "共建共享的节省" },
  lead: { en: "Each box holds half of all futures, its whiskers 90 %; the line in it is the median. Savings are what going alone would have cost, less what building together costs.", zh: "箱体包含一半情形，须线包含 90% 的情形，箱内横线为中位数。节省额为各自独立建设的成本减去共建共享的成本。" },
  heading: { en: "Savings in {item}", zh: "节省的{item}" },
  reading: { en: "In all, {parts}.", zh: "合计：{parts}。" },
  part: { en: "{network} saves {median} ({low} to {high})", zh: "{network} 节省 {median}（{low} 至 {high}）" },
  as: { en: "Show as", zh: "显示为" },
  amount: { en: "an amount", zh: "金额" },
  rate: { en: "a share of what going alone costs", zh: "占独立建设成本的比例" },
  network: { en: "Network", zh: "网络" },
  item: { en: "Cost item", zh: "成本项" },
};

function boxSeries(page, metric, network, color) {
  const divisor = page.display(metric).divisor;
  const boxes = metric.periods.map((period) => FIVE.map((p) => (metric.at(network, period).quantile(p) ?? NaN) / divisor));
  return { type: "boxplot", name: network, data: boxes, itemStyle: { color: `${color}55`, borderColor: color, borderWidth: 1.5 }, boxWidth: [6, 26] };
}

/** The total of an amount would dwarf the years, so the picture has the years, and the reading and table the total. */
function pictured(metric, isRate) {
  return isRate ? metric.periods : metric.years;
}

function boxOption(page, metric, networks, periods, colour) {
  const content = ({ name, seriesName, dataIndex }) => {
    const distribution = metric.at(seriesName, periods[dataIndex]);
    return { title: `${page.placeTitle(seriesName)}, ${name}`, rows: spreadRows(page, metric, distribution) };
  };
  return {
    ...baseOption(colour),
    tooltip: tooltipOption(colour, content, { trigger: "item" }),
    xAxis: categoryAxis(colour, periods.map((period) => periodTitle(page, period)), { splitLine: { show: true, interval: 0, lineStyle: { color: colour.line } } }),
    yAxis: valueAxis(colour),
    series: networks.map((network, i) => {
      const series = boxSeries(page, metric, network, colour[`network-${i + 1}`]);
      return { ...series, data: series.data.slice(0, periods.length) };
    }),
  };
}

function data(page, metric, item, networks) {
  const number = (title) => ({ title, unit: metric.unit, numeric: true, display: page.display(metric) });
  return {
    columns: [{ title: page.say(WORDS.network), head: true }, { title: page.say(WORDS.item) }, { title: page.say(COMMON.year) }, number(page.say(COMMON.mean)), ...FIVE.map((p) => number(`P${100 * p}`))],
    rows: networks.flatMap((network) => metric.periods.map((period) => {
      const distribution = metric.at(network, period);
      return [page.placeTitle(network), item, periodTitle(page, period), distribution.mean, ...FIVE.map((p) => distribution.quantile(p))];
    })),
  };
}

function describeSavings(page, entry, networks, colour) {
  const isRate = page.store.get("savingsAs") === "rate";
  const metric = page.run.metric(isRate ? entry.rate : entry.amount);
  const item = page.say(entry.title);
  const part = (network) => {
    const distribution = metric.at(network, metric.lastPeriod);
    const range = plainRange(distribution.quantile(0.05), distribution.quantile(0.95), page.display(metric));
    return page.say(WORDS.part, { network: page.placeTitle(network), median: page.withUnit(distribution.quantile(0.5), metric), ...range });
  };
  return {
    heading: page.say(WORDS.heading, { item }),
    reading: page.say(WORDS.reading, { parts: networks.map(part).join(page.language === "zh" ? "；" : "; ") }),
    legend: networks.map((network, i) => ({ label: page.placeTitle(network), color: colour[`network-${i + 1}`] })),
    axisTitle: page.unitTitle(metric),
    option: boxOption(page, metric, networks, pictured(metric, isRate), colour),
    data: data(page, metric, item, networks),
  };
}

const shown = ({ run }) => SAVINGS.filter(({ amount, rate }) => run.metric(amount) && run.metric(rate));

export const savings = {
  id: "savings",
  title: WORDS.title,
  shows: (page) => !page.run.isCentral && shown(page).length > 0 && page.run.scopesOf("network").length > 0,
  build(page, element) {
    const networks = page.run.scopesOf("network").map(({ name }) => name);
    page.store.set("savingsAs", page.store.get("savingsAs") ?? "amount");
    const options = ["amount", "rate"].map((name) => [name, page.say(WORDS[name])]);
    const control = labelled(page.say(WORDS.as), select(options, page.store.get("savingsAs"), (name) => page.store.set("savingsAs", name)));
    const charts = shown(page).map((entry) => figure(page, (colour) => describeSavings(page, entry, networks, colour), { name: `savings-${entry.amount}`, depends: ["savingsAs"] }));
    element.append(el("p", null, page.say(WORDS.lead)), el("div", { class: "controls" }, control), el("div", { class: "pair" }, charts), savedItems(page));
  },
};
