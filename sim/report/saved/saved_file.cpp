#include "sim/report/saved/saved_file.hpp"

#include "sim/scenario/text_file.hpp"

namespace groundwork {

std::string read_saved_file(const std::filesystem::path& path) {
  constexpr int largest_file_megabytes = 512;
  Diagnostics diagnostics;
  const auto text = read_text_file(path.string(), largest_file_megabytes, {path.string(), 0, 0}, diagnostics);
  if (!text) throw InputError(diagnostics);
  return *text;
}

Json read_saved_json(const std::filesystem::path& path) {
  Json json = Json::parse(read_saved_file(path), nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || json.value("generator", Json()) != "groundwork")
    throw input_error({path.string(), 0, 0}, "this file was not written by groundwork, or is damaged",
                      "name a folder that groundwork wrote");
  return json;
}

}  // namespace groundwork
