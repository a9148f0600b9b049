#include "sim/cli/progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

#include "sim/report/display.hpp"

namespace groundwork {

ProgressBar::ProgressBar(bool is_quiet, std::int64_t paths, std::int64_t done)
    : paths_(paths), done_before_(done), visible_(!is_quiet && ::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (visible_) std::fputs("\r\x1b[K", stderr);
}

std::string ProgressBar::line(std::int64_t done, double seconds) const {
  constexpr int width = 30;
  const double rate = static_cast<double>(done - done_before_) / seconds;
  const std::string rate_text = fmt::format("{} paths/s", grouped(static_cast<std::int64_t>(rate)));
  if (paths_ == 0) return fmt::format("{} paths  {}", grouped(done), rate_text);
  const double share = static_cast<double>(done) / static_cast<double>(paths_);
  const auto filled = static_cast<std::size_t>(share * width);
  return fmt::format("[{}{}] {:3.0f} %  {}  {:.0f} s left", std::string(filled, '#'), std::string(width - filled, '.'),
                     100.0 * share, rate_text, static_cast<double>(paths_ - done) / rate);
}

void ProgressBar::show(std::int64_t done) {
  constexpr std::chrono::milliseconds pause{100};
  const Clock::time_point now = Clock::now();
  if (!visible_ || now - last_shown_ < pause) return;
  last_shown_ = now;
  fmt::print(stderr, "\r\x1b[K{}", line(done, std::chrono::duration<double>(now - start_).count()));
  std::fflush(stderr);
}

}  // namespace groundwork
