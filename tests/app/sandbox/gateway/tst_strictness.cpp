// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/gateway/servicedesk.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

//! Every beginning that the reference lists in its table of error codes.
const QRegularExpression
    listed(QStringLiteral(
               "(invalid|missing|entity|execution|user|expired|unsupported|nosuch|incomplete|"
               "signature|illegal|forbidden|nopermission|throttling|rejected|service|internal)"),
           QRegularExpression::CaseInsensitiveOption);

} // namespace

//! Each rule alone: what is turned, and that the rest stays.
class TestStrictness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approvalWithoutTask_data();
    void approvalWithoutTask();
    void note_data();
    void note();
    void childrenWithStatus_data();
    void childrenWithStatus();
    void taskExecutionIds();
    void codes_areUnlisted_data();
    void codes_areUnlisted();
    void codes_ofReadsAndSendersStay();
    void codes_comeFromTheSeed();

private:
    //! Waiting execution and the answer to one notice about it.
    static Answer notify(ServiceDesk &desk, const QString &id, ServiceDesk::Parameters parameters)
    {
        parameters.insert(text("ExecutionId"), id);
        if (!parameters.contains(text("NotifyType")))
            parameters.insert(text("NotifyType"), text("Approve"));
        return desk.ask(text("NotifyExecution"), parameters);
    }
    static QString waitingTask(ServiceDesk &desk, const QString &id)
    {
        return desk.engine.execution(id)->tasks.front().id.text();
    }
};

void TestStrictness::approvalWithoutTask_data()
{
    QTest::addColumn<bool>("isStrict");
    QTest::newRow("usual") << false;
    QTest::newRow("strict") << true;
}

void TestStrictness::approvalWithoutTask()
{
    QFETCH(bool, isStrict);
    ServiceDesk desk(isStrict ? std::set{Strictness::ApproveNeedsTaskId} : std::set<Strictness>{});
    for (const char *type : {"Approve", "Reject"}) {
        const QString id = desk.startWaiting();
        const Answer bare = notify(desk, id, {{text("NotifyType"), text(type)}});
        QCOMPARE(bare.status, isStrict ? 400 : 200);
        if (!isStrict)
            continue;
        QCOMPARE(desk.engine.execution(id)->fields.status, RunStatus::Waiting);
        const Answer named = notify(
            desk, id,
            {{text("NotifyType"), text(type)}, {text("TaskExecutionId"), waitingTask(desk, id)}});
        QCOMPARE(named.status, 200);
    }
}

void TestStrictness::note_data()
{
    approvalWithoutTask_data();
}

void TestStrictness::note()
{
    QFETCH(bool, isStrict);
    ServiceDesk desk(isStrict ? std::set{Strictness::NotesUnreadable} : std::set<Strictness>{});
    const QString id = desk.startWaiting();
    QCOMPARE(notify(desk, id, {{text("NotifyNote"), text("seen 好")}}).status, 200);
    const Json rows = desk.told(text("ListTaskExecutions"), {{text("ExecutionId"), id}});
    QCOMPARE(rows[u"TaskExecutions"].at(0)[u"ExtraData"][u"NotifyNote"].toString(),
             isStrict ? QString() : text("seen 好"));
}

void TestStrictness::childrenWithStatus_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("include");
    QTest::addColumn<int>("answer");
    QTest::newRow("both") << text("Waiting") << text("true") << 400;
    QTest::newRow("not included") << text("Waiting") << text("false") << 200;
    QTest::newRow("status alone") << text("Waiting") << QString() << 200;
    QTest::newRow("children alone") << QString() << text("true") << 200;
}

void TestStrictness::childrenWithStatus()
{
    QFETCH(QString, status);
    QFETCH(QString, include);
    const ServiceDesk::Parameters asked{{text("Status"), status},
                                        {text("IncludeChildExecution"), include}};
    ServiceDesk strict({Strictness::IncludeChildWithStatusRefused});
    QTEST(strict.ask(text("ListExecutions"), asked).status, "answer");
    ServiceDesk usual;
    QCOMPARE(usual.ask(text("ListExecutions"), asked).status, 200);
}

void TestStrictness::taskExecutionIds()
{
    ServiceDesk strict({Strictness::TaskExecutionIdsAreExecutionIds});
    const QString id = strict.startWaiting();
    const auto list = [](const QString &member) { return QString(u"[\"" + member + u"\"]"); };
    const ServiceDesk::Parameters row{{text("TaskExecutionIds"), list(waitingTask(strict, id))}};
    QCOMPARE(notify(strict, id, row).status, 400);
    QCOMPARE(strict.engine.execution(id)->fields.status, RunStatus::Waiting);

    ServiceDesk usual;
    const QString other = usual.startWaiting();
    QCOMPARE(
        notify(usual, other, {{text("TaskExecutionIds"), list(waitingTask(usual, other))}}).status,
        200);
}

void TestStrictness::codes_areUnlisted_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QStringList>("parameters");
    const auto row = [](const char *name, const char *action, const QStringList &parameters) {
        QTest::newRow(name) << text(action) << parameters;
    };
    const QStringList nobody{text("ExecutionId"), text("exec-none")};
    const QStringList waiting{text("ExecutionId"), text("waiting")};
    row("notice, unknown run", "NotifyExecution",
        nobody + QStringList{text("NotifyType"), text("Approve")});
    row("notice, wrong type", "NotifyExecution",
        waiting + QStringList{text("NotifyType"), text("RetryTask")});
    row("notice, no such type", "NotifyExecution",
        waiting + QStringList{text("NotifyType"), text("Agree")});
    row("notice, nothing", "NotifyExecution", {});
    row("cancel, unknown run", "CancelExecution", nobody);
    row("start, unknown template", "StartExecution", {text("TemplateName"), text("none")});
    row("start, nothing", "StartExecution", {});
}

void TestStrictness::codes_areUnlisted()
{
    QFETCH(QString, action);
    QFETCH(QStringList, parameters);
    const auto ask = [&](ServiceDesk &desk) {
        ServiceDesk::Parameters sent;
        const QString id = desk.startWaiting();
        for (qsizetype i = 0; i < parameters.size(); i += 2)
            sent.insert(parameters[i], parameters[i + 1] == u"waiting" ? id : parameters[i + 1]);
        return desk.ask(action, sent);
    };
    ServiceDesk usual;
    ServiceDesk strict({Strictness::UnlistedCodes});
    const Answer before = ask(usual);
    const Answer after = ask(strict);
    QVERIFY(before.status >= 400);
    QCOMPARE(after.status, before.status);
    QVERIFY2(!after.code.contains(listed), qUtf8Printable(after.code));
    QVERIFY(after.code.contains(u'.'));
    QVERIFY(after.body.contains(after.code.toUtf8()));
    QVERIFY(!after.body.contains(before.code.toUtf8()));
    QCOMPARE(ask(strict).code, after.code);
}

void TestStrictness::codes_ofReadsAndSendersStay()
{
    ServiceDesk desk({Strictness::UnlistedCodes});
    QCOMPARE(desk.ask(text("ListExecutions"), {{text("MaxResults"), text("1")}}).code,
             text("InvalidParameter"));
    QCOMPARE(desk.ask(text("GetTemplate"), {{text("TemplateName"), text("none")}}).code,
             text("EntityNotExists.Template"));
    QCOMPARE(desk.ask(text("NotifyExecution"), {}, text("guest.none")).code,
             text("User.NoPermission"));
}

void TestStrictness::codes_comeFromTheSeed()
{
    const Refusal refusal{400, text("InvalidParameter"), text("No.")};
    const Refusal other{404, text("EntityNotExists.Execution"), text("None.")};
    UnlistedCodes one(1);
    UnlistedCodes again(1);
    UnlistedCodes two(2);
    const QString code = one.renamed(refusal).code;
    QCOMPARE(again.renamed(refusal).code, code);
    QVERIFY(two.renamed(refusal).code != code);
    QVERIFY(one.renamed(other).code != code);
    QCOMPARE(one.renamed(refusal).code, code);
    QCOMPARE(one.renamed(other).httpStatus, 404);
    QCOMPARE(one.renamed(other).message, other.message);
}

QTEST_GUILESS_MAIN(TestStrictness)
#include "tst_strictness.moc"
