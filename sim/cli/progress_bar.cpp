#include "sim/cli/progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <utility>

#include "sim/report/display.hpp"

namespace groundwork {

namespace {

std::string time_left(double seconds) {
  constexpr double longest_in_seconds = 120.0;
  return seconds < longest_in_seconds ? fmt::format("{:.0f} s left", seconds)
                                      : fmt::format("{:.0f} min left", seconds / 60.0);
}

}  // namespace

ProgressBar::ProgressBar(bool is_quiet, std::int64_t total, std::int64_t done, std::string unit)
    : total_(total), done_before_(done), unit_(std::move(unit)), visible_(!is_quiet && ::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (visible_) std::fputs("\r\x1b[K", stderr);
}

std::string ProgressBar::line(std::int64_t done, double seconds) const {
  constexpr int width = 30;
  const double rate = static_cast<double>(done - done_before_) / seconds;
  const bool is_slow = rate < 100.0;
  const std::string rate_text =
      fmt::format("{} {}/s", is_slow ? fmt::format("{:.1f}", rate) : grouped(static_cast<std::int64_t>(rate)), unit_);
  if (total_ == 0) return fmt::format("{} {}  {}", grouped(done), unit_, rate_text);
  const double share = static_cast<double>(done) / static_cast<double>(total_);
  const auto filled = static_cast<std::size_t>(share * width);
  return fmt::format("[{}{}] {:3.0f} %  {}  {}", std::string(filled, '#'), std::string(width - filled, '.'),
                     100.0 * share, rate_text, time_left(static_cast<double>(total_ - done) / rate));
}

void ProgressBar::show(std::int64_t done, const std::string& note) {
  constexpr std::chrono::milliseconds pause{100};
  const Clock::time_point now = Clock::now();
  if (!visible_ || now - last_shown_ < pause) return;
  last_shown_ = now;
  fmt::print(stderr, "\r\x1b[K{}{}{}", line(done, std::chrono::duration<double>(now - start_).count()),
             note.empty() ? "" : "  ", note);
  std::fflush(stderr);
}

}  // namespace groundwork
