#include "sim/random/design.hpp"

#include <fmt/format.h>

#include <array>
#include <limits>
#include <utility>

#include "sim/base/diagnostics.hpp"

namespace groundwork {

namespace {

constexpr std::array<std::string_view, 3> sampler_names{"mc", "lhs", "sobol"};

/// ceil(paths / replicates), without overflow.
std::int64_t points_of(const DesignSpec& spec) {
  return spec.paths / replicates + (spec.paths % replicates > 0 ? 1 : 0);
}

std::int64_t max_points(Sampler sampler) {
  switch (sampler) {
    case Sampler::mc:
      break;
    case Sampler::lhs:
      return lhs_max_points;
    case Sampler::sobol:
      return sobol_max_points;
  }
  return std::numeric_limits<std::int64_t>::max() / replicates;
}

DesignSpec checked(const DesignSpec& spec, std::size_t columns) {
  check(design_problem(spec, columns).empty(), "Design: ask design_problem first");
  return spec;
}

}  // namespace

std::string_view name(Sampler sampler) { return sampler_names[static_cast<std::size_t>(sampler)]; }

std::optional<Sampler> sampler_from_name(std::string_view name) {
  for (std::size_t i = 0; i < sampler_names.size(); ++i)
    if (sampler_names[i] == name) return static_cast<Sampler>(i);
  return std::nullopt;
}

std::string design_problem(const DesignSpec& spec, std::size_t columns) {
  if (spec.paths < 1) return fmt::format("{} paths; there must be at least one", spec.paths);
  const std::int64_t most = max_points(spec.sampler);
  if (points_of(spec) > most)
    return fmt::format("{} paths; sampler '{}' has at most {}", spec.paths, name(spec.sampler), most * replicates);
  if (spec.sampler == Sampler::sobol && columns > sobol_max_dimensions)
    return fmt::format("{} random columns; sampler 'sobol' has at most {}", columns, sobol_max_dimensions);
  return {};
}

Design::Design(DesignSpec spec, std::vector<StreamKey> columns)
    : spec_(checked(spec, columns.size())),
      columns_(std::move(columns)),
      points_(points_of(spec)),
      grid_(spec.sampler == Sampler::lhs ? StrataGrid(points_) : StrataGrid()),
      sobol_(spec.sampler == Sampler::sobol ? this->columns() : 0) {}

void Design::check_paths(int column, std::int64_t first_path, std::int64_t paths) const {
  check(column >= 0 && column < columns(), "Design: no such column");
  check(first_path >= 0 && paths >= 0, "Design: negative path");
  check((first_path + paths + replicates - 1) / replicates <= points_, "Design: path beyond the last point");
}

}  // namespace groundwork
