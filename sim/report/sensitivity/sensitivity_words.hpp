#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/analysis/estimate.hpp"
#include "sim/analysis/sensitivity/factors.hpp"
#include "sim/scenario/scenario.hpp"

namespace groundwork {

/// A share in words where there are any within two points of a hundred ("about half"), else "17 %".
std::string share_in_words(double share, Language language = Language::en);

/// With a capital letter in front, if it is one of a … z.
std::string capitalised(std::string text);

/// "51.2", or "unknown"
std::string percent_of_variance(double share, Language language = Language::en);
/// "51.2 % +- 0.8"; "51.2% ± 0.8"
std::string percent_with_error(const Estimate& share, Language language = Language::en);

/// A factor at the head of a row: its name; in Chinese "NAME 等 5 项相关输入" for "NAME and 4 correlated".
std::string factor_label(const Factor& factor, Language language);

/// Who is in a group: "  rollout.cost.ran, rollout.cost.civil".
std::string members_line(const Factor& group, Language language);

/// The factors of more than one twentieth each, at most five, in words; `shares` by factor, largest first.
std::string main_sources(const std::string& figure, const std::vector<Factor>& factors,
                         const std::vector<Estimate>& shares, Language language);

/// What inputs explain one at a time, and what is left to those that act together.
std::string explained_line(const Estimate& explained, Language language);

/// Title of the scenario and how the paths were drawn; `runs` of them.
std::string analysis_heading(const Scenario& scenario, int runs, Language language);

/// That a figure is the same on all of the paths on which it has a value.
std::string constant_line(const std::string& figure, std::int64_t paths, Language language);

/// What the names of families of draws mean, if there are any.
std::string draws_line(const std::vector<Factor>& factors, Language language = Language::en);

/// That paths without a value were left out; empty if there are none.
std::string undefined_line(std::int64_t undefined, Language language = Language::en);

}  // namespace groundwork
