# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long campaign: batches of random rounds and of histories until the time is over."""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import plans
from play import Worlds, play_all
from rounds import Player

BATCH = 60
HISTORIES = 500


class State:
    """What was played so far; the file is replaced as a whole, so that it is never half written."""

    def __init__(self, path, seed):
        self.path = pathlib.Path(path)
        self.content = {"seed": seed, "next": 0, "rounds": 0, "histories": 0, "seconds": 0,
                        "violations": []}
        if self.path.exists():
            self.content = json.loads(self.path.read_text())
            if seed is not None and seed != self.content["seed"]:
                raise SystemExit(f"{path} belongs to the seed {self.content['seed']}")
        if self.content["seed"] is None:
            self.content["seed"] = int(time.time())

    def save(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_name(self.path.name + ".new")
        fresh.write_text(json.dumps(self.content, indent=1))
        os.replace(fresh, self.path)


def play_histories(program, seed):
    """The output of a run of histories that was violated; empty: none was."""
    done = subprocess.run([str(program), "--count", str(HISTORIES), "--seed", str(seed)],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    return f"histories --seed {seed}: {done.stdout[-4000:]}" if done.returncode else ""


def play_batch(state, programs, tests):
    content = state.content
    base = content["seed"] * 1_000_000 + content["next"]
    rounds = [plans.random_round(base + i) for i in range(BATCH)]
    with Worlds(programs) as worlds:
        content["violations"] += play_all(Player(tests), worlds, rounds)
    content["rounds"] += BATCH
    histories = pathlib.Path(tests) / "histories"
    if os.access(histories, os.X_OK) and histories.is_file():
        violation = play_histories(histories, base)
        content["histories"] += HISTORIES
        if violation:
            print(f"VIOLATION {violation}", flush=True)
            content["violations"].append(violation)
    content["next"] += BATCH


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs")
    parser.add_argument("tests")
    parser.add_argument("--hours", type=float, required=True)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--state", default="build/campaign.json")
    chosen = parser.parse_args()
    state = State(chosen.state, chosen.seed)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    end = time.monotonic() + chosen.hours * 3600
    while time.monotonic() < end:
        begin = time.monotonic()
        play_batch(state, chosen.programs, chosen.tests)
        state.content["seconds"] += round(time.monotonic() - begin)
        state.save()
    content = state.content
    print(f"seed {content['seed']}: {content['rounds']} rounds and {content['histories']} "
          f"histories in {content['seconds'] / 3600:.1f} h, "
          f"{len(content['violations'])} violations; kept in {state.path}")
    for violation in content["violations"]:
        print(violation)
    return 1 if content["violations"] else 0


if __name__ == "__main__":
    sys.exit(main())
