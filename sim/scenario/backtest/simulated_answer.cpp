#include "sim/scenario/backtest/simulated_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "sim/base/text.hpp"
#include "sim/contract/figure.hpp"

namespace groundwork {

namespace {

bool is_year(const std::string& part) {
  return part.size() == 4 && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether all four quarters of the year are simulated: a part of it says nothing about the year.
bool has_whole_year(const Horizon& horizon, int year) {
  return horizon.first <= Quarter::of(year, 1) && Quarter::of(year, 4) <= horizon.last;
}

/// A sum of cells.
struct Sum {
  std::vector<std::string> figures;
  std::vector<int> cells;
  std::vector<std::string> years;  ///< Not simulated.
  std::string unit;
};

class SumReader {
 public:
  SumReader(const Simulation& simulation, Diagnostics& diagnostics)
      : simulation_(simulation), diagnostics_(diagnostics) {}

  std::optional<Sum> read(const Node& node) {
    const int before = diagnostics_.error_count();
    const std::span<const Node> terms = node.array() == nullptr ? std::span(&node, 1) : std::span(*node.array());
    if (terms.empty()) diagnostics_.error(node.position, "the list of figures is empty");
    for (const Node& term : terms) add(term);
    if (diagnostics_.error_count() > before) return std::nullopt;
    return std::move(sum_);
  }

 private:
  void add(const Node& term) {
    if (term.text() == nullptr) {
      diagnostics_.error(term.position,
                         fmt::format("a figure must be a text such as \"stations:2020\", is {}", term.described()));
      return;
    }
    std::vector<std::string> parts = split(*term.text(), ':');
    std::erase_if(parts, [&](const std::string& part) { return note_if_unsimulated(part); });
    Diagnostics found;
    const std::optional<int> cell = find_figure(simulation_.outputs, joined(parts, ":"), found);
    for (const Diagnostic& problem : found.all()) diagnostics_.error(term.position, problem.problem, problem.hint);
    if (!cell) return;
    check_unit(term, simulation_.outputs.block(simulation_.outputs.at(*cell).block).metric.unit);
    sum_.figures.push_back(*term.text());
    sum_.cells.push_back(*cell);
  }

  bool note_if_unsimulated(const std::string& part) {
    if (!is_year(part) || has_whole_year(simulation_.horizon, std::stoi(part))) return false;
    sum_.years.push_back(part);
    return true;
  }

  void check_unit(const Node& term, const std::string& unit) {
    if (sum_.unit.empty()) sum_.unit = unit;
    if (sum_.unit != unit)
      diagnostics_.error(term.position,
                         fmt::format("'{}' is in {}, what it is added to is in {}", *term.text(), unit, sum_.unit));
  }

  const Simulation& simulation_;
  Diagnostics& diagnostics_;
  Sum sum_;
};

}  // namespace

std::optional<SimulatedAnswer> read_answer(const Node& compare, const Simulation& simulation,
                                           Diagnostics& diagnostics) {
  const Node* const figure = compare.find("figure");
  const Node* const divisor = compare.find("over");
  if (figure == nullptr)
    diagnostics.error(compare.position, "[[compare]] needs 'figure'", "such as figure = \"stations:2020\"");
  const auto sum = figure == nullptr ? std::nullopt : SumReader(simulation, diagnostics).read(*figure);
  const auto over = divisor == nullptr ? Sum{} : SumReader(simulation, diagnostics).read(*divisor);
  if (!sum || !over) return std::nullopt;
  SimulatedAnswer answer{sum->figures, over->figures, sum->cells, over->cells, sum->unit, sum->years};
  if (divisor != nullptr) answer.unit += "/" + over->unit;
  answer.unsimulated_years.insert(answer.unsimulated_years.end(), over->years.begin(), over->years.end());
  if (!answer.unsimulated_years.empty()) answer.cells.clear();
  if (!answer.unsimulated_years.empty()) answer.over.clear();
  return answer;
}

}  // namespace groundwork
