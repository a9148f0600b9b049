#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace groundwork {

/// What a scenario says of a distribution, before it is checked.
struct DistributionSpec {
  std::string dist;                       ///< "pert", "normal", …: a name of the catalogue.
  std::map<std::string, double> numbers;  ///< Parameters by name, such as {"min", 1}.
  std::vector<double> values;             ///< discrete: the values; empirical: the sample.
  std::vector<double> weights;            ///< discrete: weight of each value.
};

/// Something wrong with one parameter of a DistributionSpec.
struct ParameterProblem {
  std::string parameter;  ///< Its name, or "" for the whole.
  std::string problem;
  std::string hint;
};

/// A parameter of a catalogue entry, for reading and for the tables in docs.
struct ParameterFacts {
  std::string name;
  bool required = true;
  std::string meaning;
};

struct DistributionFacts {
  std::string name;
  std::string meaning;
  std::vector<ParameterFacts> parameters;
};

/// Every distribution that a scenario may name.
const std::vector<DistributionFacts>& distribution_catalogue();

/// A probability distribution: immutable and cheap to copy. Its functions are exact to rounding (Boost.Math); kernels
/// use a QuantileTable instead.
class Distribution {
 public:
  class Law;  ///< The interface behind the catalogue's entries.

  /// All of the probability at one number.
  explicit Distribution(double value);
  explicit Distribution(std::shared_ptr<const Law> law);

  bool is_fixed() const;
  /// Smallest x with cdf(x) >= u; u in [0, 1].
  double quantile(double u) const;
  double cdf(double x) const;
  double mean() const;
  double sd() const;
  /// Ends of the support; infinite where it has none.
  double lowest() const;
  double highest() const;
  /// "pert(min 1, mode 2, max 4)", or the number.
  std::string text() const;
  const Law& law() const { return *law_; }

 private:
  std::shared_ptr<const Law> law_;
};

/// The distribution that `spec` describes, or none and at least one entry in `problems`.
std::optional<Distribution> make_distribution(const DistributionSpec& spec, std::vector<ParameterProblem>& problems);

}  // namespace groundwork
