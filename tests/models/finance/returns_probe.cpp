#include "tests/models/finance/returns_probe.hpp"

#include "models/finance/returns.hpp"
#include "sim/pack/native.hpp"

namespace groundwork {

template <>
std::vector<double> returns_probe<native_isa>(const std::vector<double>& cash, int years) {
  constexpr int side_by_side = 8;
  const auto tile = static_cast<std::size_t>(years * side_by_side);
  const RateGrid grid;
  std::vector<double> out;
  for (std::size_t first = 0; first < cash.size(); first += tile)
    for (int lane = 0; lane < side_by_side; lane += lanes_of<Native>) {
      std::vector<Native> flow;
      for (int year = 0; year < years; ++year)
        flow.push_back(load<Native>(&cash[first + static_cast<std::size_t>(year * side_by_side + lane)]));
      const InternalRates<Native> rates = internal_rates<Native>(flow, grid);
      for (const Native value : {rates.nearest, rates.count, payback_year<Native>(flow, 2020)}) {
        out.resize(out.size() + lanes_of<Native>);
        store(&*(out.end() - lanes_of<Native>), value);
      }
    }
  return out;
}

}  // namespace groundwork
