// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/owndecisions.h"
#include "app/journal/sqlitejournal.h"
#include "tests/support/changedrecords.h"
#include "tests/support/failingjournal.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

DecisionRecord recordOf(char id)
{
    DecisionRecord record = wholeRecord();
    record.id = {QByteArray(32, id)};
    record.predecessor.reset();
    return record;
}

TaskExecution touchedAt(const QDateTime &time)
{
    TaskExecution row;
    row.updateDate = time;
    return row;
}

} // namespace

//! Whether the records here are all that there can be.
class tst_OwnDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void fromTheBeginning_allAreKnown();
    void contentTakenOff_whatCameLaterIsKnown();
    void damaged_noneAreAll();
    void begunAnew_whatCameLaterIsKnown();
    void fullDisk_allAreKnown();

private:
    bool spoil() const
    {
        QFile file(m_folder->filePath(QStringLiteral("decisions.db")));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray(8'192, 'x')) == 8'192;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void tst_OwnDecisions::fromTheBeginning_allAreKnown()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    const DecisionRecord record = recordOf('1');
    QVERIFY(ownDecisions(journal, record.executionId, touchedAt(m_clock.now())).areAll);
    QVERIFY(!journal.append(record));
    const OwnDecisions own = ownDecisions(journal, record.executionId, {});
    QVERIFY(own.areAll);
    QCOMPARE(own.recorded.size(), std::size_t(1));
}

void tst_OwnDecisions::contentTakenOff_whatCameLaterIsKnown()
{
    const DecisionRecord record = recordOf('1');
    const QDateTime limit = m_clock.now().addDays(1);
    {
        SqliteJournal journal(m_folder->path(), m_clock);
        QVERIFY(!journal.append(record));
        QVERIFY(
            !journal.transition(record.id, DecisionState::IntentRecorded, DecisionState::NotSent));
        QVERIFY(!journal.removeEndedBefore(limit));
        QVERIFY(!ownDecisions(journal, record.executionId, touchedAt(m_clock.now())).areAll);
    }
    // As after a restart of the program.
    const SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!ownDecisions(journal, record.executionId, touchedAt(m_clock.now())).areAll);
    QVERIFY(!ownDecisions(journal, record.executionId, {}).areAll);
    QVERIFY(ownDecisions(journal, record.executionId, touchedAt(limit.addDays(1))).areAll);
}

void tst_OwnDecisions::damaged_noneAreAll()
{
    QVERIFY(spoil());
    const SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(journal.problem());
    QVERIFY(!ownDecisions(journal, recordOf('1').executionId, touchedAt(m_clock.now())).areAll);
}

void tst_OwnDecisions::begunAnew_whatCameLaterIsKnown()
{
    QVERIFY(spoil());
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.keepAndStartAnew());
    const ExecutionId run = recordOf('1').executionId;
    QVERIFY(!ownDecisions(journal, run, touchedAt(m_clock.now())).areAll);
    QVERIFY(ownDecisions(journal, run, touchedAt(m_clock.now().addDays(1))).areAll);
}

void tst_OwnDecisions::fullDisk_allAreKnown()
{
    SqliteJournal inner(m_folder->path(), m_clock);
    FailingJournal journal(inner);
    journal.setFailing(true);
    QVERIFY(ownDecisions(journal, recordOf('1').executionId, touchedAt(m_clock.now())).areAll);
}

QTEST_GUILESS_MAIN(tst_OwnDecisions)
#include "tst_owndecisions.moc"
