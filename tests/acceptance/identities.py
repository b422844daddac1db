# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who acts: a profile whose account cannot be verified today, and one that takes a role.

The role's sessions are short, so that they are renewed several times under a running inbox; no call
of theirs may fail. The keys lie in a real keyring.
"""

import json
import re
import sys
import uuid

from decisions import confirm, leave, open_dialog
from desktop import Desktop, Failure, wait_for
from keyring import Keyring
from keys import add_profile, quit_cleanly, rows_of
from screen import Role, Screen

APPROVAL = """FormatVersion: OOS-2019-06-01
Tasks:
  - Name: openGate
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook: {URI: "https://hooks.example.com/oos", Content: {msgtype: text}}
"""
SESSION = "acceptance"
SESSION_SECONDS = 70


def waiting_run(sandbox):
    """A run that anybody may let go on."""
    client = sandbox.client()
    run = client.call("StartExecution", TemplateContent=APPROVAL, Parameters="{}")["Execution"]
    wait_for("the run waits",
             lambda: client.execution(run["ExecutionId"])["Status"] == "Waiting")
    return run["ExecutionId"]


def start(desktop, sandbox, account):
    """A console in which rows of this account are listed."""
    process = desktop.console(sandbox)
    screen = Screen(process)
    screen.find(Role.FRAME)
    wait_for(f"rows of {account} are listed", lambda: rows_of(screen, account), 60)
    return process, screen


def choose_row_of(screen, account):
    screen.choose_row(next(i for i in range(screen.row_count())
                           if f"account {account}," in screen.row(i).get_name()))


def approve(screen, account, who):
    """Approves the only run; the review and the dialog say by this pattern who does."""
    choose_row_of(screen, account)
    wait_for(f"the review says: you act as {who}",
             lambda: re.search(f"you act as {who}", screen.texts()))
    dialog = open_dialog(screen, "Approve")
    words = screen.texts(dialog)
    if not re.search(f"You act as:?\\s+{who}", words):
        raise Failure(f"the dialog says who acts: {words}")
    confirm(screen, dialog, "Approve")
    leave(screen, dialog)


def check_sent(sandbox, user, run):
    sent = [r for r in sandbox.receipts("NotifyExecution") if r["params"]["ExecutionId"] == run]
    if [(r["user"], r["effect"]) for r in sent] != [(user, True)]:
        raise Failure(f"{user} decides about the run, once: {sent}")


def verified_then_not(desktop, sandbox, user):
    """STS does not answer: the last one that was verified is shown, marked, and may decide."""
    run = waiting_run(sandbox)
    process, screen = start(desktop, sandbox, "sandbox")
    add_profile(desktop, screen, user)
    wait_for("its rows are listed", lambda: rows_of(screen, "second"))
    choose_row_of(screen, "second")
    screen.wait_for_text(f"you act as user {user['name']}")
    if "not verified" in screen.texts():
        raise Failure("nothing is marked while STS answers")
    quit_cleanly(desktop, process)
    sandbox.set_faults([{"fault": "http503BeforeEffect", "action": "GetCallerIdentity"}])
    process, screen = start(desktop, sandbox, "second")
    approve(screen, "second",
            f"user {user['name']} \\(not verified today since [0-9:]+ [+-][0-9:]+\\)")
    check_sent(sandbox, user["name"], run)
    quit_cleanly(desktop, process)
    sandbox.set_faults([])


def add_role(desktop, sandbox):
    """A further profile in the file, whose keys are those of a role that the second one takes."""
    path = next(desktop.private("root").rglob("profiles.json"))
    document = json.loads(path.read_text())
    second = next(each for each in document["profiles"] if each["alias"] == "second")
    arn = next(role["arn"] for role in sandbox.announcement["roles"]
               if role["name"] == "oos-operator")
    profile = {name: second[name] for name in second if name not in ("key", "lastIdentity")}
    document["profiles"].append({
        **profile, "id": str(uuid.uuid4()), "alias": "as-operator",
        "environment": {**second["environment"], "word": "ROLE", "color": "green"},
        "source": {"kind": "otherProfile", "otherProfile": second["id"],
                   "role": {"arn": arn, "sessionName": SESSION, "seconds": 900}}})
    path.write_text(json.dumps(document))


def renewed_under_a_running_inbox(desktop, sandbox, user):
    """Sessions end, and no call fails by it."""
    add_role(desktop, sandbox)
    run = waiting_run(sandbox)
    process, screen = start(desktop, sandbox, "as-operator")

    def taken():
        return [r for r in sandbox.receipts("AssumeRole")
                if r["user"] == user["name"] and r["status"] == 200]

    wait_for("the role is taken three times", lambda: len(taken()) >= 3, 4 * SESSION_SECONDS, 1)
    approve(screen, "as-operator", f"role oos-operator, session {SESSION}")
    check_sent(sandbox, f"oos-operator/{SESSION}", run)
    calls = [r for r in sandbox.receipts() if r["user"] == f"oos-operator/{SESSION}"]
    failed = [r for r in calls if r["status"] != 200]
    if failed:
        raise Failure(f"no call of the sessions fails: {failed}")
    if len([r for r in calls if r["action"] == "ListExecutions"]) < 3:
        raise Failure("the inbox was read with the sessions")
    quit_cleanly(desktop, process)


def main(programs):
    with Desktop(programs) as desktop:
        keyring = Keyring(desktop, is_unlocked=True)
        behaviour = desktop.folder / "behaviour.json"
        behaviour.write_text(json.dumps([{"sessionSeconds": SESSION_SECONDS}]))
        sandbox = desktop.sandbox("--scenario", "empty", "--behaviour", str(behaviour))
        user = sandbox.announcement["users"][1]
        verified_then_not(desktop, sandbox, user)
        print("ok verified_then_not", flush=True)
        renewed_under_a_running_inbox(desktop, sandbox, user)
        print("ok renewed_under_a_running_inbox", flush=True)
        keyring.stop()


if __name__ == "__main__":
    main(sys.argv[1])
