# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package: what it holds, what the distribution's own checkers say, and that it starts."""

import gzip
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio  # noqa: E402

from desktop import Desktop, Failure, wait_for  # noqa: E402
from screen import Screen  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
ID = "io.github.countersign.Countersign"
FILES = {
    "./usr/bin/countersign": "-rwxr-xr-x",
    "./usr/bin/countersign-sandbox": "-rwxr-xr-x",
    f"./usr/share/applications/{ID}.desktop": "-rw-r--r--",
    f"./usr/share/metainfo/{ID}.metainfo.xml": "-rw-r--r--",
    f"./usr/share/icons/hicolor/scalable/apps/{ID}.svg": "-rw-r--r--",
    "./usr/share/man/man1/countersign.1.gz": "-rw-r--r--",
    "./usr/share/man/man1/countersign-sandbox.1.gz": "-rw-r--r--",
    "./usr/share/doc/countersign/changelog.gz": "-rw-r--r--",
    "./usr/share/doc/countersign/copyright": "-rw-r--r--",
}
# What app/run installs to show the console where there is no desktop; a desktop has its own.
OF_A_DESKTOP = re.compile(r"dbus|xvfb|openbox|fonts-.*")


def run(*command, **options):
    """What the command prints; a Failure when it ends with anything but 0."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True,
                          check=False, **options)
    if done.returncode:
        raise Failure(f"{command[0]} succeeds; it ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def expect(what, found, wanted):
    if found != wanted:
        raise Failure(f"{what}: {wanted!r}, not {found!r}")


def packed(build, folder, umask):
    run("cpack", "--config", build / "CPackConfig.cmake", "-B", folder, umask=umask)
    packages = list(folder.glob("*.deb"))
    expect("one package is written", len(packages), 1)
    return packages[0]


def check_same(package, other):
    """The same files give the same package, whoever makes it and when."""
    for part in ("--ctrl-tarfile", "--fsys-tarfile"):
        contents = [subprocess.run(["dpkg-deb", part, each], capture_output=True, check=True).stdout
                    for each in (package, other)]
        expect(f"both packages are the same by {part}", contents[0] == contents[1], True)


def check_contents(package):
    found = {}
    for line in run("dpkg-deb", "--contents", package).splitlines():
        mode, owner, _, _, _, name = line.split(None, 5)
        expect(f"the owner of {name}", owner, "root/root")
        if mode.startswith("d"):
            expect(f"the mode of {name}", mode, "drwxr-xr-x")
        else:
            found[name] = mode
    expect("the files and their modes", found, FILES)


def check_relations(package):
    """Whatever the console needs to run is asked for, and nothing else is installed by hand."""
    relations = run("dpkg-deb", "--field", package, "Depends") \
        + "," + run("dpkg-deb", "--field", package, "Recommends")
    named = {re.match(r"[a-z0-9.+-]+", word.strip()).group(0)
             for word in re.split(r"[,|]", relations) if word.strip()}
    lines = (ROOT / ".ci/debian-packages").read_text().splitlines()
    needed = {line.split()[1] for line in lines if line.startswith("run ")}
    needed = {name for name in needed if not OF_A_DESKTOP.fullmatch(name)}
    expect("packages that the package does not ask for", needed - named, set())


def check_checkers(package, tree):
    expect("lintian's words", [line for line in run(
        "lintian", "--fail-on", "error,warning", package).splitlines()
        if line[:2] in ("E:", "W:")], [])
    desktop = tree / f"usr/share/applications/{ID}.desktop"
    expect("desktop-file-validate's words", run("desktop-file-validate", desktop), "")
    run("appstreamcli", "validate", "--no-net", tree / f"usr/share/metainfo/{ID}.metainfo.xml")


def check_pages(tree, folder):
    """Each manual page is well-formed and names every option that its program knows."""
    for name in ("countersign", "countersign-sandbox"):
        page = folder / f"{name}.1"
        page.write_bytes(gzip.decompress((tree / f"usr/share/man/man1/{name}.1.gz").read_bytes()))
        expect(f"mandoc's words on {name}", run("mandoc", "-Tlint", "-Wwarning", page), "")
        environment = {**os.environ, "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
        known = set(re.findall(r"--[a-z][a-z-]+", run(tree / "usr/bin" / name, "--help",
                                                      env=environment)))
        told = set(re.findall(r"--[a-z][a-z-]+", page.read_text().replace("\\-", "-")))
        expect(f"options that the page of {name} does not tell", known - told, set())
        if len(known) < 5:
            raise Failure(f"the help of {name} names its options: {known}")


def check_versions(package, tree):
    version = run("dpkg-deb", "--field", package, "Version").strip()
    expect("the program's version", run(tree / "usr/bin/countersign", "--version"),
           f"countersign {version}\n")
    metadata = xml.etree.ElementTree.parse(tree / f"usr/share/metainfo/{ID}.metainfo.xml")
    expect("the newest release", metadata.find("releases/release").get("version"), version)
    changes = gzip.decompress((tree / "usr/share/doc/countersign/changelog.gz").read_bytes())
    expect("the newest change", changes.decode().split("\n")[0].split(";")[0],
           f"countersign ({version}) unstable")


def check_links(tree):
    """A desktop that has the package opens countersign: links with it."""
    run("update-desktop-database", tree / "usr/share/applications")
    script = "from gi.repository import Gio\n" \
        "app = Gio.AppInfo.get_default_for_uri_scheme('countersign')\n" \
        "print(app and app.get_id(), app and app.get_commandline())"
    environment = {**os.environ, "XDG_DATA_DIRS": str(tree / "usr/share"),
                   "XDG_DATA_HOME": str(tree / "none"), "XDG_CONFIG_HOME": str(tree / "none"),
                   "PATH": f"{tree / 'usr/bin'}:{os.environ['PATH']}"}
    expect("who opens a link", run(sys.executable, "-c", script, env=environment).strip(),
           f"{ID}.desktop countersign --review %u")


def seed_of_sandbox(console):
    """The seed that the console gave to the sandbox it started."""
    children = pathlib.Path(f"/proc/{console}/task/{console}/children").read_text().split()
    commands = [pathlib.Path(f"/proc/{child}/cmdline").read_text().split("\0")
                for child in children]
    command = next(words for words in commands if words[0].endswith("countersign-sandbox"))
    return command[command.index("--seed") + 1]


def check_start(tree):
    """The installed console starts the sandbox that lies beside it, and desktops know its window.

    What is remembered of one sandbox's runs must not meet the next one's, so that each start has
    ids of its own.
    """
    entry = Gio.DesktopAppInfo.new_from_filename(str(tree / f"usr/share/applications/{ID}.desktop"))
    name = entry.get_startup_wm_class()
    seeds = set()
    with Desktop(tree / "usr/bin") as desktop:
        for _ in range(2):
            process = desktop.start([str(tree / "usr/bin/countersign"), "--sandbox",
                                     "--config-root", str(desktop.private("root"))])
            screen = Screen(process)
            wait_for("the sandbox's executions are listed", lambda: screen.row_count() > 3, 60)
            wait_for(f"a window of the class {name}", lambda: subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--class", f"^{name}$"],
                env=desktop.environment, capture_output=True, check=False).stdout.strip())
            seeds.add(seed_of_sandbox(process.pid))
            desktop.stop(process)
    expect("sandboxes with ids of their own", len(seeds), 2)


def main(programs):
    build = pathlib.Path(programs).parent
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        package = packed(build, folder / "first", 0o022)
        check_same(package, packed(build, folder / "second", 0o077))
        tree = folder / "tree"
        run("dpkg-deb", "--extract", package, tree)
        check_contents(package)
        check_relations(package)
        check_checkers(package, tree)
        check_pages(tree, folder)
        check_versions(package, tree)
        # The entry is read where its program can be found.
        os.environ["PATH"] = f"{tree / 'usr/bin'}:{os.environ['PATH']}"
        check_links(tree)
        check_start(tree)


if __name__ == "__main__":
    main(sys.argv[1])
