# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules over all texts of the tree: licences, paths, packages, scripts, formatting."""
import os
import re
import shutil
import subprocess

LICENCE = ("SPDX-FileCopyrightText: Countersign contributors",
           "SPDX-License-Identifier: GPL-3.0-or-later")
# Paths of one machine, and places beside the tree.
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|Users)/\w|\.\./shared\b|registry\.[a-z]+js\.org")
SCRIPT_FOLDERS = ("app", "ui", "tests", "translations", "resources", ".ci")


def is_script(tree, name):
    return (tree.text(name) or "").startswith("#!")


def licences(tree):
    for name in tree.files(*SCRIPT_FOLDERS):
        if not name.endswith((".h", ".cpp", ".py", ".js")) and not is_script(tree, name):
            continue
        head = tree.lines(name)[:4]
        for words in LICENCE:
            if not any(words in line for line in head):
                yield f"{name}: lacks the line {words}"


def paths(tree):
    for name in tree.files():
        for number, line in enumerate(tree.lines(name), 1):
            if MACHINE.search(line) and "MACHINE = " not in line:
                yield f"{name}:{number}: {line.strip()[:120]}"


def packages(tree):
    """.ci/debian-packages: a purpose and a package a line, nothing twice."""
    seen = {}
    for number, line in enumerate(tree.lines(".ci/debian-packages"), 1):
        if not line or line.startswith("#"):
            continue
        place = f".ci/debian-packages:{number}"
        match = re.fullmatch(r"(build|run|test) ([a-z0-9][a-z0-9+.-]+)", line)
        if not match:
            yield f"{place}: not a purpose and a package: {line}"
        elif match.group(2) in seen:
            yield f"{place}: {match.group(2)} stands in line {seen[match.group(2)]} too"
        else:
            seen[match.group(2)] = number
    if not seen:
        yield ".ci/debian-packages: names no package"


def scripts(tree):
    """The doors of the project can be run, and every script is readable to its interpreter."""
    for name in ("app/run", "tests/run", ".ci/run", "tests/interop/run", "resources/package"):
        if not os.access(tree.path(name), os.X_OK):
            yield f"{name}: cannot be run"
    for name in tree.files(*SCRIPT_FOLDERS):
        first = tree.lines(name)[0]
        if not first.startswith("#!"):
            continue
        shell = re.search(r"\b(ba)?sh\b", first)
        if shell:
            done = subprocess.run([shell.group(0), "-n", tree.path(name)], capture_output=True, text=True)
            if done.returncode:
                yield f"{name}: {done.stderr.strip()}"


def formatting(tree):
    program = shutil.which("clang-format-14") or shutil.which("clang-format")
    if not program:
        yield "clang-format is not installed"
        return
    files = tree.code("app", "ui", "tests")
    done = subprocess.run([program, "--dry-run", "-Werror", "--ferror-limit=1", *files],
                          cwd=tree.root, capture_output=True, text=True)
    for line in done.stderr.splitlines():
        if ": error:" in line:
            yield line
    if done.returncode and ": error:" not in done.stderr:
        yield done.stderr.strip()
