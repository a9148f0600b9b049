#pragma once

#include <string>
#include <utility>

namespace groundwork {

/// Languages that planners read.
enum class Language { en, zh };

/// A text for planners in every language. It cannot be made from one language alone, nor from none: so an input or a
/// metric without Chinese does not compile.
struct Words {
  Words(std::string english, std::string chinese) : en(std::move(english)), zh(std::move(chinese)) {}
  /// What is the same in every language, such as the name of a network or of a file.
  static Words same(const std::string& text) { return {text, text}; }

  const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  friend bool operator==(const Words&, const Words&) = default;

  std::string en, zh;
};

/// One text behind the other, language by language.
inline Words operator+(const Words& first, const Words& second) { return {first.en + second.en, first.zh + second.zh}; }

}  // namespace groundwork
