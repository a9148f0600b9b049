/** A distribution known by its quantiles at 0, 1/n, … 1, between which it is taken to be even. */

/** Share of futures at or below `value`. */
export function shareBelow(quantiles, value) {
  const last = quantiles.length - 1;
  if (value < quantiles[0]) return 0;
  if (value >= quantiles[last]) return 1;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (quantiles[middle] <= value) low = middle;
    else high = middle;
  }
  return (low + (value - quantiles[low]) / (quantiles[high] - quantiles[low])) / last;
}

/** The value below which `share` of futures lie. */
export function quantileAt(quantiles, share) {
  const place = share * (quantiles.length - 1);
  const low = Math.min(Math.floor(place), quantiles.length - 2);
  return quantiles[low] + (place - low) * (quantiles[low + 1] - quantiles[low]);
}

/** A step of 1, 2 or 5 times a power of ten that cuts `width` into about `parts`. */
export function roundStep(width, parts) {
  const rough = width / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 5, 10].find((factor) => factor * power >= rough);
}

/** Bars of one round width over all but the outermost 0.5 % on each side: [{from, to, share}]. None if all are equal. */
export function histogram(quantiles, divisor, bars = 30) {
  const low = quantileAt(quantiles, 0.005) / divisor;
  const high = quantileAt(quantiles, 0.995) / divisor;
  if (!(high > low)) return [];
  const step = roundStep(high - low, bars);
  const found = [];
  for (let i = Math.floor(low / step); i < Math.ceil(high / step); ++i) {
    const from = i * step * divisor;
    const to = (i + 1) * step * divisor;
    found.push({ from, to, share: shareBelow(quantiles, to) - shareBelow(quantiles, from) });
  }
  return found;
}
