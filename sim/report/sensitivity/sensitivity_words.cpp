#include "sim/report/sensitivity/sensitivity_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"

namespace groundwork {

namespace {

/// The simple fraction that a share is within two points of a hundred of.
std::optional<Words> simple_fraction(double share) {
  constexpr double closest = 0.02;
  const std::pair<double, Words> fractions[]{{1.0 / 4.0, {"about a quarter", "约四分之一"}},
                                             {1.0 / 3.0, {"about a third", "约三分之一"}},
                                             {1.0 / 2.0, {"about half", "约一半"}},
                                             {2.0 / 3.0, {"about two thirds", "约三分之二"}},
                                             {3.0 / 4.0, {"about three quarters", "约四分之三"}},
                                             {1.0, {"nearly all", "几乎全部"}}};
  for (const auto& [fraction, words] : fractions)
    if (std::fabs(share - fraction) <= closest) return words;
  return std::nullopt;
}

/// "About a third of the uncertainty of tco (total) comes from …", and of the next factors "23 % comes from …".
Words source_sentence(const std::string& figure, const std::string& factor, const Estimate& share, bool is_first) {
  const std::optional<Words> fraction = simple_fraction(share.value);
  const std::string how_much = capitalised(share_in_words(share.value));
  return {fmt::format("{}{} comes from {} ({}).\n", how_much, is_first ? " of the uncertainty of " + figure : "",
                      factor, percent_with_error(share)),
          fmt::format("{}来自 {} 的占 {}{}。\n", is_first ? figure + "的不确定性中，" : "", factor,
                      percent_with_error(share, Language::zh), fraction ? "，" + fraction->zh : "")};
}

}  // namespace

std::string capitalised(std::string text) {
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string share_in_words(double share, Language language) {
  if (const std::optional<Words> fraction = simple_fraction(share)) return fraction->in(language);
  return fmt::format("{:.0f}{}", 100.0 * share, percent_sign(language));
}

std::string percent_of_variance(double share, Language language) {
  return std::isfinite(share) ? fmt::format("{:.1f}", 100.0 * share) : Words{"unknown", "未知"}.in(language);
}

std::string percent_with_error(const Estimate& share, Language language) {
  const std::string value = percent_of_variance(share.value, language);
  const std::string error = percent_of_variance(share.standard_error, language);
  return Words{fmt::format("{} % +- {}", value, error), fmt::format("{}% ± {}", value, error)}.in(language);
}

std::string factor_label(const Factor& factor, Language language) {
  const bool is_correlated = factor.kind == FactorKind::group && factor.name.starts_with(factor.members.front());
  if (language == Language::en || !is_correlated) return factor.name;
  return fmt::format("{} 等 {} 项相关输入", factor.members.front(), factor.members.size());
}

std::string members_line(const Factor& group, Language language) {
  return fmt::format("  {}\n", joined(group.members, Words{", ", "、"}.in(language)));
}

std::string main_sources(const std::string& figure, const std::vector<Factor>& factors,
                         const std::vector<Estimate>& shares, Language language) {
  constexpr std::size_t most = 5;
  constexpr double least_share = 0.05;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, factors.size()) && shares[i].value >= least_share; ++i)
    out += source_sentence(figure, factor_label(factors[i], language), shares[i], i == 0).in(language);
  if (!out.empty()) return out;
  return Words{fmt::format("No factor explains more than 5 % of the uncertainty of {}.\n", figure),
               fmt::format("没有任何因素能解释{}不确定性的 5% 以上。\n", figure)}
      .in(language);
}

std::string explained_line(const Estimate& explained, Language language) {
  const std::string alone = percent_with_error(explained, language);
  if (explained.high >= 1.0)
    return Words{fmt::format("One at a time, they explain {}: all of it, as far as these paths can tell.\n", alone),
                 fmt::format("各因素单独作用合计解释 {}：就现有路径数而言，即为全部。\n", alone)}
        .in(language);
  const double rest = 100.0 * (1.0 - explained.value);
  return Words{fmt::format("One at a time, they explain {}; the other {:.1f} % comes from what they do together "
                           "(interactions).\n",
                           alone, rest),
               fmt::format("各因素单独作用合计解释 {}，其余 {:.1f}% 来自它们的共同作用（交互效应）。\n", alone, rest)}
      .in(language);
}

std::string analysis_heading(const Scenario& scenario, int runs, Language language) {
  const RunSettings& run = scenario.run;
  const std::string paths = grouped(run.paths), sampler = sampler_label(run.sampler, language);
  const Words times =
      runs > 1 ? Words{fmt::format("{} runs of ", runs), fmt::format("{} 次运行，每次 ", runs)} : Words::same("");
  return scenario.title.in(language) + "\n" + times.in(language) +
         Words{fmt::format("{} paths, seed {}, {}. Uncertainty is variance, the square of the standard deviation.\n",
                           paths, run.seed, sampler),
               fmt::format("{} 条路径，种子 {}，{}。不确定性以方差（标准差的平方）衡量。\n", paths, run.seed, sampler)}
             .in(language);
}

std::string constant_line(const std::string& figure, std::int64_t paths, Language language) {
  if (paths == 0)
    return Words{fmt::format("{} has no value on any path.\n", figure),
                 fmt::format("{}在所有路径上均无数值。\n", figure)}
        .in(language);
  return Words{fmt::format("{} is the same on every path: nothing drives it.\n", figure),
               fmt::format("{}在所有路径上相同，没有驱动因素。\n", figure)}
      .in(language);
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
