// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decisiontrack.h"
#include "app/journal/sqlitejournal.h"
#include "tests/support/changedrecords.h"
#include "tests/support/failingjournal.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using State = DecisionState;
using Stop = DecisionProgress::Stop;

namespace {

DecisionRecord recordFor(char id)
{
    DecisionRecord record = wholeRecord();
    record.id = {QByteArray(32, id)};
    record.executionId = ExecutionId(QStringLiteral("exec-%1").arg(QLatin1Char(id)));
    record.predecessor.reset();
    return record;
}

StepFacts answered(int status)
{
    StepFacts facts;
    facts.httpStatus = status;
    facts.requestId = QStringLiteral("R-1");
    return facts;
}

std::vector<State> wayOf(const JournalEntry &entry)
{
    std::vector<State> way;
    for (const JournalStep &step : entry.steps)
        way.push_back(step.state);
    return way;
}

} // namespace

//! Against a journal in a file; a full disk is a switch before it.
class tst_DecisionTrack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fullDisk_beforeTheIntent_stops();
    void fullDisk_beforeSending_refuses();
    void fullDisk_afterSending_isCaughtUpWith();
    void begunAnew_goesOnInMemory();
    void begunAnew_nothingIsSent();
    void takeUp_knowsWhatWasAnswered();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<SqliteJournal> m_file;
    std::unique_ptr<FailingJournal> m_journal;
};

void tst_DecisionTrack::init()
{
    m_journal.reset();
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<SqliteJournal>(m_folder->filePath(QStringLiteral("j")), m_clock);
    QVERIFY(!m_file->problem());
    m_journal = std::make_unique<FailingJournal>(*m_file);
}

void tst_DecisionTrack::fullDisk_beforeTheIntent_stops()
{
    DecisionTrack track(*m_journal);
    track.record = recordFor('1');
    m_journal->setFailing(true);
    QVERIFY(!track.recordIntent({}));
    QCOMPARE(track.progress.state, State::NotSent);
    QCOMPARE(track.progress.stop, Stop::Journal);
    QVERIFY(track.progress.journalProblem);
    QCOMPARE(track.progress.journalProblem->kind, JournalProblem::Kind::NoRoom);
    QVERIFY(m_file->entries().empty());
    // There is room again: nothing was sent all the same, and deciding is open.
    m_journal->setFailing(false);
    QVERIFY(!track.progress.journalProblem);
    QCOMPARE(track.progress.stop, Stop::Journal);
}

void tst_DecisionTrack::fullDisk_beforeSending_refuses()
{
    DecisionTrack track(*m_journal);
    track.record = recordFor('1');
    QVERIFY(track.recordIntent({}));
    m_journal->setFailing(true);
    QVERIFY(!track.tryMove(State::Sending));
    QCOMPARE(track.progress.state, State::IntentRecorded);
    QCOMPARE(m_file->entry(track.record.id)->state(), State::IntentRecorded);
    // That nothing left is known all the same, and written as soon as that can be.
    track.progress.stop = Stop::Journal;
    track.move(State::NotSent);
    QCOMPARE(track.progress.state, State::NotSent);
    QCOMPARE(track.progress.stop, Stop::Journal);
    m_journal->setFailing(false);
    QCOMPARE(m_file->entry(track.record.id)->state(), State::NotSent);
    QCOMPARE(track.progress.stop, Stop::Journal);
}

void tst_DecisionTrack::fullDisk_afterSending_isCaughtUpWith()
{
    DecisionTrack track(*m_journal);
    track.record = recordFor('1');
    QVERIFY(track.recordIntent({}));
    QVERIFY(track.tryMove(State::Sending));
    m_journal->setFailing(true);
    track.move(State::Accepted, answered(200));
    QCOMPARE(track.progress.state, State::Accepted);
    QCOMPARE(track.progress.stop, Stop::Unrecorded);
    track.move(State::ReconciledApplied);
    QCOMPARE(track.progress.state, State::ReconciledApplied);
    QCOMPARE(m_file->entry(track.record.id)->state(), State::Sending);
    m_journal->setFailing(false);
    const std::vector<State> expected{State::IntentRecorded, State::Sending, State::Accepted,
                                      State::ReconciledApplied};
    QVERIFY(wayOf(*m_file->entry(track.record.id)) == expected);
    QCOMPARE(m_file->entry(track.record.id)->stepTo(State::Accepted)->facts.requestId,
             QStringLiteral("R-1"));
    QCOMPARE(track.progress.stop, Stop::None);
}

//! While a decision is under way, the journal turns out to be damaged and is put aside.
void tst_DecisionTrack::begunAnew_goesOnInMemory()
{
    DecisionTrack track(*m_journal);
    track.record = recordFor('1');
    QVERIFY(track.recordIntent({}));
    QVERIFY(track.tryMove(State::Sending));
    m_journal->setFailing(true);
    track.move(State::Ambiguous);
    QCOMPARE(track.progress.stop, Stop::Unrecorded);
    QVERIFY(track.progress.journalProblem);
    SqliteJournal other(m_folder->filePath(QStringLiteral("other")), m_clock);
    m_journal->replace(other);
    m_journal->setFailing(false);
    QCOMPARE(track.progress.state, State::Ambiguous);
    QCOMPARE(track.progress.stop, Stop::Unrecorded);
    QVERIFY(!track.progress.journalProblem);
    track.move(State::Unresolved);
    QCOMPARE(track.progress.state, State::Unresolved);
    QVERIFY(!track.progress.journalProblem);
    QVERIFY(other.entries().empty());
}

void tst_DecisionTrack::begunAnew_nothingIsSent()
{
    DecisionTrack track(*m_journal);
    track.record = recordFor('1');
    QVERIFY(track.recordIntent({}));
    SqliteJournal other(m_folder->filePath(QStringLiteral("other")), m_clock);
    m_journal->replace(other);
    QVERIFY(!track.tryMove(State::Sending));
    track.move(State::NotSent);
    QCOMPARE(track.progress.state, State::NotSent);
    QVERIFY(!track.tryMove(State::Sending));
}

void tst_DecisionTrack::takeUp_knowsWhatWasAnswered()
{
    {
        DecisionTrack track(*m_journal);
        track.record = recordFor('1');
        QVERIFY(track.recordIntent({}));
        QVERIFY(track.tryMove(State::Sending));
        StepFacts facts = answered(400);
        facts.code = QStringLiteral("NotAnApprover");
        track.move(State::RefusedCodeUnknown, facts);
    }
    DecisionTrack track(*m_journal);
    track.takeUp(*m_file->entry({QByteArray(32, '1')}));
    QVERIFY(track.progress.isResumed && track.progress.isStarted);
    QCOMPARE(track.progress.state, State::RefusedCodeUnknown);
    QCOMPARE(track.progress.report.code, QStringLiteral("NotAnApprover"));
    QCOMPARE(track.progress.report.requestId, QStringLiteral("R-1"));
    QCOMPARE(track.progress.sentAt, m_clock.now());
    QVERIFY(track.tryMove(State::Refused));
    QCOMPARE(m_file->entry(track.record.id)->state(), State::Refused);
}

QTEST_GUILESS_MAIN(tst_DecisionTrack)
#include "tst_decisiontrack.moc"
