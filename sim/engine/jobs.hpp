#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

namespace groundwork {

struct JobOptions {
  int threads = 0;                          ///< 0: one for each core.
  const std::atomic<bool>* stop = nullptr;  ///< Set to begin no further job.
};

/// Calls job(0), …, job(jobs - 1), begun in this order, at most one a thread at once. What a job does in parallel
/// itself, with run_paths_in_job, is helped by threads that have no job left. The first exception of a job is thrown on
/// when those at work have ended; none is begun after it.
void run_jobs(std::int64_t jobs, const JobOptions& options, const std::function<void(std::int64_t)>& job);

}  // namespace groundwork
