#include "sim/cli/progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

#include "sim/report/display.hpp"

namespace groundwork {

ProgressBar::ProgressBar(std::int64_t paths) : paths_(paths), visible_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (visible_) std::fputs("\r\x1b[K", stderr);
}

void ProgressBar::show(std::int64_t done) {
  constexpr std::chrono::milliseconds pause{100};
  constexpr int width = 30;
  const Clock::time_point now = Clock::now();
  if (!visible_ || now - last_shown_ < pause) return;
  last_shown_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(done) / seconds;
  const double share = static_cast<double>(done) / static_cast<double>(paths_);
  const auto filled = static_cast<std::size_t>(share * width);
  fmt::print(stderr, "\r\x1b[K[{}{}] {:3.0f} %  {} paths/s  {:.0f} s left", std::string(filled, '#'),
             std::string(width - filled, '.'), 100.0 * share, grouped(static_cast<std::int64_t>(rate)),
             static_cast<double>(paths_ - done) / rate);
  std::fflush(stderr);
}

}  // namespace groundwork
