# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles of every kind, made in the profiles dialog."""

import re

from desktop import Failure, wait_for
from keys import choose_by_keyboard, close_profiles, open_profiles, press_when_enabled
from screen import Role


class Profiles:
    """The profiles dialog, one new profile after the other."""

    def __init__(self, desktop, screen):
        self.desktop = desktop
        self.screen = screen
        self.dialog = open_profiles(desktop, screen)

    def add(self, name, kind):
        self.press("Add", "Add a profile…")
        # A button that is pressed from outside is released a moment later.
        wait_for("the form of a new profile", lambda: next(
            (field for field in self.screen.all(Role.TEXT, "Name", self.dialog)
             if not self.screen.text_of(field)), None))
        self.write("Name", name)
        if kind:
            self.choose(kind)

    def choose(self, wanted):
        choose_by_keyboard(self.desktop, self.screen, self.dialog, wanted)

    def press(self, *names):
        self.screen.press(self.screen.find(Role.PUSH_BUTTON, lambda n: n in names,
                                           root=self.dialog))

    def write(self, name, text, role=Role.TEXT):
        self.screen.type_into(self.screen.find(role, name, root=self.dialog), text)

    def write_role(self, arn, session):
        self.write("Role ARN", arn)
        self.write("Session name", session)

    def tick(self, words):
        tick = self.screen.find(Role.CHECK_BOX, lambda n: words in n.replace("\n", " "),
                                root=self.dialog)
        if not self.screen.is_checked(tick):
            self.screen.press(tick)

    def words(self):
        return self.screen.texts(self.dialog)

    def wait(self, pattern, seconds=40):
        wait_for(f"the dialog says “{pattern}”: {self.words()}",
                 lambda: re.search(pattern, self.words()), seconds, 0.2)

    def test(self, pattern):
        press_when_enabled(self.screen, "Test", self.dialog)
        self.wait(pattern)
        self.screen.press(self.screen.find(Role.PAGE_TAB, "Account", root=self.dialog))

    def cannot_test(self, pattern):
        self.wait(pattern)
        if self.screen.is_enabled(self.screen.find(Role.PUSH_BUTTON, "Test", root=self.dialog)):
            raise Failure("nothing can be tried before it is agreed to")

    def save(self, pattern):
        """`pattern`: what the profile then says of its keys."""
        press_when_enabled(self.screen, "Save", self.dialog)
        wait_for("it is saved", lambda: "Saved." in self.words().splitlines(), 30)
        self.wait(pattern)

    def close(self):
        close_profiles(self.screen, self.dialog)


def arn_of(sandbox, name):
    return next(role["arn"] for role in sandbox.announcement["roles"] if role["name"] == name)
