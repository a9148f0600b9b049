/** The results of a run, as the program put them into the page (docs/report.md lists the members). */

/** The distribution of one figure: a metric at a place and in a period. */
export class Distribution {
  constructor(metric, index, slot, period) {
    this.metric = metric;
    this.index = index;
    this.slot = slot;
    this.period = period;
  }

  get mean() {
    return this.metric.values.mean[this.index];
  }
  get standardError() {
    return this.metric.values.standard_error[this.index];
  }
  /** Share of futures above zero; only of metrics that are an excess. */
  get aboveZero() {
    return this.metric.values.above_zero?.[this.index];
  }
  /** Share of futures in which there is no value. */
  get undefinedShare() {
    return this.metric.values.undefined?.[this.index] ?? 0;
  }
  /** The quantile at one of the probabilities that results state, else null. One path has its value alone. */
  quantile(probability) {
    const at = this.metric.probabilities.indexOf(probability);
    return this.metric.values.quantiles[at]?.[this.index] ?? null;
  }
  /** The 95 % confidence interval of P5, P50 or P95, which the country has; else null. */
  interval(probability) {
    const at = [0.05, 0.5, 0.95].indexOf(probability);
    const low = this.slot === 0 ? this.metric.values.low[at]?.[this.period] ?? null : null;
    return low === null ? null : [low, this.metric.values.high[at][this.period]];
  }
  /** Mean or quantile by name: "mean", "0.05". */
  statistic(name) {
    return name === "mean" ? this.mean : this.quantile(Number(name));
  }
}

export class Metric {
  constructor(json, scopes, probabilities) {
    Object.assign(this, json);
    this.probabilities = probabilities;
    this.scopeNames = json.scopes.map((index) => scopes[index].name);
  }

  get years() {
    return this.periods.filter((period) => period !== "total");
  }
  get lastPeriod() {
    return this.periods[this.periods.length - 1];
  }
  has(scope) {
    return this.scopeNames.includes(scope);
  }
  /** Null if there is no such figure. */
  at(scope, period) {
    const slot = this.scopeNames.indexOf(scope);
    const row = this.periods.indexOf(period);
    return slot < 0 || row < 0 ? null : new Distribution(this, row * this.scopeNames.length + slot, slot, row);
  }
}

export class Run {
  constructor(json) {
    Object.assign(this, json);
    this.metrics = json.metrics.map((metric) => new Metric(metric, json.scopes, json.probabilities));
    this.country = json.scopes.find((scope) => scope.kind === "country")?.name ?? json.scopes[0].name;
    this.isCentral = json.made.sampler === "central";
  }

  metric(name) {
    return this.metrics.find((metric) => metric.name === name);
  }
  scope(name) {
    return this.scopes.find((scope) => scope.name === name);
  }
  scopesOf(kind) {
    return this.scopes.filter((scope) => scope.kind === kind);
  }
  /** Scopes of a metric that are part of no other, such as the country's cost items; none if there is no such metric. */
  wholeScopes(metric) {
    return this.metric(metric)?.scopeNames.filter((name) => !this.scope(name).within) ?? [];
  }
  curve(metric, scope = this.country) {
    return this.curves.find((curve) => curve.metric === metric && curve.scope === scope)?.quantiles;
  }
  /** Years that any metric has, in order. */
  get years() {
    return [...new Set(this.metrics.flatMap((metric) => metric.years))].sort();
  }
  /** {year: mean} of inputs called `prefix` and a year, such as "finance.budget.2020". */
  yearlyInputs(prefix) {
    const found = this.inputs.filter((input) => input.key.startsWith(prefix) && /^\d{4}$/.test(input.key.slice(prefix.length)));
    return Object.fromEntries(found.map((input) => [input.key.slice(prefix.length), input.mean]));
  }
}
