#pragma once

#include <string>

#include "sim/analysis/comparison/comparison.hpp"

namespace groundwork {

/// "B less A": what a difference of the option from the first is.
std::string difference_label(const Comparison& comparison, std::size_t option, Language language);

/// How differences of a metric are shown: as its values, but for calendar years, whose differences are numbers of
/// years, and for percent in Chinese, which differ by 个百分点.
Display difference_display(const Metric& metric, Language language = Language::en);

/// "tco", or "tco:CN-GD" if it is not about the first scope, the country; "总拥有成本", "广东总拥有成本".
std::string figure_name(const FigureComparison& figure, Language language = Language::en);

/// "12.3 %" of a share; empty if it is not known.
std::string percent(double share, Language language = Language::en);

/// "no-sharing saves 41.0 CNY bn of rollout_capex (total), +- 0.2; better in 99.4 % of futures.": option `option`, not
/// the first, against the first.
std::string difference_sentence(const Comparison& comparison, const FigureComparison& figure, std::size_t option,
                                Language language = Language::en);

/// Whether a mean difference is beyond Monte-Carlo error.
bool is_clear(const Summary& difference);

}  // namespace groundwork
