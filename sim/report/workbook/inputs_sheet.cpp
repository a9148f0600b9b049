#include <algorithm>
#include <cmath>

#include "sim/report/workbook/sheets.hpp"

namespace groundwork {

namespace {

/// Inputs are of any size: five digits of each are shown, or all before the point. A year has no comma.
SheetCell input_number(double value, const std::string& unit) {
  constexpr int digits = 5, most_decimals = 9;
  if (unit == "year") return {value, {0, false}};
  if (!std::isfinite(value) || value == std::round(value)) return {value, {0}};
  const int before_point = static_cast<int>(std::floor(std::log10(std::fabs(value)))) + 1;
  return {value, {std::clamp(digits - before_point, 0, most_decimals), true, /*drops_zeros=*/true}};
}

std::vector<SheetCell> input_row(const SheetSource& source, const SavedInput& input) {
  const auto quantile = [&](std::size_t percent) -> SheetCell {
    if (input.quantiles.size() <= percent) return "";
    return input_number(input.quantiles[percent], input.unit);
  };
  const bool is_number = input.quantiles.empty();
  return {input.key,
          source.say(input.meaning),
          is_number ? input_number(input.mean, input.unit) : SheetCell(input.value),
          input.unit,
          input_number(input.mean, input.unit),
          quantile(5),
          quantile(50),
          quantile(95),
          input.source,
          input.set_at};
}

}  // namespace

void add_inputs_sheet(const SheetSource& source) {
  SheetTable table;
  const auto add = [&](const Words& heading, int widest) { table.columns.push_back({{source.say(heading)}, widest}); };
  constexpr int key = 45, text = 50, place = 60, number = 16;
  add({"Input", "输入"}, key);
  add({"Meaning", "含义"}, text);
  add({"Value", "取值"}, text);
  add({"Unit", "单位"}, number);
  add({"Mean", "均值"}, number);
  for (const char* quantile : {"P5", "P50", "P95"}) add(Words::same(quantile), number);
  add({"Source", "来源"}, place);
  add({"Set at", "设置位置"}, place);
  for (const SavedInput& input : source.run.inputs) table.rows.push_back(input_row(source, input));
  for (const SavedSetting& setting : source.run.settings)
    table.rows.push_back(
        {setting.key, source.say(setting.meaning), setting.value, "", "", "", "", "", "", setting.set_at});
  Sheet sheet(source, {"Inputs", "输入"}, source.say({"Every input", "全部输入"}),
              source.say({"All that was assumed, in the scenario's own units. What has P5 to P95 is uncertain. Flags, "
                          "dates and files come last.",
                          "全部假设，采用情景文件中的单位。有 P5 至 P95 的为不确定输入。开关、日期和文件列在最后。"}));
  sheet.add_table(table);
}

}  // namespace groundwork
