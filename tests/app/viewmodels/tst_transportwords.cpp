// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/transportcodes.h"
#include "app/viewmodels/errortext.h"

#include <QSet>
#include <QTest>

using namespace countersign;

class TestTransportWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCause_hasASentenceOfItsOwn();
    void causes_nameTheNextStep_data();
    void causes_nameTheNextStep();
    void hostileProxyName_isMadeSafe();
    void details_nameTheProxy();
};

namespace {

Error errorOf(Error::Kind kind, const QString &code, const QString &proxy = {})
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.proxy = proxy;
    return error;
}

} // namespace

void TestTransportWords::everyCause_hasASentenceOfItsOwn()
{
    using Kind = Error::Kind;
    const QString proxy = QStringLiteral("proxy.example:3128");
    QSet<QString> texts;
    const Error errors[] = {
        errorOf(Kind::Offline, {}),
        errorOf(Kind::Offline, {}, proxy),
        errorOf(Kind::Offline, transportcodes::proxyUnreachable(), proxy),
        errorOf(Kind::TimedOut, {}),
        errorOf(Kind::TimedOut, {}, proxy),
        errorOf(Kind::TimedOut, transportcodes::proxyLookup()),
        errorOf(Kind::Untrusted, {}),
        errorOf(Kind::Untrusted, transportcodes::unknownIssuer()),
        errorOf(Kind::Untrusted, transportcodes::expired()),
        errorOf(Kind::Untrusted, transportcodes::notYetValid()),
        errorOf(Kind::Untrusted, transportcodes::otherHost()),
        errorOf(Kind::Untrusted, transportcodes::unfitCertificate()),
        errorOf(Kind::Untrusted, transportcodes::handshake()),
        errorOf(Kind::ProxyRefused, transportcodes::proxyAuthentication(), proxy),
        errorOf(Kind::ProxyRefused, transportcodes::proxyPassword(), proxy),
        errorOf(Kind::ProxyRefused, transportcodes::proxyUnfit(), proxy),
        errorOf(Kind::ProxyRefused, transportcodes::proxyAnswer(), proxy),
        errorOf(Kind::LocalFault, {}),
        errorOf(Kind::LocalFault, transportcodes::privateEndpoint()),
        errorOf(Kind::LocalFault, transportcodes::foreignEndpoint()),
    };
    for (const Error &error : errors) {
        const QString text = errorText(error);
        QVERIFY(text.endsWith(u'.'));
        QVERIFY2(!texts.contains(text), qPrintable(text));
        texts.insert(text);
    }
}

void TestTransportWords::causes_nameTheNextStep_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QStringList>("words");
    using Kind = Error::Kind;
    const QString proxy = QStringLiteral("proxy.example:3128");
    QTest::newRow("company proxy")
        << errorOf(Kind::Untrusted, transportcodes::unknownIssuer())
        << QStringList{QStringLiteral("CA file"), QStringLiteral("Settings, Network")};
    // A wrong clock looks like a wrong date of the certificate; the person needs what it says.
    const QString year = QString::number(QDate::currentDate().year());
    for (const QString &code : {transportcodes::expired(), transportcodes::notYetValid()})
        QTest::newRow(qPrintable(code))
            << errorOf(Kind::Untrusted, code) << QStringList{QStringLiteral("clock"), year};
    QTest::newRow("proxy's password")
        << errorOf(Kind::ProxyRefused, transportcodes::proxyAuthentication(), proxy)
        << QStringList{proxy, QStringLiteral("Settings, Network")};
    QTest::newRow("gone proxy") << errorOf(Kind::Offline, transportcodes::proxyUnreachable(), proxy)
                                << QStringList{proxy, QStringLiteral("Settings, Network")};
    Error otherRegion = errorOf(Kind::LocalFault, transportcodes::foreignEndpoint());
    otherRegion.detail = QStringLiteral("oos.cn-shanghai.aliyuncs.com");
    QTest::newRow("another region's endpoint")
        << otherRegion
        << QStringList{QStringLiteral("Nothing was sent"),
                       QStringLiteral("oos.cn-shanghai.aliyuncs.com"), QStringLiteral("profile")};
    Error foreign = errorOf(Kind::LocalFault, transportcodes::privateEndpoint());
    foreign.detail = QStringLiteral("oos.company.example");
    QTest::newRow("private endpoint")
        << foreign
        << QStringList{QStringLiteral("Nothing was sent"), QStringLiteral("oos.company.example"),
                       QStringLiteral("profile")};
}

void TestTransportWords::causes_nameTheNextStep()
{
    QFETCH(const Error, error);
    QFETCH(const QStringList, words);
    const QString text = errorText(error);
    for (const QString &word : words)
        QVERIFY2(text.contains(word), qPrintable(text));
}

void TestTransportWords::hostileProxyName_isMadeSafe()
{
    const QString hostile = QStringLiteral("a\u202eb\n<b>:1");
    const QString text = errorText(errorOf(Error::Kind::Offline, {}, hostile));
    QVERIFY(!text.contains(QChar(0x202e)));
    QVERIFY(!text.contains(u'\n'));
}

void TestTransportWords::details_nameTheProxy()
{
    QVERIFY(errorDetails(errorOf(Error::Kind::Offline, {}, QStringLiteral("p.example:1")))
                .contains(QStringLiteral("Proxy: p.example:1")));
    QCOMPARE(errorDetails(errorOf(Error::Kind::Offline, {})), QString());
}

QTEST_GUILESS_MAIN(TestTransportWords)
#include "tst_transportwords.moc"
