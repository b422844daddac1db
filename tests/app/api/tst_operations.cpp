// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/operations.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace countersign;
using Kind = Error::Kind;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Json recorded(const char *name)
{
    const Json::ParseResult parsed =
        Json::parse(contentOf(QStringLiteral(TEST_DATA "/") + QString::fromLatin1(name)));
    return parsed ? *parsed.json : Json();
}

Json jsonOf(const QByteArray &text)
{
    const Json::ParseResult parsed = Json::parse(text);
    return parsed ? *parsed.json : Json();
}

const QString requestId = QStringLiteral("0C4E0000-0000-4000-8000-00000000C003");

QByteArray replyOf(const QByteArray &members)
{
    return R"({"RequestId":")" + requestId.toLatin1() + R"(",)" + members + '}';
}

} // namespace

class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void executions();
    void ownerOfARun();
    void taskExecutions();
    void otherReplies();
    void brokenExecutions_data();
    void brokenExecutions();
    void embeddedShapes_data();
    void embeddedShapes();
    void requestParameters();
    void startExecution();
    void errorCodes_data();
    void errorCodes();
    void errorBodies();
    void onlyTwoPlacesSend();
};

void TestOperations::executions()
{
    const auto page = readListExecutions(recorded("ListExecutions/waiting.json"));
    QVERIFY(page);
    QCOMPARE(int(page->rows.size()), 2);
    QCOMPARE(page->nextToken, QStringLiteral("tok-2"));
    QCOMPARE(page->requestId, QStringLiteral("0C4E0000-0000-4000-8000-00000000C001"));
    QCOMPARE(page->totalCount.value_or(0), 2);
    const Execution &first = page->rows[0];
    QCOMPARE(first.id.text(), QStringLiteral("exec-c0de0001"));
    QCOMPARE(first.status, RunStatus::Waiting);
    QCOMPARE(first.createDate, QDateTime(QDate(2026, 3, 2), QTime(8, 14, 9), Qt::UTC));
    QCOMPARE(first.startDate, QDateTime(QDate(2019, 5, 24), QTime(2, 29, 7), Qt::UTC));
    QVERIFY(!first.endDate.isValid());
    QCOMPARE(int(first.currentTasks.size()), 1);
    QCOMPARE(first.currentTasks[0].name, QStringLiteral("gate"));
    QCOMPARE((*first.parameters.json)[u"instanceId"].toString(), QStringLiteral("i-c0de01"));
    QCOMPARE((*first.outputs.json)[u"url"].toString(), QStringLiteral("x"));
    QVERIFY(first.targets.isEmpty());
    const Execution &second = page->rows[1];
    QCOMPARE(second.id.text(), QStringLiteral("exec-c0de0002.3#1"));
    QCOMPARE(second.status, RunStatus::Unknown);
    QCOMPARE(second.statusText, QStringLiteral("Paused"));
    QVERIFY(second.parameters.isEmpty());
    QCOMPARE(second.outputs.text, QStringLiteral("plain words"));
}

//! oos-api.md 7.1: only the newest SDK has the field; mostly it is empty.
void TestOperations::ownerOfARun()
{
    const auto page = readListExecutions(jsonOf(replyOf(
        R"("Executions":[{"ExecutionId":"a","Status":"Waiting","AccountId":"2000000000000042"},)"
        R"({"ExecutionId":"b","Status":"Waiting","AccountId":""},)"
        R"({"ExecutionId":"c","Status":"Waiting"}])")));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), std::size_t(3));
    QCOMPARE(page->rows[0].accountId, QStringLiteral("2000000000000042"));
    QCOMPARE(page->rows[1].accountId, QString());
    QCOMPARE(page->rows[2].accountId, QString());
}

void TestOperations::taskExecutions()
{
    const auto page = readListTaskExecutions(recorded("ListTaskExecutions/gate.json"));
    QVERIFY(page);
    QCOMPARE(int(page->rows.size()), 1);
    QVERIFY(page->nextToken.isEmpty());
    const TaskExecution &row = page->rows[0];
    QCOMPARE(row.id.text(), QStringLiteral("t-exec-1"));
    QCOMPARE(row.taskAction, QStringLiteral("ACS::Approve"));
    QCOMPARE((*row.properties.json)[u"Approvers"].at(0).toString(), QStringLiteral("mika"));
    QCOMPARE((*row.extraData.json)[u"waited"].toString(), QStringLiteral("yes"));
    QCOMPARE(row.loopBatchNumber, 2);
    QVERIFY(row.outputs.isEmpty());
}

void TestOperations::otherReplies()
{
    const auto logs = readListExecutionLogs(jsonOf(replyOf(
        R"("ExecutionLogs":[{"TaskExecutionId":"t1","LogType":"Notify","Message":"a","Timestamp":"soon"}])")));
    QVERIFY(logs);
    QCOMPARE(logs->rows[0].timestampText, QStringLiteral("soon"));
    QVERIFY(!logs->rows[0].timestamp.isValid());
    const auto text = readGetExecutionTemplate(jsonOf(
        replyOf(R"("Content":"FormatVersion: 1","Template":{"TemplateName":"n","Hash":"h"})")));
    QVERIFY(text);
    QCOMPARE(text->content, QStringLiteral("FormatVersion: 1"));
    QCOMPARE(text->hash, QStringLiteral("h"));
    QCOMPARE(readGetExecutionTemplate(jsonOf(replyOf(R"("Template":{})"))).error().path,
             QStringLiteral("Content"));
    const auto risky = readListExecutionRiskyTasks(
        jsonOf(replyOf(R"("RiskyTasks":[{"Service":"ecs","API":"DeleteInstance","Task":["a"]}])")));
    QVERIFY(risky);
    QCOMPARE(risky->front().tasks.front(), QStringLiteral("a"));
    const auto regions = readDescribeRegions(
        jsonOf(replyOf(R"("Regions":[{"RegionId":"cn-hangzhou","RegionEndpoint":"e"}])")));
    QVERIFY(regions);
    QCOMPARE(regions->front().id.text(), QStringLiteral("cn-hangzhou"));
    const auto caller = readGetCallerIdentity(
        jsonOf(replyOf(R"("AccountId":"2000","Arn":"acs:ram::2000:user/mika")")));
    QVERIFY(caller);
    QCOMPARE(caller->arn, QStringLiteral("acs:ram::2000:user/mika"));
    QCOMPARE(readGetCallerIdentity(jsonOf(replyOf(R"("AccountId":"2000")"))).error().path,
             QStringLiteral("Arn"));
    QCOMPARE(readRequestIdReply(jsonOf(replyOf(R"("x":1)"))).value(), requestId);
    QCOMPARE(readRequestIdReply(jsonOf("{}")).error().path, QStringLiteral("RequestId"));
}

void TestOperations::brokenExecutions_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    const auto add = [](const char *members, const char *path) {
        QTest::newRow(members) << replyOf(members) << QString::fromLatin1(path);
    };
    add(R"("x":1)", "Executions");
    add(R"("Executions":null)", "Executions");
    add(R"("Executions":{"Execution":[]})", "Executions");
    add(R"("Executions":[7])", "Executions[0]");
    add(R"("Executions":[{"Status":"Waiting"}])", "Executions[0].ExecutionId");
    add(R"("Executions":[{"ExecutionId":"e","Status":"Success"},{"ExecutionId":"f"}])",
        "Executions[1].Status");
    add(R"("Executions":[{"ExecutionId":"e","Status":["Waiting"]}])", "Executions[0].Status");
    add(R"("Executions":[{"ExecutionId":"e","Status":"S","TemplateName":{}}])",
        "Executions[0].TemplateName");
    add(R"("Executions":[{"ExecutionId":"e","Status":"S","CurrentTasks":"t"}])",
        "Executions[0].CurrentTasks");
    add(R"("Executions":[{"ExecutionId":"e","Status":"S","CurrentTasks":[{"TaskName":[]}]}])",
        "Executions[0].CurrentTasks[0].TaskName");
    add(R"("Executions":[{"ExecutionId":"e","Status":"S","IsParent":3}])",
        "Executions[0].IsParent");
    add(R"("Executions":[],"NextToken":{})", "NextToken");
}

void TestOperations::brokenExecutions()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, path);
    const auto page = readListExecutions(jsonOf(body));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, Kind::BadReply);
    QCOMPARE(page.error().path, path);
    QCOMPARE(page.error().requestId, requestId);
}

void TestOperations::embeddedShapes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1})") << QString();
    QTest::newRow("array") << QByteArray("[1]") << QByteArray("[1]") << QString();
    QTest::newRow("text") << QByteArray(R"("{\"a\":1}")") << QByteArray(R"({"a":1})") << QString();
    QTest::newRow("empty text") << QByteArray(R"("")") << QByteArray() << QString();
    QTest::newRow("null") << QByteArray("null") << QByteArray() << QString();
    QTest::newRow("plain") << QByteArray(R"("{a")") << QByteArray() << QStringLiteral("{a");
}

void TestOperations::embeddedShapes()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, json);
    QFETCH(const QString, text);
    const QByteArray row = R"("Executions":[{"ExecutionId":"e","Status":"S","Parameters":)" + value;
    const auto page = readListExecutions(jsonOf(replyOf(row + "}]")));
    QVERIFY(page);
    const EmbeddedJson &read = page->rows[0].parameters;
    QCOMPARE(read.json ? read.json->compact() : QByteArray(), json);
    QCOMPARE(read.text, text);
}

void TestOperations::requestParameters()
{
    ListExecutionsRequest executions;
    executions.status = QStringLiteral("Waiting");
    executions.includeChildExecution = true;
    const ApiRequest list = executions.toRequest(QStringLiteral("tok"));
    QCOMPARE(list.action, QStringLiteral("ListExecutions"));
    QCOMPARE(canonicalQuery(list.parameters),
             QByteArray("IncludeChildExecution=true&MaxResults=100&NextToken=tok&Status=Waiting"));
    ListTaskExecutionsRequest tasks;
    tasks.executionId = ExecutionId(QStringLiteral("e"));
    QCOMPARE(canonicalQuery(tasks.toRequest().parameters),
             QByteArray("ExecutionId=e&IncludeChildTaskExecution=true&MaxResults=100"
                        "&SortOrder=Ascending"));
    QCOMPARE(getCallerIdentityRequest().product, ApiRequest::Product::Sts);
    QCOMPARE(apiVersion(ApiRequest::Product::Sts), QStringLiteral("2015-04-01"));
    QCOMPARE(rightFor(getCallerIdentityRequest()), QStringLiteral("sts:GetCallerIdentity"));
}

//! Shapes of oos-api.md 7.9: Parameters are text here, Counters a bare number.
void TestOperations::startExecution()
{
    const auto started = readStartExecution(jsonOf(replyOf(
        R"("Execution":{"ExecutionId":"exec-7f3a9c20b1d84e5f93","Status":"Started","Mode":"Debug",
        "LoopMode":"Automatic","SafetyCheck":"ConfirmEveryHighRiskAction","Counters":1,
        "Parameters":"{\"size\":3.0}","CurrentTasks":[],"TemplateVersion":"v4"})")));
    QVERIFY(started);
    QCOMPARE(started->id.text(), QStringLiteral("exec-7f3a9c20b1d84e5f93"));
    QCOMPARE(started->mode, RunMode::Debug);
    QCOMPARE(started->parameters.json->compact(), QByteArray(R"({"size":3.0})"));
    const auto withoutRun = readStartExecution(jsonOf(R"({"RequestId":"7B2D-0001"})"));
    QVERIFY(!withoutRun);
    QCOMPARE(withoutRun.error().kind, Kind::BadReply);
    QCOMPARE(withoutRun.error().requestId, QStringLiteral("7B2D-0001"));
    QVERIFY(!readStartExecution(jsonOf(replyOf(R"("Execution":{"Status":"Started"})"))));
    QVERIFY(!readStartExecution(jsonOf(R"({"Execution":{"ExecutionId":"e","Status":"Started"}})")));

    StartExecutionRequest request;
    request.templateName = QStringLiteral("night-fleet");
    request.parameters = QStringLiteral("{}");
    request.mode = QStringLiteral("Debug");
    const QMap<QString, QString> expected{
        {QStringLiteral("TemplateName"), QStringLiteral("night-fleet")},
        {QStringLiteral("Parameters"), QStringLiteral("{}")},
        {QStringLiteral("Mode"), QStringLiteral("Debug")}};
    QCOMPARE(request.toRequest().action, QStringLiteral("StartExecution"));
    QCOMPARE(request.toRequest().parameters, expected);
}

void TestOperations::errorCodes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("kind");
    const auto add = [](const char *code, int status, Kind kind) {
        QTest::newRow(code) << status << kind;
    };
    add("InvalidVersion", 400, Kind::Refused);
    add("InvalidAction.NotFound", 400, Kind::Refused);
    add("User.NoPermission", 401, Kind::Forbidden);
    add("InvalidStsToken", 400, Kind::BadCredentials);
    add("ExpiredStsToken", 400, Kind::BadCredentials);
    add("EntityNotExists.Execution", 404, Kind::NotFound);
    add("InvalidParameter.Name", 400, Kind::Refused);
    add("SignatureDoesNotMatch", 400, Kind::BadCredentials);
    add("SignatureNonceUsed", 400, Kind::NonceUsed);
    add("InvalidTimeStamp.Expired", 400, Kind::WrongClock);
    add("IllegalTimestamp", 400, Kind::WrongClock);
    add("InvalidAccessKeyId.Inactive", 403, Kind::BadCredentials);
    add("InvalidSecurityToken.Expired", 403, Kind::BadCredentials);
    add("Forbidden.RAM", 403, Kind::Forbidden);
    add("Forbidden.RiskControl", 403, Kind::Forbidden);
    add("Throttling.Api", 400, Kind::Throttled);
    add("Rejected.Throttling", 503, Kind::Throttled);
    add("ServiceUnavailable", 503, Kind::ServerFault);
    add("SomethingNew", 500, Kind::ServerFault);
    add("SomethingElse", 409, Kind::Refused);
}

void TestOperations::errorCodes()
{
    QFETCH(const int, status);
    QFETCH(const Kind, kind);
    const QString code = QString::fromLatin1(QTest::currentDataTag());
    const Error error = readErrorReply(status, R"({"Message":"m","RequestId":"r","Code":")" +
                                                   code.toLatin1() + "\"}");
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.code, code);
    QCOMPARE(error.requestId, QStringLiteral("r"));
    QCOMPARE(error.httpStatus, status);
}

void TestOperations::errorBodies()
{
    QCOMPARE(readErrorReply(502, "<html>").kind, Kind::ServerFault);
    QCOMPARE(readErrorReply(502, "<html>").detail, QStringLiteral("<html>"));
    QCOMPARE(readErrorReply(429, {}).kind, Kind::Throttled);
    const QString right = QStringLiteral("oos:ListExecutions");
    const auto neededBy = [&](const QByteArray &body) {
        return readErrorReply(403, body, right).neededRight;
    };
    QCOMPARE(neededBy(R"({"Code":"NoPermission","AccessDeniedDetail":{"authAction":"oos:X1"}})"),
             QStringLiteral("oos:X1"));
    QCOMPARE(neededBy(R"({"Code":"Forbidden.RAM","Message":"needs oos:GetTemplate here"})"),
             QStringLiteral("oos:GetTemplate"));
    QCOMPARE(neededBy(R"({"Code":"Forbidden.RAM","Message":"no"})"), right);
    QCOMPARE(neededBy(R"({"Code":"Forbidden.RiskControl","Message":"no"})"), QString());
}

void TestOperations::onlyTwoPlacesSend()
{
    QStringList senders;
    QDirIterator files(QStringLiteral(SOURCE_ROOT "/app"),
                       {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QByteArray text = contentOf(files.next());
        if (text.contains(".post(") || text.contains("->post(") ||
            text.contains("sendCustomRequest("))
            senders += files.fileName();
    }
    senders.sort();
    // readcall.cpp asks its client, the one place that hands reads to Qt.
    QCOMPARE(senders,
             QStringList({QStringLiteral("oneshotcall.cpp"), QStringLiteral("readcall.cpp"),
                          QStringLiteral("readclient.cpp")}));
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
