# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What rounds run against: one sandbox with templates for every act, and runs that wait for it."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "acceptance"))
from desktop import Client, Failure, wait_for  # noqa: E402  (shared with the window's tests)

APPROVAL = """FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook: {URI: 'https://example.invalid/hook', Content: please decide}
      MinRequiredApprovals: 1
  - Name: look
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: DescribeInstances, Parameters: {RegionId: cn-hangzhou}}
"""
BROKEN = """FormatVersion: OOS-2019-06-01
Tasks:
  - Name: reboot
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RebootInstance
      Parameters: {RegionId: cn-hangzhou, InstanceId: i-bp1000000000000a01}
"""
# The first attempt of each task fails, so that its run pauses; the next one succeeds.
BEHAVIOUR = [{"api": "RebootInstance", "attempts": [1], "code": "Busy", "message": "is in use"},
             {"api": "RebootInstance", "reply": {"RequestId": "ok"}}]

# Act, template, mode, and the step that is taken before.
ACTS = {
    "Approve": ("approval", "Automatic", None),
    "Reject": ("approval", "Automatic", None),
    "RetryTask": ("broken", "FailurePause", None),
    "SkipTask": ("broken", "FailurePause", None),
    "ExecuteTask": ("approval", "Debug", None),
    "CancelTask": ("approval", "Debug", "ask"),
    "CompleteExecution": ("approval", "Debug", None),
    "CancelExecution": ("approval", "Automatic", None),
}
STEP = "ask"


class World:
    """A running sandbox; `folder` is its own and exists. Used by one thread or by many."""

    def __init__(self, programs, folder, is_tls):
        self.folder = pathlib.Path(folder)
        self.is_tls = is_tls
        templates = self.folder / "templates"
        templates.mkdir()
        (templates / "approval.yml").write_text(APPROVAL)
        (templates / "broken.yml").write_text(BROKEN)
        (self.folder / "behaviour.json").write_text(json.dumps(BEHAVIOUR))
        self.announcement_file = self.folder / "announcement.json"
        self.receipts_file = self.folder / "receipts"
        self.faults_file = self.folder / "faults.json"
        self.faults_file.write_text("[]")
        self.process = subprocess.Popen(
            [str(pathlib.Path(programs) / "countersign-sandbox"), "--port", "0",
             "--scenario", "empty", "--templates", str(templates),
             "--announce", str(self.announcement_file), "--receipts", str(self.receipts_file),
             "--faults", str(self.faults_file),
             "--behaviour", str(self.folder / "behaviour.json"), "--seed", "7",
             *(["--tls"] if is_tls else [])],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        wait_for("the sandbox announces itself", self.announcement_file.exists, 60)
        self.announcement = json.loads(self.announcement_file.read_text())
        self.client = Client(self.announcement, 0)
        self.lock = threading.Lock()

    @property
    def port(self):
        return int(self.announcement["endpoint"].rsplit(":", 1)[1])

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)

    def set_faults(self, rules):
        """In force when it returns: the sandbox answers a call that was made after the signal."""
        self.faults_file.write_text(json.dumps(rules))
        os.kill(self.process.pid, signal.SIGHUP)
        time.sleep(0.05)

    def wait_until_open(self):
        """A refusal lasts for a while."""
        def probe():
            with socket.socket() as door:
                return door.connect_ex(("127.0.0.1", self.port)) == 0
        wait_for("connections are taken again", probe, 20)

    def receipts(self):
        lines = self.receipts_file.read_text().splitlines() if self.receipts_file.exists() else []
        return [json.loads(line) for line in lines if line.strip()]

    def decisions_about(self, execution):
        """Receipts of changing calls about one run."""
        return [entry for entry in self.receipts()
                if entry["action"] in ("NotifyExecution", "CancelExecution")
                and entry["params"].get("ExecutionId") == execution]

    def start_run(self, act):
        """A run that waits for this act; its id."""
        template, mode, step = ACTS[act]
        with self.lock:
            reply = self.client.call("StartExecution", TemplateName=template, Mode=mode,
                                     Parameters="{}", SafetyCheck="Skip")
        if "Execution" not in reply:
            raise Failure(f"a run of {template} starts: {reply}")
        execution = reply["Execution"]["ExecutionId"]
        self.wait_for_row(execution, "Failed" if template == "broken" else None)
        if step:
            self.client.call("NotifyExecution", ExecutionId=execution, NotifyType="ExecuteTask",
                             TaskName=step, Parameters="{}")
            self.wait_for_row(execution, "Waiting")
        elif mode == "Automatic":
            self.wait_for_row(execution, "Waiting")
        return execution

    def status(self, execution):
        row = self.client.execution(execution)
        return row["Status"] if row else ""

    def wait_for_row(self, execution, status):
        wait_for(f"{execution} waits", lambda: self.status(execution) == "Waiting", 30, 0.02)
        if status:
            wait_for(f"a row of {execution} is {status}", lambda: any(
                row["Status"] == status for row in self.client.call(
                    "ListTaskExecutions", ExecutionId=execution).get("TaskExecutions", [])),
                30, 0.02)
