#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace groundwork {

/// A line on standard error that shows how far a run is, its rate and the time left. Shows nothing unless standard
/// error is a terminal, nor if the user wants quiet.
class ProgressBar {
 public:
  /// `total` paths, or what `unit` says, in all; 0 if nobody knows, as with a precision. A resumed run has `done` some
  /// before.
  ProgressBar(bool is_quiet, std::int64_t total, std::int64_t done = 0, std::string unit = "paths");
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  /// `note` is shown behind the time left.
  void show(std::int64_t done, const std::string& note = "");

 private:
  using Clock = std::chrono::steady_clock;

  std::string line(std::int64_t done, double seconds) const;

  std::int64_t total_, done_before_;
  std::string unit_;
  bool visible_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_shown_ = start_;
};

}  // namespace groundwork
