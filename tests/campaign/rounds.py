# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One round: a decision by the windowless driver, killed or under a fault, then its recovery.

What the driver said, what the journal kept and what the service received must agree (invariants
I1 to I4 and I9 of the decision protocol). A round is named by one line, its specification, and a
round that failed is played again from that line:

    KIND/TRANSPORT/ACT/POINT/LOSS/SEED

KIND is decision, opening, recovery, migration (killed at POINT while deciding, while the journal is
made, while an earlier run is recovered, while an older journal is brought to this version) or fault
(POINT is the fault). LOSS is what became of writes that were never synced: none, all, some or -.
"""

import dataclasses
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile

from world import STEP, Failure, wait_for

TERMINAL = {"not-sent", "refused", "reconciled-applied", "reconciled-other-actor",
            "reconciled-not-applied", "unresolved"}
DURABLE = TERMINAL | {"intent-recorded", "sending", "accepted", "ambiguous",
                      "refused-code-unknown"}
# The words of each state begin like this, and with nothing else (security.md 4.3).
WORDS = {
    "intent-recorded": ("Nothing is sent yet.",),
    "sending": ("Sending",),
    "not-sent": ("Not sent. Nothing happened.",),
    "refused": ("Refused by the service: ",),
    "refused-code-unknown": ("Refused: ",),
    "accepted": ("Accepted by the service.",),
    "ambiguous": ("Outcome unknown. The request may have been carried out. Do not repeat it.",),
    "reconciled-applied": ("Done",),
    "reconciled-other-actor": ("Decided, but not certainly by you", "Someone else decided"),
    "reconciled-not-applied": ("Not carried out. You may decide again.",),
    "unresolved": ("Could not be determined.",),
}
NO_EFFECT = {"not-sent", "refused", "reconciled-not-applied"}
# Of the fault's rule beside its name; how long an effect or an answer is late.
LATE = {"delay": 300, "effectLate": 400, "throttle": None}
UNREAD = ("refuse", "closeUnread", "resetUnread", "holdUnread")
FAULTS = (*UNREAD, "closeBeforeEffect", "dropAfterEffect", "resetBeforeEffect", "resetAfterEffect",
          "delay", "hang", "halfStatus", "halfHeaders", "halfBody", "garbage", "continueOnly",
          "http408", "redirect302", "redirect307", "http503BeforeEffect", "http503AfterEffect",
          "throttle", "nonceUsedAfterEffect", "unreadableSuccess", "effectLate")
WITHOUT_EFFECT = {"closeBeforeEffect", "resetBeforeEffect", "hang", "http408", "redirect302",
                  "redirect307", "http503BeforeEffect", "throttle"}


@dataclasses.dataclass(frozen=True)
class Round:
    kind: str
    transport: str
    act: str
    point: str
    loss: str
    seed: int

    def __str__(self):
        return "/".join(str(part) for part in dataclasses.astuple(self))

    @staticmethod
    def parse(text):
        *parts, seed = text.split("/")
        if len(parts) != 5:
            raise ValueError(f"not a round: {text}")
        return Round(*parts, int(seed))


class Violation(Exception):
    """What must hold does not."""


def demand(holds, what):
    if not holds:
        raise Violation(what)


class Player:
    """Plays rounds; `tests` is the folder of built test programs. Safe in several threads."""

    def __init__(self, tests):
        self.driver = pathlib.Path(tests) / "campaign-driver"
        self.interposer = pathlib.Path(tests) / "campaign_interposer.so"
        self.request_bytes = {}
        self.calls = {}

    def play(self, one, world):
        """Plays it in a folder of its own, which is kept where something is violated."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="campaign-"))
        played = Played(self, one, world, folder)
        try:
            played.play()
        except (Violation, Failure, subprocess.TimeoutExpired, ValueError) as problem:
            (folder / "round").write_text(f"{one}\n{problem}\n")
            raise Violation(f"{one}: {problem} (files in {folder})") from problem
        shutil.rmtree(folder)
        return played

    def measure(self, transport, act, world):
        """How long the request is on the wire, and how many system calls the decision takes."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="campaign-"))
        played = Played(self, Round("decision", transport, act, "", "none", 0), world, folder)
        steps = played.decide(world.start_run(act), "-measuring", "").steps
        self.request_bytes[transport, act] = max(
            int(step.split()[1]) for step in steps if step.startswith("sent "))
        self.calls[transport] = int(steps[-1].rsplit(None, 1)[1].rstrip(")"))
        shutil.rmtree(folder)


@dataclasses.dataclass
class Ran:
    """One run of the driver."""
    status: int
    lines: list
    steps: list

    def told(self, decision):
        return [line for line in self.lines if line["event"] == "told" and line["id"] == decision]

    def event(self, *names):
        return next((line for line in self.lines if line["event"] in names), None)

    def states(self, name, decision):
        """What the journal holds of a decision at this event; empty: nothing."""
        line = self.event(*name.split())
        entries = line["entries"] if line else []
        return next((entry["states"] for entry in entries if entry["id"] == decision), [])

    @property
    def was_killed(self):
        return self.status == -9


class Played:
    """One round while it is played."""

    def __init__(self, player, one, world, folder):
        self.player = player
        self.one = one
        self.world = world
        self.folder = folder
        self.journal = folder / "journal"
        self.random = random.Random(one.seed)
        self.runs = []
        self.said = ""

    # Programs

    def run(self, name, arguments, point="", loss="none", arm=None):
        trace = self.folder / f"trace{name}"
        lost = self.folder / f"disk{name}"
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
        if point:
            lost.mkdir()
            environment.update({
                "LD_PRELOAD": str(self.player.interposer),
                "CAMPAIGN_JOURNAL": str(self.journal), "CAMPAIGN_PORT": str(self.world.port),
                "CAMPAIGN_KILL": point, "CAMPAIGN_TRACE": str(trace),
                "CAMPAIGN_LOSS": loss, "CAMPAIGN_LOSS_FOLDER": str(lost),
                "CAMPAIGN_SEED": str(self.one.seed)})
            if arm:
                environment["CAMPAIGN_ARM"] = str(arm)
        done = subprocess.run(
            [str(self.player.driver), "--sandbox", str(self.world.announcement_file),
             "--journal", str(self.journal), *arguments],
            env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=120, check=False)
        # A line that was being written when the process ended is no line.
        lines = [json.loads(line) for line in done.stdout.split(b"\n")[:-1]]
        steps = trace.read_text().splitlines() if trace.exists() else []
        (self.folder / f"said{name}").write_bytes(done.stdout + done.stderr)
        ran = Ran(done.returncode, lines, steps)
        if ran.was_killed and loss != "none":
            demand(any(step.startswith("disk left") for step in steps), "the disk's content was put aside")
            shutil.rmtree(self.journal, ignore_errors=True)
            lost.rename(self.journal)
            self.journal.chmod(0o700)
            for file in self.journal.iterdir():
                file.chmod(0o600)
        demand(done.returncode in (0, -9), f"the driver ends well: {done.returncode} "
               f"{done.stderr.decode(errors='replace')[-300:]}")
        self.runs.append(ran)
        return ran

    def decide(self, execution, name, point, loss="none", is_armed=True, more=()):
        self.execution = execution
        self.before = len(self.world.decisions_about(execution))
        arm = self.folder / f"arm{name}" if is_armed else None
        return self.run(name, [
            "--act", self.one.act, "--execution", execution, "--task", STEP,
            "--note", f"campaign note {self.one.seed} of {execution}",
            *(["--arm", str(arm)] if arm else []), *more], point or "none", loss, arm)

    def recover(self, name="-recovery", point="", loss="none"):
        return self.run(name, ["--resume"], point, loss)

    # What is played

    def play(self):
        getattr(self, f"play_{self.one.kind}")()

    def point(self):
        point = self.one.point
        if point.startswith("quarter:"):
            total = self.player.request_bytes[self.one.transport, self.one.act]
            return f"bytes:{max(1, total * int(point[8:]) // 4)}"
        if point.startswith("part:"):
            return f"call:{max(1, self.player.calls[self.one.transport] * int(point[5:]) // 100)}"
        return point

    def play_decision(self):
        point = self.point()
        ran = self.decide(self.world.start_run(self.one.act), "-decision", point, self.one.loss)
        # Another act may take fewer calls than the one that was measured.
        for attempt in range(8):
            if ran.was_killed or not self.one.point.startswith("part:"):
                break
            shutil.rmtree(self.journal)
            point = f"call:{int(point[5:]) * 2 // 3}"
            ran = self.decide(self.world.start_run(self.one.act), f"-decision{attempt}", point,
                              self.one.loss)
        demand(ran.was_killed, f"the point {self.one.point} is reached: {ran.steps}")
        self.check([ran], self.recover())

    def play_opening(self):
        execution = self.world.start_run(self.one.act)
        ran = self.decide(execution, "-opening", self.point(), self.one.loss, is_armed=False)
        demand(ran.was_killed, f"the point {self.one.point} is reached: {ran.steps}")
        self.check([ran], self.recover())
        # What was being made is whole afterwards: the next decision can be taken.
        again = self.world.start_run(self.one.act)
        self.check([self.decide(again, "-after", "")], self.recover("-last"))

    def play_recovery(self):
        execution = self.world.start_run(self.one.act)
        first = self.random.choice(["afterIntent", "afterSending", "quarter:2", "quarter:4",
                                    "firstReply", "afterOutcome"])
        if first.startswith("quarter:"):
            total = self.player.request_bytes[self.one.transport, self.one.act]
            first = f"bytes:{total * int(first[8:]) // 4}"
        ran = self.decide(execution, "-decision", first, self.one.loss)
        demand(ran.was_killed, f"the point {first} is reached: {ran.steps}")
        killed = self.recover("-killed", self.point(), self.one.loss)
        if self.one.point.split(":")[0] in ("journal", "sync"):
            demand(killed.was_killed, f"the point {self.one.point} is reached: {killed.steps}")
        self.check([ran, killed], self.recover())

    def play_migration(self):
        """A journal of the first version with a decision in it that is still looked for."""
        execution = self.world.start_run(self.one.act)
        ran = self.decide(execution, "-decision", "afterSending")
        demand(ran.was_killed, f"the point afterSending is reached: {ran.steps}")
        make_older(self.journal)
        killed = self.recover("-killed", self.point(), self.one.loss)
        demand(killed.was_killed, f"the point {self.one.point} is reached: {killed.steps}")
        self.check([ran, killed], self.recover())

    def play_fault(self):
        execution = self.world.start_run(self.one.act)
        fault = self.one.point
        rule = {"fault": fault, "times": 1}
        if fault not in UNREAD:
            rule["action"] = ("CancelExecution" if self.one.act == "CancelExecution"
                              else "NotifyExecution")
        if LATE.get(fault):
            rule["ms"] = LATE[fault]
        ran = self.decide_with_fault(execution, rule, self.folder / "go")
        self.world.set_faults([])
        self.world.wait_until_open()
        if fault == "effectLate":
            wait_for("the late effect happens", lambda: any(
                entry["effect"] is True for entry in self.receipts()), 20)
        self.check([ran], self.recover())
        requests = {entry["n"] for entry in self.receipts()}
        if fault not in UNREAD:
            demand(len(requests) == 1, f"the request arrives under {fault}")
            has_effect = any(entry["effect"] is True for entry in self.receipts())
            demand(has_effect == (fault not in WITHOUT_EFFECT), f"the effect of {fault}")
            demand(fault != "throttle" or self.said == "refused", f"throttled, and {self.said}")
            demand(has_effect or self.said in NO_EFFECT | {"unresolved"},
                   f"no effect, and {self.said}")
            demand(not has_effect or self.said not in NO_EFFECT, f"an effect, and {self.said}")
        elif fault == "refuse":
            demand(not requests and self.said == "not-sent", f"refused, and {self.said}")

    def decide_with_fault(self, execution, rule, go):
        """The rule is in force from the moment on at which the run was read and not sooner."""
        self.execution = execution
        self.before = len(self.world.decisions_about(execution))
        command = [
            str(self.player.driver), "--sandbox", str(self.world.announcement_file),
            "--journal", str(self.journal), "--act", self.one.act, "--execution", execution,
            "--task", STEP, "--note", f"campaign note {self.one.seed} of {execution}",
            "--first-byte", "700", "--go", str(go)]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as driver:
            lines = []
            for line in driver.stdout:
                lines.append(json.loads(line))
                if lines[-1]["event"] == "decides":
                    self.world.set_faults([rule])
                    go.touch()
        (self.folder / "said-decision").write_text("\n".join(map(json.dumps, lines)))
        demand(driver.returncode == 0, f"the driver ends well: {driver.returncode}")
        return Ran(driver.returncode, lines, [])

    # What must hold

    def receipts(self):
        return self.world.decisions_about(self.execution)[self.before:]

    def check(self, runs, last):
        """`runs` came one after the other, `last` recovers what they left."""
        decides = next((run.event("decides") for run in runs if run.event("decides")), None)
        for run in [*runs[1:], last]:
            found = run.event("found")
            demand(found or run.was_killed, "the journal is opened")
            if found:
                demand(found["problem"] == -1 and not found["chain"],
                       f"the journal is whole after the kill: {found['problem']} {found['chain']}")
        ended = last.event("settled", "gaveUp")
        demand(ended and ended["event"] == "settled", "everything is settled in the end")
        demand(ended["problem"] == -1 and not ended["chain"], f"the journal is whole: {ended}")
        # The request may be on its way still when the process that sent it is gone.
        receipts = wait_settled(self.receipts)
        requests = {entry["n"] for entry in receipts}
        effects = [entry for entry in receipts if entry["effect"] is True]
        demand(len(requests) <= 1, f"I1: {len(requests)} requests arrived")
        if not decides:
            demand(not requests, "I2: a request without a decision")
            return
        decision = decides["id"]
        disk = last.states("found", decision)
        demand(not requests or disk[:2] == ["intent-recorded", "sending"],
               f"I2: a request arrived, and the journal holds {disk}")
        for run in [*runs, last]:
            self.check_words(run, decision, requests, effects)
            # What a person was told was on the disk before, and stays there.
            for line in run.told(decision):
                if line["state"] in DURABLE and run is not last and self.is_recorded(run, decision):
                    demand(line["state"] in disk,
                           f"“{line['state']}” was told and the journal holds {disk}")
        final = (last.states("settled", decision) or [""])[-1]
        demand(not disk or final in TERMINAL, f"I9: {disk} ends as {final}")
        demand(bool(disk) or not effects, "I2: an effect without an intent")
        self.said = final or self.last_told(runs, decision)
        if disk and disk[-1] not in TERMINAL:
            demand(last.told(decision) or final == "not-sent", f"I9: {disk} is not shown")

    @staticmethod
    def last_told(runs, decision):
        told = [line["state"] for run in runs for line in run.told(decision)]
        return told[-1] if told else ""

    @staticmethod
    def is_recorded(run, decision):
        """What is called off before the intent is told without a record."""
        return not run.event("decides") or any(
            line["state"] == "intent-recorded" for line in run.told(decision))

    def check_words(self, run, decision, requests, effects):
        for line in run.told(decision):
            state, sentence = line["state"], line["sentence"]
            begins = WORDS.get(state)
            demand(not begins or sentence.startswith(begins), f"{state} is told as “{sentence}”")
            demand(state not in NO_EFFECT or not effects, f"I4: {state}, and there is an effect")
            demand(state != "not-sent" or not requests, "I4: not sent, and a request arrived")
            demand(state != "reconciled-applied" or effects, "I3: done, and there is no effect")
            demand(state != "accepted" or requests, "accepted, and no request arrived")


def wait_settled(receipts):
    """Receipts once none is promised any more: a late effect has a second line."""
    def probe():
        found = receipts()
        late = {entry["n"] for entry in found if entry["effect"] == "late"}
        done = {entry["n"] for entry in found if entry["effect"] != "late"}
        return None if late - done else [found]
    return wait_for("late effects have happened", probe, 20)[0]


def make_older(folder):
    """Makes the journal one of its first version: the second one added what is undone here."""
    database = sqlite3.connect(folder / "decisions.db")
    version = database.execute("PRAGMA user_version").fetchone()[0]
    demand(version == 2, f"the journal's version is the second, not {version}")
    database.executescript(
        "DROP TRIGGER actors_are_frozen; DROP INDEX approvals;"
        "ALTER TABLE decisions DROP COLUMN approval; ALTER TABLE decisions DROP COLUMN actor;"
        "PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE);")
    database.commit()
    database.close()
    for name in ("decisions.db-wal", "decisions.db-shm"):
        (folder / name).unlink(missing_ok=True)
