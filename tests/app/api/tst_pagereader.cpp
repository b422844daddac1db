// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/pagereader.h"
#include "tests/support/faultserver.h"
#include "tests/support/shiftedclock.h"

#include <QTest>
#include <QUrlQuery>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

QByteArray errorBody(const char *code)
{
    return QByteArray(R"({"Code":")") + code +
           R"(","Message":"words","RequestId":"7B2D0000-0000-4000-8000-00000000C0FF"})";
}

//! One page; a row is an id, or "id=Status". Its request id ends in the page's number.
FaultScript page(int number, const QStringList &rows, const QString &nextToken)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member(u"RequestId", QStringLiteral("7B2D0000-0000-4000-8000-%1").arg(number, 12));
    writer.member(u"NextToken", nextToken);
    writer.name(u"Executions").beginArray();
    for (const QString &row : rows) {
        const QString status = row.section(u'=', 1);
        writer.beginObject();
        writer.member(u"ExecutionId", row.section(u'=', 0, 0));
        writer.member(u"Status", status.isEmpty() ? QStringLiteral("Waiting") : status);
        writer.endObject();
    }
    writer.endArray().endObject();
    return faults::answer(200, writer.bytes());
}

//! The list's rows as they are told apart: id=Status.
QStringList words(const std::vector<Execution> &rows)
{
    QStringList words;
    for (const Execution &row : rows)
        words << row.id.text() + QLatin1Char('=') + row.statusText;
    return words;
}

//! The NextToken that each request asked for; "-" for none.
QStringList askedTokens(const FaultServer &server)
{
    QStringList tokens;
    for (const ArrivedRequest &request : server.requests()) {
        const QUrl target(QString::fromLatin1(request.line.split(' ').at(1)));
        const QUrlQuery query(target);
        const QString name = QStringLiteral("NextToken");
        tokens << (query.hasQueryItem(name) ? query.queryItemValue(name) : QStringLiteral("-"));
    }
    return tokens;
}

} // namespace

class TestPageReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsToTheLastPage();
    void emptyPageWithTokenIsNotTheEnd();
    void laterRowOfAnIdWins();
    void knownToken_endsIncomplete_data();
    void knownToken_endsIncomplete();
    void caps_endIncomplete_data();
    void caps_endIncomplete();
    void lastPageMayFillTheCap();
    void refusedToken_readsAnewOnce_data();
    void refusedToken_readsAnewOnce();
    void refusalOfTheFirstPageIsTheEnd();
    void badPage_isNoShorterList();
    void logLinesAreNeverMerged();
    void cancel_isHeardOnce();
    void deadContextHearsNothing();

private:
    void read(const PageCaps &caps = {});
    ApiTarget target() const;

    ShiftedClock m_clock;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<QObject> m_context;
    std::optional<Result<ListReading<Execution>>> m_result;
    CallHandle m_call;
    int m_callbacks = 0;
};

void TestPageReader::init()
{
    ReadLimits limits;
    limits.attempt = 2000ms;
    limits.whole = 4000ms;
    limits.attempts = 2;
    limits.firstPause = 10ms;
    limits.longestPause = 20ms;
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, limits);
    m_server = std::make_unique<FaultServer>();
    m_context = std::make_unique<QObject>();
    m_result.reset();
    m_callbacks = 0;
}

ApiTarget TestPageReader::target() const
{
    ApiTarget target;
    target.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    target.endpoint = m_server->address();
    target.credentials = [] {
        auto credentials = std::make_shared<Credentials>();
        credentials->accessKeyId = QStringLiteral("LTAIexample");
        credentials->secret = SecretBytes("example-secret");
        return credentials;
    };
    return target;
}

void TestPageReader::read(const PageCaps &caps)
{
    m_call = readAllExecutions(
        *m_client, target(), {}, m_context.get(),
        [this](Result<ListReading<Execution>> result) {
            ++m_callbacks;
            m_result = std::move(result);
        },
        caps);
}

void TestPageReader::readsToTheLastPage()
{
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b/+=%&");
    m_server->setScripts({page(1, {QStringLiteral("e1"), QStringLiteral("e2")}, a),
                          page(2, {QStringLiteral("e3")}, b), page(3, {QStringLiteral("e4")}, {})});
    read();
    QCOMPARE(m_callbacks, 0);
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(m_result->hasValue());
    QCOMPARE(words((*m_result)->rows),
             QStringList({QStringLiteral("e1=Waiting"), QStringLiteral("e2=Waiting"),
                          QStringLiteral("e3=Waiting"), QStringLiteral("e4=Waiting")}));
    QCOMPARE((*m_result)->requestIds.size(), std::size_t(3));
    const QStringList asked = askedTokens(*m_server);
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked[0], QStringLiteral("-"));
    QCOMPARE(asked[1], a);
    QCOMPARE(QUrl::fromPercentEncoding(asked[2].toLatin1()), b);
    QTest::qWait(30);
    QCOMPARE(m_callbacks, 1);
}

void TestPageReader::emptyPageWithTokenIsNotTheEnd()
{
    m_server->setScripts({page(1, {}, QStringLiteral("a")), page(2, {}, QStringLiteral("b")),
                          page(3, {QStringLiteral("e1")}, {})});
    read();
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(m_result->hasValue());
    QCOMPARE((*m_result)->rows.size(), std::size_t(1));
}

// Rows move between pages while a list is read; the newest reading of a row is the true one.
void TestPageReader::laterRowOfAnIdWins()
{
    m_server->setScripts(
        {page(1, {QStringLiteral("e1"), QStringLiteral("e2")}, QStringLiteral("a")),
         page(2, {QStringLiteral("e1=Running"), QStringLiteral("e3")}, {})});
    read();
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(m_result->hasValue());
    QCOMPARE(words((*m_result)->rows),
             QStringList({QStringLiteral("e1=Running"), QStringLiteral("e2=Waiting"),
                          QStringLiteral("e3=Waiting")}));
}

void TestPageReader::knownToken_endsIncomplete_data()
{
    QTest::addColumn<QStringList>("tokens");
    QTest::addColumn<int>("requests");
    QTest::newRow("the same again") << QStringList({QStringLiteral("a"), QStringLiteral("a")}) << 2;
    QTest::newRow("a circle of three") << QStringList({QStringLiteral("a"), QStringLiteral("b"),
                                                       QStringLiteral("c"), QStringLiteral("a")})
                                       << 4;
}

void TestPageReader::knownToken_endsIncomplete()
{
    QFETCH(QStringList, tokens);
    QFETCH(int, requests);
    std::vector<FaultScript> scripts;
    for (const QString &token : tokens)
        scripts.push_back(page(int(scripts.size()), {QStringLiteral("e1")}, token));
    m_server->setScripts(scripts);
    read();
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(!m_result->hasValue());
    QCOMPARE(m_result->error().kind, Error::Kind::Incomplete);
    QVERIFY(m_result->error().requestId.startsWith(QStringLiteral("7B2D0000")));
    QTest::qWait(30);
    QCOMPARE(int(m_server->requests().size()), requests);
}

void TestPageReader::caps_endIncomplete_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("requests");
    QTest::newRow("rows") << 4 << 100 << 2;
    QTest::newRow("pages") << 100 << 3 << 3;
}

void TestPageReader::caps_endIncomplete()
{
    QFETCH(int, rows);
    QFETCH(int, pages);
    QFETCH(int, requests);
    std::vector<FaultScript> scripts;
    for (int i = 0; i < 6; ++i) {
        const QString id = QString::number(i);
        scripts.push_back(page(i, {QStringLiteral("e") + id, QStringLiteral("f") + id},
                               QStringLiteral("t") + id));
    }
    m_server->setScripts(scripts);
    read({rows, pages});
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(!m_result->hasValue());
    QCOMPARE(m_result->error().kind, Error::Kind::Incomplete);
    QVERIFY(!m_result->error().detail.isEmpty());
    QCOMPARE(int(m_server->requests().size()), requests);
}

void TestPageReader::lastPageMayFillTheCap()
{
    m_server->setScripts(
        {page(1, {QStringLiteral("e1"), QStringLiteral("e2")}, QStringLiteral("a")),
         page(2, {QStringLiteral("e3"), QStringLiteral("e4")}, {})});
    read({4, 2});
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(m_result->hasValue());
    QCOMPARE((*m_result)->rows.size(), std::size_t(4));
}

void TestPageReader::refusedToken_readsAnewOnce_data()
{
    QTest::addColumn<bool>("isRefusedAgain");
    QTest::newRow("the second reading succeeds") << false;
    QTest::newRow("refused again") << true;
}

void TestPageReader::refusedToken_readsAnewOnce()
{
    QFETCH(bool, isRefusedAgain);
    const FaultScript refusal = faults::answer(400, errorBody("InvalidParameter.NextToken"));
    m_server->setScripts({page(1, {QStringLiteral("old")}, QStringLiteral("a")), refusal,
                          page(3, {QStringLiteral("e1")}, QStringLiteral("a")),
                          isRefusedAgain ? refusal : page(4, {QStringLiteral("e2")}, {})});
    read();
    QTRY_COMPARE(m_callbacks, 1);
    QCOMPARE(askedTokens(*m_server), QStringList({QStringLiteral("-"), QStringLiteral("a"),
                                                  QStringLiteral("-"), QStringLiteral("a")}));
    QCOMPARE(m_result->hasValue(), !isRefusedAgain);
    if (isRefusedAgain) {
        QCOMPARE(m_result->error().code, QStringLiteral("InvalidParameter.NextToken"));
    } else {
        // Nothing of the first reading is left.
        QCOMPARE(words((*m_result)->rows),
                 QStringList({QStringLiteral("e1=Waiting"), QStringLiteral("e2=Waiting")}));
        QCOMPARE((*m_result)->requestIds.size(), std::size_t(2));
    }
}

void TestPageReader::refusalOfTheFirstPageIsTheEnd()
{
    m_server->setScripts({faults::answer(400, errorBody("InvalidParameter"))});
    read();
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(!m_result->hasValue());
    QCOMPARE(m_result->error().kind, Error::Kind::Refused);
    QCOMPARE(int(m_server->requests().size()), 1);
}

void TestPageReader::badPage_isNoShorterList()
{
    m_server->setScripts({page(1, {QStringLiteral("e1")}, QStringLiteral("a")),
                          faults::answer(200, R"({"RequestId":"7B2D-0001","Executions":"none"})")});
    read();
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(!m_result->hasValue());
    QCOMPARE(m_result->error().kind, Error::Kind::BadReply);
    QCOMPARE(m_result->error().path, QStringLiteral("Executions"));
    QCOMPARE(m_result->error().requestId, QStringLiteral("7B2D-0001"));
}

void TestPageReader::logLinesAreNeverMerged()
{
    const QByteArray line =
        R"({"TaskExecutionId":"t1","LogType":"info","Message":"m","Timestamp":"2026-11-25T03:00:00Z"})";
    const QByteArray lines = QByteArray(R"("ExecutionLogs":[)") + line + ',' + line + ']';
    m_server->setScripts(
        {faults::answer(200, R"({"RequestId":"7B2D-0001","NextToken":"a",)" + lines + '}'),
         faults::answer(200, R"({"RequestId":"7B2D-0002",)" + lines + '}')});
    std::optional<Result<ListReading<LogLine>>> result;
    ListExecutionLogsRequest request;
    request.executionId = ExecutionId(QStringLiteral("exec-1"));
    readAllLogLines(
        *m_client, target(), request, m_context.get(),
        [&result](Result<ListReading<LogLine>> reading) { result = std::move(reading); });
    QTRY_VERIFY(result.has_value());
    QVERIFY(result->hasValue());
    QCOMPARE((*result)->rows.size(), std::size_t(4));
}

void TestPageReader::cancel_isHeardOnce()
{
    m_server->setScripts({page(1, {QStringLiteral("e1")}, QStringLiteral("a")), faults::hang()});
    read();
    QTRY_COMPARE(int(m_server->requests().size()), 2);
    m_call.cancel();
    QTRY_COMPARE(m_callbacks, 1);
    QVERIFY(!m_result->hasValue());
    QCOMPARE(m_result->error().kind, Error::Kind::Cancelled);
    m_call.cancel();
    QTest::qWait(30);
    QCOMPARE(m_callbacks, 1);
}

void TestPageReader::deadContextHearsNothing()
{
    m_server->setScripts({page(1, {QStringLiteral("e1")}, QStringLiteral("a")), faults::hang()});
    read();
    QTRY_COMPARE(int(m_server->requests().size()), 2);
    m_context.reset();
    QTest::qWait(30);
    QCOMPARE(m_callbacks, 0);
    m_call.cancel();
    QTest::qWait(30);
    QCOMPARE(m_callbacks, 0);
}

QTEST_GUILESS_MAIN(TestPageReader)
#include "tst_pagereader.moc"
