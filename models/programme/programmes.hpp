#pragma once

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

/// What the programmes need to know that is the same on every path.
struct ProgrammeSetting {
  const std::vector<ProgrammeInputs>& programmes;
  const MetricCells& cells;
  const GeographicScopes& geography;
  const Horizon& horizon;
};

/// Writes all years and totals: each programme's own, and their sum over provinces by GDP. Slots: country, regions,
/// provinces, programmes.
template <class Real>
void run_programmes(const ProgrammeSetting& setting, const TileInputs<Real>& in, TileOutputs<Real> out) {
  const auto& [programmes, its_cells, geography, horizon] = setting;
  const MetricCells cells = its_cells;
  const int first = geography.first_added_slot(), last = cells.slots, years = horizon.years();
  for (int slot = first; slot < last; ++slot) {
    const ProgrammeInputs& programme = programmes[slot - first];
    Compounding<Real> invested{programme_investment(programme, horizon.first_year(), in),
                               Real(1.0) + in[programme.growth]};
    for (int year = 0; year < years; ++year) out.set(cells.at(slot, year), invested.next());
  }
  for (int year = 0; year < years; ++year) {
    Real all = Real(0.0);
    for (int slot = first; slot < last; ++slot) all += out.get(cells.at(slot, year));
    for (int slot = 0; const double share : geography.gdp_share) out.set(cells.at(slot++, year), all * Real(share));
  }
  write_totals(out, cells);
}

}  // namespace groundwork
