# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real gnome-keyring on the test's session bus, with its files in the test's folders."""

import subprocess

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from desktop import wait_for  # noqa: E402

PASSWORD = b"password of the keyring"


def name_is_owned(name):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "NameHasOwner", GLib.Variant("(s)", (name,)), None,
                         Gio.DBusCallFlags.NONE, 5000).unpack()[0]


class Keyring:
    """Runs from here to stop(). Unlocked: makes the default collection when there is none."""

    NAME = "org.freedesktop.secrets"

    def __init__(self, desktop, is_unlocked):
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        if is_unlocked:
            command.append("--unlock")
        self.desktop = desktop
        self.process = desktop.start(command, stdin=subprocess.PIPE)
        if is_unlocked:
            self.process.stdin.write(PASSWORD)
        self.process.stdin.close()
        wait_for("the keyring is on the bus", lambda: name_is_owned(self.NAME))

    def stop(self):
        self.desktop.stop(self.process)
        wait_for("the keyring is off the bus", lambda: not name_is_owned(self.NAME))
