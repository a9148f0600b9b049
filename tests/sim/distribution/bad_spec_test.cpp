#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "sim/distribution/distribution.hpp"

namespace groundwork {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

struct BadSpec {
  DistributionSpec spec;
  std::string parameter;  ///< That the problem is noted at.
  std::string phrase;     ///< In the problem or its hint.
};

BadSpec bad(std::string dist, std::map<std::string, double> numbers, std::string parameter, std::string phrase) {
  return {{.dist = std::move(dist), .numbers = std::move(numbers), .values = {}, .weights = {}},
          std::move(parameter),
          std::move(phrase)};
}

BadSpec bad_list(DistributionSpec spec, std::string parameter, std::string phrase) {
  return {std::move(spec), std::move(parameter), std::move(phrase)};
}

std::vector<BadSpec> bad_specs() {
  return {
      bad("perth", {}, "dist", "did you mean 'pert'"),
      bad("zipf", {}, "dist", "there are fixed, uniform"),
      bad("", {}, "dist", "unknown distribution ''"),
      bad("fixed", {}, "value", "'fixed' needs 'value'"),
      bad("fixed", {{"value", nan}}, "value", "'value' is nan"),
      bad("uniform", {{"min", 2}, {"max", 1}}, "max", "'min' (2) is above 'max' (1)"),
      bad("uniform", {{"min", 1}}, "max", "largest possible value"),
      bad("uniform", {{"min", -infinity}, {"max", 1}}, "min", "'min' is -inf"),
      bad("uniform", {{"min", -1.7e308}, {"max", 1.7e308}}, "", "largest number"),
      bad("triangular", {{"min", 1}, {"mode", 5}, {"max", 4}}, "mode", "'mode' (5) is outside"),
      bad("triangular", {{"min", 1}, {"mode", 1}, {"max", 0}}, "max", "swap them"),
      bad("triangular", {{"min", 2}, {"mode", 3}, {"max", 2}}, "mode", "outside"),
      bad("pert", {{"min", 1}, {"mode", 0}, {"max", 4}}, "mode", "between the ends"),
      bad("pert", {{"min", 1}, {"moed", 2}, {"max", 4}}, "moed", "did you mean 'mode'"),
      bad("pert", {{"min", 1}, {"moed", 2}, {"max", 4}}, "mode", "needs 'mode'"),
      bad("pert", {{"min", 1}, {"mode", 2}, {"max", 4}, {"weight", 0}}, "weight", "must be > 0"),
      bad("pert", {{"min", 1}, {"mode", 2}, {"max", 4}, {"weight", -3}}, "weight", "usual weight is 4"),
      bad("pert", {{"min", 1}, {"mode", 2}, {"max", 4}, {"weight", 1e9}}, "weight", "outside 0.1 to 10000"),
      bad("normal", {{"mean", 1}, {"sd", 0}}, "sd", "write the number instead"),
      bad("normal", {{"mean", 1}, {"sd", -1}}, "sd", "'sd' is -1"),
      bad("normal", {{"mean", 1}, {"std", 1}}, "std", "parameters are mean, sd"),
      bad("normal", {{"mean", infinity}, {"sd", 1}}, "mean", "finite"),
      bad("normal", {{"mean", 0}, {"sd", 1}, {"min", 3}, {"max", 2}}, "max", "must not exceed"),
      bad("normal", {{"mean", 0}, {"sd", 1}, {"min", 6}}, "min", "keeps only 9.9e-10 of the probability"),
      bad("normal", {{"mean", 0}, {"sd", 1}, {"max", -40}}, "max", "keeps only 0"),
      bad("normal", {{"mean", 0}, {"sd", 1}, {"min", 1}, {"max", 1}}, "min", "keeps only 0"),
      bad("truncated_normal", {{"mean", 0}, {"sd", 1}, {"min", 1}}, "max", "needs 'max'"),
      bad("lognormal", {{"mean", -1}, {"sd", 1}}, "mean", "positive"),
      bad("lognormal", {{"mean", 1}, {"sd", 0}}, "sd", "write the number"),
      bad("lognormal", {{"mean", 1}}, "sd", "either 'mean' and 'sd', or 'p10' and 'p90'"),
      bad("lognormal", {{"p10", 1}}, "p90", "needs 'p90'"),
      bad("lognormal", {}, "mean", "needs 'mean'"),
      bad("lognormal", {{"p10", 5}, {"p90", 2}}, "p90", "must exceed 'p10'"),
      bad("lognormal", {{"p10", 0}, {"p90", 2}}, "p10", "must be > 0"),
      bad("lognormal", {{"p10", 1}, {"p90", 2}, {"mean", 1}}, "", "both moments and percentiles"),
      bad("lognormal", {{"p10", 1e-9}, {"p90", 1e9}}, "p90", "check the units"),
      bad("lognormal", {{"mean", 2}, {"sd", 1}, {"max", -1}}, "max", "keeps only 0"),
      bad("beta", {{"alpha", 0}, {"beta", 1}}, "alpha", "shape of 0"),
      bad("beta", {{"alpha", 1}, {"beta", -1}}, "beta", "shape of -1"),
      bad("beta", {{"alpha", 1e-3}, {"beta", 1}}, "alpha", "discrete distribution"),
      bad("beta", {{"alpha", 1}, {"beta", 2}, {"low", 3}}, "low", "must be below 'high' (1)"),
      bad("gamma", {{"shape", 1e7}, {"scale", 1}}, "shape", "normal distribution"),
      bad("gamma", {{"shape", 2}, {"scale", 0}}, "scale", "must be > 0"),
      bad("weibull", {{"shape", 1}, {"scale", -2}}, "scale", "positive"),
      bad("weibull", {{"shape", 0.1}, {"scale", 1e308}}, "", "largest number"),
      bad("discrete", {}, "values", "needs 'values'"),
      bad("discrete", {{"values", 3}}, "values", "must be a list"),
      bad_list({"discrete", {}, {1, 2}, {1}}, "weights", "1 weights for 2 values"),
      bad_list({"discrete", {}, {1, 2}, {1, -1}}, "weights", "weight -1 is negative"),
      bad_list({"discrete", {}, {1, 2}, {0, 0}}, "weights", "all weights are 0"),
      bad_list({"discrete", {}, {1, nan}, {}}, "values", "'values' is nan"),
      bad_list({"discrete", {{"min", 3}}, {1, 2}, {}}, "min", "leaves none of the values"),
      bad_list({"empirical", {}, {1, 2}, {1, 2}}, "weights", "no parameter 'weights'"),
      bad_list({"normal", {{"mean", 0}, {"sd", 1}}, {1, 2}, {}}, "values", "no parameter 'values'"),
  };
}

}  // namespace

TEST_CASE("what is wrong with a distribution is said where it is wrong, with a hint") {
  for (const BadSpec& bad_spec : bad_specs()) {
    std::vector<ParameterProblem> problems;
    CHECK_FALSE(make_distribution(bad_spec.spec, problems));
    const auto is_expected = [&](const ParameterProblem& problem) {
      return problem.parameter == bad_spec.parameter &&
             (problem.problem + " | " + problem.hint).find(bad_spec.phrase) != std::string::npos;
    };
    std::string found;
    for (const ParameterProblem& problem : problems) {
      found += "[" + problem.parameter + "] " + problem.problem + " | " + problem.hint + "\n";
      CHECK_FALSE(problem.hint.empty());
    }
    INFO(bad_spec.spec.dist << ": expected [" << bad_spec.parameter << "] " << bad_spec.phrase << "; found\n" << found);
    CHECK(std::ranges::any_of(problems, is_expected));
  }
}

TEST_CASE("everything wrong is found in one pass") {
  std::vector<ParameterProblem> problems;
  make_distribution({"pert", {{"min", 3}, {"max", 1}, {"wieght", 4}}, {}, {}}, problems);
  CHECK(problems.size() == 3);  // unknown 'wieght', no 'mode', min above max
}

TEST_CASE("the catalogue lists every distribution with its parameters") {
  CHECK(distribution_catalogue().size() == 12);
  for (const DistributionFacts& facts : distribution_catalogue()) {
    CHECK_FALSE(facts.meaning.empty());
    CHECK_FALSE(facts.parameters.empty());
  }
}

}  // namespace groundwork
