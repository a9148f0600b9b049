#pragma once

#include <string_view>

namespace groundwork {

/// The report page as it was bundled when this program was built: HTML whose one `page_payload_mark` stands for the
/// data.
std::string_view page_template();

/// Where the data go, a JSON text.
inline constexpr std::string_view page_payload_mark = "@payload@";

}  // namespace groundwork
