#include "sim/report/netcdf/netcdf_library.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <stdexcept>

namespace groundwork {

const NetcdfLibrary& netcdf_library() {
  void* const library = ::dlopen(NetcdfLibrary::file_name, RTLD_NOW);  // is loaded once, and stays
  const void* const found = library != nullptr ? ::dlsym(library, NetcdfLibrary::symbol) : nullptr;
  if (found == nullptr) throw std::runtime_error(fmt::format("NetCDF files cannot be written: {}", ::dlerror()));
  return *static_cast<const NetcdfLibrary*>(found);
}

}  // namespace groundwork
