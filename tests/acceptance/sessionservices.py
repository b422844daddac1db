# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The services of a desktop that say when its session is locked, on the test's one bus.

A line on standard input is what happens: "Lock", "Unlock" (logind's wishes), "hint 0|1" (a screen
locker's word to logind), "saver 0|1" (org.freedesktop.ScreenSaver), "other" (another session is
locked). Each is answered by the same line on standard output once it was sent."""

import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

LOGIND = "org.freedesktop.login1"
SAVER = "org.freedesktop.ScreenSaver"
SAVER_PATH = "/org/freedesktop/ScreenSaver"
OWN = "/org/freedesktop/login1/session/_31"
OTHER = "/org/freedesktop/login1/session/_32"
NODES = Gio.DBusNodeInfo.new_for_xml("""
<node>
  <interface name="org.freedesktop.login1.Manager">
    <method name="GetSessionByPID"><arg type="u" direction="in"/><arg type="o" direction="out"/></method>
    <method name="GetSession"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
  </interface>
  <interface name="org.freedesktop.login1.Session">
    <signal name="Lock"/><signal name="Unlock"/>
    <property name="LockedHint" type="b" access="read"/>
  </interface>
  <interface name="org.freedesktop.ScreenSaver">
    <method name="GetActive"><arg type="b" direction="out"/></method>
    <signal name="ActiveChanged"><arg type="b"/></signal>
  </interface>
</node>""").interfaces


def say(line):
    print(line, flush=True)


class Services:
    def __init__(self):
        self.hint = False
        self.active = False
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.bus.register_object("/org/freedesktop/login1", NODES[0], self.on_call, None, None)
        for path in (OWN, OTHER):
            self.bus.register_object(path, NODES[1], None, self.on_hint, None)
        self.bus.register_object(SAVER_PATH, NODES[2], self.on_call, None, None)
        for name in (LOGIND, SAVER):
            Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE,
                                           lambda _bus, owned: say(f"owned {owned}"), None)
        GLib.io_add_watch(sys.stdin.fileno(), GLib.IOCondition.IN, self.on_line)

    def on_call(self, _bus, _client, _path, _interface, method, _parameters, invocation):
        if method == "GetActive":
            invocation.return_value(GLib.Variant("(b)", (self.active,)))
        else:
            invocation.return_value(GLib.Variant("(o)", (OWN,)))

    def on_hint(self, _bus, _client, path, _interface, _name):
        say("asked")
        return GLib.Variant("b", path == OWN and self.hint)

    def emit(self, path, interface, signal, value=None):
        self.bus.emit_signal(None, path, interface, signal, value)

    def on_line(self, *_):
        line = sys.stdin.readline().strip()
        if not line:
            return False
        word, _, value = line.partition(" ")
        is_on = value == "1"
        if word == "hint":
            self.hint = is_on
            changed = {"LockedHint": GLib.Variant("b", is_on)}
            self.emit(OWN, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                      GLib.Variant("(sa{sv}as)", (f"{LOGIND}.Session", changed, [])))
        elif word == "saver":
            self.active = is_on
            self.emit(SAVER_PATH, SAVER, "ActiveChanged", GLib.Variant("(b)", (is_on,)))
        elif word == "other":
            self.emit(OTHER, f"{LOGIND}.Session", "Lock")
        else:
            self.emit(OWN, f"{LOGIND}.Session", word)
        self.bus.flush_sync()
        say(line)
        return True


services = Services()
GLib.MainLoop().run()
