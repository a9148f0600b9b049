import { baseOption, tooltipOption } from "../charts/base.js";
import { labelled, select } from "../page/controls.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { COMMON } from "../page/words.js";
import { FLOWS } from "../subject/outline.js";

const WORDS = {
  title: { en: "Where the load of racks comes from", zh: "机架负载的来源" },
  lead: { en: "Load goes where it is cheap to serve, unless it needs a short round trip. On the left where it comes from, on the right where its racks are.", zh: "负载流向服务成本较低的区域，时延敏感的负载除外。左侧为负载来源，右侧为机架所在区域。" },
  heading: { en: "{metric}, {year}, mean", zh: "{metric}，{year} 年，均值" },
  reading: { en: "{share} of racks in use carry load from another region. The largest flow between two regions is {largest}, {racks}.", zh: "{share} 的上架机架承载其他区域的负载。最大的跨区域流向为{largest}，{racks}。" },
  from: { en: "Load from", zh: "负载来源" },
  to: { en: "Racks in", zh: "机架所在" },
};

/** All pairs of regions that the metric knows, with their distributions. */
function flowsOf(page, metric, year) {
  const regions = page.run.scopesOf("region").map(({ name }) => name);
  const pairs = regions.flatMap((from, i) => regions.map((to, j) => ({ from, to, color: `region-${(i % 4) + 1}`, target: `region-${(j % 4) + 1}`, scope: FLOWS.scope(from, to) })));
  return pairs.filter(({ scope }) => metric.has(scope)).map((pair) => ({ ...pair, distribution: metric.at(pair.scope, year) }));
}

function option(page, metric, flows, colour) {
  const nodes = new Map(flows.flatMap(({ from, to, color, target }) => [[`from ${from}`, { place: from, color }], [`to ${to}`, { place: to, color: target }]]));
  const content = ({ dataType, data, value, name }) => (dataType === "edge"
    ? { title: data.title, rows: [[page.say(COMMON.mean), page.withUnit(data.racks, metric)], ["P5 – P95", data.interval]] }
    : { title: page.placeTitle(nodes.get(name).place), rows: [[page.say(COMMON.mean), page.withUnit(value * page.display(metric).divisor, metric)]] });
  const interval = (distribution) => [0.05, 0.95].map((p) => page.withUnit(distribution.quantile(p), metric)).join(" – ");
  return {
    ...baseOption(colour),
    tooltip: tooltipOption(colour, content, { trigger: "item" }),
    series: [{
      type: "sankey",
      left: 8,
      right: 110,
      top: 8,
      bottom: 8,
      nodeGap: 14,
      nodeAlign: "justify",
      layoutIterations: 0,
      draggable: false,
      emphasis: { focus: "adjacency" },
      label: { color: colour.ink, fontSize: 12, formatter: ({ name }) => page.placeTitle(nodes.get(name).place) },
      lineStyle: { color: "source", opacity: 0.35, curveness: 0.5 },
      data: [...nodes].map(([name, { color }]) => ({ name, itemStyle: { color: colour[color], borderWidth: 0 } })),
      links: flows.map(({ from, to, scope, distribution }) => ({
        source: `from ${from}`,
        target: `to ${to}`,
        value: distribution.mean / page.display(metric).divisor,
        racks: distribution.mean,
        title: page.placeTitle(scope),
        interval: page.run.isCentral ? "" : interval(distribution),
      })),
    }],
  };
}

function data(page, metric, flows, year) {
  const number = (title) => ({ title, unit: metric.unit, numeric: true, display: page.display(metric) });
  return {
    columns: [{ title: page.say(WORDS.from), head: true }, { title: page.say(WORDS.to) }, { title: page.say(COMMON.year) }, number(page.say(COMMON.mean)), number("P5"), number("P50"), number("P95")],
    rows: flows.map(({ from, to, distribution }) => [page.placeTitle(from), page.placeTitle(to), year, distribution.mean, ...[0.05, 0.5, 0.95].map((p) => distribution.quantile(p))]),
  };
}

function describeFlows(page, metric, colour) {
  const year = page.store.get("flowYear");
  const flows = flowsOf(page, metric, year);
  const all = flows.reduce((sum, { distribution }) => sum + distribution.mean, 0);
  const away = flows.filter(({ from, to }) => from !== to);
  const largest = away.reduce((most, flow) => (flow.distribution.mean > most.distribution.mean ? flow : most), away[0]);
  const share = page.percent(away.reduce((sum, { distribution }) => sum + distribution.mean, 0) / all, 0);
  return {
    heading: page.say(WORDS.heading, { metric: page.metricTitle(metric), year }),
    reading: page.say(WORDS.reading, { share, largest: page.placeTitle(largest.scope), racks: page.withUnit(largest.distribution.mean, metric) }),
    axisTitle: page.unitTitle(metric),
    option: option(page, metric, flows, colour),
    data: data(page, metric, flows, year),
  };
}

export const flows = {
  id: "flows",
  title: WORDS.title,
  shows: ({ run }) => Boolean(run.metric(FLOWS.metric)) && run.scopesOf("region").length > 1,
  build(page, element) {
    const { store } = page;
    const metric = page.run.metric(FLOWS.metric);
    store.set("flowYear", store.get("flowYear") ?? metric.lastPeriod);
    const years = select(metric.years.map((year) => [year, year]), store.get("flowYear"), (year) => store.set("flowYear", year));
    const chart = figure(page, (colour) => describeFlows(page, metric, colour), { name: "rack-flows", height: 380, controls: [labelled(page.say(COMMON.year), years)], depends: ["flowYear"] });
    element.append(el("p", null, page.say(WORDS.lead)), chart);
  },
};
