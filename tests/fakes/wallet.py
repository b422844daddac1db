# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""KDE's wallet service as far as the keychain library talks to it.

usage: wallet.py keep|forget|deny|stall
"forget" takes entries and does not keep them; "deny" is a wallet that the person does not open;
"stall" never answers whether it was opened, and writes a line when it is asked to."""
import sys

from gi.repository import Gio, GLib

INTERFACE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name="org.kde.KWallet">
  <method name="networkWallet"><arg type="s" direction="out"/></method>
  <method name="open">
    <arg type="s" direction="in"/><arg type="x" direction="in"/><arg type="s" direction="in"/>
    <arg type="i" direction="out"/>
  </method>
  <method name="entryType">
    <arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="i" direction="out"/>
  </method>
  <method name="readEntry">
    <arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="ay" direction="out"/>
  </method>
  <method name="writeEntry">
    <arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="ay" direction="in"/><arg type="s" direction="in"/><arg type="i" direction="out"/>
  </method>
  <method name="removeEntry">
    <arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="i" direction="out"/>
  </method>
</interface></node>""").interfaces[0]
MODE = sys.argv[1]
STREAM = 2
ENTRIES = {}


def answer(method, parameters):
    if method == "networkWallet":
        return GLib.Variant("(s)", ("kdewallet",))
    if method == "open":
        return GLib.Variant("(i)", (-1 if MODE == "deny" else 1,))
    folder, key = parameters[1], parameters[2]
    if method == "writeEntry" and MODE != "forget":
        ENTRIES[folder, key] = bytes(parameters[3])
    if method == "removeEntry":
        ENTRIES.pop((folder, key), None)
    if method == "entryType":
        return GLib.Variant("(i)", (STREAM if (folder, key) in ENTRIES else 0,))
    if method == "readEntry":
        return GLib.Variant("(ay)", (ENTRIES.get((folder, key), b""),))
    return GLib.Variant("(i)", (0,))


def on_call(_bus, _client, _object, _interface, method, parameters, invocation):
    if MODE == "stall" and method == "open":
        print("asked", flush=True)
    else:
        invocation.return_value(answer(method, parameters))


def on_name(_bus, _name):
    print("ready", flush=True)


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/modules/kwalletd5", INTERFACE, on_call, None, None)
Gio.bus_own_name_on_connection(bus, "org.kde.kwalletd5", Gio.BusNameOwnerFlags.NONE, on_name, None)
GLib.MainLoop().run()
