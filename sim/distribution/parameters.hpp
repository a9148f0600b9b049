#pragma once

#include <string>
#include <vector>

#include "sim/distribution/distribution.hpp"

namespace groundwork {

/// Reads the parameters that a specification gives, against what the catalogue says of the distribution, and notes all
/// that is wrong. A number that is missing or wrong reads as not-a-number and is not complained of twice.
class Parameters {
 public:
  Parameters(const DistributionSpec& spec, const DistributionFacts& facts, std::vector<ParameterProblem>& problems);

  bool has(const std::string& name) const { return spec_.numbers.contains(name); }
  double number(const std::string& name) const;
  double number_or(const std::string& name, double otherwise) const;
  const std::vector<double>& values() const { return spec_.values; }
  const std::vector<double>& weights() const { return spec_.weights; }

  void problem(std::string parameter, std::string text, std::string hint);
  /// Notes that a parameter is missing that the catalogue does not simply require.
  void missing(const std::string& parameter, std::string hint);
  /// Notes if a number is not > 0; `hint` says what to do.
  void require_positive(const std::string& name, std::string hint);
  /// Notes if a shape is outside the range in which the distribution is tabulated to the promised error.
  void require_shape(const std::string& name, double value);
  /// Notes if the number `low` exceeds the number `high`.
  void require_ordered(const std::string& low, const std::string& high);

  bool good() const { return good_; }
  /// "pert(min 1, mode 2, max 4)"
  std::string text() const;

 private:
  void check_names();
  void check_presence();
  void check_finite();

  const DistributionSpec& spec_;
  const DistributionFacts& facts_;
  std::vector<ParameterProblem>& problems_;
  bool good_ = true;
};

}  // namespace groundwork
