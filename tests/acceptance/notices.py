# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person is told while the window is out of sight, and what a click on it does."""

import json
import pathlib
import subprocess
import sys
import time

from desktop import Desktop, Failure, wait_for
from keyboard import Keyboard
from screen import Role, Screen

GATE = """  - Name: {name}
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: https://hooks.example.com/oos
        Content: {{}}
"""
TEMPLATE = "FormatVersion: OOS-2019-06-01\nTasks:\n" \
    + GATE.format(name="firstGate") + GATE.format(name="secondGate")
# A hidden window reads once a minute, and a profile is told of once a minute.
WITHIN_SECONDS = 70


class NoticeServer:
    """The notification server of the test's session bus."""

    def __init__(self, desktop):
        self.record = desktop.folder / "notices.jsonl"
        script = pathlib.Path(__file__).parent / "noticeserver.py"
        with open(self.record, "wb") as output:
            self.process = desktop.start([sys.executable, "-B", str(script)], stdout=output,
                                         stdin=subprocess.PIPE)
        wait_for("the notification server is there", lambda: self.calls("ready"))

    def calls(self, name):
        lines = self.record.read_text().splitlines(keepends=True)
        entries = [json.loads(line) for line in lines if line.endswith("\n")]
        return [entry for entry in entries if entry["call"] == name]

    def click(self, notice):
        self.process.stdin.write(f"{notice['id']} default\n".encode())
        self.process.stdin.flush()


def xdotool(desktop, *arguments):
    return subprocess.run(["xdotool", *arguments], env=desktop.environment, capture_output=True,
                          text=True, check=False).stdout.split()


def window_of(desktop, process):
    """The console's main window, once it is the active one."""
    def active():
        found = xdotool(desktop, "getactivewindow", "getwindowpid")
        return found == [str(process.pid)] and xdotool(desktop, "getactivewindow")[0]
    return wait_for("the console's window is active", active)


def read_now(screen):
    """The first gate need not wait for its turn; the second one does."""
    screen.press(wait_for("Refresh is in the menu", lambda: next(
        (item for item in screen.walk(showing=False) if item.get_name() == "Refresh"), None)))


def check_discreet(notice, private):
    for word in private:
        if word in json.dumps(notice):
            raise Failure(f"a notice holds no names, not “{word}”: {notice}")
    if notice["actions"][0::2] != ["default"]:
        raise Failure(f"a notice can be opened and nothing else: {notice}")


def told(server, count, begin):
    """The notice of that number, and how long after `begin` it came."""
    notice = wait_for(f"notice {count}", lambda: server.calls("Notify")[count - 1:],
                      WITHIN_SECONDS, 0.2)[0]
    return notice, time.monotonic() - begin


def second_gate_is_told_and_opened(desktop, server):
    templates = desktop.private("templates")
    (templates / "publish-nightly.yml").write_text(TEMPLATE)
    sandbox = desktop.sandbox("--scenario", "empty", "--templates", str(templates))
    process = desktop.console(sandbox)
    screen = Screen(process)
    screen.wait_for_text("Up to date")
    window = window_of(desktop, process)
    xdotool(desktop, "windowminimize", "--sync", window)
    wait_for("the window is out of sight", lambda: not xdotool(
        desktop, "search", "--onlyvisible", "--pid", str(process.pid)))
    client = sandbox.client(1)
    begin = time.monotonic()
    run = client.call("StartExecution", TemplateName="publish-nightly", Mode="Automatic",
                      SafetyCheck="Skip", Parameters="{}")["Execution"]["ExecutionId"]
    wait_for("gate A waits", lambda: client.execution(run)["Status"] == "Waiting")
    read_now(screen)
    private = ["firstGate", "secondGate", "publish-nightly", run,
               *(user["name"] for user in sandbox.announcement["users"])]
    notice, took = told(server, 1, begin)
    check_discreet(notice, private)
    print(f"gate A was told after {took:.1f} s: {notice}", flush=True)
    begin = time.monotonic()
    client.call("NotifyExecution", ExecutionId=run, NotifyType="Approve", NotifyNote="go on")
    notice, took = told(server, 2, begin)
    check_discreet(notice, private)
    print(f"gate B was told after {took:.1f} s: {notice}", flush=True)
    if not server.calls("CloseNotification"):
        raise Failure("the notice of gate A is taken back, which is settled")
    server.click(notice)
    if window_of(desktop, process) != window:
        raise Failure("the same window comes to the front")
    screen.wait_for_text("secondGate")
    wait_for("the wait can be decided there", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Approve"))
         if screen.is_enabled(b)), None))
    time.sleep(1)
    decided = sandbox.receipts("NotifyExecution")
    if len(decided) != 1 or decided[0]["user"] != sandbox.announcement["users"][1]["name"]:
        raise Failure(f"a notice decides nothing: {decided}")
    if client.execution(run)["Status"] != "Waiting":
        raise Failure("gate B still waits")
    if len(server.calls("Notify")) != 2:
        raise Failure(f"nothing is told twice: {server.calls('Notify')}")
    return process


def closing_without_a_tray_ends(desktop, process):
    window_of(desktop, process)
    Keyboard(desktop).press("ctrl+w")
    wait_for("the console ends, as nothing could bring its window back",
             lambda: process.poll() is not None, 5)
    if process.returncode != 0:
        raise Failure(f"the console ends with 0, not {process.returncode}")


def main(programs):
    with Desktop(programs) as desktop:
        server = NoticeServer(desktop)
        process = second_gate_is_told_and_opened(desktop, server)
        print("ok second_gate_is_told_and_opened", flush=True)
        closing_without_a_tray_ends(desktop, process)
        print("ok closing_without_a_tray_ends", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
