# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notification server (Desktop Notifications Specification 1.2) that shows nothing.

Each call that changes something is one JSON line on standard output. A line "ID ACTION" on standard
input is the person's click."""

import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INTERFACE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>""").interfaces[0]


def say(**words):
    print(json.dumps(words), flush=True)


class Server:
    def __init__(self):
        self.last = 0
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.bus.register_object(PATH, INTERFACE, self.on_call, None, None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: say(call="ready"), None)
        GLib.io_add_watch(sys.stdin.fileno(), GLib.IOCondition.IN, self.on_click)

    def emit(self, signal, types, *values):
        self.bus.emit_signal(None, PATH, NAME, signal, GLib.Variant(types, values))

    def on_click(self, *_):
        number, action = sys.stdin.readline().split()
        self.emit("ActionInvoked", "(us)", int(number), action)
        self.emit("NotificationClosed", "(uu)", int(number), 2)
        return True

    def on_call(self, _bus, _client, _path, _interface, method, parameters, invocation):
        given = parameters.unpack()
        answer = None
        if method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["body", "body-markup", "actions"],))
        elif method == "GetServerInformation":
            answer = GLib.Variant("(ssss)", ("test", "test", "1", "1.2"))
        elif method == "Notify":
            self.last = given[1] or self.last + 1
            say(call=method, id=self.last, program=given[0], icon=given[2], title=given[3],
                body=given[4], actions=given[5], hints=given[6])
            answer = GLib.Variant("(u)", (self.last,))
        else:
            say(call=method, id=given[0])
            self.emit("NotificationClosed", "(uu)", given[0], 3)
        invocation.return_value(answer)


server = Server()
GLib.MainLoop().run()
