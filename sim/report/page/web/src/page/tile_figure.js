import { colours } from "../charts/colours.js";
import { composedImage } from "../charts/image.js";
import { tilePixels } from "../charts/tile_image.js";
import { COLUMNS } from "../subject/tiles.js";
import { download, downloadCsv } from "./download.js";
import { el } from "./dom.js";
import { tools } from "./figure.js";
import { table } from "./table.js";

/**
 * A map of squares as a figure of its own: its squares are elements, not a picture. `describe(colour)` gives heading,
 * reading, tiles [{name, row, column, fill, ink, title, shown}], axisTitle and data; `legend(now, colour)` the elements
 * of the legend; `tile(tile, now)` the element of a square. `more`: name (of files), controls, depends.
 */
export function tileFigure(page, { describe, legend, tile }, { name, controls = [], depends = [] }) {
  const heading = el("h3");
  const reading = el("p", { class: "reading", "aria-live": "polite" });
  const tiles = el("div", { class: "tiles", style: `--columns:${COLUMNS}` });
  const legendElement = el("div", { class: "legend" });
  const numbers = el("div", { class: "numbers", hidden: true });
  let now = null;
  const showNumbers = () => { if (!numbers.hidden) numbers.replaceChildren(table(page, { ...now.data, caption: now.heading })); };
  const buttons = tools(page, {
    toggle: () => {
      numbers.hidden = !numbers.hidden;
      showNumbers();
      return !numbers.hidden;
    },
    csv: () => downloadCsv(name, now.data),
    png: async () => {
      const parts = { heading: now.heading, reading: now.reading, legend: [], axisTitle: now.axisTitle, height: 760, colour: colours() };
      download(`${name}.png`, await composedImage({ ...parts, pixels: () => tilePixels(now.tiles) }));
    },
  });
  const update = () => {
    const focused = tiles.contains(document.activeElement) ? document.activeElement.dataset.place : null;
    now = describe(colours());
    heading.textContent = now.heading;
    reading.textContent = now.reading;
    buttons.rename(now.heading);
    legendElement.replaceChildren(...legend(now, colours()));
    tiles.replaceChildren(...now.tiles.map((entry) => tile(entry, now)));
    if (focused) tiles.querySelector(`[data-place="${focused}"]`)?.focus();
    showNumbers();
  };
  page.onShown(update);
  page.store.on(["theme", ...depends], update);
  return el("figure", { class: "map" }, el("div", { class: "figure-head" }, heading, buttons.element), reading, el("div", { class: "controls" }, controls), legendElement, tiles, numbers);
}
