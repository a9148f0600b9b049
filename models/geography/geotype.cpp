#include "models/geography/geotype.hpp"

#include <string>

namespace groundwork {

Words geotype_title(int geotype) {
  switch (geotype) {
    case urban:
      return {"urban", "城区"};
    case town:
      return {"town", "镇区"};
    default:
      return {"rural", "农村"};
  }
}

void declare_by_geotype(Form& form, ByGeotype& out, const Declaration& common) {
  for (int a = 0; a < geotypes; ++a) {
    Declaration declaration = common;
    declaration.key += std::string(".") + geotype_names[static_cast<std::size_t>(a)];
    declaration.meaning = declaration.meaning + Words{", ", "，"} + geotype_title(a);
    form.quantity(out[static_cast<std::size_t>(a)], declaration);
  }
}

}  // namespace groundwork
