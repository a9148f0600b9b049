#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/horizon.hpp"
#include "sim/contract/quantity.hpp"
#include "sim/contract/table.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// What a model declares its inputs to. One visitor reads a scenario into them, another writes the tables in docs, so a
/// declaration is written once. Keys are dotted; a number picks an element of an array ("rollout.depth.urban.to.0"), a
/// name the element of that `name` ("network.CT+CU.plan_share").
///
/// Nothing throws for wrong input: the problem is noted and the output keeps its initial value.
class Form {
 public:
  virtual ~Form() = default;

  /// A number, or, unless `fixed`, a distribution. Required, unless the declaration says what it is otherwise.
  virtual void quantity(Quantity& out, const Declaration& declaration, Certainty certainty = Certainty::may_vary) = 0;
  /// A whole number, the same on every path. Required.
  virtual void whole(int& out, const Declaration& declaration) = 0;
  virtual void flag(bool& out, std::string_view key, const Words& meaning) = 0;
  /// "2020-Q1"
  virtual void quarter(Quarter& out, std::string_view key, const Words& meaning) = 0;
  /// A list of texts; empty if absent.
  virtual void texts(std::vector<std::string>& out, std::string_view key, const Words& meaning) = 0;
  /// A CSV file with these columns (and maybe others).
  virtual void table(Table& out, std::string_view key, const std::vector<Column>& columns, const Words& meaning) = 0;

  /// The names in an array of named tables, in order; empty if absent. Documentation sees one, "<name>".
  virtual std::vector<std::string> names(std::string_view key, const Words& meaning) = 0;
  /// The years that are keys of a table, ascending; empty if absent. Documentation sees one.
  virtual std::vector<int> years(std::string_view key, const Words& meaning) = 0;

  virtual const Horizon& horizon() const = 0;
  /// Mean of a quantity that was declared: its value on the central path.
  virtual double mean(Quantity quantity) const = 0;
  /// The values that it can take; infinite where it has no end.
  virtual Bounds support(Quantity quantity) const = 0;
  /// Where a key was set, for problems that only the model can see.
  virtual SourcePosition position(std::string_view key) const = 0;
};

}  // namespace groundwork
