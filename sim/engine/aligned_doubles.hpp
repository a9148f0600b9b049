#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace groundwork {

/// Doubles for kernels: 64-byte aligned, not initialised.
class AlignedDoubles {
 public:
  explicit AlignedDoubles(std::size_t count)
      : memory_(static_cast<double*>(::operator new (count * sizeof(double), std::align_val_t{alignment}))) {}

  double* data() const { return memory_.get(); }

 private:
  static constexpr std::size_t alignment = 64;
  struct Free {
    void operator()(double* memory) const { ::operator delete (memory, std::align_val_t{alignment}); }
  };
  std::unique_ptr<double, Free> memory_;
};

}  // namespace groundwork
