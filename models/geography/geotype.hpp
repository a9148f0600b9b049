#pragma once

#include <array>
#include <string>

#include "sim/contract/form.hpp"

namespace groundwork {

/// Kinds of settlement, densest first: cities, towns, countryside.
inline constexpr int geotypes = 3;
inline constexpr int urban = 0;
inline constexpr int town = 1;
inline constexpr int rural = 2;
inline constexpr std::array<const char*, geotypes> geotype_names{"urban", "town", "rural"};

using ByGeotype = std::array<Quantity, geotypes>;

/// Declares `prefix`.urban, .town and .rural.
inline void declare_by_geotype(Form& form, ByGeotype& out, const Declaration& common) {
  for (int a = 0; a < geotypes; ++a) {
    Declaration declaration = common;
    declaration.key += std::string(".") + geotype_names[static_cast<std::size_t>(a)];
    declaration.meaning += std::string(", ") + geotype_names[static_cast<std::size_t>(a)];
    form.quantity(out[static_cast<std::size_t>(a)], declaration);
  }
}

}  // namespace groundwork
