# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a secret is written, in the forms in which programs write bytes down."""

import base64
import os


def forms(secret):
    """Raw, hex and Base64 bytes of a text; Base64 at each place that it can have in a longer one."""
    found = set()
    for raw in (secret.encode(), secret.encode("utf-16-le")):
        found |= {raw, raw.hex().encode(), raw.hex().upper().encode()}
        for before in range(3):
            # Characters that hold bits of what stands before or after are left out.
            coded = base64.b64encode(bytes(before) + raw)
            whole = (before + len(raw)) // 3 * 4
            part = coded[(0, 4, 4)[before]:whole]
            found |= {part, part.translate(bytes.maketrans(b"+/", b"-_"))}
    return found


def holds(content, secret):
    return any(form in content for form in forms(secret))


def files_with(folders, secret):
    """(files that hold it, how many were searched)"""
    found = []
    count = 0
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for path in (os.path.join(parent, name) for name in names):
                if not os.path.isfile(path):
                    continue  # sockets
                with open(path, "rb") as file:
                    content = file.read()
                count += 1
                if holds(content, secret):
                    found.append(path)
    return found, count
