#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/contract/model.hpp"
#include "sim/distribution/quantile_kernel.hpp"
#include "sim/engine/draw_changes.hpp"
#include "sim/random/design.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// How every column of the input block comes about: immutable, and used from many threads at once.
class InputPlan {
 public:
  /// `run` decides seed, sampler and number of paths; draws do not depend on anything else of the scenario but names.
  /// `changes` must not redraw what is not drawn, nor part of a correlation group, nor with the same seed
  /// (std::logic_error).
  InputPlan(const Scenario& scenario, const DrawPlan& draws, const RunSettings& run, const DrawChanges& changes = {});

  int columns() const { return static_cast<int>(central_.size()); }
  /// Columns that are drawn: distributions in the order of the scenario's inputs, then the model's draws.
  const std::vector<int>& drawn() const { return drawn_; }
  /// Doubles in the inputs of one tile.
  std::size_t tile_doubles() const { return central_.size() * tile_paths; }

  /// Every column at its central value: a distribution at its mean, a draw at what the model says.
  const std::vector<double>& central() const { return central_; }
  /// Writes the central values of all columns, for all paths of a tile.
  void fill_central(double* tile) const;

  /// Draws paths first_path … first_path + 8·tiles - 1, a multiple of 8, into consecutive tiles that fill_central has
  /// prepared: columns that do not vary are left as they are.
  template <Isa>
  void draw(std::int64_t first_path, int tiles, double* inputs) const;
  void draw(Isa isa, std::int64_t first_path, int tiles, double* inputs) const;

 private:
  /// A column that varies by a distribution.
  struct Varying {
    int column = 0;
    QuantileKernel quantile;
  };
  /// Columns whose normal scores are mixed by a lower triangular matrix (docs/scenario-format.md, correlation).
  struct Mixed {
    std::vector<int> columns;
    Matrix cholesky;
  };

  void redraw(const Scenario& scenario, const DrawChanges& changes, const std::vector<StreamKey>& keys);
  template <class Real>
  void mix(const Mixed& mixed, double* tile) const;

  std::vector<double> central_;
  std::vector<int> drawn_;  ///< Input column of each column of the design.
  std::vector<Varying> varying_;
  std::vector<int> normals_;
  std::vector<Mixed> mixed_;
  Design design_;
  std::vector<unsigned char> is_redrawn_;  ///< By column of the design.
  std::optional<Design> other_;            ///< Of what is redrawn.
  std::vector<FixedColumn> fixed_;
};

}  // namespace groundwork
