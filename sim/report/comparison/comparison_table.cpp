#include "sim/report/comparison/comparison_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/report/comparison/comparison_words.hpp"
#include "sim/report/comparison/place_tables.hpp"
#include "sim/report/display.hpp"
#include "sim/report/text_grid.hpp"

namespace groundwork {

namespace {

std::string label(const FigureComparison& figure) {
  const std::string unit = difference_display(figure.metric).label;
  return unit.empty() ? figure_name(figure) : fmt::format("{} [{}]", figure_name(figure), unit);
}

/// Inputs with a column for each option; "same" as the first.
std::string input_table(const Comparison& comparison) {
  constexpr std::size_t longest = 40;
  const auto& options = comparison.options;
  if (comparison.inputs.empty()) {
    const bool are_same = std::ranges::all_of(
        options, [&](const ComparedOption& option) { return option.digest == options.front().digest; });
    return are_same ? "All inputs are the same.\n"
                    : "Inputs differ in what a file holds or in correlations; all others are the same.\n";
  }
  std::vector<std::string> header{"inputs that differ"};
  for (const ComparedOption& option : options) header.push_back(option.name);
  TextGrid grid(header);
  for (const InputDifference& input : comparison.inputs) {
    std::vector<std::string> row{input.unit.empty() ? input.key : fmt::format("{} [{}]", input.key, input.unit)};
    for (std::size_t i = 0; i < input.values.size(); ++i) {
      const std::string& value = input.values[i];
      const bool is_first = i > 0 && value == input.values.front();
      row.push_back(is_first ? "same" : value.empty() ? "not set" : shortened(value, longest));
    }
    grid.add(std::move(row));
  }
  return grid.text();
}

/// How much pairing gained, or why there is nothing to gain.
std::string gain_text(const PairedDifference& paired) {
  const Summary& difference = paired.difference;
  if (difference.defined > 0 && difference.minimum == 0.0 && difference.maximum == 0.0) return "no difference";
  if (paired.is_constant) return "constant";
  if (!std::isfinite(paired.pairing_gain)) return "";
  return paired.pairing_gain < 100.0 ? fmt::format("{:.1f} x", paired.pairing_gain)
                                     : grouped(std::llround(paired.pairing_gain)) + " x";
}

std::string difference_table(const Comparison& comparison, std::size_t option) {
  const std::string title = fmt::format("{} less {}", comparison.options[option].name, comparison.options.front().name);
  TextGrid grid({title, "period", "P5", "P50", "P95", "mean", "+- error", "better", "the same", "pairing gains"});
  for (const FigureComparison& figure : comparison.figures) {
    const PairedDifference& paired = figure.differences[option - 1];
    const Summary& difference = paired.difference;
    const Display display = difference_display(figure.metric);
    const auto show = [&](double value) { return display_value(value, display); };
    Display finer = display;
    finer.decimals += 2;
    grid.add({label(figure), figure.period, show(difference.quantile[1]), show(difference.quantile[4]),
              show(difference.quantile[7]), show(difference.mean), display_value(difference.standard_error, finer),
              percent(paired.better.mean), percent(paired.equal_share), gain_text(paired)});
  }
  return grid.text();
}

std::string sentences(const Comparison& comparison) {
  constexpr std::size_t most = 6;  // more are no longer read
  if (comparison.figures.size() > most) return "";
  std::string out;
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    for (const FigureComparison& figure : comparison.figures)
      out += difference_sentence(comparison, figure, option) + ".\n";
  return out + "\n";
}

/// Mean regrets, where there are any.
std::string regret_table(const Comparison& comparison) {
  std::vector<std::string> header{"expected regret", "period"};
  for (const ComparedOption& option : comparison.options) header.push_back(option.name);
  TextGrid grid(header);
  for (const FigureComparison& figure : comparison.figures) {
    std::vector<std::string> row{label(figure), figure.period};
    bool is_any = false;
    for (const Regret& regret : figure.regrets) {
      row.push_back(display_value(regret.regret.mean, difference_display(figure.metric)));
      is_any |= regret.regret.maximum > 0.0;
    }
    if (is_any) grid.add(std::move(row));
  }
  return grid.has_rows() ? grid.text() + "\n" : "";
}

/// Figures of which `holds` is true, by name.
std::string names_where(const std::vector<FigureComparison>& figures,
                        const std::function<bool(const FigureComparison&)>& holds) {
  std::vector<std::string> names;
  for (const FigureComparison& figure : figures)
    if (holds(figure)) names.push_back(figure_name(figure));
  return joined(names, ", ");
}

std::string dominance_lines(const Comparison& comparison, std::size_t option) {
  const std::string& one = comparison.options[option].name;
  const std::string& first = comparison.options.front().name;
  const auto line = [&](const std::string& what, Dominates order_1, Dominates order_2) {
    const std::string names = names_where(comparison.figures, [&](const FigureComparison& figure) {
      return !figure.dominance.empty() && figure.dominance[option - 1].first_order == order_1 &&
             figure.dominance[option - 1].second_order == order_2;
    });
    return names.empty() ? "" : fmt::format("  {}: {}\n", what, names);
  };
  std::string out;
  for (const auto& [who, side] : {std::pair{one, Dominates::option}, {first, Dominates::baseline}}) {
    out += line(who + ", first order", side, side);
    out += line(who + ", second order only", Dominates::neither, side);
    out += line(who + ", second order only", Dominates::same, side);
  }
  out += line("neither", Dominates::neither, Dominates::neither);
  out += line("neither in the first order, the same in the second", Dominates::neither, Dominates::same);
  return out.empty() ? "" : fmt::format("Which dominates, {} or {}:\n{}", one, first, out);
}

std::string dominance_text(const Comparison& comparison) {
  std::string out;
  for (std::size_t option = 1; option < comparison.options.size(); ++option) out += dominance_lines(comparison, option);
  if (out.empty()) return "";
  const bool is_mc = comparison.run.sampler == Sampler::mc;
  return out + fmt::format("  (differences up to {} standard errors count as none)\n\n",
                           is_mc ? tolerated_errors : tolerated_errors_randomised);
}

/// Figures of which some pairs are undefined.
std::string left_out_line(const Comparison& comparison) {
  std::vector<std::string> parts;
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    for (const FigureComparison& figure : comparison.figures)
      if (const auto out = figure.differences[option - 1].difference.undefined; out > 0)
        parts.push_back(
            fmt::format("{} of {} ({})", grouped(out), figure_name(figure), comparison.options[option].name));
  return parts.empty() ? "" : fmt::format("Pairs left out, undefined on either side: {}\n\n", joined(parts, ", "));
}

std::string heading(const Comparison& comparison) {
  std::string out;
  for (const ComparedOption& option : comparison.options) out += fmt::format("{}: {}\n", option.name, option.title);
  return out + fmt::format("{} paths of each, seed {}, {}\n\n", grouped(comparison.run.paths), comparison.run.seed,
                           name(comparison.run.sampler));
}

}  // namespace

std::string comparison_table(const Comparison& comparison) {
  std::string out = heading(comparison) + input_table(comparison) + "\n" + sentences(comparison);
  for (std::size_t option = 1; option < comparison.options.size(); ++option)
    out += difference_table(comparison, option) + "\n";
  return out + left_out_line(comparison) + regret_table(comparison) + dominance_text(comparison) +
         place_tables(comparison);
}

}  // namespace groundwork
