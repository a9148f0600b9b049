#include "sim/cli/netcdf_output.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>

namespace groundwork {

template <class Work>
void NetcdfOutput::attempt(Work&& work) try {
  if (writer_) work();
} catch (const std::runtime_error& error) {
  fmt::print(stderr, "groundwork: {}; the other results are still written\n", error.what());
  writer_.reset();
  has_failed_ = true;
}

void NetcdfOutput::add(const Wave& wave) {
  attempt([&] { writer_->add(wave); });
}

bool NetcdfOutput::finish(const Scenario& scenario, const Results& results) {
  attempt([&] { writer_->finish(scenario, results, GROUNDWORK_VERSION); });
  return !has_failed_;
}

}  // namespace groundwork
