// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decision.h"

#include <QSet>
#include <QTest>

#include <set>
#include <utility>

using namespace countersign;
using State = DecisionState;

namespace {

DecisionRecord approval()
{
    DecisionRecord record;
    record.where.place.region = RegionId(QStringLiteral("cn-hangzhou"));
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t2"));
    record.note = QStringLiteral("同意 😀");
    return record;
}

SendReport reply(int status, const QString &code, const QString &requestId = QStringLiteral("R"))
{
    SendReport report;
    report.bytesHandedOut = 100;
    report.reply = SendReport::Reply::Complete;
    report.httpStatus = status;
    report.code = code;
    report.requestId = requestId;
    return report;
}

} // namespace

class TestDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortFormIsBase32();
    void idsAreNew();
    void recordGivesParameters();
    void fieldsTravelWithTheirAct();
    void findsDifferences();
    void classifies_data();
    void classifies();
    void classifiesBrokenReplies();
    void classifiesEveryStatus();
    void knowsCodesExactly_data();
    void knowsCodesExactly();
    void followsOnlyDrawnTransitions();
    void followsTheWholeDrawing();
};

void TestDecision::shortFormIsBase32()
{
    // RFC 4648 in small letters, worked by hand: 0x00, 0xFF…, and 0x08 42 10 84 21 08 42… (all ones
    // at the lowest place of each group of five).
    QCOMPARE(DecisionId{QByteArray(32, '0')}.shortForm(), QStringLiteral("aaaaaaaaaa"));
    QCOMPARE(DecisionId{QByteArray(32, 'f')}.shortForm(), QStringLiteral("7777777777"));
    QCOMPARE(DecisionId{QByteArray("0842108421084000") + QByteArray(16, '0')}.shortForm(),
             QStringLiteral("bbbbbbbbbb"));
}

void TestDecision::idsAreNew()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const DecisionId id = newDecisionId();
        QCOMPARE(id.hex.size(), 32);
        QCOMPARE(QByteArray::fromHex(id.hex).toHex(), id.hex);
        QCOMPARE(id.shortForm().size(), 10);
        seen.insert(id.hex);
    }
    QCOMPARE(seen.size(), 1000);
}

void TestDecision::recordGivesParameters()
{
    using Map = QMap<QString, QString>;
    const QString region = QStringLiteral("RegionId");
    const QString execution = QStringLiteral("ExecutionId");
    DecisionRecord record = approval();
    QCOMPARE(requestParameters(record),
             (Map{{region, QStringLiteral("cn-hangzhou")},
                  {execution, QStringLiteral("exec-1")},
                  {QStringLiteral("NotifyType"), QStringLiteral("Approve")},
                  {QStringLiteral("TaskExecutionId"), QStringLiteral("exec-1.t2")},
                  {QStringLiteral("NotifyNote"), QStringLiteral("同意 😀")}}));
    record.act = Act::CancelExecution;
    QCOMPARE(requestParameters(record),
             (Map{{region, QStringLiteral("cn-hangzhou")}, {execution, QStringLiteral("exec-1")}}));
    record.act = Act::Reject;
    record.note.clear();
    record.taskExecutionId = {};
    QCOMPARE(requestParameters(record),
             (Map{{region, QStringLiteral("cn-hangzhou")},
                  {execution, QStringLiteral("exec-1")},
                  {QStringLiteral("NotifyType"), QStringLiteral("Reject")}}));
}

// After the request samples of NotifyExecution (oos-api.md 12.4) and its parameters (7.5).
void TestDecision::fieldsTravelWithTheirAct()
{
    DecisionRecord record = approval();
    record.note.clear();
    record.loopItem = QStringLiteral("{\"a\": [1, \"#\"]}");
    record.nextTaskName = QStringLiteral("selectFleet");
    record.executionStatus = QStringLiteral("Failed");
    const auto without = [](QMap<QString, QString> parameters) {
        for (const char16_t *name : {u"RegionId", u"ExecutionId"})
            parameters.remove(QString::fromUtf16(name));
        return parameters;
    };
    using Map = QMap<QString, QString>;
    const Map row{{QStringLiteral("TaskExecutionId"), QStringLiteral("exec-1.t2")},
                  {QStringLiteral("LoopItem"), record.loopItem}};
    const auto expected = [&row](const char16_t *type, const Map &more) {
        Map all = row;
        all.insert(QStringLiteral("NotifyType"), QString::fromUtf16(type));
        all.insert(more);
        return all;
    };
    record.act = Act::SkipTask;
    QCOMPARE(without(requestParameters(record)), expected(u"SkipTask", {}));
    record.act = Act::CancelTask;
    QCOMPARE(without(requestParameters(record)), expected(u"CancelTask", {}));
    record.act = Act::CompleteExecution;
    QCOMPARE(without(requestParameters(record)),
             expected(u"CompleteExecution",
                      {{QStringLiteral("ExecutionStatus"), QStringLiteral("Failed")}}));
    record.act = Act::ExecuteTask;
    QCOMPARE(without(requestParameters(record)),
             expected(u"ExecuteTask", {{QStringLiteral("TaskName"), QStringLiteral("selectFleet")},
                                       {QStringLiteral("Parameters"), QStringLiteral("{}")}}));
    record.parameters = QStringLiteral("{ \"n\" : 1.50 }");
    QCOMPARE(requestParameters(record)[QStringLiteral("Parameters")],
             QStringLiteral("{ \"n\" : 1.50 }"));

    DecisionRecord several = approval();
    several.note.clear();
    several.act = Act::RetryTask;
    several.taskExecutionId = {};
    several.taskExecutionIds = {TaskExecutionId(QStringLiteral("exec-2be.t0003")),
                                TaskExecutionId(QStringLiteral("task-exec-9#1"))};
    QCOMPARE(without(requestParameters(several)),
             (Map{{QStringLiteral("NotifyType"), QStringLiteral("RetryTask")},
                  {QStringLiteral("TaskExecutionIds"),
                   QStringLiteral("[\"exec-2be.t0003\",\"task-exec-9#1\"]")}}));
}

void TestDecision::findsDifferences()
{
    const DecisionRecord record = approval();
    const QMap<QString, QString> parameters = requestParameters(record);
    QVERIFY(!firstDifference(record, parameters));
    for (const QString &name : parameters.keys()) {
        QMap<QString, QString> changed = parameters;
        changed[name] += u' ';
        QCOMPARE(firstDifference(record, changed), name);
        changed.remove(name);
        QCOMPARE(firstDifference(record, changed), name);
    }
    QMap<QString, QString> more = parameters;
    more.insert(QStringLiteral("LoopItem"), QString());
    QCOMPARE(firstDifference(record, more), QStringLiteral("LoopItem"));
}

void TestDecision::classifies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<State>("state");
    const auto row = [](int status, const char *code, State state) {
        QTest::addRow("%d %s", status, code) << status << QString::fromLatin1(code) << state;
    };
    row(200, "", State::Accepted);
    row(200, "InternalError", State::Ambiguous);
    for (const int status : {100, 302, 307, 408, 500, 502, 503, 504}) {
        row(status, "", State::Ambiguous);
        row(status, "NoPermission", State::Ambiguous);
    }
    row(400, "SignatureNonceUsed", State::Ambiguous);
    row(400, "SignatureNonceUsed.Again", State::Ambiguous);
    row(400, "SignatureNonceUsedUp", State::RefusedCodeUnknown);
    row(400, "", State::Ambiguous);
    // Codes of the service's and the gateway's tables that come before any action.
    for (const char *code : {"InvalidVersion",
                             "InvalidAction.NotFound",
                             "InvalidStsToken",
                             "ExpiredStsToken",
                             "InvalidAccountType",
                             "MissingParameter",
                             "MissingExecutionId",
                             "InvalidParameter",
                             "InvalidParameter.NotifyType",
                             "UnsupportedOperation",
                             "NoSuchVersion",
                             "InvalidProtocol.NeedSsl",
                             "IncompleteSignature",
                             "SignatureDoesNotMatch",
                             "InvalidTimeStamp.Format",
                             "InvalidTimeStamp.Expired",
                             "IllegalTimestamp",
                             "InvalidAccessKeyId.Inactive",
                             "InvalidSecurityToken.Expired",
                             "InvalidSecurityToken.Malformed",
                             "InvalidSecurityToken.MismatchWithAccessKey",
                             "MissingSecurityToken",
                             "InvalidApi.NotFound",
                             "InvalidProduct.NotFound",
                             "InvalidRegion.NotFound",
                             "InvalidResourceId.NotFound",
                             "InvalidSignatureMethod",
                             "ContentMD5NotMatched",
                             "ContentLengthDoesNotMatch",
                             "EntityNotExists",
                             "Rejected.Throttling",
                             "Throttling",
                             "Throttling.User",
                             "Throttling.Api"})
        row(400, code, State::Refused);
    row(401, "User.NoPermission", State::Refused);
    for (const char *code : {"Forbidden", "Forbidden.RAM", "NoPermission", "Forbidden.RiskControl",
                             "Forbidden.AccessKeyDisabled", "UnsupportedHTTPMethod"})
        row(403, code, State::Refused);
    row(404, "EntityNotExists.Execution", State::Refused);
    row(404, "InvalidAccessKeyId.NotFound", State::Refused);
    row(429, "Throttling.User", State::Refused);
    for (const int status : {400, 401, 403, 404, 409, 422})
        row(status, "NotAnApprover", State::RefusedCodeUnknown);
    row(400, "ForbiddenByNobody", State::RefusedCodeUnknown);
    row(400, "Missing", State::RefusedCodeUnknown);
    row(410, "NotAnApprover", State::Ambiguous);
    // The edges of each range, and codes that only look like listed ones.
    for (const int status : {201, 299})
        row(status, "", State::Accepted);
    for (const int status : {0, 199, 300, 399, 600})
        row(status, "NoPermission", State::Ambiguous);
    row(499, "NoPermission", State::Refused);
    row(499, "NotAnApprover", State::Ambiguous);
    for (const char *code :
         {"missingExecutionId", "Missingness", "throttling", "ThrottlingUser", "User"})
        row(400, code, State::RefusedCodeUnknown);
    row(400, "ServiceUnavailable", State::RefusedCodeUnknown);
}

void TestDecision::classifies()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(State, state);
    QCOMPARE(classify(reply(status, code)), state);
    SendReport unsent = reply(status, code);
    unsent.bytesHandedOut = 0;
    QCOMPARE(classify(unsent), State::NotSent);
    QCOMPARE(classify(reply(status, code, {})), State::Ambiguous);
}

void TestDecision::classifiesBrokenReplies()
{
    for (const auto kind :
         {SendReport::Reply::None, SendReport::Reply::Incomplete, SendReport::Reply::TooLarge}) {
        SendReport report = reply(200, {});
        report.reply = kind;
        QCOMPARE(classify(report), State::Ambiguous);
        report = reply(403, QStringLiteral("NoPermission"));
        report.reply = kind;
        QCOMPARE(classify(report), State::Ambiguous);
    }
    SendReport oneByte;
    oneByte.bytesHandedOut = 1;
    QCOMPARE(classify(oneByte), State::Ambiguous);
    QCOMPARE(classify({}), State::NotSent);
}

// security.md 4.3: the columns "refused", "refused, code unknown" and "accepted".
void TestDecision::classifiesEveryStatus()
{
    const QSet<int> settled = {400, 401, 403, 404, 409, 422};
    for (int status = 100; status < 600; ++status) {
        const bool isGood = status / 100 == 2;
        const bool isRefusal = status / 100 == 4 && status != 408;
        QCOMPARE(classify(reply(status, {})), isGood ? State::Accepted : State::Ambiguous);
        QCOMPARE(classify(reply(status, QStringLiteral("NoPermission"))),
                 isRefusal ? State::Refused : State::Ambiguous);
        QCOMPARE(classify(reply(status, QStringLiteral("NotAnApprover"))),
                 settled.contains(status) ? State::RefusedCodeUnknown : State::Ambiguous);
        QCOMPARE(classify(reply(status, QStringLiteral("SignatureNonceUsed"))), State::Ambiguous);
    }
}

void TestDecision::knowsCodesExactly_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isKnown");
    const auto row = [](const char *code, bool isKnown) {
        QTest::newRow(code) << QString::fromLatin1(code) << isKnown;
    };
    // Codes of the gateway and the service that are given before any action (oos-api.md 12,
    // signing.md 10); a code of this kind is known whole.
    for (const char *code : {"InvalidVersion",
                             "NoSuchVersion",
                             "InvalidAction.NotFound",
                             "InvalidApi.NotFound",
                             "InvalidProduct.NotFound",
                             "InvalidRegion.NotFound",
                             "InvalidResourceId.NotFound",
                             "InvalidAccountType",
                             "InvalidStsToken",
                             "ExpiredStsToken",
                             "InvalidSignatureMethod",
                             "InvalidProtocol.NeedSsl",
                             "UnsupportedHTTPMethod",
                             "UnsupportedOperation",
                             "IncompleteSignature",
                             "SignatureDoesNotMatch",
                             "IllegalTimestamp",
                             "ContentMD5NotMatched",
                             "ContentLengthDoesNotMatch",
                             "User.NoPermission",
                             "Rejected.Throttling"}) {
        row(code, true);
        row(QByteArray(code).append('x').constData(), false);
    }
    row("InvalidAction", false);
    row("InvalidAction.Other", false);
    row("User", false);
    row("User.Permission", false);
    row("Rejected", false);
    // These are known with whatever follows their dot.
    for (const char *code :
         {"EntityNotExists", "Throttling", "InvalidParameter", "Forbidden", "NoPermission",
          "InvalidSecurityToken", "InvalidAccessKeyId", "InvalidTimeStamp", "MissingParameter"}) {
        row(code, true);
        row(QByteArray(code).append(".Any.More").constData(), true);
        const bool isMissing = QByteArray(code).startsWith("Missing");
        row(QByteArray(code).append('x').constData(), isMissing);
        row(QByteArray("x.").append(code).constData(), false);
    }
    // Missing and the name of a parameter.
    row("MissingSecurityToken", true);
    row("MissingX", true);
    row("Missing", false);
    row("Missingx", false);
    row("Missing.X", false);
    row("xMissingX", false);
    row("", false);
    row(".Forbidden", false);
}

void TestDecision::knowsCodesExactly()
{
    QFETCH(QString, code);
    QFETCH(bool, isKnown);
    QCOMPARE(isCodeBeforeAction(code), isKnown);
}

// The drawing of security.md 4.3, arrow by arrow; a second read that differs is found before or
// after the decision counts as verified, and the journal passes over the memory's own state Sent.
void TestDecision::followsOnlyDrawnTransitions()
{
    const std::set<std::pair<State, State>> drawn = {
        {State::Drafted, State::Verified},
        {State::Drafted, State::Changed},
        {State::Verified, State::Changed},
        {State::Verified, State::IntentRecorded},
        {State::IntentRecorded, State::Sending},
        {State::IntentRecorded, State::NotSent},
        {State::Sending, State::Sent},
        {State::Sending, State::NotSent},
        {State::Sending, State::Accepted},
        {State::Sending, State::Refused},
        {State::Sending, State::RefusedCodeUnknown},
        {State::Sending, State::Ambiguous},
        {State::Sent, State::Accepted},
        {State::Sent, State::Refused},
        {State::Sent, State::RefusedCodeUnknown},
        {State::Sent, State::Ambiguous},
        {State::RefusedCodeUnknown, State::Refused},
        {State::RefusedCodeUnknown, State::Ambiguous},
        {State::Accepted, State::ReconciledApplied},
        {State::Accepted, State::ReconciledOtherActor},
        {State::Accepted, State::ReconciledNotApplied},
        {State::Accepted, State::Unresolved},
        {State::Ambiguous, State::ReconciledApplied},
        {State::Ambiguous, State::ReconciledOtherActor},
        {State::Ambiguous, State::ReconciledNotApplied},
        {State::Ambiguous, State::Unresolved}};
    for (int from = 0; from <= static_cast<int>(State::Unresolved); ++from) {
        for (int to = 0; to <= static_cast<int>(State::Unresolved); ++to) {
            const std::pair arrow(static_cast<State>(from), static_cast<State>(to));
            QVERIFY2(mayFollow(arrow.first, arrow.second) == drawn.contains(arrow),
                     qPrintable(QStringLiteral("%1 to %2").arg(from).arg(to)));
        }
    }
    const QSet<State> ends = {State::Changed,
                              State::NotSent,
                              State::Refused,
                              State::ReconciledApplied,
                              State::ReconciledOtherActor,
                              State::ReconciledNotApplied,
                              State::Unresolved};
    for (int from = 0; from <= static_cast<int>(State::Unresolved); ++from) {
        const auto state = static_cast<State>(from);
        QCOMPARE(isTerminal(state), ends.contains(state));
    }
}

// The drawing and the table of security.md 4.3, arrow by arrow. "sent" is of the memory, so that
// what leads to it and away from it is also led past it.
void TestDecision::followsTheWholeDrawing()
{
    const std::vector<std::pair<State, QSet<State>>> drawing = {
        {State::Drafted, {State::Verified, State::Changed}},
        {State::Verified, {State::IntentRecorded, State::Changed}},
        {State::Changed, {}},
        {State::IntentRecorded, {State::Sending, State::NotSent}},
        {State::Sending,
         {State::Sent, State::NotSent, State::Accepted, State::Refused, State::RefusedCodeUnknown,
          State::Ambiguous}},
        {State::Sent,
         {State::Accepted, State::Refused, State::RefusedCodeUnknown, State::Ambiguous}},
        {State::NotSent, {}},
        {State::Refused, {}},
        {State::RefusedCodeUnknown, {State::Refused, State::Ambiguous}},
        {State::Accepted,
         {State::ReconciledApplied, State::ReconciledOtherActor, State::ReconciledNotApplied,
          State::Unresolved}},
        {State::Ambiguous,
         {State::ReconciledApplied, State::ReconciledOtherActor, State::ReconciledNotApplied,
          State::Unresolved}},
        {State::ReconciledApplied, {}},
        {State::ReconciledOtherActor, {}},
        {State::ReconciledNotApplied, {}},
        {State::Unresolved, {}},
    };
    QCOMPARE(int(drawing.size()), static_cast<int>(State::Unresolved) + 1);
    for (const auto &[from, ways] : drawing) {
        for (const auto &[to, further] : drawing)
            QCOMPARE(mayFollow(from, to), ways.contains(to));
        QCOMPARE(isTerminal(from), ways.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestDecision)
#include "tst_decision.moc"
