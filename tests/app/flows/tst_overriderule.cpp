// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/overriderule.h"

#include <QTest>

using namespace countersign;

// security.md 4.6: for Approve and Reject where one approval is enough a plain second confirmation,
// in every other case the typed one.
class tst_OverrideRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule_data();
    void rule();
};

void tst_OverrideRule::rule_data()
{
    using State = DecisionState;
    using Kind = OverrideRule::Kind;
    QTest::addColumn<Act>("act");
    QTest::addColumn<int>("required"); // 0: could not be read
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("waitsForOthers");
    QTest::addColumn<bool>("isUnchanged");
    QTest::addColumn<Kind>("expected");
    const auto add = [](const char *name, Act act, int required, State state, Kind expected,
                        bool isUnchanged = true, bool others = false) {
        QTest::newRow(name) << act << required << state << others << isUnchanged << expected;
    };
    add("approve", Act::Approve, 1, State::Ambiguous, Kind::SecondConfirmation);
    add("reject", Act::Reject, 1, State::Ambiguous, Kind::SecondConfirmation);
    add("approve, accepted without effect", Act::Approve, 1, State::Accepted,
        Kind::SecondConfirmation);
    // It is read and closed, which opens deciding by itself.
    add("approve, unresolved", Act::Approve, 1, State::Unresolved, Kind::None);
    add("reject, approving needs two", Act::Reject, 2, State::Ambiguous, Kind::SecondConfirmation);
    add("approve, needs two", Act::Approve, 2, State::Ambiguous, Kind::Typed);
    add("approve, need not readable", Act::Approve, 0, State::Ambiguous, Kind::Typed);
    add("retry", Act::RetryTask, 1, State::Ambiguous, Kind::Typed);
    add("skip", Act::SkipTask, 1, State::Ambiguous, Kind::Typed);
    add("run task", Act::ExecuteTask, 1, State::Ambiguous, Kind::Typed);
    add("cancel task", Act::CancelTask, 1, State::Ambiguous, Kind::Typed);
    add("end execution", Act::CompleteExecution, 1, State::Ambiguous, Kind::Typed);
    add("cancel execution", Act::CancelExecution, 1, State::Ambiguous, Kind::Typed);
    add("something moved", Act::Approve, 1, State::Ambiguous, Kind::None, false);
    add("waits for others", Act::Approve, 2, State::Accepted, Kind::None, true, true);
    add("a refusal is checked within seconds", Act::Approve, 1, State::RefusedCodeUnknown,
        Kind::None);
    add("on its way", Act::Approve, 1, State::Sending, Kind::None);
    add("settled", Act::Approve, 1, State::ReconciledApplied, Kind::None);
    add("not sent", Act::Approve, 1, State::NotSent, Kind::None);
}

void tst_OverrideRule::rule()
{
    QFETCH(Act, act);
    QFETCH(int, required);
    QFETCH(DecisionState, state);
    QFETCH(bool, waitsForOthers);
    QFETCH(bool, isUnchanged);
    QFETCH(OverrideRule::Kind, expected);
    const QDateTime from(QDate(2026, 3, 2), QTime(8, 1), Qt::UTC);
    DecisionRecord record;
    record.act = act;
    DecisionBasis basis;
    if (required > 0)
        basis.requiredApprovals = required;
    DecisionProgress progress;
    progress.state = state;
    progress.waitsForOthers = waitsForOthers;
    if (isUnchanged)
        progress.mayOverrideFrom = from;
    const OverrideRule rule = overrideRule(record, basis, progress);
    QCOMPARE(rule.kind, expected);
    QCOMPARE(rule.from, expected == OverrideRule::Kind::None ? QDateTime() : from);
}

QTEST_GUILESS_MAIN(tst_OverrideRule)
#include "tst_overriderule.moc"
