# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people at two consoles, each with a key and files of their own, decide about one wait."""

import json
import sys
import time

from approvals import start
from decisions import leave, open_dialog
from desktop import Desktop, Failure, wait_for
from screen import Role, Screen

NOTES = ("looked at it with the web team", "the change window is not open yet")

# What a window may say of a decision that had no effect, and of one whose effect is its own.
WITHOUT_EFFECT = ("Nothing was sent. It changed while you were reading.",
                  "Someone else decided: ", "Refused by the service: ")
WITH_EFFECT = ("Done: ",)
# Both acts asked for the same: what was seen may have come of either.
EITHER = ("Decided, but not certainly by you: ",)


class Announced:
    """The service as it is announced to one of its users."""

    def __init__(self, sandbox, user):
        own = dict(sandbox.announcement, users=[sandbox.announcement["users"][user]])
        self.announcement_file = sandbox.announcement_file.with_suffix(f".{user}.json")
        self.announcement_file.touch(mode=0o600)
        self.announcement_file.write_text(json.dumps(own))
        self.name = own["users"][0]["name"]


def consoles(desktop, sandbox, part):
    """Two consoles that show the one row there is."""
    both = []
    for user in (0, 1):
        announced = Announced(sandbox, user)
        process = desktop.console(announced, "--config-root",
                                  str(desktop.private(f"{part}-{user}")))
        screen = Screen(process)
        wait_for("the row is listed", lambda screen=screen: screen.row_count() == 1, 30)
        screen.choose_row(0)
        both.append((announced.name, process, screen))
    return both


def composed(screen, act, note):
    """The dialog with its note, and the button that is live."""
    dialog = open_dialog(screen, act)
    field = screen.find(name="Note", root=dialog)
    screen.type_into(field, note)
    button = wait_for(f"the button {act} …", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith(act + " "), dialog)), None))
    wait_for("the button becomes live", lambda: screen.is_enabled(button), 10)
    return dialog, button


def verdict(screen, dialog):
    """The words of the outcome, once they are final."""
    def final():
        words = screen.texts(dialog)
        return words if any(begin in words for begin in WITHOUT_EFFECT + WITH_EFFECT + EITHER) \
            else None
    return wait_for("the decision is settled", final, 40, 0.2)


def effects_of(sandbox, user):
    return [r for r in sandbox.receipts("NotifyExecution") if r["user"] == user and r["effect"]]


def agree(sandbox, user, words):
    """What a window says agrees with what its user's requests did."""
    done = len(effects_of(sandbox, user))
    if done and any(begin in words for begin in WITHOUT_EFFECT):
        raise Failure(f"{user} had an effect and is told: {words}")
    if not done and any(begin in words for begin in WITH_EFFECT):
        raise Failure(f"{user} had no effect and is told: {words}")
    if len([r for r in sandbox.receipts("NotifyExecution") if r["user"] == user]) > 1:
        raise Failure(f"{user} sent more than one request")


def note_is_kept(screen, dialog, note):
    if screen.text_of(screen.find(Role.TEXT, "Note", root=dialog)) != note:
        raise Failure("the note stays in its field")
    screen.press(screen.find(Role.PUSH_BUTTON, "Copy note", root=dialog))
    screen.wait_for_text("The note was copied.", 10)


def within_one_second(desktop, acts):
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    names = [user["name"] for user in sandbox.announcement["users"]]
    execution = start(sandbox.client(), names[:2], 1)
    both = consoles(desktop, sandbox, "-".join(acts))
    dialogs = [composed(screen, act, note)
               for (_, _, screen), act, note in zip(both, acts, NOTES)]
    time.sleep(1.2)
    began = time.monotonic()
    for (_, _, screen), (_, button) in zip(both, dialogs):
        screen.press(button)
    if time.monotonic() - began > 1:
        print("the two presses took longer than a second", file=sys.stderr)
    said = []
    for (name, _, screen), (dialog, _), note in zip(both, dialogs, NOTES):
        words = verdict(screen, dialog)
        agree(sandbox, name, words)
        if not effects_of(sandbox, name):
            note_is_kept(screen, dialog, note)
        said.append(words)
        leave(screen, dialog)
    effects = [r for r in sandbox.receipts("NotifyExecution") if r["effect"]]
    if len(effects) != 1:
        raise Failure(f"one effect: {effects}")
    if sum(any(begin in words for begin in WITH_EFFECT) for words in said) != 1:
        raise Failure(f"one window says that it is done: {said}")
    for _, _, screen in both:
        wait_for("the row leaves", lambda screen=screen: screen.row_count() == 0, 30)
    wanted = {"Approve": "Success", "Reject": "Cancelled"}[effects[0]["params"]["NotifyType"]]
    wait_for(f"it ends as {wanted}",
             lambda: sandbox.client().execution(execution)["Status"] == wanted, 30)
    for _, process, _ in both:
        desktop.stop(process)
    desktop.stop(sandbox.process)


def same_act(desktop):
    within_one_second(desktop, ("Approve", "Approve"))


def other_act(desktop):
    within_one_second(desktop, ("Approve", "Reject"))


def a_moment_later(desktop):
    """The second person confirms what the first has just decided: nothing is sent, and why is said."""
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    names = [user["name"] for user in sandbox.announcement["users"]]
    start(sandbox.client(), names[:2], 1)
    both = consoles(desktop, sandbox, "later")
    (_, _, first), (second_name, _, second) = both
    dialog, button = composed(second, "Reject", NOTES[1])
    first_dialog, first_button = composed(first, "Approve", NOTES[0])
    time.sleep(1.2)
    first.press(first_button)
    wait_for("the first decision has its effect",
             lambda: [r for r in sandbox.receipts("NotifyExecution") if r["effect"]], 20)
    # Its review may have been read again by then: the button is dead, and the same is said.
    if second.is_enabled(button):
        second.press(button)
    words = second.wait_for_text("Decided by someone else: task “agree” is now Success", 30) and \
        second.texts(dialog)
    if "Nothing was sent" not in words:
        raise Failure(f"what happened to the service is said: {words}")
    if NOTES[0] in words and "The note at the task" not in words:
        raise Failure("the other's note is told as a note")
    if [r for r in sandbox.receipts("NotifyExecution") if r["user"] == second_name]:
        raise Failure("nothing of the second person was sent")
    note_is_kept(second, dialog, NOTES[1])
    first.wait_for_text("Done: ", 30)
    leave(first, first_dialog)
    for _, process, _ in both:
        desktop.stop(process)
    desktop.stop(sandbox.process)


def main(programs, *wanted):
    with Desktop(programs) as desktop:
        for part in (same_act, other_act, a_moment_later):
            if not wanted or part.__name__ in wanted:
                part(desktop)
                print(f"ok {part.__name__}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
