# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker of rounds finds what it is for: hand-made rounds that violate one rule each."""

import pathlib
import unittest

from plans import KILLS, NAMED, fault_rounds, kill_rounds
from rounds import FAULTS, WORDS, Played, Ran, Round, Violation
from world import ACTS

GOOD = ["intent-recorded", "sending", "accepted", "reconciled-applied"]


def journal(event, states, problem=-1, chain=""):
    entries = [{"id": "d", "states": states}] if states else []
    return {"event": event, "problem": problem, "chain": chain, "entries": entries}


def told(state, sentence=None):
    return {"event": "told", "id": "d", "state": state, "sentence": sentence or WORDS[state][0]}


def check(receipts, said, disk, recovered, final, problem=-1, ended="settled"):
    """A decision said `said` and was killed; its recovery found `disk` and said `recovered`."""
    played = Played(None, Round("decision", "plain", "Approve", "x", "none", 1), None,
                    pathlib.Path("unused"))
    played.receipts = lambda: receipts
    played.check([Ran(-9, [{"event": "decides", "id": "d"}, *said], [])],
                 Ran(0, [journal("found", disk, problem), *recovered, journal(ended, final)], []))
    return played.said


class Checker(unittest.TestCase):
    def setUp(self):
        self.effect = [{"n": 7, "effect": True}]
        self.nothing = [{"n": 7, "effect": False}]
        self.said = [told("intent-recorded"), told("sending")]

    def violates(self, words, *arguments, **more):
        with self.assertRaisesRegex(Violation, words):
            check(*arguments, **more)

    def test_good_rounds_pass(self):
        ambiguous = ["intent-recorded", "sending", "ambiguous"]
        self.assertEqual(check(self.effect, self.said, GOOD[:2],
                               [told("ambiguous"), told("reconciled-applied")],
                               [*ambiguous, "reconciled-applied"]), "reconciled-applied")
        self.assertEqual(check([], self.said[:1], GOOD[:1], [told("not-sent")],
                               ["intent-recorded", "not-sent"]), "not-sent")
        self.assertEqual(check(self.nothing, self.said, GOOD[:2],
                               [told("ambiguous"), told("reconciled-not-applied")],
                               [*ambiguous, "reconciled-not-applied"]), "reconciled-not-applied")

    def test_two_requests(self):
        self.violates("I1", [*self.effect, {"n": 8, "effect": False}], self.said, GOOD, [], GOOD)

    def test_a_request_without_a_durable_intent(self):
        self.violates("I2", self.effect, [], [], [], [])
        self.violates("I2", self.effect, self.said[:1], GOOD[:1], [told("not-sent")],
                      ["intent-recorded", "not-sent"])

    def test_words_against_receipts(self):
        self.violates("I3", self.nothing, [*self.said, told("reconciled-applied")], GOOD, [], GOOD)
        final = ["intent-recorded", "sending", "ambiguous", "reconciled-not-applied"]
        self.violates("I4", self.effect, self.said, GOOD[:2], [told("reconciled-not-applied")],
                      final)
        self.violates("I4", self.nothing, self.said, GOOD[:2], [told("not-sent")],
                      ["intent-recorded", "sending", "not-sent"])
        self.violates("is told as", self.effect, [told("sending", "Approved.")], GOOD, [], GOOD)

    def test_what_was_told_is_lost(self):
        self.violates("was told and the journal holds", self.effect,
                      [*self.said, told("accepted")], GOOD[:2], [told("ambiguous")],
                      ["intent-recorded", "sending", "ambiguous", "reconciled-other-actor"])

    def test_sending_that_never_ends(self):
        self.violates("I9", self.nothing, self.said, GOOD[:2], [told("ambiguous")], GOOD[:2])
        self.violates("I9", self.nothing, self.said, GOOD[:2], [],
                      ["intent-recorded", "sending", "ambiguous", "unresolved"])
        self.violates("settled in the end", self.nothing, self.said, GOOD[:2], [told("ambiguous")],
                      GOOD[:2], ended="gaveUp")

    def test_a_damaged_journal(self):
        self.violates("the journal is whole", self.effect, self.said, GOOD, [], GOOD, problem=5)


class Plans(unittest.TestCase):
    def test_every_named_point_is_played_with_each_loss(self):
        rounds = kill_rounds(1)
        self.assertEqual(len(rounds), KILLS)
        self.assertEqual(len(set(rounds)), KILLS)
        for point in NAMED:
            losses = {one.loss for one in rounds if one.point == point and one.kind == "decision"}
            self.assertEqual(losses, {"none", "all", "some"}, point)
            over = {one.transport for one in rounds if one.point == point}
            self.assertIn("tls", over)
        self.assertEqual({one.kind for one in rounds},
                         {"decision", "opening", "recovery", "migration"})

    def test_every_fault_is_played_with_every_act(self):
        rounds = fault_rounds(1)
        for fault in FAULTS:
            approved = [one for one in rounds if one.point == fault and one.act == "Approve"]
            self.assertEqual(len(approved), 20, fault)
            self.assertEqual({one.act for one in rounds if one.point == fault}, set(ACTS))
        self.assertEqual({one.transport for one in rounds}, {"plain", "tls"})

    def test_a_round_is_named_by_its_line(self):
        for one in [*kill_rounds(3), *fault_rounds(3)]:
            self.assertEqual(Round.parse(str(one)), one)


if __name__ == "__main__":
    unittest.main()
