#include "sim/report/backtest/backtest_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/report/display.hpp"

namespace groundwork {

namespace {

/// "metric:scope:" of "metric:scope:2020"
std::string_view without_last(std::string_view figure) { return figure.substr(0, figure.rfind(':') + 1); }
std::string_view last_of(std::string_view figure) { return figure.substr(figure.rfind(':') + 1); }

/// ":scope:2020" of "metric:scope:2020"
std::string_view from_colon(std::string_view figure) {
  return figure.substr(std::min(figure.find(':'), figure.size()));
}

/// Whether the figures differ in nothing but the year, and the years follow one another.
bool are_years_in_order(const std::vector<std::string>& figures) {
  double first = 0.0, year = 0.0;
  if (!parse_number(last_of(figures.front()), first)) return false;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const bool is_alike = without_last(figures[i]) == without_last(figures.front());
    if (!is_alike || !parse_number(last_of(figures[i]), year) || year != first + static_cast<double>(i)) return false;
  }
  return true;
}

std::string sum_label(const std::vector<std::string>& figures) {
  if (figures.size() == 1) return figures.front();
  if (are_years_in_order(figures)) return fmt::format("{}-{}", figures.front(), last_of(figures.back()));
  return fmt::format("{} + {} more", figures.front(), figures.size() - 1);
}

/// Cells of one metric and place, year after year.
bool differ_in_year_only(const std::vector<int>& cells, const OutputTable& table) {
  const Cell first = table.at(cells.front());
  int period = first.period;
  return std::ranges::all_of(cells, [&](int cell) {
    const Cell at = table.at(cell);
    return at.block == first.block && at.scope == first.scope && at.period == period++;
  });
}

Words sum_words(const std::vector<int>& cells, const OutputTable& table) {
  const Cell first = table.at(cells.front());
  const MetricBlock& block = table.block(first.block);
  const Scope& scope = table.scopes()[static_cast<std::size_t>(first.scope)];
  const auto period = [&](int cell) { return block.periods[static_cast<std::size_t>(table.at(cell).period)]; };
  Words words = block.metric.title;
  if (first.scope != block.scopes.front()) words = words + Words{", ", "，"} + scope.title;
  if (period(cells.front()) != "total") words = words + Words{", ", "，"} + Words::same(period(cells.front()));
  if (cells.size() == 1) return words;
  if (differ_in_year_only(cells, table)) return words + Words::same("-" + period(cells.back()));
  return words + Words{fmt::format(" + {} more", cells.size() - 1), fmt::format(" 等 {} 项", cells.size())};
}

std::string_view sign_of(Bound bound) {
  switch (bound) {
    case Bound::above:
      return "> ";
    case Bound::at_least:
      return ">= ";
    case Bound::below:
      return "< ";
    case Bound::at_most:
      return "<= ";
    case Bound::none:
      break;
  }
  return "";
}

}  // namespace

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::compared:
      return "compared";
    case Standing::not_simulated:
      return "not simulated";
    case Standing::unmapped:
      return "unmapped";
    case Standing::not_in_map:
      return "not in the map";
  }
  return "";
}

std::string answer_text(const SimulatedAnswer& answer) {
  const std::string sum = joined(answer.figures, " + ");
  return answer.over_figures.empty() ? sum : fmt::format("{} / {}", sum, joined(answer.over_figures, " + "));
}

std::string answer_label(const SimulatedAnswer& answer) {
  const std::string sum = sum_label(answer.figures);
  if (answer.over_figures.empty()) return sum;
  const std::string over = sum_label(answer.over_figures);
  const std::string_view of = from_colon(sum);
  if (of.empty() || of != from_colon(over)) return fmt::format("{} / {}", sum, over);
  return fmt::format("{}/{}", sum.substr(0, sum.size() - of.size()), over);
}

Words answer_words(const SimulatedAnswer& answer, const OutputTable& table) {
  const Words sum = sum_words(answer.cells, table);
  return answer.over.empty() ? sum : sum + Words::same(" / ") + sum_words(answer.over, table);
}

Display answer_display(const SimulatedAnswer& answer, const OutputTable& table, Language language) {
  if (!answer.over_figures.empty()) return Display{1.0, answer.unit, 0};
  return display_of(table.block(table.at(answer.cells.front()).block).metric, language);
}

std::string_view name(Bound bound) {
  switch (bound) {
    case Bound::above:
      return "above";
    case Bound::at_least:
      return "at least";
    case Bound::below:
      return "below";
    case Bound::at_most:
      return "at most";
    case Bound::none:
      break;
  }
  return "";
}

std::string published_text(const PublishedValue& published, const Display& display, Language language) {
  return fmt::format("{}{}", sign_of(published.bound), display_value(published.value, display, language));
}

}  // namespace groundwork
