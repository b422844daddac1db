# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that several acceptance tests share: the path from a row to a confirmed decision."""

import time

from desktop import Failure, wait_for
from screen import Role


def open_dialog(screen, act):
    """Presses the act's button in the review and gives the dialog."""
    button = wait_for(f"{act}… can be pressed", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith(act))
         if screen.is_enabled(b)), None))
    screen.press(button)
    return wait_for(f"the {act} dialog", lambda: next(
        (d for d in screen.all(Role.DIALOG)), None))


def confirm(screen, dialog, act, note=None):
    """Types the note and presses the button that names act and object, once it is live."""
    if note is not None:
        field = screen.find(name="Note", root=dialog)
        screen.type_into(field, note)
        if screen.text_of(field) != note:
            raise Failure(f"the note reads back: {screen.text_of(field)!r}")
    # Deciding is dead for one second after the dialog opened; a press meanwhile sends nothing.
    button = wait_for(f"the button {act} …", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith(act + " "), dialog)), None))
    wait_for("the button becomes live", lambda: screen.is_enabled(button), 10)

    time.sleep(1.2)
    screen.press(button)


def leave(screen, dialog):
    """Closes the dialog after its outcome is there."""
    button = wait_for("the dialog can be closed", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n == "Close", dialog)
         if screen.is_enabled(b)), None), 90)
    screen.press(button)
