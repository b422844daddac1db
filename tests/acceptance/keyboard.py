# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job by keyboard alone: no pointer, no accessibility action; the bus is only looked at."""

import subprocess
import sys
import time

from desktop import Desktop, Failure, wait_for
from screen import Role, Screen, State


class Keyboard:
    def __init__(self, desktop):
        self.desktop = desktop

    def press(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key],
                           env=self.desktop.environment, check=True)
            time.sleep(0.1)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "30", text],
                       env=self.desktop.environment, check=True)


def focused(screen, root=None):
    for item in screen.walk(root):
        if item.get_state_set().contains(State.FOCUSED):
            return item
    return None


def main(programs):
    with Desktop(programs) as desktop:
        sandbox = desktop.sandbox("--scenario", "demo", "--speed", "5")
        process = desktop.console(sandbox)
        screen = Screen(process)
        keyboard = Keyboard(desktop)
        wait_for("rows are listed", lambda: screen.row_count() > 3)
        wait_for("a window is active", lambda: subprocess.run(
            ["xdotool", "getactivewindow"], env=desktop.environment, capture_output=True,
            check=False).returncode == 0)
        # From wherever the focus is, Tab reaches the list.
        for _ in range(30):
            item = focused(screen)
            if item is not None and item.get_name() == "Waiting executions":
                break
            keyboard.press("Tab")
        else:
            raise Failure("Tab reaches the list of waiting executions")
        keyboard.press("Home")
        wait_for("the review offers Approve", lambda: next(
            (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
             if screen.is_enabled(b)), None))
        # A held Enter or a stray one decides nothing.
        keyboard.press("Return", "Return")
        # A key that follows at once meets a dialog that rests in its first second.
        keyboard.press("ctrl+shift+a", "ctrl+Return")
        dialog = wait_for("the dialog", lambda: next(screen.all(Role.DIALOG), None))
        if sandbox.receipts("NotifyExecution"):
            raise Failure("nothing is sent in the first second")
        for _ in range(15):
            item = focused(screen, dialog)
            if item is not None and item.get_name() == "Note":
                break
            keyboard.press("Tab")
        else:
            raise Failure("Tab reaches the note")
        keyboard.type("checked the change window, go on")
        time.sleep(1.2)
        keyboard.press("ctrl+Return")
        receipt = wait_for("the decision arrives", lambda: sandbox.receipts("NotifyExecution"))[0]
        if not receipt["params"]["NotifyNote"].startswith("checked the change window, go on"):
            raise Failure(f"the note is {receipt['params']['NotifyNote']!r}")
        wait_for("the dialog can be closed", lambda: next(
            (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n == "Close", dialog)
             if screen.is_enabled(b)), None), 60)
        keyboard.press("Escape")
        client = sandbox.client()
        wait_for("the execution ends well", lambda: client.execution(
            receipt["params"]["ExecutionId"])["Status"] == "Success", 60)
        if len(sandbox.receipts("NotifyExecution")) != 1:
            raise Failure("exactly one decision was sent")


if __name__ == "__main__":
    main(sys.argv[1])
