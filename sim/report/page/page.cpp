#include "sim/report/page/page.hpp"

#include <string_view>
#include <utility>

#include "sim/report/json.hpp"
#include "sim/report/page/analyses_payload.hpp"
#include "sim/report/page/page_template.hpp"
#include "sim/report/page/run_payload.hpp"

namespace groundwork {

namespace {

Json language_json(std::optional<Language> language) {
  if (!language) return nullptr;
  return *language == Language::zh ? "zh" : "en";
}

}  // namespace

std::string json_in_html(std::string json) {
  using namespace std::string_view_literals;
  constexpr std::pair<std::string_view, std::string_view> escapes[] = {
      {"<"sv, "\\u003c"sv}, {"\u2028"sv, "\\u2028"sv}, {"\u2029"sv, "\\u2029"sv}};
  for (const auto& [from, to] : escapes) {
    std::string escaped;
    std::size_t done = 0;
    for (std::size_t at; (at = json.find(from, done)) != std::string::npos; done = at + from.size())
      escaped.append(json, done, at - done).append(to);
    json = escaped.append(json, done);
  }
  return json;
}

std::string report_page(const SavedFolders& saved, std::optional<Language> language) {
  const Json payload{{"language", language_json(language)},
                     {"run", saved.run ? run_payload(*saved.run) : Json(nullptr)},
                     {"analyses", analyses_payload(saved.analyses)}};
  const std::string_view page = page_template();
  const std::size_t mark = page.find(page_payload_mark);
  std::string html(page.substr(0, mark));
  html += json_in_html(payload.dump());
  return html.append(page.substr(mark + page_payload_mark.size()));
}

}  // namespace groundwork
