#include "tests/sim/scenario/workspace.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

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
  write("lemonade.toml", lemonade_toml);
  write("data/weather.csv", weather_csv);
}

std::string Workspace::write(const std::string& name, const std::string& text) const {
  return folder_.write(name, text);
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
  const std::string beginning = folder_.path().string() + "/";
  for (std::size_t at; (at = text.find(beginning)) != std::string::npos;) text.erase(at, beginning.size());
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
