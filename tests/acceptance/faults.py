# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every fault of the closed list under one confirmed decision in the real window.

The sandbox's receipts say what happened; the window's words must agree, and there is never more
than one NotifyExecution that had an effect, nor more than one copy of a request.
"""

import sys

from decisions import confirm, leave, open_dialog
from desktop import Desktop, Failure, wait_for
from screen import Screen

NOT_SENT = "Not sent"
REFUSED = "Refused"
UNKNOWN = "unknown"
ACCEPTED = "Accepted"

# Fault, further members of the rule, the words that may stand in the dialog once it is classified.
# An unclear outcome may already be settled by reading again when it is looked at: then the words
# say that it happened, without claiming that this request did it.
HAPPENED = "not certainly by you"
DONE = "Done"
# A fault before anything is read plays on the next new connection. That is nearly always the
# decision's; when a read of the list comes first, the decision gets through, and the words and the
# receipts have to say so together.
UNREAD = [NOT_SENT, UNKNOWN, ACCEPTED, DONE]
FAULTS = {
    "refuse": ({"after": "ListTaskExecutions"}, UNREAD),
    "closeUnread": ({"after": "ListTaskExecutions"}, UNREAD),
    "resetUnread": ({"after": "ListTaskExecutions"}, UNREAD),
    "holdUnread": ({"after": "ListTaskExecutions"}, UNREAD),
    "closeBeforeEffect": ({}, [UNKNOWN]),
    "dropAfterEffect": ({}, [UNKNOWN, HAPPENED, DONE]),
    "resetBeforeEffect": ({}, [UNKNOWN]),
    "resetAfterEffect": ({}, [UNKNOWN, HAPPENED, DONE]),
    "delay": ({"ms": 1500}, [ACCEPTED, DONE]),
    "hang": ({}, [UNKNOWN]),
    "halfStatus": ({}, [UNKNOWN, HAPPENED, DONE]),
    "halfHeaders": ({}, [UNKNOWN, HAPPENED, DONE]),
    "halfBody": ({}, [UNKNOWN, HAPPENED, DONE]),
    "garbage": ({}, [UNKNOWN, HAPPENED, DONE]),
    "continueOnly": ({}, [UNKNOWN, HAPPENED, DONE]),
    "http408": ({}, [UNKNOWN]),
    "redirect302": ({}, [UNKNOWN]),
    "redirect307": ({}, [UNKNOWN]),
    "http503BeforeEffect": ({}, [UNKNOWN]),
    "http503AfterEffect": ({}, [UNKNOWN, HAPPENED, DONE]),
    "throttle": ({}, [REFUSED]),
    "nonceUsedAfterEffect": ({}, [UNKNOWN, HAPPENED, DONE]),
    "unreadableSuccess": ({}, [UNKNOWN, HAPPENED, DONE]),
    "effectLate": ({"ms": 2000}, [ACCEPTED, DONE]),
}


def run_one(desktop, fault, extra, words):
    sandbox = desktop.sandbox("--scenario", "load:2")
    process = desktop.console(sandbox, "--config-root", str(desktop.private(f"root-{fault}")))
    screen = Screen(process)
    wait_for("rows are listed", lambda: screen.row_count() > 1)
    screen.choose_row(0)
    dialog = open_dialog(screen, "Approve")
    rule = {"fault": fault, "times": 1, **extra}
    if "after" not in extra:
        rule["action"] = "NotifyExecution"
    sandbox.set_faults([rule])
    confirm(screen, dialog, "Approve", f"note under the fault {fault}")
    said = wait_for(f"the window says one of {words} under {fault}", lambda: next(
        (word for word in words if word in screen.texts()), None), 90, 0.2)
    receipts = sandbox.receipts("NotifyExecution")
    requests = {entry["n"] for entry in receipts}
    if len(requests) > 1:
        raise Failure(f"{fault}: {len(requests)} requests arrived")
    effects = [entry for entry in receipts if entry["effect"] is True]
    if said in (NOT_SENT, REFUSED) and effects:
        raise Failure(f"{fault}: the window says “{said}” and the service shows an effect")
    if said == NOT_SENT and requests:
        raise Failure(f"{fault}: the window says “{said}” and a request arrived")
    if said in (ACCEPTED, DONE) and not requests:
        raise Failure(f"{fault}: the window says “{said}” and no request arrived")
    leave(screen, dialog)
    # Reading goes on after the dialog is closed; nothing may be sent by it.
    wait_for("the console reads on", lambda count=len(sandbox.receipts()):
             len(sandbox.receipts()) > count, 30)
    if len({entry["n"] for entry in sandbox.receipts("NotifyExecution")}) != len(requests):
        raise Failure(f"{fault}: something was sent again")
    desktop.stop(process)
    desktop.stop(sandbox.process)
    print(f"ok {fault}: {len(requests)} request(s), {len(effects)} effect(s), “{said}”", flush=True)


def main(programs, part, parts):
    chosen = [name for i, name in enumerate(FAULTS) if i % parts == part]
    with Desktop(programs) as desktop:
        for fault in chosen:
            run_one(desktop, fault, *FAULTS[fault])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
