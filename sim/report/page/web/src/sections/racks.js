import { baseOption, categoryAxis, tooltipOption, valueAxis } from "../charts/base.js";
import { tableNumber } from "../data/numbers.js";
import { RACKS } from "../subject/outline.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "Racks, east and west", zh: "机架的东西部分布" },
  lead: { en: "Where racks stand, by region.", zh: "机架所在区域。" },
  heading: { en: "{metric}, mean by region", zh: "{metric}，各区域均值" },
  reading: { en: "Shares of the country from {first} to {last}: {changes}.", zh: "{first} 年至 {last} 年占全国比重：{changes}。" },
  change: { en: "{region} {start} to {end}", zh: "{region}由 {start} 到 {end}" },
  region: { en: "Region", zh: "区域" },
};

function regionsOf(page, metric) {
  return page.run.scopesOf("region").map(({ name }) => name).filter((name) => metric.has(name));
}

function shareOf(page, metric, region, period) {
  return metric.at(region, period).mean / metric.at(page.run.country, period).mean;
}

function option(page, metric, regions, colour) {
  const { divisor } = page.display(metric);
  const content = (points) => ({
    title: points[0].name,
    rows: regions.map((region) => {
      const distribution = metric.at(region, points[0].name);
      const [low, high] = [0.05, 0.95].map((p) => tableNumber(distribution.quantile(p), page.display(metric)));
      const interval = page.run.isCentral ? "" : ` (${low} – ${high})`;
      return [page.placeTitle(region), `${page.withUnit(distribution.mean, metric)}${interval}, ${page.percent(shareOf(page, metric, region, points[0].name))}`];
    }),
  });
  return {
    ...baseOption(colour),
    tooltip: tooltipOption(colour, content, { trigger: "axis", axisPointer: { type: "shadow" } }),
    xAxis: categoryAxis(colour, metric.years),
    yAxis: valueAxis(colour),
    series: regions.map((region, i) => ({
      type: "bar",
      stack: "regions",
      barCategoryGap: "25%",
      itemStyle: { color: colour[`region-${(i % 4) + 1}`], borderColor: colour.paper, borderWidth: 0.5 },
      data: metric.years.map((year) => metric.at(region, year).mean / divisor),
    })),
  };
}

function data(page, metric, regions) {
  const number = (title) => ({ title, unit: metric.unit, numeric: true, display: page.display(metric) });
  const rows = regions.flatMap((region) => metric.years.map((year) => {
    const distribution = metric.at(region, year);
    return [page.placeTitle(region), year, distribution.mean, distribution.quantile(0.05), distribution.quantile(0.5), distribution.quantile(0.95), shareOf(page, metric, region, year)];
  }));
  const share = { title: page.say(COMMON.share), numeric: true, draw: (value) => page.percent(value, 1) };
  return { columns: [{ title: page.say(WORDS.region), head: true }, { title: page.say(COMMON.year) }, number(page.say(COMMON.mean)), number("P5"), number("P50"), number("P95"), share], rows };
}

function describeRacks(page, metric, colour) {
  const regions = regionsOf(page, metric);
  const [first, last] = [metric.years[0], metric.years[metric.years.length - 1]];
  const change = (region) => page.say(WORDS.change, { region: page.placeTitle(region), start: page.percent(shareOf(page, metric, region, first)), end: page.percent(shareOf(page, metric, region, last)) });
  const changes = regions.map(change).join(page.language === "zh" ? "，" : ", ");
  return {
    heading: page.say(WORDS.heading, { metric: page.metricTitle(metric) }),
    reading: page.say(WORDS.reading, { first, last, changes }),
    legend: regions.map((region, i) => ({ label: page.placeTitle(region), color: colour[`region-${(i % 4) + 1}`] })),
    axisTitle: page.unitTitle(metric),
    option: option(page, metric, regions, colour),
    data: data(page, metric, regions),
  };
}

export const racks = {
  id: "racks",
  title: WORDS.title,
  shows: ({ run }) => Object.values(RACKS).every((name) => run.metric(name)) && run.scopesOf("region").length > 0,
  build(page, element) {
    const charts = Object.values(RACKS).map((name) => figure(page, (colour) => describeRacks(page, page.run.metric(name), colour), { name: `regions-${name}` }));
    element.append(el("p", null, page.say(WORDS.lead)), el("div", { class: "pair" }, charts));
  },
};
