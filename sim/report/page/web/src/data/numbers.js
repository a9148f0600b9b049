/** How numbers are written. A display is {divisor, label, decimals, groups_digits}; it comes with the data. */

const LONGEST = 1e12;

function grouped(digits) {
  const [whole, fraction] = digits.split(".");
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

function written(shown, decimals, groupsDigits) {
  const text = shown.toFixed(decimals);
  const withoutSign = Number(text) === 0 ? text.replace("-", "") : text;
  return (groupsDigits ? grouped(withoutSign) : withoutSign).replace("-", "−");
}

/** The display's decimals, at least one below a hundred, but none for a calendar year. */
function decimalsOf(size, display) {
  return display.decimals === 0 && display.groups_digits && size < 100 ? 1 : display.decimals;
}

/** As in tables. */
export function tableNumber(value, display) {
  if (value === null || value === undefined) return "–";
  const shown = value / display.divisor;
  if (Math.abs(shown) >= LONGEST) return shown.toPrecision(3);
  return written(shown, decimalsOf(Math.abs(shown), display), display.groups_digits);
}

/** As in sentences: no decimals from a thousand on, or where `beside` that number another has none. */
export function plainNumber(value, display, beside = 0) {
  if (value === null || value === undefined) return "–";
  const shown = value / display.divisor;
  const size = Math.max(Math.abs(shown), Math.abs(beside / display.divisor));
  if (size >= LONGEST) return shown.toPrecision(3);
  return written(shown, size >= 1000 || shown === 0 ? 0 : decimalsOf(size, display), display.groups_digits);
}

/** Both ends of a range, with as many decimals. */
export function plainRange(low, high, display) {
  return { low: plainNumber(low, display, high), high: plainNumber(high, display, low) };
}

/** A number of an axis, already divided: as short as it can be said. */
export function axisNumber(shown) {
  if (Math.abs(shown) >= LONGEST) return shown.toPrecision(3);
  return grouped(String(Number(shown.toPrecision(6)))).replace("-", "−");
}

/** With its unit: "CNY 8,540 bn", "89.7 %", "4,870 thousand stations". */
export function withLabel(number, label) {
  const currency = /^([A-Z]{3}) (.+)$/.exec(label);
  if (currency) return `${currency[1]}\u00a0${number}\u00a0${currency[2]}`;
  if (label === "") return number;
  return /^[\u3400-\u9fff]/.test(label) ? `${number}${label}` : `${number} ${label}`;
}

/** A number of any size with four significant digits, for inputs, whose units have no display. */
export function shortNumber(value) {
  if (value === null || value === undefined) return "–";
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-4)) return value.toExponential(2);
  const rounded = Number(value.toPrecision(4));
  return grouped(String(rounded)).replace("-", "−");
}
