import { fanLegend, fanOption } from "../charts/fan.js";
import { plainRange } from "../data/numbers.js";
import { FAN_METRIC, FANS } from "../subject/outline.js";
import { metricSelect, placeSelect } from "../page/controls.js";
import { el } from "../page/dom.js";
import { figure } from "../page/figure.js";
import { COMMON } from "../page/words.js";

const WORDS = {
  title: { en: "Year by year", zh: "逐年走势" },
  lead: { en: "Each chart shows what is likely and what is possible: the line is the median, the dark band holds half of all futures, the light band 90 %.", zh: "各图展示可能的范围：实线为中位数，深色带包含一半情形，浅色带包含 90% 的情形。" },
  heading: { en: "{metric}, {place}", zh: "{place}：{metric}" },
  reading: { en: "{last}: {median}; 90 % of futures between {low} and {high}. {first}: {start}.", zh: "{last} 年：{median}，90% 的情形介于 {low} 与 {high} 之间；{first} 年：{start}。" },
  central: { en: "{last}: {median}. {first}: {start}.", zh: "{last} 年：{median}；{first} 年：{start}。" },
  absent: { en: "There is no such figure for this place.", zh: "该地区无此指标。" },
};

const PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The years' distributions as a table: mean, its error, quantiles. */
export function yearsData(page, metric, place, periods) {
  const display = page.display(metric);
  const number = (title) => ({ title, unit: metric.unit, numeric: true, display });
  return {
    columns: [{ title: page.say(COMMON.year), head: true }, number(page.say(COMMON.mean)), number("±"), ...PROBABILITIES.map((p) => number(`P${100 * p}`))],
    rows: periods.map((period) => {
      const distribution = metric.at(place, period);
      return [period, distribution.mean, distribution.standardError, ...PROBABILITIES.map((p) => distribution.quantile(p))];
    }),
  };
}

function reading(page, metric, distributions) {
  const periods = metric.years;
  const middle = (distribution) => (page.run.isCentral ? distribution.mean : distribution.quantile(0.5));
  const [first, last] = [distributions[0], distributions[distributions.length - 1]];
  return page.say(page.run.isCentral ? WORDS.central : WORDS.reading, {
    first: periods[0],
    last: periods[periods.length - 1],
    start: page.withUnit(middle(first), metric),
    median: page.withUnit(middle(last), metric),
    ...plainRange(last.quantile(0.05), last.quantile(0.95), page.display(metric)),
  });
}

/** What a fan of `metric` at the chosen place looks like. */
function describeFan(page, metric, { color, limit }, colour) {
  const chosen = page.store.get("place");
  const place = metric.has(chosen) ? chosen : page.run.country;
  const periods = metric.years;
  const distributions = periods.map((period) => metric.at(place, period));
  const yearly = limit && place === page.run.country ? page.run.yearlyInputs(limit.prefix) : {};
  const limits = Object.keys(yearly).length > 0 ? yearly : undefined;
  const limitTitle = limits && page.say(limit.title);
  const look = { colour, color: colour[color], metric, periods, distributions, limits, limitTitle };
  return {
    heading: page.say(WORDS.heading, { metric: page.metricTitle(metric), place: page.placeTitle(place) }),
    reading: reading(page, metric, distributions),
    legend: fanLegend(page, look),
    axisTitle: page.unitTitle(metric),
    option: fanOption(page, look),
    data: yearsData(page, metric, place, periods),
  };
}

/** A fan of whatever figure the reader picks. */
function anyFan(page) {
  const metrics = page.run.metrics.filter((metric) => metric.years.length > 1 && metric.has(page.run.country));
  page.store.set("fanMetric", page.store.get("fanMetric") ?? (metrics.find(({ name }) => name === FAN_METRIC) ?? metrics[0]).name);
  const control = metricSelect(page, metrics, page.store.get("fanMetric"), (name) => page.store.set("fanMetric", name));
  const describe = (colour) => describeFan(page, page.run.metric(page.store.get("fanMetric")), { color: "money" }, colour);
  return figure(page, describe, { name: "fan", depends: ["place", "fanMetric"], controls: [control] });
}

const shown = (run) => FANS.filter(({ metric }) => run.metric(metric));

export const fans = {
  id: "fans",
  title: WORDS.title,
  shows: ({ run }) => run.metrics.some((metric) => metric.years.length > 1 && metric.has(run.country)),
  build(page, element) {
    const charts = shown(page.run).map((entry) => {
      const metric = page.run.metric(entry.metric);
      return figure(page, (colour) => describeFan(page, metric, entry, colour), { name: `fan-${entry.metric}`, depends: ["place"] });
    });
    element.append(
      el("p", null, page.say(WORDS.lead)),
      el("div", { class: "controls sticky" }, placeSelect(page)),
      el("div", { class: "pair" }, charts),
      anyFan(page),
    );
  },
};
