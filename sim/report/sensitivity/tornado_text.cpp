#include "sim/report/sensitivity/tornado_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/report/display.hpp"
#include "sim/report/figure_title.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_rows = 15, p05 = 1, p95 = 7;

const Declaration& input_of(const Study& study, const TornadoBar& bar) {
  return study.scenario.inputs[static_cast<std::size_t>(bar.input)].declaration;
}

std::string with_unit(const std::string& number, const std::string& unit) {
  return unit.empty() ? number : number + " " + unit;
}

std::string widest_line(const Study& study, const TornadoBar& bar, const std::string& title, const Display& display) {
  return fmt::format(
      "{} moves the mean of {} most: from {} to {} as it goes from its p10 ({:.4g}) to its p90 ({:.4g}).\n",
      input_of(study, bar).key, title, display_value(bar.at_low.mean, display),
      with_unit(display_value(bar.at_high.mean, display), display.label), bar.low_value, bar.high_value);
}

std::vector<std::string> row(const Study& study, const TornadoBar& bar, const Display& display) {
  Display finer = display;
  finer.decimals += 2;
  std::vector<std::string> cells{input_of(study, bar).key, fmt::format("{:.4g}", bar.low_value)};
  const auto add_spread = [&](const Summary& at) {
    for (const double value : {at.quantile[p05], at.mean, at.quantile[p95]})
      cells.push_back(display_value(value, display));
  };
  add_spread(bar.at_low);
  cells.push_back(fmt::format("{:.4g}", bar.high_value));
  add_spread(bar.at_high);
  cells.push_back(display_value(bar.swing.value, display));
  cells.push_back(display_value(bar.swing.standard_error, finer));
  return cells;
}

std::string figure_text(const Study& study, const Tornado& tornado) {
  const OutputTable& table = study.program->outputs();
  const Display display = display_of(table.block(table.at(tornado.cell).block).metric);
  const std::string title = figure_title(table, tornado.cell);
  if (tornado.bars.empty() || !(std::fabs(tornado.bars.front().swing.value) > 0.0))
    return fmt::format("No input moves the mean of {}.\n", title);
  TextGrid grid({"the widest", "at p10", "P5", "mean", "P95", "at p90", "P5", "mean", "P95", "swing", "+- error"});
  for (std::size_t i = 0; i < std::min(most_rows, tornado.bars.size()); ++i)
    grid.add(row(study, tornado.bars[i], display));
  return widest_line(study, tornado.bars.front(), title, display) + undefined_line(tornado.base.undefined) + "\n" +
         grid.text();
}

}  // namespace

std::string tornado_text(const Study& study, const std::vector<Tornado>& tornados) {
  const RunSettings& run = study.scenario.run;
  std::string out = fmt::format("{}\n{} runs of {} paths, seed {}, {}: one input set, the others drawn.\n",
                                study.scenario.title, tornado_runs(uncertain_inputs(study.scenario).size()),
                                grouped(run.paths), run.seed, name(run.sampler));
  for (const Tornado& tornado : tornados) out += "\n" + figure_text(study, tornado);
  return out;
}

}  // namespace groundwork
