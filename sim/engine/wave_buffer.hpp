#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/aligned_doubles.hpp"
#include "sim/engine/input_plan.hpp"
#include "sim/statistics/wave.hpp"

namespace groundwork {

/// Doubles in the outputs of one tile.
inline std::size_t output_tile_doubles(const Program& program) {
  return static_cast<std::size_t>(program.outputs().cells()) * tile_paths;
}

/// Inputs and outputs of the tiles that are worked on together. Memory that is not touched takes no room.
class WaveBuffer {
 public:
  WaveBuffer(const Program& program, const InputPlan& plan, int tiles)
      : input_doubles_(plan.tile_doubles()),
        output_doubles_(output_tile_doubles(program)),
        inputs_(input_doubles_ * static_cast<std::size_t>(tiles)),
        outputs_(output_doubles_ * static_cast<std::size_t>(tiles)) {
    for (int tile = 0; tile < tiles; ++tile) {
      plan.fill_central(inputs(tile));
      input_tiles_.push_back(inputs(tile));
      output_tiles_.push_back(outputs(tile));
    }
  }

  double* inputs(int tile) const { return inputs_.data() + static_cast<std::size_t>(tile) * input_doubles_; }
  double* outputs(int tile) const { return outputs_.data() + static_cast<std::size_t>(tile) * output_doubles_; }
  std::span<const double* const> input_tiles() const { return input_tiles_; }
  int tiles() const { return static_cast<int>(output_tiles_.size()); }

  /// The first `paths` paths of the buffer, which are those of the run from `first_path` on.
  Wave wave(std::int64_t first_path, int paths) const {
    const auto used = static_cast<std::size_t>((paths + tile_paths - 1) / tile_paths);
    return {std::span<const double* const>(output_tiles_).first(used), first_path, paths};
  }

 private:
  std::size_t input_doubles_, output_doubles_;
  AlignedDoubles inputs_, outputs_;
  std::vector<const double*> input_tiles_, output_tiles_;
};

}  // namespace groundwork
