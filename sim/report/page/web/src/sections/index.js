/**
 * The sections in the order in which a reader meets them. A section is {id, title, shows(page), build(page, element)}:
 * `shows` says whether there is anything to show, `build` fills the element. To add one: a file here, and a line.
 */
import { answer } from "./answer.js";
import { asked } from "./asked.js";
import { backtest } from "./backtest.js";
import { compare } from "./compare.js";
import { costs } from "./costs.js";
import { discover } from "./discover.js";
import { fans } from "./fans.js";
import { flows } from "./flows.js";
import { inputs } from "./inputs.js";
import { map } from "./map.js";
import { method } from "./method.js";
import { optimise } from "./optimise.js";
import { racks } from "./racks.js";
import { risks } from "./risks.js";
import { savings } from "./savings.js";
import { sensitivity } from "./sensitivity.js";
import { sweep } from "./sweep.js";
import { value } from "./value.js";

const OF_RUN = [asked, answer, fans, map, savings, costs, racks, flows, risks];
const OF_ANALYSES = [backtest, sensitivity, compare, sweep, value, discover, optimise];

/** Those that have something to show. Without a run there are the analyses, and how they were computed. */
export function sectionsOf(page) {
  const sections = page.run ? [...OF_RUN, ...OF_ANALYSES, inputs, method] : [...OF_ANALYSES, method];
  return sections.filter((section) => section.shows(page));
}
