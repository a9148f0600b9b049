#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/contract/words.hpp"

namespace groundwork {

/// What an output is about: the country, a region, a province, a network, a sector.
struct Scope {
  std::string name;         ///< In results: "CN", "east", "CN-GD", "CT+CU", "datacenter", "east-to-west".
  Words title;              ///< For planners.
  std::string kind;         ///< "country", "region", "province", "network", "sector", "flow", "item".
  std::string within = {};  ///< Name of the scope that it is part of, such as a province's region; may be empty.
};

/// What planners call a kind of scope; its own name if it is none of the above.
Words scope_kind_title(std::string_view kind);

/// What a metric's values are in time.
enum class Measure {
  flow,   ///< Per year, and added up as "total".
  stock,  ///< At the end of each year.
  whole,  ///< One value for the whole horizon, under "total".
};

std::string_view name(Measure measure);

/// Which of two values a planner would rather have, all else equal.
enum class Better { neither, higher, lower };
std::string_view name(Better better);

/// How values are shown to readers: divided by `divisor`, written in `label` with `decimals`.
struct Display {
  double divisor = 1.0;
  std::string label;  ///< Empty: nothing behind the number.
  int decimals = 3;
  bool groups_digits = true;  ///< 1,234; a calendar year has no comma.
};

/// That in each language: Chinese counts in 万 (10^4) and 亿 (10^8).
struct Displays {
  Display en, zh;

  const Display& in(Language language) const { return language == Language::zh ? zh : en; }
};

/// One line of the metric list.
struct Metric {
  std::string name;  ///< In results and on the command line: "rollout_capex".
  std::string unit;  ///< In results.
  Words title;       ///< Short, for headings: "capital cost of stations".
  Words meaning;     ///< One line.
  Measure measure = Measure::flow;
  bool is_excess = false;  ///< Zero when all is well: readers want the probability that it is not.
  Displays display = {};
  bool is_whole = false;  ///< Takes whole numbers only, and so do its quantiles.
  Better better = Better::neither;
  std::string udunit = {};  ///< `unit` as UDUNITS-2 reads it; empty: the same.
};

/// A metric with its cells: all scopes of the first period, then of the next, as kernels write them.
struct MetricBlock {
  Metric metric;
  std::vector<int> scopes;           ///< Indices into OutputTable::scopes().
  std::vector<std::string> periods;  ///< "2020", …, "total".
  int first_cell = 0;

  int cell(int scope_slot, int period) const {
    return first_cell + period * static_cast<int>(scopes.size()) + scope_slot;
  }
  int cells() const { return static_cast<int>(scopes.size() * periods.size()); }
};

/// One number per path.
struct Cell {
  int block = 0;
  int scope = 0;   ///< Index into OutputTable::scopes().
  int period = 0;  ///< Index into the block's periods.
};

/// All that a model answers, in the order in which results list it.
class OutputTable {
 public:
  /// Index of the new scope. Throws std::logic_error if the name is taken.
  int add_scope(Scope scope);
  /// Index of the new block.
  int add_block(Metric metric, std::vector<int> scopes, std::vector<std::string> periods);

  const std::vector<Scope>& scopes() const { return scopes_; }
  const std::vector<MetricBlock>& blocks() const { return blocks_; }
  const MetricBlock& block(int index) const { return blocks_[static_cast<std::size_t>(index)]; }
  int cells() const { return cells_; }
  /// Index of a cell by names, or -1.
  int find(std::string_view metric, std::string_view scope, std::string_view period) const;
  /// What cell `index` is.
  Cell at(int index) const;
  /// The last period of every block for the first scope: the figures a reader asks for first.
  std::vector<int> headline_cells() const;

 private:
  std::vector<Scope> scopes_;
  std::vector<MetricBlock> blocks_;
  int cells_ = 0;
};

}  // namespace groundwork
