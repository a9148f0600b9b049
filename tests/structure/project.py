"""The project's files, as the structure tests read them."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked(*patterns):
    """Paths of the files under version control, from the root, that match one of the patterns; all without any."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns],
                            cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in sorted(set(listed.stdout.split("\0"))) if name and (ROOT / name).exists()]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def code(name):
    """A C++ file with comments and the contents of texts blanked out, line for line."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((.*?)\)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])\'', re.DOTALL)

    def blank(match):
        text = match[0]
        return re.sub(r"[^\n]", " ", text) if text.startswith("/") else '"' + re.sub(r"[^\n]", " ", text[1:-1]) + '"'

    return pattern.sub(blank, read(name))
