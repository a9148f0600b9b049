#include "sim/engine/jobs.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <exception>
#include <mutex>

namespace groundwork {

namespace {

/// Hands out jobs, one after another, until there are none, or one failed, or it is told to stop.
class JobQueue {
 public:
  JobQueue(std::int64_t jobs, const std::atomic<bool>* stop, const std::function<void(std::int64_t)>& job)
      : jobs_(jobs), stop_(stop), job_(job) {}

  void work() {
    while (!failed_.load() && !(stop_ != nullptr && stop_->load())) {
      const std::int64_t next = next_.fetch_add(1);
      if (next >= jobs_) return;
      attempt(next);
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  /// An exception must not reach TBB, which would cancel what other jobs do in parallel.
  void attempt(std::int64_t number) {
    try {
      job_(number);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      failed_.store(true);
    }
  }

  std::int64_t jobs_;
  const std::atomic<bool>* stop_;
  const std::function<void(std::int64_t)>& job_;
  std::atomic<std::int64_t> next_{0};
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace

void run_jobs(std::int64_t jobs, const JobOptions& options, const std::function<void(std::int64_t)>& job) {
  const int threads = options.threads > 0 ? options.threads : tbb::this_task_arena::max_concurrency();
  const tbb::global_control as_many(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  JobQueue queue(jobs, options.stop, job);
  const int workers = static_cast<int>(std::min<std::int64_t>(threads, jobs));
  arena.execute([&] {
    const tbb::blocked_range<int> each(0, workers, 1);
    tbb::parallel_for(
        each, [&](const tbb::blocked_range<int>&) { queue.work(); }, tbb::simple_partitioner());
  });
  queue.rethrow();
}

}  // namespace groundwork
