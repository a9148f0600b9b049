#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/distribution/beta_shape.hpp"
#include "sim/distribution/catalogue.hpp"
#include "sim/distribution/continuous_law.hpp"
#include "sim/distribution/normal_shapes.hpp"
#include "sim/distribution/positive_shapes.hpp"

namespace groundwork {

namespace {

constexpr const char* number_instead = "for a value without spread write the number instead of a distribution";

/// The law of `shape` between the optional bounds; notes bounds that keep too little to be meant.
LawPointer truncated_law(std::unique_ptr<const SmoothShape> shape, Parameters& parameters) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr double least_kept = 1e-6;
  const Truncation truncation(*shape, parameters.number_or("min", -infinity), parameters.number_or("max", infinity));
  const std::string bound = parameters.has("min") ? "min" : "max";
  if (!(truncation.kept() >= least_kept)) {
    parameters.problem(
        bound,
        fmt::format("truncation keeps only {:.2g} of the probability, less than {:g}", truncation.kept(), least_kept),
        "widen 'min' to 'max', or move the distribution to where they are");
    return nullptr;
  }
  LawPointer law = continuous_law(std::move(shape), truncation, parameters.text());
  if (law == nullptr)
    parameters.problem("", "the quantiles of this shape cannot be tabulated to the promised error",
                       "use less extreme shapes or bounds");
  return law;
}

LawPointer make_normal(Parameters& parameters) {
  parameters.require_positive("sd", number_instead);
  parameters.require_ordered("min", "max");
  if (!parameters.good()) return nullptr;
  return truncated_law(normal_shape(parameters.number("mean"), parameters.number("sd")), parameters);
}

struct NormalOfLog {
  double mean, sd;
};

NormalOfLog from_moments(Parameters& parameters) {
  parameters.require_positive("mean", "a lognormal quantity is positive: so is its mean");
  parameters.require_positive("sd", number_instead);
  const double mean = parameters.number("mean"), relative_sd = parameters.number("sd") / mean;
  const double variance = std::log1p(relative_sd * relative_sd);
  return {.mean = std::log(mean) - 0.5 * variance, .sd = std::sqrt(variance)};
}

NormalOfLog from_percentiles(Parameters& parameters) {
  constexpr double score_of_p90 = 1.2815515655446004;  // normal quantile of 0.9
  parameters.require_positive("p10", "a lognormal quantity is positive: one in ten is below p10 > 0");
  parameters.require_positive("p90", "a lognormal quantity is positive: one in ten is above p90 > p10");
  const double low = parameters.number("p10"), high = parameters.number("p90");
  if (low >= high)
    parameters.problem(
        "p90", fmt::format("'p90' ({}) must exceed 'p10' ({})", number_text(high), number_text(low)),
        low == high ? number_instead : "swap them: one in ten values is below p10, one in ten above p90");
  const double log_low = std::log(low), log_high = std::log(high);
  return {.mean = 0.5 * (log_low + log_high), .sd = 0.5 * (log_high - log_low) / score_of_p90};
}

/// Either (mean, sd) or (p10, p90), whole.
void require_one_pair(Parameters& parameters) {
  constexpr const char* hint = "give either 'mean' and 'sd', or 'p10' and 'p90'";
  const bool moments = parameters.has("mean") || parameters.has("sd");
  const bool percentiles = parameters.has("p10") || parameters.has("p90");
  if (moments && percentiles) {
    parameters.problem("", "'lognormal' has both moments and percentiles", hint);
    return;
  }
  const std::pair<const char*, const char*> pair = percentiles ? std::pair{"p10", "p90"} : std::pair{"mean", "sd"};
  for (const char* name : {pair.first, pair.second})
    if (!parameters.has(name)) parameters.missing(name, hint);
}

LawPointer make_lognormal(Parameters& parameters) {
  constexpr double widest = 10.0;
  require_one_pair(parameters);
  parameters.require_ordered("min", "max");
  const NormalOfLog log = parameters.has("p10") ? from_percentiles(parameters) : from_moments(parameters);
  if (log.sd > widest)
    parameters.problem(
        parameters.has("p10") ? "p90" : "sd",
        fmt::format("the logarithm would have a standard deviation of {:.3g}, more than {:g}", log.sd, widest),
        "so wide a spread is rarely meant: check the units");
  if (!parameters.good()) return nullptr;
  if (!(log.sd > 0.0)) return fixed_law(std::exp(log.mean));
  return truncated_law(lognormal_shape(log.mean, log.sd), parameters);
}

LawPointer make_beta(Parameters& parameters) {
  for (const char* name : {"alpha", "beta"}) parameters.require_shape(name, parameters.number(name));
  const double low = parameters.number_or("low", 0.0), high = parameters.number_or("high", 1.0);
  if (low >= high)
    parameters.problem(parameters.has("high") ? "high" : "low",
                       fmt::format("'low' ({}) must be below 'high' ({})", number_text(low), number_text(high)),
                       "they are the ends of the range: 0 and 1 if absent");
  parameters.require_ordered("min", "max");
  if (!parameters.good()) return nullptr;
  const BetaExponents exponents{.alpha = parameters.number("alpha"), .beta = parameters.number("beta")};
  return truncated_law(beta_shape(exponents, low, high), parameters);
}

template <std::unique_ptr<const SmoothShape> shape_of(double shape, double scale)>
LawPointer make_positive(Parameters& parameters) {
  parameters.require_shape("shape", parameters.number("shape"));
  parameters.require_positive("scale", "the scale has the unit of the value and is positive");
  parameters.require_ordered("min", "max");
  if (!parameters.good()) return nullptr;
  return truncated_law(shape_of(parameters.number("shape"), parameters.number("scale")), parameters);
}

}  // namespace

std::vector<CatalogueEntry> continuous_entries() {
  const ParameterFacts low{"min", false, "values below are left out"}, high{"max", false, "values above are left out"};
  const ParameterFacts mean{"mean", true, "mean before truncation"},
      sd{"sd", true, "standard deviation before truncation, > 0"};
  const ParameterFacts scale{"scale", true, "in the unit of the value, > 0"};
  return {
      {{"normal", "bell curve", {mean, sd, low, high}}, make_normal},
      {{"truncated_normal",
        "bell curve cut at both ends",
        {mean, sd, {"min", true, "values below are left out"}, {"max", true, "values above are left out"}}},
       make_normal},
      {{"lognormal",
        "positive, with a bell curve for its logarithm",
        {{"mean", false, "mean before truncation, > 0; with sd"},
         {"sd", false, "standard deviation before truncation, > 0"},
         {"p10", false, "one value in ten is below, > 0; with p90, instead of mean and sd"},
         {"p90", false, "one value in ten is above, > p10"},
         low,
         high}},
       make_lognormal},
      {{"beta",
        "between two ends, of flexible shape",
        {{"alpha", true, "exponent at the low end, 0.1 to 10000"},
         {"beta", true, "exponent at the high end, 0.1 to 10000"},
         {"low", false, "low end; 0 if absent"},
         {"high", false, "high end; 1 if absent"},
         low,
         high}},
       make_beta},
      {{"gamma",
        "waiting time of several events",
        {{"shape", true, "number of events, 0.1 to 10000"}, scale, low, high}},
       make_positive<gamma_shape>},
      {{"weibull",
        "time to failure",
        {{"shape", true, "0.1 to 10000; below 1 failures grow rarer with age, above 1 more frequent"},
         scale,
         low,
         high}},
       make_positive<weibull_shape>},
  };
}

}  // namespace groundwork
