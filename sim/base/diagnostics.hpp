#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace groundwork {

/// A place in an input file. `line` and `column` count from 1; 0 means the whole file (or, without a file, the command
/// line).
struct SourcePosition {
  std::string file;
  int line = 0;
  int column = 0;

  /// "file:line:column", as far as known.
  std::string text() const;
  friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

enum class Severity { error, warning };

/// One thing that is wrong with the input: where, what, and what to do about it.
struct Diagnostic {
  SourcePosition position;
  Severity severity = Severity::error;
  std::string problem;
  std::string excerpt;  ///< The source line, if there is one.
  std::string hint;     ///< What to do; may be empty.

  /// "file:line:column: error: problem", the excerpt and the hint, each on a line of its own.
  std::string text() const;
};

/// Collects everything that is wrong, so that one pass shows all of it.
class Diagnostics {
 public:
  void error(SourcePosition position, std::string problem, std::string hint = {});
  void warning(SourcePosition position, std::string problem, std::string hint = {});
  /// What was found elsewhere, as it is.
  void take(Diagnostic diagnostic);
  /// Keeps the text of a file, for the excerpts of what is reported about it from then on; an earlier text is
  /// forgotten.
  void remember_source(std::string file, std::string_view text);

  bool has_errors() const { return errors_ > 0; }
  int error_count() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }
  /// Every diagnostic in order of report, followed by a count if there are several errors.
  std::string text() const;

 private:
  struct Source {
    std::string file;
    std::vector<std::string> lines;
  };
  void add(Severity severity, SourcePosition position, std::string problem, std::string hint);
  std::string excerpt_of(const SourcePosition& position) const;

  std::vector<Diagnostic> all_;
  std::vector<Source> sources_;
  int errors_ = 0;
};

/// Thrown where wrong input makes going on pointless; carries all that was found. The command line ends with status 2.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Diagnostics diagnostics);
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  Diagnostics diagnostics_;
};

/// An InputError with one diagnostic.
InputError input_error(SourcePosition position, std::string problem, std::string hint = {});

/// Programmer error: throws std::logic_error with `what` unless `condition` holds.
inline void check(bool condition, const char* what) {
  if (!condition) throw std::logic_error(what);
}

}  // namespace groundwork
