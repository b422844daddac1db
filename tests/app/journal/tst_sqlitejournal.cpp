// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlitejournal.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <iterator>
#include <memory>
#include <sys/stat.h>
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

class tst_SqliteJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    void append_overOpenPredecessor_takesItsPlace();
    void append_overOneOnItsWay_isRefused();
    void close_unresolvedOnly();
    void moved_namesEachRecord_beforeChanged();
    void endedBefore_countsWhatWouldGo();
    void entriesBefore_portionsMakeTheWhole();
    void reopened_everythingIsThere();
    void reopened_parametersAreOnlyADigest();
    void strangeTexts_areFoundByThem();
    void approvedTasks_untilItIsUnresolved();
    void secondJournal_readsAndMayNotWrite();
    void files_areOnlyForTheirOwner();
    void folder_foreignOrALink_isNotUsed();
    void file_othersMayWriteTo_isNotUsed();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void tst_SqliteJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_SqliteJournal::append_sameWaitTwice_isRefused()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    const auto error = journal.append(record("b", QStringLiteral("t1")));
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::LocalFault);
    QCOMPARE(journal.entries().size(), std::size_t(1));
    QVERIFY(!journal.append(record("c", QStringLiteral("t2"))));
}

void tst_SqliteJournal::append_afterEnd_isTaken()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::NotSent));
    QVERIFY(!journal.append(record("b", QStringLiteral("t1"))));
}

void tst_SqliteJournal::append_wholeRun_standsForEveryTask()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QString())));
    QVERIFY(journal.append(record("b", QStringLiteral("t1"))));
    const QTemporaryDir elsewhere;
    SqliteJournal other(elsewhere.path(), m_clock);
    QVERIFY(!other.append(record("a", QStringLiteral("t1"))));
    QVERIFY(other.append(record("b", QString())));
}

void tst_SqliteJournal::append_severalRows_standForTheRun()
{
    DecisionRecord several = record("a", QString());
    several.act = Act::RetryTask;
    several.taskExecutionIds = {TaskExecutionId(QStringLiteral("t1")),
                                TaskExecutionId(QStringLiteral("t2"))};
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(several));
    several.id = {"b"};
    several.taskExecutionIds = {TaskExecutionId(QStringLiteral("t3")),
                                TaskExecutionId(QStringLiteral("t4"))};
    QVERIFY(journal.append(several));
    QVERIFY(journal.append(record("c", QStringLiteral("t5"))));
    QVERIFY(!journal.append(record("d", QStringLiteral("t5"), QStringLiteral("exec-2"))));
}

void tst_SqliteJournal::append_otherAccountOrRun_isTaken()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QString())));
    DecisionRecord otherAccount = record("b", QString());
    otherAccount.where.accountId = QStringLiteral("1");
    QVERIFY(!journal.append(otherAccount));
    DecisionRecord otherRegion = record("c", QString());
    otherRegion.where.place.region = RegionId(QStringLiteral("cn-beijing"));
    QVERIFY(!journal.append(otherRegion));
    QVERIFY(!journal.append(record("d", QString(), QStringLiteral("exec-2"))));
}

void tst_SqliteJournal::append_knownId_isRefused()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(journal.append(record("a", QStringLiteral("t9"))));
}

void tst_SqliteJournal::transition_wrongFrom_movesNothing()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(journal.transition({"a"}, DecisionState::Sending, DecisionState::Ambiguous));
    QVERIFY(journal.transition({"b"}, DecisionState::Sending, DecisionState::Ambiguous));
    QCOMPARE(journal.entry({"a"})->state(), DecisionState::IntentRecorded);
}

void tst_SqliteJournal::transition_notDrawn_movesNothing()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(
        journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::ReconciledApplied));
    QCOMPARE(journal.entry({"a"})->steps.size(), std::size_t(1));
}

void tst_SqliteJournal::transition_drawn_keepsEveryStep()
{
    SqliteJournal journal(m_folder->path(), m_clock);
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

void tst_SqliteJournal::markWaitsForOthers_accepted_blocksNothing()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(journal.markWaitsForOthers({"a"}));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Sent));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sent, DecisionState::Accepted));
    QVERIFY(journal.append(record("b", QStringLiteral("t1"))));
    QVERIFY(!journal.markWaitsForOthers({"a"}));
    QVERIFY(!journal.append(record("b", QStringLiteral("t1"))));
}

void tst_SqliteJournal::isSending_betweenIntentAndOutcome()
{
    SqliteJournal journal(m_folder->path(), m_clock);
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

void tst_SqliteJournal::append_overOpenPredecessor_takesItsPlace()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Ambiguous));
    DecisionRecord again = record("b", QStringLiteral("t1"));
    again.predecessor = DecisionId{"a"};
    QVERIFY(!journal.append(again));
    QCOMPARE(journal.entry({"a"})->overriddenBy, DecisionId{"b"});
    QVERIFY(!journal.entry({"a"})->isOpen());
    const auto open = journal.openFor(again.where.accountId, again.where.place.region,
                                      again.executionId, again.taskExecutionId);
    QCOMPARE(open->record.id, DecisionId{"b"});
    // The first one is still looked after, and a third must name the second.
    QCOMPARE(journal.unsettledEntries().size(), std::size_t(2));
    again.id = {"c"};
    QVERIFY(journal.append(again));
    QVERIFY(!journal.transition({"a"}, DecisionState::Ambiguous, DecisionState::ReconciledApplied));
}

void tst_SqliteJournal::append_overOneOnItsWay_isRefused()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    DecisionRecord again = record("b", QStringLiteral("t1"));
    again.predecessor = DecisionId{"a"};
    QVERIFY(journal.append(again));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending));
    QVERIFY(journal.append(again));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Ambiguous));
    // For the whole run it stands in the way of nothing else, but another one would.
    QVERIFY(!journal.append(record("c", QStringLiteral("t2"))));
    again.taskExecutionId = {};
    QVERIFY(journal.append(again));
    QCOMPARE(journal.entries().size(), std::size_t(2));
    QVERIFY(!journal.problem());
}

void tst_SqliteJournal::close_unresolvedOnly()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(journal.close({"a"}, {}));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Ambiguous));
    QVERIFY(!journal.transition({"a"}, DecisionState::Ambiguous, DecisionState::Unresolved));
    QVERIFY(journal.append(record("b", QStringLiteral("t1"))));
    m_clock.advance(std::chrono::minutes(1));
    QVERIFY(!journal.close({"a"}, QStringLiteral("looked into the console")));
    QCOMPARE(journal.entry({"a"})->closedAt, m_clock.now());
    QCOMPARE(journal.entry({"a"})->closingNote, QStringLiteral("looked into the console"));
    QVERIFY(journal.close({"a"}, {}));
    QVERIFY(journal.unsettledEntries().empty());
    QVERIFY(!journal.append(record("b", QStringLiteral("t1"))));
}

void tst_SqliteJournal::reopened_everythingIsThere()
{
    std::vector<JournalEntry> before;
    QByteArray head;
    {
        SqliteJournal journal(m_folder->path(), m_clock);
        QVERIFY(!journal.append(record("a", QStringLiteral("t1")), {"[1]", 2}));
        StepFacts facts;
        facts.request =
            RequestFacts{QStringLiteral("x9Zq"), QStringLiteral("ACS3-HMAC-SHA256"), "nonce-1",
                         m_clock.now(),          std::chrono::seconds(-3),           "ab01"};
        QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending,
                                    facts));
        m_clock.advance(std::chrono::milliseconds(1'234));
        QVERIFY(!journal.append(record("b", QStringLiteral("t2"))));
        QVERIFY(!journal.transition({"b"}, DecisionState::IntentRecorded, DecisionState::NotSent));
        before = journal.entries();
        head = journal.head();
        QCOMPARE(journal.links(), 4);
    }
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.problem());
    QVERIFY(journal.isChecked());
    QCOMPARE(journal.entries(), before);
    QCOMPARE(journal.head(), head);
    QCOMPARE(journal.unsettledEntries().size(), std::size_t(1));
    QCOMPARE(journal.entry({"a"})->intent, (DecisionIntent{"[1]", 2}));
    QCOMPARE(journal.entry({"a"})->request()->keyIdTail, QStringLiteral("x9Zq"));
    QVERIFY(
        journal.isSending(before[0].record.where.accountId, before[0].record.where.place.region));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Ambiguous));
    QCOMPARE(journal.notesFor(before[0].record.executionId, before[0].record.taskExecutionId),
             QStringList(QStringLiteral("note of t1")));
}

void tst_SqliteJournal::reopened_parametersAreOnlyADigest()
{
    const QByteArray secret = "hunter2-canary";
    {
        SqliteJournal journal(m_folder->path(), m_clock);
        DecisionRecord run = record("a", QStringLiteral("t1"));
        run.act = Act::ExecuteTask;
        run.parameters = QStringLiteral(R"({"Password":"hunter2-canary"})");
        QVERIFY(!journal.append(run));
        for (const QFileInfo &file : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
            QFile read(file.filePath());
            QVERIFY(read.open(QFile::ReadOnly));
            QVERIFY2(!read.readAll().contains(secret), qPrintable(file.fileName()));
        }
    }
    SqliteJournal journal(m_folder->path(), m_clock);
    const auto entry = journal.entry({"a"});
    QCOMPARE(entry->record.parameters, QString());
    QCOMPARE(entry->parametersBytes, 29);
    // printf '{"Password":"hunter2-canary"}' | sha256sum
    QCOMPARE(entry->parametersSha256,
             "9d02d866cde2bd8990091f981b9895b74f4315082632bbda6acf90a8056affd4");
}

void tst_SqliteJournal::strangeTexts_areFoundByThem()
{
    // Two lone surrogates are two texts; so are a backslash and what it may begin.
    const QStringList texts = {QStringLiteral("x' OR 1=1 --"),
                               QStringLiteral("\\u0000"),
                               QString(QChar(u'\0')),
                               QString(QChar(0xD800)),
                               QString(QChar(0xD801)),
                               QStringLiteral("\"\\\n同意"),
                               QStringLiteral("%"),
                               QStringLiteral("_")};
    SqliteJournal journal(m_folder->path(), m_clock);
    for (int i = 0; i < texts.size(); ++i) {
        const QByteArray id = QByteArray::number(i);
        DecisionRecord strange = record(id, texts[i], texts[i]);
        strange.where.actor = texts[i];
        QVERIFY(!journal.append(strange));
        QVERIFY(!journal.transition({id}, DecisionState::IntentRecorded, DecisionState::Sending));
        QVERIFY(!journal.transition({id}, DecisionState::Sending, DecisionState::Accepted));
    }
    for (const QString &text : texts) {
        const auto found = journal.entriesFor(ExecutionId(text));
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].record.taskExecutionId.text(), text);
        QCOMPARE(journal.approvedTasks(found[0].record.where.accountId, text),
                 std::vector<TaskExecutionId>{TaskExecutionId(text)});
    }
}

void tst_SqliteJournal::approvedTasks_untilItIsUnresolved()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    const DecisionRecord approval = record("a", QStringLiteral("t1"));
    QVERIFY(!journal.append(approval));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Accepted));
    const auto approved = [&] {
        return journal.approvedTasks(approval.where.accountId, approval.where.actor);
    };
    QCOMPARE(approved(), std::vector<TaskExecutionId>{TaskExecutionId(QStringLiteral("t1"))});
    QVERIFY(!journal.transition({"a"}, DecisionState::Accepted, DecisionState::Unresolved));
    QVERIFY(approved().empty());
}

void tst_SqliteJournal::secondJournal_readsAndMayNotWrite()
{
    auto first = std::make_unique<SqliteJournal>(m_folder->path(), m_clock);
    QVERIFY(!first->append(record("a", QStringLiteral("t1"))));
    SqliteJournal second(m_folder->path(), m_clock);
    QCOMPARE(second.problem()->kind, JournalProblem::Kind::InUse);
    QVERIFY(second.append(record("b", QStringLiteral("t2"))));
    QCOMPARE(second.entries(), first->entries());
    QVERIFY(!first->append(record("c", QStringLiteral("t3"))));
    QCOMPARE(second.entries(), first->entries());
    QCOMPARE(second.unsettledEntries(), first->unsettledEntries());
    second.tryAgain();
    QVERIFY(second.problem());
    first.reset();
    QSignalSpy spy(&second, &DecisionJournal::problemChanged);
    second.tryAgain();
    QVERIFY(!second.problem());
    QCOMPARE(spy.count(), 1);
    QVERIFY(!second.append(record("b", QStringLiteral("t2"))));
    QCOMPARE(second.entries().size(), std::size_t(3));
}

void tst_SqliteJournal::files_areOnlyForTheirOwner()
{
    const mode_t before = ::umask(0);
    const QString folder = m_folder->filePath(QStringLiteral("new/journal"));
    SqliteJournal journal(folder, m_clock);
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    ::umask(before);
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(folder).constData(), &facts), 0);
    QCOMPARE(facts.st_mode & 0777, mode_t(0700));
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    QCOMPARE(names,
             (QStringList{QStringLiteral("decisions.db"), QStringLiteral("decisions.db-shm"),
                          QStringLiteral("decisions.db-wal"), QStringLiteral("decisions.head"),
                          QStringLiteral("decisions.lock")}));
    for (const QString &name : names) {
        QCOMPARE(::stat(QFile::encodeName(folder + u'/' + name).constData(), &facts), 0);
        QVERIFY2((facts.st_mode & 0777) == 0600, qPrintable(name));
    }
}

void tst_SqliteJournal::folder_foreignOrALink_isNotUsed()
{
    const QString open = m_folder->filePath(QStringLiteral("open"));
    QVERIFY(QDir().mkdir(open));
    QCOMPARE(::chmod(QFile::encodeName(open).constData(), 0770), 0);
    const QString real = m_folder->filePath(QStringLiteral("real"));
    QVERIFY(QDir().mkdir(real));
    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(real, link));
    for (const QString &folder : {open, link, QString(link + u'/')}) {
        SqliteJournal journal(folder, m_clock);
        QCOMPARE(journal.problem()->kind, JournalProblem::Kind::ForeignFolder);
        QVERIFY(journal.append(record("a", QStringLiteral("t1"))));
        QVERIFY(journal.entries().empty());
        QVERIFY(QDir(folder).isEmpty());
    }
    // A file in the place of the database that is a link.
    QVERIFY(QFile::link(QStringLiteral("/dev/null"), real + QStringLiteral("/decisions.db")));
    SqliteJournal journal(real, m_clock);
    QVERIFY(journal.problem());
    QVERIFY(journal.append(record("a", QStringLiteral("t1"))));
}

void tst_SqliteJournal::file_othersMayWriteTo_isNotUsed()
{
    {
        SqliteJournal journal(m_folder->path(), m_clock);
        QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    }
    const QByteArray database =
        QFile::encodeName(m_folder->filePath(QStringLiteral("decisions.db")));
    QCOMPARE(::chmod(database.constData(), 0660), 0);
    {
        SqliteJournal journal(m_folder->path(), m_clock);
        QCOMPARE(journal.problem()->kind, JournalProblem::Kind::ForeignFolder);
        QVERIFY(journal.append(record("b", QStringLiteral("t2"))));
    }
    QCOMPARE(::chmod(database.constData(), 0600), 0);
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.problem());
    QCOMPARE(journal.entries().size(), std::size_t(1));
}

void tst_SqliteJournal::moved_namesEachRecord_beforeChanged()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QByteArrayList told;
    connect(&journal, &DecisionJournal::moved, this,
            [&told](const DecisionId &id) { told += id.hex; });
    connect(&journal, &DecisionJournal::changed, this, [&told] { told += "changed"; });
    QVERIFY(!journal.append(record("a", QStringLiteral("t1"))));
    QVERIFY(!journal.transition({"a"}, DecisionState::IntentRecorded, DecisionState::Sending));
    QVERIFY(!journal.transition({"a"}, DecisionState::Sending, DecisionState::Ambiguous));
    QCOMPARE(told, QByteArrayList({"a", "changed", "a", "changed", "a", "changed"}));
    told.clear();
    DecisionRecord again = record("b", QStringLiteral("t1"));
    again.predecessor = DecisionId{"a"};
    QVERIFY(!journal.append(again));
    QCOMPARE(told.size(), 3);
    QVERIFY(told.contains("a") && told.contains("b") && told.back() == "changed");
    QVERIFY(!journal.transition({"b"}, DecisionState::IntentRecorded, DecisionState::NotSent));
    told.clear();
    m_clock.advance(std::chrono::hours(1));
    QVERIFY(!journal.removeEndedBefore(m_clock.now()));
    QCOMPARE(told, QByteArrayList({"changed"}));
}

void tst_SqliteJournal::endedBefore_countsWhatWouldGo()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QVERIFY(!journal.append(record("ended", QStringLiteral("t1"))));
    QVERIFY(!journal.transition({"ended"}, DecisionState::IntentRecorded, DecisionState::NotSent));
    QVERIFY(!journal.append(record("open", QStringLiteral("t2"))));
    QVERIFY(!journal.append(record("unknown", QStringLiteral("t3"))));
    for (const auto &[from, to] : {std::pair(DecisionState::IntentRecorded, DecisionState::Sending),
                                   std::pair(DecisionState::Sending, DecisionState::Ambiguous),
                                   std::pair(DecisionState::Ambiguous, DecisionState::Unresolved)})
        QVERIFY(!journal.transition({"unknown"}, from, to));
    const QDateTime then = m_clock.now();
    m_clock.advance(std::chrono::hours(1));
    QVERIFY(!journal.append(record("later", QStringLiteral("t1"))));
    QVERIFY(!journal.transition({"later"}, DecisionState::IntentRecorded, DecisionState::NotSent));
    QCOMPARE(journal.endedBefore(then), qint64(0));
    QCOMPARE(journal.endedBefore(m_clock.now()), qint64(1));
    QVERIFY(!journal.close({"unknown"}, QString()));
    m_clock.advance(std::chrono::hours(1));
    QCOMPARE(journal.endedBefore(m_clock.now()), qint64(3));
    QVERIFY(!journal.removeEndedBefore(m_clock.now()));
    QCOMPARE(journal.endedBefore(m_clock.now()), qint64(0));
    QCOMPARE(journal.entries().size(), std::size_t(1));
}

void tst_SqliteJournal::entriesBefore_portionsMakeTheWhole()
{
    SqliteJournal journal(m_folder->path(), m_clock);
    QByteArrayList recorded;
    for (char id = 'a'; id <= 'g'; ++id) {
        recorded += QByteArray(1, id);
        QVERIFY(!journal.append(record(recorded.back(), QString(QLatin1Char(id)))));
        // What moves later keeps its place.
        if (id == 'e')
            QVERIFY(
                !journal.transition({"b"}, DecisionState::IntentRecorded, DecisionState::NotSent));
    }
    QCOMPARE(journal.entryCount(), qint64(7));
    QByteArrayList read;
    for (qint64 newest = 0; newest < journal.entryCount(); newest += 3) {
        QByteArrayList portion;
        for (const JournalEntry &entry : journal.entriesBefore(newest, 3))
            portion += entry.record.id.hex;
        QVERIFY(portion.size() <= 3);
        read = portion + read;
    }
    QCOMPARE(read, recorded);
    QCOMPARE(journal.entriesBefore(0, 1).front().record.id.hex, QByteArray("g"));
    QCOMPARE(journal.entriesBefore(5, 1).front().state(), DecisionState::NotSent);
    QVERIFY(journal.entriesBefore(7, 3).empty());
}

QTEST_GUILESS_MAIN(tst_SqliteJournal)
#include "tst_sqlitejournal.moc"
