#pragma once

#include <random>
#include <vector>

namespace groundwork {

/// Independent standard normal values.
inline std::vector<double> normals(unsigned seed, int count) {
  std::mt19937_64 generator(seed);
  std::normal_distribution<double> normal;
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(normal(generator));
  return values;
}

/// location + scale·value.
inline std::vector<double> moved(std::vector<double> values, double location, double scale) {
  for (double& value : values) value = location + scale * value;
  return values;
}

}  // namespace groundwork
