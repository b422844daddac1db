# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of changes of texts and values, written to standard output one after
the other, so that what is typed key by key stands there as a whole. Says so on standard error when it
listens."""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

EVENTS = ("object:text-changed:insert", "object:text-changed:delete",
          "object:property-change:accessible-value", "object:property-change:accessible-name")


def heard(event, _=None):
    if isinstance(event.any_data, str):
        sys.stdout.write(event.any_data)
        sys.stdout.flush()


def main():
    listener = Atspi.EventListener.new(heard, None)
    for event in EVENTS:
        if not Atspi.EventListener.register(listener, event):
            sys.exit(f"{event} cannot be listened to")
    print("listening", file=sys.stderr, flush=True)
    Atspi.event_main()


if __name__ == "__main__":
    main()
