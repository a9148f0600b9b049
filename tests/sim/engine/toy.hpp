#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/contract/model.hpp"
#include "sim/scenario/study.hpp"

namespace groundwork {

/// Two numbers, added and multiplied, in two years of two regions: a model whose answers are known.
class ToyModel final : public Model {
 public:
  std::string_view name() const override { return "toy"; }
  void declare(Form& form) override;
  std::unique_ptr<Program> prepare(const Form& form, DrawPlan& draws, Diagnostics& diagnostics) override;

 private:
  Quantity x_, y_;
};

/// Cells of the toy's answers.
struct ToyCells {
  int sum = 0;       ///< Flow, CNY: x in 2020, y in 2021, x + y in all; of the country and of "east" (half of it).
  int product = 0;   ///< Whole, "1": x·y of the country; of the network `a,"b"`, 2·x·y.
  int level = 0;     ///< Stock, stations: 1000·x in 2020, 2000·y in 2021.
  int excess = 0;    ///< Whole, is_excess: max(x + y - 1, 0).
  int root = 0;      ///< Whole: sqrt(x - y), which often is not a number.
  int noise = 0;     ///< Whole: the model's own draws 0 and 1 added.
  int x = 0, y = 0;  ///< Whole.
};

struct ToyProgram final : Program {
  Quantity x, y;
  Family noise;
  OutputTable table;
  ToyCells cells;

  const OutputTable& outputs() const override { return table; }
  Kernel kernel(Isa isa) const override;
  std::size_t scratch_doubles() const override { return tile_paths; }
};

template <Isa>
Program::Kernel toy_kernel();

/// The toy's scenario with `more` behind it: 500 paths, x and y uniform on (0, 1).
Study read_toy(const std::string& more = "", const std::vector<std::string>& overrides = {});

const ToyProgram& program_of(const Study& study);

}  // namespace groundwork
