import { chartIn } from "./echarts.js";
import { FONT } from "./base.js";

const WIDTH = 1000;
const MARGIN = 24;
const SCALE = 2;

/** The chart as pixels, drawn afresh. */
async function chartPixels(option, height) {
  const room = document.createElement("div");
  room.style.cssText = `position:fixed;left:-9999px;width:${WIDTH - 2 * MARGIN}px;height:${height}px`;
  document.body.append(room);
  const chart = chartIn(room, "canvas");
  chart.setOption({ ...option, animation: false });
  const image = new Image();
  image.src = chart.getDataURL({ type: "png", pixelRatio: SCALE });
  await image.decode();
  chart.dispose();
  room.remove();
  return image;
}

/** Writes a text in lines that fit; where the next line would begin. Chinese breaks anywhere. */
export function writeLines(context, text, top, lineHeight) {
  let line = "";
  for (const part of text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? []) {
    if (line && context.measureText(line + part).width > WIDTH - 2 * MARGIN) {
      context.fillText(line, MARGIN, top);
      top += lineHeight;
      line = "";
    }
    line += part;
  }
  context.fillText(line, MARGIN, top);
  return top + lineHeight;
}

/** A mark of 12 pixels around a point. */
function drawMark(context, kind, x, y) {
  context.beginPath();
  if (kind === "diamond") for (const [right, down] of [[0, -6], [6, 0], [0, 6], [-6, 0]]) context.lineTo(x + right, y + down);
  else context.arc(x, y, 5, 0, 2 * Math.PI);
  context.closePath();
  context.strokeStyle = context.fillStyle;
  context.lineWidth = 2;
  if (kind === "ring") context.stroke();
  else context.fill();
}

function writeLegend(context, legend, colour, top) {
  let left = MARGIN;
  for (const { label, color, opacity, kind } of legend) {
    const height = kind === "line" ? 3 : 12;
    context.globalAlpha = opacity ?? 1;
    context.fillStyle = color;
    if (["dot", "ring", "diamond"].includes(kind)) drawMark(context, kind, left + 9, top - 5);
    else context.fillRect(left, top + (12 - height) / 2 - 11, 18, height);
    context.globalAlpha = 1;
    context.fillStyle = colour.ink;
    context.fillText(label, left + 24, top);
    left += 24 + context.measureText(label).width + 20;
  }
  return legend.length > 0 ? top + 22 : top;
}

/** A PNG that can stand alone: heading, reading, legend and unit above the picture that `pixels` gives. */
export async function composedImage({ heading, reading, legend, axisTitle, height, colour, pixels }) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = (height + 190) * SCALE;
  const context = canvas.getContext("2d");
  context.scale(SCALE, SCALE);
  context.fillStyle = colour.paper;
  context.fillRect(0, 0, WIDTH, height + 190);
  context.fillStyle = colour.ink;
  context.font = `600 20px ${FONT}`;
  let top = writeLines(context, heading, MARGIN + 14, 26);
  context.font = `14px ${FONT}`;
  top = writeLines(context, reading, top, 20) + 6;
  top = writeLegend(context, legend, colour, top);
  context.fillStyle = colour.ink;
  if (axisTitle) top = writeLines(context, axisTitle, top, 20);
  context.drawImage(await pixels(), MARGIN, top, WIDTH - 2 * MARGIN, height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export const chartImage = (parts, option) => composedImage({ ...parts, pixels: () => chartPixels(option, parts.height) });
