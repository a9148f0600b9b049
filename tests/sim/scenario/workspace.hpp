#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/study.hpp"
#include "tests/sim/scenario/lemonade.hpp"
#include "tests/temporary_folder.hpp"

namespace groundwork {

/// What came of reading a scenario.
struct Reading {
  std::optional<Study> study;
  Diagnostics diagnostics;
  Lemonade model;
  std::string text;  ///< Of the diagnostics, without the folder's path.

  const Input& input(const std::string& key) const;
};

/// A folder of its own, with a right scenario "lemonade.toml"; removed in the end.
class Workspace {
 public:
  Workspace();

  /// Writes a file; its path.
  std::string write(const std::string& name, const std::string& text) const;
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// Reads "lemonade.toml" or another file for the lemonade stand.
  Reading read(const std::string& name = "lemonade.toml", const std::vector<std::string>& overrides = {},
               bool accept_nearest = false) const;
  /// Reads the right scenario with the first `from` in its text changed to `to`.
  Reading read_changed(const std::string& from, const std::string& to) const;
  /// `text` without the folder's path.
  std::string without_folder(std::string text) const;

 private:
  TemporaryFolder folder_;
};

/// `text` with the first `from` replaced by `to`; fails the test if there is none.
std::string changed(std::string text, const std::string& from, const std::string& to);

/// The first line of a Diagnostic's text for every diagnostic.
std::vector<std::string> headlines(const Reading& reading);

}  // namespace groundwork
