// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/readclient.h"
#include "app/credentials/keychainsecretstore.h"
#include "app/domain/transportcodes.h"
#include "app/flows/networkkeeper.h"
#include "tests/fakes/moodystore.h"
#include "tests/support/testproxy.h"
#include "tests/support/tlsserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

NetworkChoice through(const QString &host, quint16 port)
{
    NetworkChoice choice;
    choice.mode = ProxyMode::Manual;
    choice.host = host;
    choice.port = port;
    choice.user = QStringLiteral("someone");
    return choice;
}

} // namespace

class TestNetworkKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keptPassword_isReadAfterTheStart();
    void keptPassword_isNotTakenFromABrokenKeychain();
    void password_isForOneProxyAlone();
    void lateKeychain_lendsToNobodyElse();
    void password_ofTheSessionIsNotKept();
    void password_thatTheKeychainRefusesIsNotUsed();
    void forgetting_takesItOut();
    void forgetting_takesOutWhatIsBeingKept();
    void lockedKeychain_isAskedAgainWhenItOpens();
    void lockedKeychain_isAskedOnce();
    void brokenEntry_isNotAskedForAgain();
    void systemKeychain_isListenedTo();
    void systemChoice_asksNoKeychain();
    void test_findsBothEndpoints();
    void test_refusesAPrivateEndpoint();

private:
    QString usedPassword();
    std::optional<Error> enter(const char *password, bool keep);
    //! As at the next start, with what the keychain has kept and what is known of it.
    KeychainRecord restartWithKept(const char *password);

    SystemClock m_clock;
    std::unique_ptr<NetworkRoutes> m_routes;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<NetworkKeeper> m_keeper;
    const NetworkChoice m_choice = through(QStringLiteral("proxy.example"), 3128);
};

void TestNetworkKeeper::init()
{
    m_routes = std::make_unique<NetworkRoutes>(m_clock);
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, ReadLimits(), m_routes->source());
    m_keychain = std::make_unique<MoodyStore>();
    m_keeper = std::make_unique<NetworkKeeper>(*m_routes, *m_client);
}

void TestNetworkKeeper::cleanup()
{
    m_keeper.reset();
    m_client.reset();
    m_routes.reset();
    m_keychain.reset();
}

//! The password a call would give to the proxy; "-" where none would leave.
QString TestNetworkKeeper::usedPassword()
{
    QObject context;
    std::optional<Result<Route>> found;
    m_routes->find(QUrl(QStringLiteral("https://oos.cn-hangzhou.aliyuncs.com")), &context,
                   [&](Result<Route> route) { found = std::move(route); });
    (void)QTest::qWaitFor([&] { return found.has_value(); }, 20'000);
    return found && *found ? (*found)->proxy.password() : QStringLiteral("-");
}

std::optional<Error> TestNetworkKeeper::enter(const char *password, bool keep)
{
    QObject context;
    bool isDone = false;
    std::optional<Error> error;
    m_keeper->setPassword(SecretBytes(QByteArrayView(password)), keep, &context,
                          [&](const std::optional<Error> &why) {
                              isDone = true;
                              error = why;
                          });
    (void)QTest::qWaitFor([&] { return isDone; }, 20'000);
    if (!isDone)
        error.emplace();
    return error;
}

void TestNetworkKeeper::keptPassword_isReadAfterTheStart()
{
    m_keeper->use(m_choice);
    m_keeper->setKeychain(m_keychain.get(), {});
    const QSignalSpy told(m_keeper.get(), &NetworkKeeper::recordChanged);
    QVERIFY(!enter("secret one", true));
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::InKeychain);
    QVERIFY(m_keeper->record().isSaved);
    QCOMPARE(told.size(), 1);
    QCOMPARE(usedPassword(), QStringLiteral("secret one"));
    // The next start of the program.
    const KeychainRecord record = m_keeper->record();
    const auto kept = m_keychain->kept;
    cleanup();
    init();
    m_keychain->kept = kept;
    m_keeper->use(m_choice);
    m_keeper->setKeychain(m_keychain.get(), record);
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::Reading);
    QCOMPARE(m_keychain->calls, QStringList());
    QCOMPARE(usedPassword(), QStringLiteral("-"));
    m_keeper->readPassword();
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::InKeychain);
    QCOMPARE(usedPassword(), QStringLiteral("secret one"));
    m_keeper->readPassword();
    QCOMPARE(m_keychain->calls, QStringList{QStringLiteral("read")});
}

void TestNetworkKeeper::keptPassword_isNotTakenFromABrokenKeychain()
{
    m_keychain->mood = KeychainProblem::Locked;
    m_keeper->use(m_choice);
    m_keeper->setKeychain(m_keychain.get(), {true, {}, {}, {}, {}});
    m_keeper->readPassword();
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
    QVERIFY(m_keeper->passwordError());
    // No proxy hears of a call without its password.
    QCOMPARE(usedPassword(), QStringLiteral("-"));
    QVERIFY(!enter("typed", false));
    QCOMPARE(usedPassword(), QStringLiteral("typed"));
}

void TestNetworkKeeper::password_isForOneProxyAlone()
{
    m_keeper->setKeychain(m_keychain.get(), {});
    m_keeper->use(m_choice);
    m_keeper->readPassword();
    QVERIFY(!enter("secret one", true));
    for (const NetworkChoice &other : {through(QStringLiteral("other.example"), 3128),
                                       through(QStringLiteral("proxy.example"), 3129)}) {
        m_keeper->use(other);
        QTRY_VERIFY(m_keeper->passwordState() != ProxyPasswordState::Reading);
        QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::None);
        QCOMPARE(usedPassword(), QString());
    }
    NetworkChoice another = m_choice;
    another.user = QStringLiteral("someone else");
    m_keeper->use(another);
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::None);
    QCOMPARE(usedPassword(), QString());
    m_keeper->use(m_choice);
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::InKeychain);
    QCOMPARE(usedPassword(), QStringLiteral("secret one"));
}

//! The keychain asks the person something; meanwhile another proxy is named, or the password is
//! forgotten.
void TestNetworkKeeper::lateKeychain_lendsToNobodyElse()
{
    for (const bool isForgotten : {false, true}) {
        m_keeper->setKeychain(m_keychain.get(), {});
        m_keeper->use(m_choice);
        m_keeper->readPassword();
        m_keychain->isSlow = true;
        std::optional<std::optional<Error>> outcome;
        m_keeper->setPassword(SecretBytes("secret one"), true, this,
                              [&outcome](const std::optional<Error> &error) { outcome = error; });
        if (isForgotten)
            m_keeper->forgetPassword(this, [](const std::optional<Error> &) {});
        else
            m_keeper->use(through(QStringLiteral("other.example"), 3128));
        m_keychain->isSlow = false;
        m_keychain->answerHeld();
        QTRY_VERIFY(outcome);
        QVERIFY(!m_routes->hasPassword());
        QCOMPARE(usedPassword(), QString());
    }
}

void TestNetworkKeeper::password_ofTheSessionIsNotKept()
{
    m_keeper->setKeychain(m_keychain.get(), {});
    m_keeper->use(m_choice);
    QVERIFY(!enter("for now", false));
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::Session);
    QCOMPARE(usedPassword(), QStringLiteral("for now"));
    QCOMPARE(m_keychain->calls, QStringList());
    QVERIFY(!m_keeper->record().isSaved);
}

void TestNetworkKeeper::password_thatTheKeychainRefusesIsNotUsed()
{
    m_keychain->mood = KeychainProblem::Locked;
    m_keeper->setKeychain(m_keychain.get(), {});
    m_keeper->use(m_choice);
    QVERIFY(enter("secret one", true));
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::None);
    QCOMPARE(usedPassword(), QString());
}

void TestNetworkKeeper::forgetting_takesItOut()
{
    m_keeper->setKeychain(m_keychain.get(), {});
    m_keeper->use(m_choice);
    QVERIFY(!enter("secret one", true));
    QObject context;
    int done = 0;
    m_keeper->forgetPassword(&context, [&](const std::optional<Error> &error) {
        ++done;
        QVERIFY(!error);
    });
    QCOMPARE(done, 0);
    QTRY_COMPARE(done, 1);
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::None);
    QVERIFY(!m_keeper->record().isSaved);
    QCOMPARE(usedPassword(), QString());
    QVERIFY(m_keychain->kept.isEmpty());
}

//! The first password is on its way into the keychain, of which nothing is known there yet.
void TestNetworkKeeper::forgetting_takesOutWhatIsBeingKept()
{
    m_keeper->setKeychain(m_keychain.get(), {});
    m_keeper->use(m_choice);
    m_keychain->isSlow = true;
    int done = 0;
    m_keeper->setPassword(SecretBytes("secret one"), true, this,
                          [&done](const std::optional<Error> &) { ++done; });
    m_keeper->forgetPassword(this, [&done](const std::optional<Error> &error) {
        ++done;
        QVERIFY(!error);
    });
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_COMPARE(done, 2);
    QVERIFY(m_keychain->kept.isEmpty());
    QVERIFY(!m_keeper->record().isSaved);
    QCOMPARE(m_keychain->calls.last(), QStringLiteral("erase"));
    // With nothing there or on its way the keychain is left alone.
    m_keychain->calls.clear();
    m_keeper->forgetPassword(this, [&done](const std::optional<Error> &) { ++done; });
    QTRY_COMPARE(done, 3);
    QCOMPARE(m_keychain->calls, QStringList());
}

KeychainRecord TestNetworkKeeper::restartWithKept(const char *password)
{
    m_keeper->use(m_choice);
    m_keeper->setKeychain(m_keychain.get(), {});
    if (enter(password, true))
        qWarning("the password was not kept");
    const KeychainRecord record = m_keeper->record();
    const auto kept = m_keychain->kept;
    cleanup();
    init();
    m_keychain->kept = kept;
    return record;
}

void TestNetworkKeeper::lockedKeychain_isAskedAgainWhenItOpens()
{
    const KeychainRecord record = restartWithKept("secret one");
    m_keychain->mood = KeychainProblem::Dismissed;
    m_keeper->use(m_choice);
    m_keeper->setKeychain(m_keychain.get(), record);
    // Nobody is asked before the first window is shown.
    m_keeper->onKeychainState(KeychainState::Ready);
    QCOMPARE(m_keychain->calls, QStringList());
    m_keeper->readPassword();
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
    for (const KeychainState state : {KeychainState::Asking, KeychainState::Slow,
                                      KeychainState::Blocked, KeychainState::Unusable})
        m_keeper->onKeychainState(state);
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
    m_keychain->mood.reset();
    m_keeper->onKeychainState(KeychainState::Ready);
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::InKeychain);
    QCOMPARE(usedPassword(), QStringLiteral("secret one"));
    m_keeper->onKeychainState(KeychainState::Ready);
    QCOMPARE(m_keychain->calls, (QStringList{QStringLiteral("read"), QStringLiteral("read")}));
}

//! Settings that change while it asks for its own password, or after that was not given, lead to no
//! second question; the answer to the first one counts.
void TestNetworkKeeper::lockedKeychain_isAskedOnce()
{
    const KeychainRecord record = restartWithKept("secret one");
    m_keychain->isSlow = true;
    m_keeper->use(m_choice);
    m_keeper->setKeychain(m_keychain.get(), record);
    m_keeper->readPassword();
    NetworkChoice other = m_choice;
    other.companyCaFile = QStringLiteral("/nowhere/ca.pem");
    m_keeper->use(other);
    m_keeper->use(m_choice);
    QCOMPARE(m_keychain->calls, QStringList(QStringLiteral("read")));
    m_keychain->mood = KeychainProblem::Dismissed;
    m_keychain->answerHeld();
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
    m_keeper->use(other);
    QCOMPARE(m_keychain->calls, QStringList(QStringLiteral("read")));
    m_keychain->mood.reset();
    m_keeper->readPassword(); // a wish of the person's
    m_keychain->answerHeld();
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::InKeychain);
    QCOMPARE(usedPassword(), QStringLiteral("secret one"));
}

//! Its own answer makes the keychain a ready one; that must not go round in a circle.
void TestNetworkKeeper::brokenEntry_isNotAskedForAgain()
{
    m_keychain->mood = KeychainProblem::EntryMissing;
    m_keeper->use(m_choice);
    m_keeper->setKeychain(m_keychain.get(), {true, {}, {}, {}, {}});
    m_keeper->readPassword();
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
    m_keeper->onKeychainState(KeychainState::Ready);
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
    QCOMPARE(m_keychain->calls, QStringList{QStringLiteral("read")});
}

void TestNetworkKeeper::systemKeychain_isListenedTo()
{
    // No bus, so that no keychain of this computer is asked.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    KeychainSecretStore store;
    m_keeper->use(m_choice);
    m_keeper->setKeychain(&store, {true, {}, {}, {}, {}});
    m_keeper->readPassword();
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
    Q_EMIT store.stateChanged(KeychainState::Ready);
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::Reading);
    QTRY_COMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
    m_keeper->setKeychain(nullptr, {});
    Q_EMIT store.stateChanged(KeychainState::Ready);
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::Failed);
}

void TestNetworkKeeper::systemChoice_asksNoKeychain()
{
    m_keeper->setKeychain(m_keychain.get(), {true, {}, {}, {}, {}});
    m_keeper->readPassword();
    QCOMPARE(m_keeper->passwordState(), ProxyPasswordState::None);
    QCOMPARE(m_keychain->calls, QStringList());
}

void TestNetworkKeeper::test_findsBothEndpoints()
{
    CertificateWish root;
    root.name = QStringLiteral("Root");
    root.hosts.clear();
    root.isAuthority = true;
    const MadeCertificate authority = makeCertificate(root);
    CertificateWish wish;
    wish.name = QStringLiteral("service");
    wish.hosts = {QStringLiteral("oos-vpc.cn-hangzhou.aliyuncs.com")};
    TlsServer server(makeCertificate(wish, authority));
    QVERIFY(server.isListening());
    TestProxy proxy(TestProxy::Kind::Http, TestProxy::Manner::Open,
                    static_cast<quint16>(server.address().port()));
    NetworkChoice choice = through(QStringLiteral("127.0.0.1"), proxy.serverPort());
    choice.user.clear();
    m_keeper->use(choice);
    Profile profile;
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.usesVpc = true;
    profile.caCertificates = authority.certificate;
    QObject context;
    std::vector<NetworkKeeper::Finding> found;
    m_keeper->test(profile, &context,
                   [&](const NetworkKeeper::Finding &finding) { found.push_back(finding); });
    QCOMPARE(found.size(), std::size_t(0));
    QTRY_COMPARE(found.size(), std::size_t(2));
    if (found[0].isSts)
        std::swap(found[0], found[1]);
    QVERIFY(!found[0].report.error);
    QCOMPARE(found[0].report.endpoint.host(), wish.hosts.front());
    QCOMPARE(found[0].report.way, std::optional(Route::Way::Manual));
    // The certificate is not STS's.
    QVERIFY(found[1].isSts && found[1].report.error);
    QCOMPARE(found[1].report.error->code, transportcodes::otherHost());
    QByteArrayList wanted = proxy.wanted();
    std::sort(wanted.begin(), wanted.end());
    QCOMPARE(wanted, (QByteArrayList{"oos-vpc.cn-hangzhou.aliyuncs.com:443",
                                     "sts-vpc.cn-hangzhou.aliyuncs.com:443"}));
    QCOMPARE(server.received(), QByteArray());
}

void TestNetworkKeeper::test_refusesAPrivateEndpoint()
{
    TestProxy proxy(TestProxy::Kind::Http, TestProxy::Manner::Cuts);
    NetworkChoice choice = through(QStringLiteral("127.0.0.1"), proxy.serverPort());
    choice.user.clear();
    m_keeper->use(choice);
    Profile profile;
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.endpoint = QUrl(QStringLiteral("https://oos.company.example"));
    profile.stsEndpoint = QUrl(QStringLiteral("https://sts.company.example"));
    QObject context;
    std::vector<NetworkKeeper::Finding> found;
    m_keeper->test(profile, &context,
                   [&](const NetworkKeeper::Finding &finding) { found.push_back(finding); });
    QTRY_COMPARE(found.size(), std::size_t(2));
    for (const NetworkKeeper::Finding &finding : found) {
        QVERIFY(finding.report.error);
        QCOMPARE(finding.report.error->code, transportcodes::privateEndpoint());
    }
    QCOMPARE(proxy.connections(), 0);
}

QTEST_GUILESS_MAIN(TestNetworkKeeper)
#include "tst_networkkeeper.moc"
