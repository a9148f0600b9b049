#pragma once

#include <string>

#include "sim/report/value/value_report.hpp"

namespace groundwork {

/// How amounts of the figure are written: as the metric is, and with so many decimals more that what is worth knowing
/// has three digits.
class Amounts {
 public:
  explicit Amounts(const ValueReport& report, Language language = Language::en);

  std::string coarse(double value) const;
  std::string fine(double value) const;
  /// "1.23 CNY bn": what something is worth.
  std::string worth(double value) const;
  /// "1.23 CNY bn +- 0.05"
  std::string with_error(const Estimate& estimate) const;
  /// "what [CNY bn]"
  std::string labelled(const std::string& what) const;

 private:
  Language language_;
  Display coarse_, fine_;
};

/// "npv (total)", "stations:CN-GD (2025)"; "净现值", "广东2025年在网基站".
std::string decision_figure(const ValueReport& report, Language language = Language::en);

/// Whether a factor's value is above zero beyond Monte-Carlo error.
bool is_worth_knowing(const FactorValue& of);

/// Which option is chosen and by how much it leads, how often it is the best, and what knowing everything is worth.
std::string choice_sentences(const ValueReport& report, Language language = Language::en);

/// The factors that are worth knowing, at most five, beyond Monte-Carlo error.
std::string worth_sentences(const ValueReport& report, Language language = Language::en);

}  // namespace groundwork
