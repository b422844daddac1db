# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A locked console shows nothing of what it knows, opens nothing, and loses nothing."""

import os
import pathlib
import subprocess
import sys
import time

import decisions
from desktop import Desktop, Failure, wait_for
from keyboard import Keyboard
from screen import Role, Screen

import gi

from gi.repository import GLib  # noqa: E402

NOTE = "only for the eyes of whoever typed it"
LOCKED = "Countersign is locked"


class SessionServices:
    """logind and a screen saver on the test's bus."""

    def __init__(self, desktop):
        self.record = desktop.folder / "session.txt"
        script = pathlib.Path(__file__).parent / "sessionservices.py"
        with open(self.record, "wb") as output:
            self.process = desktop.start([sys.executable, "-B", str(script)], stdout=output,
                                         stdin=subprocess.PIPE)
        for name in ("org.freedesktop.login1", "org.freedesktop.ScreenSaver"):
            self.wait(f"owned {name}")

    def wait(self, line, times=1):
        wait_for(f"“{line}”", lambda: self.record.read_text().split("\n").count(line) >= times)

    def say(self, line):
        before = self.record.read_text().split("\n").count(line)
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()
        self.wait(line, before + 1)


def xdotool(desktop, *arguments):
    return subprocess.run(["xdotool", *arguments], env=desktop.environment, capture_output=True,
                          text=True, check=False).stdout.splitlines()


def titles(desktop, process):
    windows = xdotool(desktop, "search", "--all", "--pid", str(process.pid), "--name", "")
    return [line for window in windows for line in xdotool(desktop, "getwindowname", window)]


def private_words(sandbox):
    """What a bystander must not read: names of runs, people, templates and accounts."""
    runs = sandbox.client().call("ListExecutions", Status="Waiting", MaxResults=50)["Executions"]
    words = {NOTE, sandbox.announcement["accountId"]}
    words |= {user["name"] for user in sandbox.announcement["users"]}
    words |= {run["ExecutionId"] for run in runs} | {run["TemplateName"] for run in runs}
    return {word for word in words if word}


def check_nothing_is_told(desktop, screen, process, words):
    told = screen.everything() + "\n" + "\n".join(titles(desktop, process))
    for word in words:
        if word in told:
            raise Failure(f"a locked window says nothing of “{word}”: {told}")
    if LOCKED not in told or "Locked since" not in told:
        raise Failure(f"a locked window says so: {told}")


def wait_until_locked(screen):
    screen.wait_for_text(LOCKED)
    wait_for("nothing but the one window is left",
             lambda: screen.application.get_child_count() == 1)


def unlock(screen):
    screen.press(screen.find(Role.PUSH_BUTTON, "Unlock"))
    wait_for("rows are listed again", lambda: screen.row_count() > 3)


def press_gone(screen, item):
    """What was held from before may be pressed: it must be gone, or do nothing."""
    try:
        screen.press(item)
    except (GLib.Error, Failure, AttributeError, TypeError):  # it has no interface any more
        pass


def started(desktop, sandbox, *arguments):
    process = desktop.console(sandbox, *arguments)
    screen = Screen(process)
    wait_for("rows are listed", lambda: screen.row_count() > 3)
    return process, screen


def locked_over_a_dialog(desktop, sandbox):
    process, screen = started(desktop, sandbox)
    words = private_words(sandbox)
    screen.choose_row(0)
    approve = wait_for("Approve… can be pressed", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
         if screen.is_enabled(b)), None))
    dialog = decisions.open_dialog(screen, "Approve")
    screen.type_into(screen.find(name="Note", root=dialog), NOTE)
    confirm = next(screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve "), dialog))
    told = screen.everything()
    if sum(word in told for word in words) < 4:
        raise Failure(f"an open window does say what it is about: {told}")
    time.sleep(1.2)  # the button that decides is live by now
    Keyboard(desktop).press("ctrl+shift+l")
    wait_until_locked(screen)
    check_nothing_is_told(desktop, screen, process, words)
    for held in (approve, confirm):
        press_gone(screen, held)
    # Keys of commands, and another start of the program, which is told of later.
    Keyboard(desktop).press("ctrl+k", "ctrl+comma", "ctrl+h", "F1", "ctrl+shift+a", "ctrl+Return")
    other = sandbox.client().call("ListExecutions", Status="Success")["Executions"][0]
    second = desktop.console(sandbox, "--review", other["ExecutionId"])
    wait_for("the second start hands over and ends", lambda: second.poll() is not None)
    time.sleep(1)
    wait_until_locked(screen)
    check_nothing_is_told(desktop, screen, process, words | {other["ExecutionId"]})
    if sandbox.receipts("NotifyExecution"):
        raise Failure("nothing is decided while it is locked")
    unlock(screen)
    screen.wait_for_text("This run has ended")  # what was asked for meanwhile
    wait_for("the search is over", lambda: next(screen.all(Role.DIALOG), None) is None)
    screen.choose_row(0)
    dialog = decisions.open_dialog(screen, "Approve")
    if screen.text_of(screen.find(name="Note", root=dialog)) != NOTE:
        raise Failure("the note is offered again")
    screen.wait_for_text("Typed before and not sent")
    decisions.confirm(screen, dialog, "Approve")
    decisions.leave(screen, dialog)
    sent = sandbox.receipts("NotifyExecution")
    if len(sent) != 1 or not sent[0]["params"]["NotifyNote"].startswith(NOTE):
        raise Failure(f"the note is sent once: {sent}")
    desktop.stop(process)


def locked_while_sending(desktop, sandbox):
    process, screen = started(desktop, sandbox)
    before = len(sandbox.receipts("NotifyExecution"))
    screen.choose_row(0)
    dialog = decisions.open_dialog(screen, "Approve")
    sandbox.set_faults([{"fault": "delay", "action": "NotifyExecution", "ms": 15_000, "times": 1}])
    decisions.confirm(screen, dialog, "Approve", "sent and locked at once")
    wait_for("it is on its way", lambda: "Sending" in screen.texts(), 20)
    Keyboard(desktop).press("ctrl+shift+l")
    wait_until_locked(screen)
    screen.wait_for_text("A decision is being sent")
    wait_for("its outcome is there", lambda: "A decision is being sent" not in screen.texts(), 60)
    unlock(screen)
    # Every command works on after it, also those that the program itself answers.
    screen.press(next(item for item in screen.walk(showing=False)
                      if (item.get_name() or "").startswith("Copy diagnostics")))
    copy = screen.find(Role.PUSH_BUTTON, "Copy")
    Keyboard(desktop).press("Escape")
    wait_for("the dialog is left", lambda: not any(
        item == copy for item in screen.all(Role.PUSH_BUTTON, "Copy")))
    wait_for("the run is among those that were decided here", lambda: next(screen.all(
        name=lambda n: n.startswith("Decided by me") and "nothing" not in n), None))
    if len(sandbox.receipts("NotifyExecution")) != before + 1:
        raise Failure("it was sent once")
    # Quitting from a locked window ends the program at once.
    Keyboard(desktop).press("ctrl+shift+l")
    wait_until_locked(screen)
    Keyboard(desktop).press("ctrl+q")
    wait_for("it ends", lambda: process.poll() is not None, 10)
    if process.returncode != 0:
        raise Failure(f"it ends well, not with {process.returncode}")


def locked_with_the_session(desktop, sandbox):
    services = SessionServices(desktop)
    # The test's bus stands for the system's too: no session of this computer is touched.
    desktop.environment["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    process, screen = started(desktop, sandbox)
    services.wait("asked")
    words = private_words(sandbox)
    services.say("other")
    time.sleep(1)
    if LOCKED in screen.texts():
        raise Failure("another session is none of ours")
    for locking, unlocking in ((("Lock",), ("Unlock",)), (("hint 1",), ("hint 0",)),
                               (("Lock", "saver 1", "hint 1"), ("hint 0", "saver 0"))):
        for line in locking:
            services.say(line)
        wait_until_locked(screen)
        screen.wait_for_text("together with the desktop's session")
        check_nothing_is_told(desktop, screen, process, words)
        for line in unlocking:
            services.say(line)
        wait_for("it is unlocked with the session", lambda: screen.row_count() > 3)
    # What the person has locked stays locked.
    Keyboard(desktop).press("ctrl+shift+l")
    wait_until_locked(screen)
    services.say("saver 1")
    services.say("saver 0")
    time.sleep(1)
    check_nothing_is_told(desktop, screen, process, words)
    unlock(screen)
    desktop.stop(process)
    # A session that is locked when the program starts.
    services.say("saver 1")
    process = desktop.console(sandbox)
    screen = Screen(process)
    wait_until_locked(screen)
    services.say("saver 0")
    wait_for("rows are listed", lambda: screen.row_count() > 3)
    desktop.stop(process)
    desktop.stop(services.process)
    del desktop.environment["DBUS_SYSTEM_BUS_ADDRESS"]


def locked_after_sleep(desktop, sandbox, programs):
    root = desktop.private("idle")
    (root / "settings.ini").write_text("[locking]\nidleMinutes=15\n")
    slept = desktop.folder / "slept"
    slept.write_text("0")
    desktop.environment.update({"SLEPT_SECONDS_FILE": str(slept), "LD_PRELOAD": str(
        (pathlib.Path(programs).parent / "tests" / "sleptclock.so").resolve())})
    process, screen = started(desktop, sandbox, "--config-root", str(root))
    for name in ("SLEPT_SECONDS_FILE", "LD_PRELOAD"):
        del desktop.environment[name]
    words = private_words(sandbox)
    slept.write_text(str(14 * 60))
    time.sleep(7)  # the clocks are compared every five seconds
    if LOCKED in screen.texts():
        raise Failure("14 minutes of sleep are fewer than 15")
    Keyboard(desktop).press("Down")
    slept.write_text(str(30 * 60))
    wait_until_locked(screen)
    screen.wait_for_text("without input")
    check_nothing_is_told(desktop, screen, process, words)
    unlock(screen)
    desktop.stop(process)


def main(programs):
    with Desktop(programs) as desktop:
        sandbox = desktop.sandbox("--scenario", "demo", "--speed", "5")
        locked_over_a_dialog(desktop, sandbox)
        print("ok locked_over_a_dialog", flush=True)
        locked_while_sending(desktop, sandbox)
        print("ok locked_while_sending", flush=True)
        locked_with_the_session(desktop, sandbox)
        print("ok locked_with_the_session", flush=True)
        locked_after_sleep(desktop, sandbox, programs)
        print("ok locked_after_sleep", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
