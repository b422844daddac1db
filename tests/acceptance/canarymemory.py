# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys that are needed no more are nowhere in the process: searched with the right to look into its
memory, in which they are found while they are in use."""

import re
import sys
import time

from canary import begun, check_modes, keys_are_entered, start_console
from desktop import Failure, run_parts, wait_for
from keys import close_profiles, open_profiles, press_key, quit_cleanly, rows_of
from profiles import Profiles, arn_of
from screen import Role
from secretsearch import may_search, memory_matching, memory_with

# Tokens of the sandbox's sessions; none of the test's own is as long.
SESSION_TOKEN = rb"CAIS[A-Za-z0-9+/]{400,}"
PIECE = 40


def check_memory(process, secrets, stage):
    if not may_search():
        print(f"{stage}: the memory was not searched, which takes the administrator", flush=True)
        return
    found = memory_with(process.pid, secrets)
    for name, region, address, around in found:
        print(f"{stage}: {name} in {region} at {address:x}: {around!r}", flush=True)
    if found:
        raise Failure(f"{stage}: {len(found)} copies in memory")
    print(f"{stage}: no copy in memory", flush=True)


def pieces_of_tokens(process):
    """Parts of every token of a session that the process holds, by a name for each."""
    tokens = memory_matching(process.pid, SESSION_TOKEN)
    if not tokens:
        raise Failure("the token of a role that is in use is found in memory")
    pieces = {}
    for number, token in enumerate(sorted(tokens)):
        for at in range(0, len(token) - PIECE, len(token) // 4):
            pieces[f"token {number} of a role from {at}"] = token[at:at + PIECE].decode()
    return pieces


def role_is_taken(desktop, screen, sandbox):
    profiles = Profiles(desktop, screen)
    profiles.add("as-operator", "Another profile, taking a role")
    profiles.choose("canary")
    profiles.write_role(arn_of(sandbox, "oos-operator"), "canary")
    profiles.test("You act as the role oos-operator, session canary")
    profiles.save("The keys last until .+ UTC")
    profiles.close()
    wait_for("its rows are listed", lambda: rows_of(screen, "as-operator") > 0, 60)


def remove_profile(screen, dialog, name):
    table = screen.find(Role.LIST, "Profiles", root=dialog)
    row = next(i for i in range(table.get_child_count())
               if (table.get_child_at_index(i).get_name() or "").startswith(name))
    screen.choose_in(table, row)
    wait_for(f"{name} is shown", lambda: next((
        field for field in screen.all(Role.TEXT, "Name", dialog)
        if screen.text_of(field) == name), None))
    screen.press(screen.find(Role.PUSH_BUTTON, "Remove", root=dialog))
    screen.press(wait_for("removing is confirmed", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Remove "))), None)))
    wait_for("the profile is gone", lambda: name not in screen.texts(dialog))


def memory_keeps_nothing(desktop):
    """Keys that were typed, refused, kept and used, and those of a role that was taken with them,
    are gone from the process with their profiles."""
    sandbox, _, user, places, _ = begun(desktop)
    process, screen = start_console(desktop, places, sandbox, umask=0o077)
    keys_are_entered(desktop, places, screen, user)
    role_is_taken(desktop, screen, sandbox)
    check_modes(desktop)
    secrets = {name: places.secrets[name] for name in ("secret of the key", "wrong secret", "token")}
    if may_search():
        if not memory_with(process.pid, secrets):
            raise Failure("the key that is in use is found in memory")
        secrets |= pieces_of_tokens(process)
    dialog = open_profiles(desktop, screen)
    for name in ("as-operator", "canary"):
        remove_profile(screen, dialog, name)
    close_profiles(screen, dialog)
    time.sleep(2)
    check_memory(process, secrets, "the profiles were removed")
    quit_cleanly(desktop, process)


def locking_empties_memory(desktop):
    """Keys that their profiles give up while the program is locked are nowhere in the process then:
    one is read again from the keychain afterwards, the other asked for anew."""
    sandbox, _, user, places, _ = begun(desktop)
    process, screen = start_console(desktop, places, sandbox)
    keys_are_entered(desktop, places, screen, user)
    role_is_taken(desktop, screen, sandbox)
    quit_cleanly(desktop, process)
    profiles = desktop.private("root") / "profiles.json"
    text, count = re.subn(r'("dropsKeysOnLock"\s*:\s*)false', r"\1true", profiles.read_text())
    if count < 2:
        raise Failure("the profiles give up their keys when the program is locked")
    profiles.write_text(text)
    process, screen = start_console(desktop, places, sandbox)
    for name in ("canary", "as-operator"):
        wait_for("its rows are listed", lambda name=name: rows_of(screen, name) > 0, 60)
    secrets = {"secret of the key": user["accessKeySecret"]}
    if may_search():
        if not memory_with(process.pid, secrets):
            raise Failure("the key that is in use is found in memory")
        secrets |= pieces_of_tokens(process)
    press_key(desktop, "ctrl+shift+l")
    wait_for("it is locked", lambda: "Locked since" in screen.texts())
    places.look("locked")
    time.sleep(2)
    check_memory(process, secrets, "the program was locked")
    screen.press(screen.find(Role.PUSH_BUTTON, lambda n: n.startswith("Unlock")))
    for name in ("canary", "as-operator"):
        wait_for("its rows are listed again", lambda name=name: rows_of(screen, name) > 0, 60)
    places.check("it was locked and unlocked")
    log = (desktop.private("root") / "logs/countersign.log").read_text()
    for event in ("Locked", "KeyDropped", "Unlocked", "KeyLent"):
        if f"Z {event}" not in log:
            raise Failure(f"the log tells of {event}")
    quit_cleanly(desktop, process)


PARTS = {part.__name__: part for part in (memory_keeps_nothing, locking_empties_memory)}


if __name__ == "__main__":
    run_parts(PARTS, *sys.argv[1:])
