# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window is killed in the middle of a decision, and started again on the same folder.

The point is a system call (see tests/campaign/killpoints.h). What the new window says, read over the
accessibility bus, must agree with what the service received; nothing is ever sent a second time.
"""

import pathlib
import shutil
import sys
import time

from decisions import confirm, open_dialog
from desktop import Desktop, Failure, wait_for
from screen import Screen

UNKNOWN = "Outcome unknown. The request may have been carried out. Do not repeat it."
# Words that claim that there is no effect, and words that claim one.
DENIALS = ("Not sent. Nothing happened.", "Not carried out.", "Nothing was changed by this.")
CLAIMS = ("Done:", "Decided, but not certainly by you", "Accepted by the service")

# The point, over what, and what becomes of writes that were never synced.
KILLS = [
    ("beforeIntent", False, "all"),
    ("afterIntent", True, "all"),
    ("serialised", False, "none"),
    ("connected", True, "some"),
    ("beforeSending", False, "all"),
    ("afterSending", True, "all"),
    ("bytes:1", False, "some"),
    ("bytes:450", True, "none"),
    ("firstReply", False, "all"),
    ("reply", True, "none"),
    ("beforeOutcome", False, "some"),
    ("afterOutcome", True, "all"),
]
# Points at which the journal knows of the intent alone.
BEFORE_SENDING = ("beforeIntent", "afterIntent", "serialised", "connected", "beforeSending")


def decide_and_die(desktop, sandbox, root, point, loss, interposer):
    """Approves the first row in a window that is killed at the point; the note it was given."""
    trace, arm, lost = (desktop.folder / f"{name}-{root.name}" for name in ("trace", "arm", "lost"))
    lost.mkdir()
    more = {
        "LD_PRELOAD": str(interposer), "CAMPAIGN_JOURNAL": str(root / "journal"),
        "CAMPAIGN_PORT": sandbox.announcement["endpoint"].rsplit(":", 1)[1],
        "CAMPAIGN_KILL": point, "CAMPAIGN_TRACE": str(trace), "CAMPAIGN_ARM": str(arm),
        "CAMPAIGN_LOSS": loss, "CAMPAIGN_LOSS_FOLDER": str(lost), "CAMPAIGN_SEED": "1"}
    desktop.environment.update(more)
    try:
        process = desktop.console(sandbox, "--config-root", str(root))
    finally:
        for name in more:
            del desktop.environment[name]
    screen = Screen(process)
    wait_for("rows are listed", lambda: screen.row_count() > 1)
    screen.choose_row(0)
    dialog = open_dialog(screen, "Approve")
    arm.touch()
    note = f"note before {point}"
    try:
        confirm(screen, dialog, "Approve", note)
    except Failure:
        # The window may be gone before the button has said that it was pressed.
        if process.poll() is None:
            raise
    wait_for(f"the window is killed at {point}", lambda: process.poll() is not None, 40)
    steps = trace.read_text()
    if process.returncode != -9 or f"killed at {point.split(':')[0]}" not in steps:
        raise Failure(f"killed at {point}: it ended with {process.returncode}\n{steps}")
    if loss != "none":
        shutil.rmtree(root / "journal")
        lost.rename(root / "journal")
        (root / "journal").chmod(0o700)
        for file in (root / "journal").iterdir():
            file.chmod(0o600)
    return note


def words_agree(words, point, effects):
    for denial in DENIALS:
        if effects and denial in words:
            raise Failure(f"{point}: the window says “{denial}”, and the service shows an effect")
    for claim in CLAIMS:
        if not effects and claim in words:
            raise Failure(f"{point}: the window says “{claim}”, and there is no effect")


def run_one(desktop, interposer, point, is_tls, loss):
    sandbox = desktop.sandbox("--scenario", "load:3", *(["--tls"] if is_tls else []))
    root = desktop.private("root-" + point.replace(":", "-"))
    decide_and_die(desktop, sandbox, root, point, loss, interposer)
    # A request that was whole is answered, whether or not somebody is left to hear it.
    time.sleep(0.5)
    before = sandbox.receipts("NotifyExecution")
    if len(before) > 1:
        raise Failure(f"{point}: {len(before)} requests arrived")
    effects = [entry for entry in before if entry["effect"] is True]
    if point in BEFORE_SENDING and before:
        raise Failure(f"{point}: a request arrived before its intent was complete")

    process = desktop.console(sandbox, "--config-root", str(root))
    screen = Screen(process)
    wait_for("rows are listed", lambda: screen.row_count() > 0)
    is_unknown = point not in BEFORE_SENDING and not effects
    if is_unknown:
        screen.wait_for_text(UNKNOWN)
    end = time.monotonic() + 6
    while time.monotonic() < end:
        words = screen.texts()
        words_agree(words, point, effects)
        if is_unknown and UNKNOWN not in words:
            raise Failure(f"{point}: the unknown outcome does not stay across the window")
        time.sleep(0.3)
    # What has an effect is found by reading; what never left is no unknown outcome.
    if not is_unknown:
        wait_for(f"{point}: no outcome is unknown any more", lambda: UNKNOWN not in screen.texts(),
                 30, 0.3)
    if len(sandbox.receipts("NotifyExecution")) != len(before):
        raise Failure(f"{point}: something was sent after the restart")
    desktop.stop(process)
    desktop.stop(sandbox.process)
    print(f"ok {point} over {'TLS' if is_tls else 'HTTP'}, unsynced writes lost: {loss}; "
          f"{len(before)} request(s), {len(effects)} effect(s)", flush=True)


def main(programs, part, parts):
    interposer = pathlib.Path(programs).resolve().parent / "tests" / "campaign_interposer.so"
    with Desktop(programs) as desktop:
        for kill in KILLS[part::parts]:
            run_one(desktop, interposer, *kill)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
