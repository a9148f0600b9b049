#include "sim/statistics/accumulate.hpp"

namespace groundwork {

StatisticsKernels statistics_kernels(Isa isa) {
  switch (isa) {
    case Isa::scalar:
      return {pilot_kernel<Isa::scalar>(), accumulate_kernel<Isa::scalar>()};
    case Isa::avx2:
      return {pilot_kernel<Isa::avx2>(), accumulate_kernel<Isa::avx2>()};
    case Isa::avx512:
      return {pilot_kernel<Isa::avx512>(), accumulate_kernel<Isa::avx512>()};
  }
  return {};
}

}  // namespace groundwork
