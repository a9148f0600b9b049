#include "sim/analysis/sweep/sweep.hpp"

#include "sim/base/text.hpp"

namespace groundwork {

std::vector<std::string> swept_inputs(const SweepHead& head) {
  std::vector<std::string> inputs;
  for (const SweepColumn& factor : head.factors)
    inputs.insert(inputs.end(), factor.inputs.begin(), factor.inputs.end());
  return inputs;
}

std::string factor_value(const SweepHead& head, const SweepPoint& point, std::size_t factor) {
  std::ptrdiff_t first = 0;
  for (std::size_t i = 0; i < factor; ++i) first += std::ssize(head.factors[i].inputs);
  const auto begin = point.values.begin() + first;
  return joined({begin, begin + std::ssize(head.factors[factor].inputs)}, ", ");
}

}  // namespace groundwork
