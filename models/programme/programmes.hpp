#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/compounding.hpp"
#include "models/geography/scopes.hpp"
#include "sim/contract/form.hpp"
#include "sim/contract/tile.hpp"
#include "sim/pack/math.hpp"

namespace groundwork {

/// One [[programme]]: another field of new infrastructure, whose investment grows.
struct ProgrammeInputs {
  std::string name;
  Quantity investment_2020, growth;
};

std::vector<ProgrammeInputs> declare_programmes(Form& form);

/// What planners call a programme: the fields that the government names have Chinese names, any other keeps its own.
Words programme_title(const std::string& name);

/// Investment of a calendar year, CNY (docs/models/programme.md, eq. 7.1).
template <class Real>
inline Real programme_investment(const ProgrammeInputs& programme, int year, const TileInputs<Real>& in) {
  constexpr int base_year = 2020;  // as the input's name says
  return in[programme.investment_2020] * exp(Real(double(year - base_year)) * log(Real(1.0) + in[programme.growth]));
}

/// What the programmes invest in the years to come.
template <class Real>
std::span<Compounding<Real>> start_programmes(const std::vector<ProgrammeInputs>& programmes, int first_year,
                                              const TileInputs<Real>& in, Scratch<Real>& scratch) {
  const auto invested = scratch.template take<Compounding<Real>>(static_cast<int>(programmes.size()));
  for (std::size_t i = 0; i < programmes.size(); ++i)
    invested[i] = {programme_investment(programmes[i], first_year, in), Real(1.0) + in[programmes[i].growth]};
  return invested;
}

/// The year's investment: each programme's own, and their sum over provinces by GDP. Slots: country, regions,
/// provinces, programmes.
template <class Real>
void fill_programmes(std::span<Real> by_slot, const GeographicScopes& geography,
                     std::span<Compounding<Real>> invested) {
  const std::span<Real> own = by_slot.subspan(geography.first_added_slot());
  Real all = Real(0.0);
  for (std::size_t i = 0; i < own.size(); ++i) {
    own[i] = invested[i].next();
    all += own[i];
  }
  for (std::size_t slot = 0; slot < geography.gdp_share.size(); ++slot)
    by_slot[slot] = all * Real(geography.gdp_share[slot]);
}

}  // namespace groundwork
