// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyanswer.h"

#include <QTest>

using namespace countersign;

namespace {

const QDateTime now(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);

//! A good answer with one member replaced, as JSON; an empty value leaves it out.
QByteArray answerWith(const QByteArray &name, const QByteArray &value)
{
    std::vector<std::pair<QByteArray, QByteArray>> members{
        {"AccessKeyId", "\"STS.FakeTemporaryIdForTests03\""},
        {"AccessKeySecret", "\"FakeTemporarySecretForTests03\""},
        {"SecurityToken", "\"CAISFakeSecurityTokenForTests+plus/slash==\""},
        {"Expiration", "\"2026-11-27T11:00:00Z\""},
    };
    QByteArray text;
    for (const auto &[memberName, memberValue] : members) {
        const QByteArray &chosen = memberName == name ? value : memberValue;
        if (chosen.isEmpty())
            continue;
        text += text.isEmpty() ? "{\"" : ",\"";
        text += memberName + "\":" + chosen;
    }
    return text + "}";
}

Result<IssuedKeys> readAnswer(const QByteArray &text, const QString &path = {},
                              const KeyShape &shape = {})
{
    const Result<Json> json = readKeyJson(SecretBytes(text));
    if (!json)
        return json.error();
    return readIssuedKeys(*json, path, serviceKeyNames(), shape, now);
}

} // namespace

class TestKeyAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good_isReadWhole();
    void good_escapesAndLongToken();
    void bad_namesTheField_data();
    void bad_namesTheField();
    void ended_isACauseOfItsOwn_data();
    void ended_isACauseOfItsOwn();
    void bad_textIsNotRepeated();
    void notJson_data();
    void notJson();
    void path_isPrefixed();
    void withoutEndOrToken();
    void expiration_data();
    void expiration();
};

void TestKeyAnswer::good_isReadWhole()
{
    const Result<IssuedKeys> keys = readAnswer(answerWith("", ""));
    QVERIFY(keys.hasValue());
    QCOMPARE(keys->credentials->accessKeyId, QStringLiteral("STS.FakeTemporaryIdForTests03"));
    QCOMPARE(keys->credentials->secret.view().toByteArray(),
             QByteArray("FakeTemporarySecretForTests03"));
    QCOMPARE(keys->credentials->securityToken.view().toByteArray(),
             QByteArray("CAISFakeSecurityTokenForTests+plus/slash=="));
    QCOMPARE(keys->expiresAt, QDateTime(QDate(2026, 11, 27), QTime(11, 0), Qt::UTC));
    QCOMPARE(keys->issuedAt, now);
    QVERIFY(!keys->caller);
}

void TestKeyAnswer::good_escapesAndLongToken()
{
    const QByteArray longest(16 * 1024, 'A');
    const Result<IssuedKeys> keys = readAnswer(answerWith("SecurityToken", '"' + longest + '"'));
    QVERIFY(keys.hasValue());
    QCOMPARE(keys->credentials->securityToken.view().toByteArray(), longest);
    const Result<IssuedKeys> escaped =
        readAnswer(answerWith("SecurityToken", R"("CAIS\u002bplus\/slash\u003D=")"));
    QVERIFY(escaped.hasValue());
    QCOMPARE(escaped->credentials->securityToken.view().toByteArray(),
             QByteArray("CAIS+plus/slash=="));
}

void TestKeyAnswer::bad_namesTheField_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    for (const char *name : {"AccessKeyId", "AccessKeySecret", "SecurityToken", "Expiration"}) {
        QTest::addRow("%s missing", name) << QByteArray(name) << QByteArray();
        for (const char *value :
             {"null", "\"\"", "12", "true", "[]", "{}", "[\"a\"]", "\" \"", "\"a b\"", "\"a\\nb\"",
              "\"\\u0000\"", "\"\\ud83d\"", "\"\xE5\x90\x8C\"", "\"<html>\\u00a0</html>\""})
            QTest::addRow("%s %s", name, value) << QByteArray(name) << QByteArray(value);
    }
    const auto row = [](const char *name, const QByteArray &value) {
        QTest::addRow("%s %s", name, value.left(40).constData()) << QByteArray(name) << value;
    };
    row("AccessKeyId", '"' + QByteArray(129, 'L') + '"');
    row("AccessKeyId", "\"acs:ram::1000000000000001:role/fake-oos-operator\"");
    row("AccessKeyId", "\"STS.Fake\\t\"");
    row("AccessKeySecret", '"' + QByteArray(257, 's') + '"');
    row("AccessKeySecret", "\"acs:ram::1000000000000001:role/fake-oos-operator\"");
    row("AccessKeySecret", "\" FakeTemporarySecretForTests03\"");
    row("SecurityToken", '"' + QByteArray(16 * 1024 + 1, 't') + '"');
    row("Expiration", "1795777200");
    row("Expiration", "\"1795777200\"");
    row("Expiration", "\"2026-11-27 11:00:00\"");
    row("Expiration", "\"2026-11-27T11:00:00\"");
    row("Expiration", "\"2026-11-27T11:00:00+08:00\"");
    row("Expiration", "\"2026-13-27T11:00:00Z\"");
    row("Expiration", "\"tomorrow\"");
}

void TestKeyAnswer::bad_namesTheField()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const Result<IssuedKeys> keys = readAnswer(answerWith(name, value));
    QVERIFY(!keys.hasValue());
    QCOMPARE(keys.error().kind, Error::Kind::BadReply);
    QCOMPARE(keys.error().code, keyissuercodes::badAnswer());
    QCOMPARE(keys.error().path, QString::fromLatin1(name));
    QVERIFY(!keys.error().detail.isEmpty());
}

void TestKeyAnswer::ended_isACauseOfItsOwn_data()
{
    QTest::addColumn<QByteArray>("end");
    for (const char *end : {"2026-11-27T10:00:00Z", "2026-11-27T09:59:59Z", "1970-01-01T00:00:00Z"})
        QTest::newRow(end) << QByteArray(end);
}

//! Whoever reads it looks at the clocks, and not for keys that are missing.
void TestKeyAnswer::ended_isACauseOfItsOwn()
{
    QFETCH(QByteArray, end);
    const Result<IssuedKeys> keys = readAnswer(answerWith("Expiration", '"' + end + '"'));
    QVERIFY(!keys.hasValue());
    QCOMPARE(keys.error().kind, Error::Kind::BadReply);
    QCOMPARE(keys.error().code, keyissuercodes::endedKeys());
    QCOMPARE(keys.error().path, QStringLiteral("Expiration"));
}

void TestKeyAnswer::bad_textIsNotRepeated()
{
    const QByteArray canary = "Canary7Text";
    for (const QByteArray &text :
         {answerWith("AccessKeySecret", "\"a " + canary + "\""),
          answerWith("SecurityToken", "[\"" + canary + "\"]"),
          answerWith("Expiration", "\"" + canary + "\""),
          QByteArray("{\"" + canary + "\":1,\"" + canary + "\":2}"),
          QByteArray("{\"a\":" + canary + "}"), QByteArray("\"" + canary + "\""),
          QByteArray("{\"" + canary.repeated(100) + "\":1}")}) {
        const Result<IssuedKeys> keys = readAnswer(text);
        QVERIFY(!keys.hasValue());
        const Error &error = keys.error();
        QCOMPARE(error.code, keyissuercodes::badAnswer());
        const QString said = error.detail + error.path + error.requestId + error.neededRight;
        QVERIFY2(!said.contains(QString::fromLatin1(canary)), qPrintable(said));
    }
}

void TestKeyAnswer::notJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n");
    QTest::newRow("HTML") << QByteArray("<html><body>Sign in</body></html>");
    QTest::newRow("cut") << answerWith("", "").chopped(20);
    QTest::newRow("cut by one") << answerWith("", "").chopped(1);
    QTest::newRow("more behind it") << answerWith("", "") + "x";
    QTest::newRow("two objects") << answerWith("", "") + answerWith("", "");
    QTest::newRow("a list") << "[" + answerWith("", "") + "]";
    QTest::newRow("a text") << QByteArray("\"text\"");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a name twice") << answerWith("", "").chopped(1) + ",\"AccessKeySecret\":\"x\"}";
    QTest::newRow("a name twice, escaped")
        << answerWith("", "").chopped(1) + ",\"AccessKey\\u0053ecret\":\"x\"}";
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xE4\"}");
    QString wide = QString::fromLatin1(answerWith("", ""));
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char *>(wide.utf16()),
                                          2 * wide.size());
    QTest::newRow("single quotes") << QByteArray("{'AccessKeyId':'a'}");
    QTest::newRow("deep") << QByteArray(10'000, '[');
}

void TestKeyAnswer::notJson()
{
    QFETCH(QByteArray, text);
    const Result<IssuedKeys> keys = readAnswer(text);
    QVERIFY(!keys.hasValue());
    QCOMPARE(keys.error().kind, Error::Kind::BadReply);
    QCOMPARE(keys.error().code, keyissuercodes::badAnswer());
    QCOMPARE(keys.error().path, QString());
}

void TestKeyAnswer::path_isPrefixed()
{
    const Result<IssuedKeys> keys =
        readAnswer(answerWith("SecurityToken", ""), QStringLiteral("Credentials"));
    QCOMPARE(keys.error().path, QStringLiteral("Credentials.SecurityToken"));
    const Result<IssuedKeys> none =
        readIssuedKeys(Json(), QStringLiteral("Credentials"), serviceKeyNames(), {}, now);
    QVERIFY(!none.hasValue());
    QCOMPARE(none.error().path, QStringLiteral("Credentials"));
}

void TestKeyAnswer::withoutEndOrToken()
{
    KeyShape shape;
    shape.hasExpiration = false;
    for (const char *end : {"", "null", "\"\""}) {
        const Result<IssuedKeys> keys = readAnswer(answerWith("Expiration", end), {}, shape);
        QVERIFY(keys.hasValue());
        QVERIFY(!keys->expiresAt.isValid());
    }
    QVERIFY(!readAnswer(answerWith("Expiration", "\"soon\""), {}, shape).hasValue());
    QVERIFY(
        !readAnswer(answerWith("Expiration", "\"2026-11-27T09:00:00Z\""), {}, shape).hasValue());
    shape.hasToken = false;
    for (const char *token : {"", "null", "\"\""}) {
        const Result<IssuedKeys> keys = readAnswer(answerWith("SecurityToken", token), {}, shape);
        QVERIFY(keys.hasValue());
        QVERIFY(keys->credentials->securityToken.isEmpty());
    }
    const Result<IssuedKeys> unexpected = readAnswer(answerWith("", ""), {}, shape);
    QVERIFY(!unexpected.hasValue());
    QCOMPARE(unexpected.error().path, QStringLiteral("SecurityToken"));
}

void TestKeyAnswer::expiration_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    const QDateTime end(QDate(2026, 2, 3), QTime(5, 5, 6), Qt::UTC);
    QTest::newRow("usual") << QStringLiteral("2026-02-03T05:05:06Z") << end;
    QTest::newRow("milliseconds") << QStringLiteral("2026-02-03T05:05:06.999Z") << end;
    QTest::newRow("nanoseconds") << QStringLiteral("2026-02-03T05:05:06.123456789Z") << end;
    QTest::newRow("no zone") << QStringLiteral("2026-02-03T05:05:06") << QDateTime();
    QTest::newRow("offset") << QStringLiteral("2026-02-03T05:05:06+00:00") << QDateTime();
    QTest::newRow("no such day") << QStringLiteral("2026-02-30T05:05:06Z") << QDateTime();
    QTest::newRow("no such hour") << QStringLiteral("2026-02-03T25:05:06Z") << QDateTime();
    QTest::newRow("a date") << QStringLiteral("2026-02-03") << QDateTime();
    QTest::newRow("a line end") << QStringLiteral("2026-02-03T05:05:06Z\n") << QDateTime();
    QTest::newRow("empty") << QString() << QDateTime();
}

void TestKeyAnswer::expiration()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, time);
    QCOMPARE(readExpiration(text), time);
}

QTEST_GUILESS_MAIN(TestKeyAnswer)
#include "tst_keyanswer.moc"
