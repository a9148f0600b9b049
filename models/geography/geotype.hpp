#pragma once

#include <array>

#include "sim/contract/form.hpp"

namespace groundwork {

/// Kinds of settlement, densest first: cities, towns, countryside.
inline constexpr int geotypes = 3;
inline constexpr int urban = 0;
inline constexpr int town = 1;
inline constexpr int rural = 2;
inline constexpr std::array<const char*, geotypes> geotype_names{"urban", "town", "rural"};  ///< In keys.
/// For planners; the three of the National Bureau of Statistics.
Words geotype_title(int geotype);

using ByGeotype = std::array<Quantity, geotypes>;

/// Declares `prefix`.urban, .town and .rural.
void declare_by_geotype(Form& form, ByGeotype& out, const Declaration& common);

}  // namespace groundwork
