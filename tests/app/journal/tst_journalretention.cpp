// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/journal/journalcases.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace countersign;
using namespace countersign::journalcases;

class tst_JournalRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ended_areRemoved_chainHolds();
    void openAndUnresolved_stay();
    void overridden_staysAfterItsSuccessorWent();
    void removedText_isNotInTheFiles();
    void nothingEnded_addsNothing();
    void removal_isSeenByWhoTampers();
    void removal_ofOtherRecords_isSeen_data();
    void removal_ofOtherRecords_isSeen();

private:
    QString path() const { return m_folder->path(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void tst_JournalRetention::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_JournalRetention::ended_areRemoved_chainHolds()
{
    QByteArray head;
    {
        SqliteJournal journal(path(), m_clock);
        decide(journal, 1, DecisionState::Accepted, DecisionState::ReconciledApplied);
        m_clock.advance(std::chrono::hours(24));
        const QDateTime limit = m_clock.now();
        // Begun before the time, ended at it.
        decide(journal, 2, DecisionState::NotSent);
        m_clock.advance(std::chrono::hours(24));
        decide(journal, 3, DecisionState::Refused);
        QSignalSpy spy(&journal, &DecisionJournal::changed);
        QVERIFY(!journal.removeEndedBefore(limit));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(journal.entries().size(), std::size_t(2));
        QVERIFY(!journal.entry({idOf(1)}));
        QVERIFY(journal.approvedTasks(QStringLiteral("2000000000000042"), QStringLiteral("li.wei"))
                    .empty());
        QCOMPARE(journal.links(), 11);
        QVERIFY(!journal.checkedChain());
        head = journal.head();
    }
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.problem());
    QCOMPARE(journal.head(), head);
    QCOMPARE(journal.entries().size(), std::size_t(2));
    decide(journal, 4, DecisionState::Accepted, DecisionState::ReconciledApplied);
    QVERIFY(!journal.removeEndedBefore(m_clock.now().addDays(1)));
    QVERIFY(journal.entries().empty());
    QVERIFY(!journal.checkedChain());
}

void tst_JournalRetention::openAndUnresolved_stay()
{
    SqliteJournal journal(path(), m_clock);
    decide(journal, 1, DecisionState::Ambiguous);
    decide(journal, 2, DecisionState::Ambiguous, DecisionState::Unresolved);
    decide(journal, 3, DecisionState::Accepted);
    decide(journal, 4, DecisionState::RefusedCodeUnknown);
    decide(journal, 5, DecisionState::Accepted);
    QVERIFY(!journal.markWaitsForOthers({idOf(5)}));
    QVERIFY(!journal.append(record(idOf(6), QStringLiteral("t6"))));
    decide(journal, 7, DecisionState::Ambiguous, DecisionState::Unresolved);
    QVERIFY(!journal.close({idOf(7)}, {}));
    const QDateTime later = m_clock.now().addYears(10);
    QVERIFY(!journal.removeEndedBefore(later));
    QCOMPARE(journal.entries().size(), std::size_t(6));
    QVERIFY(!journal.entry({idOf(7)}));
    QVERIFY(!journal.close({idOf(2)}, {}));
    QVERIFY(!journal.removeEndedBefore(later));
    QVERIFY(!journal.entry({idOf(2)}));
    QCOMPARE(journal.unsettledEntries().size(), std::size_t(5));
    QVERIFY(!journal.checkedChain());
}

void tst_JournalRetention::overridden_staysAfterItsSuccessorWent()
{
    {
        SqliteJournal journal(path(), m_clock);
        decide(journal, 1, DecisionState::Ambiguous);
        DecisionRecord again = journal.entry({idOf(1)})->record;
        again.predecessor = again.id;
        again.id = {idOf(2)};
        QVERIFY(!journal.append(again));
        QVERIFY(
            !journal.transition({idOf(2)}, DecisionState::IntentRecorded, DecisionState::NotSent));
        QVERIFY(!journal.removeEndedBefore(m_clock.now().addDays(1)));
        QVERIFY(!journal.entry({idOf(2)}));
    }
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.problem());
    QCOMPARE(journal.entries().size(), std::size_t(1));
    QCOMPARE(journal.entry({idOf(1)})->overriddenBy, DecisionId{idOf(2)});
    QVERIFY(!journal.entry({idOf(1)})->isOpen());
}

void tst_JournalRetention::removedText_isNotInTheFiles()
{
    SqliteJournal journal(path(), m_clock);
    DecisionRecord spoken = record(idOf(1), QStringLiteral("t1"));
    spoken.note = QStringLiteral("canary-of-the-note");
    QVERIFY(!journal.append(spoken));
    QVERIFY(!journal.transition({idOf(1)}, DecisionState::IntentRecorded, DecisionState::NotSent));
    QVERIFY(!journal.removeEndedBefore(m_clock.now().addDays(1)));
    for (const QFileInfo &file : QDir(path()).entryInfoList(QDir::Files))
        QVERIFY2(!bytesOf(file.filePath()).contains("canary-of"), qPrintable(file.fileName()));
}

void tst_JournalRetention::nothingEnded_addsNothing()
{
    SqliteJournal journal(path(), m_clock);
    decide(journal, 1, DecisionState::Accepted);
    QVERIFY(!journal.removeEndedBefore(m_clock.now().addDays(1)));
    QCOMPARE(journal.links(), 3);
}

void tst_JournalRetention::removal_isSeenByWhoTampers()
{
    {
        SqliteJournal journal(path(), m_clock);
        decide(journal, 1, DecisionState::NotSent);
        decide(journal, 2, DecisionState::NotSent);
        QVERIFY(!journal.removeEndedBefore(m_clock.now().addDays(1)));
        decide(journal, 3, DecisionState::NotSent);
    }
    // One more decision than the removal names.
    tamper(path(), [](SqlConnection &connection) {
        return connection.run(QStringLiteral(
                   "UPDATE links SET content = NULL, decision = NULL WHERE number = 8")) &&
               connection.run(QStringLiteral("DELETE FROM decisions WHERE sequence = 3"));
    });
    SqliteJournal journal(path(), m_clock);
    QCOMPARE(journal.problem()->finding, QStringLiteral("record 8 has lost its content"));
}

void tst_JournalRetention::removal_ofOtherRecords_isSeen_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("finding");
    QTest::newRow("lost before the removed ones")
        << QStringLiteral("UPDATE links SET content = NULL WHERE number = 2")
        << QStringLiteral("record 2 has lost its content");
    QTest::newRow("removed, and there")
        << QStringLiteral("UPDATE links SET content = CAST('{}' AS BLOB), decision = 1,"
                          " content_sha256 = content_sha256 WHERE number = 4")
        << QStringLiteral("record 4 is not what was written");
}

void tst_JournalRetention::removal_ofOtherRecords_isSeen()
{
    QFETCH(QString, statement);
    {
        SqliteJournal journal(path(), m_clock);
        decide(journal, 1, DecisionState::Accepted); // stays
        decide(journal, 2, DecisionState::NotSent);
        QVERIFY(!journal.removeEndedBefore(m_clock.now().addDays(1)));
    }
    tamper(path(), [&statement](SqlConnection &connection) { return connection.run(statement); });
    SqliteJournal journal(path(), m_clock);
    QTEST(journal.problem()->finding, "finding");
}

QTEST_GUILESS_MAIN(tst_JournalRetention)
#include "tst_journalretention.moc"
