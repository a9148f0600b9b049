#pragma once

#include <string>
#include <vector>

#include "sim/contract/model.hpp"
#include "sim/contract/words.hpp"
#include "sim/scenario/documentation_form.hpp"

namespace groundwork {

/// Every input of the engine and of `model`, in order of declaration.
std::vector<DocumentedInput> documented_inputs(Model& model);

/// Markdown: a table of inputs for each top-level section, and one of the columns of each CSV file.
std::string input_tables(const std::vector<DocumentedInput>& inputs, Language language);

/// Markdown: the distributions and their parameters.
std::string distribution_table();

}  // namespace groundwork
