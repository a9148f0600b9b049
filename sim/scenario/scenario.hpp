#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/horizon.hpp"
#include "sim/contract/quantity.hpp"
#include "sim/contract/words.hpp"
#include "sim/distribution/correlation.hpp"
#include "sim/distribution/distribution.hpp"
#include "sim/random/design.hpp"

namespace groundwork {

/// A declared quantity as a scenario sets it.
struct Input {
  Declaration declaration;
  Distribution distribution{0.0};  ///< A number is a distribution too: see is_fixed().
  std::string dist;                ///< Its name in the catalogue; "" for a number.
  std::string source;              ///< As the scenario says; may be empty.
  SourcePosition position;         ///< Where it was set.
  std::string text;                ///< What was set, as TOML on one line.
};

/// An input that is no quantity, as a scenario sets it: a flag, a date, a file, names.
struct Setting {
  Declaration declaration;  ///< Without bounds.
  SourcePosition position;  ///< Where it was set.
  std::string text;         ///< What was set, as TOML on one line.
};

struct RunSettings {
  std::int64_t paths = 0;
  std::uint64_t seed = 0;
  Sampler sampler = Sampler::mc;
};

/// Inputs that are correlated with one another and with no other. Row i of a matrix belongs to columns[i].
struct CorrelationGroup {
  std::vector<int> columns;
  Matrix cholesky;          ///< Of the correlation of the normals (Gaussian copula).
  Matrix spearman;          ///< Rank correlation of the inputs.
  bool is_nearest = false;  ///< Stands for correlations that could not hold together.
};

/// A scenario that was read and found right: all the engine needs to know besides the model.
struct Scenario {
  Words title = Words::same("");        ///< `title` and `title_zh`; twice the former if there is no Chinese.
  Words description = Words::same("");  ///< Likewise.
  std::string path;                     ///< As the user typed it.
  std::vector<std::string> files;       ///< That file, the one it extends, and so on.
  Horizon horizon;
  RunSettings run;
  std::vector<Input> inputs;      ///< In column order.
  std::vector<Setting> settings;  ///< In order of declaration, those that are set.
  std::vector<CorrelationGroup> correlations;
  std::string resolved;  ///< The whole scenario as one TOML text.
  std::string digest;    ///< Of what the inputs are, not of how they are written nor of titles, descriptions and run.
};

}  // namespace groundwork
