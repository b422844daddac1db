# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop for one test: X server, window manager, accessibility bus, sandbox, console.

Everything is started by this module and ended by it, by process id. The module must run inside
dbus-run-session, so that the bus is private too.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time


class Failure(Exception):
    """What was expected did not happen."""


def wait_for(what, probe, seconds=20.0, pause=0.05):
    """Polls probe() until it answers something true, and returns that."""
    end = time.monotonic() + seconds
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f"within {seconds:g} s: {what}")
        time.sleep(pause)


class Desktop:
    """Context manager; `programs` is the folder of the built programs."""

    def __init__(self, programs, language="en_US", width=1366, height=768):
        self.programs = pathlib.Path(programs)
        self.size = f"{width}x{height}x24"
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="countersign-test-"))
        self.processes = []
        self.language = language
        self.environment = dict(os.environ)

    def __enter__(self):
        if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            raise Failure("this test runs inside dbus-run-session")
        reader, writer = os.pipe()
        self.start(["Xvfb", "-displayfd", str(writer), "-screen", "0", self.size,
                    "-nolisten", "tcp", "-noreset"], pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            display = pipe.readline().strip()
        if not display:
            raise Failure("Xvfb starts")
        self.environment.update({
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_ACCESSIBILITY": "1",
            "LANG": f"{self.language}.UTF-8",
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": self.language,
            "XDG_RUNTIME_DIR": str(self.private("runtime")),
            "XDG_CONFIG_HOME": str(self.private("config")),
            "XDG_DATA_HOME": str(self.private("data")),
            "XDG_CACHE_HOME": str(self.private("cache")),
            "HOME": str(self.private("home")),
        })
        # The tester's own desktop would decide which keychain is asked, and how windows look.
        for name in ("WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION",
                     "KDE_FULL_SESSION", "KDE_SESSION_VERSION", "GNOME_DESKTOP_SESSION_ID",
                     "GNOME_KEYRING_CONTROL", "QT_NO_GLIB"):
            self.environment.pop(name, None)
        os.environ["DISPLAY"] = self.environment["DISPLAY"]
        self.start(["openbox"])
        # A window that is opened while the window manager is still starting may never be shown.
        wait_for("the window manager is there", lambda: subprocess.run(
            ["xdotool", "get_desktop"], env=self.environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False).returncode == 0)
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.keep_picture()
            for process in self.processes:
                if process.poll():
                    print(f"{process.args[0]} has ended with {process.returncode}", flush=True)
        for process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(5)
        shutil.rmtree(self.folder, ignore_errors=True)
        return False

    def private(self, name):
        folder = self.folder / name
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def start(self, command, **options):
        # The programs' own words go to the test's error output, where a failure is read.
        options.setdefault("stdout", subprocess.DEVNULL)
        options.setdefault("stderr", sys.stderr if os.environ.get("VERBOSE") else subprocess.DEVNULL)
        options.setdefault("stdin", subprocess.DEVNULL)
        process = subprocess.Popen(command, env=self.environment, **options)
        self.processes.append(process)
        return process

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        process.wait(10)

    def keep_picture(self):
        """Saves what the screen shows when a test fails, if a place for it was named."""
        target = os.environ.get("FAILURE_PICTURES")
        if target and shutil.which("import"):
            name = f"{pathlib.Path(sys.argv[0]).stem}-{os.getpid()}.png"
            subprocess.run(["import", "-window", "root", str(pathlib.Path(target) / name)],
                           env=self.environment, check=False, stderr=subprocess.DEVNULL)

    def sandbox(self, *arguments):
        return Sandbox(self, arguments)

    def console(self, sandbox, *arguments, **options):
        root = [] if "--config-root" in arguments else ["--config-root", str(self.private("root"))]
        return self.start([str(self.programs / "countersign"),
                           f"--sandbox={sandbox.announcement_file}", *root, *arguments],
                          **options)


def run_parts(parts, programs, *names):
    """Each of a test's parts, or those that are named, on a desktop of its own. `parts`: name to
    function of a desktop."""
    for name in names or parts:
        with Desktop(programs) as desktop:
            parts[name](desktop)
        print(f"ok {name}", flush=True)


class Sandbox:
    """The embedded service, its announcement and its receipts."""

    count = 0

    def __init__(self, desktop, arguments):
        Sandbox.count += 1
        self.announcement_file = desktop.folder / f"announcement-{Sandbox.count}.json"
        self.receipts_file = desktop.folder / f"receipts-{Sandbox.count}.jsonl"
        self.faults_file = desktop.folder / f"faults-{Sandbox.count}.json"
        self.faults_file.write_text("[]")
        self.process = desktop.start([
            str(desktop.programs / "countersign-sandbox"), "--port", "0",
            "--announce", str(self.announcement_file), "--receipts", str(self.receipts_file),
            "--faults", str(self.faults_file), *arguments])
        wait_for("the sandbox announces itself", self.announcement_file.exists, 60)
        self.announcement = json.loads(self.announcement_file.read_text())

    def set_faults(self, rules):
        self.faults_file.write_text(json.dumps(rules))
        self.process.send_signal(signal.SIGHUP)
        # The signal is handled in the event loop; a request that follows is handled after it.
        time.sleep(0.2)

    def receipts(self, action=None):
        if not self.receipts_file.exists():
            return []
        lines = self.receipts_file.read_text().splitlines()
        entries = [json.loads(line) for line in lines if line.strip()]
        return [entry for entry in entries if action is None or entry["action"] == action]

    def client(self, user=0):
        return Client(self.announcement, user)


class Client:
    """The smallest client of the service: it signs with the older scheme, which needs no headers."""

    def __init__(self, announcement, user):
        self.endpoint = announcement["endpoint"]
        self.authority = announcement["ca"]  # a PEM file; empty: plain HTTP is spoken
        self.user = announcement["users"][user]

    def call(self, action, region="cn-hangzhou", **parameters):
        import base64
        import datetime
        import hashlib
        import hmac
        import ssl
        import urllib.error
        import urllib.parse
        import urllib.request
        import uuid

        everything = {
            "Action": action, "Version": "2019-06-01", "Format": "JSON", "RegionId": region,
            "AccessKeyId": self.user["accessKeyId"], "SignatureMethod": "HMAC-SHA1",
            "SignatureVersion": "1.0", "SignatureNonce": uuid.uuid4().hex,
            "Timestamp": datetime.datetime.utcnow().strftime("%Y-%m-%dT%H:%M:%SZ"), **parameters}

        def encoded(text):
            return urllib.parse.quote(str(text), safe="-_.~")

        query = "&".join(f"{encoded(k)}={encoded(everything[k])}" for k in sorted(everything))
        text = "POST&%2F&" + encoded(query)
        mac = hmac.new((self.user["accessKeySecret"] + "&").encode(), text.encode(), hashlib.sha1)
        everything["Signature"] = base64.b64encode(mac.digest()).decode()
        body = "&".join(f"{encoded(k)}={encoded(v)}" for k, v in everything.items()).encode()
        request = urllib.request.Request(self.endpoint + "/", data=body, headers={
            "Content-Type": "application/x-www-form-urlencoded"})
        handlers = [urllib.request.ProxyHandler({})]
        if self.authority:
            handlers.append(urllib.request.HTTPSHandler(
                context=ssl.create_default_context(cafile=self.authority)))
        opener = urllib.request.build_opener(*handlers)
        try:
            with opener.open(request, timeout=20) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            return json.load(error)

    def execution(self, execution_id, region="cn-hangzhou"):
        rows = self.call("ListExecutions", region, ExecutionId=execution_id)["Executions"]
        return rows[0] if rows else None
