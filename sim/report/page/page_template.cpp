#include "sim/report/page/page_template.hpp"

// The assembler takes the bytes as they are; the compiler never sees them.
asm(R"(
  .section .rodata
  .global groundwork_page_begin
  .global groundwork_page_end
groundwork_page_begin:
  .incbin ")" GROUNDWORK_PAGE_TEMPLATE R"("
groundwork_page_end:
  .previous
)");

extern "C" const char groundwork_page_begin[];
extern "C" const char groundwork_page_end[];

namespace groundwork {

std::string_view page_template() {
  return {groundwork_page_begin, static_cast<std::size_t>(groundwork_page_end - groundwork_page_begin)};
}

}  // namespace groundwork
