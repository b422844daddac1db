# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The searches for secrets can fail: what is planted is found, in each of the places and in each of
the forms in which programs write bytes down."""

import base64
import codecs
import json
import pathlib
import subprocess
import sys
import urllib.parse

from canary import begun, check_log, check_modes, cores, start_console, type_into
from desktop import Failure, run_parts, wait_for
from keys import quit_cleanly
from screen import Role
from secretsearch import holds, may_search, memory_matching, memory_with
from watchedplaces import HERE

SECRET = "planted+Canary/Value=1147"

# A process that holds the argument's text in its memory, the other way round, and shows a window.
HOLDER = """
import sys
import gi
gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk
kept = sys.argv[1].swapcase()
window = Gtk.Window(title=sys.argv[1])
window.show()
GLib.timeout_add(500, lambda: print("up", flush=True))
Gtk.main()
"""


def holder(desktop):
    """A process with what is planted in its arguments, environment, memory and title."""
    desktop.environment["PLANTED"] = SECRET
    process = desktop.start([sys.executable, "-c", HOLDER, SECRET], stdout=subprocess.PIPE)
    del desktop.environment["PLANTED"]
    process.stdout.readline()
    return process


def planted_is_found(desktop):
    """What is put into each of the places is found there."""
    _, _, _, places, _ = begun(desktop)
    places.secrets = {"planted": SECRET}
    places.output.write_bytes(b"")
    hits, _ = places.found()
    if hits:
        raise Failure(f"nothing is found before: {hits}")
    process = holder(desktop)
    places.process = process
    places.words["screen: planted"] = f"shown: {SECRET}"
    places.words["windows: planted"] = places.windows()
    (desktop.private("root") / "file").write_text(f"a={SECRET.encode().hex()}")
    places.output.write_bytes(f"token={urllib.parse.quote(SECRET + '/')}".encode())
    with open(places.notices.record, "a", encoding="utf-8") as notices:
        notices.write(json.dumps({"call": "Notify", "body": SECRET}) + "\n")
    boards = desktop.start([sys.executable, "-B", str(HERE / "clipboard.py"), SECRET],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    boards.stdout.readline()
    for bus in ("--session", f"--address={places.accessibility}"):
        subprocess.run(["gdbus", "emit", *bus.split("=", 1), "--object-path", "/planted", "--signal",
                        "planted.Planted.Planted", SECRET], check=True)
    wanted = ("/proc: cmdline", "/proc: environ", "/file", "standard output", "screen: planted",
              "windows: planted", "notices", "selection: clipboard", "selection: primary",
              "session-bus", "accessibility-bus")

    def missed():
        hits, _ = places.found()
        return [place for place in wanted if not any(place in hit for hit in hits)]

    try:
        wait_for("all that was planted is found", lambda: not missed(), 20)
    except Failure as failure:
        raise Failure(f"{failure}: not in {missed()}") from failure
    if may_search():
        if not memory_with(process.pid, {"planted": SECRET.swapcase()}):
            raise Failure("what a process holds in memory is found")
        if not memory_matching(process.pid, b"PLANTED[+]c[A-Z]{5}/"):
            raise Failure("what a process holds in memory is found by its pattern")
    print(f"found in {len(wanted)} places", flush=True)


def screens_are_read(desktop):
    """What stands in rows and cells of the console's own window is found as well, and what is typed
    where it can be seen."""
    sandbox, _, _, places, _ = begun(desktop)
    process, screen = start_console(desktop, places, sandbox)
    screen.choose_row(0)
    screen.wait_for_text("Other task")  # the review of a Debug run
    rows = {}
    for item in screen.walk(showing=False):
        if item.get_role() in (Role.LIST, Role.TABLE, Role.TREE, Role.TREE_TABLE) \
                and item.get_child_count() > 0:
            name = item.get_child_at_index(item.get_child_count() - 1).get_name() or ""
            if len(name) > 3:
                rows[f"last of “{item.get_name()}”"] = name
    if len(rows) < 2:
        raise Failure(f"the window has lists and tables: {rows}")
    places.look("rows")
    places.secrets = rows
    hits, _ = places.found()
    missed = [name for name in rows if f"screen: rows: {name}" not in hits]
    if missed:
        raise Failure(f"rows and cells are read: {missed}")
    print(f"read in {len(rows)} lists and tables", flush=True)
    type_into(desktop, screen.find(name="Filter"), SECRET)
    places.secrets = {"typed": SECRET}
    wait_for("what is typed into a field that shows it is heard",
             lambda: "what is told of changes: typed" in places.found()[0], 20)
    quit_cleanly(desktop, process)


def every_form_is_found(_):
    """Each way of writing a secret down, as other code than the search's own does it."""
    raw = SECRET.encode()
    written = {
        "as it is": raw, "UTF-16": SECRET.encode("utf-16-le"),
        "hex": codecs.encode(raw, "hex"), "HEX": codecs.encode(raw, "hex").upper(),
        "hex of UTF-16": codecs.encode(SECRET.encode("utf-16-le"), "hex"),
        "percent": urllib.parse.quote_plus(SECRET).encode(),
        "percent in a path": urllib.parse.quote(SECRET).encode(),
        "percent twice": urllib.parse.quote_plus(urllib.parse.quote_plus(SECRET)).encode(),
        "the inner block of an HMAC": raw.ljust(64, b"\0").translate(
            bytes(value ^ 0x36 for value in range(256))),
        "the outer block of an HMAC": raw.ljust(64, b"\0").translate(
            bytes(value ^ 0x5C for value in range(256))),
    }
    for before in ("", "a", "ab", "abc", "abcd"):
        whole = f"{before}{SECRET}, and more".encode()
        written[f"Base64 after “{before}”"] = base64.standard_b64encode(whole)
        written[f"Base64 for addresses after “{before}”"] = base64.urlsafe_b64encode(whole)
        written[f"Base64 of UTF-16 after “{before}”"] = base64.standard_b64encode(
            f"{before}{SECRET}, and more".encode("utf-16-le"))
    missed = [name for name, text in written.items() if not holds(b"x=" + text + b";", SECRET)]
    if missed:
        raise Failure(f"every form is found: {missed}")
    wrong = [name for name, text in written.items()
             if holds(b"x=" + text + b";", SECRET.replace("1147", "2258"))]
    if wrong:
        raise Failure(f"another secret is not taken for it: {wrong}")
    print(f"found in {len(written)} forms", flush=True)


def refuses(what, check):
    try:
        check()
    except Failure:
        return
    raise Failure(f"{what} is noticed")


def other_checks_can_fail(desktop):
    """Modes of files, words in the log, a core that was dumped."""
    user = {"name": "li.wei", "accessKeyId": "SandboxKeyOfNobody"}
    root = desktop.private("root")
    logs = root / "logs"
    logs.mkdir(mode=0o700)
    log = logs / "countersign.log"
    good = "".join(f"2026-11-28T09:00:00.000Z {event}\n" for event in (
        "ProgramStarted", "ProfileAdded", "KeyLent", "KeychainChanged", "DecisionMoved",
        "Read operation=NotifyExecution", "Read operation=ListExecutions", "Read failure=Refused"))
    for file, text in ((log, good), (root / "decisions.db", ""), (root / "profiles.json", "{}")):
        file.write_text(text)
        file.chmod(0o600)
    check_modes(desktop)
    check_log(desktop, user)
    for file, mode in ((root / "profiles.json", 0o644), (root / "decisions.db", 0o700),
                       (logs, 0o750)):
        before = file.stat().st_mode & 0o777
        file.chmod(mode)
        refuses(f"{file.name} with {mode:o}", lambda: check_modes(desktop))
        file.chmod(before)
    (root / "decisions.db").unlink()
    refuses("a missing journal", lambda: check_modes(desktop))
    for line in ("Read profile=li.wei", "Read key=SandboxKeyOfNobody", "Read url=https",
                 "read of something", f"Read folder={desktop.folder}"):
        log.write_text(f"{good}2026-11-28T09:00:01.000Z {line}\n")
        refuses(f"“{line}” in the log", lambda: check_log(desktop, user))
    log.write_text(good.replace("KeyLent", "KeyMade"))
    refuses("a missing event", lambda: check_log(desktop, user))
    before = cores(desktop)
    (pathlib.Path(desktop.folder) / "core.4711").write_bytes(b"\x7fELF")
    if len(cores(desktop) - before) != 1:
        raise Failure("a core is noticed")


PARTS = {part.__name__: part for part in (
    planted_is_found, screens_are_read, every_form_is_found, other_checks_can_fail)}


if __name__ == "__main__":
    run_parts(PARTS, *sys.argv[1:])
