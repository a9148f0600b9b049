/** The parts of Apache ECharts that the page has. */
import { BarChart, BoxplotChart, CustomChart, LineChart, ParallelChart, SankeyChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, ParallelComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

use([BarChart, BoxplotChart, CustomChart, LineChart, ParallelChart, SankeyChart, GridComponent, MarkLineComponent, ParallelComponent, TooltipComponent, CanvasRenderer, SVGRenderer]);

/** Draws in `element`: lines that stay sharp in print, or pixels for an image. */
export function chartIn(element, renderer = "svg") {
  return init(element, null, { renderer });
}
