#include "sim/contract/tile.hpp"

#include <stdexcept>

namespace groundwork {

void refuse_scratch() { throw std::logic_error("Scratch: a kernel takes more than its program's scratch_doubles()"); }

}  // namespace groundwork
