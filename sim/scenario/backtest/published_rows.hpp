#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.hpp"
#include "sim/scenario/node.hpp"

namespace groundwork {

/// How much it says of a scenario that it agrees with a figure.
enum class Evidence {
  calibrated,  ///< Little: an input was set to it, or to what implies it.
  known,       ///< Something: it was there when the scenario was written, and no input was set to it.
  hindsight,   ///< Most: it was observed afterwards.
};

/// "calibrated", "known", "hindsight"
std::string_view name(Evidence evidence);

/// The evidence that a text names; none with an error if it names none.
std::optional<Evidence> read_evidence(const Node& node, Diagnostics& diagnostics);

/// A row of a table of published figures, as it stands there.
struct PublishedRow {
  std::string id;                 ///< "S003"
  std::string what;               ///< "5g_stations_total"
  std::string scope;              ///< "CN national"
  std::string when;               ///< "2020-12 (cumulative)"
  std::string value;              ///< ">620000"
  std::string unit;               ///< "stations"
  std::string from;               ///< Who says so, or how good it is.
  SourcePosition position;        ///< Of the id.
  SourcePosition value_position;  ///< Of the value.
  Evidence evidence = Evidence::known;
};

/// The rows of the CSV files that the [[source]] tables of a map name. Each says `file`, beside the map; the names of
/// its columns `what`, `when` and `from`, next to id, scope, value and unit; and `evidence`. `sources` may be null.
std::vector<PublishedRow> read_published_rows(const Node* sources, Diagnostics& diagnostics);

}  // namespace groundwork
