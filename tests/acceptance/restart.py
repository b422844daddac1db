# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console is killed around a decision, and started again on the same configuration.

What the window says afterwards has to agree with the sandbox's receipts; nothing is ever sent
again by itself. An outcome that cannot be determined stays across the window, start after start,
until it was read and closed. A journal that cannot be used closes deciding, with a sentence that
begins with what happened to the service.
"""

import pathlib
import resource
import signal
import sqlite3
import sys

from decisions import confirm, open_dialog
from desktop import Desktop, Failure, wait_for
from screen import Role, Screen

UNKNOWN = "Outcome unknown. The request may have been carried out. Do not repeat it."
UNDETERMINED = "Could not be determined."
NOTE = "agreed with the team on duty"


def fault(name, **further):
    return [{"fault": name, "action": "NotifyExecution", "times": 1, **further}]


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait(10)


def start(desktop, sandbox, root, *arguments, **options):
    process = desktop.console(sandbox, "--config-root", str(root), *arguments, **options)
    return process, Screen(process)


def approve_first(screen):
    """Approves the first row; gives the dialog, with the decision on its way."""
    wait_for("rows are listed", lambda: screen.row_count() > 0, 60)
    screen.choose_row(0)
    dialog = open_dialog(screen, "Approve")
    confirm(screen, dialog, "Approve", NOTE)
    return dialog


def only_request(sandbox):
    """The decision's receipt; there must never be a second request."""
    requests = {entry["n"] for entry in sandbox.receipts("NotifyExecution")}
    if len(requests) != 1:
        raise Failure(f"{len(requests)} requests arrived")
    return sandbox.receipts("NotifyExecution")[0]


def killed_while_sending(desktop):
    """No answer and no effect: unknown after the restart, until another person decides."""
    sandbox = desktop.sandbox("--scenario", "load:2")
    root = desktop.private("sending")
    process, screen = start(desktop, sandbox, root)
    sandbox.set_faults(fault("hang"))
    approve_first(screen)
    wait_for("the request arrives", lambda: sandbox.receipts("NotifyExecution"))
    screen.wait_for_text("do not close")
    kill(process)
    receipt = only_request(sandbox)
    execution = receipt["params"]["ExecutionId"]

    process, screen = start(desktop, sandbox, root)
    screen.wait_for_text(UNKNOWN, 60)
    words = screen.texts()
    for wanted in ("It was: Approve task", "no answer since", "being checked"):
        if wanted not in words:
            raise Failure(f"the bar says “{wanted}”: {words}")
    wait_for("it says when it looks next", lambda: "next at" in screen.texts(), 30)
    details_are_complete(screen, receipt)
    deciding_is_closed(screen, sandbox)
    reply = sandbox.client(1).call("NotifyExecution", ExecutionId=execution, NotifyType="Approve",
                                   NotifyNote="decided by another person")
    if "Code" in reply:
        raise Failure(f"another person can decide: {reply}")
    press_check(screen)
    wait_for("the bar leaves", lambda: UNKNOWN not in screen.texts(), 90, 0.3)
    own = [entry for entry in sandbox.receipts("NotifyExecution")
           if entry["params"].get("NotifyNote", "").startswith(NOTE)]
    if len({entry["n"] for entry in own}) != 1:
        raise Failure("something was sent again")
    desktop.stop(process)
    desktop.stop(sandbox.process)
    print("ok killed while sending", flush=True)


def details_are_complete(screen, receipt):
    """The dialog shows ids in full, the note, the recorded steps, and what would settle it."""
    screen.press(screen.find(Role.PUSH_BUTTON, "Show…"))
    dialog = screen.find(Role.DIALOG, "What happened to this decision")
    words = screen.texts(dialog)
    plain = words.replace(" ", "")
    for identifier in (receipt["params"]["ExecutionId"], receipt["params"]["TaskExecutionId"]):
        if identifier not in plain:
            raise Failure(f"the dialog has the whole id {identifier}: {words}")
    for wanted in (NOTE, "Sending began", "Recorded", "What would settle it", "web console",
                   "the program ended while it was sending"):
        if wanted not in words:
            raise Failure(f"the dialog says “{wanted}”: {words}")
    screen.press(screen.find(Role.PUSH_BUTTON, "Back", root=dialog))
    wait_for("the dialog leaves", lambda: not list(screen.all(Role.DIALOG)))


def deciding_is_closed(screen, sandbox):
    """The same wait takes no second decision; its button says why."""
    screen.choose_row(0)
    wait_for("the wait takes no decision", lambda: next(
        (True for button in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
         if not screen.is_enabled(button)), None), 30)
    screen.wait_for_text("not settled yet")
    only_request(sandbox)


def press_check(screen):
    button = next(screen.all(Role.PUSH_BUTTON, "Check now"), None)
    if button is not None:
        screen.press(button)


def recorded_states(root):
    """Where each recorded decision stands, from the file itself."""
    with sqlite3.connect(f"file:{journal_file(root)}?mode=ro", uri=True) as database:
        return [bytes(row[0]).decode() if isinstance(row[0], bytes) else row[0]
                for row in database.execute("SELECT state FROM decisions ORDER BY sequence")]


def killed_after_effect(desktop):
    """The effect is there and the answer is lost: no unknown is left, and it is sent once."""
    sandbox = desktop.sandbox("--scenario", "load:2")
    root = desktop.private("effect")
    process, screen = start(desktop, sandbox, root)
    sandbox.set_faults(fault("dropAfterEffect"))
    approve_first(screen)
    wait_for("the request arrives", lambda: sandbox.receipts("NotifyExecution"))
    kill(process)
    receipt = only_request(sandbox)
    if receipt["effect"] is not True:
        raise Failure(f"the service has carried it out: {receipt}")

    process, screen = start(desktop, sandbox, root, "--review", receipt["params"]["ExecutionId"])
    screen.wait_for_text("State of the run: Success", 60)
    wait_for("no unknown is left", lambda: UNKNOWN not in screen.texts(), 30, 0.3)
    for wrong in ("Not sent", "Not carried out", "Nothing was sent"):
        if wrong in screen.texts():
            raise Failure(f"an effect is there and the window says “{wrong}”")
    only_request(sandbox)
    desktop.stop(process)
    desktop.stop(sandbox.process)
    states = recorded_states(root)
    if len(states) != 1 or states[0] not in ("reconciled-applied", "reconciled-other-actor"):
        raise Failure(f"the journal says that it was carried out: {states}")
    print(f"ok killed after the effect: {states[0]}", flush=True)


def killed_after_answer(desktop):
    """Accepted, and killed before the effect: it is looked for after the restart."""
    sandbox = desktop.sandbox("--scenario", "load:2")
    root = desktop.private("answer")
    process, screen = start(desktop, sandbox, root)
    sandbox.set_faults(fault("effectLate", ms=8000))
    approve_first(screen)
    screen.wait_for_text("Accepted by the service", 30)
    kill(process)
    receipt = only_request(sandbox)
    process, screen = start(desktop, sandbox, root, "--review", receipt["params"]["ExecutionId"])
    screen.wait_for_text("Done", 90)
    if UNKNOWN in screen.texts():
        raise Failure("an accepted decision is not unknown")
    only_request(sandbox)
    desktop.stop(process)
    desktop.stop(sandbox.process)
    print("ok killed after the answer", flush=True)


def undetermined(desktop):
    """The run cannot be read any more: it stays through starts until it was read and closed."""
    sandbox = desktop.sandbox("--scenario", "load:1", "--seed", "7")
    root = desktop.private("undetermined")
    process, screen = start(desktop, sandbox, root)
    sandbox.set_faults(fault("hang"))
    approve_first(screen)
    wait_for("the request arrives", lambda: sandbox.receipts("NotifyExecution"))
    kill(process)
    desktop.stop(sandbox.process)

    # The same users, and nothing of what ran before.
    empty = desktop.sandbox("--scenario", "empty", "--seed", "7")
    for _ in range(2):
        process, screen = start(desktop, empty, root)
        screen.wait_for_text(UNDETERMINED, 90)
        kill(process)
    process, screen = start(desktop, empty, root)
    screen.wait_for_text(UNDETERMINED, 60)
    screen.press(screen.find(Role.PUSH_BUTTON, "Show…"))
    dialog = screen.find(Role.DIALOG, "What happened to this decision")
    close = screen.find(Role.PUSH_BUTTON, "Close it as undetermined", root=dialog)
    read_to_the_end(screen, dialog, close)
    screen.type_into(screen.find(name="Note for the journal", root=dialog), "asked the service")
    # It rests for a second after it came up; a press meanwhile closes nothing.
    wait_for("it can be closed", lambda: pressed_away(screen, close), 15, 0.5)
    wait_for("the bar leaves", lambda: UNDETERMINED not in screen.texts())
    kill(process)
    process, screen = start(desktop, empty, root)
    wait_for("the window is read", lambda: "Up to date" in screen.texts(), 60, 0.3)
    if UNDETERMINED in screen.texts():
        raise Failure("what was closed stays closed")
    if empty.receipts("NotifyExecution"):
        raise Failure("something was sent again")
    desktop.stop(process)
    desktop.stop(empty.process)
    print("ok undetermined until it was closed", flush=True)


def read_to_the_end(screen, dialog, close):
    """Where not everything is seen at once, the button lives only after reading on."""
    more = next(screen.all(Role.PUSH_BUTTON, "Read on", dialog), None)
    if more is None:
        return
    if screen.is_enabled(close) and screen.is_enabled(more):
        raise Failure("it can be closed without reading")
    wait_for("the end is reached", lambda: read_on(screen, more, close), 20, 0.2)


def read_on(screen, more, close):
    if screen.is_enabled(close):
        return True
    if screen.is_enabled(more):
        screen.press(more)
    return False


def pressed_away(screen, close):
    if UNDETERMINED not in screen.texts():
        return True
    try:
        screen.press(close)
    except Exception:  # gone with its dialog
        pass
    return UNDETERMINED not in screen.texts()


def journal_file(root):
    return pathlib.Path(root) / "journal" / "decisions.db"


def used_root(desktop, sandbox, name):
    """A configuration whose journal exists."""
    root = desktop.private(name)
    process, screen = start(desktop, sandbox, root)
    wait_for("the journal is there", journal_file(root).exists, 30)
    wait_for("rows are listed", lambda: screen.row_count() > 0, 60)
    desktop.stop(process)
    return root


def closed_with(desktop, sandbox, root, words):
    """The sentence stands in the window, no act can be taken, and no request arrives."""
    before = len(sandbox.receipts("NotifyExecution"))
    process, screen = start(desktop, sandbox, root)
    screen.wait_for_text(words, 60)
    if "Nothing was sent." not in screen.texts():
        raise Failure("it says first what happened to the service")
    wait_for("rows are listed", lambda: screen.row_count() > 0, 60)
    screen.choose_row(0)
    wait_for("deciding is closed", lambda: [
        button for button in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
        if not screen.is_enabled(button)], 30)
    if len(sandbox.receipts("NotifyExecution")) != before:
        raise Failure("a request arrived")
    return process, screen


def damaged(desktop, sandbox):
    root = used_root(desktop, sandbox, "damaged")
    file = journal_file(root)
    for beside in file.parent.glob("decisions.db-*"):
        beside.unlink()
    noise = b"this is no database any more\n" * 200
    file.write_bytes(noise)
    process, screen = closed_with(desktop, sandbox, root, "is damaged")
    if file.read_bytes() != noise:
        raise Failure("a damaged file is left as it is")
    screen.press(screen.find(name="Keep the damaged file and start a new journal…"))
    screen.wait_for_text("not looked after any more")
    screen.press(screen.find(Role.PUSH_BUTTON, "Start a new journal"))
    wait_for("deciding is open", lambda: [
        button for button in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
        if screen.is_enabled(button)], 30)
    kept = [other for other in file.parent.iterdir() if other.is_file()
            and other != file and other.read_bytes() == noise]
    if not kept:
        raise Failure("the damaged file is kept")
    desktop.stop(process)
    print("ok damaged", flush=True)


def newer(desktop, sandbox):
    root = used_root(desktop, sandbox, "newer")
    with sqlite3.connect(journal_file(root)) as database:
        database.execute("PRAGMA user_version = 9999")
    process, _ = closed_with(desktop, sandbox, root, "newer version")
    desktop.stop(process)
    print("ok newer", flush=True)


def open_to_others(desktop, sandbox):
    root = used_root(desktop, sandbox, "others")
    folder = journal_file(root).parent
    folder.chmod(0o777)
    process, screen = closed_with(desktop, sandbox, root, "others may write to it")
    folder.chmod(0o700)
    screen.press(screen.find(name="Try again"))
    wait_for("deciding is open", lambda: [
        button for button in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
        if screen.is_enabled(button)], 30)
    desktop.stop(process)
    print("ok open to others", flush=True)


def no_room(desktop, sandbox):
    """The journal may not grow when the decision is confirmed: it is not sent."""
    root = used_root(desktop, sandbox, "room")
    process, screen = start(desktop, sandbox, root, restore_signals=False)
    wait_for("rows are listed", lambda: screen.row_count() > 0, 60)
    screen.choose_row(0)
    dialog = open_dialog(screen, "Approve")
    before = len(sandbox.receipts("NotifyExecution"))
    # The system refuses every write beyond the first byte of a file from here on; the console was
    # started with that signal ignored, as a system refuses it that has no room.
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
    confirm(screen, dialog, "Approve", NOTE)
    wait_for("it says that nothing happened", lambda: next(
        (words for words in ("Not sent. Nothing happened.", "Nothing was sent.")
         if words in screen.texts()), None), 30, 0.2)
    screen.wait_for_text("journal", 20)
    if len(sandbox.receipts("NotifyExecution")) != before:
        raise Failure("a request arrived without a record")
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE,
                     (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    wait_for("the line leaves by itself", lambda: "Deciding is closed" not in screen.texts(), 30,
             0.5)
    kill(process)
    print("ok no room", flush=True)


def journal_problems(desktop):
    sandbox = desktop.sandbox("--scenario", "load:3")
    for case in (damaged, newer, open_to_others, no_room):
        case(desktop, sandbox)
    desktop.stop(sandbox.process)


CASES = [killed_while_sending, killed_after_effect, killed_after_answer, undetermined,
         journal_problems]


def main(programs, *names):
    # Inherited by the console: a write that is refused is an error there, not its end.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Desktop(programs) as desktop:
        for case in CASES:
            if not names or case.__name__ in names:
                case(desktop)


if __name__ == "__main__":
    main(*sys.argv[1:])
