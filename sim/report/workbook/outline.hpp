#pragma once

#include <array>
#include <string_view>

/// Which metrics of the national model stand where in the workbook: all that it knows of telecoms. What a run does not
/// have is left out.
namespace groundwork::outline {

/// On top of the summary, and in its chart: all of one unit.
inline constexpr std::array<std::string_view, 9> money{
    "tco",          "npv",        "investment", "rollout_capex", "rollout_opex", "datacenter_capex", "datacenter_opex",
    "capex_saving", "opex_saving"};

/// Charts by year.
inline constexpr std::array<std::string_view, 8> years{
    "stations", "stations_built",   "rollout_capex",  "rollout_opex",
    "racks",    "datacenter_capex", "rollout_energy", "datacenter_energy"};

/// Columns of the provinces; the first is drawn.
inline constexpr std::array<std::string_view, 14> provinces{"tco",
                                                            "npv",
                                                            "stations",
                                                            "population_covered",
                                                            "users",
                                                            "rollout_capex",
                                                            "rollout_opex",
                                                            "capex_saving",
                                                            "capex_saving_rate",
                                                            "racks",
                                                            "racks_used",
                                                            "datacenter_capex",
                                                            "datacenter_opex",
                                                            "co2"};

/// Rows of the savings; charts set what building alone costs beside what building together does.
inline constexpr std::array<std::string_view, 8> savings{"rollout_capex_alone", "rollout_capex",      "capex_saving",
                                                         "capex_saving_rate",   "rollout_opex_alone", "rollout_opex",
                                                         "opex_saving",         "opex_saving_rate"};

/// Below them, by cost item of the country and of each network; what is saved of the country's is drawn.
inline constexpr std::array<std::string_view, 2> saved_items{"rollout_item_cost", "rollout_item_saving"};

/// Rows of the racks; those that regions or cost items have are drawn.
inline constexpr std::array<std::string_view, 6> racks{
    "racks", "racks_used", "rack_utilisation", "datacenter_capex", "rack_flow", "datacenter_item_cost"};

}  // namespace groundwork::outline
