"""Runs the commands in the console blocks of the documentation, and compares what they print with what the pages show.

    console_blocks.py --groundwork PATH [--update] PAGE...

A block is fenced as `console`. A line "$ command" is run by bash in a folder that has this checkout's scenarios; the lines
below it, up to the next command, are its output, standard error included. A page's commands run one after another in the
same folder, in a locale without a language. A block fenced as `toml` or `python` whose first line is "# file: NAME" is written to NAME first. Lines that tell how
long something took are not compared.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIMING = re.compile(r"^[\d,]+ ((?:paths|points of [\d,]+ paths) in [\d.]+ s, [\d,.]+ (?:paths|points)/s|条路径，用时 [\d.]+ 秒，每秒 [\d,]+ 条)$")
FENCE = re.compile(r"^```(\w*)$")


def main():
    options = parse_arguments()
    wrong = [page for page in options.pages if not check_page(page, options)]
    if wrong:
        print("not current: " + ", ".join(map(str, wrong)) + "; `./dev docs` writes them again")
    return int(bool(wrong))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groundwork", required=True, type=lambda path: Path(path).resolve())
    parser.add_argument("--update", action="store_true", help="write the pages again instead of comparing")
    parser.add_argument("pages", nargs="+", type=Path)
    return parser.parse_args()


def check_page(page, options):
    """Whether the page shows what its commands print; with --update it does afterwards."""
    shown = page.read_text()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "scenarios", Path(folder) / "scenarios")
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "PATH": f"{options.groundwork.parent}:{os.environ['PATH']}"}
        printed = "\n".join(rewritten(shown.split("\n"), folder, environment))
    if options.update:
        page.write_text(printed)
        return True
    return same_but_for_timing(page, shown, printed)


def rewritten(lines, folder, environment):
    """The page's lines, with the output of each command in the place of what is shown."""
    kind = None
    for index, line in enumerate(lines):
        fence = FENCE.match(line)
        if fence:
            kind = fence[1] or None if kind is None else None
            if kind in ("toml", "python") and lines[index + 1].startswith("# file: "):
                write_file(Path(folder), lines[index + 1 :])
        if kind != "console" or fence:
            yield line
        elif line.startswith("$ "):
            yield line
            yield from run(line[2:], folder, environment)


def write_file(folder, lines):
    name = lines[0].removeprefix("# file: ").strip()
    body = lines[1 : next(i for i, line in enumerate(lines) if line == "```")]
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n".join(body) + "\n")


def run(command, folder, environment):
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.rstrip("\n").split("\n") if done.stdout else []


def same_but_for_timing(page, shown, printed):
    pairs = zip(shown.split("\n"), printed.split("\n"))
    for number, (old, new) in enumerate(pairs, start=1):
        if old != new and not (TIMING.match(old) and TIMING.match(new)):
            print(f"{page}:{number}: shows   {old}\n{' ' * len(f'{page}:{number}')}  prints  {new}")
            return False
    return len(shown.split("\n")) == len(printed.split("\n"))


if __name__ == "__main__":
    sys.exit(main())
