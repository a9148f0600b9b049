#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "sim/scenario/input_tables.hpp"
#include "tests/models/national/country.hpp"

namespace groundwork {

namespace {

/// Whether a UTF-8 text has a character of U+4E00 to U+9FFF, the common Chinese ones: three bytes from E4 B8 80 on.
bool has_chinese(const std::string& text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]), next = static_cast<unsigned char>(text[i + 1]);
    if ((lead == 0xE4 && next >= 0xB8) || (lead > 0xE4 && lead <= 0xE9)) return true;
  }
  return false;
}

void check_words(const Words& words) {
  INFO(words.en << " / " << words.zh);
  CHECK_FALSE(words.en.empty());
  CHECK_FALSE(has_chinese(words.en));
  CHECK(has_chinese(words.zh));
}

}  // namespace

TEST_CASE("every input that may be set has a meaning in English and in Chinese") {
  NationalModel model;
  const std::vector<DocumentedInput> inputs = documented_inputs(model);
  CHECK(inputs.size() > 140);
  for (const DocumentedInput& input : inputs) {
    check_words(input.declaration.meaning);
    check_words(input.kind);
    for (const Column& column : input.columns) check_words(column.meaning);
  }
}

TEST_CASE("every input and setting of the baseline has a meaning in English and in Chinese") {
  const CountryReading reading = read_country({});
  for (const Input& input : reading.value().scenario.inputs) check_words(input.declaration.meaning);
  for (const Setting& setting : reading.value().scenario.settings) check_words(setting.declaration.meaning);
}

TEST_CASE("every metric has title, meaning and unit in English and in Chinese") {
  const CountryReading reading = read_country({});
  std::set<std::string> english, chinese;
  for (const MetricBlock& block : reading.program().table.blocks()) {
    const Metric& metric = block.metric;
    check_words(metric.title);
    check_words(metric.meaning);
    english.insert(metric.title.en);
    chinese.insert(metric.title.zh);
    const std::string& unit = metric.display.zh.label;
    CHECK((has_chinese(unit) || unit == "%" || metric.unit == "1"));
  }
  CHECK(english.size() == reading.program().table.blocks().size());  // each title is of one metric alone
  CHECK(chinese.size() == english.size());
}

TEST_CASE("every scope has a title in English and in Chinese; networks are called alike in both") {
  const CountryReading reading = read_country({});
  for (const Scope& scope : reading.program().table.scopes()) {
    check_words(scope_kind_title(scope.kind));
    if (scope.kind == "network")
      CHECK(scope.title == Words::same(scope.name));
    else
      check_words(scope.title);
  }
}

TEST_CASE("a value is the same number in English and in Chinese units") {
  const CountryReading reading = read_country({});
  const std::map<std::string, double> sizes{{"亿元", 1e8},   {"%", 0.01},   {"亿千瓦时", 1e8}, {"万吨", 1e7},
                                            {"亿GB", 100.0}, {"万站", 1e4}, {"万架", 1e4},     {"万户", 1e4},
                                            {"年", 1.0},     {"", 1.0}};
  for (const MetricBlock& block : reading.program().table.blocks())  // 1 万吨 is 10^7 kg, 1 亿GB is 100 PB
    CHECK(block.metric.display.zh.divisor == sizes.at(block.metric.display.zh.label));
}

TEST_CASE("a programme of the planner's own keeps its name in both languages") {
  CHECK(programme_title("industrial-internet") == Words{"industrial-internet", "工业互联网"});
  CHECK(programme_title("rural-drones") == Words::same("rural-drones"));
}

}  // namespace groundwork
