import { el } from "./dom.js";
import { COMMON, KINDS } from "./words.js";

/** A control and what it is called, side by side. */
export function labelled(title, control) {
  return el("label", { class: "control" }, el("span", null, title), control);
}

/** A choice among [value, title]; groups are [{title, options}]. `choose` is told the value. */
export function select(options, chosen, choose) {
  const option = ([value, title]) => el("option", { value, selected: value === chosen }, title);
  const list = options.map((entry) => (Array.isArray(entry) ? option(entry) : el("optgroup", { label: entry.title }, entry.options.map(option))));
  const control = el("select", { onchange: () => choose(control.value) }, list);
  return control;
}

/** The place that the fans and the costs are about: one choice, wherever it is made. */
export function placeSelect(page, kinds = ["country", "region", "province"]) {
  const groups = kinds.map((kind) => ({
    title: page.say(KINDS[kind]),
    options: page.run.scopesOf(kind).map((scope) => [scope.name, page.placeTitle(scope.name)]),
  }));
  const control = select(groups.filter((group) => group.options.length > 0), page.store.get("place"), (name) => page.store.set("place", name));
  page.store.on(["place"], () => { control.value = page.store.get("place"); });
  return labelled(page.say(COMMON.place), control);
}

/** A choice among metrics by their titles. */
export function metricSelect(page, metrics, chosen, choose) {
  return labelled(page.say(COMMON.figure), select(metrics.map((metric) => [metric.name, page.metricTitle(metric)]), chosen, choose));
}
