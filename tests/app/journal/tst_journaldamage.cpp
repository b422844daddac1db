// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journallink.h"
#include "tests/app/journal/journalcases.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <vector>

using namespace countersign;
using namespace countersign::journalcases;
using Kind = JournalProblem::Kind;

namespace {

using Change = std::function<bool(SqlConnection &)>;

//! Writes one statement, whatever it is.
Change sql(const char *statement)
{
    return [statement](SqlConnection &connection) {
        return connection.run(QString::fromLatin1(statement));
    };
}

//! Room for no more than so many bytes in any one file.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before{};
};

} // namespace

class tst_JournalDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changed_isFoundAndNamed_data();
    void changed_isFoundAndNamed();
    void chainMadeAnew_headKnowsTheOld();
    void changedWhileOpen_isFoundBeforeWriting();
    void changedWhileOpen_isFoundOnAnotherThread();
    void longChain_damageIsFoundByTheCheck();
    void longChain_appendWaitsForTheCheck();
    void pages_everyOneIsRightOrNamed();
    void file_emptyForeignOrCut_isNamed();
    void file_gone_isNamed();
    void file_newer_isLeftAlone();
    void keepAndStartAnew_keepsEverything();
    void keepAndStartAnew_onlyWhenDamaged();
    void triggers_refuseEveryChange_data();
    void triggers_refuseEveryChange();
    void noRoom_nothingIsRecordedUntilThereIs();
    void noRoom_whenOpened_canBeRead();

private:
    //! Six decisions: two settled, one accepted, one ambiguous, one not sent, one intent.
    void fill(const QString &folder);
    QString path() const { return m_folder->path(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void tst_JournalDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_JournalDamage::fill(const QString &folder)
{
    SqliteJournal journal(folder, m_clock);
    QVERIFY(!journal.problem());
    decide(journal, 1, DecisionState::Accepted, DecisionState::ReconciledApplied); // 1 to 4
    decide(journal, 2, DecisionState::Ambiguous, DecisionState::Unresolved);       // 5 to 8
    QVERIFY(!journal.close({idOf(2)}, QStringLiteral("seen")));                    // 9
    decide(journal, 3, DecisionState::Accepted);                                   // 10 to 12
    QVERIFY(!journal.markWaitsForOthers({idOf(3)}));                               // 13
    decide(journal, 4, DecisionState::Ambiguous);                                  // 14 to 16
    decide(journal, 5, DecisionState::NotSent);                                    // 17 to 19
    QVERIFY(!journal.append(record(idOf(6), QStringLiteral("t6"))));               // 20
    QCOMPARE(journal.links(), 20);
    QCOMPARE(journal.checkedChain(), std::optional<JournalProblem>());
}

void tst_JournalDamage::changed_isFoundAndNamed_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("finding");
    QTest::addColumn<int>("readable");
    const auto row = [](const char *name, const Change &change, const char *finding, int readable) {
        QTest::newRow(name) << change << QString::fromLatin1(finding) << readable;
    };
    row("content edited",
        sql("UPDATE links SET content = CAST(replace(CAST(content AS TEXT), 'note of t2',"
            " 'note of t9') AS BLOB) WHERE number = 5"),
        "record 5 is not what was written", 5);
    row("content edited, its hash as well",
        sql("UPDATE links SET content_sha256 = randomblob(32), content = x'7b7d' WHERE number = 5"),
        "record 5 is not what was written", 5);
    row("hash edited", sql("UPDATE links SET hash = randomblob(32) WHERE number = 12"),
        "record 12 is not what was written", 5);
    row("link deleted", sql("DELETE FROM links WHERE number = 7"), "record 7 is missing", 5);
    row("first link deleted", sql("DELETE FROM links WHERE number = 1"), "record 1 is missing", 5);
    row("tail cut off", sql("DELETE FROM links WHERE number = 20"),
        "records 20 to 20 are missing at the end", 5);
    row(
        "decision cut off",
        [](SqlConnection &connection) {
            return connection.run(QStringLiteral("DELETE FROM links WHERE number >= 17")) &&
                   connection.run(QStringLiteral("DELETE FROM decisions WHERE sequence >= 5"));
        },
        "records 17 to 20 are missing at the end", 4);
    row("link inserted",
        sql("INSERT INTO links SELECT 21, decision, kind, content, content_sha256, previous, hash"
            " FROM links WHERE number = 20"),
        "record 21 does not follow the one before it", 5);
    row(
        "two links exchanged",
        [](SqlConnection &connection) {
            return connection.run(
                       QStringLiteral("UPDATE links SET number = 99 WHERE number = 6")) &&
                   connection.run(QStringLiteral("UPDATE links SET number = 6 WHERE number = 7")) &&
                   connection.run(QStringLiteral("UPDATE links SET number = 7 WHERE number = 99"));
        },
        "record 6 does not follow the one before it", 5);
    row("link of another decision", sql("UPDATE links SET decision = 1 WHERE number = 18"),
        "record 18 does not fit the ones before it", 4);
    row("link of no decision", sql("UPDATE links SET decision = NULL WHERE number = 18"),
        "record 18 belongs to no decision", 5);
    row("content taken off", sql("UPDATE links SET content = NULL WHERE number = 11"),
        "record 11 has lost its content", 5);
    row("content and owner taken off",
        sql("UPDATE links SET content = NULL, decision = NULL WHERE number = 11"),
        "record 11 has lost its content", 5);
    row("kind of link", sql("UPDATE links SET kind = 'closed' WHERE number = 11"),
        "record 11 does not fit the ones before it", 6);
    row("state", sql("UPDATE decisions SET state = CAST('refused' AS BLOB) WHERE sequence = 4"),
        "decision aaaaaaaaaa (record 14) is listed otherwise than recorded", 6);
    row("open", sql("UPDATE decisions SET open = 0 WHERE sequence = 4"),
        "decision aaaaaaaaaa (record 14) is listed otherwise than recorded", 6);
    row("unsettled", sql("UPDATE decisions SET open = 0, unsettled = 0 WHERE sequence = 4"),
        "decision aaaaaaaaaa (record 14) is listed otherwise than recorded", 6);
    row("account", sql("UPDATE decisions SET account = x'31' WHERE sequence = 4"),
        "decision aaaaaaaaaa (record 14) is listed otherwise than recorded", 6);
    row("run", sql("UPDATE decisions SET execution = x'31' WHERE sequence = 4"),
        "decision aaaaaaaaaa (record 14) is listed otherwise than recorded", 6);
    row("actor", sql("UPDATE decisions SET actor = x'31' WHERE sequence = 4"),
        "decision aaaaaaaaaa (record 14) is listed otherwise than recorded", 6);
    row("approval", sql("UPDATE decisions SET approval = 0 WHERE sequence = 1"),
        "decision aaaaaaaaaa (record 1) is listed otherwise than recorded", 6);
    row("time", sql("UPDATE decisions SET moved = 0 WHERE sequence = 1"),
        "decision aaaaaaaaaa (record 1) is listed otherwise than recorded", 6);
    row("decision deleted", sql("DELETE FROM decisions WHERE sequence = 5"),
        "decision aaaaaaaaaa (record 17) is listed otherwise than recorded", 6);
    row("decision added",
        sql("INSERT INTO decisions (id, account, region, execution, task, state, open, unsettled,"
            " moved) VALUES (x'31', x'31', x'31', x'31', x'31', x'31', 0, 0, 0)"),
        "7 decisions are listed, and 6 are recorded", 6);
    row("trigger added", sql("CREATE TRIGGER t BEFORE DELETE ON links BEGIN SELECT 1; END"),
        "the tables are not those of this program", 0);
    row("table added", sql("CREATE TABLE t (x)"), "the tables are not those of this program", 0);
    row("index dropped", sql("DROP INDEX one_open"), "the tables are not those of this program", 0);
    row("version lowered", sql("PRAGMA user_version = 1"),
        "the tables are not those of this program", 0);
    row("version zero", sql("PRAGMA user_version = 0"), "the tables are not those of this program",
        0);
}

void tst_JournalDamage::changed_isFoundAndNamed()
{
    QFETCH(Change, change);
    QFETCH(QString, finding);
    QFETCH(int, readable);
    fill(path());
    tamper(path(), change);
    const QByteArray before = bytesOf(databaseIn(path()));
    {
        SqliteJournal journal(path(), m_clock);
        QVERIFY(journal.problem());
        QCOMPARE(journal.problem()->kind, Kind::Damaged);
        QVERIFY2(journal.problem()->finding.startsWith(finding),
                 qPrintable(journal.problem()->finding));
        QCOMPARE(journal.problem()->path, databaseIn(path()));
        QVERIFY(journal.append(record(idOf(9), QStringLiteral("t9"))));
        QVERIFY(
            journal.transition({idOf(6)}, DecisionState::IntentRecorded, DecisionState::NotSent));
        QVERIFY(journal.close({idOf(4)}, {}));
        QVERIFY(journal.removeEndedBefore(m_clock.now().addDays(1)));
        QCOMPARE(int(journal.entries().size()), readable);
        journal.tryAgain();
        QCOMPARE(journal.problem()->kind, Kind::Damaged);
    }
    QCOMPARE(bytesOf(databaseIn(path())), before);
}

void tst_JournalDamage::chainMadeAnew_headKnowsTheOld()
{
    fill(path());
    // Whoever edits a link and computes all hashes after it anew has not changed the mark.
    tamper(path(), [](SqlConnection &connection) {
        QByteArray previous;
        QByteArray content;
        const bool isRead =
            connection.rows(QStringLiteral("SELECT previous, content FROM links WHERE number = 20"),
                            {}, [&](const QSqlQuery &row) {
                                previous = row.value(0).toByteArray();
                                content = row.value(1).toByteArray();
                                return true;
                            });
        const JournalLink link =
            JournalLink::made(20, content.replace("note of t6", "note of t7"), previous);
        return isRead &&
               connection.run(QStringLiteral("UPDATE links SET content = ?, content_sha256 = ?, "
                                             "hash = ? WHERE number = 20"),
                              {link.content, link.contentSha256, link.hash});
    });
    {
        SqliteJournal journal(path(), m_clock);
        QCOMPARE(journal.problem()->finding,
                 QStringLiteral("record 20 is another one than decisions.head names"));
    }
    QVERIFY(QFile::remove(path() + QStringLiteral("/decisions.head")));
    SqliteJournal journal(path(), m_clock);
    QCOMPARE(journal.problem()->finding, QStringLiteral("decisions.head is missing"));
}

void tst_JournalDamage::changedWhileOpen_isFoundBeforeWriting()
{
    fill(path());
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.problem());
    QSignalSpy spy(&journal, &DecisionJournal::problemChanged);
    tamper(path(), sql("DELETE FROM links WHERE number = 20"));
    QVERIFY(journal.append(record(idOf(9), QStringLiteral("t9"))));
    QCOMPARE(journal.problem()->kind, Kind::Damaged);
    QCOMPARE(spy.count(), 1);
    QVERIFY(journal.append(record(idOf(9), QStringLiteral("t9"))));
}

//! What an export says of the chain.
void tst_JournalDamage::changedWhileOpen_isFoundOnAnotherThread()
{
    fill(path());
    const SqliteJournal journal(path(), m_clock);
    const auto checked = [&journal](bool isStopped) {
        std::optional<JournalProblem> found;
        const std::atomic_bool stopped = isStopped;
        const ChainChecker check = journal.chainChecker();
        const std::unique_ptr<QThread> thread(QThread::create([&] { found = check(stopped); }));
        thread->start();
        thread->wait();
        return found;
    };
    QVERIFY(!checked(false));
    tamper(path(), sql("UPDATE links SET content = x'7b7d' WHERE number = 3"));
    const auto found = checked(false);
    QVERIFY(found);
    QCOMPARE(found->kind, Kind::Damaged);
    QCOMPARE(found->finding, QStringLiteral("record 3 is not what was written"));
    QCOMPARE(found, journal.checkedChain());
    QVERIFY(!checked(true));
}

void tst_JournalDamage::longChain_damageIsFoundByTheCheck()
{
    {
        SqliteJournal journal(path(), m_clock);
        for (int i = 0; journal.links() <= SqliteJournal::shortChain; ++i)
            decide(journal, i, DecisionState::Accepted, DecisionState::ReconciledApplied);
        QVERIFY(!journal.append(record("open", QStringLiteral("t"))));
    }
    {
        SqliteJournal journal(path(), m_clock);
        QVERIFY(!journal.problem());
        QVERIFY(!journal.isChecked());
        QTRY_VERIFY(journal.isChecked());
        QVERIFY(!journal.problem());
    }
    tamper(path(), sql("UPDATE links SET content = x'7b7d' WHERE number = 3"));
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.problem());
    // What is open moves on meanwhile.
    QVERIFY(!journal.transition({"open"}, DecisionState::IntentRecorded, DecisionState::NotSent));
    QSignalSpy spy(&journal, &DecisionJournal::problemChanged);
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(journal.problem()->finding, QStringLiteral("record 3 is not what was written"));
    QVERIFY(!journal.isChecked());
}

void tst_JournalDamage::longChain_appendWaitsForTheCheck()
{
    {
        SqliteJournal journal(path(), m_clock);
        for (int i = 0; journal.links() <= SqliteJournal::shortChain; ++i)
            decide(journal, i, DecisionState::Accepted, DecisionState::ReconciledApplied);
    }
    {
        SqliteJournal journal(path(), m_clock);
        QVERIFY(!journal.isChecked());
        QVERIFY(!journal.append(record("a", QStringLiteral("t"))));
        QVERIFY(journal.isChecked());
    }
    tamper(path(), sql("UPDATE decisions SET state = x'31' WHERE sequence = 2"));
    const QByteArray before = bytesOf(databaseIn(path()));
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.problem());
    QVERIFY(journal.append(record("b", QStringLiteral("t2"))));
    QCOMPARE(journal.problem()->kind, Kind::Damaged);
    QCOMPARE(bytesOf(databaseIn(path())), before);
}

void tst_JournalDamage::pages_everyOneIsRightOrNamed()
{
    constexpr qsizetype pageSize = 4096;
    fill(path());
    const QByteArray whole = bytesOf(databaseIn(path()));
    const QByteArray head = bytesOf(path() + QStringLiteral("/decisions.head"));
    std::vector<JournalEntry> expected;
    {
        SqliteJournal journal(path(), m_clock);
        expected = journal.entries();
    }
    QCOMPARE(whole.size() % pageSize, 0);
    std::vector<QByteArray> broken;
    for (qsizetype page = 0; page < whole.size(); page += pageSize) {
        broken.push_back(QByteArray(whole).replace(page, pageSize, QByteArray(pageSize, '\0')));
        broken.push_back(QByteArray(whole).replace(page, pageSize, QByteArray(pageSize, '\xFF')));
        // Bytes of the header, of the list of cells, and of what they hold.
        for (const int offset : {0, 3, 5, 8, 24, 60, 96, 1024, 2500, 4095}) {
            QByteArray flipped = whole;
            flipped[page + offset] = static_cast<char>(flipped[page + offset] ^ 0x45);
            broken.push_back(flipped);
        }
    }
    int right = 0;
    for (const QByteArray &bytes : broken) {
        const QTemporaryDir folder;
        writeBytesTo(databaseIn(folder.path()), bytes);
        writeBytesTo(folder.filePath(QStringLiteral("decisions.head")), head);
        bool isRight = false;
        {
            SqliteJournal journal(folder.path(), m_clock);
            isRight = !journal.problem();
            if (isRight) {
                QCOMPARE(journal.entries(), expected);
                QVERIFY(!journal.append(record("new", QStringLiteral("new"))));
            } else {
                QVERIFY(journal.append(record("new", QStringLiteral("new"))));
                const JournalProblem problem = *journal.problem();
                QVERIFY(problem.kind == Kind::Newer ||
                        (problem.kind == Kind::Damaged && !problem.finding.isEmpty()));
                // What can still be read is what was written.
                for (const JournalEntry &entry : journal.entries()) {
                    const auto same = std::find_if(expected.begin(), expected.end(),
                                                   [&entry](const JournalEntry &known) {
                                                       return known.record.id == entry.record.id;
                                                   });
                    QVERIFY(same != expected.end() && same->record == entry.record);
                }
            }
        }
        right += isRight ? 1 : 0;
        if (!isRight)
            QCOMPARE(bytesOf(databaseIn(folder.path())), bytes);
    }
    // Space between cells belongs to nobody; everything else is found.
    QVERIFY2(right * 2 < int(broken.size()), qPrintable(QString::number(right)));
}

void tst_JournalDamage::file_emptyForeignOrCut_isNamed()
{
    fill(path());
    const QByteArray whole = bytesOf(databaseIn(path()));
    std::vector<QByteArray> contents = {"", "x", "not a database, but long enough to look at",
                                        QByteArray(8192, '\0'), QByteArray(8192, 'x')};
    for (qsizetype size = 512; size < whole.size(); size += 1536)
        contents.push_back(whole.left(size));
    for (const QByteArray &bytes : contents) {
        writeBytesTo(databaseIn(path()), bytes);
        {
            SqliteJournal journal(path(), m_clock);
            QVERIFY2(journal.problem(), qPrintable(QString::number(bytes.size())));
            QCOMPARE(journal.problem()->kind, Kind::Damaged);
            QVERIFY(!journal.problem()->finding.isEmpty());
            QVERIFY(journal.append(record("new", QStringLiteral("new"))));
        }
        QCOMPARE(bytesOf(databaseIn(path())), bytes);
    }
}

void tst_JournalDamage::file_gone_isNamed()
{
    fill(path());
    QVERIFY(QFile::remove(databaseIn(path())));
    SqliteJournal journal(path(), m_clock);
    QCOMPARE(journal.problem()->kind, Kind::Damaged);
    QCOMPARE(journal.problem()->finding, QStringLiteral("the file is gone"));
    QVERIFY(!QFile::exists(databaseIn(path())));
}

void tst_JournalDamage::file_newer_isLeftAlone()
{
    fill(path());
    tamper(path(), sql("PRAGMA user_version = 3"));
    const QByteArray before = bytesOf(databaseIn(path()));
    {
        SqliteJournal journal(path(), m_clock);
        QCOMPARE(journal.problem()->kind, Kind::Newer);
        QVERIFY(journal.append(record("new", QStringLiteral("new"))));
        QVERIFY(journal.keepAndStartAnew());
        QVERIFY(journal.entries().empty());
    }
    QCOMPARE(bytesOf(databaseIn(path())), before);
}

void tst_JournalDamage::keepAndStartAnew_keepsEverything()
{
    fill(path());
    const QByteArray head = bytesOf(path() + QStringLiteral("/decisions.head"));
    tamper(path(), sql("DELETE FROM links WHERE number = 7"));
    const QByteArray before = bytesOf(databaseIn(path()));
    SqliteJournal journal(path(), m_clock);
    QCOMPARE(journal.problem()->kind, Kind::Damaged);
    QSignalSpy spy(&journal, &DecisionJournal::problemChanged);
    QVERIFY(!journal.keepAndStartAnew());
    QVERIFY(!journal.problem());
    QCOMPARE(spy.count(), 1);
    QVERIFY(journal.entries().empty());
    QVERIFY(journal.unsettledEntries().empty());
    // The clock of the test stands at 10 o'clock.
    const QString kept = path() + QStringLiteral("/decisions-damaged-20261127T100000Z.");
    QCOMPARE(bytesOf(kept + QStringLiteral("db")), before);
    QCOMPARE(bytesOf(kept + QStringLiteral("head")), head);
    QVERIFY(!journal.append(record("new", QStringLiteral("new"))));
    QCOMPARE(journal.links(), 1);
}

void tst_JournalDamage::keepAndStartAnew_onlyWhenDamaged()
{
    fill(path());
    SqliteJournal journal(path(), m_clock);
    QVERIFY(journal.keepAndStartAnew());
    QCOMPARE(journal.entries().size(), std::size_t(6));
    SqliteJournal second(path(), m_clock);
    QVERIFY(second.keepAndStartAnew());
    QVERIFY(!journal.append(record("new", QStringLiteral("new"))));
}

void tst_JournalDamage::triggers_refuseEveryChange_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *statement :
         {"DELETE FROM links WHERE number = 20", "DELETE FROM decisions WHERE sequence = 1",
          "UPDATE links SET content = NULL WHERE number = 1",
          "UPDATE links SET content = NULL, decision = NULL WHERE number = 1",
          "UPDATE links SET content = x'7b7d' WHERE number = 20",
          "UPDATE links SET hash = randomblob(32)",
          "UPDATE links SET number = 30 WHERE number = 20",
          "UPDATE decisions SET account = x'31' WHERE sequence = 1",
          "UPDATE decisions SET task = x'31'", "UPDATE decisions SET actor = x'31'",
          "UPDATE decisions SET id = x'31' WHERE sequence = 1",
          "UPDATE decisions SET open = 1 WHERE sequence = 1",
          "INSERT INTO links SELECT 25, decision, kind, content, content_sha256, previous, hash"
          " FROM links WHERE number = 20",
          "INSERT INTO decisions (id, account, region, execution, task, state, open, unsettled,"
          " moved) SELECT x'31', account, region, execution, task, state, open, unsettled, moved"
          " FROM decisions WHERE sequence = 6"})
        QTest::newRow(statement) << QString::fromLatin1(statement);
}

void tst_JournalDamage::triggers_refuseEveryChange()
{
    QFETCH(QString, statement);
    fill(path());
    SqlConnection connection;
    QVERIFY(connection.open(databaseIn(path()), SqlConnection::Mode::Write));
    QVERIFY(!connection.run(statement));
    QVERIFY(!connection.lastProblem());
    connection.close();
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.problem());
}

void tst_JournalDamage::noRoom_nothingIsRecordedUntilThereIs()
{
    fill(path());
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.problem());
    const std::vector<JournalEntry> before = journal.entries();
    DecisionRecord large = record("large", QStringLiteral("large"));
    large.note = QString(100'000, u'n');
    QSignalSpy changes(&journal, &DecisionJournal::changed);
    QSignalSpy problems(&journal, &DecisionJournal::problemChanged);
    {
        const FileLimit limit(32 * 1024);
        const auto error = journal.append(large);
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::LocalFault);
        QVERIFY(!error->detail.isEmpty());
        QCOMPARE(journal.problem()->kind, Kind::NoRoom);
        QVERIFY(journal.append(record("small", QStringLiteral("small"))));
        QVERIFY(journal.transition({idOf(4)}, DecisionState::Ambiguous,
                                   DecisionState::ReconciledApplied));
        // There is room for a little, so that it is only found out by what does not fit.
        journal.tryAgain();
        QVERIFY(!journal.problem());
        QVERIFY(journal.append(large));
        QCOMPARE(journal.problem()->kind, Kind::NoRoom);
    }
    QCOMPARE(journal.entries(), before);
    QCOMPARE(problems.count(), 3);
    journal.tryAgain();
    QVERIFY(!journal.problem());
    QCOMPARE(problems.count(), 4);
    changes.clear();
    QVERIFY(!journal.append(large));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(journal.entries().size(), before.size() + 1);
}

void tst_JournalDamage::noRoom_whenOpened_canBeRead()
{
    fill(path());
    const FileLimit limit(0);
    SqliteJournal journal(path(), m_clock);
    QCOMPARE(journal.problem()->kind, Kind::NoRoom);
    QCOMPARE(journal.entries().size(), std::size_t(6));
    QVERIFY(journal.append(record("new", QStringLiteral("new"))));
}

QTEST_GUILESS_MAIN(tst_JournalDamage)
#include "tst_journaldamage.moc"
