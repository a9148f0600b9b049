#pragma once

#include <string>
#include <utility>

#include "sim/contract/outputs.hpp"

namespace groundwork {

/// A unit of results, and how planners like to read it.
struct Unit {
  const char* name;
  Display display;
  bool is_whole = false;  ///< Counts and calendar years.
};

namespace units {
inline const Unit cny{"CNY", {1e9, "CNY bn", 1}};
inline const Unit share{"share", {0.01, "%", 1}};
inline const Unit per_year{"1/year", {0.01, "%/year", 1}};
inline const Unit kwh{"kWh", {1e9, "TWh", 1}};
inline const Unit kg{"kg", {1e9, "Mt", 1}};
inline const Unit pb{"PB", {1e3, "EB", 2}};
inline const Unit stations{"stations", {1e3, "thousand", 0}};
inline const Unit racks{"racks", {1e3, "thousand", 0}};
inline const Unit users{"users", {1e6, "million", 1}};
inline const Unit year{"year", {1.0, "year", 0, false}, true};
inline const Unit count{"1", {1.0, "", 2}, true};
}  // namespace units

inline Metric metric_in(const Unit& unit, std::string name, std::string meaning, Measure measure,
                        Better better = Better::neither) {
  return {std::move(name), unit.name, std::move(meaning), measure, false, unit.display, unit.is_whole, better};
}

}  // namespace groundwork
