// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/endpoints.h"
#include "app/api/networkrequest.h"
#include "app/domain/servicehosts.h"
#include "app/domain/transportcodes.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace countersign;

namespace {

struct Row
{
    const char *region;
    const char *publicHost;
    const char *vpcHost;
};

// The table of oos-api.md 2.
constexpr std::array<Row, 39> documented = {{
    {"cn-qingdao", "oos.cn-qingdao.aliyuncs.com", "oos-vpc.cn-qingdao.aliyuncs.com"},
    {"cn-beijing", "oos.cn-beijing.aliyuncs.com", "oos-vpc.cn-beijing.aliyuncs.com"},
    {"cn-zhangjiakou", "oos.cn-zhangjiakou.aliyuncs.com", "oos-vpc.cn-zhangjiakou.aliyuncs.com"},
    {"cn-huhehaote", "oos.cn-huhehaote.aliyuncs.com", "oos-vpc.cn-huhehaote.aliyuncs.com"},
    {"cn-wulanchabu", "oos.cn-wulanchabu.aliyuncs.com", "oos-vpc.cn-wulanchabu.aliyuncs.com"},
    {"cn-hangzhou", "oos.cn-hangzhou.aliyuncs.com", "oos-vpc.cn-hangzhou.aliyuncs.com"},
    {"cn-shanghai", "oos.cn-shanghai.aliyuncs.com", "oos-vpc.cn-shanghai.aliyuncs.com"},
    {"cn-nanjing", "oos.cn-nanjing.aliyuncs.com", "oos-vpc.cn-nanjing.aliyuncs.com"},
    {"cn-fuzhou", "oos.cn-fuzhou.aliyuncs.com", "oos-vpc.cn-fuzhou.aliyuncs.com"},
    {"cn-shenzhen", "oos.cn-shenzhen.aliyuncs.com", "oos-vpc.cn-shenzhen.aliyuncs.com"},
    {"cn-heyuan", "oos.cn-heyuan.aliyuncs.com", "oos-vpc.cn-heyuan.aliyuncs.com"},
    {"cn-guangzhou", "oos.cn-guangzhou.aliyuncs.com", "oos-vpc.cn-guangzhou.aliyuncs.com"},
    {"cn-chengdu", "oos.cn-chengdu.aliyuncs.com", "oos-vpc.cn-chengdu.aliyuncs.com"},
    {"cn-hongkong", "oos.cn-hongkong.aliyuncs.com", "oos-vpc.cn-hongkong.aliyuncs.com"},
    {"cn-wuhan-lr", "oos.cn-wuhan-lr.aliyuncs.com", "oos-vpc.cn-wuhan-lr.aliyuncs.com"},
    {"cn-zhengzhou-jva", "oos.cn-zhengzhou-jva.aliyuncs.com",
     "oos-vpc.cn-zhengzhou-jva.aliyuncs.com"},
    {"cn-heyuan-acdr-1", "oos.cn-heyuan-acdr-1.aliyuncs.com",
     "oos-vpc.cn-heyuan-acdr-1.aliyuncs.com"},
    {"ap-southeast-1", "oos.ap-southeast-1.aliyuncs.com", "oos-vpc.ap-southeast-1.aliyuncs.com"},
    {"ap-southeast-2", "oos.ap-southeast-2.aliyuncs.com", "oos-vpc.ap-southeast-2.aliyuncs.com"},
    {"ap-southeast-3", "oos.ap-southeast-3.aliyuncs.com", "oos-vpc.ap-southeast-3.aliyuncs.com"},
    {"ap-southeast-5", "oos.ap-southeast-5.aliyuncs.com", "oos-vpc.ap-southeast-5.aliyuncs.com"},
    {"ap-southeast-6", "oos.ap-southeast-6.aliyuncs.com", "oos-vpc.ap-southeast-6.aliyuncs.com"},
    {"ap-southeast-7", "oos.ap-southeast-7.aliyuncs.com", "oos-vpc.ap-southeast-7.aliyuncs.com"},
    {"ap-southeast-8", "oos.ap-southeast-8.aliyuncs.com", "oos-vpc.ap-southeast-8.aliyuncs.com"},
    {"ap-northeast-1", "oos.ap-northeast-1.aliyuncs.com", "oos-vpc.ap-northeast-1.aliyuncs.com"},
    {"ap-northeast-2", "oos.ap-northeast-2.aliyuncs.com", "oos-vpc.ap-northeast-2.aliyuncs.com"},
    {"ap-south-1", "oos.ap-south-1.aliyuncs.com", "oos-vpc.ap-south-1.aliyuncs.com"},
    {"us-east-1", "oos.us-east-1.aliyuncs.com", "oos-vpc.us-east-1.aliyuncs.com"},
    {"us-west-1", "oos.us-west-1.aliyuncs.com", "oos-vpc.us-west-1.aliyuncs.com"},
    {"us-southeast-1", "oos.us-southeast-1.aliyuncs.com", "oos-vpc.us-southeast-1.aliyuncs.com"},
    {"na-south-1", "oos.na-south-1.aliyuncs.com", "oos-vpc.na-south-1.aliyuncs.com"},
    {"eu-central-1", "oos.eu-central-1.aliyuncs.com", "oos-vpc.eu-central-1.aliyuncs.com"},
    {"eu-west-1", "oos.eu-west-1.aliyuncs.com", "oos-vpc.eu-west-1.aliyuncs.com"},
    {"me-east-1", "oos.me-east-1.aliyuncs.com", "oos-vpc.me-east-1.aliyuncs.com"},
    {"me-central-1", "oos.me-central-1.aliyuncs.com", "oos-vpc.me-central-1.aliyuncs.com"},
    {"cn-hangzhou-finance", "oos.cn-hangzhou-finance.aliyuncs.com",
     "oos-vpc.cn-hangzhou-finance.aliyuncs.com"},
    {"cn-shanghai-finance-1", "oos.cn-shanghai-finance-1.aliyuncs.com",
     "oos-vpc.cn-shanghai-finance-1.aliyuncs.com"},
    {"cn-shenzhen-finance-1", "oos.cn-shenzhen-finance-1.aliyuncs.com",
     "oos-vpc.cn-shenzhen-finance-1.aliyuncs.com"},
    {"cn-beijing-finance-1", "oos.cn-beijing-finance-1.aliyuncs.com",
     "oos-vpc.cn-beijing-finance-1.aliyuncs.com"},
}};

RegionId regionOf(const char *id)
{
    return RegionId(QLatin1String(id));
}

} // namespace

class TestEndpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedRegions_data();
    void documentedRegions();
    void allRegionsAreOffered();
    void stsHosts();
    void hosts_data();
    void hosts();
    void privateEndpoint_needsAnAgreement();
    void documentedEndpoint_isForItsRegion_data();
    void documentedEndpoint_isForItsRegion();
    void agreementAndBanner_areForTheSameHosts_data();
    void agreementAndBanner_areForTheSameHosts();
    void strangeAddresses_areRefused_data();
    void strangeAddresses_areRefused();
    void deceptiveNames_areRefused_data();
    void deceptiveNames_areRefused();
    void privateHost_isShownAsItIsLookedUp();
};

void TestEndpoints::documentedRegions_data()
{
    QTest::addColumn<RegionId>("region");
    QTest::addColumn<QString>("publicHost");
    QTest::addColumn<QString>("vpcHost");
    for (const Row &row : documented)
        QTest::newRow(row.region) << regionOf(row.region) << QString(QLatin1String(row.publicHost))
                                  << QString(QLatin1String(row.vpcHost));
}

void TestEndpoints::documentedRegions()
{
    QFETCH(const RegionId, region);
    QFETCH(const QString, publicHost);
    QFETCH(const QString, vpcHost);
    QCOMPARE(oosEndpoint(region, false), QUrl(QString(u"https://" + publicHost)));
    QCOMPARE(oosEndpoint(region, true), QUrl(QString(u"https://" + vpcHost)));
    QVERIFY(isOosHost(publicHost));
    QVERIFY(isOosHost(vpcHost));
    for (const Row &row : documented) {
        QCOMPARE(isOosHostOf(publicHost, regionOf(row.region)), region == regionOf(row.region));
        QCOMPARE(isOosHostOf(vpcHost, regionOf(row.region)), region == regionOf(row.region));
    }
    QVERIFY(!isStsHost(publicHost));
}

void TestEndpoints::allRegionsAreOffered()
{
    const std::vector<RegionId> known = knownRegions();
    QCOMPARE(known.size(), documented.size());
    for (const Row &row : documented)
        QVERIFY2(std::find(known.begin(), known.end(), regionOf(row.region)) != known.end(),
                 row.region);
}

// credentials.md 7.1.
void TestEndpoints::stsHosts()
{
    const RegionId region = regionOf("cn-hangzhou");
    QCOMPARE(stsEndpoint(region, false), QUrl(QStringLiteral("https://sts.aliyuncs.com")));
    QCOMPARE(stsEndpoint(region, true),
             QUrl(QStringLiteral("https://sts-vpc.cn-hangzhou.aliyuncs.com")));
    QCOMPARE(regionalStsEndpoint(region),
             QUrl(QStringLiteral("https://sts.cn-hangzhou.aliyuncs.com")));
}

void TestEndpoints::hosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isOos");
    QTest::addColumn<bool>("isSts");
    const auto add = [](const char *host, bool isOos, bool isSts) {
        QTest::newRow(host) << QString(QLatin1String(host)) << isOos << isSts;
    };
    add("oos.cn-hangzhou.aliyuncs.com", true, false);
    add("OOS.CN-Hangzhou.AliyunCS.com", true, false);
    add("oos-vpc.cn-shanghai-finance-1.aliyuncs.com", true, false);
    add("oos.xx-somewhere-9.aliyuncs.com", true, false);
    add("sts.aliyuncs.com", false, true);
    add("sts.eu-central-1.aliyuncs.com", false, true);
    add("sts-vpc.eu-central-1.aliyuncs.com", false, true);
    add("sts-vpc.aliyuncs.com", false, false);
    add("oos.aliyuncs.com", false, false);
    // Buckets have names of their owners' choice.
    add("oos.oss-cn-hangzhou.aliyuncs.com", false, false);
    add("sts.oss-cn-hangzhou.aliyuncs.com", false, false);
    add("oos.cn-hangzhou.aliyuncs.com.example.com", false, false);
    add("oos.cn-hangzhou.aliyuncs.com.", false, false);
    add("evil-oos.cn-hangzhou.aliyuncs.com", false, false);
    add("evil.oos.cn-hangzhou.aliyuncs.com", false, false);
    add("oos.cn-hangzhou.evil.aliyuncs.com", false, false);
    add("oos.cn-hangzhouxaliyuncs.com", false, false);
    add("oos.cn-hangzhou.aliyuncs.co", false, false);
    add("ecs.cn-hangzhou.aliyuncs.com", false, false);
    add("oos.cn-hangzhou.aliyuncs.com:8443", false, false);
    add("oos.company.example", false, false);
    add("127.0.0.1", false, false);
    add("", false, false);
}

void TestEndpoints::hosts()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isOos);
    QFETCH(const bool, isSts);
    QCOMPARE(isOosHost(host), isOos);
    QCOMPARE(isStsHost(host), isSts);
    QCOMPARE(isServiceHost(host), isOos || isSts);
}

void TestEndpoints::privateEndpoint_needsAnAgreement()
{
    ApiTarget target;
    target.endpoint = QUrl(QStringLiteral("https://oos.company.example"));
    target.stsEndpoint = QUrl(QStringLiteral("https://sts.aliyuncs.com"));
    const Result<QUrl> refused = endpointOf(target, ApiRequest::Product::Oos);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::LocalFault);
    QCOMPARE(refused.error().code, transportcodes::privateEndpoint());
    QVERIFY(endpointOf(target, ApiRequest::Product::Sts));
    target.allowsPrivateEndpoint = true;
    QVERIFY(endpointOf(target, ApiRequest::Product::Oos));
    target.allowsPrivateEndpoint = false;
    // This computer's own addresses need none.
    target.endpoint = QUrl(QStringLiteral("http://127.0.0.1:4010"));
    QVERIFY(endpointOf(target, ApiRequest::Product::Oos));
}

void TestEndpoints::documentedEndpoint_isForItsRegion_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isForOos");
    QTest::addColumn<bool>("isForSts");
    const auto add = [](const char *host, bool isForOos, bool isForSts) {
        QTest::newRow(host) << QString(QLatin1String(host)) << isForOos << isForSts;
    };
    add("oos.cn-hangzhou.aliyuncs.com", true, false);
    add("oos-vpc.cn-hangzhou.aliyuncs.com", true, false);
    add("oos.cn-shanghai.aliyuncs.com", false, false);
    add("oos-vpc.cn-shanghai.aliyuncs.com", false, false);
    add("oos.cn-hangzhou-finance.aliyuncs.com", false, false);
    add("oos.xx-somewhere-9.aliyuncs.com", false, false);
    add("sts.aliyuncs.com", false, true);
    add("sts.cn-hangzhou.aliyuncs.com", false, true);
    // credentials.md 2.3: sts_region is not the profile's region.
    add("sts.eu-central-1.aliyuncs.com", false, true);
    add("sts-vpc.cn-shanghai.aliyuncs.com", false, true);
}

//! security.md N06; no agreement turns one region's service into another's.
void TestEndpoints::documentedEndpoint_isForItsRegion()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isForOos);
    QFETCH(const bool, isForSts);
    ApiTarget target;
    target.place.region = regionOf("cn-hangzhou");
    target.endpoint = QUrl(QString(u"https://" + host));
    target.stsEndpoint = target.endpoint;
    for (const bool isAgreedTo : {false, true}) {
        target.allowsPrivateEndpoint = isAgreedTo;
        const Result<QUrl> oos = endpointOf(target, ApiRequest::Product::Oos);
        const Result<QUrl> sts = endpointOf(target, ApiRequest::Product::Sts);
        QCOMPARE(oos.hasValue(), isForOos);
        QCOMPARE(sts.hasValue(), isForSts);
        QVERIFY(isForOos || oos.error().kind == Error::Kind::LocalFault);
        QVERIFY(isForOos || oos.error().code == transportcodes::foreignEndpoint());
        QVERIFY(isForSts || sts.error().code == transportcodes::foreignEndpoint());
    }
}

void TestEndpoints::agreementAndBanner_areForTheSameHosts_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host :
         {"oos.cn-hangzhou.aliyuncs.com", "oos.cn-hangzhou.aliyuncs.com:443",
          "oos.cn-hangzhou.aliyuncs.com:8443", "oos.cn-shanghai.aliyuncs.com", "sts.aliyuncs.com",
          "sts.cn-shanghai.aliyuncs.com:8443", "oos.oss-cn-hangzhou.aliyuncs.com",
          "oos.company.example", "ecs.cn-hangzhou.aliyuncs.com"})
        QTest::newRow(host) << QString(QLatin1String(host));
}

//! Whatever is sent with an agreement alone is shown as private, and the other way round.
void TestEndpoints::agreementAndBanner_areForTheSameHosts()
{
    QFETCH(const QString, host);
    ApiTarget target;
    target.place.region = regionOf("cn-hangzhou");
    target.endpoint = QUrl(QString(u"https://" + host));
    target.stsEndpoint = target.endpoint;
    for (const auto product : {ApiRequest::Product::Oos, ApiRequest::Product::Sts}) {
        target.allowsPrivateEndpoint = true;
        const Result<QUrl> agreed = endpointOf(target, product);
        target.allowsPrivateEndpoint = false;
        const Result<QUrl> plain = endpointOf(target, product);
        if (agreed)
            QCOMPARE(privateHostOf(hostHeaderOf(*agreed), {}).isEmpty(), plain.hasValue());
        else
            QVERIFY(!plain);
    }
}

void TestEndpoints::strangeAddresses_areRefused_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address :
         {"http://oos.cn-hangzhou.aliyuncs.com", "http://localhost:4010", "http://127.0.0.2:4010",
          "http://192.168.0.7", "ftp://oos.cn-hangzhou.aliyuncs.com",
          "https://user@oos.cn-hangzhou.aliyuncs.com", "https://user:pw@oos.company.example",
          "https://", "oos.cn-hangzhou.aliyuncs.com", ""})
        QTest::addRow("'%s'", address) << QString(QLatin1String(address));
}

void TestEndpoints::strangeAddresses_areRefused()
{
    QFETCH(const QString, address);
    ApiTarget target;
    target.endpoint = QUrl(address);
    target.allowsPrivateEndpoint = true;
    const Result<QUrl> refused = endpointOf(target, ApiRequest::Product::Oos);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::LocalFault);
}

void TestEndpoints::deceptiveNames_areRefused_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isDeceptive");
    QTest::newRow("Cyrillic a in a Latin word") << QStringLiteral("oos.\u0430pple.example") << true;
    QTest::newRow("the same in punycode") << QStringLiteral("oos.xn--pple-43d.example") << true;
    QTest::newRow("Greek omicron") << QStringLiteral("o\u03bfs.example") << true;
    QTest::newRow("one script") << QStringLiteral("\u043f\u0440\u0438\u043c\u0435\u0440.example")
                                << false;
    QTest::newRow("umlaut") << QStringLiteral("b\u00fccher.example") << false;
    QTest::newRow("Han") << QStringLiteral("oos.\u516c\u53f8.example") << false;
    QTest::newRow("plain") << QStringLiteral("oos.company.example") << false;
}

void TestEndpoints::deceptiveNames_areRefused()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isDeceptive);
    QCOMPARE(isDeceptiveHost(host), isDeceptive);
    ApiTarget target;
    target.endpoint.setScheme(QStringLiteral("https"));
    target.endpoint.setHost(host);
    target.allowsPrivateEndpoint = true;
    QCOMPARE(endpointOf(target, ApiRequest::Product::Oos).hasValue(), !isDeceptive);
}

void TestEndpoints::privateHost_isShownAsItIsLookedUp()
{
    const Environment real;
    Environment sandbox;
    sandbox.isSandbox = true;
    QCOMPARE(privateHostOf(QStringLiteral("oos.cn-hangzhou.aliyuncs.com"), real), QString());
    QCOMPARE(privateHostOf(QStringLiteral("oos.company.example"), real),
             QStringLiteral("oos.company.example"));
    QCOMPARE(privateHostOf(QStringLiteral("b\u00fccher.example"), real),
             QStringLiteral("xn--bcher-kva.example"));
    QCOMPARE(privateHostOf(QStringLiteral("127.0.0.1"), sandbox), QString());
    QCOMPARE(privateHostOf(QString(), real), QString());
}

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
