#pragma once

#include <string>

#include "sim/report/optimisation/optimisation_record.hpp"

namespace groundwork {

/// A lever's value for readers: "380,000", "x 0.8", "true".
std::string lever_value(const Lever& lever, double value);
/// That of an evaluation; the baseline's own as its scenario says it.
std::string lever_value(const Lever& lever, std::size_t index, const Evaluation& evaluation);

/// How a statistic's value is shown: as its figure; a probability in percent.
Display statistic_display(const FigureStatistic& statistic, const OutputTable& table, Language language = Language::en);
/// A statistic's value as its figure is shown; a probability in percent.
std::string statistic_value_text(const FigureStatistic& statistic, double value, const OutputTable& table);
/// The same with the unit, and one more digit for an error.
std::string statistic_error_text(const FigureStatistic& statistic, double error, const OutputTable& table);
/// "CNY bn", "%" or nothing.
std::string statistic_unit(const FigureStatistic& statistic, const OutputTable& table);

/// "all evaluations were used" and the like.
std::string ending_in_words(SearchEnding ending);
/// "holds", "holds, but within its error", "does not hold".
std::string standing_in_words(const Requirement& requirement, const RequirementStanding& standing);

}  // namespace groundwork
