#include "models/programme/programmes.hpp"

#include <map>

namespace groundwork {

namespace {

/// Fields of new infrastructure (新型基础设施) as the National Development and Reform Commission named them in April
/// 2020.
const std::map<std::string, std::string> field_titles_zh{
    {"industrial-internet", "工业互联网"}, {"artificial-intelligence", "人工智能"},
    {"internet-of-things", "物联网"},      {"satellite-internet", "卫星互联网"},
    {"cloud-computing", "云计算"},         {"blockchain", "区块链"},
    {"ultra-high-voltage", "特高压"},      {"intercity-rail", "城际高铁和城市轨道交通"},
    {"charging-piles", "新能源汽车充电桩"}};

}  // namespace

Words programme_title(const std::string& name) {
  const auto found = field_titles_zh.find(name);
  return {name, found == field_titles_zh.end() ? name : found->second};
}

std::vector<ProgrammeInputs> declare_programmes(Form& form) {
  std::vector<ProgrammeInputs> programmes;
  for (const std::string& name :
       form.names("programme", {"other fields of new infrastructure", "其他新型基础设施领域"})) {
    ProgrammeInputs& programme = programmes.emplace_back();
    programme.name = name;
    form.quantity(
        programme.investment_2020,
        {"programme." + name + ".investment_2020", "CNY/year", {0, 1e15}, {"investment in 2020", "2020年投资额"}});
    form.quantity(
        programme.growth,
        {"programme." + name + ".growth", "1/year", {-0.99, 5}, {"growth of investment", "投资额的年增长率"}});
  }
  return programmes;
}

}  // namespace groundwork
