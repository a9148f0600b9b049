/** The points of a sweep by the values of its factors. Values are texts, as scenarios have them: "0.5", "true", "0.4, 0.6". */

/** More levels than that are put into as many bands, as those of a Latin hypercube, where every point has its own. */
const MOST_LEVELS = 12;
const BANDS = 8;

const isNumber = (text) => text.trim() !== "" && Number.isFinite(Number(text));

/** A factor's levels in order: {titles, of}, where `of(point)` is the place of a point's value among them. */
export function levelsOf(sweep, factor) {
  const values = [...new Set(sweep.results.map((point) => point.values[factor]))];
  const areNumbers = values.every(isNumber);
  if (values.length > MOST_LEVELS && areNumbers) return bandsOf(values.map(Number), factor);
  if (areNumbers) values.sort((one, other) => Number(one) - Number(other));
  const places = new Map(values.map((value, i) => [value, i]));
  return { titles: values, of: (point) => places.get(point.values[factor]) };
}

/** Bands of one width from the least value to the largest. */
function bandsOf(numbers, factor) {
  const low = Math.min(...numbers);
  const width = (Math.max(...numbers) - low) / BANDS;
  const end = (i) => Number((low + i * width).toPrecision(3));
  const titles = Array.from({ length: BANDS }, (none, i) => `${end(i)}–${end(i + 1)}`);
  return { titles, of: (point) => Math.min(Math.floor((Number(point.values[factor]) - low) / width), BANDS - 1) };
}

/** Numbers of a factor on an axis; null if they are none. */
export function numbersOf(sweep, factor) {
  const values = sweep.results.map((point) => point.values[factor]);
  return values.every(isNumber) ? values.map(Number) : null;
}

/**
 * Means of a figure over the points of each pair of levels: [{x, y, mean, error, points}]. `fixed` is {factor: level} of
 * other factors; the rest are averaged. The error is that of a point, which the mean's is at most.
 */
export function cellMeans(sweep, figure, x, y, fixed) {
  const kept = sweep.results.filter((point) => Object.entries(fixed).every(([factor, level]) => point.values[factor] === level));
  const cells = new Map();
  for (const point of kept) {
    const { mean, se } = point.figures[figure];
    if (mean === null) continue;
    const at = { x: x.of(point), y: y ? y.of(point) : 0 };
    const key = `${at.x},${at.y}`;
    const cell = cells.get(key) ?? { ...at, sum: 0, errors: 0, points: 0 };
    cells.set(key, { ...cell, sum: cell.sum + mean, errors: cell.errors + (se ?? 0), points: cell.points + 1 });
  }
  return [...cells.values()].map(({ sum, errors, points, ...at }) => ({ ...at, mean: sum / points, error: errors / points, points }));
}
