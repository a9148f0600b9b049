#include "sim/base/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/base/text.hpp"

namespace groundwork {

std::string SourcePosition::text() const {
  if (file.empty()) return "command line";
  if (line <= 0) return file;
  if (column <= 0) return fmt::format("{}:{}", file, line);
  return fmt::format("{}:{}:{}", file, line, column);
}

std::string Diagnostic::text() const {
  std::string out =
      fmt::format("{}: {}: {}\n", position.text(), severity == Severity::error ? "error" : "warning", problem);
  if (!excerpt.empty()) out += fmt::format("  {}\n", excerpt);
  if (!hint.empty()) out += fmt::format("  hint: {}\n", hint);
  return out;
}

void Diagnostics::error(SourcePosition position, std::string problem, std::string hint) {
  add(Severity::error, std::move(position), std::move(problem), std::move(hint));
}

void Diagnostics::warning(SourcePosition position, std::string problem, std::string hint) {
  add(Severity::warning, std::move(position), std::move(problem), std::move(hint));
}

void Diagnostics::add(Severity severity, SourcePosition position, std::string problem, std::string hint) {
  std::string excerpt = excerpt_of(position);
  take({std::move(position), severity, std::move(problem), std::move(excerpt), std::move(hint)});
}

void Diagnostics::take(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::remember_source(std::string file, std::string_view text) {
  std::erase_if(sources_, [&](const Source& source) { return source.file == file; });
  sources_.push_back({std::move(file), split(text, '\n')});
}

std::string Diagnostics::excerpt_of(const SourcePosition& position) const {
  constexpr std::size_t longest = 160;
  const auto source = std::ranges::find(sources_, position.file, &Source::file);
  if (source == sources_.end() || position.line < 1 || position.line > std::ssize(source->lines)) return {};
  return shortened(trimmed(source->lines[static_cast<std::size_t>(position.line - 1)]), longest);
}

std::string Diagnostics::text() const {
  std::string out;
  for (const Diagnostic& diagnostic : all_) out += diagnostic.text();
  if (errors_ > 1) out += fmt::format("{} errors\n", errors_);
  return out;
}

InputError::InputError(Diagnostics diagnostics)
    : std::runtime_error(diagnostics.text()), diagnostics_(std::move(diagnostics)) {}

InputError input_error(SourcePosition position, std::string problem, std::string hint) {
  Diagnostics diagnostics;
  diagnostics.error(std::move(position), std::move(problem), std::move(hint));
  return InputError(std::move(diagnostics));
}

}  // namespace groundwork
