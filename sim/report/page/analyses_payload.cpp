#include "sim/report/page/analyses_payload.hpp"

#include "sim/report/page/payload_values.hpp"

namespace groundwork {

namespace {

void shorten_numbers(Json& json) {
  if (json.is_number_float()) json = short_number(json.get<double>());
  if (json.is_structured())
    for (Json& member : json) shorten_numbers(member);
}

/// "national" of "results/national/".
std::string last_part(const std::filesystem::path& folder) {
  const std::filesystem::path normal = folder.lexically_normal();
  return (normal.has_filename() ? normal : normal.parent_path()).filename().string();
}

/// A sensitivity by province has thousands of factors: words only with the first figure, correlations as one number.
void leave_out_repeated(Json& figures) {
  bool is_first = true;
  for (Json& figure : figures) {
    if (!figure.contains("factors")) continue;
    for (Json& factor : figure["factors"]) {
      factor.erase("columns");
      for (const char* const name : {"spearman", "prcc", "src"})
        if (factor.contains(name)) factor[name] = Json(factor[name]["value"]);
      if (is_first) continue;
      for (const char* const name : {"kind", "meaning", "members"}) factor.erase(name);
    }
    is_first = false;
  }
}

}  // namespace

Json analyses_payload(const std::vector<SavedAnalysis>& analyses) {
  Json list = Json::array();
  for (const SavedAnalysis& analysis : analyses) {
    Json json{{"folder", last_part(analysis.folder)}};
    json.update(Json::parse(analysis.json));
    shorten_numbers(json);
    if (analysis.kind == "sensitivity") leave_out_repeated(json["figures"]);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace groundwork
