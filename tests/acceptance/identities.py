# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who acts, and how a profile comes by its keys: every kind of source that can be tried without the
cloud, through the profiles dialog; the sentences for what goes wrong; sessions that are renewed
under a running inbox; a caller whose account cannot be verified today.

The keys lie in a real keyring, and every source is the sandbox, a program or a file of this test.
"""

import json
import os
import pathlib
import re
import signal
import sys
import time
import uuid

from decisions import confirm, leave, open_dialog
from desktop import Failure, run_parts, wait_for
from keyboard import Keyboard
from keyring import Keyring
from keys import (add_profile, close_profiles, open_profiles, press_key, press_when_enabled,
                  quit_cleanly, rows_of)
from profiles import Profiles, arn_of
from records import search
from screen import Role, Screen
from secretsearch import holds

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

# Prints the keys that its argument's file holds, and leaves a mark that it was run.
PRINTER = """#!/bin/sh
touch "$1.was-run"
cat "$1"
"""


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
    wait_for("the dialog leaves", lambda: not list(screen.all(Role.DIALOG)))


def check_sent(sandbox, user, run):
    sent = [r for r in sandbox.receipts("NotifyExecution") if r["params"]["ExecutionId"] == run]
    if [(r["user"], r["effect"]) for r in sent] != [(user, True)]:
        raise Failure(f"{user} decides about the run, once: {sent}")


def check_recorded(desktop, screen, who):
    """The newest of the decisions that are kept says who acted."""
    keyboard = Keyboard(desktop)
    search(screen, keyboard, "openGate")
    keyboard.press("Down")
    wait_for(f"the record says that {who} acted", lambda: who in screen.texts(
        table_window(screen)), 30)


def table_window(screen):
    """The window in which the decisions are listed."""
    item = screen.find(name="Search the decisions")
    while item.get_role() not in (Role.FRAME, Role.DIALOG, Role.WINDOW):
        item = item.get_parent()
    return item


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
            f"user {user['name']} \\(not verified today after [0-9:]+ [+-][0-9:]+\\)")
    check_sent(sandbox, user["name"], run)
    quit_cleanly(desktop, process)
    sandbox.set_faults([])


def add_role(desktop, sandbox):
    """A further profile in the file, whose keys are those of a role that the second one takes."""
    path = next(desktop.private("root").rglob("profiles.json"))
    document = json.loads(path.read_text())
    second = next(each for each in document["profiles"] if each["alias"] == "second")
    arn = arn_of(sandbox, "oos-operator")
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
    check_recorded(desktop, screen, f"role oos-operator, session {SESSION}")
    desktop.stop(process)
    log = (desktop.private("root") / "logs/countersign.log").read_text()
    if log.count("Z KeyRenewed ") < 3 or "operation=AssumeRole" not in log:
        raise Failure("the log tells that keys were renewed")


def who_acts(desktop):
    keyring = Keyring(desktop, is_unlocked=True)
    behaviour = desktop.folder / "behaviour.json"
    behaviour.write_text(json.dumps([{"sessionSeconds": SESSION_SECONDS}]))
    sandbox = desktop.sandbox("--scenario", "empty", "--behaviour", str(behaviour))
    user = sandbox.announcement["users"][1]
    verified_then_not(desktop, sandbox, user)
    print("ok verified_then_not", flush=True)
    renewed_under_a_running_inbox(desktop, sandbox, user)
    keyring.stop()


WORKS = "everything that was tried works"
LAST = "The keys last until .+ UTC.*; others come before that"


def session_of(sandbox, user, role, name):
    """A triple, as a person would copy it from somewhere."""
    reply = sandbox.client(user).call("AssumeRole", Version="2015-04-01", RoleArn=role,
                                      RoleSessionName=name, DurationSeconds=3600)
    if "Credentials" not in reply:
        raise Failure(f"the token service gives keys: {reply}")
    return reply["Credentials"]


def write_cli_file(desktop, sandbox):
    """The file of a CLI that holds two logins."""
    sso = sandbox.announcement["cloudSso"]
    triple = session_of(sandbox, 1, arn_of(sandbox, "oos-operator"), "browser-login")
    folder = desktop.private("home") / ".aliyun"
    folder.mkdir(mode=0o700)
    path = folder / "config.json"
    path.write_text(json.dumps({"current": "sso", "profiles": [
        {"name": "sso", "mode": "CloudSSO", "region_id": "cn-hangzhou",
         "cloud_sso_sign_in_url": sso["signInUrl"], "cloud_sso_account_id": sso["accountId"],
         "cloud_sso_access_config": sso["accessConfiguration"], "access_token": sso["accessToken"],
         "cloud_sso_access_token_expire": int(time.time()) + 7200},
        {"name": "browser", "mode": "OAuth", "region_id": "cn-hangzhou", "oauth_site_type": "CN",
         "access_key_id": triple["AccessKeyId"], "access_key_secret": triple["AccessKeySecret"],
         "sts_token": triple["SecurityToken"], "sts_expiration": int(time.time()) + 3600},
        {"name": "ended", "mode": "OAuth", "region_id": "cn-hangzhou", "oauth_site_type": "CN",
         "access_key_id": triple["AccessKeyId"], "access_key_secret": triple["AccessKeySecret"],
         "sts_token": triple["SecurityToken"], "sts_expiration": int(time.time()) - 60}]}))
    path.chmod(0o600)
    return path


def keys_that_are_entered(profiles, sandbox):
    user = sandbox.announcement["users"][1]
    profiles.add("entered", None)
    profiles.write("Access key id", user["accessKeyId"])
    profiles.write("Access key secret", user["accessKeySecret"], Role.PASSWORD_TEXT)
    profiles.test(WORKS)
    profiles.save("The key is kept in the keychain")
    triple = session_of(sandbox, 1, arn_of(sandbox, "oos-operator"), "copied")
    profiles.add("token", None)
    profiles.write("Access key id", triple["AccessKeyId"])
    profiles.write("Access key secret", triple["AccessKeySecret"], Role.PASSWORD_TEXT)
    profiles.write("Security token (optional)", triple["SecurityToken"], Role.PASSWORD_TEXT)
    profiles.write("It ends at (optional)", triple["Expiration"])
    profiles.test("You act as the role oos-operator, session copied")
    profiles.save("Its token ends at .+ UTC.*; it does not renew itself")


def roles_that_are_taken(profiles, sandbox):
    user = sandbox.announcement["users"][1]
    profiles.add("operator", None)
    profiles.write("Access key id", user["accessKeyId"])
    profiles.write("Access key secret", user["accessKeySecret"], Role.PASSWORD_TEXT)
    profiles.tick("Take a role with these keys")
    profiles.write_role(arn_of(sandbox, "oos-operator"), "by-key")
    profiles.test("You act as the role oos-operator, session by-key")
    profiles.save(LAST)
    profiles.add("night", "Another profile, taking a role")
    profiles.choose("operator")
    profiles.write_role(arn_of(sandbox, "oos-night-shift"), "by-role")
    profiles.test("You act as the role oos-night-shift, session by-role")
    profiles.save(LAST)


def workload_token(desktop, profiles, sandbox):
    oidc = sandbox.announcement["oidc"]
    token = desktop.folder / "oidc-token"
    token.write_text(oidc["expiredToken"])
    profiles.add("workload", "A workload token file")
    profiles.write("Provider ARN", oidc["providerArn"])
    profiles.write("Token file", str(token))
    profiles.write_role(arn_of(sandbox, "oos-operator"), "workload")
    profiles.test(r"does not accept the workload token.*it has ended.*Look at the token file")
    token.write_text(oidc["token"])
    profiles.test("You act as the role oos-operator, session workload")
    profiles.save(LAST)


def service_and_program(desktop, profiles, sandbox):
    """Neither is asked before the person has agreed to what is shown in full."""
    profiles.add("service", "A service on this computer")
    profiles.write("Address of the service", sandbox.announcement["credentialsUri"])
    profiles.wait("This address is asked for keys:")
    before = len(sandbox.receipts())
    profiles.cannot_test("Read what is run or asked for keys, and agree to it")
    asked = [r for r in sandbox.receipts()[before:] if "ListExecutions" != r["action"]]
    if any("redentials" in r["action"] for r in asked):
        raise Failure(f"nothing is asked without an agreement: {asked}")
    profiles.tick("I want Countersign to take keys from this address")
    profiles.test("You act as the role oos-operator, session local-service")
    profiles.save(LAST)

    triple = session_of(sandbox, 1, arn_of(sandbox, "oos-operator"), "printed")
    printed = desktop.folder / "printed.json"
    printed.write_text(json.dumps({
        "mode": "StsToken", "access_key_id": triple["AccessKeyId"],
        "access_key_secret": triple["AccessKeySecret"], "sts_token": triple["SecurityToken"],
        "expiration": triple["Expiration"]}))
    printer = desktop.folder / "printer"
    printer.write_text(PRINTER)
    printer.chmod(0o700)
    mark = pathlib.Path(f"{printed}.was-run")
    profiles.add("program", "A program")
    profiles.write("Command line", f"{printer} '{printed}'")
    profiles.wait("This is run:")
    if f"Argument 1: “{printed}”" not in profiles.words():
        raise Failure(f"the command is shown, taken apart: {profiles.words()}")
    profiles.cannot_test("Read what is run or asked for keys, and agree to it")
    if mark.exists():
        raise Failure("nothing is run without an agreement")
    profiles.tick("I want Countersign to run this program as me")
    profiles.test("You act as the role oos-operator, session printed")
    if not mark.exists():
        raise Failure("the program was run")
    profiles.save(LAST)


def logins_of_the_cli(desktop, profiles, sandbox):
    file = write_cli_file(desktop, sandbox)
    content = file.read_bytes()
    for name, kind, login, who in (
            ("sso", "The aliyun CLI's CloudSSO login", "sso",
             "role AliyunReservedSSO-oos-operator, session li.wei"),
            ("browser", "The aliyun CLI's browser login", "browser",
             "role oos-operator, session browser-login")):
        profiles.add(name, kind)
        profiles.write("CLI's file", str(file))
        profiles.write("Profile in the file", login)
        profiles.test(f"You act as the {who}")
        profiles.save("The keys last until")
    profiles.add("ended", "The aliyun CLI's browser login")
    profiles.write("CLI's file", str(file))
    profiles.write("Profile in the file", "ended")
    profiles.test("login for “ended” has ended. Run this in a terminal, then renew: aliyun configure")
    press_when_enabled(profiles.screen, "Revert", profiles.dialog)
    if file.read_bytes() != content:
        raise Failure("the CLI's file is never written")


def environment(profiles, process, secret):
    block = pathlib.Path("/proc") / str(process.pid) / "environ"
    if os.geteuid() == 0 and not holds(block.read_bytes(), secret):
        raise Failure("the variables are left alone until they are chosen")
    profiles.add("variables", "Environment variables of this program")
    profiles.test(WORKS)
    profiles.save("The keys are here; when they end is not known")
    if os.geteuid() == 0 and holds(block.read_bytes(), secret):
        raise Failure("the variables are emptied once they are read")


# alias, who acts in the receipts, who acts in the review
KINDS = (
    ("entered", "anna.k", "user anna.k"),
    ("token", "oos-operator/copied", "role oos-operator, session copied"),
    ("operator", "oos-operator/by-key", "role oos-operator, session by-key"),
    ("night", "oos-night-shift/by-role", "role oos-night-shift, session by-role"),
    ("workload", "oos-operator/workload", "role oos-operator, session workload"),
    ("service", "oos-operator/local-service", "role oos-operator, session local-service"),
    ("program", "oos-operator/printed", "role oos-operator, session printed"),
    ("sso", "AliyunReservedSSO-oos-operator/li.wei",
     "role AliyunReservedSSO-oos-operator, session li.wei"),
    ("browser", "oos-operator/browser-login", "role oos-operator, session browser-login"),
    ("variables", "zhang.min", "user zhang.min"),
)


def check_kinds(screen, sandbox):
    """Each profile reads with its own keys, and the review says who acts."""
    for alias, caller, who in KINDS:
        wait_for(f"rows of {alias} are listed", lambda: rows_of(screen, alias), 60)
        if not [r for r in sandbox.receipts("ListExecutions") if r["user"] == caller]:
            raise Failure(f"{alias} reads as {caller}")
        choose_row_of(screen, alias)
        wait_for(f"the review says: you act as {who}",
                 lambda: f"you act as {who}" in screen.texts(), 30)
    names = [caller for _, caller, _ in KINDS]
    # The test of a profile asks for what there is none of, to learn of rights.
    failed = [r for r in sandbox.receipts() if r["user"] in names and r["status"] != 200
              and not r["code"].startswith("EntityNotExists")]
    if failed:
        raise Failure(f"no call of these keys fails: {failed}")


def every_kind(desktop):
    """Each kind is filled in, tested and saved in the dialog, then read and decided with; all but
    the environment's are there again after a restart."""
    keyring = Keyring(desktop, is_unlocked=True)
    sandbox = desktop.sandbox("--scenario", "empty")
    run = waiting_run(sandbox)
    other = sandbox.announcement["users"][2]
    plain = dict(desktop.environment)
    desktop.environment.update({
        "ALIBABA_CLOUD_ACCESS_KEY_ID": other["accessKeyId"],
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET": other["accessKeySecret"]})
    process, screen = start(desktop, sandbox, "sandbox")
    desktop.environment = plain
    profiles = Profiles(desktop, screen)
    keys_that_are_entered(profiles, sandbox)
    roles_that_are_taken(profiles, sandbox)
    workload_token(desktop, profiles, sandbox)
    service_and_program(desktop, profiles, sandbox)
    logins_of_the_cli(desktop, profiles, sandbox)
    environment(profiles, process, other["accessKeySecret"])
    profiles.close()
    check_kinds(screen, sandbox)
    approve(screen, "night", "role oos-night-shift, session by-role")
    check_sent(sandbox, "oos-night-shift/by-role", run)
    check_recorded(desktop, screen, "role oos-night-shift, session by-role")
    desktop.stop(process)
    waiting_run(sandbox)
    process, screen = start(desktop, sandbox, "entered")
    for alias, _, _ in KINDS[:-1]:
        wait_for(f"rows of {alias} are listed again", lambda: rows_of(screen, alias), 60)
    profiles = Profiles(desktop, screen)
    profiles.close()
    quit_cleanly(desktop, process)
    keyring.stop()


def what_goes_wrong(desktop):
    """A cause, its sentence and what to do next, in the dialog; other profiles go on."""
    keyring = Keyring(desktop, is_unlocked=True)
    behaviour = desktop.folder / "behaviour.json"
    behaviour.write_text("[]")
    sandbox = desktop.sandbox("--scenario", "load:2", "--behaviour", str(behaviour))
    user = sandbox.announcement["users"][1]
    process, screen = start(desktop, sandbox, "sandbox")
    profiles = Profiles(desktop, screen)
    profiles.add("wrong", None)
    profiles.write("Access key id", user["accessKeyId"])
    profiles.write("Access key secret", "Wq7NotTheSecret0Zx93Lm4Vb8Nq2R", Role.PASSWORD_TEXT)
    profiles.test("does not accept these credentials")
    profiles.write("Access key id", user["accessKeySecret"])
    profiles.wait("secret|id of a key")
    press_when_enabled(screen, "Revert", profiles.dialog)

    def role(name, arn, pattern, external=""):
        profiles.add(name, None)
        profiles.write("Access key id", user["accessKeyId"])
        profiles.write("Access key secret", user["accessKeySecret"], Role.PASSWORD_TEXT)
        profiles.tick("Take a role with these keys")
        profiles.write_role(arn, "trial")
        if external:
            profiles.write("External id (optional)", external)
        profiles.test(pattern)
        if external:
            press_when_enabled(screen, "Revert", profiles.dialog)

    role("sealed", arn_of(sandbox, "oos-sealed"),
         r"oos-sealed may not be taken.*An administrator of the account can tell")
    profiles.save(r"oos-sealed may not be taken.*Nothing is read or sent with this profile")
    role("partner", arn_of(sandbox, "oos-partner"), "oos-partner may not be taken.*external id",
         "acme/2026:other")
    nobody = arn_of(sandbox, "oos-sealed").replace("oos-sealed", "nobody")
    profiles.add("nobody", None)
    profiles.write("Access key id", user["accessKeyId"])
    profiles.write("Access key secret", user["accessKeySecret"], Role.PASSWORD_TEXT)
    profiles.tick("Take a role with these keys")
    profiles.write_role(nobody, "trial")
    profiles.test("There is no role acs:ram.*Correct its ARN")
    press_when_enabled(screen, "Revert", profiles.dialog)

    profiles.add("no-program", "A program")
    profiles.write("Command line", "/nowhere/keys --print")
    profiles.tick("I want Countersign to run this program as me")
    profiles.test("The program /nowhere/keys that gives the keys was not found")
    press_when_enabled(screen, "Revert", profiles.dialog)
    profiles.add("variables", "Environment variables of this program")
    profiles.test("were not both set when Countersign started")
    press_when_enabled(screen, "Revert", profiles.dialog)
    profiles.close()
    told = {line for line in screen.texts().splitlines() if line.startswith("sealed")}
    if sum(": " in line for line in told) > 1:
        raise Failure(f"the window tells of a cause once: {told}")
    if screen.texts().count("oos-sealed may not be taken") > 1:
        raise Failure(f"the window tells of a cause once: {screen.texts()}")
    asked = len(sandbox.receipts("AssumeRole"))
    time.sleep(10)
    if len(sandbox.receipts("AssumeRole")) > asked:
        raise Failure("a role that is refused is not asked for again and again")
    if rows_of(screen, "sandbox") != 2:
        raise Failure("other profiles go on")
    key_is_disabled(desktop, sandbox, behaviour, screen)
    quit_cleanly(desktop, process)
    circle_is_told(desktop, sandbox)
    keyring.stop()


def key_is_disabled(desktop, sandbox, behaviour, screen):
    """An administrator disables a key under a running inbox, and enables it again."""
    user = sandbox.announcement["users"][2]
    profiles = Profiles(desktop, screen)
    profiles.add("taken-away", None)
    profiles.write("Access key id", user["accessKeyId"])
    profiles.write("Access key secret", user["accessKeySecret"], Role.PASSWORD_TEXT)
    profiles.test(WORKS)
    press_when_enabled(screen, "Save", profiles.dialog)
    wait_for("it is saved", lambda: "Saved." in profiles.words().splitlines(), 30)
    profiles.close()
    wait_for("its rows are listed", lambda: rows_of(screen, "taken-away") == 2, 60)
    behaviour.write_text(json.dumps([{"disabledUser": user["name"]}]))
    sandbox.process.send_signal(signal.SIGHUP)
    press_key(desktop, "F5")
    wait_for("the cause is told", lambda: re.search(
        "taken-away.*the key is disabled .*An administrator .*Nothing more is read", screen.texts()),
        60)
    if screen.texts().count("the key is disabled") > 1:
        raise Failure(f"the window tells of a cause once: {screen.texts()}")
    asked = len([r for r in sandbox.receipts() if r["code"] == "InvalidAccessKeyId.Inactive"])
    time.sleep(15)
    more = len([r for r in sandbox.receipts() if r["code"] == "InvalidAccessKeyId.Inactive"])
    if more > asked:
        raise Failure(f"a key that is disabled is not tried again and again: {asked}, {more}")
    if rows_of(screen, "sandbox") != 2:
        raise Failure("other profiles go on")
    behaviour.write_text("[]")
    sandbox.process.send_signal(signal.SIGHUP)
    press_key(desktop, "F5")
    wait_for("it is read again", lambda: "the key is disabled" not in screen.texts(), 60)


def circle_is_told(desktop, sandbox):
    """Two profiles of an edited file take their keys from each other."""
    path = next(desktop.private("root").rglob("profiles.json"))
    document = json.loads(path.read_text())
    sealed = next(each for each in document["profiles"] if each["alias"] == "sealed")
    names = {"round": str(uuid.uuid4()), "about": str(uuid.uuid4())}
    for alias, other in (("round", "about"), ("about", "round")):
        document["profiles"].append({
            **{name: sealed[name] for name in sealed if name not in ("key", "lastIdentity")},
            "id": names[alias], "alias": alias,
            "environment": {**sealed["environment"], "word": alias, "color": "green"},
            "source": {"kind": "otherProfile", "otherProfile": names[other],
                       "role": {"arn": arn_of(sandbox, "oos-operator"), "sessionName": SESSION,
                                "seconds": 900}}})
    path.write_text(json.dumps(document))
    process, screen = start(desktop, sandbox, "sandbox")
    wait_for("the circle is told of", lambda: re.search(
        "in a circle: (round → about → round|about → round → about)", screen.texts()), 30)
    if screen.texts().count("in a circle") > 1:
        raise Failure(f"it is told of once: {screen.texts()}")
    quit_cleanly(desktop, process)


PARTS = {part.__name__: part for part in (who_acts, every_kind, what_goes_wrong)}


if __name__ == "__main__":
    run_parts(PARTS, *sys.argv[1:])
