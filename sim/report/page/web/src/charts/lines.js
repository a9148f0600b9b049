/** Words in lines of so many signs; a Chinese sign counts as two and may begin a line. What `most` lines cannot hold is cut. */
export function inLines(text, signs, most = Infinity) {
  const wide = (part) => [...part].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);
  const lines = [""];
  for (const part of text.match(/[\u2e80-\uffef][，。、：；）]?|[^\s\u2e80-\uffef]+[，。、：；）]?\s*/g) ?? []) {
    if (lines[lines.length - 1] && wide(lines[lines.length - 1] + part.trim()) > signs) lines.push("");
    lines[lines.length - 1] += part;
  }
  const trimmed = lines.map((line) => line.trim());
  return trimmed.length > most ? [...trimmed.slice(0, most - 1), `${trimmed[most - 1]}…`] : trimmed;
}

/** The end of a long key: "…growth_start" of "datacenter.growth_start". */
export function keyEnd(key, signs) {
  return /^[\w.[\]*]+$/.test(key) && key.length > signs ? `…${key.slice(1 - signs)}` : key;
}
