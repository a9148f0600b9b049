#include "models/national.hpp"

#include <fmt/format.h>

#include <set>

#include "models/datacenter/racks.hpp"
#include "models/geography/land.hpp"
#include "models/geography/ledger.hpp"
#include "models/rollout/network.hpp"
#include "models/sharing/cost_items.hpp"
#include "models/units.hpp"

namespace groundwork {

void NationalInputs::declare(Form& form) {
  geography.declare(form);
  rollout.declare(form);
  sharing.declare(form);
  datacenter.declare(form, geography.regions());
  programmes = declare_programmes(form);
  finance.declare(form);
}

namespace {

constexpr const char* stations_sector = "rollout";
constexpr const char* racks_sector = "datacenter";

/// Results are told apart by scope names, so a network must not be called like a region, nor a region like the country.
void claim_names(const NationalProgram& program, const Form& form, Diagnostics& diagnostics) {
  std::set<std::string> taken{country_scope, stations_sector, racks_sector};
  const auto claim = [&](const std::string& name, const SourcePosition& position) {
    if (!taken.insert(name).second)
      diagnostics.error(
          position,
          fmt::format("the name '{}' is taken by another region, province, network, programme, sector or cost item",
                      name),
          "results are listed by name: choose another");
  };
  const Table& provinces = program.inputs.geography.provinces;
  const std::vector<std::string>& known = program.provinces.regions;
  for (const std::string& from : known)
    for (const std::string& to : known) taken.insert(rack_flow_name(from, to));
  for (const CostItem& item : rack_item_list()) taken.insert(item.name);
  for (const CostItem& item : station_item_list()) taken.insert(item.name);
  std::set<std::string> regions;
  for (int row = 0; row < provinces.rows(); ++row) {
    const Table::Cell& region = provinces.cell(row, "region");
    if (regions.insert(region.text).second) claim(region.text, region.position);
    claim(provinces.text(row, "code"), provinces.cell(row, "code").position);
  }
  for (const NetworkInputs& network : program.inputs.rollout.networks) {
    const SourcePosition position = form.position("network." + network.name + ".name");
    claim(network.name, position);
    for (const CostItem& item : station_item_list()) claim(network_item_name(network.name, item.name), position);
  }
  for (const ProgrammeInputs& programme : program.inputs.programmes)
    claim(programme.name, form.position("programme." + programme.name + ".name"));
}

/// Programmes and budgets are by calendar year; a part of one would be set against a part of the rest.
void warn_of_partial_years(const NationalProgram& program, const Form& form, Diagnostics& diagnostics) {
  const bool is_cut = program.horizon.first.index % 4 != 0 || program.horizon.last.index % 4 != 3;
  const bool matters = !program.inputs.programmes.empty() || !program.inputs.finance.budgets.empty();
  if (is_cut && matters)
    diagnostics.warning(form.position("time.start"),
                        "the simulation begins or ends within a year: programmes and budgets count for all of it",
                        "begin with a first quarter and end with a fourth to compare like with like");
}

/// Numbers in an aggregate of numbers.
template <class T>
inline constexpr std::size_t reals = sizeof(T) / sizeof(double);

void add_outputs(NationalProgram& program) {
  OutputTable& table = program.table;
  const NationalInputs& inputs = program.inputs;
  program.geography = add_geographic_scopes(table, program.provinces);
  FinanceScopes scopes;
  scopes.networks = add_network_scopes(table, inputs.rollout.networks);
  scopes.stations = table.add_scope({stations_sector, {"5G stations", "5G基站"}, "sector"});
  scopes.racks = table.add_scope({racks_sector, {"Data centres", "数据中心"}, "sector"});
  for (const ProgrammeInputs& programme : inputs.programmes)
    scopes.programmes.push_back(table.add_scope({programme.name, programme_title(programme.name), "sector"}));

  program.rollout = add_rollout_outputs(table, program.geography, scopes.networks, program.horizon);
  program.datacenter = add_datacenter_outputs(table, program.geography, program.horizon);
  program.programmes =
      add_metric(table,
                 metric_in(units::cny,
                           {"programme_investment",
                            {"investment of programmes", "其他新基建投资"},
                            {"investment of the other fields of new infrastructure", "其他新型基础设施领域的投资"}},
                           Measure::flow),
                 joined_scopes(program.geography.scopes, scopes.programmes), program.horizon);
  program.finance = add_finance_outputs(table, program.geography, scopes, inputs.finance, program.horizon);
}

}  // namespace

std::unique_ptr<Program> NationalModel::prepare(const Form& form, DrawPlan& draws, Diagnostics& diagnostics) {
  auto program = std::make_unique<NationalProgram>();
  program->inputs = inputs_;
  program->horizon = form.horizon();
  std::optional<Provinces> provinces = bind_provinces(inputs_.geography, form, draws, diagnostics);
  const int errors_before = diagnostics.error_count();
  check_datacenter(inputs_.datacenter, form, diagnostics);
  std::optional<RolloutFacts> rollout = bind_rollout(inputs_.rollout, form, draws, diagnostics);
  if (!provinces || !rollout || diagnostics.error_count() > errors_before) return nullptr;
  program->provinces = *std::move(provinces);
  program->rollout_facts = *std::move(rollout);
  claim_names(*program, form, diagnostics);
  if (diagnostics.error_count() > errors_before) return nullptr;
  warn_of_partial_years(*program, form, diagnostics);
  program->siting = bind_siting(program->provinces, inputs_.datacenter);
  program->rack_demand_shock =
      draws.per_step("datacenter.demand", program->horizon.quarters(), DrawKind::standard_normal, 0.0);
  add_outputs(*program);
  return program;
}

std::size_t NationalProgram::scratch_doubles() const {
  const auto n = static_cast<std::size_t>(provinces.count());
  const std::size_t networks = inputs.rollout.networks.size();
  const auto quarters = static_cast<std::size_t>(horizon.quarters());
  const auto years = static_cast<std::size_t>(horizon.years());
  constexpr std::size_t land = land_spans, weights_and_tco = 2, siting_vectors = 6, racks_vectors = 2;
  constexpr std::size_t price_series = 2, cash_series = 4;
  constexpr std::size_t committed_and_starts = 1 + quarters_per_year, covered = 1, urgency_and_tariff = 2;
  constexpr std::size_t by_network = geotypes * (reals<Sites<double>> + committed_and_starts);
  const std::size_t equipment = years * reals<Equipment<double>>;
  const std::size_t by_province = land + geotypes * (reals<Place<double>> + covered) + urgency_and_tariff +
                                  weights_and_tco + reals<StationYear<double>> + reals<SharedStations<double>> +
                                  equipment + networks * by_network + siting_vectors + n + provinces.regions.size() +
                                  reals<Racks<double>> + reals<RackFlows<double>> + racks_vectors;
  const std::size_t by_path = n * by_province + networks * equipment + price_series * quarters + cash_series * years +
                              inputs.rollout.construction.stages.size() +
                              inputs.programmes.size() * reals<Compounding<double>> + ledger_reals(table);
  return by_path * tile_paths;
}

Program::Kernel NationalProgram::kernel(Isa isa) const {
  switch (isa) {
    case Isa::scalar:
      return national_kernel<Isa::scalar>();
    case Isa::avx2:
      return national_kernel<Isa::avx2>();
    case Isa::avx512:
      return national_kernel<Isa::avx512>();
  }
  return nullptr;
}

}  // namespace groundwork
