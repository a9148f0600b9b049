import { tableNumber } from "../data/numbers.js";
import { el } from "./dom.js";

const SORTED = { ascending: { en: "sorted, smallest first", zh: "已按升序排列" }, descending: { en: "sorted, largest first", zh: "已按降序排列" } };

function compare(one, other) {
  if (one === null || one === undefined) return 1;
  if (other === null || other === undefined) return -1;
  return typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), undefined, { numeric: true });
}

/** What a cell shows: a column may draw it, or has a display, or the value stands as it is. */
function cell(column, value, row) {
  if (column.draw) return column.draw(value, row);
  if (typeof value === "number" && column.display) return tableNumber(value, column.display);
  return value === null || value === undefined ? "–" : String(value);
}

function headCell(column, sort) {
  const unit = column.display ? column.display.label : column.unit;
  const name = unit ? `${column.title}, ${unit}` : column.title;
  const button = el("button", { type: "button", class: "sort", onclick: sort }, name);
  return el("th", { scope: "col", class: column.numeric ? "number" : "", "aria-sort": "none" }, button);
}

/**
 * A table whose columns sort. Columns are {title, unit, display, numeric, draw, head}: `head` makes a row's heading of it.
 * Rows are arrays of values.
 */
export function table(page, { columns, rows, caption }) {
  const body = el("tbody");
  const status = el("span", { class: "hidden", role: "status" });
  const fillBody = (sorted) => {
    const line = (row) => columns.map((column, i) => {
      const attributes = { class: column.numeric ? "number" : column.class };
      return column.head ? el("th", { scope: "row", ...attributes }, cell(column, row[i], row)) : el("td", attributes, cell(column, row[i], row));
    });
    body.replaceChildren(...sorted.map((row) => el("tr", null, line(row))));
  };
  const heads = columns.map((column, i) => headCell(column, () => {
    const order = heads[i].getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    heads.forEach((head) => head.setAttribute("aria-sort", "none"));
    heads[i].setAttribute("aria-sort", order);
    status.textContent = `${column.title}: ${page.say(SORTED[order])}`;
    const sorted = [...rows].sort((one, other) => compare(one[i], other[i]));
    fillBody(order === "ascending" ? sorted : sorted.reverse());
  }));
  fillBody(rows);
  const grid = el("table", null, caption ? el("caption", { class: "hidden" }, caption) : null, el("thead", null, el("tr", null, heads)), body);
  return el("div", { class: "table", tabindex: 0, role: "region", "aria-label": caption }, grid, status);
}
