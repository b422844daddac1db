# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a secret is written, in the forms in which programs write bytes down."""

import base64
import os
import re
import urllib.parse

CHUNK = 1 << 20


def forms(secret):
    """Raw, hex, Base64 and percent-encoded bytes of a text, and the beginnings of HMAC blocks made
    of it; Base64 at each place that it can have in a longer one."""
    found = set()
    for kept in ("-_.~", "/-_.~", "/+-_.~", "/=-_.~"):  # as queries, paths and forms have it
        once = urllib.parse.quote(secret, safe=kept)
        found |= {once.encode(), urllib.parse.quote(once, safe="-_.~").encode()}
    for raw in (secret.encode(), secret.encode("utf-16-le")):
        found |= {raw, raw.hex().encode(), raw.hex().upper().encode()}
        for before in range(3):
            # Characters that hold bits of what stands before or after are left out.
            coded = base64.b64encode(bytes(before) + raw)
            whole = (before + len(raw)) // 3 * 4
            part = coded[(0, 4, 4)[before]:whole]
            found |= {part, part.translate(bytes.maketrans(b"+/", b"-_"))}
    for pad in (0x36, 0x5C):
        found.add(bytes(byte ^ pad for byte in secret.encode()[:64]))
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


def may_search():
    """Whether the memory of other processes may be looked into, which takes the administrator."""
    return os.geteuid() == 0


def regions_of(pid):
    """(begin, end, name) of the memory that a process may have written to."""
    with open(f"/proc/{pid}/maps", encoding="utf-8", errors="replace") as maps:
        for line in maps:
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)", line)
            if match and match[3].startswith("rw") and match[4] not in ("[vvar]", "[vsyscall]"):
                yield int(match[1], 16), int(match[2], 16), match[4].strip() or "anonymous"


def memory_chunks(pid, overlap):
    """(name of the region, address, bytes, how many of these came with the chunk before)"""
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for begin, end, region in regions_of(pid):
            kept = b""
            for at in range(begin, end, CHUNK):
                try:
                    memory.seek(at)
                    chunk = memory.read(min(CHUNK, end - at))
                except (OSError, ValueError):
                    break  # gone meanwhile, or a device's
                yield region, at - len(kept), kept + chunk, len(kept)
                kept = (kept + chunk)[-overlap:]


def memory_matching(pid, pattern, longest=8192):
    """All that matches a pattern of bytes in a process's memory, in whatever place."""
    return {match[0] for _, _, text, _ in memory_chunks(pid, longest)
            for match in re.finditer(pattern, text)}


def memory_with(pid, secrets, around=48):
    """Each place in a process's memory that holds one of the secrets, as (name of the secret, name
    of the region, address, bytes around it). Needs the right to look into the process."""
    wanted = [(name, form) for name, secret in secrets.items() for form in forms(secret)]
    longest = max(len(form) for _, form in wanted)
    found = []
    for region, address, text, known in memory_chunks(pid, longest - 1):
        for name, form in wanted:
            place = text.find(form)
            while place >= 0:
                # What the part before the chunk holds whole was found there.
                if place + len(form) > known:
                    found.append((name, region, address + place,
                                  text[max(0, place - around):place + len(form) + around]))
                place = text.find(form, place + 1)
    return found
