#include "bench/column_kernels.hpp"

namespace groundwork {

ColumnKernels column_kernels(Isa isa) {
  switch (isa) {
    case Isa::scalar:
      return native_column_kernels<Isa::scalar>();
    case Isa::avx2:
      return native_column_kernels<Isa::avx2>();
    case Isa::avx512:
      return native_column_kernels<Isa::avx512>();
  }
  return {};
}

}  // namespace groundwork
