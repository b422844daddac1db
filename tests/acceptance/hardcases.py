# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hard cases of deciding: a strict service, many rows at once, input that must not be sent."""

import json
import subprocess
import sys
import time

from decisions import confirm, leave, open_dialog
from desktop import Failure, run_parts, wait_for
from everyact import (FLEET, STEPS, choose, choose_rows, expect, field, only, opened, rows, sent, start,
                      status, tick)
from screen import Role, Screen, State

GATE = """
  - Name: {name}
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook: {{URI: https://hooks.example.com/oos, Content: {{}}}}
"""
HEAD = "FormatVersion: OOS-2019-06-01\nDescription: Asks\nTasks:"
GATES = HEAD + GATE.format(name="first") + GATE.format(name="second")

EACH = """FormatVersion: OOS-2019-06-01
Description: Asks about each server
Tasks:
  - Name: eachServer
    Action: ACS::Loop
    Properties:
      LoopItems: [i-bp1000000000000a01, i-bp1000000000000a02, i-bp1000000000000a03]
      LoopRateControl: {Mode: Concurrency, Concurrency: 3, MaxErrors: 3}
      LoopTasks:
        - Name: ask
          Action: ACS::Approve
          Properties:
            NotifyType: WebHook
            WebHook: {URI: https://hooks.example.com/oos, Content: {}}
"""

DECLARED = """FormatVersion: OOS-2019-06-01
Description: Declares its parameters
Parameters:
  size: {Type: Number, Default: 3, MinValue: 1, MaxValue: 5}
  colour: {Type: String, Default: red, AllowedValues: [red, green]}
  code: {Type: String, Default: ab12, AllowedPattern: '[a-z]{2}[0-9]{2}'}
  canary:
    Type: String
    NoEcho: true
    Default: canary-of-the-template
Tasks:
  - Name: rest
    Action: ACS::Sleep
    Properties: {Duration: PT1S}
"""

ITEMS = [f"i-bp1000000000000a0{i}" for i in (1, 2, 3, 4)]


def button(screen, begin, root=None):
    return wait_for(f"the button {begin}", lambda: next(
        screen.all(Role.PUSH_BUTTON, lambda name: name.startswith(begin), root), None))


def press_entry(screen, menu, entry):
    """Opens a menu button and chooses one of its entries."""
    screen.press(button(screen, menu))
    screen.press(wait_for(f"{entry} in {menu}", lambda: next(screen.all(name=entry), None)))


def run_that_waits(sandbox, template, **further):
    run = start(sandbox.client(), template, **further)
    wait_for("it waits", lambda: status(sandbox, run) == "Waiting", 30)
    return run


def unknown_refusal_is_called_refused(desktop):
    """A code that nobody has seen: refused within five seconds, the note kept, and a way on."""
    behaviour = desktop.folder / "behaviour.json"
    behaviour.write_text(json.dumps([{"api": "RebootInstance", "loopItem": item, "times": 1,
                                      "code": "Busy", "message": "busy"} for item in ITEMS]))
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5", "--behaviour", str(behaviour),
                              "--strictness", "task-execution-ids-are-execution-ids,unlisted-codes")
    run_that_waits(sandbox, FLEET, Mode="FailurePause")
    process, screen = opened(desktop, sandbox, "refused")
    dialog = open_dialog(screen, "Retry task")
    choose_rows(screen, "Failed tasks", dialog, ITEMS[:2])
    confirm(screen, dialog, "Retry task", "patched by now")
    receipt = wait_for("the service refuses", lambda: sandbox.receipts("NotifyExecution"))[0]
    expect("its answer", receipt["status"], 400)
    words = wait_for("it is called refused", lambda: next(
        (text for text in [screen.texts(dialog)] if "Refused by the service" in text), None), 5)
    for part in (receipt["code"], "Your note is kept.", "one task at a time"):
        if part not in words:
            raise Failure(f"“{part}” is said of the refusal: {words}")
    expect("the note", screen.text_of(screen.find(Role.TEXT, "Note", root=dialog)),
           "patched by now")
    leave(screen, dialog)
    # One by one it goes on.
    dialog = open_dialog(screen, "Retry task")
    choose_rows(screen, "Failed tasks", dialog, ITEMS[:1])
    confirm(screen, dialog, "Retry task", "patched by now")
    screen.wait_for_text("Done: ", 20)
    leave(screen, dialog)
    expect("what was sent then", only(sent(sandbox)[1], "NotifyType", "LoopItem"),
           {"NotifyType": "RetryTask", "LoopItem": ITEMS[0]})
    desktop.stop(process)


def one_of_three_gates_is_decided(desktop):
    """Three items of a loop ask at once: each says where it stands, and the others go on asking."""
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    start(sandbox.client(), EACH)
    process, screen = opened(desktop, sandbox, "three", 3)
    screen.choose_row(1)
    item = ITEMS[1]
    screen.wait_for_text(item)
    dialog = open_dialog(screen, "Approve")
    words = screen.texts(dialog)
    if f"item {item}" not in words or any(f"item {other}" in words for other in ITEMS if other != item):
        raise Failure(f"the dialog says which item asks: {words}")
    tick(screen, dialog)
    confirm(screen, dialog, "Approve", "this one alone")
    leave(screen, dialog)
    wait_for("two go on asking", lambda: screen.row_count() == 2, 20)
    expect("decisions", len(sent(sandbox)), 1)
    desktop.stop(process)


def third_of_three_items_is_decided(desktop):
    """CurrentTasks names three approvals of one loop; the third is decided, told by its item."""
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    loop = """    Loop:
      Items: [one, 'two # 2', '{"n":3}']
      RateControl: {Mode: Concurrency, Concurrency: 3, MaxErrors: 3}
"""
    run = start(sandbox.client(), HEAD + GATE.format(name="ask") + loop)
    process, screen = opened(desktop, sandbox, "third", 3)
    item = '{"n":3}'
    third = next(i for i in range(3) if item in screen.row(i).get_name())
    screen.choose_row(third)
    screen.wait_for_text(f"Loop item: {item}")
    dialog = open_dialog(screen, "Approve")
    if f"Loop item: {item}" not in screen.texts(dialog):
        raise Failure("the dialog says which item it is about")
    confirm(screen, dialog, "Approve", "the third alone")
    leave(screen, dialog)
    wait_for("two go on asking", lambda: screen.row_count() == 2, 20)
    states = {row["LoopItem"]: row["Status"] for row in rows(sandbox, run) if row["LoopItem"]}
    expect("the items", states, {"one": "Waiting", "two # 2": "Waiting", item: "Success"})
    desktop.stop(process)


def wrong_parameters_are_not_sent(desktop):
    """Each wrong text is told by place and reason; a hidden value is shown nowhere."""
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    run_that_waits(sandbox, DECLARED, Mode="Debug",
                   Parameters=json.dumps({"canary": "canary-of-the-run"}))
    process, screen = opened(desktop, sandbox, "wrong")
    dialog = open_dialog(screen, "Other task")
    choose(screen, "Task", dialog, "rest")
    screen.press(next(screen.all(Role.PAGE_TAB, "JSON", dialog)))
    editor = field(screen, "Parameters", dialog, (Role.TEXT,))
    for text, place, reason in (
            ("[1]", "Line 1, column 1", "no JSON object"),
            ('{"size": 2,\n "size": 3}', "Line 2, column 2", "stands twice"),
            ('{"size": 9}', "Line 1, column 10", "greater than 5"),
            ('{"colour": "blue"}', "Line 1, column 12", "not among the values"),
            ('{"code": "12ab"}', "Line 1, column 10", "[a-z]{2}[0-9]{2}"),
            ('{"canary": "••••"}', "Line 1, column 12", "that is not here"),
            ('{"colour": "' + "r" * 70_000 + '"}', "", "64 KiB")):
        screen.type_into(editor, text)
        wait_for(f"“{reason}” at “{place}” is said", lambda: any(
            place in line and reason in line for line in screen.texts(dialog).splitlines()))
        if screen.is_enabled(button(screen, "Run task", dialog)):
            raise Failure(f"{text[:40]} cannot be sent")
    screen.type_into(editor, '{"size":  4}')
    confirm(screen, dialog, "Run task", "four will do")
    leave(screen, dialog)
    expect("what was sent", [p["Parameters"] for p in sent(sandbox)], ['{"size":  4}'])
    for tab in [tab.get_name() for tab in screen.all(Role.PAGE_TAB)]:
        screen.press(next(screen.all(Role.PAGE_TAB, lambda name: name.split()[0] == tab.split()[0])))
        time.sleep(0.5)
        if "canary-of" in screen.texts():
            raise Failure(f"the hidden value is not shown at {tab}")
    desktop.stop(process)


def held_key_decides_one_gate(desktop):
    """Ctrl+Enter is held while the next gate of the same run opens."""
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    run = run_that_waits(sandbox, GATES)
    process, screen = opened(desktop, sandbox, "held")
    open_dialog(screen, "Approve")
    time.sleep(1.5)
    press = lambda *keys: subprocess.run(["xdotool", *keys], env=desktop.environment, check=True)
    press("keydown", "Control_L", "keydown", "Return")
    wait_for("the first gate is decided", lambda: sent(sandbox), 10)
    time.sleep(6)
    press("keyup", "Return", "keyup", "Control_L")
    waiting = next(row for row in rows(sandbox, run) if row["Status"] == "Waiting")
    expect("the gate that still asks", waiting["TaskName"], "second")
    expect("decisions", len(sent(sandbox)), 1)
    desktop.stop(process)


def held_step_key_runs_one_task(desktop):
    """F10 is held over several tasks that end at once."""
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "20")
    run_that_waits(sandbox, STEPS, Mode="Debug")
    process, screen = opened(desktop, sandbox, "step")
    button(screen, "Run task “lookFirst”")
    time.sleep(1)
    subprocess.run(["xdotool", "keydown", "F10"], env=desktop.environment, check=True)
    time.sleep(8)
    subprocess.run(["xdotool", "keyup", "F10"], env=desktop.environment, check=True)
    expect("tasks run", [p["TaskName"] for p in sent(sandbox)], ["lookFirst"])
    time.sleep(1)
    subprocess.run(["xdotool", "key", "F10"], env=desktop.environment, check=True)
    wait_for("the next press runs the next task", lambda: [
        p["TaskName"] for p in sent(sandbox)] == ["lookFirst", "rest"], 10)
    desktop.stop(process)


def five_are_decided_together(desktop):
    """Twins are told apart, chosen by the tick in the Show menu, and decided one by one."""
    templates = desktop.private("templates")
    (templates / "gates.yml").write_text(GATES)
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5", "--templates", str(templates))
    runs = [sandbox.client().call("StartExecution", TemplateName="gates", Mode="Automatic",
                                  SafetyCheck="Skip", Parameters="{}")["Execution"]["ExecutionId"]
            for _ in range(6)]
    process, screen = opened(desktop, sandbox, "bulk", 6)
    names = [screen.row(i).get_name() for i in range(6)]
    expect("rows that can be told apart", len(set(names)), 6)
    left_alone = next(run for run in runs if f"ends in {run[-6:]}" in names[5])
    press_entry(screen, "Show", "Choose several rows")
    for index in range(1, 5):
        screen.press(screen.row(index))
    screen.wait_for_text("5 waits chosen")
    dialog = open_dialog(screen, "Approve")
    screen.type_into(field(screen, "Number of waits", dialog, (Role.TEXT,)), "4")
    time.sleep(1.5)
    if screen.is_enabled(button(screen, "Approve 5 waits", dialog)):
        raise Failure("the right number is asked for")
    screen.type_into(field(screen, "Number of waits", dialog, (Role.TEXT,)), "5")
    confirm(screen, dialog, "Approve", "all five looked at")
    wait_for("5 are accepted", lambda: "5 accepted." in screen.texts(dialog), 30)
    leave(screen, dialog)
    expect("runs decided about", sorted(p["ExecutionId"] for p in sent(sandbox)),
           sorted(run for run in runs if run != left_alone))
    desktop.stop(process)


def menus_open_from_outside(desktop):
    """Further acts under More open their dialog; the menu is closed then."""
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    run = run_that_waits(sandbox, GATES)
    process, screen = opened(desktop, sandbox, "menus")
    press_entry(screen, "More", "Cancel execution…")
    dialog = wait_for("the dialog", lambda: next(screen.all(Role.DIALOG), None))
    if next(screen.all(Role.POPUP_MENU), None) is not None:
        raise Failure("the menu is closed after its entry was chosen")
    tick(screen, dialog)
    confirm(screen, dialog, "Cancel execution")
    wait_for("it is cancelled", lambda: status(sandbox, run) == "Cancelled", 30)
    leave(screen, dialog)
    desktop.stop(process)


PARTS = {part.__name__: part for part in (
    unknown_refusal_is_called_refused, one_of_three_gates_is_decided,
    third_of_three_items_is_decided,
    wrong_parameters_are_not_sent, held_key_decides_one_gate,
    held_step_key_runs_one_task, five_are_decided_together,
    menus_open_from_outside)}


if __name__ == "__main__":
    run_parts(PARTS, *sys.argv[1:])
