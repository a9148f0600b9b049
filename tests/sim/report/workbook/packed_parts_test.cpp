#include "sim/report/workbook/packed_parts.hpp"

#include <catch2/catch.hpp>

using namespace groundwork;

TEST_CASE("an XML document ends with the end tag of its root") {
  CHECK(ends_as_xml("<?xml version=\"1.0\"?>\n<a x=\"1\"><b/></a>"));
  CHECK(ends_as_xml("<?xml version=\"1.0\"?>\n<a x=\"1\"/>\n"));
  CHECK_FALSE(ends_as_xml(""));
  CHECK_FALSE(ends_as_xml("<?xml version=\"1.0\"?>\n<a x=\"1\"><b/>"));
  CHECK_FALSE(ends_as_xml("<?xml version=\"1.0\"?>\n<a x=\"1\"><b></b></a"));
  CHECK_FALSE(ends_as_xml("<?xml version=\"1.0\"?>\n<a"));
}

TEST_CASE("a file that is no archive has no parts") { CHECK(packed_parts("/dev/null").empty()); }
