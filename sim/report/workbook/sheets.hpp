#pragma once

#include "sim/report/workbook/sheet.hpp"

namespace groundwork {

/// Each adds one sheet to the workbook, in the language of the source. Sheets of metrics that the run does not have are
/// left out.
void add_summary_sheet(const SheetSource& source);
void add_years_sheet(const SheetSource& source);
void add_provinces_sheet(const SheetSource& source);
void add_savings_sheet(const SheetSource& source);
void add_racks_sheet(const SheetSource& source);
void add_inputs_sheet(const SheetSource& source);
void add_method_sheet(const SheetSource& source);

}  // namespace groundwork
