#include <fmt/format.h>

#include "sim/report/workbook/sheets.hpp"

namespace groundwork {

namespace {

/// Whole numbers up to this size are exact in a spreadsheet, which knows doubles only.
constexpr std::uint64_t largest_exact = 1ULL << 53U;

SheetCell whole_number(std::uint64_t value, bool groups_digits) {
  if (value > largest_exact) return std::to_string(value);
  return {static_cast<double>(value), {0, groups_digits}};
}

Words sampler_title(const Results& results) {
  if (results.is_central) return {"one path, every input at its mean", "单一路径，所有输入取均值"};
  switch (results.run.sampler) {
    case Sampler::mc:
      return {"mc: independent draws", "mc：独立抽样"};
    case Sampler::lhs:
      return {"lhs: Latin hypercube", "lhs：拉丁超立方"};
    case Sampler::sobol:
      return {"sobol: scrambled Sobol' points", "sobol：加扰 Sobol 序列"};
  }
  return Words::same("");
}

Words ending_title(Ending ending) {
  switch (ending) {
    case Ending::complete:
      return {"complete", "完成"};
    case Ending::interrupted:
      return {"interrupted; the results rest on the paths done", "被中断；结果基于已完成的路径"};
    case Ending::out_of_time:
      return {"out of time; the results rest on the paths done", "超时；结果基于已完成的路径"};
  }
  return Words::same("");
}

using Rows = std::vector<std::vector<SheetCell>>;

void add_facts(const SheetSource& source, Rows& rows) {
  const SavedRun& run = source.run;
  const auto add = [&](const Words& what, SheetCell value) { rows.push_back({source.say(what), std::move(value)}); };
  add({"Title", "名称"}, source.say(run.title));
  add({"Scenario", "情景文件"}, run.scenario_path);
  add({"Folder of results", "结果文件夹"}, run.folder.string());
  add({"Groundwork version", "Groundwork 版本"}, run.version);
  add({"Paths", "路径数"}, whole_number(static_cast<std::uint64_t>(run.results.paths), true));
  add({"Paths asked for", "要求的路径数"}, whole_number(static_cast<std::uint64_t>(run.results.run.paths), true));
  add({"Seed", "随机种子"}, whole_number(run.results.run.seed, false));
  add({"Sampler", "抽样方法"}, source.say(sampler_title(run.results)));
  add({"Ending", "结束方式"}, source.say(ending_title(run.results.ending)));
  add({"Digest of the scenario", "情景摘要值"}, run.scenario_digest);
  add({"Digest of the results", "结果摘要值"}, run.results_digest);
}

void add_explanations(const SheetSource& source, Rows& rows) {
  const auto add = [&](const Words& what, const Words& text) { rows.push_back({source.say(what), source.say(text)}); };
  add({"P5, P50, P95", "P5、P50、P95"},
      {"Each path is one possible future. 5 % of them are below P5, half are below P50 (the median), 95 % below P95.",
       "每条路径是一种可能的未来。5% 的路径低于 P5，一半低于 P50（中位数），95% 低于 P95。"});
  add({"±", "±"},
      {"Standard error of the mean: how far it may lie from that of endlessly many paths. About 95 % of such means are "
       "within two standard errors. It says nothing of how right the inputs are.",
       "均值的标准误：与无穷多条路径的均值可能相差多少。约 95% 的情况下相差不超过两个标准误。它不说明输入是否正确。"});
  add({"Means and medians", "均值与中位数"}, {"Means add up over places and years. Medians and other quantiles do not.",
                                              "均值可以按地区和年份相加；中位数和其他分位数不能。"});
  add({"Empty cells", "空单元格"},
      {"The figure has no value on any path, or not in that period. The summary says on what share of the paths.",
       "该指标在任何路径上或该时段没有数值。“摘要”列出了没有数值的路径所占比例。"});
  add({"Rounding", "舍入"},
      {"Cells hold 16 significant digits; formats show fewer. Shown numbers may not add up to the last digit.",
       "单元格保存 16 位有效数字，显示的位数较少。显示的数字相加时末位可能有出入。"});
  add({"All numbers", "全部数字"},
      {"results.csv in the folder of results has every metric, place and period in full units, with nine quantiles and "
       "their confidence intervals.",
       "结果文件夹中的 results.csv 含全部指标、地区和时段，采用完整单位，并给出九个分位数及其置信区间。"});
}

}  // namespace

void add_method_sheet(const SheetSource& source) {
  constexpr int text = 100;
  SheetTable table;
  table.columns = {{{source.say({"What", "项目"})}}, {{source.say({"Value", "内容"})}, text, /*is_prose=*/true}};
  add_facts(source, table.rows);
  // The seed and the number of paths are in the saved scenario.
  table.rows.push_back({source.say({"How to get it again", "如何重现"}),
                        fmt::format("groundwork run {}", (source.run.folder / "scenario.toml").string())});
  add_explanations(source, table.rows);
  Sheet sheet(source, {"Method", "方法"}, source.say({"How it was computed", "计算方法"}),
              source.say({"Equal scenario, seed and number of paths give equal results, on any machine.",
                          "情景、随机种子和路径数相同，则在任何机器上结果都相同。"}));
  sheet.add_table(table);
}

}  // namespace groundwork
