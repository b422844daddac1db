# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through the accessibility bus alone: choose, approve with a note, see it end."""

import sys

from decisions import confirm, leave, open_dialog
from desktop import Desktop, Failure, wait_for
from screen import Screen

NOTE = "已与张伟确认 👍 ok"


def main(programs):
    with Desktop(programs) as desktop:
        sandbox = desktop.sandbox("--scenario", "demo", "--speed", "5")
        screen = Screen(desktop.console(sandbox))
        wait_for("rows are listed", lambda: screen.row_count() > 3)
        before = screen.row_count()
        row = screen.choose_row(0)
        first_name = row.get_name()
        dialog = open_dialog(screen, "Approve")
        confirm(screen, dialog, "Approve", NOTE)
        receipt = wait_for("the decision arrives", lambda: sandbox.receipts("NotifyExecution"))[0]
        parameters = receipt["params"]
        expected = {"NotifyType": "Approve", "NotifyNote": NOTE}
        for name, value in expected.items():
            if not parameters.get(name, "").startswith(value):
                raise Failure(f"{name} is {parameters.get(name)!r}")
        for name in ("ExecutionId", "TaskExecutionId"):
            if not parameters.get(name):
                raise Failure(f"the receipt carries {name}")
        if receipt["status"] != 200 or receipt["effect"] is not True:
            raise Failure(f"the decision took effect: {receipt}")
        leave(screen, dialog)
        wait_for("the row leaves the inbox", lambda: screen.row_count() < before
                 and screen.row(0).get_name() != first_name, 30)
        client = sandbox.client()
        wait_for("the execution ends well", lambda: client.execution(
            parameters["ExecutionId"])["Status"] == "Success", 60)
        if len(sandbox.receipts("NotifyExecution")) != 1:
            raise Failure("exactly one decision was sent")


if __name__ == "__main__":
    main(sys.argv[1])
