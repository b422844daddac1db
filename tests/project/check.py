# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One rule over the tree: check.py RULE ROOT [folder of Qt's widget headers]."""
import sys

import languages
import sources
import texts
from tree import Tree

RULES = {
    "forbidden": sources.forbidden,
    "includes": sources.includes,
    "arrows": sources.arrows,
    "rooms": sources.rooms,
    "sizes": sources.sizes,
    "licences": texts.licences,
    "paths": texts.paths,
    "packages": texts.packages,
    "scripts": texts.scripts,
    "format": texts.formatting,
    "translations": languages.translations,
    "freshness": languages.freshness,
    "glossary": languages.glossary,
}


def main():
    rule, root, *widgets = sys.argv[1:]
    tree = Tree(root, widgets[0] if widgets else "")
    problems = list(RULES[rule](tree))
    for problem in problems:
        print(problem)
    print(f"{rule}: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
