#include "sim/report/sensitivity/tornado_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/report/amount.hpp"
#include "sim/report/display.hpp"
#include "sim/report/figure_title.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/sensitivity/sensitivity_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

constexpr std::size_t most_rows = 15;

const Declaration& input_of(const Study& study, const TornadoBar& bar) {
  return study.scenario.inputs[static_cast<std::size_t>(bar.input)].declaration;
}

Display display_of_figure(const Study& study, const Tornado& tornado, Language language) {
  const OutputTable& table = study.program->outputs();
  return display_of(table.block(table.at(tornado.cell).block).metric, language);
}

std::string widest_line(const Study& study, const Tornado& tornado, Language language) {
  const TornadoBar& bar = tornado.bars.front();
  const std::string& input = input_of(study, bar).key;
  const Display display = display_of_figure(study, tornado, language);
  const std::string title = figure_title(study.program->outputs(), tornado.cell, language);
  const std::string low = display_amount(bar.at_low.mean, display, language);
  const std::string high = display_amount(bar.at_high.mean, display, language);
  return Words{
      fmt::format("{} moves the mean of {} most: from {} to {} as it goes from its p10 ({:.4g}) to its p90 ({:.4g}).\n",
                  input, title, display_value(bar.at_low.mean, display), high, bar.low_value, bar.high_value),
      fmt::format("对{}均值影响最大的是 {}：取 p10（{:.4g}）时均值为 {}，取 p90（{:.4g}）时均值为 {}。\n", title, input,
                  bar.low_value, low, bar.high_value, high)}
      .in(language);
}

std::vector<std::string> header(Language language) {
  const Words widest{"the widest", "影响最大的输入"}, low{"at p10", "取 p10"}, high{"at p90", "取 p90"};
  const Words mean{"mean", "均值"}, swing{"swing", "变动幅度"}, error{"+- error", "标准误"};
  return {widest.in(language),
          low.in(language),
          "P5",
          mean.in(language),
          "P95",
          high.in(language),
          "P5",
          mean.in(language),
          "P95",
          swing.in(language),
          error.in(language)};
}

std::vector<std::string> row(const Study& study, const TornadoBar& bar, const Display& display, Language language) {
  Display finer = display;
  finer.decimals += 2;
  std::vector<std::string> cells{input_of(study, bar).key, fmt::format("{:.4g}", bar.low_value)};
  const auto add_spread = [&](const Summary& at) {
    for (const double value : {at.quantile[Summary::p05], at.mean, at.quantile[Summary::p95]})
      cells.push_back(display_value(value, display, language));
  };
  add_spread(bar.at_low);
  cells.push_back(fmt::format("{:.4g}", bar.high_value));
  add_spread(bar.at_high);
  cells.push_back(display_value(bar.swing.value, display, language));
  cells.push_back(display_value(bar.swing.standard_error, finer, language));
  return cells;
}

std::string figure_text(const Study& study, const Tornado& tornado, Language language) {
  const std::string title = figure_title(study.program->outputs(), tornado.cell, language);
  if (tornado.bars.empty() || !(std::fabs(tornado.bars.front().swing.value) > 0.0))
    return Words{fmt::format("No input moves the mean of {}.\n", title),
                 fmt::format("没有输入能改变{}的均值。\n", title)}
        .in(language);
  const Display display = display_of_figure(study, tornado, language);
  TextGrid grid(header(language));
  for (std::size_t i = 0; i < std::min(most_rows, tornado.bars.size()); ++i)
    grid.add(row(study, tornado.bars[i], display, language));
  return widest_line(study, tornado, language) + undefined_line(tornado.base.undefined, language) + "\n" + grid.text();
}

}  // namespace

std::string tornado_text(const Study& study, const std::vector<Tornado>& tornados, Language language) {
  const RunSettings& run = study.scenario.run;
  const auto runs = tornado_runs(uncertain_inputs(study.scenario).size());
  const std::string paths = grouped(run.paths), sampler = sampler_label(run.sampler, language);
  std::string out = study.scenario.title.in(language) + "\n";
  out += Words{fmt::format("{} runs of {} paths, seed {}, {}: one input set, the others drawn.\n", runs, paths,
                           run.seed, sampler),
               fmt::format("{} 次运行，每次 {} 条路径，种子 {}，{}；每次固定一个输入，其余照常抽取。\n", runs, paths,
                           run.seed, sampler)}
             .in(language);
  for (const Tornado& tornado : tornados) out += "\n" + figure_text(study, tornado, language);
  return out;
}

}  // namespace groundwork
