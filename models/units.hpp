#pragma once

#include "sim/contract/outputs.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// A unit of results, and how planners like to read it: in Chinese by 10^4 (万) and 10^8 (亿), as ministry and
/// operators report.
struct Unit {
  const char* name;
  Displays display;
  bool is_whole = false;    ///< Takes whole numbers only: calendar years, numbers of rates of return.
  const char* udunit = "";  ///< As UDUNITS-2 reads it, which knows no stations; empty: the same.
};

namespace units {
inline const Unit cny{"CNY", {{1e9, "CNY bn", 1}, {1e8, "亿元", 0}}};
inline const Unit share{"share", {{0.01, "%", 1}, {0.01, "%", 1}}, false, "1"};
inline const Unit per_year{"1/year", {{0.01, "%/year", 1}, {0.01, "%", 1}}};
inline const Unit kwh{"kWh", {{1e9, "TWh", 1}, {1e8, "亿千瓦时", 0}}};
inline const Unit kg{"kg", {{1e9, "Mt", 1}, {1e7, "万吨", 0}}};
inline const Unit pb{"PB", {{1e3, "EB", 2}, {1e2, "亿GB", 1}}, false, "petabyte"};
inline const Unit stations{"stations", {{1e3, "thousand", 0}, {1e4, "万站", 1}}, false, "1"};
inline const Unit racks{"racks", {{1e3, "thousand", 0}, {1e4, "万架", 1}}, false, "1"};
inline const Unit users{"users", {{1e6, "million", 1}, {1e4, "万户", 0}}, false, "1"};
inline const Unit year{"year", {{1.0, "year", 0, false}, {1.0, "年", 0, false}}, true};
inline const Unit count{"1", {{1.0, "", 2}, {1.0, "", 2}}, true};
}  // namespace units

/// What a model declares of a metric besides its unit.
struct MetricWords {
  const char* name;
  Words title;
  Words meaning;
};

inline Metric metric_in(const Unit& unit, const MetricWords& words, Measure measure, Better better = Better::neither) {
  return {words.name, unit.name,    words.title,   words.meaning, measure,
          false,      unit.display, unit.is_whole, better,        unit.udunit};
}

}  // namespace groundwork
