#include "sim/pack/native.hpp"
#include "sim/random/uniform.hpp"
#include "tests/sim/random/probe.hpp"

namespace groundwork {

namespace {

using Words = Bits<Native>;

void append(std::vector<std::uint64_t>& to, Words words) {
  std::uint64_t lanes[lanes_of<Native>];
  std::memcpy(lanes, &words, sizeof words);
  to.insert(to.end(), lanes, lanes + lanes_of<Native>);
}

void append(std::vector<double>& to, Native value) {
  double lanes[lanes_of<Native>];
  store(lanes, value);
  to.insert(to.end(), lanes, lanes + lanes_of<Native>);
}

}  // namespace

template <>
BitProbe bit_probe<native_isa>(const std::vector<std::uint64_t>& words) {
  BitProbe found;
  for (std::size_t i = 0; i < words.size(); i += lanes_of<Native>) {
    Words x;
    std::memcpy(&x, &words[i], sizeof x);
    append(found.reversed, reversed_bits<Native>(x));
    append(found.product, low_product(x, x >> 32));
    append(found.less, where_less<Native>(x >> 2, probe_bound));
    const PhiloxBits<Native> block = philox_block<Native>(probe_seed, probe_stream, x);
    append(found.block_first, block.first);
    append(found.block_second, block.second);
    append(found.real, real_from_integer<Native>(x >> 11));
    append(found.uniform, uniform_from_bits<Native>(x));
  }
  return found;
}

template <>
std::vector<double> design_probe<native_isa>(const Design& design, int column, std::int64_t first_path, int tiles) {
  const std::ptrdiff_t paths = std::ptrdiff_t{tiles} * fill_width;
  std::vector<double> numbers(static_cast<std::size_t>(2 * paths));
  design.fill<Native>(column, first_path, tiles, numbers.data(), fill_width);
  for (std::ptrdiff_t i = 0; i < paths; i += lanes_of<Native>)
    store(numbers.data() + paths + i, design.uniform<Native>(column, first_path + i));
  return numbers;
}

}  // namespace groundwork
