#include "sim/report/backtest/backtest_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"

namespace groundwork {

namespace {

/// Where the published figure lies.
Words place_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::inside:
      return {"inside", "范围内"};
    case Verdict::below:
      return {"below P5", "低于 P5"};
    case Verdict::above:
      return {"above P95", "高于 P95"};
    case Verdict::constant:
      return {"constant", "仅有一个值"};
    case Verdict::undefined:
      return {"undefined", "无数值"};
  }
  return Words::same("");
}

}  // namespace

Words backtest_heading(const BacktestRecord& record) {
  const auto& [scenario, map, backtest, results] = record;
  const std::string done = grouped(results.paths), asked = grouped(results.run.paths);
  const Words sampler{sampler_label(results.run.sampler, Language::en),
                      sampler_label(results.run.sampler, Language::zh)};
  const Words paths{fmt::format("\n{} paths, seed {}, {}; map {}\n", done, results.run.seed, sampler.en, map.path),
                    fmt::format("\n{} 条路径，种子 {}，{}；对照表 {}\n", done, results.run.seed, sampler.zh, map.path)};
  if (results.is_complete()) return scenario.title + paths;
  return scenario.title + paths +
         Words{fmt::format("Stopped: these are the first {} of {} paths.\n", done, asked),
               fmt::format("已中断：以下结果来自 {} 条路径中的前 {} 条。\n", asked, done)};
}

Words score_lines(const Score& score) {
  Words out{
      fmt::format("{} of {} figures lie outside the 90 % range, P5 to P95. About one in ten would, were the ranges "
                  "right.\n",
                  score.outside, score.compared),
      fmt::format(
          "{} 项公开数据中有 {} 项落在 90% 范围（P5 至 P95）之外；若模拟范围恰当，约有十分之一会落在范围之外。\n",
          score.compared, score.outside)};
  if (score.without_range > 0)
    out = out + Words{fmt::format("{} more have the same value on every path, or none: there is no range to lie in.\n",
                                  score.without_range),
                      fmt::format("另有 {} 项在所有路径上取值相同或没有数值，没有范围可言。\n", score.without_range)};
  return out + Words{
                   "Percentile: paths below the figure, in %; +-: its standard error, from the number of paths; *: "
                   "plan or forecast.\n",
                   "百分位：低于公开值的路径所占的百分比；标准误：百分位的标准误，取决于路径数；*：规划或预测。\n"};
}

Words evidence_title(Evidence evidence) {
  switch (evidence) {
    case Evidence::hindsight:
      return {"Observed after the scenario's time (hindsight)", "情景时点之后观察到的数据"};
    case Evidence::known:
      return {"Known or forecast at the scenario's time, but not used to set it",
              "当时已知或预测、但未用于设定情景的数据"};
    case Evidence::calibrated:
      return {"Used to set the scenario (calibrated); to be inside proves little", "情景据此设定的数据（说服力有限）"};
  }
  return Words::same("");
}

Words verdict_words(const Placement& placement) {
  const Words place = place_words(placement.verdict);
  if (std::isnan(placement.bound_holds)) return place;
  const std::string holds = hundredths(placement.bound_holds);
  return place + Words{fmt::format(", holds on {} %", holds), fmt::format("，{}% 的路径满足", holds)};
}

std::string hundredths(double share) { return fmt::format("{:.1f}", 100.0 * share); }

}  // namespace groundwork
