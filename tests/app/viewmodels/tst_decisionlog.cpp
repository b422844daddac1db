// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionlog.h"
#include "journalbook.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace countersign;
using namespace countersign::journaltest;

namespace {

QStringList listed(DecisionLog &log)
{
    QStringList names;
    for (int row = 0; row < log.decisions()->rowCount(); ++row)
        names += log.decisions()->rowAt(row).taskName;
    return names;
}

QStringList tasks(std::initializer_list<int> numbers)
{
    QStringList names;
    for (const int number : numbers)
        names += QStringLiteral("task%1").arg(number);
    return names;
}

//! Of the lines of the file, the chain's end left out.
QStringList exportedTasks(const DecisionLog &log, bool isAll)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("decisions.jsonl"));
    const auto saving = log.newExport(path, DecisionFormat::JsonLines, isAll);
    QSignalSpy finished(saving.get(), &DecisionExport::finished);
    saving->start();
    QFile file(path);
    if (!QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 20'000) ||
        !saving->problem().isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QStringList names;
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.contains(QStringLiteral("chain")))
            names += object.value(QStringLiteral("record"))
                         .toObject()
                         .value(QStringLiteral("taskName"))
                         .toString();
    }
    return saving->count() == names.size() ? names : QStringList();
}

} // namespace

class tst_DecisionLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeTheStart();
    void everyRecordIsListed_newestFirst();
    void follows_recordByRecord();
    void follows_anOverride();
    void follows_aRemoval();
    void follows_aRemovalBesideAMove();
    void movedWhileReading_isNotMissed();
    void countSaysHowManyFit();
    void span_daysAreThePersons();
    void span_todayEndsAtMidnight();
    void placesAreOffered();
    void export_whatIsListedOrAll_inTheOrderOfRecording();
    void runOf_isThePlaceOfTheDecision();
    void nothing_saysWhy();
    void brokenJournal_isSaid();
};

void tst_DecisionLog::nothingIsReadBeforeTheStart()
{
    Book book;
    QVERIFY(book.add(record(1)));
    DecisionLog log(book.journal, book.clock);
    QVERIFY(book.add(record(2)));
    QCoreApplication::processEvents();
    QCOMPARE(log.decisions()->total(), 0);
    log.start();
    QTRY_COMPARE(log.decisions()->total(), 2);
}

void tst_DecisionLog::everyRecordIsListed_newestFirst()
{
    Book book;
    for (int number = 1; number <= 4; ++number)
        QVERIFY(book.add(record(number, QStringLiteral("exec-%1").arg(number)), toDone));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QVERIFY(log.isReading());
    QTRY_VERIFY(!log.isReading());
    QCOMPARE(listed(log), tasks({4, 3, 2, 1}));
    QVERIFY(log.lifeOf(record(3).id.hex).contains(QStringLiteral("task3")));
    QVERIFY(log.lifeOf("nothing").isEmpty());
}

void tst_DecisionLog::follows_recordByRecord()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_VERIFY(!log.isReading());
    const QSignalSpy resets(log.decisions(), &QAbstractItemModel::modelReset);
    book.clock.advance(std::chrono::seconds(1));
    // Both steps fall into one turn of the event loop.
    QVERIFY(book.add(record(2), {DecisionState::NotSent}));
    QVERIFY(!log.isReading());
    QTRY_COMPARE(listed(log), tasks({2, 1}));
    QCOMPARE(standingOf(log.decisions()->rowAt(0)), DecisionStanding::NotSent);
    QVERIFY(!log.isReading());
    QCOMPARE(resets.size(), 0);
}

void tst_DecisionLog::follows_anOverride()
{
    Book book;
    QVERIFY(book.add(record(1), toUnknown));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_VERIFY(!log.isReading());
    DecisionRecord again = record(2);
    again.taskExecutionId = record(1).taskExecutionId;
    again.predecessor = record(1).id;
    book.clock.advance(std::chrono::seconds(90));
    QVERIFY(book.add(again));
    QTRY_COMPARE(log.decisions()->total(), 2);
    QVERIFY(log.decisions()->rowAt(1).isOverridden);
    QVERIFY(log.lifeOf(record(1).id.hex).contains(again.id.shortForm()));
}

void tst_DecisionLog::follows_aRemoval()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    QVERIFY(book.add(record(2), toUnknown));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_COMPARE(log.decisions()->total(), 2);
    book.clock.advance(std::chrono::hours(1));
    QVERIFY(!book.journal.removeEndedBefore(book.clock.now()));
    QTRY_COMPARE(log.decisions()->total(), 1);
    QCOMPARE(listed(log), tasks({2}));
}

void tst_DecisionLog::follows_aRemovalBesideAMove()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    QVERIFY(book.add(record(2), toUnknown));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_COMPARE(log.decisions()->total(), 2);
    book.clock.advance(std::chrono::hours(1));
    // All in one turn of the event loop.
    const QDateTime limit = book.clock.now();
    QVERIFY(book.add(record(3)));
    QVERIFY(!book.journal.removeEndedBefore(limit));
    QTRY_COMPARE(listed(log), tasks({3, 2}));
    QTRY_VERIFY(!log.isReading());
    QCOMPARE(log.decisions()->total(), 2);
}

void tst_DecisionLog::movedWhileReading_isNotMissed()
{
    Book book;
    QVERIFY(book.add(record(1)));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QVERIFY(!book.journal.transition(record(1).id, DecisionState::IntentRecorded,
                                     DecisionState::NotSent));
    QVERIFY(book.add(record(2)));
    QTRY_COMPARE(log.decisions()->total(), 2);
    const int row = log.decisions()->rowOf(record(1).id.hex);
    QTRY_COMPARE(standingOf(log.decisions()->rowAt(row)), DecisionStanding::NotSent);
}

void tst_DecisionLog::countSaysHowManyFit()
{
    Book book;
    for (int number = 1; number <= 3; ++number)
        QVERIFY(book.add(record(number)));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_COMPARE(log.countText(), QStringLiteral("3 decision(s)"));
    DecisionsFilter filter;
    filter.text = QStringLiteral("task2");
    log.setFilter(filter, {});
    QCOMPARE(log.countText(), QStringLiteral("1 of 3 decision(s)"));
    QCOMPARE(log.exportCount(false), 1);
    QCOMPARE(log.exportCount(true), 3);
}

void tst_DecisionLog::span_daysAreThePersons()
{
    // The clock begins on 2026-11-27 at 10:00, UTC, and the tests' days begin at 16:00 UTC.
    Book book;
    const auto addAt = [&book](int number, const QDateTime &time) {
        book.clock.jump(std::chrono::milliseconds(book.clock.now().msecsTo(time)));
        return book.add(record(number));
    };
    const QDateTime now = book.clock.now();
    QVERIFY(addAt(1, QDateTime({2025, 11, 26}, {15, 59, 59}, Qt::UTC)));
    QVERIFY(addAt(2, QDateTime({2026, 10, 28}, {16, 0}, Qt::UTC)));
    QVERIFY(addAt(3, QDateTime({2026, 11, 20}, {15, 59, 59}, Qt::UTC)));
    QVERIFY(addAt(4, QDateTime({2026, 11, 20}, {16, 0}, Qt::UTC)));
    QVERIFY(addAt(5, QDateTime({2026, 11, 26}, {16, 0}, Qt::UTC)));
    book.clock.jump(std::chrono::milliseconds(book.clock.now().msecsTo(now)));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_COMPARE(log.decisions()->total(), 5);
    using Kind = DecisionSpan::Kind;
    const std::pair<DecisionSpan, QStringList> cases[] = {
        {{Kind::Today, {}, {}}, tasks({5})},
        {{Kind::SevenDays, {}, {}}, tasks({5, 4})},
        {{Kind::ThirtyDays, {}, {}}, tasks({5, 4, 3, 2})},
        {{Kind::TwelveMonths, {}, {}}, tasks({5, 4, 3, 2})},
        {{Kind::Any, {}, {}}, tasks({5, 4, 3, 2, 1})},
        {{Kind::Between, QDate(2026, 10, 29), QDate(2026, 11, 20)}, tasks({3, 2})},
        {{Kind::Between, {}, QDate(2026, 10, 29)}, tasks({2, 1})},
        {{Kind::Between, QDate(2026, 11, 21), {}}, tasks({5, 4})}};
    for (const auto &[span, expected] : cases) {
        log.setFilter({}, span);
        QCOMPARE(listed(log), expected);
    }
}

void tst_DecisionLog::span_todayEndsAtMidnight()
{
    // At 10:00 UTC, and the tests' days begin at 16:00 UTC.
    Book book;
    QVERIFY(book.add(record(1)));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_VERIFY(!log.isReading());
    log.setFilter({}, {DecisionSpan::Kind::Today, {}, {}});
    QCOMPARE(listed(log), tasks({1}));
    book.clock.advance(std::chrono::hours(7));
    QVERIFY(book.add(record(2)));
    QTRY_COMPARE(listed(log), tasks({2}));
}

void tst_DecisionLog::placesAreOffered()
{
    Book book;
    DecisionRecord other = record(2);
    other.where.accountId = QStringLiteral("7");
    other.where.profileAlias = QStringLiteral("Acme-dev");
    other.where.place.region = RegionId(QStringLiteral("cn-beijing"));
    QVERIFY(book.add(record(1)));
    QVERIFY(book.add(other));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_COMPARE(log.accounts().size(), std::size_t(2));
    QStringList accounts;
    for (const DecisionLog::Choice &choice : log.accounts())
        accounts += QString(choice.value + u'|' + choice.label);
    accounts.sort();
    QCOMPARE(accounts, QStringList({QStringLiteral("2000000000000042|acme-prod · 2000000000000042"),
                                    QStringLiteral("7|Acme-dev · 7")}));
    QCOMPARE(log.regions().size(), std::size_t(2));
}

void tst_DecisionLog::export_whatIsListedOrAll_inTheOrderOfRecording()
{
    Book book;
    for (int number = 1; number <= 3; ++number)
        QVERIFY(book.add(record(number)));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_COMPARE(log.decisions()->total(), 3);
    QCOMPARE(exportedTasks(log, false), tasks({1, 2, 3}));
    DecisionsFilter filter;
    filter.text = QStringLiteral("task2");
    log.setFilter(filter, {});
    QCOMPARE(exportedTasks(log, false), tasks({2}));
    QCOMPARE(exportedTasks(log, true), tasks({1, 2, 3}));
    QCOMPARE(log.head(), book.journal.head());
    QVERIFY(!log.head().isEmpty());
}

void tst_DecisionLog::runOf_isThePlaceOfTheDecision()
{
    Book book;
    QVERIFY(book.add(record(1)));
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_COMPARE(log.decisions()->total(), 1);
    const auto run = log.runOf(record(1).id.hex);
    QVERIFY(run);
    QCOMPARE(run->id.executionId, record(1).executionId);
    QCOMPARE(run->id.place, record(1).where.place);
    QCOMPARE(run->accountId, record(1).where.accountId);
    QVERIFY(!log.runOf("nothing"));
}

void tst_DecisionLog::nothing_saysWhy()
{
    Book book;
    DecisionLog log(book.journal, book.clock);
    log.start();
    QTRY_VERIFY(!log.isReading());
    QCOMPARE(log.emptyHeading(), QStringLiteral("Nothing was decided here yet"));
    QVERIFY(book.add(record(1)));
    QTRY_COMPARE(log.decisions()->total(), 1);
    DecisionsFilter filter;
    filter.text = QStringLiteral("zzz");
    log.setFilter(filter, {});
    QCOMPARE(log.emptyHeading(), QStringLiteral("No decision fits"));
    QVERIFY(log.problemText().isEmpty());
}

void tst_DecisionLog::brokenJournal_isSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("decisions.db")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
    file.close();
    const ManualClock clock;
    const SqliteJournal journal(folder.path(), clock);
    DecisionLog log(journal, clock);
    log.start();
    QTRY_VERIFY(!log.isReading());
    QCOMPARE(log.emptyHeading(), QStringLiteral("The decisions cannot be shown"));
    QVERIFY(!log.problemText().isEmpty());
    QCOMPARE(log.emptyText(), log.problemText());
}

QTEST_GUILESS_MAIN(tst_DecisionLog)
#include "tst_decisionlog.moc"
