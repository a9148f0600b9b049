#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/statistics/confidence.hpp"
#include "sim/statistics/ranked_values.hpp"
#include "sim/statistics/summary.hpp"

namespace groundwork {

/// Values kept one by one.
class ExactColumn final : public RankedValues {
 public:
  ExactColumn() = default;
  explicit ExactColumn(std::span<const double> values) { assign(values); }
  /// Keeps what is finite of `values`, in place of those before and in their memory.
  void assign(std::span<const double> values);

  std::int64_t count() const override { return static_cast<std::int64_t>(sorted_.size()); }
  double at(std::int64_t rank) const override { return sorted_[static_cast<std::size_t>(rank)]; }
  double mean_between(double from, double to) const override;
  /// Ascending.
  const std::vector<double>& sorted() const { return sorted_; }

 private:
  std::vector<double> sorted_, room_;
};

/// The summary of one value per path, in path order.
Summary summarise(std::span<const double> values, Replication replication);
/// The same where the values are sorted already, with intervals that are shared with other columns.
Summary summarise(std::span<const double> values, const ExactColumn& column, Replication replication,
                  const OrderStatisticIntervals& intervals);

}  // namespace groundwork
