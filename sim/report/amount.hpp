#pragma once

#include <string>

#include "sim/contract/outputs.hpp"
#include "sim/contract/words.hpp"

namespace groundwork {

/// A number that is written already, with a unit unless that is empty: "8,577.5 CNY bn", "12.3 %"; "85,775 亿元",
/// "12.3%".
std::string with_unit(const std::string& number, const std::string& unit, Language language);

/// The value as it is displayed, with its unit.
std::string display_amount(double value, const Display& display, Language language = Language::en);

/// How a difference of two values is shown: that of percentages is in 个百分点 in Chinese.
Display as_difference(Display display, Language language);
/// A difference of two values so, with its unit.
std::string display_difference(double value, const Display& display, Language language = Language::en);

/// What stands at the head of a row or column, with its unit unless that is empty: "tco [CNY bn]",
/// "总拥有成本（亿元）".
std::string labelled(const std::string& what, const std::string& unit, Language language);

}  // namespace groundwork
