#include "tests/sim/analysis/sensitivity/test_function.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "sim/engine/runner.hpp"
#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

struct FunctionProgram final : Program {
  TestFunction function;
  OutputTable table;

  const OutputTable& outputs() const override { return table; }
  Kernel kernel(Isa) const override { return &evaluate; }
  std::size_t scratch_doubles() const override { return 0; }

  static void evaluate(const Program& program, const double* inputs, double* outputs, double*) {
    const TestFunction& function = static_cast<const FunctionProgram&>(program).function;
    std::vector<double> x(function.inputs.size() + static_cast<std::size_t>(function.draws));
    for (int lane = 0; lane < tile_paths; ++lane) {
      for (std::size_t i = 0; i < x.size(); ++i) x[i] = inputs[i * tile_paths + static_cast<std::size_t>(lane)];
      outputs[lane] = function.value(x);
    }
  }
};

class FunctionModel final : public Model {
 public:
  explicit FunctionModel(TestFunction function) : function_(std::move(function)) {}
  std::string_view name() const override { return "function"; }

  void declare(Form& form) override {
    constexpr double inf = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < function_.inputs.size(); ++i) {
      Quantity quantity;
      form.quantity(quantity, {"case.x" + std::to_string(i), "1", {-inf, inf}, {"a number", "一个数"}, Tails::within});
    }
  }

  std::unique_ptr<Program> prepare(const Form&, DrawPlan& draws, Diagnostics&) override {
    auto program = std::make_unique<FunctionProgram>();
    program->function = function_;
    if (function_.draws > 0) draws.per_step("case.noise", function_.draws, DrawKind::standard_normal, 0.0);
    program->table.add_scope({"CN", {"China", "全国"}, "country"});
    program->table.add_block({"y", "1", {"value", "数值"}, {"the value", "数值"}, Measure::whole}, {0}, {"total"});
    return program;
  }

 private:
  TestFunction function_;
};

std::vector<double> g_parts(const std::vector<double>& a) {
  std::vector<double> parts;
  for (const double each : a) parts.push_back(1.0 / (3.0 * (1.0 + each) * (1.0 + each)));
  return parts;
}

double g_variance(const std::vector<double>& a) {
  double product = 1.0;
  for (const double part : g_parts(a)) product *= 1.0 + part;
  return product - 1.0;
}

}  // namespace

std::unique_ptr<Model> function_model(const TestFunction& function) {
  return std::make_unique<FunctionModel>(function);
}

std::string function_scenario(const TestFunction& function) {
  std::string text =
      "title = \"Case\"\ndescription = \"A function.\"\n[time]\nstart = \"2020-Q1\"\nend = \"2020-Q4\"\n"
      "[run]\npaths = 100\nseed = 7\nsampler = \"mc\"\n[case]\n";
  for (std::size_t i = 0; i < function.inputs.size(); ++i)
    text += "x" + std::to_string(i) + " = { " + function.inputs[i] + ", unit = '1', source = 'test' }\n";
  return text;
}

Study read_function(const TestFunction& function, const std::string& more) {
  const TemporaryFolder folder;
  FunctionModel model(function);
  Diagnostics diagnostics;
  const std::string path = folder.write("case.toml", function_scenario(function) + more);
  std::optional<Study> study = read_study({path, {}, false}, model, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(study);
  return *std::move(study);
}

std::vector<std::string> uniform_inputs(int inputs, double low, double high) {
  const std::string each = "dist = 'uniform', min = " + std::to_string(low) + ", max = " + std::to_string(high);
  return std::vector<std::string>(static_cast<std::size_t>(inputs), each);
}

TestFunction linear_function(const std::vector<double>& slopes) {
  const auto value = [slopes](const std::vector<double>& x) {
    double sum = 0.0;
    for (std::size_t i = 0; i < slopes.size(); ++i) sum += slopes[i] * x[i];
    return sum;
  };
  return {value, uniform_inputs(static_cast<int>(slopes.size()), 0.0, 1.0), 0};
}

TestFunction ishigami() {
  const auto value = [](const std::vector<double>& x) {
    const double s = std::sin(x[1]);
    return std::sin(x[0]) + 7.0 * s * s + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
  };
  const std::string each = "dist = 'uniform', min = -3.141592653589793, max = 3.141592653589793";
  return {value, {each, each, each}, 0};
}

TestFunction sobol_g(const std::vector<double>& a) {
  const auto value = [a](const std::vector<double>& x) {
    double product = 1.0;
    for (std::size_t i = 0; i < a.size(); ++i) product *= (std::fabs(4.0 * x[i] - 2.0) + a[i]) / (1.0 + a[i]);
    return product;
  };
  return {value, uniform_inputs(static_cast<int>(a.size()), 0.0, 1.0), 0};
}

std::vector<double> sobol_g_first(const std::vector<double>& a) {
  std::vector<double> first = g_parts(a);
  for (double& part : first) part /= g_variance(a);
  return first;
}

std::vector<double> sobol_g_total(const std::vector<double>& a) {
  std::vector<double> total = g_parts(a);
  for (double& part : total) part *= (1.0 + g_variance(a)) / (1.0 + part) / g_variance(a);
  return total;
}

Results run_function(const Study& study, std::int64_t paths, std::uint64_t seed) {
  RunOptions options;
  options.threads = 2;
  options.keep_cells = {0};
  options.keep_inputs = true;
  return run_paths(study, {paths, seed, Sampler::mc}, options);
}

}  // namespace groundwork
