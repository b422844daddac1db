// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlitejournal.h"
#include "app/viewmodels/journalviewmodel.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>

using namespace countersign;

namespace {

constexpr std::chrono::milliseconds soon{20};
const QByteArray noise(6'000, 'x');

DecisionRecord recordOf(const char *execution)
{
    DecisionRecord record;
    record.id = newDecisionId();
    record.where.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    record.where.accountId = QStringLiteral("2000000000000042");
    record.executionId = ExecutionId(QLatin1String(execution));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
    record.frozenAt = SystemClock().now();
    return record;
}

//! The system refuses to write more than the first byte of any file.
class NoRoom
{
public:
    NoRoom()
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit none = m_before;
        none.rlim_cur = 1;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoRoom()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(NoRoom)

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

} // namespace

class tst_JournalViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fine_saysNothing();
    void inUse_endsByItself();
    void damaged_isKeptAndBegunAnew();
    void fine_isNeverBegunAnew();
    void failsWhileSending_claimsNothing();
    void fullAtTheStart_knowsWhatWasUnderWay();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("journal")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
};

void tst_JournalViewModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_JournalViewModel::fine_saysNothing()
{
    SqliteJournal journal(path(), m_clock);
    const JournalViewModel shown(journal, soon);
    QVERIFY(!shown.problem());
    QVERIFY(shown.text().isEmpty());
    QVERIFY(shown.details().isEmpty());
    QVERIFY(!shown.mayStartAnew());
}

void tst_JournalViewModel::inUse_endsByItself()
{
    auto first = std::make_unique<SqliteJournal>(path(), m_clock);
    SqliteJournal second(path(), m_clock);
    JournalViewModel shown(second, soon);
    QSignalSpy changed(&shown, &JournalViewModel::changed);
    QVERIFY2(shown.text().startsWith(QStringLiteral("Nothing was sent. Another Countersign")),
             qPrintable(shown.text()));
    QTest::qWait(100);
    QVERIFY(!shown.text().isEmpty());
    first.reset();
    QTRY_VERIFY(shown.text().isEmpty());
    QCOMPARE(changed.count(), 1);
    QVERIFY(!second.append(recordOf("exec-1")));
}

void tst_JournalViewModel::damaged_isKeptAndBegunAnew()
{
    {
        const SqliteJournal made(path(), m_clock);
    }
    const QString file = QString(path() + QStringLiteral("/decisions.db"));
    {
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        QCOMPARE(damaged.write(noise), qint64(noise.size()));
    }
    SqliteJournal journal(path(), m_clock);
    JournalViewModel shown(journal, soon);
    QVERIFY(shown.mayStartAnew());
    QVERIFY2(shown.text().contains(file), qPrintable(shown.text()));
    // What it says of an earlier run is not known.
    QVERIFY2(shown.text().startsWith(QStringLiteral("Nothing was sent. But what was under way")) &&
                 shown.text().contains(QStringLiteral("eciding is closed")),
             qPrintable(shown.text()));
    QVERIFY2(shown.startAnewText().contains(file), qPrintable(shown.startAnewText()));
    // It does not pass by itself.
    QTest::qWait(100);
    QVERIFY(shown.mayStartAnew());
    shown.startAnew();
    QVERIFY(!shown.problem());
    QVERIFY(!journal.append(recordOf("exec-1")));
    bool isKept = false;
    const QFileInfoList files = QDir(path()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files) {
        QFile kept(info.filePath());
        isKept = isKept || (kept.open(QIODevice::ReadOnly) && kept.readAll() == noise);
    }
    QVERIFY(isKept);
}

void tst_JournalViewModel::fine_isNeverBegunAnew()
{
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.append(recordOf("exec-1")));
    JournalViewModel shown(journal, soon);
    shown.startAnew();
    QCOMPARE(journal.entries().size(), std::size_t(1));
}

void tst_JournalViewModel::failsWhileSending_claimsNothing()
{
    SqliteJournal journal(path(), m_clock);
    JournalViewModel shown(journal, std::chrono::hours(1));
    const DecisionRecord record = recordOf("exec-1");
    QVERIFY(!journal.append(record));
    QVERIFY(!journal.transition(record.id, DecisionState::IntentRecorded, DecisionState::Sending));
    bool isRefused = false;
    {
        const NoRoom noRoom;
        isRefused = journal.transition(record.id, DecisionState::Sending, DecisionState::Accepted)
                        .has_value();
    }
    QVERIFY(isRefused);
    QVERIFY(shown.problem());
    QVERIFY2(shown.text().startsWith(QStringLiteral("It may have been carried out")),
             qPrintable(shown.text()));
    shown.tryAgain();
    QVERIFY2(shown.text().isEmpty(), qPrintable(shown.text()));
    QVERIFY(!journal.transition(record.id, DecisionState::Sending, DecisionState::Accepted));
}

//! The program ended in mid-send, and there is no room when it begins again.
void tst_JournalViewModel::fullAtTheStart_knowsWhatWasUnderWay()
{
    {
        SqliteJournal journal(path(), m_clock);
        const DecisionRecord record = recordOf("exec-1");
        QVERIFY(!journal.append(record));
        QVERIFY(
            !journal.transition(record.id, DecisionState::IntentRecorded, DecisionState::Sending));
    }
    QString text;
    bool isFull = false;
    {
        const NoRoom noRoom;
        SqliteJournal journal(path(), m_clock);
        const JournalViewModel shown(journal, std::chrono::hours(1));
        isFull = shown.problem() && (shown.problem()->kind == JournalProblem::Kind::NoRoom ||
                                     shown.problem()->kind == JournalProblem::Kind::NotWritable);
        text = shown.text();
    }
    QVERIFY(isFull);
    QVERIFY2(text.startsWith(QStringLiteral("It may have been carried out")), qPrintable(text));
}

QTEST_GUILESS_MAIN(tst_JournalViewModel)
#include "tst_journalviewmodel.moc"
