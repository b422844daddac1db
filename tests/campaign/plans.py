# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rounds are played: all named points of security.md 4.7, random ones, and every fault."""

import random

from rounds import FAULTS, Round
from world import ACTS

TRANSPORTS = ("plain", "tls")
LOSSES = ("none", "all", "some")
NAMED = ("intentWrite", "beforeIntent", "afterIntent", "serialised", "connected", "handshake",
         "sendingWrite", "beforeSending", "afterSending", "quarter:1", "quarter:2", "quarter:3",
         "quarter:4", "firstReply", "reply", "outcomeWrite", "beforeOutcome", "afterOutcome",
         "read:1", "read:2", "read:3")
KILLS = 300


def kill_rounds(seed, count=KILLS):
    """`count` rounds: each named point over both transports with each loss, the points of making,
    recovering and migrating a journal, and the rest at random calls."""
    rounds = []

    def add(kind, transport, point, loss, act="Approve"):
        rounds.append(Round(kind, transport, act, point, loss, seed * 10_000 + len(rounds)))

    for point in NAMED:
        for transport in TRANSPORTS:
            if point == "handshake" and transport == "plain":
                continue
            for loss in LOSSES:
                add("decision", transport, point, loss)
    for number in range(1, 9):
        for loss in LOSSES:
            add("opening", TRANSPORTS[number % 2], f"journal:{number}", loss)
            add("recovery", TRANSPORTS[number % 2],
                f"{'journal' if number < 4 else 'call'}:{number if number < 4 else number * 40}",
                loss)
    for number in (1, 2, 4, 8, 12, 16):
        for loss in LOSSES:
            add("migration", TRANSPORTS[number // 2 % 2], f"journal:{number}", loss)
    for number in range(1, 4):
        for loss in LOSSES:
            add("opening", TRANSPORTS[number % 2], f"sync:{number}", loss)
            add("migration", TRANSPORTS[number % 2], f"sync:{number}", loss)
    chosen = random.Random(seed)
    acts = list(ACTS)
    while len(rounds) < count:
        add("decision", chosen.choice(TRANSPORTS), f"part:{chosen.randrange(101)}",
            chosen.choice(LOSSES), chosen.choice(acts))
    return rounds[:count]


def fault_rounds(seed, repeats=20):
    """Each fault `repeats` times with Approve, plain and over TLS in turn, and once over each with
    every other act."""
    rounds = []
    for fault in FAULTS:
        for number in range(repeats):
            rounds.append(Round("fault", TRANSPORTS[number % 2], "Approve", fault, "-",
                                seed * 10_000 + len(rounds)))
        for act in ACTS:
            for transport in TRANSPORTS:
                if act != "Approve":
                    rounds.append(Round("fault", transport, act, fault, "-",
                                        seed * 10_000 + len(rounds)))
    return rounds


def random_round(seed):
    """One round of a long campaign; the same for the same seed."""
    chosen = random.Random(seed)
    transport = chosen.choice(TRANSPORTS)
    act = chosen.choice(list(ACTS))
    if chosen.random() < 0.3:
        return Round("fault", transport, act, chosen.choice(FAULTS), "-", seed)
    loss = chosen.choice(LOSSES)
    kind = chosen.choice(("decision", "decision", "decision", "opening", "recovery"))
    point = {"decision": f"part:{chosen.randrange(101)}",
             "opening": f"journal:{chosen.randrange(1, 12)}",
             "recovery": f"call:{chosen.randrange(1, 250)}"}[kind]
    if kind == "decision" and chosen.random() < 0.5:
        point = chosen.choice([name for name in NAMED
                               if name != "handshake" or transport == "tls"])
        # Other acts are settled by fewer readings.
        act = "Approve" if point.startswith("read:") else act
    return Round(kind, transport, act, point, loss, seed)
