/**
 * Which metrics of the national model stand where on the page, and in which colour of style/colours.css. This file and
 * tiles.js are all that the page knows of telecoms; what a run does not have is left out.
 */

/** The scope that is said only where others are. */
export const COUNTRY = "CN";

/** The five numbers; `period` is the metric's last where it is not said. */
export const ANSWER = ["tco", "npv", "stations", "racks_used", "capex_saving"];

const BUDGET = { prefix: "finance.budget.", title: { en: "budget", zh: "预算" } };
const PLAN = { prefix: "rollout.plan.", title: { en: "plan", zh: "规划" } };

/** Fan charts by year; `limit` are inputs by year that the country's value is held against. */
export const FANS = [
  { metric: "stations", color: "stations" },
  { metric: "stations_built", color: "stations", limit: PLAN },
  { metric: "rollout_capex", color: "stations", limit: BUDGET },
  { metric: "rollout_opex", color: "stations" },
  { metric: "racks", color: "datacenter" },
  { metric: "datacenter_capex", color: "datacenter" },
  { metric: "rollout_energy", color: "stations" },
  { metric: "datacenter_energy", color: "datacenter" },
];

/** The fan of the reader's own choice begins with this one, the map with that. */
export const FAN_METRIC = "population_covered";
export const MAP_METRIC = "stations";

/** Savings by network: [item, amount, rate]. */
export const SAVINGS = [
  { title: { en: "capital cost", zh: "资本开支" }, amount: "capex_saving", rate: "capex_saving_rate" },
  { title: { en: "running cost", zh: "运营成本" }, amount: "opex_saving", rate: "opex_saving_rate" },
];

/** Costs that add up, then what discounting takes from them, then the total of life-cycle cost. */
export const COSTS = {
  parts: [
    { metric: "rollout_capex", title: { en: "stations, capital", zh: "基站资本开支" }, color: "stations" },
    { metric: "rollout_opex", title: { en: "stations, running", zh: "基站运营成本" }, color: "stations" },
    { metric: "datacenter_capex", title: { en: "racks, capital", zh: "机架资本开支" }, color: "datacenter" },
    { metric: "datacenter_opex", title: { en: "racks, running", zh: "机架运营成本" }, color: "datacenter" },
  ],
  total: "tco",
};

/** What going alone would cost, what building together saves, what is left. */
export const ALONE = {
  parts: [
    { metric: "rollout_capex_alone", title: { en: "alone, capital", zh: "自建资本开支" }, color: "stations", sign: 1 },
    { metric: "rollout_opex_alone", title: { en: "alone, running", zh: "自建运营成本" }, color: "stations", sign: 1 },
    { metric: "capex_saving", title: { en: "capital saved", zh: "节省资本开支" }, color: "savings", sign: -1 },
    { metric: "opex_saving", title: { en: "running saved", zh: "节省运营成本" }, color: "savings", sign: -1 },
  ],
};

/** The same costs item by item, and what building together saves of each: of the country, and of each network. */
export const ITEMS = {
  parts: [
    { metric: "rollout_item_cost", title: { en: "stations", zh: "基站" }, color: "stations" },
    { metric: "datacenter_item_cost", title: { en: "racks", zh: "机架" }, color: "datacenter" },
  ],
  saving: "rollout_item_saving",
  scope: (network, item) => `${network}/${item}`,
};

/** Where racks are and are used. */
export const RACKS = { built: "racks", used: "racks_used" };

/** Racks in use by where their load comes from and where they are; the scope of two regions. */
export const FLOWS = { metric: "rack_flow", scope: (from, to) => `${from}-to-${to}` };

/** Figures whose whole distribution is drawn first; `line` is where the budget line starts: a quantile or a value. */
export const RISKS = [
  { metric: "tco", line: { quantile: 0.8 } },
  { metric: "npv", line: { value: 0 } },
];

/** And of the reader's own choice, which begins with this one. */
export const RISK_METRIC = "rollout_capex";

/** What goes beyond a budget, by year. */
export const EXCESS = "over_budget";
