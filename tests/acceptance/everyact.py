# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every act of NotifyExecution, taken through the accessibility bus alone."""

import json
import sys
import time

from decisions import confirm, leave, open_dialog
from desktop import Failure, run_parts, wait_for
from screen import Role, Screen, State

STEPS = """FormatVersion: OOS-2019-06-01
Description: Looks at a server three times
Parameters:
  instanceId:
    Type: String
    Default: i-bp1000000000000a01
Tasks:
  - Name: lookFirst
    Action: ACS::ExecuteAPI
    Properties: &look
      Service: ECS
      API: DescribeInstances
      Parameters:
        RegionId: cn-hangzhou
        InstanceIds: ['{{ instanceId }}']
  - Name: rest
    Action: ACS::Sleep
    Properties:
      Duration: PT1S
  - Name: lookAgain
    Action: ACS::Sleep
    Properties:
      Duration: PT2S
"""

FLEET = """FormatVersion: OOS-2019-06-01
Description: Reboots a fleet
Tasks:
  - Name: restartFleet
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RebootInstance
      Risk: Normal
      Parameters:
        RegionId: cn-hangzhou
        InstanceId: '{{ ACS::TaskLoopItem }}'
    Loop:
      Items: [i-bp1000000000000a01, i-bp1000000000000a02, i-bp1000000000000a03, i-bp1000000000000a04]
      RateControl:
        Mode: Concurrency
        Concurrency: 4
        MaxErrors: 4
"""

BATCHES = """FormatVersion: OOS-2019-06-01
Description: Looks at servers in batches
Tasks:
  - Name: lookAround
    Action: ACS::Sleep
    Properties:
      Duration: PT1S
  - Name: look
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters:
        RegionId: cn-hangzhou
        InstanceIds: ['{{ ACS::TaskLoopItem }}']
    Loop:
      Items: [i-bp1000000000000a01, i-bp1000000000000a02, i-bp1000000000000a03]
      RateControl:
        Mode: Batch
        Batch: [1, 2]
        BatchPauseOption: FirstBatchPause
"""

REMOVAL = """FormatVersion: OOS-2019-06-01
Description: Removes a server
Tasks:
  - Name: removeOldNode
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DeleteInstance
      Parameters:
        RegionId: cn-hangzhou
        InstanceId: i-bp1000000000000a01
"""

INNER = """FormatVersion: OOS-2019-06-01
Description: Asks a person
Tasks:
  - Name: askInside
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: https://hooks.example.com/oos
        Content: {}
"""

OUTER = """FormatVersion: OOS-2019-06-01
Description: Asks within another run
Tasks:
  - Name: handOver
    Action: ACS::Template
    Properties:
      TemplateName: inner
      Parameters: {}
"""


def start(client, template, **further):
    parameters = {"Mode": "Automatic", "SafetyCheck": "Skip", "Parameters": "{}",
                  "TemplateContent": template, **further}
    reply = client.call("StartExecution", **parameters)
    if "Execution" not in reply:
        raise Failure(f"the run starts: {reply}")
    return reply["Execution"]["ExecutionId"]


def status(sandbox, execution):
    return sandbox.client().execution(execution)["Status"]


def rows(sandbox, execution, **filters):
    return sandbox.client().call("ListTaskExecutions", ExecutionId=execution,
                                 IncludeChildTaskExecution="true", SortOrder="Ascending",
                                 MaxResults=100, **filters)["TaskExecutions"]


def sent(sandbox):
    return [receipt["params"] for receipt in sandbox.receipts("NotifyExecution")]


def opened(desktop, sandbox, name, count=1):
    """A console of its own, with so many waits listed and the first one chosen."""
    process = desktop.console(sandbox, "--config-root", str(desktop.private(name)))
    screen = Screen(process)
    wait_for(f"{count} waits are listed", lambda: screen.row_count() == count, 40)
    screen.choose_row(0)
    return process, screen


def expect(what, got, wanted):
    if got != wanted:
        raise Failure(f"{what}: {got!r} instead of {wanted!r}")


def only(parameters, *names):
    return {name: parameters.get(name) for name in names}


def field(screen, name, root, roles):
    """The control of that name; its label may bear the same."""
    return wait_for(f"the field {name}", lambda: next(
        (item for item in screen.all(name=name, root=root) if item.get_role() in roles), None))


def choose(screen, name, dialog, wanted):
    """Chooses the entry of a combo box that begins with `wanted`, by what the bus offers."""
    box = field(screen, name, dialog, (Role.COMBO_BOX,))
    entries = box.get_child_at_index(0)
    names = [entries.get_child_at_index(i).get_name() for i in range(entries.get_child_count())]
    index = next((i for i, entry in enumerate(names) if entry.startswith(wanted)), None)
    if index is None:
        raise Failure(f"“{wanted}” is among {names}")
    screen.press(entries.get_child_at_index(index))


def choose_rows(screen, name, dialog, wanted):
    """Chooses exactly the rows of a list whose words hold one of `wanted`."""
    rows = field(screen, name, dialog, (Role.LIST,))
    found = 0
    for index in range(rows.get_child_count()):
        row = rows.get_child_at_index(index)
        is_wanted = any(text in row.get_name() for text in wanted)
        found += is_wanted
        if is_wanted != row.get_state_set().contains(State.SELECTED):
            screen.press(row)
    expect("rows to choose", found, len(wanted))


def decide(screen, act, fill, note=None):
    dialog = open_dialog(screen, act)
    fill(dialog)
    confirm(screen, dialog, act, note)
    leave(screen, dialog)


def debug_run_is_stepped(desktop):
    """From its creation to its end, with changed parameters for one of its tasks."""
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    run = start(sandbox.client(), STEPS, Mode="Debug")
    process, screen = opened(desktop, sandbox, "debug")

    def step(task, count):
        button = wait_for(f"the step {task}", lambda: next(
            (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith(f"Run task “{task}”"))
             if screen.is_enabled(b)), None))
        time.sleep(0.4)  # dead for a moment after the next task's name changed
        screen.press(button)
        wait_for(f"{task} was asked for", lambda: len(sent(sandbox)) == count)
        wait_for(f"{task} has run", lambda: [row["Status"] for row in rows(sandbox, run)].count(
            "Success") == count, 30)

    step("lookFirst", 1)

    def other_parameters(dialog):
        choose(screen, "Task", dialog, "rest")
        tab = next(screen.all(Role.PAGE_TAB, "JSON", dialog))
        screen.press(tab)
        editor = field(screen, "Parameters", dialog, (Role.TEXT,))
        screen.type_into(editor, '{"Duration": "PT3S"}')

    dialog = open_dialog(screen, "Other task")
    other_parameters(dialog)
    confirm(screen, dialog, "Run task", "three seconds will do")
    leave(screen, dialog)
    wait_for("rest has run", lambda: [row["Status"] for row in rows(sandbox, run)].count(
        "Success") == 2, 30)
    step("lookAgain", 3)

    decide(screen, "End execution", lambda d: end_as(screen, d, "Success"))
    wait_for("it ends well", lambda: status(sandbox, run) == "Success", 30)
    names = ("NotifyType", "TaskName", "ExecutionStatus")
    expect("what was sent", [only(p, *names) for p in sent(sandbox)], [
        {"NotifyType": "ExecuteTask", "TaskName": "lookFirst", "ExecutionStatus": None},
        {"NotifyType": "ExecuteTask", "TaskName": "rest", "ExecutionStatus": None},
        {"NotifyType": "ExecuteTask", "TaskName": "lookAgain", "ExecutionStatus": None},
        {"NotifyType": "CompleteExecution", "TaskName": None, "ExecutionStatus": "Success"}])
    expect("its parameters", [p.get("Parameters") for p in sent(sandbox)],
           ["{}", '{"Duration": "PT3S"}', "{}", None])
    rest = next(row for row in rows(sandbox, run) if row["TaskName"] == "rest")
    expect("the changed property", json.loads(rest["Properties"])["Duration"], "PT3S")
    desktop.stop(process)


def failed_items_are_retried_and_skipped(desktop):
    """Two failed items are retried together, a third is skipped while another still runs."""
    items = [f"i-bp1000000000000a0{i}" for i in (1, 2, 3, 4)]
    rules = [{"api": "RebootInstance", "loopItem": item, "times": 1, "code": "OperationConflict",
              "message": f"{item} is being patched"} for item in items[:2]]
    rules.append({"api": "RebootInstance", "loopItem": items[2], "code": "InstanceLocked",
                  "message": "locked for security"})
    rules.append({"api": "RebootInstance", "loopItem": items[3], "ms": 25_000})
    behaviour = desktop.folder / "behaviour.json"
    behaviour.write_text(json.dumps(rules))
    sandbox = desktop.sandbox("--scenario", "empty", "--behaviour", str(behaviour))
    run = start(sandbox.client(), FLEET, Mode="FailurePause")

    def states():
        return {row["LoopItem"]: row["Status"] for row in rows(sandbox, run) if row["LoopItem"]}

    wait_for("three items failed", lambda: list(states().values()).count("Failed") == 3, 30)
    process, screen = opened(desktop, sandbox, "failed")
    screen.wait_for_text("locked for security")
    expect("the fourth goes on", states()[items[3]], "Running")
    decide(screen, "Retry task", lambda d: choose_rows(screen, "Failed tasks", d, items[:2]),
           "patched by now")
    wait_for("both are done", lambda: [states()[i] for i in items[:2]] == ["Success"] * 2, 30)
    decide(screen, "Skip task", lambda d: skip(screen, d, items[2]), "stays locked")
    wait_for("the third is skipped", lambda: states()[items[2]] == "Skipped", 30)
    expect("the fourth still goes on", states()[items[3]], "Running")
    wait_for("the run goes on to its end", lambda: status(sandbox, run) in ("Success", "Failed"), 40)
    first, second = sent(sandbox)
    ids = {row["LoopItem"]: row["TaskExecutionId"] for row in rows(sandbox, run)}
    expect("the retry", first["NotifyType"], "RetryTask")
    expect("one notice for both", len(json.loads(first["TaskExecutionIds"])), 2)
    expect("the skip", only(second, "NotifyType", "TaskExecutionId", "LoopItem"), {
        "NotifyType": "SkipTask", "TaskExecutionId": ids[items[2]], "LoopItem": items[2]})
    desktop.stop(process)


def end_as(screen, dialog, state):
    choose(screen, "End state", dialog, state)
    tick(screen, dialog)


def skip(screen, dialog, item):
    choose_rows(screen, "Failed tasks", dialog, [item])
    tick(screen, dialog)


def tick(screen, dialog):
    """Sets the tick that names the fact, where there is one."""
    for box in screen.all(Role.CHECK_BOX, root=dialog):
        if not screen.is_checked(box):
            screen.press(box)


def batch_pause_is_continued(desktop):
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    run = start(sandbox.client(), BATCHES)
    wait_for("it pauses", lambda: status(sandbox, run) == "Waiting", 30)
    process, screen = opened(desktop, sandbox, "batch")
    decide(screen, "Approve", lambda d: tick(screen, d), "the first looks fine")
    wait_for("it goes on to its end", lambda: status(sandbox, run) == "Success", 30)
    parent = next(row for row in rows(sandbox, run) if row["TaskName"] == "look"
                  and not row["LoopItem"])
    expect("the notice", only(sent(sandbox)[0], "NotifyType", "TaskExecutionId"),
           {"NotifyType": "Approve", "TaskExecutionId": parent["TaskExecutionId"]})
    desktop.stop(process)


def removal_is_rejected(desktop):
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    run = start(sandbox.client(), REMOVAL, SafetyCheck="ConfirmEveryHighRiskAction")
    wait_for("it asks", lambda: status(sandbox, run) == "Waiting", 30)
    process, screen = opened(desktop, sandbox, "removal")
    screen.wait_for_text("i-bp1000000000000a01")
    decide(screen, "Reject", lambda d: tick(screen, d), "still in use")
    wait_for("it is cancelled", lambda: status(sandbox, run) == "Cancelled", 30)
    expect("the notice", only(sent(sandbox)[0], "NotifyType", "NotifyNote")["NotifyType"], "Reject")
    desktop.stop(process)


def run_is_ended_as_failed(desktop):
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    run = start(sandbox.client(), STEPS, Mode="Debug")
    process, screen = opened(desktop, sandbox, "ended")
    decide(screen, "End execution", lambda d: end_as(screen, d, "Failed"), "wrong server")
    wait_for("it ends as asked", lambda: status(sandbox, run) == "Failed", 30)
    expect("the notice", only(sent(sandbox)[0], "NotifyType", "ExecutionStatus"),
           {"NotifyType": "CompleteExecution", "ExecutionStatus": "Failed"})
    desktop.stop(process)


def approval_in_a_child_is_given(desktop):
    templates = desktop.private("templates")
    (templates / "inner.yml").write_text(INNER)
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5", "--templates", str(templates))
    run = start(sandbox.client(), OUTER)

    def children():
        return sandbox.client().call("ListExecutions", ParentExecutionId=run)["Executions"]

    wait_for("the child asks", lambda: [c["Status"] for c in children()] == ["Waiting"], 30)
    process, screen = opened(desktop, sandbox, "child")
    screen.wait_for_text("handOver")
    decide(screen, "Approve", lambda d: tick(screen, d), "fine inside")
    wait_for("the whole run ends well", lambda: status(sandbox, run) == "Success", 30)
    expect("the notice goes to the child", sent(sandbox)[0]["ExecutionId"],
           children()[0]["ExecutionId"])
    desktop.stop(process)


PARTS = {part.__name__: part for part in (
    debug_run_is_stepped, failed_items_are_retried_and_skipped, batch_pause_is_continued,
    removal_is_rejected, run_is_ended_as_failed, approval_in_a_child_is_given)}


if __name__ == "__main__":
    run_parts(PARTS, *sys.argv[1:])
