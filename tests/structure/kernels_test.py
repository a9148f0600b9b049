"""What is compiled for one instruction set stays there: a kernel object offers no code that the linker may use elsewhere, and
calls no mathematics of the C library, whose bits differ between machines."""

import os
import re
import subprocess
import unittest
from pathlib import Path

BUILD = Path(os.environ["GROUNDWORK_BUILD"])
OPTIMISED = os.environ["GROUNDWORK_BUILD_TYPE"] != "Debug"  # else even what is always inlined is emitted

LIBM = set("""acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf erfc exp exp2 expm1 fmod frexp hypot ldexp lgamma log
    log10 log1p log2 modf nearbyint nextafter pow remainder rint round sin sinh sqrt tan tanh tgamma""".split())


def kernel_objects(isa):
    return sorted(path for place in ("sim", "models") for path in (BUILD / place).glob(f"CMakeFiles/*_{isa}.dir/**/*.o"))


def symbols(path):
    """(type, name) of each symbol, as nm lists them."""
    listed = subprocess.run(["nm", "-C", str(path)], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^[0-9a-f ]{16} (\w) (.*)$", listed, re.MULTILINE)


class Kernels(unittest.TestCase):
    def test_there_are_objects_for_each_instruction_set(self):
        for isa in ("scalar", "avx2", "avx512"):
            self.assertGreaterEqual(len(kernel_objects(isa)), 5, isa)

    @unittest.skipUnless(OPTIMISED, "not an optimised build")
    def test_a_kernel_offers_no_code_that_is_not_for_its_own_width(self):
        for isa in ("avx2", "avx512"):
            for path in kernel_objects(isa):
                shared = [name for kind, name in symbols(path) if kind in "WVu" and "Pack<" not in name]
                self.assertEqual(shared, [], path.name)

    def test_a_kernel_calls_no_mathematics_of_the_c_library(self):
        for isa in ("scalar", "avx2", "avx512"):
            for path in kernel_objects(isa):
                called = {name.removesuffix("f") for kind, name in symbols(path) if kind == "U"}
                self.assertEqual(called & LIBM, set(), path.name)

    def test_a_kernel_takes_its_mathematics_from_the_variants_with_equal_bits(self):
        for isa in ("scalar", "avx2", "avx512"):
            for path in kernel_objects(isa):
                called = [name for kind, name in symbols(path) if kind == "U" and name.startswith("Sleef_")]
                self.assertEqual([name for name in called if not name.startswith(("Sleef_finz_", "Sleef_cinz_"))], [], path.name)


if __name__ == "__main__":
    unittest.main()
