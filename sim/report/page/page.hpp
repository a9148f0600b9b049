#pragma once

#include <optional>
#include <string>

#include "sim/contract/words.hpp"
#include "sim/report/saved/saved_analysis.hpp"

namespace groundwork {

/// A page that shows the results of a run and of analyses: HTML complete in itself, which loads nothing. It opens in
/// `language`, else in that of the reader's browser; readers may switch. Equal results give equal bytes.
std::string report_page(const SavedFolders& saved, std::optional<Language> language);

/// A JSON text as it may stand in HTML: no element can begin or end in it, no line ends inside a text.
std::string json_in_html(std::string json);

}  // namespace groundwork
