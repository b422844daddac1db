# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every place outside of the keychain in which a secret could turn up, and a search of them all."""

import json
import os
import pathlib
import subprocess
import sys

from desktop import Failure, wait_for
from secretsearch import files_with, holds

HERE = pathlib.Path(__file__).parent
# Folders of the run in which the console may write; the service's own files lie beside them.
FOLDERS = ("root", "home", "config", "data", "cache", "state", "runtime", "tmp")


class Places:
    """Watches from its making on. `secrets`: name to text."""

    def __init__(self, desktop, notices, secrets):
        self.desktop = desktop
        self.notices = notices
        self.secrets = secrets
        self.process = None
        self.screen = None
        self.accessibility = ""  # address of its bus
        self.words = {}  # what was read of screen and windows, by stage
        self.output = desktop.folder / "console-output"
        self.heard = desktop.folder / "heard"  # by assistive technology, of changes
        self.heard.touch()
        self.buses = [self.record("session-bus", os.environ["DBUS_SESSION_BUS_ADDRESS"])]

    def record(self, name, address):
        """Everything that is said on a bus from now on, kept as bytes."""
        file = self.desktop.folder / f"{name}.pcap"
        with open(file, "wb") as out:
            self.desktop.start(["dbus-monitor", "--pcap", "--address", address], stdout=out)
        wait_for(f"{name} is recorded", lambda: file.stat().st_size > 0)
        return file

    def watch_accessibility(self):
        bus = subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
             "--method", "org.a11y.Bus.GetAddress"], capture_output=True, text=True, check=True)
        self.accessibility = bus.stdout.split("'")[1]
        self.buses.append(self.record("accessibility-bus", self.accessibility))
        # Without somebody who listens, programs tell nothing of changes.
        with open(self.heard, "wb") as out:
            listener = self.desktop.start([sys.executable, "-B", str(HERE / "listener.py")],
                                          stdout=out, stderr=subprocess.PIPE)
        if b"listening" not in listener.stderr.readline():
            raise Failure("changes of texts are listened to")

    def follow(self, process, screen):
        self.process = process
        self.screen = screen

    def windows(self):
        """Every property of every window of the console, and their titles."""
        found = subprocess.run(["xdotool", "search", "--pid", str(self.process.pid)],
                               env=self.desktop.environment, capture_output=True, text=True,
                               check=False).stdout.split()
        words = []
        for window in found:
            for command in (["xprop", "-id", window], ["xdotool", "getwindowname", window]):
                words.append(subprocess.run(command, env=self.desktop.environment,
                                            capture_output=True, text=True, errors="replace",
                                            check=False).stdout)
        return "\n".join(words)

    def look(self, stage):
        """Reads what can be seen at this moment; every dialog is looked at while it is open."""
        self.words[f"screen: {stage}"] = self.screen.everything()
        self.words[f"windows: {stage}"] = self.windows()

    def clipboard(self):
        done = subprocess.run([sys.executable, "-B", str(HERE / "clipboard.py")],
                              env=self.desktop.environment, capture_output=True, text=True,
                              timeout=30, check=True)
        return json.loads(done.stdout)

    def found(self):
        """Names of places that hold a secret, with the secret's name."""
        places = dict(self.words)
        places.update({f"selection: {name}": text for name, text in self.clipboard().items()})
        if self.process is not None and self.process.poll() is None:
            folder = pathlib.Path("/proc") / str(self.process.pid)
            for name in ("cmdline", "environ", "comm"):
                places[f"/proc: {name}"] = (folder / name).read_bytes()
        places["notices"] = self.notices.record.read_bytes()
        places["standard output and error"] = self.output.read_bytes()
        places["what is told of changes"] = self.heard.read_bytes()
        for bus in self.buses:
            places[bus.stem] = bus.read_bytes()
        hits = []
        for name, content in places.items():
            content = content if isinstance(content, bytes) else content.encode()
            hits += [f"{name}: {secret}" for secret, text in self.secrets.items()
                     if holds(content, text)]
        count = 0
        for secret, text in self.secrets.items():
            files, count = files_with([self.desktop.private(name) for name in FOLDERS]
                                      + [os.environ["XDG_RUNTIME_DIR"]], text)
            hits += [f"{file}: {secret}" for file in files]
        return hits, len(places) + count

    def check(self, stage):
        hits, count = self.found()
        if hits:
            raise Failure(f"{stage}: a secret stands in {hits}")
        print(f"{stage}: none of {len(self.secrets)} secrets in {count} places", flush=True)
