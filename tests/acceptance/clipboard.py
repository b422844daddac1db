# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What another program gets when it pastes: a JSON object with the texts of the clipboard and of the
primary selection. With an argument, holds that text in both until standard input ends."""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

SELECTIONS = {"clipboard": Gdk.SELECTION_CLIPBOARD, "primary": Gdk.SELECTION_PRIMARY}


def main(text=None):
    boards = {name: Gtk.Clipboard.get(atom) for name, atom in SELECTIONS.items()}
    if text is None:
        print(json.dumps({name: board.wait_for_text() or "" for name, board in boards.items()}))
        return
    for board in boards.values():
        board.set_text(text, -1)
    GLib.io_add_watch(sys.stdin.fileno(), GLib.IOCondition.IN | GLib.IOCondition.HUP,
                      lambda *_: Gtk.main_quit())
    print("held", flush=True)
    Gtk.main()


if __name__ == "__main__":
    main(*sys.argv[1:])
