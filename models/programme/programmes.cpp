#include "models/programme/programmes.hpp"

namespace groundwork {

std::vector<ProgrammeInputs> declare_programmes(Form& form) {
  std::vector<ProgrammeInputs> programmes;
  for (const std::string& name : form.names("programme", "other fields of new infrastructure")) {
    ProgrammeInputs& programme = programmes.emplace_back();
    programme.name = name;
    form.quantity(programme.investment_2020,
                  {"programme." + name + ".investment_2020", "CNY/year", {0, 1e15}, "investment in 2020"});
    form.quantity(programme.growth, {"programme." + name + ".growth", "1/year", {-0.99, 5}, "growth of investment"});
  }
  return programmes;
}

}  // namespace groundwork
