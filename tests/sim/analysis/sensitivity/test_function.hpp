#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sim/contract/model.hpp"
#include "sim/engine/results.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// A function of some inputs "case.x0", "case.x1", … and of a family of normal draws "case.noise", as a model with the
/// figure "y".
struct TestFunction {
  std::function<double(const std::vector<double>& x)> value;  ///< Of the inputs, then the draws.
  std::vector<std::string> inputs;  ///< Each a distribution, such as "dist='uniform', min=0, max=1".
  int draws = 0;
};

/// The text of its scenario, and the model that reads it.
std::string function_scenario(const TestFunction& function);
std::unique_ptr<Model> function_model(const TestFunction& function);

/// Its scenario, with `more` behind it.
Study read_function(const TestFunction& function, const std::string& more = "");

/// The distribution of `inputs` values alike.
std::vector<std::string> uniform_inputs(int inputs, double low, double high);

/// a·x: shares of the variance are a_i².
TestFunction linear_function(const std::vector<double>& slopes);
/// Ishigami and Homma 1990, with a = 7 and b = 0.1, of three inputs on (-π, π).
TestFunction ishigami();
/// Sobol' 1998: the product of (|4x - 2| + a)/(1 + a), of inputs on (0, 1).
TestFunction sobol_g(const std::vector<double>& a);
/// First-order indices of sobol_g: 1/(3(1 + a)²) each over the variance, product of 1 + them, less 1; and total ones.
std::vector<double> sobol_g_first(const std::vector<double>& a);
std::vector<double> sobol_g_total(const std::vector<double>& a);

/// A run that keeps "y" and all that is drawn.
Results run_function(const Study& study, std::int64_t paths, std::uint64_t seed = 7);

}  // namespace groundwork
