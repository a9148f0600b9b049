#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/quantity.hpp"

namespace groundwork {

/// What a column of a family holds.
enum class DrawKind { standard_normal, uniform };

/// One column of random numbers that belongs to no declared input: a province's factor, a quarter's shock.
struct Draw {
  std::string stream;       ///< Hashed to the random stream; equal names draw equal numbers in every scenario.
  std::uint32_t index = 0;  ///< Position in the stream, such as the quarter.
  DrawKind kind = DrawKind::standard_normal;
  double central = 0.0;  ///< Its value on the central path.
};

/// Collects the families that a model draws. Their columns follow those of the quantities.
class DrawPlan {
 public:
  explicit DrawPlan(int first_column) : first_column_(first_column) {}

  /// One draw per label; each has the stream "name[label]", so it does not depend on which other labels there are.
  Family per_label(const std::string& name, const std::vector<std::string>& labels, DrawKind kind, double central);
  /// One draw per step 0, 1, …, `steps` - 1 of the stream `name`.
  Family per_step(const std::string& name, int steps, DrawKind kind, double central);

  int first_column() const { return first_column_; }
  const std::vector<Draw>& draws() const { return draws_; }

 private:
  int first_column_;
  std::vector<Draw> draws_;
};

}  // namespace groundwork
