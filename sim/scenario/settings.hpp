#pragma once

#include <string>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/horizon.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/settings_form.hpp"

namespace groundwork {

/// The inputs of every scenario, whatever its model.
struct Settings {
  Words title = Words::same("");        ///< The English of what has no Chinese.
  Words description = Words::same("");  ///< Likewise; empty if absent.
  Quarter start;
  Quarter end;
  RunSettings run;
  bool accept_nearest_correlation = false;
  const Node* correlation = nullptr;  ///< Checked later, when the model's inputs are known.
};

Settings declare_settings(SettingsForm& form);

/// From `start` to `end`, if these make a horizon; else one year from 2020, with an error.
Horizon checked_horizon(const Settings& settings, const Form& form, Diagnostics& diagnostics);

}  // namespace groundwork
