# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person relies on from day to day: notes that survive, runs that open, one program."""

import pathlib
import subprocess
import sys
import time

import decisions
from desktop import Desktop, Failure, wait_for
from screen import Role, Screen


def typed_note_survives_a_kill(desktop, sandbox):
    """Kill -9 while a note is being typed: it is there after the restart, and sent once."""
    note = "Checked with the team on duty: CHG-2071 “go”, 可以执行"
    process = desktop.console(sandbox)
    screen = Screen(process)
    wait_for("rows are listed", lambda: screen.row_count() > 3)
    screen.choose_row(0)
    dialog = decisions.open_dialog(screen, "Approve")
    screen.type_into(screen.find(name="Note", root=dialog), note)
    time.sleep(0.5)
    process.kill()
    process.wait(10)
    process = desktop.console(sandbox)
    screen = Screen(process)
    wait_for("rows are listed again", lambda: screen.row_count() > 3)
    # The row that was chosen is chosen again; choosing it once more changes nothing.
    screen.choose_row(0)
    dialog = decisions.open_dialog(screen, "Approve")
    field = screen.find(name="Note", root=dialog)
    if screen.text_of(field) != note:
        raise Failure(f"the note is back after a kill: {screen.text_of(field)!r}")
    screen.wait_for_text("Typed before and not sent")
    decisions.confirm(screen, dialog, "Approve")
    decisions.leave(screen, dialog)
    sent = sandbox.receipts("NotifyExecution")
    if len(sent) != 1 or not sent[0]["params"]["NotifyNote"].startswith(note):
        raise Failure(f"the note is sent once: {sent}")
    followed = screen.find(name=lambda n: n.startswith("Decided by me"))
    wait_for("the run is followed to its end", lambda: "1 ended" in followed.get_name(), 40)
    desktop.stop(process)


def pasted_texts_open_reviews(desktop, sandbox):
    client = sandbox.client(1)
    process = desktop.console(sandbox)
    screen = Screen(process)
    wait_for("rows are listed", lambda: screen.row_count() > 3)
    waiting = client.call("ListExecutions", Status="Waiting", MaxResults=50)["Executions"]
    run = next(r for r in waiting if r["TemplateName"] == "open-security-group")
    client.call("NotifyExecution", ExecutionId=run["ExecutionId"], NotifyType="Approve",
                NotifyNote="agreed in the morning round")
    wait_for("the run goes on", lambda: client.call(
        "ListExecutions", ExecutionId=run["ExecutionId"])["Executions"][0]["Status"] != "Waiting")
    for text in (run["ExecutionId"],
                 f"https://oos.console.aliyun.com/cn-hangzhou/execution/detail/{run['ExecutionId']}?x=1",
                 f"countersign:///execution/{run['ExecutionId']}?region=cn-hangzhou&act=approve"):
        field = screen.find(name="Filter")
        begin = time.monotonic()
        screen.type_into(field, text)
        wait_for("the colleague's note is shown",
                 lambda: "agreed in the morning round" in screen.texts(), 10, 0.05)
        took = time.monotonic() - begin
        if took > 4:  # two seconds on a quiet machine; the bus itself takes a part of it here
            raise Failure(f"{text} opens within moments: {took:.1f} s")
        print(f"{text} opened after {took:.2f} s")
        enabled = [b.get_name() for b in screen.all(Role.PUSH_BUTTON)
                   if b.get_name().startswith(("Approve", "Reject")) and screen.is_enabled(b)]
        if enabled:
            raise Failure(f"what is over is for reading only: {enabled}")
        screen.type_into(screen.find(name="Filter"), "")
        screen.choose_row(0)
        wait_for("another wait is shown",
                 lambda: "agreed in the morning round" not in screen.texts())
    screen.type_into(screen.find(name="Filter"), "exec-00000000000000000000")
    screen.wait_for_text("does not exist in any of the")
    if len(sandbox.receipts("NotifyExecution")) != 1:
        raise Failure("opening decides nothing")
    desktop.stop(process)


def second_start_opens_in_the_first(desktop, sandbox):
    process = desktop.console(sandbox)
    screen = Screen(process)
    wait_for("rows are listed", lambda: screen.row_count() > 3)
    run = sandbox.client(1).call("ListExecutions", Status="Success")["Executions"][0]
    root = str(desktop.private("root"))
    second = subprocess.run(
        [str(desktop.programs / "countersign"), f"--sandbox={sandbox.announcement_file}",
         "--config-root", root, "--review", f"countersign:{run['ExecutionId']}"],
        env=desktop.environment, capture_output=True, timeout=30, check=False)
    if b"runs already" not in second.stderr:
        raise Failure(f"the second start says what it did: {second.stderr}")
    screen.wait_for_text("This run has ended")
    if process.poll() is not None:
        raise Failure("the first one goes on")
    desktop.stop(process)


def damaged_files_are_kept(desktop, sandbox):
    root = desktop.private("damaged")
    noise = b"\x00\x01\xff noise"
    names = ["settings.ini", "drafts.json", "later.json", "profiles.json"]
    for name in names:
        (root / name).write_bytes(noise)
    process = desktop.console(sandbox, "--config-root", str(root))
    screen = Screen(process)
    wait_for("rows are listed", lambda: screen.row_count() > 3)
    screen.wait_for_text("drafts.json was damaged")
    for name in names:
        kept = [p for p in pathlib.Path(root).glob(f"{name}.damaged-*") if p.read_bytes() == noise]
        if len(kept) != 1:
            raise Failure(f"{name} is kept as it was")
    desktop.stop(process)


def narrow_window_shows_one_pane(programs):
    with Desktop(programs, width=683, height=480) as desktop:
        sandbox = desktop.sandbox("--scenario", "demo")
        process = desktop.console(sandbox)
        screen = Screen(process)
        wait_for("rows are listed", lambda: screen.row_count() > 3)
        environment = desktop.environment
        # The list has the focus; the first row, then Enter.
        subprocess.run(["xdotool", "key", "--clearmodifiers", "Home", "Return"], env=environment,
                       check=True)
        back = screen.find(Role.PUSH_BUTTON, "Back to the list")
        if next(screen.all(name="Waiting executions"), None) is not None:
            raise Failure("the list gives way to the review")
        screen.press(back)
        screen.find(name="Waiting executions")


def main(programs):
    for part in (typed_note_survives_a_kill, pasted_texts_open_reviews,
                 second_start_opens_in_the_first, damaged_files_are_kept):
        with Desktop(programs) as desktop:
            part(desktop, desktop.sandbox("--scenario", "demo", "--speed", "20"))
        print(f"{part.__name__}: as expected")
    narrow_window_shows_one_pane(programs)
    print("narrow_window_shows_one_pane: as expected")


if __name__ == "__main__":
    main(sys.argv[1])
