#include <catch2/catch.hpp>

#include "sim/scenario/input_tables.hpp"
#include "tests/sim/scenario/lemonade.hpp"
#include "tests/sim/scenario/workspace.hpp"

using namespace groundwork;

namespace {

/// A stand that may take tips.
class TippedStand final : public Model {
 public:
  std::string_view name() const override { return "tipped"; }
  void declare(Form& form) override {
    stand_.declare(form);
    form.quantity(
        tip, {.key = "stand.tip", .unit = "CNY/cup", .bounds = {0, 5}, .meaning = {"Tip", "小费"}, .otherwise = 0.5});
  }
  std::unique_ptr<Program> prepare(const Form& form, DrawPlan& draws, Diagnostics& diagnostics) override {
    return stand_.prepare(form, draws, diagnostics);
  }

  Quantity tip;

 private:
  Lemonade stand_;
};

}  // namespace

TEST_CASE("an input that is left out has the value that its declaration says, and a scenario may say another") {
  const Workspace folder;
  const auto read = [&](const std::vector<std::string>& overrides) {
    TippedStand model;
    Diagnostics diagnostics;
    const auto study = read_study({folder.path("lemonade.toml"), overrides}, model, diagnostics);
    INFO(diagnostics.text());
    REQUIRE(study);
    return study->scenario.inputs.at(static_cast<std::size_t>(model.tip.column));
  };
  const Input left_out = read({});
  CHECK(left_out.distribution.is_fixed());
  CHECK(left_out.distribution.mean() == 0.5);
  CHECK(left_out.text == "0.5");
  CHECK(left_out.source == "default of the model");
  const Input said = read({"stand.tip={dist='uniform', min=1, max=2}"});
  CHECK(said.distribution.mean() == 1.5);
  CHECK(said.source.empty());
}

TEST_CASE("what is said of an input that may be left out is checked as ever") {
  const Workspace folder;
  TippedStand model;
  Diagnostics diagnostics;
  CHECK_FALSE(read_study({folder.path("lemonade.toml"), {"stand.tip=6", "stand.tips=1"}}, model, diagnostics));
  const std::string text = diagnostics.text();
  CHECK(text.find("'stand.tip' [CNY/cup] must be between 0 and 5, is 6") != std::string::npos);
  CHECK(text.find("did you mean 'stand.tip' [CNY/cup]?") != std::string::npos);
}

TEST_CASE("documentation says what an input is that is left out") {
  TippedStand model;
  const std::vector<DocumentedInput> inputs = documented_inputs(model);
  CHECK(inputs.back().declaration.key == "stand.tip");
  CHECK(inputs.back().kind == Words{"number or distribution (0.5 if left out)", "数值或分布（省略则为 0.5）"});
}
