/** Colours by meaning. Their values are in style/colours.css, for light and dark. */
export const MEANINGS = ["ink", "muted", "line", "paper", "accent", "stations", "datacenter", "savings", "limit", "money", "network-1", "network-2",
  "region-1", "region-2", "region-3", "region-4", "scale-low", "scale-high", "low-end", "high-end"];

/** {meaning: colour} as the page is shown now. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(MEANINGS.map((meaning) => [meaning, style.getPropertyValue(`--${meaning}`).trim()]));
}

function channels(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** Between two colours "#rrggbb". */
export function mixed(one, other, share) {
  const to = channels(other);
  return `rgb(${channels(one).map((channel, i) => Math.round(channel + share * (to[i] - channel))).join(",")})`;
}

/** Black or white, whichever is easier to read on "rgb(r,g,b)" (relative luminance of WCAG 2). */
export function readableOn(rgb) {
  const [red, green, blue] = rgb.match(/\d+/g).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? "#000" : "#fff";
}
