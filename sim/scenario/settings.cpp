#include "sim/scenario/settings.hpp"

#include <fmt/format.h>

#include <limits>

namespace groundwork {

namespace {

constexpr int earliest_year = 1990;
constexpr int latest_year = 2100;
constexpr int longest_years = 60;
constexpr double most_paths = 1e9;

/// In Chinese what is in Chinese, else what is in English.
void fill_in_chinese(Words& words) {
  if (words.zh.empty()) words.zh = words.en;
}

void declare_texts(SettingsForm& form, Settings& out) {
  form.text(out.title.en, "title", Presence::required,
            {"What the scenario is called in results", "情景在结果中的名称"});
  form.text(
      out.title.zh, "title_zh", Presence::optional,
      {"The same in Chinese, for results in Chinese; `title` if absent", "中文名称，用于中文结果；省略则用 `title`"});
  form.text(out.description.en, "description", Presence::optional,
            {"What it assumes, in a sentence or two", "用一两句话说明情景的假设"});
  form.text(out.description.zh, "description_zh", Presence::optional,
            {"The same in Chinese; `description` if absent", "上述说明的中文；省略则用 `description`"});
  fill_in_chinese(out.title);
  fill_in_chinese(out.description);
}

void declare_run(SettingsForm& form, Settings& out) {
  form.count(out.run.paths, {"run.paths", "1", {1, most_paths}, {"Simulated paths", "模拟路径数"}});
  std::int64_t seed = 0;
  form.count(seed,
             {"run.seed",
              "1",
              {0, std::numeric_limits<double>::infinity()},
              {"Names the random numbers; equal seeds draw equal numbers", "随机数种子；种子相同，抽到的随机数相同"}});
  out.run.seed = static_cast<std::uint64_t>(seed);
  std::string sampler;
  form.choice(sampler, "run.sampler", {"mc", "lhs", "sobol"},
              {"How paths are drawn: independently, from Latin hypercubes or from scrambled Sobol points",
               "路径的抽样方法：独立抽样、拉丁超立方或加扰Sobol点"});
  out.run.sampler = sampler_from_name(sampler).value_or(Sampler::mc);
  form.optional_flag(out.accept_nearest_correlation, "run.accept_nearest_correlation",
                     {"Replace correlations that cannot hold together by the nearest that can; false if absent",
                      "相关系数互相矛盾时，改用最接近的可行相关矩阵；省略即为 false"});
}

}  // namespace

Settings declare_settings(SettingsForm& form) {
  Settings out;
  declare_texts(form, out);
  form.node("extends", {"file", "文件"},
            {"The scenario that this one changes; beside this file", "本情景所修改的基础情景，路径相对于本文件"});
  form.quarter(out.start, "time.start", {"First simulated quarter, 1990 or later", "模拟的第一个季度，不早于1990年"});
  form.quarter(out.end, "time.end",
               {"Last simulated quarter, 2100 or earlier; at most 60 years in all",
                "模拟的最后一个季度，不晚于2100年；总长不超过60年"});
  declare_run(form, out);
  out.correlation =
      form.node("correlation",
                {"list of { between, spearman or matrix, source }", "{ between, spearman 或 matrix, source } 的列表"},
                {"Rank correlations: of each pair of inputs in `between`, or by rows of a matrix",
                 "秩相关系数：`between` 中每对输入的相关系数，或按矩阵逐行给出"});
  return out;
}

Horizon checked_horizon(const Settings& settings, const Form& form, Diagnostics& diagnostics) {
  const Horizon fallback{Quarter::of(2020, 1), Quarter::of(2020, 4)};
  const bool missing = settings.start.index == 0 || settings.end.index == 0;
  if (missing) return fallback;
  const int before = diagnostics.error_count();
  const auto range = fmt::format("between {} and {}", earliest_year, latest_year);
  if (settings.start.year() < earliest_year || settings.start.year() > latest_year)
    diagnostics.error(form.position("time.start"), fmt::format("'time.start' must be {}", range));
  if (settings.end.year() < earliest_year || settings.end.year() > latest_year)
    diagnostics.error(form.position("time.end"), fmt::format("'time.end' must be {}", range));
  if (settings.end < settings.start) diagnostics.error(form.position("time.end"), "'time.end' is before 'time.start'");
  if (diagnostics.error_count() > before) return fallback;
  const Horizon horizon{settings.start, settings.end};
  if (horizon.quarters() > 4 * longest_years)
    diagnostics.error(form.position("time.end"),
                      fmt::format("the time from start to end is {} quarters, the limit is {}", horizon.quarters(),
                                  4 * longest_years));
  return diagnostics.error_count() == before ? horizon : fallback;
}

}  // namespace groundwork
