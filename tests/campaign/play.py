# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays rounds side by side and says which were violated.

usage: play.py kills|faults FOLDER-OF-PROGRAMS FOLDER-OF-TESTS [PART PARTS]
       play.py round FOLDER-OF-PROGRAMS FOLDER-OF-TESTS SPECIFICATION…
"""

import collections
import concurrent.futures
import pathlib
import queue
import shutil
import sys
import tempfile

import plans
from rounds import Player, Round, Violation
from world import World

SEED = 1
# Most of the time they wait.
AT_ONCE = 12


class Worlds:
    """Sandboxes of both transports. Kills share one of each; a fault has one for itself."""

    def __init__(self, programs):
        self.programs = programs
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="campaign-worlds-"))
        self.all = []
        self.free = {transport: queue.SimpleQueue() for transport in plans.TRANSPORTS}
        self.shared = {}

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        for world in self.all:
            world.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def new(self, transport):
        folder = self.folder / str(len(self.all))
        folder.mkdir()
        world = World(self.programs, folder, transport == "tls")
        self.all.append(world)
        return world

    def of(self, transport):
        if transport not in self.shared:
            self.shared[transport] = self.new(transport)
        return self.shared[transport]

    def prepare(self, count):
        for transport in plans.TRANSPORTS:
            for _ in range(count):
                self.free[transport].put(self.new(transport))


def play_one(player, worlds, one):
    if one.kind != "fault":
        return player.play(one, worlds.of(one.transport))
    world = worlds.free[one.transport].get()
    try:
        return player.play(one, world)
    finally:
        world.set_faults([])
        worlds.free[one.transport].put(world)


def play_all(player, worlds, rounds):
    """The violations, each a text that begins with the round's specification."""
    rounds = list(rounds)
    violations = []
    ends = collections.Counter()
    measured = {(one.transport, one.act) for one in rounds
                if one.kind == "recovery" or one.point.startswith("quarter:")}
    measured |= {(transport, "Approve") for transport in plans.TRANSPORTS}
    # How many calls a part of them is, is told by the act that is measured last.
    for transport, act in sorted(measured, reverse=True):
        player.measure(transport, act, worlds.of(transport))
    if any(one.kind == "fault" for one in rounds):
        worlds.prepare(AT_ONCE // 2)
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        plays = {pool.submit(play_one, player, worlds, one): one for one in rounds}
        for play in concurrent.futures.as_completed(plays):
            one = plays[play]
            try:
                ends[(one.kind, play.result().said or "nothing recorded")] += 1
            except Violation as violation:
                violations.append(str(violation))
                print(f"VIOLATION {violation}", flush=True)
    for (kind, end), count in sorted(ends.items()):
        print(f"{count:5} {kind}: {end}")
    print(f"{len(rounds)} rounds, {len(violations)} violations", flush=True)
    return violations


def chosen_rounds(arguments):
    if arguments[0] == "round":
        return [Round.parse(text) for text in arguments[3:]]
    rounds = {"kills": plans.kill_rounds, "faults": plans.fault_rounds}[arguments[0]](SEED)
    part, parts = (int(text) for text in arguments[3:5]) if len(arguments) > 3 else (0, 1)
    return rounds[part::parts]


def main(arguments):
    rounds = chosen_rounds(arguments)
    with Worlds(arguments[1]) as worlds:
        return 1 if play_all(Player(arguments[2]), worlds, rounds) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
