#include "sim/scenario/correlation_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

/// For each input, the smallest column that it is linked to (itself, if to none).
std::vector<int> components(const std::vector<CorrelatedPair>& pairs, std::size_t inputs) {
  std::vector<int> root(inputs);
  std::iota(root.begin(), root.end(), 0);
  for (const CorrelatedPair& pair : pairs) {
    if (pair.spearman == 0.0) continue;
    const int a = root[static_cast<std::size_t>(pair.first)];
    const int b = root[static_cast<std::size_t>(pair.second)];
    std::ranges::replace(root, std::max(a, b), std::min(a, b));
  }
  return root;
}

std::vector<int> members_of(int component, const std::vector<int>& roots) {
  std::vector<int> columns;
  for (std::size_t i = 0; i < roots.size(); ++i)
    if (roots[i] == component) columns.push_back(static_cast<int>(i));
  return columns;
}

Matrix spearman_matrix(const std::vector<int>& columns, const std::vector<CorrelatedPair>& pairs) {
  Matrix matrix = Matrix::identity(static_cast<int>(columns.size()));
  for (const CorrelatedPair& pair : pairs) {
    const auto first = std::ranges::find(columns, pair.first);
    const auto second = std::ranges::find(columns, pair.second);
    if (first == columns.end() || second == columns.end()) continue;
    const int i = static_cast<int>(first - columns.begin());
    const int j = static_cast<int>(second - columns.begin());
    matrix.at(i, j) = matrix.at(j, i) = pair.spearman;
  }
  return matrix;
}

/// `convert` of every element off the diagonal.
Matrix converted(Matrix matrix, double (*convert)(double)) {
  for (int i = 0; i < matrix.size; ++i)
    for (int j = 0; j < matrix.size; ++j)
      if (i != j) matrix.at(i, j) = convert(matrix.at(i, j));
  return matrix;
}

/// Drawn towards the identity by what rounding to the six decimals may cost, so that what is shown is valid itself.
std::string matrix_text(const Matrix& matrix) {
  const double kept = 1.0 - 2e-6 * matrix.size;
  std::vector<std::string> rows;
  for (int i = 0; i < matrix.size; ++i) {
    std::vector<std::string> cells;
    for (int j = 0; j < matrix.size; ++j) cells.push_back(fmt::format("{:.6f}", i == j ? 1.0 : kept * matrix.at(i, j)));
    rows.push_back(fmt::format("    [{}]", joined(cells, ", ")));
  }
  return joined(rows, ",\n");
}

class Grouping {
 public:
  Grouping(const std::vector<CorrelatedPair>& pairs, const std::vector<Input>& inputs, Impossible policy,
           Diagnostics& diagnostics)
      : pairs_(pairs), inputs_(inputs), policy_(policy), diagnostics_(diagnostics) {}

  std::optional<CorrelationGroup> group(std::vector<int> columns) {
    CorrelationGroup out{std::move(columns), {}, {}, false};
    out.spearman = spearman_matrix(out.columns, pairs_);
    const Matrix gaussian = converted(out.spearman, gaussian_from_spearman);
    auto factor = cholesky(gaussian);
    if (!factor) {
      const Matrix nearest = nearest_correlation(gaussian);
      out.spearman = converted(nearest, spearman_from_gaussian);
      out.is_nearest = true;
      report_impossible(out);
      factor = cholesky(nearest);
    }
    if (!factor) return std::nullopt;
    out.cholesky = std::move(*factor);
    return out;
  }

 private:
  void report_impossible(const CorrelationGroup& group) {
    std::vector<std::string> keys;
    for (const int column : group.columns) keys.push_back(inputs_[static_cast<std::size_t>(column)].declaration.key);
    const std::string nearest =
        fmt::format("the nearest possible, in the order {}:\n{}", joined(keys, ", "), matrix_text(group.spearman));
    if (policy_ == Impossible::take_nearest)
      diagnostics_.warning(position(group), "correlations that cannot hold together were replaced", nearest);
    else
      diagnostics_.error(
          position(group),
          fmt::format("the correlations of {} inputs cannot hold together (the matrix is not positive definite)",
                      group.columns.size()),
          nearest + "\n  to use it: --accept-nearest-correlation, or accept_nearest_correlation = true in [run]");
  }

  /// Of the first entry that has a part in the group.
  SourcePosition position(const CorrelationGroup& group) const {
    const auto in_group = [&](const CorrelatedPair& p) {
      return std::ranges::find(group.columns, p.first) != group.columns.end();
    };
    return std::ranges::find_if(pairs_, in_group)->position;
  }

  const std::vector<CorrelatedPair>& pairs_;
  const std::vector<Input>& inputs_;
  Impossible policy_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<CorrelationGroup> correlation_groups(const std::vector<CorrelatedPair>& pairs,
                                                 const std::vector<Input>& inputs, Impossible policy,
                                                 Diagnostics& diagnostics) {
  std::vector<CorrelationGroup> groups;
  Grouping grouping(pairs, inputs, policy, diagnostics);
  const std::vector<int> roots = components(pairs, inputs.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    std::vector<int> columns = members_of(static_cast<int>(i), roots);
    if (columns.size() < 2) continue;
    if (auto group = grouping.group(std::move(columns))) groups.push_back(std::move(*group));
  }
  return groups;
}

}  // namespace groundwork
