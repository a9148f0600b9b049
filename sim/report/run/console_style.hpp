#pragma once

#include "sim/contract/words.hpp"

namespace groundwork {

/// Whether the spread of figures is drawn beside them, and how.
enum class Bars { none, plain, coloured };

/// How the console table is written.
struct ConsoleStyle {
  Language language = Language::en;
  Bars bars = Bars::none;
  int columns = 80;  ///< Of the terminal: bars that do not fit beside the table are left out.
};

}  // namespace groundwork
