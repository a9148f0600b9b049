#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/pack/pack.hpp"
#include "sim/random/latin_hypercube.hpp"
#include "sim/random/sobol.hpp"
#include "sim/random/stream.hpp"

namespace groundwork {

/// How the uniform numbers of all paths are laid out.
enum class Sampler {
  mc,     ///< Independent.
  lhs,    ///< Latin hypercubes: `replicates` independent ones.
  sobol,  ///< Scrambled Sobol points: `replicates` independent scramblings.
};

/// "mc", "lhs", "sobol".
std::string_view name(Sampler sampler);
std::optional<Sampler> sampler_from_name(std::string_view name);

/// Independent randomisations of lhs and sobol, from which their standard errors come. Path i is point i / 16 of
/// replicate i % 16.
inline constexpr int replicates = 16;

/// Paths whose numbers Design::fill writes side by side.
inline constexpr int fill_width = 8;

struct DesignSpec {
  Sampler sampler = Sampler::mc;
  std::uint64_t seed = 0;  ///< 0 is a seed like any other.
  std::int64_t paths = 0;  ///< >= 1.
};

/// Why there is no such design of `columns` columns, with the limit that was passed; empty if there is.
std::string design_problem(const DesignSpec& spec, std::size_t columns);

/// One uniform number in (0, 1) for every column and path: a function of both, with the same bits for every `Real`.
/// Immutable. mc draws depend on seed, stream key and path only; lhs on the number of paths too; sobol, on the position
/// of the column too, which is its dimension.
class Design {
 public:
  /// Throws std::logic_error if there is a design_problem.
  Design(DesignSpec spec, std::vector<StreamKey> columns);

  const DesignSpec& spec() const { return spec_; }
  int columns() const { return static_cast<int>(columns_.size()); }
  /// Points of one replicate, the last of which may lack some paths: ceil(paths / replicates).
  std::int64_t points() const { return points_; }

  /// The numbers of paths first_path … first_path + lanes_of<Real> - 1; first_path is a multiple of lanes_of<Real>,
  /// less than `paths` rounded up to a multiple of `replicates`. For single paths: it sets up the column anew each
  /// time.
  template <class Real>
  Real uniform(int column, std::int64_t first_path) const;

  /// Writes the numbers of paths first_path + 8·t … + 7 to to[t·stride … + 7] for t = 0 … tiles - 1. first_path is a
  /// multiple of 8; no path is beyond `paths` rounded up to a multiple of `replicates` (std::logic_error).
  template <class Real>
  void fill(int column, std::int64_t first_path, int tiles, double* to, std::ptrdiff_t stride) const;

 private:
  void check_paths(int column, std::int64_t first_path, std::int64_t paths) const;
  template <class Real, class Use>
  void with_column(int column, std::int64_t first_path, Use use) const;

  DesignSpec spec_;
  std::vector<StreamKey> columns_;
  std::int64_t points_;
  StrataGrid grid_;
  SobolSequence sobol_;
};

}  // namespace groundwork
