#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "models/datacenter/inputs.hpp"
#include "models/datacenter/outputs.hpp"
#include "models/datacenter/siting.hpp"
#include "models/finance/inputs.hpp"
#include "models/finance/outputs.hpp"
#include "models/finance/returns.hpp"
#include "models/geography/provinces.hpp"
#include "models/geography/scopes.hpp"
#include "models/programme/programmes.hpp"
#include "models/rollout/facts.hpp"
#include "models/rollout/inputs.hpp"
#include "models/rollout/outputs.hpp"
#include "models/sharing/inputs.hpp"
#include "sim/contract/model.hpp"

namespace groundwork {

/// Every input of the national model.
struct NationalInputs {
  GeographyInputs geography;
  RolloutInputs rollout;
  SharingInputs sharing;
  DatacenterInputs datacenter;
  std::vector<ProgrammeInputs> programmes;
  FinanceInputs finance;

  void declare(Form& form);
};

/// 5G stations, data-centre racks and programmes in the provinces of China, bound to a scenario: geography, rollout
/// with sharing, data centres, programmes and finance, one after the other.
struct NationalProgram final : Program {
  NationalInputs inputs;
  Horizon horizon;
  Provinces provinces;
  RolloutFacts rollout_facts;
  SitingFacts siting;
  Family rack_demand_shock;  ///< Standard normal, one a quarter.

  OutputTable table;
  GeographicScopes geography;
  RolloutOutputs rollout;
  DatacenterOutputs datacenter;
  MetricCells programmes;
  FinanceOutputs finance;
  RateGrid rates;

  const OutputTable& outputs() const override { return table; }
  Kernel kernel(Isa isa) const override;
  std::size_t scratch_doubles() const override;
};

/// The kernel of one instruction set; national_kernel.cpp is compiled once for each.
template <Isa>
Program::Kernel national_kernel();

class NationalModel final : public Model {
 public:
  std::string_view name() const override { return "national"; }
  void declare(Form& form) override { inputs_.declare(form); }
  std::unique_ptr<Program> prepare(const Form& form, DrawPlan& draws, Diagnostics& diagnostics) override;

 private:
  NationalInputs inputs_;
};

}  // namespace groundwork
