"""Files, functions and parameter lists stay short."""

import ast
import re
import unittest

from tests.structure.project import code, read, tracked

MOST_LINES_OF_FILE = 400
MOST_LINES_OF_PAGE_FILE = 250
MOST_LINES_OF_FUNCTION = 60
MOST_PARAMETERS = 5

CPP = tracked("*.cpp", "*.hpp")
PYTHON = tracked("*.py")
PAGE = tracked("*.js", "*.mjs", "*.css")

#: What stands before the brace of a function: a parameter list, qualifiers, perhaps a return type or initialisers.
NO_FUNCTIONS = re.compile(r"^\s*(?:if|for|while|switch|catch|return|else|do)\b")


def matching(text, start, pair):
    """Where the bracket at `start` closes."""
    depth = 0
    for place in range(start, len(text)):
        depth += {pair[0]: 1, pair[1]: -1}.get(text[place], 0)
        if depth == 0:
            return place
    return len(text)


def functions(text):
    """(line, lines, head) of each function body in C++ code: a brace that follows a parameter list."""
    for match in re.finditer(r"\)(?:(?!namespace|struct|class|#)[^;{}()=])*\{", text):
        head = text[max(text.rfind(mark, 0, match.start()) for mark in ";}{") + 1:match.end() - 1]
        if not NO_FUNCTIONS.match(head.strip()):
            start = match.end() - 1
            end = matching(text, start, "{}")
            yield text.count("\n", 0, start) + 1, text.count("\n", start, end) + 1, head.strip()


def top_level_parts(parameters):
    """How many parameters a list has."""
    depth, parts = 0, int(bool(parameters.strip()))
    for character in parameters:
        depth += character in "(<[{"
        depth -= character in ")>]}"
        parts += character == "," and depth == 0
    return parts


def declared_parameters(text):
    """(line, name, parameters) of each function that is declared or defined: a type, a name and a list in brackets."""
    head = r"^[ \t]*(?:template <[^\n]*>\s*)?(?:[\w:<>,&*\[\]]+[ \n]+[&*]*)+([\w:~]+)\("
    for match in re.finditer(head, text, re.MULTILINE):
        if re.match(r"\s*(?:return|throw|else|case|new|delete|using|co_\w+)\b", match[0]):
            continue
        start = match.end() - 1
        end = matching(text, start, "()")
        inside, after = text[start + 1:end], text[end + 1:end + 40].lstrip()
        has_types = re.search(r"\w\s*[&*]*\s+[&*]*\w|^\s*$", inside)
        if has_types and after.startswith(("{", ";", ":", "const", "noexcept", "override")):
            yield text.count("\n", 0, match.start(1)) + 1, match[1], top_level_parts(inside.replace("->", ""))


class Size(unittest.TestCase):
    def test_no_file_is_longer_than_400_lines(self):
        for name in CPP + PYTHON:
            self.assertLessEqual(read(name).count("\n"), MOST_LINES_OF_FILE, name)

    def test_no_file_of_the_page_is_longer_than_250_lines(self):
        self.assertGreater(len(PAGE), 30)
        for name in PAGE:
            self.assertLessEqual(read(name).count("\n"), MOST_LINES_OF_PAGE_FILE, name)

    def test_no_function_is_longer_than_60_lines(self):
        for name in CPP:
            for line, lines, head in functions(code(name)):
                self.assertLessEqual(lines, MOST_LINES_OF_FUNCTION, f"{name}:{line}: {head}")

    def test_no_function_has_more_than_five_parameters(self):
        found = {f"{name}: {function}" for name in CPP
                 for _, function, parameters in declared_parameters(code(name)) if parameters > MOST_PARAMETERS}
        self.assertEqual(found, set())

    def test_python_functions_keep_the_same_limits(self):
        for name in PYTHON:
            for node in ast.walk(ast.parse(read(name))):
                if isinstance(node, ast.FunctionDef):
                    parameters = [argument for argument in node.args.args + node.args.kwonlyargs if argument.arg != "self"]
                    self.assertLessEqual(node.end_lineno - node.lineno + 1, MOST_LINES_OF_FUNCTION, f"{name}:{node.lineno}")
                    self.assertLessEqual(len(parameters), MOST_PARAMETERS, f"{name}:{node.lineno}")


class Counting(unittest.TestCase):
    """The counting finds what it should."""

    def test_a_function_is_found_with_its_lines_and_parameters(self):
        text = "int add(int a,\n        std::map<int, int> b) {\n  if (a > 1) {\n  }\n  return a;\n}\n"
        self.assertEqual([(line, lines) for line, lines, _ in functions(text)], [(2, 5)])
        self.assertEqual(list(declared_parameters(text)), [(1, "add", 2)])

    def test_the_limits_are_not_met_by_finding_nothing(self):
        bodies = [lines for name in CPP for _, lines, _ in functions(code(name))]
        lists = [parameters for name in CPP for _, _, parameters in declared_parameters(code(name))]
        self.assertGreater(len(bodies), 700)
        self.assertGreater(max(bodies), 30)
        self.assertGreater(len(lists), 700)
        self.assertGreaterEqual(max(lists), MOST_PARAMETERS)


if __name__ == "__main__":
    unittest.main()
