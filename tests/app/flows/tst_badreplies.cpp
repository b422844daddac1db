// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/executionsearch.h"
#include "app/flows/reviewflow.h"
#include "app/flows/watchflow.h"
#include "app/journal/sqlitejournal.h"
#include "tests/support/faultserver.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QByteArray oneWaits = R"json({"RequestId":"7B2D-0001","NextToken":"","Executions":[
    {"ExecutionId":"exec-1","Status":"Waiting","TemplateName":"ask","ExecutedBy":"li.wei(1)",
     "StartDate":"2026-11-25T02:00:00Z","UpdateDate":"2026-11-25T02:00:00Z","CurrentTasks":[
     {"TaskExecutionId":"exec-1.t0001","TaskName":"ask","TaskAction":"ACS::Approve"}]}]})json";

QByteArray deep()
{
    return R"({"RequestId":"7B2D-0002","Executions":)" + QByteArray(200, '[') +
           QByteArray(200, ']') + '}';
}

WatchTimes quickTimes()
{
    WatchTimes times;
    times.interval = 300ms;
    times.afterTrouble = 300ms;
    // Only lists are asked for, so that the scripts stay in step.
    times.rowReadsPerRound = 0;
    return times;
}

} // namespace

//! What a broken or hostile reply comes to: a named error, with the old rows still there.
class TestBadReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void badList_keepsTheRows_data();
    void badList_keepsTheRows();
    void hostileTexts_arriveAsTheyAre();
    void refusedChildren_areAskedForAgainNextRound();
    void refusedAltogether_isSaid();
    void refusedSearch_profileRemovedMeanwhile_isNotAskedAgain();

private:
    PlaceState place() const { return m_watch->places().front(); }

    SystemClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<ProfileRegistry> m_profiles;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteJournal> m_journal;
    std::unique_ptr<WatchFlow> m_watch;
};

void TestBadReplies::init()
{
    m_watch.reset();
    m_server = std::make_unique<FaultServer>();
    ReadLimits limits;
    limits.attempts = 1;
    limits.replyBytes = 64 * 1024;
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, limits);
    m_journal.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = std::make_unique<SqliteJournal>(m_folder->path(), m_clock);
    m_profiles = std::make_unique<ProfileRegistry>();
    Profile profile;
    profile.id = ProfileId(QStringLiteral("p"));
    profile.alias = QStringLiteral("p");
    profile.accountId = QStringLiteral("1000000000000001");
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.endpoint = m_server->address();
    profile.stsEndpoint = m_server->address();
    m_profiles->setProfile(profile);
    auto credentials = std::make_shared<Credentials>();
    credentials->accessKeyId = QStringLiteral("LTAIexample");
    credentials->secret = SecretBytes("example-secret");
    m_profiles->setCredentials(profile.id, credentials);
    const FlowServices services{*m_client, *m_profiles, *m_journal, m_clock, [this] {
                                    return std::make_unique<OneShotSender>(m_clock, newNonce);
                                }};
    m_watch = std::make_unique<WatchFlow>(services, quickTimes());
}

void TestBadReplies::badList_keepsTheRows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("requestId");
    const QString known = QStringLiteral("7B2D-0002");
    const auto row = [](const char *name, const QByteArray &body, Error::Kind kind,
                        const QString &requestId) {
        QTest::newRow(name) << body << kind << requestId;
    };
    const QByteArray begin = R"({"RequestId":"7B2D-0002",)";
    row("not JSON", begin + "\"Executions\":[", Error::Kind::BadReply, known);
    row("a page of the proxy", "<html>sign in</html>", Error::Kind::BadReply, {});
    row("empty", "", Error::Kind::BadReply, {});
    row("a list", "[]", Error::Kind::BadReply, {});
    row("a name twice", begin + R"("Executions":[],"Executions":[]})", Error::Kind::BadReply,
        known);
    row("a name twice inside",
        begin + R"("Executions":[{"ExecutionId":"a","Status":"Waiting","ExecutionId":"b"}]})",
        Error::Kind::BadReply, known);
    row("a name twice by escapes", begin + R"("Executions":[],"\u0045xecutions":[]})",
        Error::Kind::BadReply, known);
    row("no list", begin + R"("TotalCount":0})", Error::Kind::BadReply, known);
    row("null for a list", begin + R"("Executions":null})", Error::Kind::BadReply, known);
    row("a row without id", begin + R"("Executions":[{"Status":"Waiting"}]})",
        Error::Kind::BadReply, known);
    row("a row that is none", begin + R"("Executions":[7]})", Error::Kind::BadReply, known);
    row("an id that is a list", begin + R"("Executions":[{"ExecutionId":[],"Status":"Waiting"}]})",
        Error::Kind::BadReply, known);
    row("bytes that are not UTF-8", begin + "\"Executions\":[],\"x\":\"\xff\"}",
        Error::Kind::BadReply, known);
    row("too deep", deep(), Error::Kind::TooLarge, known);
    row("too large", begin + "\"Executions\":[],\"x\":\"" + QByteArray(100'000, 'x') + "\"}",
        Error::Kind::TooLarge, known);
}

void TestBadReplies::badList_keepsTheRows()
{
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, requestId);
    m_server->setScripts(
        {faults::answer(200, oneWaits), faults::answer(200, oneWaits), faults::answer(200, body)});
    m_watch->start();
    QTRY_COMPARE(m_watch->snapshot().rows.size(), std::size_t(1));
    QTRY_VERIFY(place().error.has_value());
    QCOMPARE(place().error->kind, kind);
    QCOMPARE(place().error->requestId, requestId);
    QVERIFY(place().lastGoodRead.isValid());
    QCOMPARE(m_watch->snapshot().rows.size(), std::size_t(1));
    QCOMPARE(m_watch->snapshot().rows.front().id.executionId.text(), QStringLiteral("exec-1"));
}

void TestBadReplies::hostileTexts_arriveAsTheyAre()
{
    const QByteArray hostile =
        R"("<b>\u202Eevil\u0000\uD800</b>\u200B{{ x }}%1 &amp; \\n\"quoted\"")";
    QByteArray body = oneWaits;
    body.replace("\"li.wei(1)\"", hostile);
    body.replace("\"ask\"", hostile);
    body.replace("\"Waiting\"", R"("Waiting","Unheard":{"of":[1e999]},"WaitingStatus":"New")");
    m_server->setScripts({faults::answer(200, body)});
    m_watch->start();
    QTRY_COMPARE(m_watch->snapshot().rows.size(), std::size_t(1));
    const WaitRow &row = m_watch->snapshot().rows.front();
    const QString plain = Json::parse(hostile).json->toString();
    QCOMPARE(row.starter, plain);
    QCOMPARE(row.templateName, plain);
    QCOMPARE(row.taskName, plain);
    QVERIFY(plain.contains(QChar(0)));
    QVERIFY(plain.contains(QChar(0xD800)));
}

void TestBadReplies::refusedChildren_areAskedForAgainNextRound()
{
    const FaultScript refusal = faults::answer(
        400, R"({"Code":"InvalidParameter","Message":"no","RequestId":"7B2D-0003"})");
    m_server->setScripts({refusal, faults::answer(200, oneWaits)});
    // As it is told of: on a busy computer the next round comes before a test looks again.
    std::vector<bool> listed;
    connect(m_watch.get(), &WatchFlow::snapshotChanged, this, [this, &listed] {
        if (!m_watch->snapshot().rows.empty())
            listed.push_back(place().areChildrenListed);
    });
    m_watch->start();
    QTRY_VERIFY(!listed.empty());
    QVERIFY(!place().error);
    QVERIFY(!listed.front());
    // The script now answers everything, so that the next round lists children too.
    QTRY_VERIFY(place().areChildrenListed);
    int withChildren = 0;
    int without = 0;
    for (const ArrivedRequest &request : m_server->requests()) {
        if (!request.line.contains("Status=Waiting"))
            continue;
        (request.line.contains("IncludeChildExecution=true") ? withChildren : without) += 1;
    }
    QCOMPARE(without, 1);
    QVERIFY(withChildren >= 2);
}

void TestBadReplies::refusedAltogether_isSaid()
{
    m_server->setScripts({faults::answer(
        400, R"({"Code":"InvalidParameter","Message":"no","RequestId":"7B2D-0003"})")});
    m_watch->start();
    QTRY_VERIFY(place().error.has_value());
    QCOMPARE(place().error->kind, Error::Kind::Refused);
    QCOMPARE(place().error->code, QStringLiteral("InvalidParameter"));
    QCOMPARE(place().error->requestId, QStringLiteral("7B2D-0003"));
}

void TestBadReplies::refusedSearch_profileRemovedMeanwhile_isNotAskedAgain()
{
    m_server->setScripts({faults::answer(
        400, R"({"Code":"InvalidParameter","Message":"no","RequestId":"7B2D-0003"})")});
    connect(m_server.get(), &FaultServer::arrived, this,
            [this] { m_profiles->removeProfile(ProfileId(QStringLiteral("p"))); });
    ExecutionSearch search(
        m_watch->services(),
        {ExecutionLink::Form::Id, ExecutionId(QStringLiteral("exec-0000000000")), {}, {}});
    search.start();
    QTRY_VERIFY(search.report().hasEnded());
    QCOMPARE(search.report().failed.size(), std::size_t(1));
    QVERIFY(!search.report().failed.front().error);
    QCOMPARE(m_server->requests().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestBadReplies)
#include "tst_badreplies.moc"
