import { axisNumber, plainNumber, withLabel } from "../data/numbers.js";
import { Run } from "../data/run.js";
import { Store } from "./store.js";
import { fillIn } from "./words.js";

function firstLanguage(payload) {
  return payload.language ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
}

const darkWanted = () => window.matchMedia("(prefers-color-scheme: dark)").matches;

/** What sections are given: the data, the reader's choices, and how things are said in the reader's language. */
export class Page {
  #shown = [];
  #resized = [];
  #removed = [];

  constructor(payload) {
    this.payload = payload;
    this.run = payload.run ? new Run(payload.run) : null;
    this.analyses = payload.analyses.map((json, index) => ({ ...json, index }));
    this.store = new Store({ language: firstLanguage(payload), theme: darkWanted() ? "dark" : "light", place: this.run?.country });
  }

  /** Of the run, else of the first analysis. */
  get title() {
    if (this.run) return this.say(this.run.title);
    const [first] = this.analyses;
    return first.options ? this.scenarioTitles(first.options) : this.scenarioTitle(first);
  }

  /** Those that the command of that name made, as they were named on the command line. */
  analysesOf(kind) {
    return this.analyses.filter((analysis) => analysis.kind === kind);
  }

  get language() {
    return this.store.get("language");
  }

  /** A text in the reader's language, with values put in. */
  say(words, values) {
    return fillIn(words[this.language], values);
  }

  /** How numbers of the metric are shown: {divisor, label, decimals, groups_digits}. */
  display(metric) {
    return metric.display[this.language];
  }

  /** The unit as a heading: "CNY bn", "thousand stations". */
  unitTitle(metric) {
    const { label } = this.display(metric);
    return /^(thousand|million|billion)$/.test(label) ? `${label} ${metric.unit}` : label;
  }

  withUnit(value, metric) {
    return this.labelled(plainNumber(value, this.display(metric)), metric);
  }

  /** A number or range that is written already, with the metric's unit. */
  labelled(written, metric) {
    return withLabel(written, this.unitTitle(metric));
  }

  /** The same with its standard error, in two digits. */
  withError(value, error, metric) {
    const shown = Number(((error ?? 0) / this.display(metric).divisor).toPrecision(2));
    return `${this.withUnit(value, metric)} ± ${axisNumber(shown)}`;
  }

  /** A share as "12 %"; Chinese has no space there. */
  percent(share, decimals = 0) {
    return `${(100 * share).toFixed(decimals)}${this.language === "zh" ? "%" : " %"}`;
  }

  metricTitle(metric) {
    const title = this.say(metric.title);
    return title.charAt(0).toUpperCase() + title.slice(1);
  }

  /** What an analysis, or an option of one, calls its scenario. Old folders and plans have no Chinese. */
  scenarioTitle({ title, title_zh: chinese, name }) {
    return (this.language === "zh" && chinese) || title || name;
  }

  scenarioTitles(options) {
    return options.map((option) => this.scenarioTitle(option)).join(" · ");
  }

  placeTitle(name) {
    const title = this.say(this.run.scope(name).title);
    return title.charAt(0).toUpperCase() + title.slice(1);
  }

  /** Calls once the section is in the document and has a size. */
  onShown(call) {
    this.#shown.push(call);
  }
  onResize(call) {
    this.#resized.push(call);
  }
  /** Calls before the section is taken away, as when the language changes. */
  onRemoved(call) {
    this.#removed.push(call);
  }

  shown() {
    while (this.#shown.length > 0) this.#shown.shift()();
  }
  resized() {
    for (const call of this.#resized) call();
  }
  removed() {
    for (const call of this.#removed) call();
    this.#shown = [];
    this.#resized = [];
    this.#removed = [];
  }
}
