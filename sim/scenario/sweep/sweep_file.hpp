#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/outputs.hpp"
#include "sim/scenario/sweep/sweep_factor.hpp"

namespace groundwork {

/// A change of one input for all points, "key=value".
struct FixedChange {
  std::string assignment;
  SourcePosition position;
};

/// A figure that a sweep names.
struct NamedFigure {
  std::string text;  ///< As find_figure reads it.
  SourcePosition position;
  std::optional<Better> better;  ///< Which way is better, if the file says; else the metric does.
};

enum class SweepKind { grid, latin_hypercube };
/// "grid", "latin hypercube"
std::string_view name(SweepKind kind);

/// A file that says which scenarios to run (docs/sweep.md).
struct SweepFile {
  std::string path;
  std::string title;
  std::string scenario;  ///< Path of the scenario that all points change.
  SourcePosition scenario_position;
  std::vector<NamedFigure> metrics;  ///< None: all headline figures.
  std::vector<NamedFigure> pareto;
  std::vector<FixedChange> set;
  SweepKind kind = SweepKind::grid;
  std::int64_t points = 0;  ///< Of a Latin hypercube.
  std::uint64_t seed = 1;   ///< Of a Latin hypercube.
  std::vector<SweepFactor> factors;
};

/// Points that a sweep may have: what a run of some hours can do, and a table can hold.
inline constexpr std::int64_t most_sweep_points = 100'000;

/// Reads a sweep. `changes` are those of the command line, "key=value", which apply to all points after the file's own.
/// What is wrong goes to `diagnostics`; the rest is there, to find what else is wrong. None if the file cannot be read.
std::optional<SweepFile> read_sweep(const std::string& path, const std::vector<std::string>& changes,
                                    Diagnostics& diagnostics);

}  // namespace groundwork
