#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "sim/base/diagnostics.hpp"
#include "sim/contract/draws.hpp"
#include "sim/contract/form.hpp"
#include "sim/contract/outputs.hpp"
#include "sim/pack/isa.hpp"

namespace groundwork {

/// Paths that a kernel call evaluates. Column c of a tile's inputs is inputs[c·tile_paths … c·tile_paths + 7], and so
/// for the cells of its outputs. A constant of the format: sixteen tiles cannot be cut differently on another machine.
inline constexpr int tile_paths = 8;

/// A model bound to a scenario: immutable, and evaluated from many threads at once.
class Program {
 public:
  virtual ~Program() = default;

  /// Evaluates one tile. Pure: outputs depend on inputs only. `outputs` is 64-byte aligned, and so is `scratch`, which
  /// has scratch_doubles() doubles of any content.
  using Kernel = void (*)(const Program& program, const double* inputs, double* outputs, double* scratch);

  virtual const OutputTable& outputs() const = 0;
  virtual Kernel kernel(Isa isa) const = 0;
  virtual std::size_t scratch_doubles() const = 0;
};

/// A domain, as the engine sees it. Used once: declare, then prepare.
class Model {
 public:
  virtual ~Model() = default;

  virtual std::string_view name() const = 0;
  /// Declares every input and keeps what the form returns.
  virtual void declare(Form& form) = 0;
  /// Binds the data that `declare` was given, and says what is drawn besides the quantities. Wrong data go to
  /// `diagnostics`; then the result is null. Is also called after errors, to find what else is wrong: tables may be
  /// empty and values at their initial state.
  virtual std::unique_ptr<Program> prepare(const Form& form, DrawPlan& draws, Diagnostics& diagnostics) = 0;
};

/// A model that the command line offers.
struct ModelEntry {
  std::string name;
  Words meaning;
  std::function<std::unique_ptr<Model>()> make;
};

}  // namespace groundwork
