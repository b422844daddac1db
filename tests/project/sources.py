# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules over C++ sources: symbols, includes, arrows between rooms, sizes."""
import os
import re

from tree import without_comments

# What is never written, where, and where it is allowed after all (prefixes of paths).
FORBIDDEN = [
    (r"\bignoreSslErrors\b", ("app", "ui"), ()),
    (r"\bVerifyNone\b", ("app", "ui"), ()),
    (r"\bLoadAll\b", ("app", "ui"), ()),
    (r"\bsetInsecureFallback\b", ("app", "ui"), ()),
    (r"\bWorldAccessOption\b", ("app", "ui"), ()),
    (r"\bQTextBrowser\b", ("app", "ui"), ()),
    (r"\bsetHtml\s*\(", ("app", "ui"), ()),
    (r"\bQt::(RichText|AutoText|MarkdownText)\b", ("app", "ui"), ()),
    (r"\bco_(await|return|yield)\b", ("app", "ui", "tests"), ()),
    (r"\bprocessEvents\b", ("app", "ui"), ()),
    (r"\bQEventLoop\b", ("app", "ui"), ()),
    # The event loop of a program is its main function's; a dialog is opened with open(). Queries of
    # the journal's database are executed in one place.
    (r"(\.|->|\bQ(Core|Gui)?Application::|\bQ(Dialog|Menu|MessageBox)::)exec\s*\(", ("app", "ui"),
     ("app/main/", "app/sandbox/program.cpp", "app/journal/sqlconnection.cpp")),
    (r"\bQ(Message|File|Input|Color|Font)(Box|Dialog)::(information|question|warning|critical|get\w+)\s*\(",
     ("app", "ui"), ()),
    (r"\b(msleep|usleep|qSleep|sleep_for)\s*\(|\bQThread::sleep\b", ("app", "ui", "tests"), ()),
    (r"\binstance\s*\(\s*\)\s*(\.|->)", ("app", "ui"), ()),
    (r"\b(SIGNAL|SLOT)\s*\(", ("app", "ui"), ()),
    (r"\bQSettings\b", ("app", "ui"), ("app/settings/", "app/main/")),
    (r"\bQProcess\b", ("app", "ui"),
     ("app/main/", "app/sandbox/", "app/credentials/", "app/layout/")),
    (r"(\.|->)listen\s*\(", ("app", "ui"), ("app/instance/", "app/sandbox/")),
    (r"(\.|->)(post|put|deleteResource|sendCustomRequest)\s*\(", ("app", "ui"),
     ("app/api/", "app/sandbox/")),
    (r"\bQNetworkAccessManager\b", ("app", "ui"), ("app/api/", "app/main/")),
]

# Section "rooms": what a room may know. `domain` is open to all; flows know the signature schemes
# because the requests they build say which one is meant.
ARROWS = {
    "app/domain": set(),
    "app/signing": {"domain"},
    "app/log": {"domain"},
    "app/storage": {"domain"},
    "app/settings": {"storage", "domain"},
    "app/system": {"domain"},
    "app/templates": {"domain"},
    "app/layout": {"domain"},
    "app/handover": {"domain"},
    "app/api": {"signing", "domain"},
    "app/credentials": {"api", "signing", "storage", "domain"},
    "app/journal": {"domain"},
    "app/models": {"domain"},
    "app/notify": {"domain"},
    "app/instance": {"domain"},
    "app/flows": {"api", "credentials", "journal", "templates", "signing", "domain"},
    "app/viewmodels": {"flows", "models", "notify", "templates", "layout", "handover", "settings",
                       "storage", "domain"},
    "app/sandbox": {"templates", "signing", "domain"},
}
UI_ARROWS = {"viewmodels", "domain", "models", "notify"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def includes_of(tree, name):
    """(line, is in quotes, path) of every include."""
    text = tree.text(name) or ""
    for match in INCLUDE.finditer(without_comments(text)):
        yield text.count("\n", 0, match.start(1)) + 1, match.group(1) == '"', match.group(2)


def forbidden(tree):
    for pattern, folders, allowed in FORBIDDEN:
        symbol = re.compile(pattern)
        for name in tree.code(*folders):
            if name.startswith(allowed or ("\0",)):
                continue
            text = without_comments(tree.text(name) or "")
            for match in symbol.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{name}:{line}: {match.group(0).strip()} is not used here"


def includes(tree):
    widgets = set(os.listdir(tree.widgets))
    for name in tree.code("app", "ui", "tests"):
        for line, is_quoted, path in includes_of(tree, name):
            place = f"{name}:{line}"
            if re.match(r"Qt\w*/", path):
                yield f"{place}: {path} names its module; rooms are kept apart by link lines"
            is_window = name.startswith(("ui/", "tests/", "app/main/"))
            if not is_quoted and path in widgets and not is_window:
                yield f"{place}: <{path}> is for ui/"
            if path.startswith("Qsci/") and not name.startswith("ui/editor/"):
                yield f"{place}: {path} stays inside ui/editor"
            if path == "yaml.h" and not name.startswith("app/templates/"):
                yield f"{place}: {path} stays inside app/templates"
            is_own = path.startswith(("app/", "ui/", "tests/"))
            is_made = path.startswith(("generated/", "ui_")) or path.endswith((".moc", "version.h"))
            if is_quoted and not is_own and not is_made and "/" not in path:
                if not os.path.exists(os.path.join(tree.root, os.path.dirname(name), path)):
                    continue
                if not name.startswith("tests/"):
                    yield f'{place}: "{path}" is written with its folder'


def room_of(name):
    parts = name.split("/")
    return "/".join(parts[:2]) if parts[0] == "app" and len(parts) > 2 else None


def arrows(tree):
    for name in tree.code("app", "ui"):
        room = room_of(name)
        if room == "app/main":
            continue
        allowed = UI_ARROWS if name.startswith("ui/") else ARROWS.get(room)
        if allowed is None:
            yield f"{name}: the room {room} is not in the table"
            continue
        for line, is_quoted, path in includes_of(tree, name):
            other = room_of(path)
            if other and other != room and other.split("/")[1] not in allowed:
                yield f"{name}:{line}: {path} is against the arrows"
            if room and path.startswith("ui/"):
                yield f"{name}:{line}: {path} is above this room"


def rooms(tree):
    """A room's CMakeLists.txt says what it is for, and links only what it may know."""
    for name in tree.files("app", "ui", "tests", endings=("CMakeLists.txt",)):
        text = tree.text(name)
        if not re.match(r"# \S.*[.;:,]?\n", text):
            yield f"{name}: does not open with what the folder is for"
        room = room_of(name)
        if room not in ARROWS:
            continue
        own = room.split("/")[1]
        calls = re.findall(r"countersign_room\((.*?)\)", text, re.S)
        if not calls and "add_subdirectory(" not in text:
            yield f"{name}: declares no room"
        for call in calls:
            linked = set(re.findall(r"\bcountersign_(\w+)", call.partition("LINK")[2]))
            for other in sorted(linked - ARROWS[room]):
                if not other.startswith(own):
                    yield f"{name}: links {other} against the arrows"


def sizes(tree):
    for name in tree.code("app", "ui"):
        count = len(tree.lines(name))
        if count > 800:
            yield f"{name}: {count} lines; 800 are the most"
