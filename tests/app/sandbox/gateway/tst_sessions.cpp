// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/gateway/servicedesk.h"

#include <QSet>
#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Credentials withToken(const Credentials &keys, const SecretBytes &token)
{
    Credentials other = keys.clone();
    other.securityToken = token.clone();
    return other;
}

} // namespace

//! Keys with an end and a token, as the gateway takes and refuses them (signing.md 9).
class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_areNewEachTime();
    void tokens_data();
    void tokens();
    void end_isByTheGatewaysClock_data() { schemes(); }
    void end_isByTheGatewaysClock();
    void wrongSecret_isToldBeforeTheEnd();
    void lifetime_isTheBehaviours();

private:
    static void schemes()
    {
        QTest::addColumn<SignatureScheme>("scheme");
        QTest::newRow("ACS3-HMAC-SHA256") << SignatureScheme::V3;
        QTest::newRow("HMAC-SHA1") << SignatureScheme::V1;
    }
    static QString codeOf(ServiceDesk &desk, const Credentials &keys,
                          SignatureScheme scheme = SignatureScheme::V3)
    {
        const Answer answer = desk.send(desk.callWith(keys, text("ListExecutions"), {}, scheme));
        return answer.code.isEmpty() ? QString()
                                     : QStringLiteral("%1 %2").arg(answer.status).arg(answer.code);
    }
};

void TestSessions::keys_areNewEachTime()
{
    ServiceDesk desk;
    QSet<QString> ids;
    QSet<QByteArray> secrets;
    QSet<QByteArray> tokens;
    for (int i = 0; i < 20; ++i) {
        const Credentials keys = desk.take(text("oos-operator"), text("same"));
        ids.insert(keys.accessKeyId);
        secrets.insert(keys.secret.view().toByteArray());
        tokens.insert(keys.securityToken.view().toByteArray());
    }
    QCOMPARE(ids.size(), 20);
    QCOMPARE(secrets.size(), 20);
    QCOMPARE(tokens.size(), 20);
}

void TestSessions::tokens_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    for (const auto &[name, scheme] :
         {std::pair{"V3", SignatureScheme::V3}, std::pair{"V1", SignatureScheme::V1}}) {
        const auto row = [name = name, scheme = scheme](const char *what, const char *code) {
            QTest::addRow("%s, %s", name, what) << scheme << text(what) << text(code);
        };
        row("right", "");
        row("missing", "400 MissingSecurityToken");
        row("cut", "400 InvalidSecurityToken.Malformed");
        row("another session's", "400 InvalidSecurityToken.MismatchWithAccessKey");
        row("a user's key with a session's", "400 InvalidSecurityToken.MismatchWithAccessKey");
        row("a user's key with nonsense", "400 InvalidSecurityToken.Malformed");
        row("unknown key", "404 InvalidAccessKeyId.NotFound");
    }
}

void TestSessions::tokens()
{
    QFETCH(SignatureScheme, scheme);
    QFETCH(QString, what);
    QFETCH(QString, code);
    ServiceDesk desk;
    const Credentials keys = desk.take(text("oos-operator"), text("one"));
    const Credentials other = desk.take(text("oos-operator"), text("two"));
    const Credentials user = desk.keysOf(text("li.wei"));
    const QByteArray whole = keys.securityToken.view().toByteArray();
    Credentials sent = keys.clone();
    if (what == u"missing")
        sent.securityToken = SecretBytes();
    else if (what == u"cut")
        sent.securityToken = SecretBytes(whole.chopped(1));
    else if (what == u"another session's")
        sent = withToken(keys, other.securityToken);
    else if (what == u"a user's key with a session's")
        sent = withToken(user, keys.securityToken);
    else if (what == u"a user's key with nonsense")
        sent = withToken(user, SecretBytes("nonsense"));
    else if (what == u"unknown key")
        sent.accessKeyId = text("STS.nobody");
    QCOMPARE(codeOf(desk, sent, scheme), code);
}

void TestSessions::end_isByTheGatewaysClock()
{
    QFETCH(SignatureScheme, scheme);
    ServiceDesk desk;
    const Credentials keys = desk.take(text("oos-operator"), text("one"));
    desk.now = desk.now.addSecs(3'599);
    QCOMPARE(codeOf(desk, keys, scheme), QString());
    desk.now = desk.now.addSecs(1);
    QCOMPARE(codeOf(desk, keys, scheme), text("400 InvalidSecurityToken.Expired"));
    QCOMPARE(desk.sender, text("oos-operator/one"));
    // Its own identity is no exception, and another session goes on.
    QCOMPARE(desk.askSts(keys, text("GetCallerIdentity")).code,
             text("InvalidSecurityToken.Expired"));
    QCOMPARE(codeOf(desk, desk.take(text("oos-operator"), text("one")), scheme), QString());
}

void TestSessions::wrongSecret_isToldBeforeTheEnd()
{
    ServiceDesk desk;
    Credentials keys = desk.take(text("oos-operator"), text("one"));
    keys.secret = SecretBytes("wrong");
    desk.now = desk.now.addSecs(7'200);
    QCOMPARE(codeOf(desk, keys), text("400 SignatureDoesNotMatch"));
    QCOMPARE(desk.sender, QString());
}

void TestSessions::lifetime_isTheBehaviours()
{
    ServiceDesk desk;
    desk.service.setSessionLifetime(std::chrono::seconds(5));
    const Credentials brief = desk.take(text("oos-operator"), text("one"));
    desk.now = desk.now.addSecs(4);
    QCOMPARE(codeOf(desk, brief), QString());
    desk.service.setSessionLifetime(std::chrono::seconds(0));
    const Credentials usual = desk.take(text("oos-operator"), text("one"));
    desk.now = desk.now.addSecs(1);
    QCOMPARE(codeOf(desk, brief), text("400 InvalidSecurityToken.Expired"));
    desk.now = desk.now.addSecs(3'000);
    QCOMPARE(codeOf(desk, usual), QString());
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
