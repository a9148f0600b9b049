#pragma once

#include <string>

#include "sim/report/optimisation/optimisation_record.hpp"

namespace groundwork {

/// A lever's value for readers: "380,000", "x 0.8", "true"; a factor in Chinese is "0.8 倍".
std::string lever_value(const Lever& lever, double value, Language language = Language::en);
/// That of an evaluation; the baseline's own as its scenario says it.
std::string lever_value(const Lever& lever, std::size_t index, const Evaluation& evaluation,
                        Language language = Language::en);

/// A statistic as the user wrote it; in Chinese "总拥有成本均值", "P(2025年人口覆盖率 >= 90%)".
std::string statistic_title(const FigureStatistic& statistic, const OutputTable& table, Language language);
/// A requirement likewise: "P(2025年人口覆盖率 >= 90%) >= 基准".
std::string requirement_title(const Requirement& requirement, const OutputTable& table, Language language);

/// How a statistic's value is shown: as its figure; a probability in percent.
Display statistic_display(const FigureStatistic& statistic, const OutputTable& table, Language language = Language::en);
/// A statistic's value as its figure is shown; a probability in percent.
std::string statistic_value_text(const FigureStatistic& statistic, double value, const OutputTable& table,
                                 Language language = Language::en);
/// The same with one more digit, for an error.
std::string statistic_error_text(const FigureStatistic& statistic, double error, const OutputTable& table,
                                 Language language = Language::en);
/// "CNY bn", "%" or nothing.
std::string statistic_unit(const FigureStatistic& statistic, const OutputTable& table,
                           Language language = Language::en);

/// "all evaluations were used" and the like.
Words ending_in_words(SearchEnding ending);
/// "holds", "holds, but within its error", "does not hold".
Words standing_in_words(const Requirement& requirement, const RequirementStanding& standing);

}  // namespace groundwork
