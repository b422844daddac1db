# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a source tree, and their text."""
import os
import re

LEFT_OUT = {".git", "build", "node_modules", "__pycache__"}
CODE = (".h", ".cpp")


class Tree:
    def __init__(self, root, widgets=""):
        self.root = os.path.abspath(root)
        self.widgets = widgets

    def files(self, *folders, endings=None):
        """Paths relative to the root, sorted; of the whole tree without folders."""
        found = []
        for folder in folders or ("",):
            for place, names, files in os.walk(os.path.join(self.root, folder)):
                names[:] = sorted(name for name in names if name not in LEFT_OUT)
                for name in sorted(files):
                    if endings is None or name.endswith(endings):
                        found.append(os.path.relpath(os.path.join(place, name), self.root))
        return found

    def code(self, *folders):
        return self.files(*folders, endings=CODE)

    def path(self, name):
        return os.path.join(self.root, name)

    def text(self, name):
        """The text, or None for files that are not UTF-8 text."""
        try:
            with open(self.path(name), encoding="utf-8", newline="") as file:
                return file.read()
        except UnicodeDecodeError:
            return None

    def lines(self, name):
        return (self.text(name) or "").split("\n")


def without_comments(text):
    """C++ text whose comments are blank; strings and line numbers stay."""
    pattern = re.compile(
        r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.S
    )

    def blank(match):
        part = match.group(0)
        return re.sub(r"[^\n]", " ", part) if part.startswith("/") else part

    return pattern.sub(blank, text)
