# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Known secrets go through dialogs, commands, errors and a decision, with every library told to say
all it can; afterwards they are looked for wherever a program can leave something."""

import json
import os
import pathlib
import re
import resource
import signal
import stat
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from decisions import confirm, leave, open_dialog  # noqa: E402
from desktop import Failure, run_parts, wait_for# noqa: E402
from everyact import choose, rows, sent, start, status  # noqa: E402
from keyboard import Keyboard  # noqa: E402
from keyring import Keyring  # noqa: E402
from keys import (choose_by_keyboard, close_profiles, open_profiles, press_key,  # noqa: E402
                  press_when_enabled, quit_cleanly, rows_of)
from notices import NoticeServer  # noqa: E402
from profiles import arn_of  # noqa: E402
from screen import Role, Screen, State  # noqa: E402
from watchedplaces import Places  # noqa: E402

WRONG_SECRET = "Wq7Canary0Wrong0Secret0Zx93Lm4"
TOKEN = "CAISCanaryTokenQ1w2E3r4T5y6U7i8O9p0AsDfGhJkLzXcVbNm+Qw/Er=="
IMPORTED = "Im8Canary0File0Secret0Qw35Tz7"
IMPORTED_TOKEN = "CAISCanaryImportZ9y8X7w6V5u4T3s2R1q0PoIuYtReWqAsDfGh+Jk/Lm=="
PROXY_PASSWORD = "proxy-Canary-Password-7706"
TYPED = "typed-Canary-Value-5521"
OF_THE_RUN = "run-Canary-Value-8834"

TEMPLATE = """FormatVersion: OOS-2019-06-01
Description: Takes a password
Parameters:
  password:
    Type: String
    NoEcho: true
Tasks:
  - Name: rest
    Action: ACS::Sleep
    Properties: {Duration: PT1S}
  - Name: restAgain
    Action: ACS::Sleep
    Properties: {Duration: PT1S}
"""

# What makes libraries print as much as they can.
TALKATIVE = {
    "QT_LOGGING_RULES": "*=true", "QT_DEBUG_PLUGINS": "1", "QT_LOGGING_TO_CONSOLE": "1",
    "QT_MESSAGE_PATTERN": "%{category} %{message}", "G_MESSAGES_DEBUG": "all", "G_DBUS_DEBUG": "all",
    "DBUS_VERBOSE": "1", "QDBUS_DEBUG": "1", "LIBSECRET_DEBUG": "all",
}
# These are not chosen: they end the run, or lead out of it.
ENDING = ("Quit", "Close window", "Lock", "Web console")


def start_console(desktop, places, sandbox, umask=0o022, variables=()):
    quiet = dict(desktop.environment)
    desktop.environment.update(TALKATIVE)
    desktop.environment.update(variables)
    desktop.environment["SSLKEYLOGFILE"] = str(desktop.private("tmp") / "tls-keys")
    desktop.environment["TMPDIR"] = str(desktop.private("tmp"))
    desktop.environment["XDG_STATE_HOME"] = str(desktop.private("state"))

    def before():
        # Only the program itself may forbid a core dump.
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
        os.umask(umask)

    with open(places.output, "ab") as output:
        process = desktop.console(sandbox, stdout=output, stderr=output, preexec_fn=before)
    desktop.environment = quiet
    screen = Screen(process)
    places.follow(process, screen)
    wait_for("rows of the sandbox are listed", lambda: screen.row_count() > 0, 60)
    return process, screen


def type_into(desktop, item, text):
    """As a person does: key by key, into the field that has the focus. Only its length is told by
    the bus; a key that was lost on a busy machine is noticed by it."""
    def length():
        return Atspi.Text.get_character_count(item.get_text_iface())

    for _ in range(3):
        if not Atspi.Component.grab_focus(item.get_component_iface()):
            raise Failure(f"“{item.get_name()}” takes the focus")
        wait_for("the field has the focus", lambda: item.get_state_set().contains(State.FOCUSED))
        Keyboard(desktop).type(text)
        try:
            wait_for("every key has arrived", lambda: length() == len(text), 15)
            return
        except Failure:
            Screen.type_into(item, "")
    raise Failure(f"“{item.get_name()}” takes a text by keys")


def enter_key(desktop, screen, dialog, key_id, secret, token=""):
    screen.type_into(screen.find(Role.TEXT, "Access key id", root=dialog), key_id)
    for name, text in (("Access key secret", secret), ("Security token (optional)", token)):
        if text:
            fields = [item for item in screen.all(Role.PASSWORD_TEXT, root=dialog)]
            item = next((f for f in fields if f.get_name() == name),
                        fields[0 if text == secret else -1])
            type_into(desktop, item, text)


def tested(screen, dialog, words):
    press_when_enabled(screen, "Test", dialog)
    wait_for(f"the test says “{words}”", lambda: re.search(words, screen.texts(dialog)), 40)


def keys_are_entered(desktop, places, screen, user):
    """A wrong key, then the right one, which is kept."""
    dialog = open_profiles(desktop, screen)
    add_named(screen, dialog, "canary")
    enter_key(desktop, screen, dialog, user["accessKeyId"], WRONG_SECRET, TOKEN)
    places.look("wrong key typed")
    tested(screen, dialog, "does not accept these credentials")
    places.look("wrong key refused")
    screen.press(screen.find(Role.PAGE_TAB, "Account", root=dialog))
    enter_key(desktop, screen, dialog, user["accessKeyId"], user["accessKeySecret"])
    places.look("right key typed")
    clear_token(screen, dialog)
    tested(screen, dialog, "everything that was tried works")
    places.look("right key tested")
    press_when_enabled(screen, "Save", dialog)
    wait_for("it is saved", lambda: "Saved." in screen.texts(dialog).splitlines(), 30)
    places.look("key saved")
    close_profiles(screen, dialog)
    wait_for("its rows are listed", lambda: rows_of(screen, "canary") > 0, 60)


def clear_token(screen, dialog):
    """The token of the wrong key is not of the right one."""
    fields = [item for item in screen.all(Role.PASSWORD_TEXT, root=dialog)]
    screen.type_into(fields[-1], "x")
    screen.type_into(fields[-1], "")


def run_is_decided(desktop, places, sandbox, screen, run):
    """A task is run with a hidden parameter; the service gets it, and nobody else."""
    index = wait_for("the sandbox's row", lambda: [
        i for i in range(screen.row_count()) if "account sandbox," in screen.row(i).get_name()])[0]
    screen.choose_row(index)
    dialog = open_dialog(screen, "Other task")
    choose(screen, "Task", dialog, "rest")
    hidden = wait_for("the field of the hidden parameter", lambda: next(
        screen.all(Role.PASSWORD_TEXT, root=dialog), None))
    type_into(desktop, hidden, TYPED)
    places.look("parameter typed")
    confirm(screen, dialog, "Run task", "with its password")
    wait_for("the task is asked for", lambda: sent(sandbox))
    places.look("decision sent")
    leave(screen, dialog)
    if TYPED not in sent(sandbox)[0].get("Parameters", ""):
        raise Failure(f"the service gets what was typed: {sent(sandbox)[0].keys()}")
    wait_for("it has run", lambda: "Success" in [row["Status"] for row in rows(sandbox, run)], 30)


def dialogs_of(screen):
    return [item for item in screen.all() if item.get_role() in
            (Role.DIALOG, Role.ALERT, Role.FILE_CHOOSER)]


def close_dialogs(desktop, screen):
    for _ in range(8):
        opened = dialogs_of(screen)
        if not opened:
            return
        button = next((b for b in screen.all(Role.PUSH_BUTTON, root=opened[-1])
                       if b.get_name() in ("Back", "Close", "Cancel") and screen.is_enabled(b)),
                      None)
        if button is not None:
            screen.press(button)
        else:
            press_key(desktop, "Escape")
        time.sleep(0.3)
    raise Failure(f"dialogs can be left: {[item.get_name() for item in dialogs_of(screen)]}")


def press_patiently(screen, item):
    """On a machine that does much besides, the bus does not wait for a dialog that is being made."""
    try:
        screen.press(item)
    except GLib.Error as error:
        print(f"“{item.get_name()}” was slow: {error.message}", flush=True)
        wait_for("the console answers again", lambda: screen.texts(), 120)


def commands_of(screen):
    """The entries of all menus, by name."""
    bar = screen.find(Role.MENU_BAR)
    found = {}
    for item in screen.walk(bar, showing=False):
        name = item.get_name() or ""
        if item.get_role() == Role.MENU_ITEM and name and not name.startswith(ENDING):
            found.setdefault(name, item)
    if len(found) < 20:
        raise Failure(f"the menus are found: {list(found)}")
    return found


def check_diagnostics(places, user):
    """What is copied for others tells of no person, account or key."""
    wait_for("the diagnostics are copied", lambda: "Event log" in places.clipboard()["clipboard"])
    text = places.clipboard()["clipboard"]
    for word in ("canary", user["name"], user["accessKeyId"], user["accessKeyId"][-4:] + " ",
                 str(places.desktop.folder)):
        if word in text:
            raise Failure(f"the diagnostics do not hold “{word}”: {text}")
    for line in (r"Profile [0-9a-f]{8}: keys entered, there, regions: \d+, scheme V3, kept in the "
                 "keychain", "Keychain: Secret Service", r"Profiles: 2, places watched: \d+",
                 r".*Z Read profile=.*"):
        if not re.search(f"^{line}$", text, re.M):
            raise Failure(f"the diagnostics hold “{line}”: {text}")


def every_command_is_tried(desktop, places, screen, user):
    """All that menus offer is chosen once; dialogs are looked at and left."""
    tried = 0
    screen.choose_row(0)
    screen.wait_for_text("Other task")
    for name, item in commands_of(screen).items():
        if not screen.is_enabled(item):
            continue
        press_patiently(screen, item)
        tried += 1
        time.sleep(0.3)
        if dialogs_of(screen):
            places.look(f"after “{name}”")
            if name.startswith("Copy diagnostics"):
                screen.press(screen.find(Role.PUSH_BUTTON, "Copy"))
                check_diagnostics(places, user)
            close_dialogs(desktop, screen)
    places.look("in the end")
    if tried < 25:
        raise Failure(f"most commands can be tried: {tried}")
    print(f"{tried} commands were tried", flush=True)


def keychain_refuses(desktop, places, screen, user, keyring):
    """The keyring is gone when a key is to be kept: said, and the key stays nowhere."""
    keyring.stop()
    dialog = open_profiles(desktop, screen)
    add_named(screen, dialog, "refused")
    enter_key(desktop, screen, dialog, user["accessKeyId"], WRONG_SECRET, TOKEN)
    press_when_enabled(screen, "Save", dialog)
    wait_for("the keychain's refusal is told", lambda: re.search(
        "(?i)keychain", screen.texts(dialog)) and "Saved." not in screen.texts(dialog).splitlines(),
        60)
    places.look("keychain refused")


def check_modes(desktop):
    """What the console has written is its user's own."""
    wrong = []
    count = 0
    for name in ("root", "state", "config", "data", "cache"):
        for parent, folders, files in os.walk(desktop.private(name)):
            for entry, wanted in [(f, 0o700) for f in folders] + [(f, 0o600) for f in files]:
                path = pathlib.Path(parent) / entry
                if {"keyrings", "dconf", "openbox"} & set(path.parts) or path.is_symlink():
                    continue  # of other programs
                mode = stat.S_IMODE(path.lstat().st_mode)
                count += 1
                if mode & 0o077 or (not path.is_socket() and mode != wanted):
                    wrong.append(f"{path}: {mode:o}")
    if wrong:
        raise Failure(f"files are their user's alone: {wrong}")
    kinds = {path.name for path in desktop.private("root").rglob("*")}
    for needed in ("decisions.db", "profiles.json", "countersign.log"):
        if needed not in kinds:
            raise Failure(f"{needed} was written and looked at: {sorted(kinds)}")
    print(f"{count} files and folders are their user's alone", flush=True)


def check_log(desktop, user):
    """The log tells what happened, and has none of the words that it may not have."""
    lines = (desktop.private("root") / "logs/countersign.log").read_text().splitlines()
    for wanted in ("ProgramStarted", "ProfileAdded", "KeyLent", "KeychainChanged", "DecisionMoved",
                   "operation=NotifyExecution", "operation=ListExecutions", "failure="):
        if not any(wanted in line for line in lines):
            raise Failure(f"the log tells of {wanted}")
    shape = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [A-Z][A-Za-z]+( [a-z]+=[^ =]+)*")
    for line in lines:
        if not shape.fullmatch(line):
            raise Failure(f"a line of the log: {line}")
    whole = "\n".join(lines)
    for word in (user["name"], user["accessKeyId"], "canary", "password", "rest", "Takes a",
                 "http", str(desktop.folder), os.environ.get("USER", "nobody-at-all")):
        if word in whole:
            raise Failure(f"the log holds “{word}”: {[line for line in lines if word in line][:3]}")
    print(f"{len(lines)} lines of the log are as they may be", flush=True)


def cores(desktop):
    folders = [pathlib.Path.cwd(), pathlib.Path("/"), desktop.folder, desktop.private("root"),
               pathlib.Path("/var/crash"), pathlib.Path("/var/lib/systemd/coredump")]
    return {path for folder in folders if folder.is_dir() for path in folder.glob("*core*")
            if path.is_file()}


def abort_leaves_no_core(desktop, process):
    limits = (pathlib.Path("/proc") / str(process.pid) / "limits").read_text()
    if not re.search(r"^Max core file size +0 +0 ", limits, re.M):
        raise Failure(f"the console may not dump its core:\n{limits}")
    before = cores(desktop)
    process.send_signal(signal.SIGABRT)
    process.wait(20)
    if process.returncode != -signal.SIGABRT:
        raise Failure(f"the console was aborted: {process.returncode}")
    if cores(desktop) - before:
        raise Failure(f"no core is dumped: {cores(desktop) - before}")
    print("an abort leaves no core", flush=True)


def fields_of_role(screen, dialog, arn):
    screen.press(screen.find(Role.CHECK_BOX, "Take a role with these keys", root=dialog))
    screen.type_into(screen.find(Role.TEXT, "Role ARN", root=dialog), arn)
    screen.type_into(screen.find(Role.TEXT, "Session name", root=dialog), "trial")


def role_is_refused(desktop, places, screen, sandbox, user):
    """The key that takes a role is the right one, and the role is not for it."""
    dialog = open_profiles(desktop, screen)
    add_named(screen, dialog, "sealed")
    enter_key(desktop, screen, dialog, user["accessKeyId"], user["accessKeySecret"])
    fields_of_role(screen, dialog, arn_of(sandbox, "oos-sealed"))
    tested(screen, dialog, "oos-sealed may not be taken")
    places.look("role refused")
    press_when_enabled(screen, "Save", dialog)
    wait_for("it is saved", lambda: "Saved." in screen.texts(dialog).splitlines(), 30)
    screen.press(screen.find(Role.PAGE_TAB, "Account", root=dialog))
    wait_for("the refusal is told", lambda: "Nothing is read or sent" in screen.texts(dialog), 30)
    places.look("role refused and saved")
    close_profiles(screen, dialog)


def add_named(screen, dialog, name):
    screen.press(screen.find(Role.PUSH_BUTTON, lambda n: n in ("Add", "Add a profile…"),
                             root=dialog))
    # A button that is pressed from outside is released a moment later.
    wait_for("the form of a new profile", lambda: next(
        (field for field in screen.all(Role.TEXT, "Name", dialog) if not screen.text_of(field)),
        None))
    screen.type_into(screen.find(Role.TEXT, "Name", root=dialog), name)


def variables_are_used(desktop, places, screen):
    dialog = open_profiles(desktop, screen)
    add_named(screen, dialog, "variables")
    choose_by_keyboard(desktop, screen, dialog, "Environment variables of this program")
    tested(screen, dialog, "everything that was tried works")
    places.look("variables tested")
    press_when_enabled(screen, "Save", dialog)
    wait_for("it is saved", lambda: "Saved." in screen.texts(dialog).splitlines(), 30)
    close_profiles(screen, dialog)
    wait_for("its rows are listed", lambda: rows_of(screen, "variables") > 0, 60)
    places.look("variables used")


def file_is_imported(desktop, places, screen):
    """A file of the CLI with a key and a token, which is gone before anything is searched."""
    folder = desktop.private("home") / ".aliyun"
    folder.mkdir(mode=0o700)
    file = folder / "config.json"
    file.write_text(json.dumps({"current": "imported", "profiles": [
        {"name": "imported", "mode": "AK", "access_key_id": "SANDBOXImportedKeyId0001",
         "access_key_secret": IMPORTED, "region_id": "cn-hangzhou"},
        {"name": "imported-token", "mode": "StsToken", "access_key_id": "STS.SandboxImported0002",
         "access_key_secret": IMPORTED, "sts_token": IMPORTED_TOKEN, "region_id": "cn-hangzhou"},
        {"name": "misplaced", "mode": "AK", "access_key_id": IMPORTED_TOKEN,
         "access_key_secret": IMPORTED, "region_id": "cn-hangzhou"}]}))
    file.chmod(0o600)
    profiles = open_profiles(desktop, screen)
    screen.press(screen.find(Role.PUSH_BUTTON, "Import…", root=profiles))
    dialog = screen.find(Role.DIALOG, "Import profiles")
    wait_for("what is in the file is listed", lambda: next(
        screen.all(name="Profiles in the file", root=dialog), None), 30)
    table = screen.find(name="Profiles in the file", root=dialog)
    places.look("file previewed")
    cells = [table.get_child_at_index(i).get_name() or "" for i in range(table.get_child_count())]
    places.words["cells of the preview"] = "\n".join(cells)
    if "imported" not in places.words["cells of the preview"]:
        raise Failure(f"the preview is read: {cells}")
    press_when_enabled(screen, "Choose all new ones", dialog)
    button = wait_for("it can be imported", lambda: next(
        (b for b in screen.all(Role.PUSH_BUTTON, lambda n: n.startswith("Import 2 "), dialog)
         if screen.is_enabled(b)), None))
    screen.press(button)
    wait_for("it is imported", lambda: "imported-token" in (
        desktop.private("root") / "profiles.json").read_text(), 30)
    places.look("file imported")
    file.unlink()
    close_dialogs(desktop, screen)
    # Keys that the service does not know: each is refused, and told of.
    wait_for("the refusal is told", lambda: "imported" in screen.texts(), 60)
    places.look("imported keys refused")


def proxy_takes_a_password(desktop, places, screen):
    press_key(desktop, "ctrl+comma")
    dialog = screen.find(Role.DIALOG, "Settings")
    screen.press(screen.find(Role.PAGE_TAB, "Network", root=dialog))
    choose_by_keyboard(desktop, screen, dialog, "The one that is named here")
    for name, text in (("Host of the proxy", "127.0.0.1"), ("User of the proxy", "li.wei")):
        type_into(desktop, screen.find(Role.TEXT, name, root=dialog), text)
        press_key(desktop, "Tab")
    type_into(desktop, next(screen.all(Role.PASSWORD_TEXT, root=dialog)), PROXY_PASSWORD)
    places.look("password of the proxy typed")
    press_when_enabled(screen, "Use this password", dialog)
    wait_for("it is taken", lambda: screen.is_enabled(screen.find(
        Role.PUSH_BUTTON, "Forget the password", root=dialog)), 30)
    press_when_enabled(screen, "Test the connection", dialog)
    wait_for("the way is tried", lambda: "proxy" in screen.texts(dialog).lower(), 30)
    places.look("proxy tried")
    choose_by_keyboard(desktop, screen, dialog, "None")
    close_dialogs(desktop, screen)


def locked_keychain_refuses(desktop, places, screen, user, keyring):
    """The keychain comes back locked, and nobody answers its question."""
    keyring.stop()
    locked = Keyring(desktop, is_unlocked=False)
    dialog = open_profiles(desktop, screen)
    add_named(screen, dialog, "denied")
    enter_key(desktop, screen, dialog, user["accessKeyId"], WRONG_SECRET, TOKEN)
    press_when_enabled(screen, "Save", dialog)
    wait_for("the keychain's refusal is told", lambda: re.search(
        "(?i)keychain", screen.texts(dialog)) and "Saved." not in screen.texts(dialog).splitlines(),
        60)
    places.look("keychain denied")
    locked.stop()


def begun(desktop):
    """Places under watch, a run that waits, and the keys of two users."""
    keyring = Keyring(desktop, is_unlocked=True)
    notices = NoticeServer(desktop)
    sandbox = desktop.sandbox("--scenario", "empty", "--speed", "5")
    run = start(sandbox.client(), TEMPLATE, Mode="Debug",
                Parameters=json.dumps({"password": OF_THE_RUN}))
    wait_for("the run waits", lambda: status(sandbox, run) == "Waiting", 30)
    user = sandbox.announcement["users"][1]
    places = Places(desktop, notices, {
        "secret of the key": user["accessKeySecret"], "wrong secret": WRONG_SECRET, "token": TOKEN,
        "typed parameter": TYPED, "parameter of the run": OF_THE_RUN})
    places.watch_accessibility()
    return sandbox, run, user, places, keyring


def work_leaves_nothing(desktop):
    """Keys are entered, refused, kept; a decision carries a hidden parameter; then the end."""
    sandbox, run, user, places, keyring = begun(desktop)
    process, screen = start_console(desktop, places, sandbox)
    keys_are_entered(desktop, places, screen, user)
    told = places.heard.read_text(encoding="utf-8")
    if told.count("\u2022") < len(WRONG_SECRET) + len(TOKEN):
        raise Failure(f"typing a secret is told as bullets: {told}")
    places.check("keys were entered")
    run_is_decided(desktop, places, sandbox, screen, run)
    places.check("a decision was sent")
    keychain_refuses(desktop, places, screen, user, keyring)
    places.check("the keychain refused")
    check_modes(desktop)
    check_log(desktop, user)
    abort_leaves_no_core(desktop, process)
    places.check("after the abort")


def commands_leave_nothing(desktop):
    sandbox, _, user, places, _ = begun(desktop)
    process, screen = start_console(desktop, places, sandbox, umask=0)
    keys_are_entered(desktop, places, screen, user)
    every_command_is_tried(desktop, places, screen, user)
    places.check("every command was tried")
    check_modes(desktop)
    quit_cleanly(desktop, process)
    places.check("after the end")


def sources_leave_nothing(desktop):
    """Keys of the environment, of a file that is imported, of a role that is refused; a proxy's
    password; a keychain that denies."""
    sandbox, _, user, places, keyring = begun(desktop)
    other = sandbox.announcement["users"][2]
    places.secrets |= {
        "secret of the environment": other["accessKeySecret"], "imported secret": IMPORTED,
        "imported token": IMPORTED_TOKEN, "password of the proxy": PROXY_PASSWORD}
    process, screen = start_console(desktop, places, sandbox, variables={
        "ALIBABA_CLOUD_ACCESS_KEY_ID": other["accessKeyId"],
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET": other["accessKeySecret"]})
    hits, _ = places.found()
    if hits != ["/proc: environ: secret of the environment"]:
        raise Failure(f"the environment is left alone until it is chosen: {hits}")
    variables_are_used(desktop, places, screen)
    places.check("variables were used")
    role_is_refused(desktop, places, screen, sandbox, user)
    places.check("a role was refused")
    file_is_imported(desktop, places, screen)
    places.check("a file was imported")
    proxy_takes_a_password(desktop, places, screen)
    places.check("a proxy has got its password")
    locked_keychain_refuses(desktop, places, screen, user, keyring)
    places.check("the keychain denied")
    check_modes(desktop)
    abort_leaves_no_core(desktop, process)
    places.check("after the abort")


PARTS = {part.__name__: part for part in (
    work_leaves_nothing, commands_leave_nothing, sources_leave_nothing)}


if __name__ == "__main__":
    run_parts(PARTS, *sys.argv[1:])
