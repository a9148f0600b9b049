/** Files for the reader. */

export function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Spreadsheets compute texts that begin like a formula, so these get an apostrophe, which shows that they are text. */
function field(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** Columns with names and units, values as they are in the results. The mark in front has Excel read Chinese as UTF-8. */
export function csvText({ columns, rows }) {
  const heads = columns.map(({ title, unit }) => (unit ? `${title} [${unit}]` : title));
  return `\ufeff${[heads, ...rows].map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

export function downloadCsv(name, data) {
  download(`${name}.csv`, new Blob([csvText(data)], { type: "text/csv" }));
}
