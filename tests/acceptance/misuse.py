# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What no hand should have meant, by the keys and the pointer of a real X server: keys held through
the opening of a dialog and in it, presses too early and after a change of windows, many clicks."""

import subprocess
import sys
import time

from desktop import Desktop, Failure, wait_for
from keyboard import Keyboard
from screen import Atspi, Role, Screen


class Hand(Keyboard):
    def tool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.desktop.environment, check=True,
                              capture_output=True, text=True).stdout.strip()

    def hold(self, keys, seconds):
        """Holds keys, the last of which repeats, and lets them go in the other order."""
        for key in keys:
            self.tool("keydown", key)
        time.sleep(seconds)
        for key in reversed(keys):
            self.tool("keyup", key)
        time.sleep(0.2)

    def click(self, place, times=1):
        self.tool("mousemove", str(place[0]), str(place[1]), "click", "--repeat", str(times),
                  "--delay", "40", "1")


def middle(item):
    box = Atspi.Component.get_extents(item.get_component_iface(), Atspi.CoordType.SCREEN)
    return box.x + box.width // 2, box.y + box.height // 2


class Misuse:
    def __init__(self, desktop):
        self.sandbox = desktop.sandbox("--scenario", "load:8", "--speed", "5")
        self.screen = Screen(desktop.console(self.sandbox))
        self.hand = Hand(desktop)
        wait_for("rows are listed", lambda: self.screen.row_count() >= 6)
        wait_for("a window is active", lambda: subprocess.run(
            ["xdotool", "getactivewindow"], env=desktop.environment, capture_output=True,
            check=False).returncode == 0)

    def sent(self):
        return len(self.sandbox.receipts("NotifyExecution"))

    def expect(self, what, count):
        time.sleep(0.5)
        if self.sent() != count:
            raise Failure(f"{what}: {self.sent()} decisions were sent, not {count}")

    def dialog(self):
        return next(self.screen.all(Role.DIALOG), None)

    def choose(self, row):
        self.screen.choose_row(row)
        wait_for("the review offers Approve", lambda: next(
            (b for b in self.screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
             if self.screen.is_enabled(b)), None))

    def open(self):
        self.hand.press("ctrl+shift+a")
        return wait_for("the dialog", self.dialog)

    def confirm_button(self, dialog):
        return wait_for("the button that decides", lambda: next(self.screen.all(
            Role.PUSH_BUTTON, lambda n: n.startswith("Approve "), dialog), None))

    def leave(self):
        self.hand.press("Escape")
        wait_for("the dialog is gone", lambda: self.dialog() is None)

    def settle(self, dialog):
        wait_for("the dialog can be closed", lambda: next(
            (b for b in self.screen.all(Role.PUSH_BUTTON, lambda n: n == "Close", dialog)
             if self.screen.is_enabled(b)), None), 60)
        self.leave()

    def keys_held_from_before(self):
        self.choose(0)
        self.hand.hold(["Return"], 1.5)
        self.hand.hold(["space"], 1.5)
        if self.dialog() is not None:
            raise Failure("Enter and Space open nothing")
        # The shortcut goes on repeating in the dialog that it opened.
        self.hand.hold(["ctrl", "shift", "a"], 2.5)
        wait_for("the dialog", self.dialog)
        if len(list(self.screen.all(Role.DIALOG))) != 1:
            raise Failure("a held shortcut opens one dialog")
        self.leave()
        self.expect("keys held from before", 0)

    def keys_held_in_the_dialog(self):
        dialog = self.open()
        self.hand.hold(["ctrl", "Return"], 2.5)
        if "ready in" not in self.screen.texts(dialog):
            raise Failure("a press that comes too early is answered")
        self.hand.hold(["Return"], 1.5)
        self.expect("Ctrl+Enter held since the first second", 0)
        self.leave()

    def windows_changed(self):
        dialog = self.open()
        window = self.hand.tool("getactivewindow")
        time.sleep(1.3)
        other = next(w for w in self.hand.tool("search", "--onlyvisible", "--name",
                                               ".*").splitlines()
                     if w != window and self.is_of_console(w))
        for _ in range(3):
            self.hand.tool("windowfocus", "--sync", other)
            time.sleep(0.2)
            self.hand.tool("windowfocus", "--sync", window, "key", "ctrl+Return")
        self.expect("Ctrl+Enter as the window comes back", 0)
        self.leave()
        return dialog

    def is_of_console(self, window):
        found = subprocess.run(["xdotool", "getwindowpid", window], capture_output=True, text=True,
                               env=self.hand.desktop.environment, check=False).stdout.strip()
        return found == str(self.screen.process.pid)

    def click_at_once(self, place, clicks):
        """Opens the dialog and clicks before it is live; a machine that is late tries again."""
        for _ in range(10):
            begin = time.monotonic()
            dialog = self.open()
            if time.monotonic() - begin < 0.7:
                self.hand.click(place, clicks)
                wait_for("a click that comes too early is answered",
                         lambda: "ready in" in self.screen.texts(dialog), 5)
                return dialog
            self.leave()
        raise Failure("the machine is quick enough for this test")

    def one_press_is_one_decision(self):
        """However long it is held, and however often it is clicked."""
        before = self.sent()
        dialog = self.open()
        time.sleep(1.3)
        self.hand.hold(["ctrl", "Return"], 2)
        wait_for("the decision arrives", lambda: self.sent() > before)
        self.settle(dialog)
        self.expect("Ctrl+Enter held for two seconds", before + 1)
        for clicks in (1, 2, 3, 6):
            before = self.sent()
            self.choose(0)
            dialog = self.open()
            time.sleep(0.5)
            place = middle(self.confirm_button(dialog))
            self.leave()
            dialog = self.click_at_once(place, clicks)
            self.expect("clicks in the first second", before)
            time.sleep(1.2)
            self.hand.click(place, clicks)
            wait_for("the decision arrives", lambda: self.sent() > before)
            self.settle(dialog)
            self.expect(f"{clicks} clicks in a row", before + 1)


def main(programs):
    with Desktop(programs) as desktop:
        misuse = Misuse(desktop)
        misuse.keys_held_from_before()
        misuse.keys_held_in_the_dialog()
        misuse.windows_changed()
        misuse.one_press_is_one_decision()


if __name__ == "__main__":
    main(sys.argv[1])
