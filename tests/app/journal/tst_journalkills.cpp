// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalschema.h"
#include "tests/app/journal/journalcases.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace countersign;
using namespace countersign::journalcases;

namespace {

//! As a file of the first version is, which had no approvals beside the chain.
bool toFirstVersion(SqlConnection &connection)
{
    for (const char *statement :
         {"DROP INDEX approvals", "ALTER TABLE decisions DROP COLUMN approval",
          "ALTER TABLE decisions DROP COLUMN actor", "PRAGMA user_version = 1"}) {
        if (!connection.run(QString::fromLatin1(statement)))
            return false;
    }
    return true;
}

//! The triggers of the first version are those of this one but for the newest.
void makeFirstVersion(const QString &folder)
{
    {
        SqlConnection connection;
        QVERIFY(connection.open(databaseIn(folder), SqlConnection::Mode::Write));
        QVERIFY(connection.run(QStringLiteral("DROP TRIGGER actors_are_frozen")));
    }
    tamper(folder, toFirstVersion);
}

QStringList copiesIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("decisions-v1-*.db")}, QDir::Files, QDir::Name);
}

//! What this program does when it is started by a test: records for ever, or opens once.
int child(const QString &what, const QString &folder)
{
    const SystemClock clock;
    SqliteJournal journal(folder, clock);
    if (journal.problem())
        return 1;
    if (what == u"open")
        return 0;
    for (int i = int(journal.links());; ++i) {
        const DecisionId id{idOf(i)};
        if (journal.append(record(id.hex, QStringLiteral("t"), QStringLiteral("exec-%1").arg(i))))
            return 2;
        std::printf("%d intent-recorded\n", i);
        std::fflush(stdout);
        if (journal.transition(id, DecisionState::IntentRecorded, DecisionState::Sending))
            return 3;
        std::printf("%d sending\n", i);
        std::fflush(stdout);
    }
}

} // namespace

class tst_JournalKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void killedWhileRecording_nothingAcknowledgedIsLost();
    void olderVersion_isCopiedAndBroughtOn();
    void olderVersion_damaged_isLeftAlone();
    void killedWhileBroughtOn_oldOrNewAndWhole();

private:
    QString path() const { return m_folder->path(); }
    std::unique_ptr<QProcess> start(const QString &what) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void tst_JournalKills::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

std::unique_ptr<QProcess> tst_JournalKills::start(const QString &what) const
{
    auto process = std::make_unique<QProcess>();
    process->start(QCoreApplication::applicationFilePath(),
                   {QStringLiteral("--journal-child"), what, path()});
    return process;
}

void tst_JournalKills::killedWhileRecording_nothingAcknowledgedIsLost()
{
    QMap<QByteArray, QByteArray> acknowledged;
    for (int round = 0; round < 15; ++round) {
        const auto process = start(QStringLiteral("record"));
        QVERIFY(process->waitForReadyRead(30'000));
        // Anywhere in a few records' work.
        QVERIFY(!process->waitForFinished(QRandomGenerator::global()->bounded(20)));
        process->kill();
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitStatus(), QProcess::CrashExit);
        for (const QByteArray &line : process->readAllStandardOutput().split('\n')) {
            const QByteArrayList words = line.split(' ');
            if (words.size() == 2)
                acknowledged.insert(idOf(words[0].toInt()), words[1]);
        }
        SqliteJournal journal(path(), m_clock);
        QVERIFY2(!journal.problem(), qPrintable(findingOf(journal)));
        QVERIFY(!journal.checkedChain());
        for (auto it = acknowledged.cbegin(); it != acknowledged.cend(); ++it) {
            const auto entry = journal.entry({it.key()});
            QVERIFY(entry);
            QVERIFY(it.value() == "intent-recorded" || entry->state() == DecisionState::Sending);
        }
    }
    QVERIFY(!acknowledged.isEmpty());
}

void tst_JournalKills::olderVersion_isCopiedAndBroughtOn()
{
    std::vector<JournalEntry> before;
    {
        SqliteJournal journal(path(), m_clock);
        decide(journal, 1, DecisionState::Accepted, DecisionState::ReconciledApplied);
        decide(journal, 2, DecisionState::Ambiguous);
        before = journal.entries();
    }
    makeFirstVersion(path());
    const QString account = QStringLiteral("2000000000000042");
    const std::vector<TaskExecutionId> approved = {TaskExecutionId(QStringLiteral("t1"))};
    {
        SqliteJournal journal(path(), m_clock);
        QVERIFY2(!journal.problem(), qPrintable(findingOf(journal)));
        QCOMPARE(journal.entries(), before);
        QCOMPARE(journal.approvedTasks(account, QStringLiteral("li.wei")), approved);
        QVERIFY(!journal.transition({idOf(2)}, DecisionState::Ambiguous,
                                    DecisionState::ReconciledApplied));
        QVERIFY(!journal.checkedChain());
    }
    QCOMPARE(copiesIn(path()), QStringList(QStringLiteral("decisions-v1-20261127T100000Z.db")));
    const QString copy = path() + u'/' + copiesIn(path()).front();
    QCOMPARE(QFileInfo(copy).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    SqlConnection kept;
    QVERIFY(kept.open(copy, SqlConnection::Mode::Read));
    QVERIFY(isSchemaOf(kept, 1));
    QCOMPARE(kept.value(QStringLiteral("SELECT count(*) FROM links")).toInt(), 7);
    // The next start has nothing to do.
    SqliteJournal journal(path(), m_clock);
    QVERIFY(!journal.problem());
    QCOMPARE(copiesIn(path()).size(), 1);
}

void tst_JournalKills::olderVersion_damaged_isLeftAlone()
{
    {
        SqliteJournal journal(path(), m_clock);
        decide(journal, 1, DecisionState::Ambiguous);
    }
    makeFirstVersion(path());
    tamper(path(), [](SqlConnection &connection) {
        return connection.run(
            QStringLiteral("UPDATE links SET content = x'7b7d' WHERE number = 2"));
    });
    const QByteArray before = bytesOf(databaseIn(path()));
    {
        SqliteJournal journal(path(), m_clock);
        QCOMPARE(journal.problem()->kind, JournalProblem::Kind::Damaged);
        QCOMPARE(journal.problem()->finding, QStringLiteral("record 2 is not what was written"));
    }
    QVERIFY(copiesIn(path()).isEmpty());
    QCOMPARE(bytesOf(databaseIn(path())), before);
}

void tst_JournalKills::killedWhileBroughtOn_oldOrNewAndWhole()
{
    std::vector<JournalEntry> before;
    {
        SqliteJournal journal(path(), m_clock);
        for (int i = 0; i < 60; ++i)
            decide(journal, i, DecisionState::Accepted, DecisionState::ReconciledApplied);
        before = journal.entries();
    }
    makeFirstVersion(path());
    const QByteArray old = bytesOf(databaseIn(path()));
    int killed = 0;
    qint64 whole = 0; // how long it takes when nobody disturbs it, in ms
    for (int round = 0; round < 21; ++round) {
        for (const QString &name : QDir(path()).entryList(QDir::Files)) {
            if (name != u"decisions.head")
                QVERIFY(QFile::remove(path() + u'/' + name));
        }
        writeBytesTo(databaseIn(path()), old);
        const auto process = start(QStringLiteral("open"));
        QVERIFY(process->waitForStarted());
        // It is at work from the moment on when there is a lock.
        const QString lock = path() + QStringLiteral("/decisions.lock");
        while (!QFile::exists(lock) && process->state() != QProcess::NotRunning)
            process->waitForFinished(1);
        QElapsedTimer sinceLock;
        sinceLock.start();
        if (round == 0) {
            QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished());
            whole = std::max<qint64>(sinceLock.elapsed(), 2);
        } else {
            // It may come to its end before.
            process->waitForFinished(QRandomGenerator::global()->bounded(int(whole)));
            process->kill();
            QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished());
        }
        killed += process->exitStatus() == QProcess::CrashExit ? 1 : 0;
        SqliteJournal journal(path(), m_clock);
        QVERIFY2(!journal.problem(), qPrintable(findingOf(journal)));
        QCOMPARE(journal.entries(), before);
        QCOMPARE(journal.approvedTasks(QStringLiteral("2000000000000042"), QStringLiteral("li.wei"))
                     .size(),
                 before.size());
    }
    QVERIFY(killed > 0);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == u"--journal-child")
        return child(arguments[2], arguments[3]);
    tst_JournalKills test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalkills.moc"
