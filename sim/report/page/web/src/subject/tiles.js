/**
 * The provinces as tiles, one each, laid out by us so that neighbours are mostly neighbours: north is up, the coast is to
 * the right. A square says where a province is, not how large it is. Rows from north to south, codes of ISO 3166-2:CN.
 */
const ROWS = [
  "..  ..  ..  ..  ..  ..  HL",
  "..  ..  ..  NM  BJ  ..  JL",
  "XJ  GS  NX  SX  HE  TJ  LN",
  "..  QH  SN  HA  SD  ..  ..",
  "XZ  SC  CQ  HB  AH  JS  SH",
  "..  YN  GZ  HN  JX  ZJ  ..",
  "..  ..  GX  GD  FJ  ..  ..",
  "..  ..  ..  HI  ..  ..  ..",
];

/** [{name, row, column}], counted from 1. */
export const TILES = ROWS.flatMap((line, row) =>
  line.split(/\s+/).map((code, column) => ({ name: `CN-${code}`, row: row + 1, column: column + 1 })),
).filter(({ name }) => name !== "CN-..");

export const COLUMNS = 7;
export const TILE_ROWS = ROWS.length;
