# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys in a real keyring: kept over a restart, written nowhere else, and missed in words."""

import os
import pathlib
import subprocess
import sys
import time

from desktop import Desktop, Failure, wait_for
from keyboard import Keyboard
from keyring import Keyring
from screen import Role, Screen, State
from secretsearch import files_with, holds

WISHED_SECONDS = 2
ALLOWED_SECONDS = 6  # on a machine that does other things besides


def start(desktop, sandbox):
    """A console with its window up, how long that took, and the sandbox's rows listed."""
    begin = time.monotonic()
    process = desktop.console(sandbox)
    screen = Screen(process)
    screen.find(Role.FRAME)
    took = time.monotonic() - begin
    print(f"window up after {took:.2f} s (wished for: {WISHED_SECONDS} s)", flush=True)
    if took > ALLOWED_SECONDS:
        raise Failure(f"the window is up within {ALLOWED_SECONDS} s: {took:.2f} s")
    wait_for("rows of the sandbox are listed", lambda: rows_of(screen, "sandbox") > 3)
    return process, screen


def rows_of(screen, account):
    names = [screen.row(i).get_name() for i in range(screen.row_count())]
    return sum(f"account {account}," in name for name in names)


def press_key(desktop, key):
    wait_for("a window is active", lambda: subprocess.run(
        ["xdotool", "getactivewindow"], env=desktop.environment, capture_output=True,
        check=False).returncode == 0)
    Keyboard(desktop).press(key)


def open_profiles(desktop, screen):
    press_key(desktop, "ctrl+shift+p")
    return screen.find(Role.DIALOG, "Profiles")


def close_profiles(screen, dialog):
    screen.press(screen.find(Role.PUSH_BUTTON, "Close", root=dialog))
    wait_for("the dialog is closed",
             lambda: next(screen.all(Role.DIALOG, "Profiles"), None) is None)


def choose_by_keyboard(desktop, screen, dialog, wanted):
    """In the combo box that has such an entry: a box is named by what is chosen in it."""
    box, index = wait_for(f"“{wanted}” is among the choices", lambda: next(
        ((box, index) for box in screen.all(Role.COMBO_BOX, root=dialog)
         for index, name in enumerate(entries_of(box)) if name.startswith(wanted)), None))
    for _ in range(60):
        if box.get_state_set().contains(State.FOCUSED):
            break
        press_key(desktop, "Tab")
    for key in ["Home", *["Down"] * index]:
        press_key(desktop, key)
    wait_for(f"“{wanted}” is chosen", lambda: box.get_name().startswith(wanted))


def entries_of(box):
    entries = box.get_child_at_index(0)
    return [entries.get_child_at_index(i).get_name() for i in range(entries.get_child_count())]


def press_when_enabled(screen, name, dialog):
    button = screen.find(Role.PUSH_BUTTON, name, root=dialog)
    wait_for(f"“{name}” can be pressed", lambda: screen.is_enabled(button))
    screen.press(button)


def quit_cleanly(desktop, process):
    press_key(desktop, "ctrl+q")
    wait_for("the console ends", lambda: process.poll() is not None, 10)
    if process.returncode != 0:
        raise Failure(f"the console ends with 0, not {process.returncode}")


def add_profile(desktop, screen, user):
    dialog = open_profiles(desktop, screen)
    screen.press(screen.find(Role.PUSH_BUTTON, "Add a profile…", root=dialog))
    for role, name, text in ((Role.TEXT, "Name", "second"),
                             (Role.TEXT, "Access key id", user["accessKeyId"]),
                             (Role.PASSWORD_TEXT, "Access key secret", user["accessKeySecret"])):
        screen.type_into(screen.find(role, name, root=dialog), text)
    keep = screen.find(Role.CHECK_BOX, lambda n: n.startswith("Keep the key in"), root=dialog)
    if not screen.is_checked(keep):
        raise Failure("keeping the key is offered, and chosen")
    press_when_enabled(screen, "Test", dialog)
    wait_for("whose key it is", lambda: f"You act as the user {user['name']}"
             in screen.texts(dialog))
    wait_for("the test has ended", lambda: "everything that was tried works"
             in screen.texts(dialog), 30)
    press_when_enabled(screen, "Save", dialog)
    wait_for("it is saved", lambda: "Saved." in screen.texts(dialog).splitlines())
    close_profiles(screen, dialog)


def kept_over_a_restart(desktop, sandbox, user):
    keyring = Keyring(desktop, is_unlocked=True)
    process, screen = start(desktop, sandbox)
    if rows_of(screen, "second"):
        raise Failure("there is no second profile yet")
    add_profile(desktop, screen, user)
    wait_for("its rows are listed", lambda: rows_of(screen, "second") > 3)
    check_process(process, user["accessKeySecret"])
    quit_cleanly(desktop, process)
    process, screen = start(desktop, sandbox)
    wait_for("its rows are listed again", lambda: rows_of(screen, "second") > 3)
    check_process(process, user["accessKeySecret"])
    asked = [r for r in sandbox.receipts("ListExecutions") if r["user"] == user["name"]]
    if not asked:
        raise Failure("the second profile reads with its own key")
    quit_cleanly(desktop, process)
    keyring.stop()


def check_process(process, secret):
    """What other programs of this computer could read of the console."""
    folder = pathlib.Path("/proc") / str(process.pid)
    if holds((folder / "cmdline").read_bytes(), secret):
        raise Failure("the secret is not among the console's arguments")
    try:
        environment = (folder / "environ").read_bytes()
    except PermissionError:
        return  # nobody but the system's administrator can
    if holds(environment, secret):
        raise Failure("the secret is not in the console's environment")


def secret_is_in_no_file(desktop, sandbox, user):
    secret = user["accessKeySecret"]
    named, _ = files_with([desktop.folder], secret)
    if named != [str(sandbox.announcement_file)]:
        raise Failure(f"only the service's own announcement holds the secret: {named}")
    folders = [desktop.private(name)
               for name in ("root", "home", "config", "data", "cache", "runtime")]
    found, count = files_with([*folders, os.environ["XDG_RUNTIME_DIR"]], secret)
    if found:
        raise Failure(f"the secret is in no file: {found}")
    keyrings = list(desktop.private("data").glob("keyrings/*.keyring"))
    if not keyrings:
        raise Failure("the keyring keeps its files where they were searched")
    print(f"the secret is in none of {count} files", flush=True)


def missed_in_words(desktop, sandbox, reason):
    """The keyring gives nothing: said, and nothing else of the program suffers."""
    process, screen = start(desktop, sandbox)
    screen.wait_for_text(f"second: {reason}")
    if screen.texts().count(reason) > 1:
        raise Failure(f"one cause is told once: {screen.texts()}")
    dialog = open_profiles(desktop, screen)
    wait_for("the profile says why", lambda: reason in screen.texts(dialog))
    words = screen.texts(dialog)
    if "session" not in words:
        raise Failure(f"the profile says what can be done: {words}")
    close_profiles(screen, dialog)
    screen.choose_row(0)
    wait_for("a row can be decided", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
         if screen.is_enabled(b)), None))
    if rows_of(screen, "second"):
        raise Failure("nothing is read without the key")
    quit_cleanly(desktop, process)


def main(programs):
    with Desktop(programs) as desktop:
        sandbox = desktop.sandbox("--scenario", "demo")
        user = sandbox.announcement["users"][1]
        kept_over_a_restart(desktop, sandbox, user)
        print("ok kept_over_a_restart", flush=True)
        secret_is_in_no_file(desktop, sandbox, user)
        print("ok secret_is_in_no_file", flush=True)
        missed_in_words(desktop, sandbox, "No system keychain is running")
        print("ok missed_in_words, without a keyring", flush=True)
        keyring = Keyring(desktop, is_unlocked=False)
        missed_in_words(desktop, sandbox, "The system keychain is locked")
        keyring.stop()
        print("ok missed_in_words, with a locked keyring", flush=True)
        secret_is_in_no_file(desktop, sandbox, user)


if __name__ == "__main__":
    main(sys.argv[1])
