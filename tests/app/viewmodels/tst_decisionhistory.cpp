// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionhistory.h"
#include "journalbook.h"
#include "reviewfacts.h"

#include <QFile>
#include <QSignalSpy>

using namespace countersign;
using namespace countersign::journaltest;

namespace {

HistorySubject subject(const QString &execution = QStringLiteral("exec-1"))
{
    const DecisionPlace where = record(1).where;
    return {where.place, where.accountId, ExecutionId(execution)};
}

TaskExecution taskWithNote(const QString &id, const QString &note)
{
    TaskExecution task = reviewtest::row(id, QStringLiteral("gate"), RunStatus::Success);
    JsonWriter writer;
    writer.beginObject();
    writer.member(QStringLiteral("NotifyNote"), note);
    writer.endObject();
    task.extraData = reviewtest::embedded(writer.bytes());
    return task;
}

QStringList notes(DecisionHistory &history)
{
    QStringList listed;
    for (int row = 0; row < history.decisions()->rowCount(); ++row)
        listed += history.decisions()->rowAt(row).note;
    return listed;
}

} // namespace

class tst_DecisionHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisions_newestFirst_ofThisRunAlone();
    void sameIdInAnotherAccountOrRegion_isAnotherRun();
    void accountNotKnown_profileTells();
    void journalMoves_listFollows();
    void notes_ofOthersAreFound();
    void ownNote_isNotFoundTwice();
    void noteOfADecisionThatNeverArrived_isSomebodyElses();
    void notReadAgain_foundNotesStay();
    void lifeOf_listedOnes();
    void nothing_saysWhy();
    void brokenJournal_isSaid();
};

void tst_DecisionHistory::decisions_newestFirst_ofThisRunAlone()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    QVERIFY(book.add(record(2, QStringLiteral("exec-2"))));
    book.clock.advance(std::chrono::seconds(1));
    QVERIFY(book.add(record(3), toUnknown));
    DecisionHistory history(book.journal);
    history.show(subject(), nullptr);
    QCOMPARE(notes(history), QStringList({QStringLiteral("note 3"), QStringLiteral("note 1")}));
    QCOMPARE(standingOf(history.decisions()->rowAt(0)), DecisionStanding::Unknown);
    QCOMPARE(standingOf(history.decisions()->rowAt(1)), DecisionStanding::Done);
    history.show(subject(QStringLiteral("exec-2")), nullptr);
    QCOMPARE(notes(history), QStringList(QStringLiteral("note 2")));
    history.show(std::nullopt, nullptr);
    QCOMPARE(history.decisions()->rowCount(), 0);
}

void tst_DecisionHistory::sameIdInAnotherAccountOrRegion_isAnotherRun()
{
    Book book;
    DecisionRecord elsewhere = record(1);
    elsewhere.where.accountId = QStringLiteral("2000000000000043");
    QVERIFY(book.add(elsewhere));
    elsewhere = record(2);
    elsewhere.where.place.region = RegionId(QStringLiteral("cn-beijing"));
    QVERIFY(book.add(elsewhere));
    QVERIFY(book.add(record(3)));
    DecisionHistory history(book.journal);
    history.show(subject(), nullptr);
    QCOMPARE(notes(history), QStringList(QStringLiteral("note 3")));
}

void tst_DecisionHistory::accountNotKnown_profileTells()
{
    Book book;
    QVERIFY(book.add(record(1)));
    HistorySubject asked = subject();
    asked.accountId.clear();
    DecisionHistory history(book.journal);
    history.show(asked, nullptr);
    QCOMPARE(history.decisions()->rowCount(), 1);
    asked.place.profile = ProfileId(QStringLiteral("another"));
    history.show(asked, nullptr);
    QCOMPARE(history.decisions()->rowCount(), 0);
}

void tst_DecisionHistory::journalMoves_listFollows()
{
    Book book;
    DecisionHistory history(book.journal);
    history.show(subject(), nullptr);
    const QSignalSpy resets(history.decisions(), &QAbstractItemModel::modelReset);
    QVERIFY(book.add(record(1)));
    QTRY_COMPARE(history.decisions()->rowCount(), 1);
    QVERIFY(!book.journal.transition(record(1).id, DecisionState::IntentRecorded,
                                     DecisionState::NotSent));
    QTRY_COMPARE(standingOf(history.decisions()->rowAt(0)), DecisionStanding::NotSent);
    QCOMPARE(resets.size(), 0);
}

void tst_DecisionHistory::notes_ofOthersAreFound()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    DecisionHistory history(book.journal);
    const std::vector<TaskExecution> tasks = {
        taskWithNote(QStringLiteral("exec-1.t1"), QStringLiteral("note 1")),
        taskWithNote(QStringLiteral("exec-1.t7"), QStringLiteral("note 1")),
        taskWithNote(QStringLiteral("exec-1.t8"), QStringLiteral("from the console")),
        reviewtest::row(QStringLiteral("exec-1.t9"), QStringLiteral("gate"), RunStatus::Waiting)};
    history.show(subject(), &tasks);
    QCOMPARE(history.decisions()->rowCount(), 3);
    int found = 0;
    for (int row = 0; row < 3; ++row) {
        const DecisionRow &listed = history.decisions()->rowAt(row);
        if (listed.origin != DecisionRow::Origin::FoundNote)
            continue;
        ++found;
        // The same words on another task are not what was sent from here.
        QVERIFY(listed.taskExecutionId.text() == QStringLiteral("exec-1.t7") ||
                listed.note == QStringLiteral("from the console"));
    }
    QCOMPARE(found, 2);
}

void tst_DecisionHistory::ownNote_isNotFoundTwice()
{
    Book book;
    DecisionRecord several = record(1);
    several.act = Act::RetryTask;
    several.taskExecutionId = {};
    several.taskExecutionIds = {TaskExecutionId(QStringLiteral("a")),
                                TaskExecutionId(QStringLiteral("b"))};
    QVERIFY(book.add(several, toUnknown));
    DecisionHistory history(book.journal);
    const std::vector<TaskExecution> tasks = {
        taskWithNote(QStringLiteral("a"), QStringLiteral("note 1")),
        taskWithNote(QStringLiteral("b"), QStringLiteral("note 1")),
        taskWithNote(QStringLiteral("c"), QStringLiteral("note 1"))};
    history.show(subject(), &tasks);
    QCOMPARE(history.decisions()->rowCount(), 2);
}

void tst_DecisionHistory::noteOfADecisionThatNeverArrived_isSomebodyElses()
{
    Book book;
    QVERIFY(book.add(record(1), {DecisionState::NotSent}));
    DecisionHistory history(book.journal);
    const std::vector<TaskExecution> tasks = {
        taskWithNote(QStringLiteral("exec-1.t1"), QStringLiteral("note 1"))};
    history.show(subject(), &tasks);
    QCOMPARE(history.decisions()->rowCount(), 2);
}

void tst_DecisionHistory::notReadAgain_foundNotesStay()
{
    Book book;
    DecisionHistory history(book.journal);
    const std::vector<TaskExecution> tasks = {
        taskWithNote(QStringLiteral("t8"), QStringLiteral("from the console"))};
    history.show(subject(), &tasks);
    history.show(subject(), nullptr);
    QCOMPARE(history.decisions()->rowCount(), 1);
    history.show(subject(QStringLiteral("exec-2")), nullptr);
    QCOMPARE(history.decisions()->rowCount(), 0);
}

void tst_DecisionHistory::lifeOf_listedOnes()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    DecisionHistory history(book.journal);
    const std::vector<TaskExecution> tasks = {
        taskWithNote(QStringLiteral("t8"), QStringLiteral("from the console"))};
    history.show(subject(), &tasks);
    for (int row = 0; row < 2; ++row) {
        const DecisionRow &listed = history.decisions()->rowAt(row);
        QVERIFY(history.lifeOf(listed.key).contains(listed.note));
    }
    QVERIFY(history.lifeOf("unknown").isEmpty());
}

void tst_DecisionHistory::nothing_saysWhy()
{
    Book book;
    DecisionHistory history(book.journal);
    history.show(subject(), nullptr);
    QVERIFY(history.emptyText().contains(QStringLiteral("not been read")));
    const std::vector<TaskExecution> none;
    history.show(subject(), &none);
    QVERIFY(!history.emptyText().contains(QStringLiteral("not been read")));
    QVERIFY(history.problemText().isEmpty());
}

void tst_DecisionHistory::brokenJournal_isSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("decisions.db")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
    file.close();
    const ManualClock clock;
    const SqliteJournal journal(folder.path(), clock);
    QVERIFY(journal.problem());
    DecisionHistory history(journal);
    history.show(subject(), nullptr);
    QVERIFY(!history.problemText().isEmpty());
}

QTEST_GUILESS_MAIN(tst_DecisionHistory)
#include "tst_decisionhistory.moc"
