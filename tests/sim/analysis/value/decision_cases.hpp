#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/analysis/value/decision_value.hpp"
#include "tests/sim/analysis/sensitivity/test_function.hpp"

namespace groundwork {

enum class Against { each_other, zero };

/// A decision among functions of "case.x0", "case.x1", …, perhaps also against zero; higher is better.
struct DecisionCase {
  std::vector<Study> studies;
  Against against = Against::each_other;
};

/// One function of `normals` standard normal inputs, against zero.
DecisionCase one_against_zero(const std::function<double(const std::vector<double>& x)>& value, int normals);

/// With every single factor, and what `groups` name.
DecisionValue value_of(const DecisionCase& decision, const RunSettings& run,
                       const std::vector<std::string>& groups = {});

/// The value of a factor by name.
const FactorValue& factor_value(const DecisionValue& value, const std::string& name);

}  // namespace groundwork
