// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkrequest.h"
#include "app/api/networkroutes.h"
#include "app/api/oneshotsender.h"
#include "app/api/readclient.h"
#include "app/api/routeprobe.h"
#include "app/domain/transportcodes.h"
#include "tests/fakes/heartbeat.h"
#include "tests/support/faultserver.h"
#include "tests/support/shiftedclock.h"
#include "tests/support/testproxy.h"
#include "tests/support/tlsserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace countersign;
using namespace std::chrono_literals;
using Kind = TestProxy::Kind;
using Manner = TestProxy::Manner;

namespace {

//! A host that no name server is asked for: the proxies of the tests lead it to this computer.
const QUrl service(QStringLiteral("https://oos.cn-hangzhou.aliyuncs.com"));
const QUrl stsService(QStringLiteral("https://sts.aliyuncs.com"));

NetworkChoice through(const TestProxy &proxy, const QString &user = {})
{
    NetworkChoice choice;
    choice.mode = ProxyMode::Manual;
    choice.host = QStringLiteral("127.0.0.1");
    choice.port = proxy.serverPort();
    choice.user = user;
    return choice;
}

QNetworkProxy proxyAt(const char *host, quint16 port,
                      QNetworkProxy::ProxyType type = QNetworkProxy::HttpProxy)
{
    return QNetworkProxy(type, QLatin1String(host), port);
}

std::shared_ptr<const SecretBytes> secret(const char *text)
{
    return std::make_shared<SecretBytes>(QByteArrayView(text));
}

ApiTarget serviceTarget()
{
    ApiTarget target;
    target.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    target.endpoint = service;
    target.stsEndpoint = stsService;
    target.credentials = [] {
        auto credentials = std::make_shared<Credentials>();
        credentials->accessKeyId = QStringLiteral("LTAIexample");
        credentials->secret = SecretBytes("example-secret");
        return credentials;
    };
    return target;
}

ApiRequest request(const char *action)
{
    ApiRequest made;
    made.action = QLatin1String(action);
    return made;
}

} // namespace

class TestNetworkRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void choices_leadTheirWays();
    void ownComputerAndMetadata_areNeverProxied();
    void system_isAskedAnewOnItsOwnThread();
    void system_firstUsableProxyCounts_data();
    void system_firstUsableProxyCounts();
    void system_thatHangsHoldsUpNobody();
    void system_thatHangsIsLeftByAnotherChoice();
    void system_ofTheEnvironmentIsFollowed();
    void badChoice_leadsNowhere();
    void proxies_carryBothSenders_data();
    void proxies_carryBothSenders();
    void badProxies_areOneError_data();
    void badProxies_areOneError();
    void refusedPassword_isNotTriedAgain_data();
    void refusedPassword_isNotTriedAgain();
    void answerOfAProxyWithoutOne_blocksNoWay();
    void refusal_endsWithForgivenessAndChange();
    void refusal_endsWithTimeWithoutAPasswordAlone();
    void refusal_isNotForgottenForOtherChanges();
    void refusal_endsWithAPassage();
    void awaitedPassword_keepsCallsFromTheProxy();
    void proxyDate_isNotTheServices();
    void changedChoice_isFollowed();
    void companyCa_countsBesideTheSystems();
    void companyCa_isReadAgainWhenItChanges();
    void companyCa_thatIsNotThereIsTold();
    void companyCa_countsOnThisComputer();
    void probe_namesTheWay();
    void probe_makesNoRequest();
    void probe_saysWhatIsWrong();
    void probe_countsAsATryOfThePassword_data();
    void probe_countsAsATryOfThePassword();
    void probe_cancelAndDeadContext();

private:
    //! Patient, since a busy computer is not a hanging one.
    NetworkRoutes &newRoutes(NetworkRoutes::SystemProxies systemProxies = {},
                             const RouteLimits &limits = {60s, 15min});
    //! Routes through this proxy, with a name and a password that it does not take.
    void useWrongPassword(const TestProxy &proxy, Kind kind);
    std::optional<Result<Route>> find(const QUrl &endpoint);
    Result<ApiReply> read(const ApiTarget &target = serviceTarget());
    SendReport send();
    RouteReport probe(const QUrl &endpoint, const QByteArray &caCertificates = {});
    QString written(const char *name, const QByteArray &content);

    ShiftedClock m_clock;
    MadeCertificate m_root;
    MadeCertificate m_certificate;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<NetworkRoutes> m_routes;
    std::unique_ptr<ReadClient> m_client;
};

void TestNetworkRoutes::initTestCase()
{
    CertificateWish root;
    root.name = QStringLiteral("Example Company Root");
    root.hosts.clear();
    root.isAuthority = true;
    m_root = makeCertificate(root);
    CertificateWish server;
    server.name = QStringLiteral("service");
    server.hosts = {service.host(), stsService.host(), QStringLiteral("127.0.0.1")};
    m_certificate = makeCertificate(server, m_root);
    QVERIFY(m_certificate.isValid());
}

void TestNetworkRoutes::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestNetworkRoutes::cleanup()
{
    m_client.reset();
    m_routes.reset();
    m_clock.wrongBy = 0s;
}

NetworkRoutes &TestNetworkRoutes::newRoutes(NetworkRoutes::SystemProxies systemProxies,
                                            const RouteLimits &routeLimits)
{
    m_client.reset();
    m_routes = std::make_unique<NetworkRoutes>(m_clock, std::move(systemProxies), routeLimits);
    ReadLimits limits;
    limits.attempt = 2s;
    limits.whole = 6s;
    limits.attempts = 2;
    limits.firstPause = 10ms;
    limits.longestPause = 20ms;
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, limits, m_routes->source());
    return *m_routes;
}

std::optional<Result<Route>> TestNetworkRoutes::find(const QUrl &endpoint)
{
    QObject context;
    std::optional<Result<Route>> found;
    m_routes->find(endpoint, &context, [&](Result<Route> route) { found = std::move(route); });
    (void)QTest::qWaitFor([&] { return found.has_value(); }, 60'000);
    return found;
}

Result<ApiReply> TestNetworkRoutes::read(const ApiTarget &target)
{
    QObject context;
    std::optional<Result<ApiReply>> result;
    m_client->read(target, request("ListExecutions"), &context,
                   [&](Result<ApiReply> reply) { result = std::move(reply); });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 20'000);
    return result.value_or(Error());
}

SendReport TestNetworkRoutes::send()
{
    QObject context;
    std::optional<SendReport> result;
    OneShotSender sender(m_clock, newNonce, SendLimits{2s, 2s, 1s, 1s, 64 * 1024},
                         m_routes->source());
    sender.send(serviceTarget(), request("NotifyExecution"), {}, &context,
                [&](const SendReport &report) { result = report; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 20'000);
    return result.value_or(SendReport());
}

RouteReport TestNetworkRoutes::probe(const QUrl &endpoint, const QByteArray &caCertificates)
{
    QObject context;
    std::optional<RouteReport> result;
    probeRoute(*m_routes, endpoint, caCertificates, 2s, &context,
               [&](const RouteReport &report) { result = report; });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 10'000);
    return result.value_or(RouteReport());
}

QString TestNetworkRoutes::written(const char *name, const QByteArray &content)
{
    const QString path = m_folder->filePath(QLatin1String(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path
                                                                                    : QString();
}

void TestNetworkRoutes::choices_leadTheirWays()
{
    newRoutes(
        [](const QUrl &) { return QList<QNetworkProxy>{proxyAt("proxy.company.example", 3128)}; });
    auto route = find(service);
    QVERIFY(route && *route);
    QCOMPARE((*route)->way, Route::Way::System);
    QCOMPARE((*route)->proxyName(), QStringLiteral("proxy.company.example:3128"));
    QVERIFY((*route)->roots && !(*route)->roots->certificates.isEmpty());

    NetworkChoice choice;
    choice.mode = ProxyMode::None;
    m_routes->setChoice(choice);
    route = find(service);
    QCOMPARE((*route)->way, Route::Way::Direct);
    QCOMPARE((*route)->proxy.type(), QNetworkProxy::NoProxy);
    QCOMPARE((*route)->proxyName(), QString());

    choice.mode = ProxyMode::Manual;
    choice.kind = ProxyKind::Socks5;
    choice.host = QStringLiteral("2001:db8::7");
    choice.port = 1080;
    choice.user = QStringLiteral("u");
    m_routes->setChoice(choice);
    m_routes->setPassword(secret("pw"));
    route = find(service);
    QCOMPARE((*route)->way, Route::Way::Manual);
    QCOMPARE((*route)->proxy.type(), QNetworkProxy::Socks5Proxy);
    QCOMPARE((*route)->proxy.password(), QStringLiteral("pw"));
    QCOMPARE((*route)->proxyName(), QStringLiteral("[2001:db8::7]:1080"));
}

void TestNetworkRoutes::ownComputerAndMetadata_areNeverProxied()
{
    newRoutes([](const QUrl &) { return QList<QNetworkProxy>{proxyAt("p.example", 1)}; });
    NetworkChoice manual;
    manual.mode = ProxyMode::Manual;
    manual.host = QStringLiteral("p.example");
    manual.port = 3128;
    for (const NetworkChoice &choice : {NetworkChoice(), manual}) {
        m_routes->setChoice(choice);
        for (const char *address : {"http://127.0.0.1:4010", "https://[::1]:4010",
                                    "http://localhost:1", "http://100.100.100.200"}) {
            const auto route = find(QUrl(QLatin1String(address)));
            QVERIFY(route && *route);
            QCOMPARE((*route)->proxy.type(), QNetworkProxy::NoProxy);
        }
    }
}

void TestNetworkRoutes::system_isAskedAnewOnItsOwnThread()
{
    quint16 port = 1;
    QList<QUrl> asked;
    QThread *thread = nullptr;
    newRoutes([&](const QUrl &endpoint) {
        thread = QThread::currentThread();
        asked += endpoint;
        return QList<QNetworkProxy>{proxyAt("proxy.example", port)};
    });
    QCOMPARE((*find(service))->proxyName(), QStringLiteral("proxy.example:1"));
    port = 2;
    QCOMPARE((*find(service))->proxyName(), QStringLiteral("proxy.example:2"));
    QCOMPARE(asked, (QList<QUrl>{service, service}));
    QVERIFY(thread != QThread::currentThread());
}

void TestNetworkRoutes::system_firstUsableProxyCounts_data()
{
    QTest::addColumn<QList<QNetworkProxy>>("proxies");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isUsable");
    using List = QList<QNetworkProxy>;
    const QNetworkProxy straight(QNetworkProxy::NoProxy);
    const QNetworkProxy ftp = proxyAt("ftp.example", 21, QNetworkProxy::FtpCachingProxy);
    const QNetworkProxy caching = proxyAt("cache.example", 80, QNetworkProxy::HttpCachingProxy);
    QTest::newRow("nothing") << List{} << QString() << true;
    QTest::newRow("straight") << List{straight} << QString() << true;
    QTest::newRow("in order") << List{proxyAt("a.example", 1), proxyAt("b.example", 2)}
                              << QStringLiteral("a.example:1") << true;
    QTest::newRow("those that carry TLS")
        << List{ftp, caching, proxyAt("s.example", 3, QNetworkProxy::Socks5Proxy)}
        << QStringLiteral("s.example:3") << true;
    QTest::newRow("none that carries TLS") << List{ftp, caching} << QString() << false;
    QTest::newRow("without a name") << List{proxyAt("", 3128)} << QString() << false;
}

void TestNetworkRoutes::system_firstUsableProxyCounts()
{
    QFETCH(const QList<QNetworkProxy>, proxies);
    QFETCH(const QString, name);
    QFETCH(const bool, isUsable);
    newRoutes([proxies](const QUrl &) { return proxies; });
    const auto route = find(service);
    QVERIFY(route);
    QCOMPARE(route->hasValue(), isUsable);
    if (isUsable) {
        QCOMPARE((*route)->proxyName(), name);
    } else {
        QCOMPARE(route->error().kind, Error::Kind::ProxyRefused);
        QCOMPARE(route->error().code, transportcodes::proxyUnfit());
    }
}

//! A PAC file that does not come must not stop the window, nor the end of the program.
void TestNetworkRoutes::system_thatHangsHoldsUpNobody()
{
    const auto open = std::make_shared<QSemaphore>();
    const auto asked = std::make_shared<QAtomicInt>(0);
    newRoutes(
        [open, asked](const QUrl &) {
            asked->ref();
            open->acquire();
            return QList<QNetworkProxy>();
        },
        {1s, 15min});
    Heartbeat heart;
    const auto route = find(service);
    QVERIFY(route && !*route);
    QCOMPARE(route->error().kind, Error::Kind::TimedOut);
    QCOMPARE(route->error().code, transportcodes::proxyLookup());
    QVERIFY2(heart.longestMilliseconds() < 200, "the event loop stood still");
    // What comes later is told at once, and does not pile up behind what hangs.
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(find(service)->error().code, transportcodes::proxyLookup());
    QVERIFY(elapsed.elapsed() < 2'000);
    QTRY_COMPARE(asked->loadRelaxed(), 1);
    elapsed.start();
    m_client.reset();
    m_routes.reset();
    QVERIFY(elapsed.elapsed() < 5'000);
    open->release(10);
    // What hung ends by itself once it is answered, and holds nothing any more.
    QTRY_COMPARE(open.use_count(), 1);
}

//! The sentence says to choose a proxy; that must help although what hangs is still asked.
void TestNetworkRoutes::system_thatHangsIsLeftByAnotherChoice()
{
    const auto open = std::make_shared<QSemaphore>();
    newRoutes(
        [open](const QUrl &) {
            open->acquire();
            return QList<QNetworkProxy>();
        },
        {1s, 15min});
    QCOMPARE(find(service)->error().code, transportcodes::proxyLookup());
    NetworkChoice choice = m_routes->choice();
    choice.mode = ProxyMode::None;
    QElapsedTimer elapsed;
    elapsed.start();
    m_routes->setChoice(choice);
    QVERIFY2(elapsed.elapsed() < 200, "the window stood still");
    const auto route = find(service);
    QVERIFY(route && *route);
    QVERIFY((*route)->roots);
    open->release(10);
    QTRY_COMPARE(open.use_count(), 3); // this test, the routes, and their present lookup
}

//! The system's own answer, as the environment gives it where no desktop does.
void TestNetworkRoutes::system_ofTheEnvironmentIsFollowed()
{
    TestProxy first(Kind::Http, Manner::Cuts);
    TestProxy second(Kind::Http, Manner::Cuts);
    newRoutes();
    for (const TestProxy *proxy : {&first, &second}) {
        qputenv("https_proxy",
                QByteArray("http://127.0.0.1:" + QByteArray::number(proxy->serverPort())));
        const auto route = find(service);
        QVERIFY(route && *route);
        QCOMPARE((*route)->way, Route::Way::System);
        QCOMPARE((*route)->proxy.port(), proxy->serverPort());
    }
    qunsetenv("https_proxy");
}

void TestNetworkRoutes::badChoice_leadsNowhere()
{
    newRoutes();
    NetworkChoice choice;
    choice.mode = ProxyMode::Manual;
    m_routes->setChoice(choice);
    const auto route = find(service);
    QVERIFY(route && !*route);
    QCOMPARE(route->error().kind, Error::Kind::ProxyRefused);
    for (const char *host : {"http://proxy.example", "proxy.example:3128", "proxy.example/x",
                             "two words", "user@proxy.example"}) {
        choice.host = QLatin1String(host);
        choice.port = 3128;
        QVERIFY2(problemOf(choice) == NetworkProblem::BadProxyHost, host);
    }
    for (const char *host : {"proxy.example", "10.0.0.1", "2001:db8::7", "[2001:db8::7]"}) {
        choice.host = QLatin1String(host);
        QVERIFY2(problemOf(choice) == NetworkProblem::None, host);
    }
    choice.port = 0;
    QCOMPARE(problemOf(choice), NetworkProblem::NoProxyPort);
}

void TestNetworkRoutes::proxies_carryBothSenders_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("hasPassword");
    QTest::newRow("http") << Kind::Http << false;
    QTest::newRow("http with a password") << Kind::Http << true;
    QTest::newRow("socks") << Kind::Socks5 << false;
    QTest::newRow("socks with a password") << Kind::Socks5 << true;
}

void TestNetworkRoutes::proxies_carryBothSenders()
{
    QFETCH(const Kind, kind);
    QFETCH(const bool, hasPassword);
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    TestProxy proxy(kind, hasPassword ? Manner::WantsPassword : Manner::Open,
                    static_cast<quint16>(server.address().port()));
    proxy.setUser("someone", "p\xc3\xa4ss:word");
    newRoutes();
    NetworkChoice choice = through(proxy, hasPassword ? QStringLiteral("someone") : QString());
    choice.kind = kind == Kind::Socks5 ? ProxyKind::Socks5 : ProxyKind::Http;
    choice.companyCaFile = written("ca.pem", m_root.certificate);
    m_routes->setChoice(choice);
    if (hasPassword)
        m_routes->setPassword(secret("p\xc3\xa4ss:word"));
    // The server never answers, so both end with a time limit; what counts is what it got.
    const SendReport report = send();
    QTRY_VERIFY2(server.received().startsWith("POST /"), server.errors().constData());
    QVERIFY(server.received().contains("NotifyExecution"));
    QVERIFY(report.bytesHandedOut > 0);
    QObject context;
    m_client->read(serviceTarget(), request("ListExecutions"), &context,
                   [](const Result<ApiReply> &) {});
    QTRY_VERIFY(server.received().contains("ListExecutions"));
    QVERIFY(!proxy.wanted().isEmpty());
    for (const QByteArray &wanted : proxy.wanted())
        QCOMPARE(wanted, QByteArray("oos.cn-hangzhou.aliyuncs.com:443"));
    QVERIFY(proxy.others().isEmpty());
    if (hasPassword)
        QVERIFY(proxy.given().contains("someone:p\xc3\xa4ss:word"));
    QVERIFY(!server.received().contains("p\xc3\xa4ss"));
    QVERIFY(!server.received().contains("Proxy-Authorization"));
}

void TestNetworkRoutes::badProxies_areOneError_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Manner>("manner");
    QTest::addColumn<QList<Error::Kind>>("kinds");
    using Kinds = QList<Error::Kind>;
    // A page in place of the tunnel looks to TLS like a service that is silent or speaks nonsense.
    const Kinds page{Error::Kind::Untrusted, Error::Kind::TimedOut};
    const Kinds refused{Error::Kind::ProxyRefused};
    // Qt does not notice when a proxy closes before it has answered; our limits do.
    const Kinds cut{Error::Kind::Offline, Error::Kind::TimedOut};
    const Kinds either{Error::Kind::Offline, Error::Kind::ProxyRefused};
    QTest::newRow("http, a page") << Kind::Http << Manner::Page << page;
    QTest::newRow("http, 403") << Kind::Http << Manner::Forbids << refused;
    QTest::newRow("http, cuts") << Kind::Http << Manner::Cuts << cut;
    QTest::newRow("http, hangs") << Kind::Http << Manner::Hangs << Kinds{Error::Kind::TimedOut};
    QTest::newRow("http, 407") << Kind::Http << Manner::NeverPleased
                               << Kinds{Error::Kind::ProxyRefused};
    QTest::newRow("socks, a page") << Kind::Socks5 << Manner::Page << either;
    QTest::newRow("socks, not allowed") << Kind::Socks5 << Manner::Forbids << either;
    QTest::newRow("socks, cuts") << Kind::Socks5 << Manner::Cuts << cut;
    QTest::newRow("socks, hangs") << Kind::Socks5 << Manner::Hangs << Kinds{Error::Kind::TimedOut};
    QTest::newRow("socks, password")
        << Kind::Socks5 << Manner::NeverPleased << Kinds{Error::Kind::ProxyRefused};
}

void TestNetworkRoutes::badProxies_areOneError()
{
    QFETCH(const Kind, kind);
    QFETCH(const Manner, manner);
    QFETCH(const QList<Error::Kind>, kinds);
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    TestProxy proxy(kind, manner, static_cast<quint16>(server.address().port()));
    newRoutes();
    NetworkChoice choice = through(proxy);
    choice.kind = kind == Kind::Socks5 ? ProxyKind::Socks5 : ProxyKind::Http;
    m_routes->setChoice(choice);
    const SendReport report = send();
    QVERIFY(report.error);
    QVERIFY2(kinds.contains(report.error->kind),
             qPrintable(QString::number(int(report.error->kind)) + report.error->detail));
    QCOMPARE(report.error->proxy, QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
    QCOMPARE(report.bytesHandedOut, 0);
    QCOMPARE(classify(report), DecisionState::NotSent);
    m_routes->forgive();
    const Result<ApiReply> reply = read();
    QVERIFY(!reply);
    QVERIFY(kinds.contains(reply.error().kind));
    QCOMPARE(reply.error().proxy, report.error->proxy);
    // At most one connection for each attempt, and none that went further.
    QVERIFY2(proxy.connections() <= 1 + 3 * 2, qPrintable(QString::number(proxy.connections())));
    QCOMPARE(server.received(), QByteArray());
    QVERIFY(proxy.others().isEmpty());
}

void TestNetworkRoutes::refusedPassword_isNotTriedAgain_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("http") << Kind::Http;
    QTest::newRow("socks") << Kind::Socks5;
}

void TestNetworkRoutes::useWrongPassword(const TestProxy &proxy, Kind kind)
{
    newRoutes();
    NetworkChoice choice = through(proxy, QStringLiteral("someone"));
    choice.kind = kind == Kind::Socks5 ? ProxyKind::Socks5 : ProxyKind::Http;
    m_routes->setChoice(choice);
    m_routes->setPassword(secret("wrong"));
}

//! Every further try would be a step towards a locked account.
void TestNetworkRoutes::refusedPassword_isNotTriedAgain()
{
    QFETCH(const Kind, kind);
    TestProxy proxy(kind, Manner::NeverPleased);
    useWrongPassword(proxy, kind);
    const QSignalSpy refusing(m_routes.get(), &NetworkRoutes::refusingProxyChanged);
    const Result<ApiReply> first = read();
    QVERIFY(!first);
    QCOMPARE(first.error().kind, Error::Kind::ProxyRefused);
    QCOMPARE(first.error().code, transportcodes::proxyAuthentication());
    QCOMPARE(proxy.given().count("someone:wrong"), 1);
    const int connections = proxy.connections();
    for (int i = 0; i < 5; ++i) {
        const Result<ApiReply> again = read();
        QVERIFY(!again);
        QCOMPARE(again.error().code, transportcodes::proxyAuthentication());
        QCOMPARE(again.error().proxy, first.error().proxy);
    }
    const SendReport report = send();
    QCOMPARE(report.error->code, transportcodes::proxyAuthentication());
    QCOMPARE(classify(report), DecisionState::NotSent);
    QCOMPARE(proxy.connections(), connections);
    QCOMPARE(refusing.size(), 1);
    QCOMPARE(m_routes->refusingProxy(), first.error().proxy);
}

//! A service that speaks like a proxy is one bad service; others are reached as before.
void TestNetworkRoutes::answerOfAProxyWithoutOne_blocksNoWay()
{
    newRoutes([](const QUrl &) { return QList{QNetworkProxy(QNetworkProxy::NoProxy)}; });
    FaultServer server;
    server.setScripts({faults::answer(407, "{}", "Proxy-Authenticate: Basic realm=\"x\"\r\n")});
    const std::optional<Result<Route>> direct = find(service);
    QVERIFY(direct && *direct);
    const auto manager = m_routes->source().make(server.address(), **direct);
    const QSignalSpy finished(manager.get(), &QNetworkAccessManager::finished);
    manager->get(QNetworkRequest(server.address()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(m_routes->refusingProxy(), QString());
    const std::optional<Result<Route>> after = find(stsService);
    QVERIFY(after && *after);
    ApiTarget target = serviceTarget();
    target.endpoint = server.address();
    const Result<ApiReply> reply = read(target);
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Error::Kind::BadReply);
    QCOMPARE(reply.error().httpStatus, 407);
}

void TestNetworkRoutes::refusal_endsWithForgivenessAndChange()
{
    TestProxy proxy(Kind::Http, Manner::NeverPleased);
    newRoutes();
    m_routes->setChoice(through(proxy, QStringLiteral("someone")));
    const auto isTried = [&] {
        const int before = proxy.connections();
        (void)read();
        return proxy.connections() > before;
    };
    QVERIFY(isTried());
    QVERIFY(!isTried());
    m_routes->forgive();
    QVERIFY(isTried());
    QVERIFY(!isTried());
    m_routes->setPassword(secret("another"));
    QVERIFY(isTried());
    QVERIFY(!isTried());
    NetworkChoice other = through(proxy, QStringLiteral("someone else"));
    m_routes->setChoice(other);
    QVERIFY(isTried());
    QVERIFY(!m_routes->refusingProxy().isEmpty());
    m_routes->forgive();
    QVERIFY(m_routes->refusingProxy().isEmpty());
}

//! A proxy that knows nobody may let others through later; a password is not tried by the clock.
void TestNetworkRoutes::refusal_endsWithTimeWithoutAPasswordAlone()
{
    TestProxy proxy(Kind::Http, Manner::NeverPleased);
    newRoutes({}, {60s, 0ms});
    const auto isTried = [&] {
        const int before = proxy.connections();
        (void)read();
        return proxy.connections() > before;
    };
    m_routes->setChoice(through(proxy));
    QVERIFY(isTried());
    QVERIFY(isTried());
    m_routes->setChoice(through(proxy, QStringLiteral("someone")));
    m_routes->setPassword(secret("wrong"));
    QVERIFY(isTried());
    QVERIFY(!isTried());
    QCOMPARE(proxy.given().count("someone:wrong"), 1);
}

void TestNetworkRoutes::refusal_isNotForgottenForOtherChanges()
{
    TestProxy proxy(Kind::Http, Manner::NeverPleased);
    newRoutes();
    NetworkChoice choice = through(proxy, QStringLiteral("someone"));
    m_routes->setChoice(choice);
    (void)read();
    const int connections = proxy.connections();
    QVERIFY(connections > 0);
    const QString refusing = m_routes->refusingProxy();
    choice.companyCaFile = written("ca.pem", m_root.certificate);
    m_routes->setChoice(choice);
    // The keychain's word that there is still no password.
    m_routes->setPassword(nullptr);
    const auto route = find(service);
    QVERIFY(route && !*route);
    QCOMPARE(route->error().code, transportcodes::proxyAuthentication());
    QCOMPARE(proxy.connections(), connections);
    QCOMPARE(m_routes->refusingProxy(), refusing);
}

//! A call that was under way when another one was refused.
void TestNetworkRoutes::refusal_endsWithAPassage()
{
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    TestProxy proxy(Kind::Http, Manner::WantsPassword,
                    static_cast<quint16>(server.address().port()));
    proxy.setUser("someone", "right");
    newRoutes();
    NetworkChoice choice = through(proxy, QStringLiteral("someone"));
    choice.companyCaFile = written("ca.pem", m_root.certificate);
    m_routes->setChoice(choice);
    m_routes->setPassword(secret("right"));
    const auto route = find(service);
    QVERIFY(route && *route);
    m_routes->noteRefusal(**route);
    QCOMPARE(m_routes->refusingProxy(), (*route)->proxyName());
    QVERIFY(!*find(service));
    const auto manager = m_routes->source().make(service, **route);
    const QSignalSpy told(m_routes.get(), &NetworkRoutes::refusingProxyChanged);
    manager->get(guardedRequest(service, {}, **route));
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 20'000);
    QCOMPARE(m_routes->refusingProxy(), QString());
    QVERIFY(*find(service));
    // Another proxy's refusal is not this one's.
    Route other = **route;
    other.proxy.setPassword(QStringLiteral("another"));
    m_routes->noteRefusal(**route);
    m_routes->notePassage(other);
    QVERIFY(!*find(service));
    m_routes->notePassage(**route);
    QVERIFY(*find(service));
}

void TestNetworkRoutes::awaitedPassword_keepsCallsFromTheProxy()
{
    TestProxy proxy(Kind::Http, Manner::WantsPassword);
    newRoutes();
    m_routes->awaitPassword();
    m_routes->setChoice(through(proxy, QStringLiteral("someone")));
    const Result<ApiReply> reply = read();
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Error::Kind::ProxyRefused);
    QCOMPARE(reply.error().code, transportcodes::proxyPassword());
    QCOMPARE(proxy.connections(), 0);
    // A proxy that asks for no name needs no password.
    m_routes->setChoice(through(proxy));
    (void)read();
    QVERIFY(proxy.connections() > 0);
}

// signing.md 10, 2.
void TestNetworkRoutes::proxyDate_isNotTheServices()
{
    TestProxy proxy(Kind::Http, Manner::NeverPleased);
    proxy.setHeaders("Date: Tue, 03 Feb 2015 04:05:06 GMT\r\n");
    newRoutes();
    m_routes->setChoice(through(proxy));
    const Result<ApiReply> reply = read();
    QVERIFY(!reply);
    QVERIFY(!reply.error().clockSkew);
    proxy.setManner(Manner::Forbids);
    m_routes->forgive();
    QVERIFY(!read().error().clockSkew);
}

void TestNetworkRoutes::changedChoice_isFollowed()
{
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    const auto port = static_cast<quint16>(server.address().port());
    TestProxy first(Kind::Http, Manner::Hangs, port);
    TestProxy second(Kind::Http, Manner::Open, port);
    newRoutes();
    connect(m_routes.get(), &NetworkRoutes::changed, m_client.get(),
            &ReadClient::forgetConnections);
    NetworkChoice choice = through(first);
    choice.companyCaFile = written("ca.pem", m_root.certificate);
    m_routes->setChoice(choice);
    QObject context;
    m_client->read(serviceTarget(), request("ListExecutions"), &context,
                   [](const Result<ApiReply> &) {});
    QTRY_COMPARE(first.connections(), 1);
    // The call that waits at the first proxy leaves again through the second one.
    choice.port = second.serverPort();
    m_routes->setChoice(choice);
    QTRY_VERIFY(server.received().contains("ListExecutions"));
    QCOMPARE(second.wanted().value(0), QByteArray("oos.cn-hangzhou.aliyuncs.com:443"));
}

void TestNetworkRoutes::companyCa_countsBesideTheSystems()
{
    newRoutes();
    NetworkChoice choice;
    choice.mode = ProxyMode::None;
    m_routes->setChoice(choice);
    const auto alone = find(service);
    choice.companyCaFile = written("ca.pem", m_root.certificate);
    const QSignalSpy told(m_routes.get(), &NetworkRoutes::authoritiesChanged);
    m_routes->setChoice(choice);
    const auto both = find(service);
    QCOMPARE((*both)->roots->certificates.size(), (*alone)->roots->certificates.size() + 1);
    QCOMPARE(m_routes->authorities().problem, AuthorityFile::Problem::None);
    QCOMPARE(m_routes->authorities().authorities.size(), std::size_t(1));
    QVERIFY(told.size() >= 1);
    QVERIFY((*both)->key() != (*alone)->key());
    // A file that cannot be used leaves the system's list alone.
    choice.companyCaFile = written("bad.pem", "no certificate");
    m_routes->setChoice(choice);
    const auto bad = find(service);
    QCOMPARE((*bad)->roots->id, (*alone)->roots->id);
    QCOMPARE(m_routes->authorities().problem, AuthorityFile::Problem::NoCertificate);
}

void TestNetworkRoutes::companyCa_isReadAgainWhenItChanges()
{
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    TestProxy proxy(Kind::Http, Manner::Open, static_cast<quint16>(server.address().port()));
    newRoutes();
    NetworkChoice choice = through(proxy);
    choice.companyCaFile = written("ca.pem", "nothing yet");
    m_routes->setChoice(choice);
    const Result<ApiReply> refused = read();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Untrusted);
    QCOMPARE(refused.error().code, transportcodes::unknownIssuer());
    QCOMPARE(server.received(), QByteArray());
    const QSignalSpy changed(m_routes.get(), &NetworkRoutes::changed);
    written("ca.pem", m_root.certificate);
    QObject context;
    m_client->read(serviceTarget(), request("ListExecutions"), &context,
                   [](const Result<ApiReply> &) {});
    QTRY_VERIFY(server.received().contains("ListExecutions"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(QFile::remove(choice.companyCaFile));
    const auto gone = find(service);
    QVERIFY(gone && *gone);
    QCOMPARE(m_routes->authorities().problem, AuthorityFile::Problem::Missing);
    QCOMPARE(changed.size(), 2);
}

//! Without a call, and followed when it comes.
void TestNetworkRoutes::companyCa_thatIsNotThereIsTold()
{
    newRoutes();
    NetworkChoice choice;
    choice.mode = ProxyMode::None;
    const QSignalSpy told(m_routes.get(), &NetworkRoutes::authoritiesChanged);
    const QString loop = m_folder->filePath(QStringLiteral("loop"));
    QVERIFY(QFile::link(loop, loop));
    choice.companyCaFile = loop;
    m_routes->setChoice(choice);
    QTRY_COMPARE(m_routes->authorities().problem, AuthorityFile::Problem::Unreadable);
    choice.companyCaFile = m_folder->filePath(QStringLiteral("later.pem"));
    m_routes->setChoice(choice);
    QTRY_COMPARE(m_routes->authorities().problem, AuthorityFile::Problem::Missing);
    QCOMPARE(m_routes->authorities().path, choice.companyCaFile);
    QCOMPARE(told.size(), 2);
    // What is known is not told again.
    QVERIFY(*find(service));
    QCOMPARE(told.size(), 2);
    QCOMPARE(written("later.pem", m_root.certificate), choice.companyCaFile);
    QVERIFY(*find(service));
    QCOMPARE(m_routes->authorities().problem, AuthorityFile::Problem::None);
    choice.companyCaFile.clear();
    m_routes->setChoice(choice);
    QVERIFY(*find(service));
    QCOMPARE(m_routes->authorities().problem, AuthorityFile::Problem::NotSet);
}

void TestNetworkRoutes::companyCa_countsOnThisComputer()
{
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    newRoutes([](const QUrl &) {
        return QList<QNetworkProxy>{
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("192.0.2.1"), 9)};
    });
    ApiTarget target = serviceTarget();
    target.endpoint = server.address();
    const Result<ApiReply> refused = read(target);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, transportcodes::unknownIssuer());
    QCOMPARE(server.received(), QByteArray());
    NetworkChoice choice = m_routes->choice();
    choice.companyCaFile = written("ca.pem", m_root.certificate);
    m_routes->setChoice(choice);
    QObject context;
    m_client->read(target, request("ListExecutions"), &context, [](const Result<ApiReply> &) {});
    QTRY_VERIFY(server.received().contains("ListExecutions"));
}

void TestNetworkRoutes::probe_namesTheWay()
{
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    TestProxy proxy(Kind::Http, Manner::Open, static_cast<quint16>(server.address().port()));
    newRoutes();
    NetworkChoice choice = through(proxy);
    choice.companyCaFile = written("ca.pem", m_root.certificate);
    m_routes->setChoice(choice);
    const RouteReport manual = probe(service);
    QVERIFY(!manual.error);
    QCOMPARE(manual.way, std::optional(Route::Way::Manual));
    QCOMPARE(manual.proxy, QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
    QCOMPARE(manual.issuer, QStringLiteral("Example Company Root"));
    QCOMPARE(manual.tlsVersion, QStringLiteral("TLSv1.3"));
    QCOMPARE(manual.address, QString());
    QVERIFY(manual.certificateUntil.isValid());
    QVERIFY(manual.took >= 0ms && manual.took < 2s);

    choice.mode = ProxyMode::None;
    m_routes->setChoice(choice);
    const RouteReport direct = probe(server.address(), m_root.certificate);
    QVERIFY(!direct.error);
    QCOMPARE(direct.way, std::optional(Route::Way::Direct));
    QCOMPARE(direct.address, QStringLiteral("127.0.0.1"));
}

void TestNetworkRoutes::probe_makesNoRequest()
{
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    newRoutes();
    QVERIFY(!probe(server.address(), m_root.certificate).error);
    QTest::qWait(50);
    QCOMPARE(server.received(), QByteArray());
}

void TestNetworkRoutes::probe_saysWhatIsWrong()
{
    TlsServer server(m_certificate);
    QVERIFY(server.isListening());
    const auto port = static_cast<quint16>(server.address().port());
    TestProxy open(Kind::Http, Manner::Open, port);
    TestProxy strict(Kind::Http, Manner::NeverPleased, port);
    TestProxy silent(Kind::Http, Manner::Hangs, port);
    newRoutes();
    const auto errorThrough = [this](const TestProxy &proxy) {
        m_routes->setChoice(through(proxy));
        return probe(service).error.value_or(Error());
    };
    QCOMPARE(errorThrough(open).code, transportcodes::unknownIssuer());
    QCOMPARE(errorThrough(open).kind, Error::Kind::Untrusted);
    QCOMPARE(errorThrough(strict).code, transportcodes::proxyAuthentication());
    QCOMPARE(errorThrough(silent).kind, Error::Kind::TimedOut);
    NetworkChoice gone = through(silent);
    silent.close();
    m_routes->setChoice(gone);
    QCOMPARE(probe(service).error.value_or(Error()).code, transportcodes::proxyUnreachable());
    QCOMPARE(server.received(), QByteArray());
}

void TestNetworkRoutes::probe_countsAsATryOfThePassword_data()
{
    refusedPassword_isNotTriedAgain_data();
}

void TestNetworkRoutes::probe_countsAsATryOfThePassword()
{
    QFETCH(const Kind, kind);
    TestProxy proxy(kind, Manner::NeverPleased);
    useWrongPassword(proxy, kind);
    const RouteReport first = probe(service);
    QCOMPARE(first.error.value_or(Error()).code, transportcodes::proxyAuthentication());
    QCOMPARE(first.way, std::optional(Route::Way::Manual));
    QCOMPARE(m_routes->refusingProxy(), first.proxy);
    const int connections = proxy.connections();
    const RouteReport second = probe(service);
    QCOMPARE(second.error.value_or(Error()).code, transportcodes::proxyAuthentication());
    QCOMPARE(second.way, std::nullopt);
    (void)read();
    QCOMPARE(proxy.connections(), connections);
    QCOMPARE(proxy.given().count("someone:wrong"), 1);
}

void TestNetworkRoutes::probe_cancelAndDeadContext()
{
    TestProxy silent(Kind::Http, Manner::Hangs);
    newRoutes();
    m_routes->setChoice(through(silent));
    QObject context;
    int reports = 0;
    std::optional<Error> error;
    const CallHandle handle =
        probeRoute(*m_routes, service, {}, 20s, &context, [&](const RouteReport &report) {
            ++reports;
            error = report.error;
        });
    QTRY_COMPARE(silent.connections(), 1);
    handle.cancel();
    QCOMPARE(reports, 0);
    QTRY_COMPARE(reports, 1);
    QCOMPARE(error->kind, Error::Kind::Cancelled);
    handle.cancel();
    auto doomed = std::make_unique<QObject>();
    probeRoute(*m_routes, service, {}, 100ms, doomed.get(),
               [&](const RouteReport &) { ++reports; });
    doomed.reset();
    QTest::qWait(300);
    QCOMPARE(reports, 1);
}

QTEST_GUILESS_MAIN(TestNetworkRoutes)
#include "tst_networkroutes.moc"
