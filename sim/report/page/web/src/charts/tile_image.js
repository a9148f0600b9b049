import { COLUMNS, TILE_ROWS } from "../subject/tiles.js";
import { FONT } from "./base.js";

const WIDTH = 952;
const HEIGHT = 760;
const GAP = 6;

/** The map as a picture: [{row, column, fill, ink, title, shown}] as squares with name and value. */
export function tilePixels(tiles) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * 2;
  canvas.height = HEIGHT * 2;
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  const [wide, high] = [WIDTH / COLUMNS, HEIGHT / TILE_ROWS];
  context.textAlign = "center";
  for (const tile of tiles) {
    const [left, top] = [(tile.column - 1) * wide, (tile.row - 1) * high];
    context.fillStyle = tile.fill;
    context.fillRect(left, top, wide - GAP, high - GAP);
    context.fillStyle = tile.ink;
    context.font = `14px ${FONT}`;
    context.fillText(tile.title, left + (wide - GAP) / 2, top + high / 2 - 8);
    context.font = `600 16px ${FONT}`;
    context.fillText(tile.shown, left + (wide - GAP) / 2, top + high / 2 + 16);
  }
  return canvas;
}
