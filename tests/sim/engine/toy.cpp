#include "tests/sim/engine/toy.hpp"

#include <catch2/catch.hpp>

#include "tests/temporary_folder.hpp"

namespace groundwork {

namespace {

const std::string toy_toml = R"(title = "Toy"
description = "Two numbers."

[time]
start = "2020-Q1"
end = "2021-Q4"

[run]
paths = 500
seed = 7
sampler = "mc"

[toy]
x = { dist = "uniform", min = 0, max = 1, unit = "1", source = "test" }
y = { dist = "uniform", min = 0, max = 1, unit = "1", source = "test" }
)";

void add_outputs(ToyProgram& program) {
  OutputTable& table = program.table;
  const int country = table.add_scope({"CN", {"China", "全国"}, "country"});
  const int east = table.add_scope({"east", {"East", "东部"}, "region"});
  const int network = table.add_scope({"a,\"b\"", {"A and B", "甲和乙"}, "network"});
  const auto add = [&](const char* name, const char* unit, Measure measure, std::vector<int> scopes,
                       Better better = Better::neither) {
    std::vector<std::string> periods;
    if (measure != Measure::whole) periods = {"2020", "2021"};
    if (measure != Measure::stock) periods.emplace_back("total");
    const Displays display = unit == std::string("CNY") ? Displays{{1e9, "CNY bn", 1}, {1e8, "亿元", 0}} : Displays{};
    const Words title{std::string("the ") + name, std::string("指标") + name};
    const Metric metric{name,    unit,  title, {"a meaning", "含义"}, measure, name == std::string("excess"),
                        display, false, better};
    return table.block(table.add_block(metric, std::move(scopes), periods)).first_cell;
  };
  program.cells = {.sum = add("sum", "CNY", Measure::flow, {country, east}, Better::lower),
                   .product = add("product", "1", Measure::whole, {country, network}, Better::higher),
                   .level = add("level", "stations", Measure::stock, {country}),
                   .excess = add("excess", "share", Measure::whole, {country}),
                   .root = add("root", "1/year", Measure::whole, {country}),
                   .noise = add("noise", "1", Measure::whole, {country}),
                   .x = add("x", "1", Measure::whole, {country}),
                   .y = add("y", "1", Measure::whole, {country})};
}

}  // namespace

void ToyModel::declare(Form& form) {
  constexpr double inf = std::numeric_limits<double>::infinity();
  for (const std::string& name : form.names("extra", {"inputs that nothing depends on", "无关输入"})) {
    Quantity unused;
    form.quantity(unused, {"extra." + name + ".value", "1", {-inf, inf}, {"nothing", "无"}});
  }
  form.quantity(x_, {"toy.x", "1", {-inf, inf}, {"one number", "一个数"}});
  form.quantity(y_, {"toy.y", "1", {-inf, inf}, {"another", "另一个数"}});
}

std::unique_ptr<Program> ToyModel::prepare(const Form&, DrawPlan& draws, Diagnostics&) {
  auto program = std::make_unique<ToyProgram>();
  program->x = x_;
  program->y = y_;
  program->noise = draws.per_step("toy.noise", 2, DrawKind::standard_normal, 0.0);
  add_outputs(*program);
  return program;
}

Program::Kernel ToyProgram::kernel(Isa isa) const {
  switch (isa) {
    case Isa::scalar:
      return toy_kernel<Isa::scalar>();
    case Isa::avx2:
      return toy_kernel<Isa::avx2>();
    case Isa::avx512:
      return toy_kernel<Isa::avx512>();
  }
  return nullptr;
}

Study read_toy(const std::string& more, const std::vector<std::string>& overrides) {
  const TemporaryFolder folder;
  ToyModel model;
  Diagnostics diagnostics;
  std::optional<Study> study =
      read_study({folder.write("toy.toml", toy_toml + more), overrides, false}, model, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(study);
  return *std::move(study);
}

const ToyProgram& program_of(const Study& study) { return dynamic_cast<const ToyProgram&>(*study.program); }

}  // namespace groundwork
