#include "sim/report/option_label.hpp"

#include <algorithm>

namespace groundwork {

std::string option_label(const std::vector<ComparedOption>& options, std::size_t option, Language language) {
  const auto has_title = [&](const ComparedOption& other) { return other.title.zh == options[option].title.zh; };
  const bool is_unlike = std::ranges::count_if(options, has_title) == 1;
  return language == Language::zh && is_unlike ? options[option].title.zh : options[option].name;
}

}  // namespace groundwork
