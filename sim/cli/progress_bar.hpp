#pragma once

#include <chrono>
#include <cstdint>

namespace groundwork {

/// A line on standard error that shows how far a run is, its rate and the time left. Shows nothing unless standard
/// error is a terminal.
class ProgressBar {
 public:
  explicit ProgressBar(std::int64_t paths);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  void show(std::int64_t done);

 private:
  using Clock = std::chrono::steady_clock;

  std::int64_t paths_;
  bool visible_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_shown_ = start_;
};

}  // namespace groundwork
