import { colours } from "../charts/colours.js";
import { chartIn } from "../charts/echarts.js";
import { chartImage } from "../charts/image.js";
import { download, downloadCsv } from "./download.js";
import { el } from "./dom.js";
import { table } from "./table.js";

const WORDS = {
  png: { en: "PNG", zh: "PNG" },
  csv: { en: "CSV", zh: "CSV" },
  table: { en: "Table", zh: "表格" },
  pngTitle: { en: "Save as an image: {name}", zh: "保存为图片：{name}" },
  csvTitle: { en: "Save the numbers: {name}", zh: "保存数据：{name}" },
  tableTitle: { en: "Show the numbers: {name}", zh: "显示数据：{name}" },
};

function legendElement(legend) {
  const mark = ({ color, opacity, kind }) => el("span", { class: `mark ${kind ?? "bar"}`, style: `background:${color};border-color:${color};opacity:${opacity ?? 1}` });
  return legend.map((entry) => el("span", { class: "legend-entry" }, mark(entry), entry.label));
}

/** Buttons that save the figure and show its numbers. */
export function tools(page, actions) {
  const button = (word, act) => el("button", { type: "button", onclick: act }, page.say(word));
  const numbers = button(WORDS.table, () => numbers.setAttribute("aria-expanded", String(actions.toggle())));
  numbers.setAttribute("aria-expanded", "false");
  const labels = [[numbers, WORDS.tableTitle], [button(WORDS.csv, actions.csv), WORDS.csvTitle], [button(WORDS.png, actions.png), WORDS.pngTitle]];
  const rename = (name) => {
    for (const [control, title] of labels) {
      control.setAttribute("aria-label", page.say(title, { name }));
      control.title = page.say(title, { name });
    }
  };
  return { element: el("div", { class: "tools" }, labels.map(([control]) => control)), rename };
}

/**
 * A chart with all that belongs to it. `describe(colour)` is asked anew whenever the chart may have changed and gives
 * heading, reading (one sentence), legend [{label, color, opacity, kind}], axisTitle, option (of ECharts) and data
 * ({columns, rows} of a table; also what CSV gets). `more`: name (of files), height, controls (elements), depends (names
 * of choices), onChart (is given the chart once). A height that `describe` gives counts more than `height`.
 */
export function figure(page, describe, { name, height = 300, controls = [], depends = [], onChart }) {
  const heading = el("h3");
  const reading = el("p", { class: "reading" });
  const legend = el("div", { class: "legend", "aria-hidden": "true" });
  const axisTitle = el("div", { class: "axis-title", "aria-hidden": "true" });
  const picture = el("div", { class: "picture", role: "img", style: `height:${height}px` });
  const numbers = el("div", { class: "numbers", hidden: true });
  let chart = null;
  let now = null;

  const parts = () => ({ ...now, height: now.height ?? height, colour: colours() });
  const toggle = () => {
    numbers.hidden = !numbers.hidden;
    if (!numbers.hidden) numbers.replaceChildren(table(page, { ...now.data, caption: now.heading }));
    return !numbers.hidden;
  };
  const buttons = tools(page, {
    toggle,
    csv: () => downloadCsv(name, now.data),
    png: async () => download(`${name}.png`, await chartImage(parts(), now.option)),
  });
  const update = () => {
    now = { legend: [], axisTitle: "", ...describe(colours()) };
    buttons.rename(now.heading);
    heading.textContent = now.heading;
    reading.textContent = now.reading;
    legend.replaceChildren(...legendElement(now.legend));
    axisTitle.textContent = now.axisTitle;
    picture.setAttribute("aria-label", `${now.heading}. ${now.reading}`);
    if (!numbers.hidden) numbers.replaceChildren(table(page, { ...now.data, caption: now.heading }));
    picture.style.height = `${now.height ?? height}px`;
    if (chart) {
      chart.resize();
    } else {
      chart = chartIn(picture);
      onChart?.(chart);
    }
    chart.setOption(now.option, { notMerge: true });
  };
  page.onShown(update);
  page.store.on(["theme", ...depends], update);
  page.onResize(() => chart?.resize());
  page.onRemoved(() => chart?.dispose());
  const controlRow = controls.length ? el("div", { class: "controls" }, controls) : null;
  return el("figure", null, el("div", { class: "figure-head" }, heading, buttons.element), reading, controlRow, legend, axisTitle, picture, numbers);
}
