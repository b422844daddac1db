// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/environmentkeys.h"

#include <QFile>
#include <QTest>

using namespace countersign;

namespace {

const QDateTime now(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);

} // namespace

class TestEnvironmentKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void none_saysSo();
    void family_data();
    void family();
    void firstWholeFamily_wins();
    void namesOfAnybody_areNotTakenAndHidden();
    void namesThatAreTaken_areThoseOfOneFamily();
    void halfAPair_isNone_data();
    void halfAPair_isNone();
    void misplaced_data();
    void misplaced();
    void taken_areGoneFromTheBlock();
    void notAskedFor_stay();
    void names();
    void environmentOfOthers_hasNoKeys();
    void switches();
};

void TestEnvironmentKeys::init()
{
    (void)EnvironmentKeys().keys(now);
}

void TestEnvironmentKeys::none_saysSo()
{
    const Result<IssuedKeys> result = EnvironmentKeys().keys(now);
    QVERIFY(!result.hasValue());
    QCOMPARE(result.error().kind, Error::Kind::LocalFault);
    QCOMPARE(result.error().code, keyissuercodes::noEnvironment());
}

void TestEnvironmentKeys::family_data()
{
    QTest::addColumn<QByteArray>("family");
    QTest::addColumn<QByteArray>("token");
    for (const char *family : {"ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_"}) {
        QTest::addRow("%s", family) << QByteArray(family) << QByteArray();
        QTest::addRow("%s token", family)
            << QByteArray(family) << QByteArray("CAISFakeSecurityTokenForTests+plus/slash==");
    }
}

void TestEnvironmentKeys::family()
{
    QFETCH(QByteArray, family);
    QFETCH(QByteArray, token);
    qputenv(QByteArray(family + "ACCESS_KEY_ID").constData(), "FakeAccessKeyIdForTests01");
    qputenv(QByteArray(family + "ACCESS_KEY_SECRET").constData(), "FakeAccessKeySecretForTests01");
    if (!token.isEmpty())
        qputenv(QByteArray(family + "SECURITY_TOKEN").constData(), token);
    EnvironmentKeys taken;
    const Result<IssuedKeys> keys = taken.keys(now);
    QVERIFY(keys.hasValue());
    QCOMPARE(keys->credentials->accessKeyId, QStringLiteral("FakeAccessKeyIdForTests01"));
    QCOMPARE(keys->credentials->secret.view().toByteArray(),
             QByteArray("FakeAccessKeySecretForTests01"));
    QCOMPARE(keys->credentials->securityToken.view().toByteArray(), token);
    QVERIFY(!keys->expiresAt.isValid());
    QCOMPARE(keys->issuedAt, now);
    QVERIFY(qEnvironmentVariableIsEmpty(QByteArray(family + "ACCESS_KEY_SECRET").constData()));
    QVERIFY(qEnvironmentVariableIsEmpty(QByteArray(family + "SECURITY_TOKEN").constData()));
    // Whoever has taken them goes on giving them; the environment has given them away.
    QVERIFY(!EnvironmentKeys().keys(now).hasValue());
    QVERIFY(taken.keys(now).hasValue());
}

void TestEnvironmentKeys::firstWholeFamily_wins()
{
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "Lonely");
    qputenv("ALIBABA_CLOUD_SECURITY_TOKEN", "TokenOfAnother");
    qputenv("ALICLOUD_ACCESS_KEY_ID", "Third");
    qputenv("ALICLOUD_ACCESS_KEY_SECRET", "ThirdSecret");
    qputenv("ACCESS_KEY_ID", "Fourth");
    qputenv("ACCESS_KEY_SECRET", "FourthSecret");
    const Result<IssuedKeys> keys = EnvironmentKeys().keys(now);
    QVERIFY(keys.hasValue());
    QCOMPARE(keys->credentials->accessKeyId, QStringLiteral("Third"));
    QVERIFY(keys->credentials->securityToken.isEmpty());
    QVERIFY(qEnvironmentVariableIsEmpty("ACCESS_KEY_SECRET"));
}

void TestEnvironmentKeys::namesOfAnybody_areNotTakenAndHidden()
{
    qputenv("ACCESS_KEY_ID", "FakeAccessKeyIdForTests01");
    qputenv("ACCESS_KEY_SECRET", "FakeAccessKeySecretForTests01");
    QVERIFY(!environmentWithoutKeys().contains(QStringLiteral("ACCESS_KEY_SECRET")));
    QCOMPARE(EnvironmentKeys().keys(now).error().code, keyissuercodes::noEnvironment());
    QVERIFY(qEnvironmentVariableIsEmpty("ACCESS_KEY_SECRET"));
}

//! What a preview says is what is taken.
void TestEnvironmentKeys::namesThatAreTaken_areThoseOfOneFamily()
{
    QStringList set;
    const auto found = [&set] {
        return environmentKeyNames(
            [&set](const char *name) { return set.contains(QLatin1String(name)); });
    };
    QVERIFY(!found().hasPair && found().names.isEmpty());
    set = QStringList{QStringLiteral("ACCESS_KEY_ID"), QStringLiteral("ACCESS_KEY_SECRET")};
    QVERIFY(!found().hasPair && found().names.isEmpty());
    const QStringList lonely{QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_ID"),
                             QStringLiteral("ALIBABA_CLOUD_SECURITY_TOKEN")};
    set = lonely;
    QVERIFY(!found().hasPair);
    QCOMPARE(found().names, lonely);
    const QStringList pair{QStringLiteral("ALICLOUD_ACCESS_KEY_ID"),
                           QStringLiteral("ALICLOUD_ACCESS_KEY_SECRET")};
    set = lonely + pair;
    QVERIFY(found().hasPair);
    QCOMPARE(found().names, pair);
}

void TestEnvironmentKeys::halfAPair_isNone_data()
{
    QTest::addColumn<QByteArray>("keyId");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("no secret") << QByteArray("FakeAccessKeyIdForTests01") << QByteArray();
    QTest::newRow("no id") << QByteArray() << QByteArray("FakeAccessKeySecretForTests01");
}

void TestEnvironmentKeys::halfAPair_isNone()
{
    QFETCH(QByteArray, keyId);
    QFETCH(QByteArray, secret);
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", keyId);
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret);
    const Result<IssuedKeys> keys = EnvironmentKeys().keys(now);
    QVERIFY(!keys.hasValue());
    QCOMPARE(keys.error().code, keyissuercodes::noEnvironment());
}

void TestEnvironmentKeys::misplaced_data()
{
    QTest::addColumn<QByteArray>("keyId");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("token");
    const QByteArray id = "FakeAccessKeyIdForTests01";
    const QByteArray secret = "FakeAccessKeySecretForTests01";
    QTest::newRow("ARN as id") << QByteArray("acs:ram::1:role/x") << secret << QByteArray();
    QTest::newRow("blank in id") << id + " " << secret << QByteArray();
    QTest::newRow("line end in id") << id + "\n" << secret << QByteArray();
    QTest::newRow("ARN as secret") << id << QByteArray("acs:ram::1:role/x") << QByteArray();
    QTest::newRow("blank in secret") << id << " " + secret << QByteArray();
    QTest::newRow("blank in token") << id << secret << QByteArray("CAIS x");
    QTest::newRow("long id") << QByteArray(129, 'x') << secret << QByteArray();
}

void TestEnvironmentKeys::misplaced()
{
    QFETCH(QByteArray, keyId);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, token);
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", keyId);
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret);
    qputenv("ALIBABA_CLOUD_SECURITY_TOKEN", token);
    const Result<IssuedKeys> keys = EnvironmentKeys().keys(now);
    QVERIFY(!keys.hasValue());
    QCOMPARE(keys.error().code, keyissuercodes::misplacedSecret());
    QVERIFY(qEnvironmentVariableIsEmpty("ALIBABA_CLOUD_ACCESS_KEY_SECRET"));
}

void TestEnvironmentKeys::taken_areGoneFromTheBlock()
{
    // What others can look at is the memory itself, so a pointer to it must find nothing.
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "FakeAccessKeyIdForTests01");
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "FakeAccessKeySecretForTests01");
    qputenv("ALIBABA_CLOUD_BEARER_TOKEN", "FakeBearerToken");
    const char *secret = ::getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    const char *bearer = ::getenv("ALIBABA_CLOUD_BEARER_TOKEN");
    QVERIFY(secret && bearer);
    EnvironmentKeys taken;
    QVERIFY(taken.keys(now).hasValue());
    QCOMPARE(*secret, '\0');
    QCOMPARE(*bearer, '\0');
}

void TestEnvironmentKeys::notAskedFor_stay()
{
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "FakeAccessKeyIdForTests01");
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "FakeAccessKeySecretForTests01");
    const EnvironmentKeys keys;
    QCOMPARE(qgetenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
             QByteArray("FakeAccessKeySecretForTests01"));
}

void TestEnvironmentKeys::names()
{
    for (const char *name :
         {"ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
          "ALIBABA_CLOUD_SECURITY_TOKEN", "ALIBABA_CLOUD_BEARER_TOKEN",
          "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALICLOUD_ACCESS_KEY_SECRET", "ALICLOUD_SECRET_KEY",
          "ACCESS_KEY_ID", "ACCESS_KEY_SECRET", "SECURITY_TOKEN"})
        QVERIFY2(holdsKeys(QLatin1String(name)), name);
    for (const char *name :
         {"ALIBABA_CLOUD_REGION_ID", "ALIBABA_CLOUD_PROFILE", "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
          "ALIBABA_CLOUD_CREDENTIALS_FILE", "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS", "PATH",
          "SECRET_KEY", "ACCESS_KEY", "MY_ACCESS_KEY_ID", "access_key_id", ""})
        QVERIFY2(!holdsKeys(QLatin1String(name)), name);
}

void TestEnvironmentKeys::environmentOfOthers_hasNoKeys()
{
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "FakeAccessKeyIdForTests01");
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "FakeAccessKeySecretForTests01");
    qputenv("EXAMPLE_OF_OTHERS", "a=b");
    const QProcessEnvironment environment = environmentWithoutKeys();
    QCOMPARE(environment.value(QStringLiteral("EXAMPLE_OF_OTHERS")), QStringLiteral("a=b"));
    QVERIFY(!environment.contains(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_ID")));
    QVERIFY(!environment.contains(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_SECRET")));
    QVERIFY(qEnvironmentVariableIsSet("ALIBABA_CLOUD_ACCESS_KEY_SECRET"));
}

void TestEnvironmentKeys::switches()
{
    QProcessEnvironment environment;
    const QString name = QStringLiteral("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS");
    QVERIFY(!isSwitchedOn(environment, name));
    for (const char *value : {"1", "true", "TRUE", "True", " true "}) {
        environment.insert(name, QLatin1String(value));
        QVERIFY2(isSwitchedOn(environment, name), value);
    }
    for (const char *value : {"", "0", "false", "no", "2"}) {
        environment.insert(name, QLatin1String(value));
        QVERIFY2(!isSwitchedOn(environment, name), value);
    }
}

QTEST_GUILESS_MAIN(TestEnvironmentKeys)
#include "tst_environmentkeys.moc"
