// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/gateway/servicedesk.h"

#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Json bodyOf(const Answer &answer)
{
    return Json::parse(answer.body).json.value_or(Json());
}

ServiceDesk::Parameters roleRequest(const char *role, const char *session = "oos-desktop")
{
    return {{text("RoleArn"), text("acs:ram::1000000000000001:role/") + text(role)},
            {text("RoleSessionName"), text(session)}};
}

} // namespace

//! STS as credentials.md 7.1 to 7.3 describes it: who may take which role, what comes of it, and
//! with which codes the rest is refused.
class TestTokenDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assumeRole_givesKeysThatWork_data() { schemes(); }
    void assumeRole_givesKeysThatWork();
    void assumeRole_durationIsKept();
    void assumeRole_wrongParameters_data();
    void assumeRole_wrongParameters();
    void assumeRole_notForEverybody_data();
    void assumeRole_notForEverybody();
    void externalId_mustBeTheRoles();
    void chains_followTheTrust();
    void rightsOfARole_areItsOwn();
    void policy_narrowsOneSession();
    void identities_data();
    void identities();
    void otherAccount_seesNothingOfThisOne();
    void session_isNamedWhereItActs();
    void session_isNoApproverByItsName();
    void oidc_data();
    void oidc();
    void oidc_time_data();
    void oidc_time();
    void unknownOperation();

private:
    static void schemes()
    {
        QTest::addColumn<SignatureScheme>("scheme");
        QTest::newRow("ACS3-HMAC-SHA256") << SignatureScheme::V3;
        QTest::newRow("HMAC-SHA1") << SignatureScheme::V1;
    }
    Json announced(ServiceDesk &desk)
    {
        JsonWriter out;
        out.beginObject();
        desk.service.tokens().announce(out, text("http://127.0.0.1:1"));
        return *Json::parse(out.endObject().bytes()).json;
    }
};

void TestTokenDesk::assumeRole_givesKeysThatWork()
{
    QFETCH(SignatureScheme, scheme);
    ServiceDesk desk;
    const Answer answer = desk.askSts(desk.keysOf(text("li.wei")), text("AssumeRole"),
                                      roleRequest("oos-operator"), scheme);
    QCOMPARE(answer.status, 200);
    QCOMPARE(desk.sender, text("li.wei"));
    const Json body = bodyOf(answer);
    QCOMPARE(body[u"RequestId"].toString(), text("7B2D-0001"));
    const Json who = body[u"AssumedRoleUser"];
    QCOMPARE(who[u"Arn"].toString(),
             text("acs:ram::1000000000000001:assumed-role/oos-operator/oos-desktop"));
    const QString roleId = who[u"AssumedRoleId"].toString().section(u':', 0, 0);
    QCOMPARE(who[u"AssumedRoleId"].toString(), roleId + text(":oos-desktop"));
    QVERIFY(roleId.size() > 15);
    // An hour is the default; the desk's clock stands at three o'clock.
    QCOMPARE(body[u"Credentials"][u"Expiration"].toString(), text("2026-11-25T04:00:00Z"));
    const Credentials keys = ServiceDesk::keysIn(answer);
    QVERIFY(keys.accessKeyId.startsWith(text("STS.")));
    QVERIFY(keys.securityToken.size() > 1'000);
    desk.startWaiting();
    const Answer list = desk.send(desk.callWith(keys, text("ListExecutions"), {}, scheme));
    QCOMPARE(bodyOf(list)[u"Executions"].size(), 1);
    QCOMPARE(desk.sender, text("oos-operator/oos-desktop"));
}

void TestTokenDesk::assumeRole_durationIsKept()
{
    ServiceDesk desk;
    ServiceDesk::Parameters request = roleRequest("oos-reader");
    request.insert(text("DurationSeconds"), text("43200"));
    const Answer answer = desk.askSts(desk.keysOf(text("anna.k")), text("AssumeRole"), request);
    QCOMPARE(bodyOf(answer)[u"Credentials"][u"Expiration"].toString(),
             text("2026-11-25T15:00:00Z"));
}

void TestTokenDesk::assumeRole_wrongParameters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    const auto row = [](const char *what, const char *name, const QString &value, const char *code,
                        int status = 400) {
        QTest::newRow(what) << text(name) << value << text(code) << status;
    };
    row("no role", "RoleArn", {}, "MissingRoleArn");
    row("no session", "RoleSessionName", {}, "MissingRoleSessionName");
    row("a user's ARN", "RoleArn", text("acs:ram::1000000000000001:user/li.wei"),
        "InvalidParameter.RoleArn");
    row("an ARN without account", "RoleArn", text("acs:ram:::role/oos-operator"),
        "InvalidParameter.RoleArn");
    row("an unknown role", "RoleArn", text("acs:ram::1000000000000001:role/nobody"),
        "EntityNotExist.Role", 404);
    row("an unknown account", "RoleArn", text("acs:ram::3000000000000003:role/oos-operator"),
        "EntityNotExist.Role", 404);
    row("a short session", "RoleSessionName", text("x"), "InvalidParameter.RoleSessionName");
    row("a long session", "RoleSessionName", QString(65, u'x'), "InvalidParameter.RoleSessionName");
    row("a session with a blank", "RoleSessionName", text("li wei"),
        "InvalidParameter.RoleSessionName");
    row("a session in Chinese", "RoleSessionName", text("李伟"),
        "InvalidParameter.RoleSessionName");
    row("too short", "DurationSeconds", text("899"), "InvalidParameter.DurationSeconds");
    row("longer than the role's", "DurationSeconds", text("3601"),
        "InvalidParameter.DurationSeconds");
    row("longer than any", "DurationSeconds", text("43201"), "InvalidParameter.DurationSeconds");
    row("a duration in words", "DurationSeconds", text("1h"), "InvalidParameter.DurationSeconds");
    row("no policy", "Policy", text("read only"), "InvalidParameter.PolicyGrammar");
    row("a long policy", "Policy", QString(2'049, u' '), "InvalidParameter.PolicySize");
    row("a short external id", "ExternalId", text("x"), "InvalidParameter.ExternalId");
    row("a long external id", "ExternalId", QString(1'225, u'x'), "InvalidParameter.ExternalId");
}

void TestTokenDesk::assumeRole_wrongParameters()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    ServiceDesk desk;
    ServiceDesk::Parameters request = roleRequest("oos-operator");
    request.insert(name, value);
    const Answer answer = desk.askSts(desk.keysOf(text("li.wei")), text("AssumeRole"), request);
    QTEST(answer.code, "code");
    QTEST(answer.status, "status");
    QVERIFY(ServiceDesk::keysIn(answer).accessKeyId.isEmpty());
}

void TestTokenDesk::assumeRole_notForEverybody_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("role");
    QTest::newRow("a user without the right") << text("guest.none") << text("oos-operator");
    QTest::newRow("a user with other rights") << text("approver.four") << text("oos-reader");
    QTest::newRow("a trust policy that refuses") << text("li.wei") << text("oos-sealed");
    QTest::newRow("a role for another role alone") << text("li.wei") << text("oos-night-shift");
    QTest::newRow("the account itself") << text("root") << text("oos-operator");
}

void TestTokenDesk::assumeRole_notForEverybody()
{
    QFETCH(QString, user);
    QFETCH(QString, role);
    ServiceDesk desk;
    const Answer answer = desk.askSts(desk.keysOf(user), text("AssumeRole"),
                                      roleRequest(role.toLatin1().constData()));
    QCOMPARE(answer.code, text("NoPermission"));
    QCOMPARE(answer.status, 403);
    const bool isRoot = user == u"root";
    QCOMPARE(bodyOf(answer)[u"Message"].toString().contains(
                 text("Roles may not be assumed by root accounts.")),
             isRoot);
}

void TestTokenDesk::externalId_mustBeTheRoles()
{
    ServiceDesk desk;
    const Credentials user = desk.keysOf(text("li.wei"));
    ServiceDesk::Parameters request = roleRequest("oos-partner");
    QCOMPARE(desk.askSts(user, text("AssumeRole"), request).code, text("NoPermission"));
    request.insert(text("ExternalId"), text("acme/2027:desk"));
    QCOMPARE(desk.askSts(user, text("AssumeRole"), request).code, text("NoPermission"));
    request.insert(text("ExternalId"), text("acme/2026:desk"));
    QCOMPARE(desk.askSts(user, text("AssumeRole"), request).code, QString());
}

void TestTokenDesk::chains_followTheTrust()
{
    ServiceDesk desk;
    const Credentials operating = desk.take(text("oos-operator"), text("first"));
    const Answer night =
        desk.askSts(operating, text("AssumeRole"), roleRequest("oos-night-shift", "second"));
    QCOMPARE(night.code, QString());
    QCOMPARE(desk.sender, text("oos-operator/first"));
    const Credentials chained = ServiceDesk::keysIn(night);
    QCOMPARE(bodyOf(desk.askSts(chained, text("GetCallerIdentity")))[u"Arn"].toString(),
             text("acs:ram::1000000000000001:assumed-role/oos-night-shift/second"));
    // Nobody trusts the second one, and a role that only reads has no right to go on.
    QCOMPARE(desk.askSts(chained, text("AssumeRole"), roleRequest("oos-operator")).code,
             text("NoPermission"));
    const Credentials reading = desk.take(text("oos-reader"), text("first"));
    QCOMPARE(desk.askSts(reading, text("AssumeRole"), roleRequest("oos-night-shift")).code,
             text("NoPermission"));
}

void TestTokenDesk::rightsOfARole_areItsOwn()
{
    ServiceDesk desk;
    const QString id = desk.startWaiting();
    const Credentials reading = desk.take(text("oos-reader"), text("anna.k"));
    QCOMPARE(desk.send(desk.callWith(reading, text("ListExecutions"), {})).code, QString());
    const Answer refused = desk.send(
        desk.callWith(reading, text("NotifyExecution"),
                      {{text("ExecutionId"), id}, {text("NotifyType"), text("Approve")}}));
    QCOMPARE(refused.code, text("User.NoPermission"));
    QCOMPARE(refused.status, 401);
    const Json detail = bodyOf(refused)[u"AccessDeniedDetail"];
    QCOMPARE(detail[u"AuthPrincipalType"].toString(), text("AssumedRoleUser"));
    QCOMPARE(detail[u"AuthPrincipalDisplayName"].toString(), text("oos-reader:anna.k"));
    QCOMPARE(detail[u"PolicyType"].toString(), text("AccountLevelIdentityBasedPolicy"));
}

void TestTokenDesk::policy_narrowsOneSession()
{
    ServiceDesk desk;
    const QString id = desk.startWaiting();
    const Credentials narrow = desk.take(
        text("oos-operator"), text("narrow"),
        text(
            R"({"Version":"1","Statement":[{"Effect":"Allow","Action":"oos:List*","Resource":"*"}]})"));
    QCOMPARE(desk.send(desk.callWith(narrow, text("ListExecutions"), {})).code, QString());
    const Answer refused = desk.send(
        desk.callWith(narrow, text("NotifyExecution"),
                      {{text("ExecutionId"), id}, {text("NotifyType"), text("Approve")}}));
    QCOMPARE(refused.code, text("User.NoPermission"));
    QCOMPARE(bodyOf(refused)[u"AccessDeniedDetail"][u"PolicyType"].toString(),
             text("SessionPolicy"));
    const Credentials one = desk.take(
        text("oos-operator"), text("one"),
        QStringLiteral(
            R"({"Version":"1","Statement":[{"Effect":"Allow","Action":["oos:NotifyExecution"],)"
            R"("Resource":["acs:oos:*:*:execution/%1"]}]})")
            .arg(id));
    const auto approve = [&](const QString &execution) {
        return desk
            .send(desk.callWith(
                one, text("NotifyExecution"),
                {{text("ExecutionId"), execution}, {text("NotifyType"), text("Approve")}}))
            .code;
    };
    QCOMPARE(approve(desk.startWaiting()), text("User.NoPermission"));
    QCOMPARE(approve(id), QString());
}

void TestTokenDesk::identities_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("arn");
    QTest::newRow("user") << text("anna.k") << text("RAMUser")
                          << text("acs:ram::1000000000000001:user/anna.k");
    QTest::newRow("user without rights") << text("guest.none") << text("RAMUser")
                                         << text("acs:ram::1000000000000001:user/guest.none");
    QTest::newRow("root") << text("root") << text("Account")
                          << text("acs:ram::1000000000000001:root");
    QTest::newRow("session") << QString() << text("AssumedRoleUser")
                             << text("acs:ram::1000000000000001:assumed-role/oos-reader/me@desk");
}

void TestTokenDesk::identities()
{
    QFETCH(QString, user);
    ServiceDesk desk;
    const Credentials keys =
        user.isEmpty() ? desk.take(text("oos-reader"), text("me@desk")) : desk.keysOf(user);
    const Json body = bodyOf(desk.askSts(keys, text("GetCallerIdentity")));
    QTEST(body[u"IdentityType"].toString(), "type");
    QTEST(body[u"Arn"].toString(), "arn");
    QCOMPARE(body[u"AccountId"].toString(), text("1000000000000001"));
    const QString principal = body[u"PrincipalId"].toString();
    if (user.isEmpty()) {
        QVERIFY(!body.find(u"UserId"));
        QCOMPARE(principal, body[u"RoleId"].toString() + text(":me@desk"));
    } else {
        QVERIFY(!body.find(u"RoleId"));
        QCOMPARE(principal, body[u"UserId"].toString());
        QCOMPARE(principal == u"1000000000000001", user == u"root");
    }
}

void TestTokenDesk::otherAccount_seesNothingOfThisOne()
{
    ServiceDesk desk;
    const QString id = desk.startWaiting();
    ServiceDesk::Parameters request = roleRequest("oos-operator");
    request.insert(text("RoleArn"), text("acs:ram::2000000000000002:role/oos-operator"));
    const Credentials keys =
        ServiceDesk::keysIn(desk.askSts(desk.keysOf(text("li.wei")), text("AssumeRole"), request));
    QCOMPARE(bodyOf(desk.askSts(keys, text("GetCallerIdentity")))[u"AccountId"].toString(),
             text("2000000000000002"));
    const auto ask = [&](const char *action, const ServiceDesk::Parameters &parameters) {
        return desk.send(desk.callWith(keys, text(action), parameters));
    };
    QCOMPARE(bodyOf(ask("ListExecutions", {}))[u"TotalCount"].toInteger(), 0);
    QCOMPARE(
        bodyOf(ask("ListTaskExecutions", {{text("ExecutionId"), id}}))[u"TaskExecutions"].size(),
        0);
    QCOMPARE(
        ask("NotifyExecution", {{text("ExecutionId"), id}, {text("NotifyType"), text("Approve")}})
            .code,
        text("EntityNotExists.Execution"));
    QCOMPARE(ask("CancelExecution", {{text("ExecutionId"), id}}).code,
             text("EntityNotExists.Execution"));
}

void TestTokenDesk::session_isNamedWhereItActs()
{
    ServiceDesk desk;
    const Credentials keys = desk.take(text("oos-operator"), text("li.wei"));
    const Answer started = desk.send(desk.callWith(
        keys, text("StartExecution"),
        {{text("TemplateName"), text("approve-load")}, {text("Parameters"), text("{}")}}));
    const Json run = bodyOf(started)[u"Execution"];
    const QString executedBy = run[u"ExecutedBy"].toString();
    QVERIFY2(executedBy.startsWith(text("oos-operator:li.wei(")), qUtf8Printable(executedBy));
    QVERIFY2(executedBy.endsWith(text(":li.wei)")), qUtf8Printable(executedBy));
    const QString id = desk.startWaiting();
    const ServiceDesk::Parameters approval{{text("ExecutionId"), id},
                                           {text("NotifyType"), text("Approve")}};
    QCOMPARE(desk.send(desk.callWith(keys, text("NotifyExecution"), approval)).code, QString());
    const Json log = desk.told(text("ListExecutionLogs"), {{text("ExecutionId"), id}});
    QVERIFY2(log.source().contains("oos-operator:li.wei approved the task"),
             log.source().constData());
}

void TestTokenDesk::session_isNoApproverByItsName()
{
    ServiceDesk desk;
    desk.engine.addTemplate(text("approve-by-li"), text(R"(FormatVersion: OOS-2019-06-01
Tasks:
  - Name: approve
    Action: ACS::Approve
    Properties:
      Approvers: [li.wei]
      NotifyType: WebHook
      WebHook: {URI: "https://hooks.example.com/oos", Content: {msgtype: text}}
)"),
                            text("ops-lead(200000000000000042)"));
    StartRequest request;
    request.region = text("cn-hangzhou");
    request.accountId = Users::accountId();
    request.executedBy = text("ops-lead(200000000000000042)");
    request.templateName = text("approve-by-li");
    const QString id = desk.engine.addWaitingApproval(request, text("approve")).executionId;
    const Credentials keys = desk.take(text("oos-operator"), text("li.wei"));
    const ServiceDesk::Parameters approval{{text("ExecutionId"), id},
                                           {text("NotifyType"), text("Approve")}};
    QCOMPARE(desk.send(desk.callWith(keys, text("NotifyExecution"), approval)).status, 403);
    QCOMPARE(desk.ask(text("NotifyExecution"), approval).code, QString());
}

void TestTokenDesk::oidc_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *what, const char *name, const char *value, const char *code) {
        QTest::newRow(what) << text(name) << text(value) << text(code);
    };
    row("right", "", "", "");
    row("another provider", "OIDCProviderArn", "acs:ram::1000000000000001:oidc-provider/else",
        "AuthenticationFail.NoPermission");
    row("no token", "OIDCToken", "", "AuthenticationFail.OIDCToken.Invalid");
    row("half a token", "OIDCToken", "abc.def", "AuthenticationFail.OIDCToken.Invalid");
    row("an altered token", "OIDCToken", "abc.def.ghi",
        "AuthenticationFail.OIDCToken.InvalidSignature");
    row("an old token", "OIDCToken", "expired", "AuthenticationFail.OIDCToken.Expired");
    row("a role without trust", "RoleArn", "acs:ram::1000000000000001:role/oos-reader",
        "AuthenticationFail.NoPermission");
    row("an unknown role", "RoleArn", "acs:ram::1000000000000001:role/nobody",
        "EntityNotExist.Role");
    row("a bad session", "RoleSessionName", "a b", "InvalidParameter.RoleSessionName");
}

void TestTokenDesk::oidc()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, code);
    ServiceDesk desk;
    const Json oidc = announced(desk)[u"oidc"];
    ServiceDesk::Parameters form = roleRequest("oos-operator");
    form.insert(text("OIDCProviderArn"), oidc[u"providerArn"].toString());
    form.insert(text("OIDCToken"), oidc[u"token"].toString());
    if (!name.isEmpty())
        form.insert(name, value == u"expired" ? oidc[u"expiredToken"].toString() : value);
    // No signature; what proves the caller travels in the body (credentials.md 7.2).
    const Answer answer = desk.send(
        Call::from("POST", "Action=AssumeRoleWithOIDC&Version=2015-04-01&Format=JSON",
                   {{"content-type", "application/x-www-form-urlencoded"}}, canonicalQuery(form)));
    QCOMPARE(answer.code, code);
    QCOMPARE(desk.sender, QString());
    const Credentials keys = ServiceDesk::keysIn(answer);
    QCOMPARE(keys.accessKeyId.isEmpty(), !code.isEmpty());
    if (!code.isEmpty())
        return;
    QCOMPARE(desk.send(desk.callWith(keys, text("ListExecutions"), {})).code, QString());
    QCOMPARE(desk.sender, text("oos-operator/oos-desktop"));
}

void TestTokenDesk::oidc_time_data()
{
    QTest::addColumn<QString>("parameter"); // each empty: not sent
    QTest::addColumn<QString>("header");
    QTest::addColumn<qint64>("secondsOff");
    QTest::addColumn<QString>("code");
    const QString form = text("yyyy-MM-dd'T'HH:mm:ss'Z'");
    const QString expired = text("InvalidTimeStamp.Expired");
    QTest::newRow("now") << form << QString() << qint64(0) << QString();
    QTest::newRow("within 31 minutes") << form << QString() << qint64(-30 * 60) << QString();
    QTest::newRow("too old") << form << QString() << qint64(-32 * 60) << expired;
    QTest::newRow("too new") << form << QString() << qint64(32 * 60) << expired;
    QTest::newRow("another form") << text("yyyy-MM-dd HH:mm") << QString() << qint64(0)
                                  << text("InvalidTimeStamp.Format");
    QTest::newRow("header, now") << QString() << form << qint64(0) << QString();
    QTest::newRow("header, too old") << QString() << form << qint64(-16 * 60) << expired;
    QTest::newRow("neither") << QString() << QString() << qint64(0) << QString();
}

//! The window of signing.md 10, for a call without a signature too.
void TestTokenDesk::oidc_time()
{
    QFETCH(QString, parameter);
    QFETCH(QString, header);
    QFETCH(qint64, secondsOff);
    QFETCH(QString, code);
    ServiceDesk desk;
    const Json oidc = announced(desk)[u"oidc"];
    ServiceDesk::Parameters form = roleRequest("oos-operator");
    form.insert(text("OIDCProviderArn"), oidc[u"providerArn"].toString());
    form.insert(text("OIDCToken"), oidc[u"token"].toString());
    const QDateTime said = desk.now.addSecs(secondsOff);
    ServiceDesk::Parameters query{{text("Action"), text("AssumeRoleWithOIDC")},
                                  {text("Version"), text("2015-04-01")},
                                  {text("Format"), text("JSON")}};
    if (!parameter.isEmpty())
        query.insert(text("Timestamp"), said.toString(parameter));
    QList<std::pair<QByteArray, QByteArray>> headers{
        {"content-type", "application/x-www-form-urlencoded"}};
    if (!header.isEmpty())
        headers.append({"x-acs-date", said.toString(header).toLatin1()});
    const Answer answer =
        desk.send(Call::from("POST", canonicalQuery(query), headers, canonicalQuery(form)));
    QCOMPARE(answer.code, code);
    QCOMPARE(answer.status, code.isEmpty() ? 200 : 400);
}

void TestTokenDesk::unknownOperation()
{
    ServiceDesk desk;
    const Answer answer = desk.askSts(desk.keysOf(text("li.wei")), text("GetSessionToken"));
    QCOMPARE(answer.code, text("InvalidAction.NotFound"));
    QCOMPARE(answer.status, 404);
    // STS is no way around the signature.
    Call call = desk.callWith(desk.keysOf(text("li.wei")), text("AssumeRole"),
                              roleRequest("oos-operator"), SignatureScheme::V1, text("2015-04-01"));
    call.params.insert(text("RoleSessionName"), text("changed"));
    QCOMPARE(desk.send(call).code, text("SignatureDoesNotMatch"));
}

QTEST_GUILESS_MAIN(TestTokenDesk)
#include "tst_tokendesk.moc"
