#include "sim/report/run/console_words.hpp"

#include <fmt/format.h>

#include "sim/report/amount.hpp"
#include "sim/report/display.hpp"

namespace groundwork {

std::string metric_label(const Metric& metric, Language language) {
  return labelled(Words{metric.name, metric.title.zh}.in(language), display_of(metric, language).label, language);
}

std::vector<std::string> place_cells(const Scope& scope, Language language) {
  const std::string& title = scope.title.in(language);
  return {scope.name, title == scope.name ? "" : title};
}

std::string scope_label(const Scope& scope, Language language) {
  return language == Language::en ? scope.name : scope.title.in(language);
}

std::string period_label(const std::string& period, Language language) {
  return period == "total" ? Words{"total", "合计"}.in(language) : period;
}

std::string better_label(Better better, Language language) {
  switch (better) {
    case Better::neither:
      return Words{"neither", "不分优劣"}.in(language);
    case Better::higher:
      return Words{"higher", "越高越好"}.in(language);
    case Better::lower:
      return Words{"lower", "越低越好"}.in(language);
  }
  return "";
}

std::string sampler_label(Sampler sampler, Language language) {
  const std::string code(name(sampler));
  switch (sampler) {
    case Sampler::mc:
      return Words{code, "独立抽样"}.in(language);
    case Sampler::lhs:
      return Words{code, "拉丁超立方抽样"}.in(language);
    case Sampler::sobol:
      return Words{code, "加扰Sobol点"}.in(language);
  }
  return code;
}

}  // namespace groundwork
