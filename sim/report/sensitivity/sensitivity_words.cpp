#include "sim/report/sensitivity/sensitivity_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "sim/report/display.hpp"

namespace groundwork {

namespace {

constexpr std::array<std::pair<double, std::string_view>, 6> fractions{{{1.0 / 4.0, "about a quarter"},
                                                                        {1.0 / 3.0, "about a third"},
                                                                        {1.0 / 2.0, "about half"},
                                                                        {2.0 / 3.0, "about two thirds"},
                                                                        {3.0 / 4.0, "about three quarters"},
                                                                        {1.0, "nearly all"}}};

}  // namespace

std::string capitalised(std::string text) {
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string share_in_words(double share) {
  constexpr double closest = 0.02;
  for (const auto& [fraction, words] : fractions)
    if (std::fabs(share - fraction) <= closest) return std::string(words);
  return fmt::format("{:.0f} %", 100.0 * share);
}

std::string percent_of_variance(double share) {
  return std::isfinite(share) ? fmt::format("{:.1f}", 100.0 * share) : "unknown";
}

std::string percent_with_error(const Estimate& share) {
  return fmt::format("{} % +- {}", percent_of_variance(share.value), percent_of_variance(share.standard_error));
}

std::string main_sources(const std::string& figure, const std::vector<Factor>& factors,
                         const std::vector<Estimate>& shares) {
  constexpr std::size_t most = 5;
  constexpr double least_share = 0.05;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, factors.size()) && shares[i].value >= least_share; ++i)
    out +=
        fmt::format("{}{} comes from {} ({}).\n", capitalised(share_in_words(shares[i].value)),
                    i == 0 ? " of the uncertainty of " + figure : "", factors[i].name, percent_with_error(shares[i]));
  if (out.empty()) return fmt::format("No factor explains more than 5 % of the uncertainty of {}.\n", figure);
  return out;
}

std::string explained_line(const Estimate& explained) {
  const std::string alone = fmt::format("One at a time, they explain {}", percent_with_error(explained));
  if (explained.high >= 1.0) return alone + ": all of it, as far as these paths can tell.\n";
  return fmt::format("{}; the other {:.1f} % comes from what they do together (interactions).\n", alone,
                     100.0 * (1.0 - explained.value));
}

std::string analysis_heading(const Scenario& scenario, int runs) {
  const RunSettings& run = scenario.run;
  return fmt::format("{}\n{}{} paths, seed {}, {}. Uncertainty is variance, the square of the standard deviation.\n",
                     scenario.title, runs > 1 ? fmt::format("{} runs of ", runs) : "", grouped(run.paths), run.seed,
                     name(run.sampler));
}

std::string constant_line(const std::string& figure, std::int64_t paths) {
  if (paths == 0) return fmt::format("{} has no value on any path.\n", figure);
  return fmt::format("{} is the same on every path: nothing drives it.\n", figure);
}

std::string draws_line(const std::vector<Factor>& factors, Language language) {
  if (std::ranges::find(factors, FactorKind::draws, &Factor::kind) == factors.end()) return "";
  return Words{"[*] are the model's own draws, such as one a quarter or a province, all together.\n",
               "[*] 为模型自身的抽样，如每季度或每省份各一次，合并计算。\n"}
      .in(language);
}

std::string undefined_line(std::int64_t undefined, Language language) {
  if (undefined == 0) return "";
  return Words{fmt::format("{} paths without a value are left out.\n", grouped(undefined)),
               fmt::format("{} 条无数值的路径未计入。\n", grouped(undefined))}
      .in(language);
}

}  // namespace groundwork
