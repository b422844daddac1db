# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was decided is found again: in the History of its run and in the window of all decisions,
by keyboard alone, searched, read from its beginning, exported, and the same after a restart."""

import csv
import json
import os
import stat
import sys

from decisions import confirm, leave, open_dialog
from desktop import Desktop, Failure, wait_for
from keyboard import Keyboard, focused
from screen import Role, Screen, State

APPROVED = "agreed, the window is open"
REJECTED = "=not today, \"7\" hosts are busy"


def decide(screen, row, act, note):
    screen.choose_row(row)
    dialog = open_dialog(screen, act)
    confirm(screen, dialog, act, note)
    leave(screen, dialog)
    wait_for("the dialog leaves", lambda: not list(screen.all(Role.DIALOG)))


def table(screen, name):
    return screen.find(name=name)


def go_to(screen, keyboard, name):
    """By Tab. The item itself is asked: the tab of a shown page calls itself focused as well."""
    item = screen.find(name=name)
    for _ in range(40):
        if item.get_state_set().contains(State.FOCUSED):
            return
        keyboard.press("Tab")
    raise Failure(f"Tab reaches “{name}”")


def search(screen, keyboard, text):
    keyboard.press("ctrl+h")
    wait_for("the window of all decisions", lambda: table(screen, "Decisions"))
    field = screen.find(name="Search the decisions")
    go_to(screen, keyboard, "Search the decisions")
    keyboard.press("ctrl+a", "BackSpace")
    keyboard.type(text)
    wait_for("the search holds what was typed", lambda: screen.text_of(field) == text)


def export(desktop, screen, keyboard, key, name):
    """Saves by keyboard; the file is for its owner alone."""
    path = os.path.join(str(desktop.private(name.replace(".", "-"))), name)
    keyboard.press(key)
    dialog = screen.find(name="Save the decisions")
    field = wait_for("the file's name can be typed", lambda: next(
        (item for item in screen.walk(dialog) if item.get_editable_text_iface() is not None
         and item.get_state_set().contains(State.FOCUSED)), None))
    keyboard.press("ctrl+a")
    keyboard.type(path)
    wait_for("the whole path is there", lambda: screen.text_of(field) == path)
    keyboard.press("Return")
    wait_for(f"{name} is saved", lambda: os.path.exists(path), 30)
    if stat.S_IMODE(os.stat(path).st_mode) != 0o600:
        raise Failure(f"{name} can be read by others")
    with open(path, "rb") as file:
        return file.read().decode("utf-8")


def found_in_history(screen, keyboard, execution):
    keyboard.press("ctrl+4")
    wait_for("the history of the run", lambda: table(screen, "Decisions about this run"))
    screen.wait_for_text("History (1)")
    go_to(screen, keyboard, "Decisions about this run")
    keyboard.press("Down")
    screen.wait_for_text("SHA-256 of the request")
    words = screen.texts()
    for wanted in ("Recorded", "Sending…", "Done: it moved as asked."):
        if wanted not in words:
            raise Failure(f"the life of the decision says “{wanted}”: {words}")
    if execution not in words.replace(" ", ""):
        raise Failure("the review shows the run in full")


def main(programs):
    with Desktop(programs) as desktop:
        sandbox = desktop.sandbox("--scenario", "load:3")
        root = desktop.private("root")
        process = desktop.console(sandbox, "--config-root", str(root))
        screen, keyboard = Screen(process), Keyboard(desktop)
        wait_for("rows are listed", lambda: screen.row_count() == 3, 60)
        decide(screen, 0, "Approve", APPROVED)
        wait_for("the first has left", lambda: screen.row_count() == 2, 60)
        decide(screen, 0, "Reject", REJECTED)
        by_note = {entry["params"]["NotifyNote"]: entry["params"] for entry in
                   sandbox.receipts("NotifyExecution")}
        if len(by_note) != 2:
            raise Failure(f"two decisions arrived: {by_note}")
        rejected = next(p for n, p in by_note.items() if n.startswith(REJECTED))
        found_in_history(screen, keyboard, rejected["ExecutionId"])

        search(screen, keyboard, "busy")
        rows = table(screen, "Decisions")
        screen.wait_for_text("1 of 2 decisions")
        keyboard.press("Down")
        wait_for("the list has the focus", lambda: (focused(screen) or rows).get_name() !=
                 "Search the decisions")
        words = screen.texts()
        if REJECTED[1:20] not in words or APPROVED in words:
            raise Failure(f"the chosen decision is shown, and it alone: {words}")

        lines = export(desktop, screen, keyboard, "alt+j", "found.jsonl").splitlines()
        records = [json.loads(line) for line in lines]
        if len(records) != 2 or records[0]["record"]["note"] != rejected["NotifyNote"]:
            raise Failure(f"what is listed is exported, and the chain: {lines}")
        if records[1]["chain"]["holds"] is not True or records[1]["chain"]["decisions"] != 1:
            raise Failure(f"the chain holds: {records[1]}")
        keyboard.press("alt+a")
        exported = export(desktop, screen, keyboard, "alt+c", "all.csv")
        table_rows = list(csv.DictReader(exported.splitlines()))
        notes = [row["note"] for row in table_rows[:2]]
        # A cell that begins like a formula is marked as text.
        if not any(note.startswith("'=not today") for note in notes):
            raise Failure(f"a spreadsheet takes no note for a formula: {notes}")
        if sorted(row["act"] for row in table_rows[:2]) != ["Approve", "Reject"]:
            raise Failure(f"all are exported: {exported}")

        desktop.stop(process)
        process = desktop.console(sandbox, "--config-root", str(root))
        screen = Screen(process)
        wait_for("the window is there", lambda: screen.row_count() == 1, 60)
        search(screen, keyboard, APPROVED[:6])
        screen.wait_for_text("1 of 2 decisions")
        keyboard.press("Down")
        wait_for("the decision of the earlier run is read", lambda: APPROVED in screen.texts() and
                 REJECTED[1:20] not in screen.texts(), 30)
        if len({entry["n"] for entry in sandbox.receipts("NotifyExecution")}) != 2:
            raise Failure("looking at decisions sends nothing")


if __name__ == "__main__":
    main(sys.argv[1])
