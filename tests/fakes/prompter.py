# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in which gnome-keyring asks for its password, without the window.

usage: prompter.py accept|dismiss|ignore PASSWORD
"ignore" leaves the question open; SIGUSR1 accepts it after all. Writes a line for each question."""
import signal
import sys

import gi

gi.require_version("Gcr", "3")
from gi.repository import Gcr, Gio, GLib  # noqa: E402

INTERFACE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name="org.gnome.keyring.internal.Prompter">
  <method name="BeginPrompting"><arg type="o" direction="in"/></method>
  <method name="PerformPrompt">
    <arg type="o" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="s" direction="in"/>
  </method>
  <method name="StopPrompting"><arg type="o" direction="in"/></method>
</interface></node>""").interfaces[0]


class Prompter:
    def __init__(self, mode, password):
        self.mode = mode
        self.password = password
        self.exchanges = {}
        self.open = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.bus.register_object("/org/gnome/keyring/Prompter", INTERFACE, self.on_call, None, None)
        Gio.bus_own_name_on_connection(self.bus, "org.gnome.keyring.SystemPrompter",
                                       Gio.BusNameOwnerFlags.NONE, self.on_name, None)

    def on_name(self, _bus, _name):
        print("ready", flush=True)

    def call_back(self, client, path, method, arguments):
        self.bus.call(client, path, "org.gnome.keyring.internal.Prompter.Callback", method,
                      arguments, None, Gio.DBusCallFlags.NONE, -1, None, None)

    def reply(self, client, path, word, text):
        self.call_back(client, path, "PromptReady", GLib.Variant("(sa{sv}s)", (word, {}, text)))

    def accept(self, client, path):
        self.reply(client, path, "yes", self.exchanges[path].send(self.password, -1))

    def accept_all(self):
        for client, path in self.open:
            self.accept(client, path)
        self.open = []
        return True

    def on_call(self, _bus, client, _object, _interface, method, parameters, invocation):
        path = parameters[0]
        invocation.return_value(None)
        if method == "BeginPrompting":
            self.exchanges[path] = Gcr.SecretExchange.new(None)
            self.reply(client, path, "", self.exchanges[path].begin())
        elif method == "PerformPrompt":
            self.exchanges[path].receive(parameters[3])
            print("asked", flush=True)
            if self.mode == "accept":
                self.accept(client, path)
            elif self.mode == "dismiss":
                self.reply(client, path, "no", self.exchanges[path].send(None, 0))
            else:
                self.open.append((client, path))
        else:
            self.call_back(client, path, "PromptDone", None)


prompter = Prompter(sys.argv[1], sys.argv[2])
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, prompter.accept_all)
GLib.MainLoop().run()
