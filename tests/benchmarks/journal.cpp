// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Row 6 of the table: from the confirmed record to "sending" on the disk, without re-reading,
// connecting and TLS; and how long a long journal keeps the event loop.
#include "app/domain/clock.h"
#include "app/flows/sentparameters.h"
#include "app/journal/journalfolder.h"
#include "app/journal/journallink.h"
#include "app/journal/journalschema.h"
#include "app/journal/sqlitejournal.h"
#include "tests/benchmarks/measuring.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <cstdlib>

using namespace countersign;

namespace {

constexpr int decisionCount = 20'000;
constexpr int rounds = 301;

void require(bool isGood, const char *what)
{
    if (isGood)
        return;
    std::fprintf(stderr, "%s did not work\n", what);
    std::exit(1);
}

//! An approval as large as one from the service is.
DecisionRecord recordOf(int i)
{
    DecisionRecord record;
    record.id = newDecisionId();
    record.where = {{ProfileId(QStringLiteral("0b9c6a9e-6f2a-4f5e-9d53-0c1f6d0d7a11")),
                     RegionId(QStringLiteral("cn-hangzhou"))},
                    QStringLiteral("acme-prod"),
                    QStringLiteral("2000000000000042"),
                    QStringLiteral("li.wei"),
                    QStringLiteral("oos.cn-hangzhou.aliyuncs.com"),
                    {}};
    record.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e%1").arg(i));
    record.taskExecutionId = TaskExecutionId(record.executionId.text() + QStringLiteral(".t0002"));
    record.taskName = QStringLiteral("askFirst");
    record.note = QStringLiteral("checked with the owner of the database %1").arg(i);
    for (int fact = 0; fact < 24; ++fact)
        record.fingerprint.facts.emplace_back(QStringLiteral("TaskExecution.Fact%1").arg(fact),
                                              QString(64, u'a'));
    record.fingerprint.sha256 = QByteArray(64, 'b');
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const char *operation : {"ListExecutions", "ListTaskExecutions", "GetExecutionTemplate"})
        record.reads.push_back({QString::fromLatin1(operation),
                                QStringLiteral("14A07460-EBE7-47CA-9757-12CC4761D47A"), now});
    record.drawnSha256 = QByteArray(64, 'c');
    record.frozenAt = now;
    return record;
}

DecisionIntent intentOf()
{
    return {"{\"seen\":\"" + QByteArray(1500, 'd') + "\"}", 1};
}

//! As the flow does it between confirming and the first byte.
void confirm(SqliteJournal &journal, const DecisionRecord &record, const Credentials &credentials)
{
    require(!journal.append(record, intentOf()), "recording the intent");
    UnsignedRequest request;
    request.host = record.where.endpointHost;
    request.action = QStringLiteral("NotifyExecution");
    request.version = QStringLiteral("2019-06-01");
    request.query = requestParameters(record);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray nonce = newNonce();
    const auto bytes = sign(request, credentials, SignatureScheme::V3, now, nonce);
    require(bool(bytes), "signing");
    const auto sent = sentParameters(*bytes, SignatureScheme::V3);
    require(sent && !firstDifference(record, *sent), "reading the request back");
    StepFacts facts;
    facts.request =
        RequestFacts{credentials.accessKeyId.right(4),
                     QStringLiteral("ACS3-HMAC-SHA256"),
                     nonce,
                     now,
                     std::chrono::seconds(0),
                     QCryptographicHash::hash(QByteArray(bytes->query + '\n' + bytes->body),
                                              QCryptographicHash::Sha256)
                         .toHex()};
    require(!journal.transition(record.id, DecisionState::IntentRecorded, DecisionState::Sending,
                                facts),
            "recording that it is sent");
}

//! The least that two durable steps cost.
void twoCommits(SqlConnection &connection)
{
    for (int i = 0; i < 2; ++i) {
        require(connection.run(QStringLiteral("BEGIN IMMEDIATE")) &&
                    connection.run(QStringLiteral("INSERT INTO t (content) VALUES (?)"),
                                   {QByteArray(200, 'x')}) &&
                    connection.run(QStringLiteral("COMMIT")),
                "a commit");
    }
}

void measureConfirm()
{
    const QTemporaryDir folder;
    const QTemporaryDir other;
    const SystemClock clock;
    SqliteJournal journal(folder.path(), clock);
    Credentials credentials;
    credentials.accessKeyId = QStringLiteral("LTAI5tExampleExample");
    credentials.secret = SecretBytes("example-secret-of-thirty-letters");
    SqlConnection bare;
    const QString path = other.filePath(QStringLiteral("bare.db"));
    require(QFile(path).open(QFile::WriteOnly) && bare.open(path, SqlConnection::Mode::Write) &&
                bare.run(QStringLiteral("CREATE TABLE t (content BLOB)")),
            "making the partner's file");
    std::vector<double> ours;
    std::vector<double> partner;
    for (int i = 0; i < rounds; ++i) {
        const DecisionRecord record = recordOf(i);
        ours.push_back(millisecondsOf([&] { confirm(journal, record, credentials); }));
        partner.push_back(millisecondsOf([&] { twoCommits(bare); }));
        require(!journal.transition(record.id, DecisionState::Sending, DecisionState::Ambiguous) &&
                    !journal.transition(record.id, DecisionState::Ambiguous,
                                        DecisionState::ReconciledApplied),
                "ending the decision");
    }
    std::printf("6 confirm to sending committed | %.2f ms | two SQLite commits %.2f ms | %.2f"
                " times\n",
                median(ours), median(partner), median(ours) / median(partner));
}

//! Writes one link and what is listed of its decision, without waiting for the disk each time.
class QuickWriter
{
public:
    explicit QuickWriter(const QString &folder)
        : m_folder(folder)
    {
        require(m_connection.open(m_folder.databasePath(), SqlConnection::Mode::Write) &&
                    m_connection.run(QStringLiteral("BEGIN IMMEDIATE")),
                "opening the long journal");
    }

    void write(int i)
    {
        const DecisionRecord record = recordOf(i);
        JournalStep step;
        step.at = record.frozenAt;
        EntryBuilder builder;
        std::vector<JournalLink> links;
        const auto add = [&](const QByteArray &content) {
            links.push_back(JournalLink::made(m_head.links + 1, content, m_head.hash));
            require(builder.add(links.back()), "making a link");
            m_head = {links.back().number, links.back().hash};
        };
        add(intentContent(m_head.links + 1, record, intentOf(), step));
        // One in a thousand stays unsettled.
        const int last = i % 1000 == 0 ? 2 : 3;
        const DecisionState way[] = {DecisionState::IntentRecorded, DecisionState::Sending,
                                     DecisionState::Accepted, DecisionState::ReconciledApplied};
        for (int at = 1; at <= last; ++at) {
            step.state = way[at];
            add(stepContent(m_head.links + 1, record.id, way[at - 1], step));
        }
        const DerivedColumns columns = derivedColumns(builder.entry());
        require(m_connection.run(
                    QStringLiteral("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                   " ?)"),
                    {i + 1, record.id.hex, columnText(record.where.accountId),
                     columnText(record.where.place.region.text()),
                     columnText(record.executionId.text()),
                     columnText(record.taskExecutionId.text()), columns.state, int(columns.isOpen),
                     int(columns.isUnsettled), builder.lastAt().toMSecsSinceEpoch(),
                     columnText(record.where.actor), int(columns.isApproval)}),
                "listing a decision");
        for (const JournalLink &link : links) {
            const LinkKind kind = &link == &links.front() ? LinkKind::Intent : LinkKind::Step;
            require(
                m_connection.run(QStringLiteral("INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?)"),
                                 {link.number, i + 1, linkWord(kind), link.content,
                                  link.contentSha256, link.previous, link.hash}),
                "adding a link");
        }
    }

    void end()
    {
        require(m_connection.run(QStringLiteral("COMMIT")) && m_folder.setHead(m_head),
                "ending the long journal");
    }

private:
    JournalFolder m_folder;
    SqlConnection m_connection;
    HeadMark m_head = {0, chainBeginning()};
};

double medianOf(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < 51; ++i)
        times.push_back(millisecondsOf(work));
    return median(times);
}

void measureLongJournal(TimedApplication &application)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    SqliteJournal(folder.path(), clock).head();
    {
        QuickWriter writer(folder.path());
        for (int i = 0; i < decisionCount; ++i)
            writer.write(i);
        writer.end();
    }
    std::unique_ptr<SqliteJournal> journal;
    const double opening =
        millisecondsOf([&] { journal = std::make_unique<SqliteJournal>(folder.path(), clock); });
    application.forget();
    const double checking = millisecondsOf([&] {
        while (!journal->isChecked() && !journal->problem())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    });
    require(!journal->problem(), "checking the long journal");
    std::printf("4 longest event-loop block: opening a journal of %d decisions | %.1f ms, checking"
                " it on a thread takes %.0f ms and blocks for %.1f ms\n",
                decisionCount, opening, checking, application.longestMilliseconds());
    const DecisionRecord record = recordOf(1000);
    const DecisionPlace &where = record.where;
    const auto row = [](const char *what, const std::function<void()> &work) {
        std::printf("4 journal of %d decisions: %s | %.3f ms\n", decisionCount, what,
                    medianOf(work));
    };
    row("openFor", [&] {
        static_cast<void>(journal->openFor(where.accountId, where.place.region, record.executionId,
                                           record.taskExecutionId));
    });
    row("isSending",
        [&] { static_cast<void>(journal->isSending(where.accountId, where.place.region)); });
    row("notesFor",
        [&] { static_cast<void>(journal->notesFor(record.executionId, record.taskExecutionId)); });
    row("entriesFor", [&] { static_cast<void>(journal->entriesFor(record.executionId)); });
    row("unsettledEntries", [&] { static_cast<void>(journal->unsettledEntries()); });
    std::printf("4 journal of %d decisions: approvedTasks the first time | %.1f ms\n",
                decisionCount, millisecondsOf([&] {
                    static_cast<void>(journal->approvedTasks(where.accountId, where.actor));
                }));
    row("approvedTasks again",
        [&] { static_cast<void>(journal->approvedTasks(where.accountId, where.actor)); });
    std::printf("4 journal of %d decisions: all entries | %.0f ms\n", decisionCount,
                millisecondsOf([&] { static_cast<void>(journal->entries()); }));
}

} // namespace

int main(int argc, char *argv[])
{
    TimedApplication application(argc, argv);
    measureConfirm();
    measureLongJournal(application);
    return 0;
}
