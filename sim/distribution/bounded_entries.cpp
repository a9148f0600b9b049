#include <fmt/format.h>

#include "sim/base/text.hpp"
#include "sim/distribution/beta_shape.hpp"
#include "sim/distribution/catalogue.hpp"
#include "sim/distribution/continuous_law.hpp"

namespace groundwork {

namespace {

LawPointer make_fixed(Parameters& parameters) {
  return parameters.good() ? fixed_law(parameters.number("value")) : nullptr;
}

LawPointer make_uniform(Parameters& parameters) {
  parameters.require_ordered("min", "max");
  if (!parameters.good()) return nullptr;
  const double low = parameters.number("min"), high = parameters.number("max");
  return low < high ? uniform_law(low, high, parameters.text()) : fixed_law(low);
}

/// min <= mode <= max, each problem noted once.
void require_mode_within(Parameters& parameters) {
  const double low = parameters.number("min"), mode = parameters.number("mode"), high = parameters.number("max");
  parameters.require_ordered("min", "max");
  if (low <= high && (mode < low || mode > high))
    parameters.problem("mode",
                       fmt::format("'mode' ({}) is outside 'min' to 'max' ({} to {})", number_text(mode),
                                   number_text(low), number_text(high)),
                       "the mode is the most likely value: it must lie between the ends");
}

LawPointer make_triangular(Parameters& parameters) {
  require_mode_within(parameters);
  if (!parameters.good()) return nullptr;
  const double low = parameters.number("min"), mode = parameters.number("mode"), high = parameters.number("max");
  return low < high ? triangular_law(low, mode, high, parameters.text()) : fixed_law(low);
}

LawPointer make_pert(Parameters& parameters) {
  constexpr double usual_weight = 4.0;
  require_mode_within(parameters);
  parameters.require_positive("weight", "the usual weight is 4; smaller is flatter, larger narrower around the mode");
  const double low = parameters.number("min"), mode = parameters.number("mode"), high = parameters.number("max");
  const double weight = parameters.number_or("weight", usual_weight);
  parameters.require_shape("weight", 1.0 + weight);
  if (!parameters.good()) return nullptr;
  if (!(low < high)) return fixed_law(low);
  auto shape = beta_shape(pert_exponents(low, mode, high, weight), low, high);
  const Truncation whole(*shape, low, high);
  LawPointer law = continuous_law(std::move(shape), whole, parameters.text());
  if (law == nullptr)
    parameters.problem("weight", "the quantiles of this shape cannot be tabulated to the promised error",
                       "use a smaller weight, or move the mode away from the end");
  return law;
}

}  // namespace

std::vector<CatalogueEntry> bounded_entries() {
  const ParameterFacts low{"min", true, "smallest possible value"}, high{"max", true, "largest possible value"};
  const ParameterFacts mode{"mode", true, "most likely value"};
  return {
      {{"fixed", "one number", {{"value", true, "the number"}}}, make_fixed},
      {{"uniform", "every value between two ends equally likely", {low, high}}, make_uniform},
      {{"triangular", "density rising in a line to the mode and falling in a line from it", {low, mode, high}},
       make_triangular},
      {{"pert",
        "smooth estimate from three points: a beta distribution with mean (min + weight·mode + max)/(weight + 2)",
        {low, mode, high, {"weight", false, "of the mode against the ends, > 0; 4 if absent"}}},
       make_pert},
  };
}

}  // namespace groundwork
