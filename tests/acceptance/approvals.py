# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Approvals that need more than one person, a rejection, and an approver with few rights."""

import json
import sys

from decisions import confirm, leave, open_dialog
from desktop import Desktop, Failure, wait_for
from screen import Screen

TEMPLATE = """FormatVersion: OOS-2019-06-01
Description: Publish the nightly image
Tasks:
  - Name: agree
    Action: ACS::Approve
    Properties:
      Approvers: [{approvers}]
      MinRequiredApprovals: {needed}
      NotifyType: WebHook
      WebHook:
        URI: https://hooks.example.com/oos
        Content: {{}}
  - Name: settle
    Action: ACS::Sleep
    Properties:
      Duration: PT1S
"""


def start(client, approvers, needed):
    reply = client.call("StartExecution", Mode="Automatic", SafetyCheck="Skip", Parameters="{}",
                        TemplateContent=TEMPLATE.format(approvers=", ".join(approvers),
                                                        needed=needed))
    identifier = reply["Execution"]["ExecutionId"]
    wait_for("it waits", lambda: client.execution(identifier)["Status"] == "Waiting")
    return identifier


def two_of_three(desktop):
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    names = [user["name"] for user in sandbox.announcement["users"]]
    execution = start(sandbox.client(), names[:3], 2)
    process = desktop.console(sandbox, "--config-root", str(desktop.private("two")))
    screen = Screen(process)
    wait_for("the row is listed", lambda: screen.row_count() == 1)
    screen.choose_row(0)
    dialog = open_dialog(screen, "Approve")
    confirm(screen, dialog, "Approve", "first of two, looks right")
    wait_for("the decision arrives", lambda: sandbox.receipts("NotifyExecution"))
    screen.wait_for_text("others are needed", 30)
    words = screen.texts()
    for wrong in ("failed", "Failed", "error", "Error"):
        if wrong in words:
            raise Failure(f"the first of two approvals is called “{wrong}”")
    leave(screen, dialog)
    if sandbox.client().execution(execution)["Status"] != "Waiting":
        raise Failure("the execution still waits")
    second = sandbox.client(1).call("NotifyExecution", ExecutionId=execution, NotifyType="Approve",
                                    NotifyNote="second")
    if "RequestId" not in second or "Code" in second:
        raise Failure(f"the second approval is accepted: {second}")
    wait_for("it ends well", lambda: sandbox.client().execution(execution)["Status"] == "Success", 30)
    wait_for("the row leaves", lambda: screen.row_count() == 0, 30)
    desktop.stop(process)
    desktop.stop(sandbox.process)


def rejected(desktop):
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    names = [user["name"] for user in sandbox.announcement["users"]]
    execution = start(sandbox.client(), names[:1], 1)
    process = desktop.console(sandbox, "--config-root", str(desktop.private("reject")))
    screen = Screen(process)
    wait_for("the row is listed", lambda: screen.row_count() == 1)
    screen.choose_row(0)
    dialog = open_dialog(screen, "Reject")
    confirm(screen, dialog, "Reject", "outside the change window")
    receipt = wait_for("the decision arrives", lambda: sandbox.receipts("NotifyExecution"))[0]
    if receipt["params"]["NotifyType"] != "Reject":
        raise Failure(f"a rejection is sent: {receipt['params']}")
    wait_for("it ends as Cancelled",
             lambda: sandbox.client().execution(execution)["Status"] == "Cancelled", 30)
    screen.wait_for_text("Done", 30)
    leave(screen, dialog)
    desktop.stop(process)
    desktop.stop(sandbox.process)


def four_rights(desktop):
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    users = sandbox.announcement["users"]
    limited = users[-1]
    execution = start(sandbox.client(), [limited["name"]], 1)
    # The console takes the first user of an announcement: this one lists the limited user first.
    own = dict(sandbox.announcement, users=[limited])
    sandbox.announcement_file.write_text(json.dumps(own))
    process = desktop.console(sandbox, "--config-root", str(desktop.private("rights")))
    screen = Screen(process)
    wait_for("the row is listed", lambda: screen.row_count() == 1)
    screen.choose_row(0)
    screen.wait_for_text("oos:ListExecutionLogs")
    dialog = open_dialog(screen, "Approve")
    confirm(screen, dialog, "Approve", "approved with four rights")
    receipt = wait_for("the decision arrives", lambda: sandbox.receipts("NotifyExecution"))[0]
    if receipt["user"] != limited["name"] or receipt["effect"] is not True:
        raise Failure(f"the limited user decides: {receipt}")
    wait_for("it ends well", lambda: sandbox.client().execution(execution)["Status"] == "Success", 30)
    leave(screen, dialog)
    desktop.stop(process)
    desktop.stop(sandbox.process)


def main(programs):
    with Desktop(programs) as desktop:
        for part in (two_of_three, rejected, four_rights):
            part(desktop)
            print(f"ok {part.__name__}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
