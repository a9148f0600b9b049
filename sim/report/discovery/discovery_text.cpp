#include "sim/report/discovery/discovery_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/report/discovery/discovery_words.hpp"
#include "sim/report/display.hpp"
#include "sim/report/run/console_words.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

/// Below which a restriction is called confirmed by the paths held out.
constexpr double significance = 0.05;
/// Certainty factor (docs/discovery.md) up to which a corner is called little more than everywhere. An estimate.
constexpr double slight = 0.1;

std::string heading(const Scenario& scenario, const Discovery& discovery, Language language) {
  const RunSettings& run = scenario.run;
  const std::string paths = grouped(run.paths), sampler = sampler_label(run.sampler, language);
  Words text{fmt::format("{} paths, seed {}, {}.", paths, run.seed, sampler),
             fmt::format("{} 条路径，种子 {}，{}。", paths, run.seed, sampler)};
  if (discovery.outcome == Outcome::found || discovery.outcome == Outcome::no_box)
    text = text + Words{" Corners are searched on the first half and measured on the second.",
                        "区域在前一半路径上搜索，在后一半上评估。"};
  const std::string undefined = grouped(discovery.undefined);
  if (discovery.undefined > 0)
    text = text + Words{fmt::format("\n{} paths on which a figure has no value are left out.", undefined),
                        fmt::format("\n{} 条路径上有指标没有数值，未计入。", undefined)};
  return fmt::format("{}\n{}\n\n", scenario.title.in(language), text.in(language));
}

std::string restriction_line(const Variable& variable, const FoundRestriction& restriction, Language language) {
  const Words without{"; without this ", "；去掉该限制后发生比例为 "};
  std::string line = fmt::format("  - {} {}{}{}\n", variable.name, limits_in_words(variable, restriction, language),
                                 without.in(language), percent_of_futures(restriction.density_without.value, language));
  const std::string& meaning = variable.meaning.in(language);
  if (!meaning.empty()) line += "      " + meaning + '\n';
  const Words unconfirmed{"      The second half does not confirm this one; it may be chance.\n",
                          "      后一半路径未能证实这一限制，它可能出于偶然。\n"};
  if (restriction.held_out_p >= significance) line += unconfirmed.in(language);
  return line;
}

/// Which part of the cases is in the box, and how often it happens there.
Words box_sentence(const FoundBox& box, std::size_t index) {
  constexpr std::array<std::string_view, 4> ordinals{"one", "a second", "a third", "a fourth"};
  const BoxMeasure& measure = box.measure;
  const std::string which =
      index < ordinals.size() ? std::string(ordinals[index]) + " corner" : fmt::format("corner {}", index + 1);
  return {fmt::format("{} {} lie in {} ({} of all futures), where it happens in {} of cases.\n",
                      index == 0 ? "Of these," : "A further", futures_with_error(measure.coverage), which,
                      percent_of_futures(measure.mass.value), futures_with_error(measure.density)),
          fmt::format("区域 {} 占 {} 的情形，{}包含全部发生情形的 {}；区域内的发生比例为 {}。\n", index + 1,
                      percent_of_futures(measure.mass.value, Language::zh), index == 0 ? "" : "另",
                      futures_with_error(measure.coverage, Language::zh),
                      futures_with_error(measure.density, Language::zh))};
}

std::string box_text(const Discovery& discovery, std::size_t index, Language language) {
  const FoundBox& box = discovery.boxes[index];
  const Words little_more{"That is little more than everywhere.\n", "这仅略高于总体的发生比例。\n"};
  const Words too_sparse{"None that was found is as dense as --density asks for; this is the densest.\n",
                         "没有找到发生比例达到 --density 的区域；此为比例最高的区域。\n"};
  const Words all{"There, all of this is so:\n", "区域内同时满足：\n"};
  const Words one{"There, this is so:\n", "区域内满足：\n"};
  std::string text = box_sentence(box, index).in(language);
  if (box.measure.density.value - discovery.share.value < slight * (1.0 - discovery.share.value))
    text += little_more.in(language);
  if (box.misses_density) text += too_sparse.in(language);
  text += (box.restrictions.size() > 1 ? all : one).in(language);
  for (const FoundRestriction& restriction : box.restrictions)
    text += restriction_line(discovery.variables[static_cast<std::size_t>(restriction.limits.variable)], restriction,
                             language);
  return text + "\n";
}

std::string together_text(const Discovery& discovery, Language language) {
  const std::size_t corners = discovery.boxes.size();
  const std::string beyond = futures_with_error(discovery.density_beyond, language);
  if (corners == 1)
    return Words{fmt::format("Outside it, it happens in {} of futures.\n\n", beyond),
                 fmt::format("区域外的发生比例为 {}。\n\n", beyond)}
        .in(language);
  const std::string coverage = futures_with_error(discovery.together.coverage, language);
  const std::string density = futures_with_error(discovery.together.density, language);
  return Words{fmt::format("Together the {} corners have {} of these, and it happens in {} of their cases. "
                           "Outside them, it happens in {} of futures.\n\n",
                           corners, coverage, density, beyond),
               fmt::format("{} 个区域合计包含全部发生情形的 {}，区域内的发生比例为 {}；区域外的发生比例为 {}。\n\n",
                           corners, coverage, density, beyond)}
      .in(language);
}

/// Rows for the table: the first, the last, the chosen one and some between.
std::vector<std::size_t> shown_steps(const FoundBox& box) {
  constexpr std::size_t most = 8;
  const std::size_t last = box.trajectory.size() - 1;
  std::vector<std::size_t> steps{box.chosen};
  for (std::size_t i = 0; i < most; ++i) steps.push_back(i * last / (most - 1));
  std::ranges::sort(steps);
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  return steps;
}

std::string trajectory_text(const FoundBox& box, Language language) {
  const auto in = [&](const Words& words) { return words.in(language); };
  TextGrid grid({in({"step", "步"}), in({"inputs limited", "受限输入数"}),
                 in({"share of futures %", "占全部情形（%）"}), in({"of these %", "占全部发生情形（%）"}),
                 in({"happens in %", "发生比例（%）"}), in({"+- error", "标准误"}), ""});
  for (const std::size_t i : shown_steps(box)) {
    const BoxMeasure& at = box.trajectory[i].measure;
    const auto cell = [](double share) { return fmt::format("{:.1f}", 100.0 * share); };
    grid.add({fmt::format("{}", i), fmt::format("{}", box.trajectory[i].step.box.size()), cell(at.mass.value),
              cell(at.coverage.value), cell(at.density.value), cell(at.density.standard_error),
              i == box.chosen ? in({"chosen", "选定步"}) : ""});
  }
  const Words title{
      "How the first corner came about; the chosen step is made simpler afterwards (--density chooses another):\n",
      "区域 1 的搜索过程；选定步其后再作简化（可用 --density 改选）：\n"};
  return title.in(language) + grid.text();
}

/// "tco (total) > 9 CNY bn happens in 12.0 % +- 0.3 of futures.", or what there is to say instead.
Words share_sentence(const OutputTable& table, const Discovery& discovery) {
  const Words what{conditions_in_words(table, discovery.conditions),
                   conditions_in_words(table, discovery.conditions, Language::zh)};
  const std::string paths = grouped(discovery.searched.paths + discovery.held_out.paths);
  switch (discovery.outcome) {
    case Outcome::no_value:
      return {"No path has a value of " + what.en + ": nothing can be said.\n",
              "没有一条路径上的指标都有数值，无法判断“" + what.zh + "”是否发生。\n"};
    case Outcome::never:
      return {fmt::format(
                  "{} does not happen on any of {} paths. Its share of futures is below {}, with 97.5 % confidence.\n",
                  what.en, paths, percent_of_futures(discovery.share.high)),
              fmt::format("“{}”在 {} 条路径上均未发生；发生比例低于 {}（97.5% 置信度）。\n", what.zh, paths,
                          percent_of_futures(discovery.share.high, Language::zh))};
    case Outcome::always:
      return {fmt::format("{} happens on all of {} paths: no input decides it.\n", what.en, paths),
              fmt::format("“{}”在全部 {} 条路径上都发生，不取决于任何输入。\n", what.zh, paths)};
    default:
      return {fmt::format("{} happens in {} of futures.\n", what.en, futures_with_error(discovery.share)),
              fmt::format("“{}”在 {} 的情形中发生。\n", what.zh, futures_with_error(discovery.share, Language::zh))};
  }
}

Words too_rare_sentences(const CaseCount& first, const CaseCount& second) {
  const std::int64_t first_not = first.paths - first.cases, second_not = second.paths - second.cases;
  return {
      fmt::format(
          "That is too few to search: each half of the paths must have {} on which it happens and {} on which it does\n"
          "not. The first half has {} and {}, the second {} and {}. Run more --paths, or choose another threshold.\n",
          least_cases, least_cases, first.cases, first_not, second.cases, second_not),
      fmt::format(
          "样本太少，无法搜索：前后两半路径中，发生与不发生的都须至少有 {} 条。前一半有 {} 条发生、{} 条不发生，\n"
          "后一半有 {} 条发生、{} 条不发生。请增加路径数（--paths），或改用其他阈值。\n",
          least_cases, first.cases, first_not, second.cases, second_not)};
}

Words no_box_sentence(std::size_t variables) {
  return {fmt::format("No corner stands out: as far as these paths can tell, none of the {} random columns says where "
                      "it happens.\n",
                      variables),
          fmt::format("没有突出的区域：就这些路径而言，{} 个随机量都不能说明它在何处发生。\n", variables)};
}

}  // namespace

std::string discovery_text(const Study& study, const Discovery& discovery, Language language) {
  std::string text =
      heading(study.scenario, discovery, language) + share_sentence(study.program->outputs(), discovery).in(language);
  if (discovery.outcome == Outcome::too_rare)
    text += too_rare_sentences(discovery.searched, discovery.held_out).in(language);
  if (discovery.outcome == Outcome::no_box) text += no_box_sentence(discovery.variables.size()).in(language);
  for (std::size_t i = 0; i < discovery.boxes.size(); ++i) text += box_text(discovery, i, language);
  if (discovery.outcome != Outcome::found) return text;
  return text + together_text(discovery, language) + trajectory_text(discovery.boxes.front(), language);
}

}  // namespace groundwork
