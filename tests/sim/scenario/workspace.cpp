#include "tests/sim/scenario/workspace.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "sim/base/text.hpp"

namespace groundwork {

const Input& Reading::input(const std::string& key) const {
  REQUIRE(study);
  const auto& inputs = study->scenario.inputs;
  const auto found = std::ranges::find_if(inputs, [&](const Input& i) { return i.declaration.key == key; });
  REQUIRE(found != inputs.end());
  return *found;
}

Workspace::Workspace() {
  folder_ = (std::filesystem::temp_directory_path() / "groundwork-scenario-XXXXXX").string();
  REQUIRE(mkdtemp(folder_.data()) != nullptr);
  write("lemonade.toml", lemonade_toml);
  write("data/weather.csv", weather_csv);
}

Workspace::~Workspace() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string Workspace::write(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
  std::ofstream(path(name), std::ios::binary) << text;
  return path(name);
}

Reading Workspace::read(const std::string& name, const std::vector<std::string>& overrides, bool accept_nearest) const {
  Reading reading;
  reading.study = read_study({path(name), overrides, accept_nearest}, reading.model, reading.diagnostics);
  reading.text = without_folder(reading.diagnostics.text());
  return reading;
}

Reading Workspace::read_changed(const std::string& from, const std::string& to) const {
  write("changed.toml", changed(lemonade_toml, from, to));
  return read("changed.toml");
}

std::string Workspace::without_folder(std::string text) const {
  for (std::size_t at; (at = text.find(folder_ + "/")) != std::string::npos;) text.erase(at, folder_.size() + 1);
  return text;
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  INFO(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::vector<std::string> headlines(const Reading& reading) {
  std::vector<std::string> lines;
  for (const std::string& line : split(reading.text, '\n'))
    if (line.find(": error: ") != std::string::npos || line.find(": warning: ") != std::string::npos)
      lines.push_back(line);
  return lines;
}

}  // namespace groundwork
