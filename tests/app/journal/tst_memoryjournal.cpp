// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/memoryjournal.h"

#include <QSignalSpy>
#include <QTest>

#include <iterator>
#include <vector>

using namespace countersign;

namespace {

DecisionRecord record(const QByteArray &id, const QString &task,
                      const QString &execution = QStringLiteral("exec-1"))
{
    DecisionRecord made;
    made.id = {id};
    made.where.accountId = QStringLiteral("2000000000000042");
    made.where.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.executionId = ExecutionId(execution);
    made.taskExecutionId = TaskExecutionId(task);
    made.note = QStringLiteral("note of ") + task;
    return made;
}

} // namespace

class tst_MemoryJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void append_sameWaitTwice_isRefused();
    void append_afterEnd_isTaken();
    void append_wholeRun_standsForEveryTask();
    void append_severalRows_standForTheRun();
    void append_otherAccountOrRun_isTaken();
    void append_knownId_isRefused();
    void transition_wrongFrom_movesNothing();
    void transition_notDrawn_movesNothing();
    void transition_drawn_keepsEveryStep();
    void markWaitsForOthers_accepted_blocksNothing();
    void isSending_betweenIntentAndOutcome();
    void moved_namesTheRecord_beforeChanged();
};

void tst_MemoryJournal::append_sameWaitTwice_isRefused()
{
    MemoryJournal journal;
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    const auto error = journal.append(record("b", QStringLiteral("t1")));
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::LocalFault);
    QCOMPARE(journal.entries().size(), std::size_t(1));
    QVERIFY(!journal.append(record("c", QStringLiteral("t2"))));
}

void tst_MemoryJournal::append_afterEnd_isTaken()
{
    MemoryJournal journal;
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::NotSent));
    QVERIFY(!journal.append(record("b", QStringLiteral("t1"))));
}

void tst_MemoryJournal::append_wholeRun_standsForEveryTask()
{
    MemoryJournal journal;
    QVERIFY(!journal.append(record("a", QString())));
    QVERIFY(journal.append(record("b", QStringLiteral("t1"))));
    MemoryJournal other;
    QVERIFY(!other.append(record("a", QStringLiteral("t1"))));
    QVERIFY(other.append(record("b", QString())));
}

void tst_MemoryJournal::append_severalRows_standForTheRun()
{
    DecisionRecord several = record("a", QString());
    several.act = Act::RetryTask;
    several.taskExecutionIds = {TaskExecutionId(QStringLiteral("t1")),
                                TaskExecutionId(QStringLiteral("t2"))};
    MemoryJournal journal;
    QVERIFY(!journal.append(several));
    several.id = {"b"};
    several.taskExecutionIds = {TaskExecutionId(QStringLiteral("t3")),
                                TaskExecutionId(QStringLiteral("t4"))};
    QVERIFY(journal.append(several));
    QVERIFY(journal.append(record("c", QStringLiteral("t5"))));
    QVERIFY(!journal.append(record("d", QStringLiteral("t5"), QStringLiteral("exec-2"))));
}

void tst_MemoryJournal::append_otherAccountOrRun_isTaken()
{
    MemoryJournal journal;
    QVERIFY(!journal.append(record("a", QString())));
    DecisionRecord otherAccount = record("b", QString());
    otherAccount.where.accountId = QStringLiteral("1");
    QVERIFY(!journal.append(otherAccount));
    DecisionRecord otherRegion = record("c", QString());
    otherRegion.where.place.region = RegionId(QStringLiteral("cn-beijing"));
    QVERIFY(!journal.append(otherRegion));
    QVERIFY(!journal.append(record("d", QString(), QStringLiteral("exec-2"))));
}

void tst_MemoryJournal::append_knownId_isRefused()
{
    MemoryJournal journal;
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(journal.append(record("a", QStringLiteral("t9"))));
}

void tst_MemoryJournal::transition_wrongFrom_movesNothing()
{
    MemoryJournal journal;
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(journal.transition({"a"}, DecisionState::Sending, DecisionState::Ambiguous));
    QVERIFY(journal.transition({"b"}, DecisionState::Sending, DecisionState::Ambiguous));
    QCOMPARE(journal.entry({"a"})->state(), DecisionState::IntentRecorded);
}

void tst_MemoryJournal::transition_notDrawn_movesNothing()
{
    MemoryJournal journal;
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(
        journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::ReconciledApplied));
    QCOMPARE(journal.entry({"a"})->steps.size(), std::size_t(1));
}

void tst_MemoryJournal::transition_drawn_keepsEveryStep()
{
    MemoryJournal journal;
    QSignalSpy spy(&journal, &DecisionJournal::changed);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    const DecisionState way[] = {DecisionState::IntentRecorded, DecisionState::Sending,
                                 DecisionState::Sent, DecisionState::Ambiguous,
                                 DecisionState::ReconciledApplied};
    for (std::size_t i = 1; i < std::size(way); ++i)
        QVERIFY(!journal.transition({"a"}, way[i - 1], way[i]));
    const auto entry = journal.entry({"a"});
    QCOMPARE(entry->steps.size(), std::size(way));
    for (std::size_t i = 0; i < std::size(way); ++i)
        QCOMPARE(entry->steps[i].state, way[i]);
    QVERIFY(!entry->isOpen());
    QCOMPARE(spy.count(), 5);
    QVERIFY(journal.transition({"a"}, DecisionState::ReconciledApplied, DecisionState::Ambiguous));
}

void tst_MemoryJournal::markWaitsForOthers_accepted_blocksNothing()
{
    MemoryJournal journal;
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(journal.markWaitsForOthers({"a"}));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Sent));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sent, DecisionState::Accepted));
    QVERIFY(journal.append(record("b", QStringLiteral("t1"))));
    QVERIFY(!journal.markWaitsForOthers({"a"}));
    QVERIFY(!journal.append(record("b", QStringLiteral("t1"))));
}

void tst_MemoryJournal::isSending_betweenIntentAndOutcome()
{
    MemoryJournal journal;
    const QString account = QStringLiteral("2000000000000042");
    const RegionId region(QStringLiteral("cn-hangzhou"));
    QVERIFY(!journal.isSending(account, region));
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(journal.isSending(account, region));
    QVERIFY(!journal.isSending(account, RegionId(QStringLiteral("cn-beijing"))));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending));
    QVERIFY(journal.isSending(account, region));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Ambiguous));
    QVERIFY(!journal.isSending(account, region));
}

void tst_MemoryJournal::moved_namesTheRecord_beforeChanged()
{
    MemoryJournal journal;
    QByteArrayList told;
    connect(&journal, &DecisionJournal::moved, this,
            [&told](const DecisionId &id) { told += id.hex; });
    connect(&journal, &DecisionJournal::changed, this, [&told] { told += "changed"; });
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::NotSent));
    QVERIFY(!journal.removeEndedBefore(QDateTime::currentDateTimeUtc().addDays(1)));
    QCOMPARE(told, QByteArrayList({"a", "changed", "a", "changed", "changed"}));
}

QTEST_GUILESS_MAIN(tst_MemoryJournal)
#include "tst_memoryjournal.moc"
