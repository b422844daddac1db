// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/readclient.h"
#include "app/flows/networkkeeper.h"
#include "app/viewmodels/networkviewmodel.h"
#include "app/viewmodels/networkwords.h"
#include "tests/fakes/temporaryfiles.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace countersign;
using Problem = AuthorityFile::Problem;

class TestNetworkViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void choice_isWrittenAndUsedAtOnce();
    void writtenChoice_isUsedAtTheStart();
    void choiceThatLeadsNowhere_saysWhy();
    void defaults_comeAndGo();
    void password_isAskedForWithAUserAlone();
    void password_isNotWrittenDown();
    void test_tellsOfBothEndpoints();
    void test_isOfTheWayAsItIs_data();
    void test_isOfTheWayAsItIs();
    void test_ofNobodyDoesNothing();
    void companyFile_thatIsNotThereIsTold();
    void findings_nameTheWay();
    void failures_nameTheWay();
    void authorityProblems_haveWordsOfTheirOwn();
    void authorities_areNamedInFull();

private:
    void start();
    NetworkChoice manual() const
    {
        NetworkChoice choice;
        choice.mode = ProxyMode::Manual;
        choice.host = QStringLiteral("proxy.example");
        choice.port = 3128;
        return choice;
    }

    std::unique_ptr<TemporaryFiles> m_person;
    std::unique_ptr<NetworkRoutes> m_routes;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<NetworkKeeper> m_keeper;
    std::vector<Profile> m_profiles;
    std::unique_ptr<NetworkViewModel> m_network;
};

void TestNetworkViewModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_person = std::make_unique<TemporaryFiles>();
    m_profiles.clear();
    start();
}

void TestNetworkViewModel::start()
{
    m_network.reset();
    m_keeper.reset();
    m_routes = std::make_unique<NetworkRoutes>(m_person->clock);
    m_client = std::make_unique<ReadClient>(
        m_person->clock, newNonce, [] { return 0.0; }, ReadLimits(), m_routes->source());
    m_keeper = std::make_unique<NetworkKeeper>(*m_routes, *m_client);
    m_network = std::make_unique<NetworkViewModel>(*m_keeper, m_person->files,
                                                   [this] { return m_profiles; });
}

void TestNetworkViewModel::cleanup()
{
    m_network.reset();
    m_keeper.reset();
    m_client.reset();
    m_routes.reset();
}

void TestNetworkViewModel::choice_isWrittenAndUsedAtOnce()
{
    const QSignalSpy changed(m_network.get(), &NetworkViewModel::changed);
    m_network->setChoice(manual());
    QVERIFY(changed.size() >= 1);
    QCOMPARE(m_routes->choice(), manual());
    const PersonalFiles reread(m_person->folder.path(), m_person->clock);
    QCOMPARE(reread.network.choice(), manual());
}

void TestNetworkViewModel::writtenChoice_isUsedAtTheStart()
{
    m_network->setChoice(manual());
    start();
    QCOMPARE(m_routes->choice(), manual());
}

void TestNetworkViewModel::choiceThatLeadsNowhere_saysWhy()
{
    QCOMPARE(m_network->problemText(), QString());
    QSet<QString> texts;
    NetworkChoice choice;
    choice.mode = ProxyMode::Manual;
    for (const char *host : {"", "http://proxy.example", "proxy.example"}) {
        choice.host = QLatin1String(host);
        m_network->setChoice(choice);
        QVERIFY(m_network->problemText().contains(QStringLiteral("nothing is sent")));
        texts.insert(m_network->problemText());
    }
    QCOMPARE(texts.size(), 3);
    m_network->setChoice(manual());
    QCOMPARE(m_network->problemText(), QString());
}

void TestNetworkViewModel::defaults_comeAndGo()
{
    QVERIFY(!m_network->canRestore());
    m_network->setChoice(manual());
    QVERIFY(m_network->canRestore());
    m_network->restoreDefaults();
    QCOMPARE(m_network->choice(), NetworkChoice());
    QVERIFY(!m_network->undoText().isEmpty());
    m_network->undo();
    QCOMPARE(m_network->choice(), manual());
    QCOMPARE(m_network->undoText(), QString());
    m_network->restoreDefaults();
    m_network->forgetUndo();
    m_network->undo();
    QCOMPARE(m_network->choice(), NetworkChoice());
    // A change in between is not mixed with taking back.
    m_network->setChoice(manual());
    m_network->restoreDefaults();
    NetworkChoice straight;
    straight.mode = ProxyMode::None;
    m_network->setChoice(straight);
    QCOMPARE(m_network->undoText(), QString());
}

void TestNetworkViewModel::password_isAskedForWithAUserAlone()
{
    QVERIFY(!m_network->takesPassword());
    QCOMPARE(m_network->passwordText(), QString());
    NetworkChoice choice = manual();
    m_network->setChoice(choice);
    QVERIFY(!m_network->takesPassword());
    choice.user = QStringLiteral("someone");
    m_network->setChoice(choice);
    QVERIFY(m_network->takesPassword());
    QVERIFY(m_network->passwordText().contains(QStringLiteral("No password")));
    m_network->enterPassword(SecretBytes("pw"), false);
    QTRY_VERIFY(m_network->passwordText().contains(QStringLiteral("until the program ends")));
    QVERIFY(m_network->canForgetPassword());
    m_network->forgetPassword();
    QTRY_VERIFY(!m_network->canForgetPassword());
    QCOMPARE(m_network->passwordProblemText(), QString());
}

void TestNetworkViewModel::password_isNotWrittenDown()
{
    NetworkChoice choice = manual();
    choice.user = QStringLiteral("someone");
    m_network->setChoice(choice);
    m_network->enterPassword(SecretBytes("canary-7781"), false);
    QTRY_VERIFY(m_network->canForgetPassword());
    m_person->files.flush();
    QFile file(m_person->folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("someone"));
    QVERIFY(!content.contains("canary"));
}

void TestNetworkViewModel::test_tellsOfBothEndpoints()
{
    // Nothing listens there any more.
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    NetworkChoice choice = manual();
    choice.host = QStringLiteral("127.0.0.1");
    choice.port = gone.serverPort();
    gone.close();
    m_network->setChoice(choice);
    Profile profile;
    profile.id = newProfileId();
    profile.alias = QStringLiteral("acme\u202eprod");
    profile.regions = {RegionId(QStringLiteral("eu-central-1"))};
    m_profiles = {profile};
    QCOMPARE(m_network->profiles().size(), std::size_t(1));
    QVERIFY(!m_network->profiles().front().alias.contains(QChar(0x202e)));
    m_network->test(profile.id);
    QVERIFY(m_network->isTesting());
    QTRY_VERIFY(!m_network->isTesting());
    const std::vector<CheckLine> lines = m_network->testLines();
    QCOMPARE(lines.size(), std::size_t(3));
    QVERIFY(lines[0].text.contains(QStringLiteral("No request is made")));
    QString both = lines[1].text + lines[2].text;
    QVERIFY(both.contains(QStringLiteral("oos.eu-central-1.aliyuncs.com")));
    QVERIFY(both.contains(QStringLiteral("sts.aliyuncs.com")));
    for (const CheckLine &line : {lines[1], lines[2]})
        QVERIFY2(line.text.contains(QStringLiteral("through the proxy 127.0.0.1:%1 that is named "
                                                   "here")
                                        .arg(choice.port)),
                 qPrintable(line.text));
    QCOMPARE(lines[1].mark, CheckLine::Mark::Bad);
}

void TestNetworkViewModel::test_isOfTheWayAsItIs_data()
{
    using Change = std::function<void(NetworkViewModel &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("choice") << Change([](NetworkViewModel &network) {
        NetworkChoice choice = network.choice();
        choice.mode = ProxyMode::None;
        network.setChoice(choice);
    });
    QTest::newRow("company's file") << Change([](NetworkViewModel &network) {
        NetworkChoice choice = network.choice();
        choice.companyCaFile = QStringLiteral("/none.pem");
        network.setChoice(choice);
    });
    QTest::newRow("defaults") << Change(
        [](NetworkViewModel &network) { network.restoreDefaults(); });
    QTest::newRow("password") << Change(
        [](NetworkViewModel &network) { network.enterPassword(SecretBytes("pw"), false); });
    QTest::newRow("no password") << Change(
        [](NetworkViewModel &network) { network.forgetPassword(); });
}

//! What was found on another way is not shown, nor waited for.
void TestNetworkViewModel::test_isOfTheWayAsItIs()
{
    QFETCH(const std::function<void(NetworkViewModel &)>, change);
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    NetworkChoice choice = manual();
    choice.host = QStringLiteral("127.0.0.1");
    choice.port = silent.serverPort();
    choice.user = QStringLiteral("someone");
    m_network->setChoice(choice);
    Profile profile;
    profile.id = newProfileId();
    profile.regions = {RegionId(QStringLiteral("eu-central-1"))};
    m_profiles = {profile};
    // One test is under way, and one is over.
    m_network->test(profile.id);
    QVERIFY(m_network->isTesting());
    change(*m_network);
    QTRY_VERIFY(m_network->testLines().empty());
    QVERIFY(!m_network->isTesting());
    silent.close();
    m_network->setChoice(choice);
    m_network->test(profile.id);
    QTRY_VERIFY(!m_network->isTesting());
    QCOMPARE(m_network->testLines().size(), std::size_t(3));
    const QSignalSpy changed(m_network.get(), &NetworkViewModel::changed);
    change(*m_network);
    QTRY_VERIFY(m_network->testLines().empty());
    QTRY_VERIFY(changed.size() > 0);
    m_network->undo();
    QVERIFY(m_network->testLines().empty());
}

void TestNetworkViewModel::companyFile_thatIsNotThereIsTold()
{
    NetworkChoice choice;
    choice.mode = ProxyMode::None;
    choice.companyCaFile = m_person->folder.filePath(QStringLiteral("none.pem"));
    m_network->setChoice(choice);
    QTRY_VERIFY(m_network->authorityProblemText().contains(QStringLiteral("not there")));
    QVERIFY(m_network->authorityNote().contains(QStringLiteral("none.pem")));
    // At the next start it is as far away.
    start();
    QTRY_VERIFY(m_network->authorityNote().contains(QStringLiteral("not there")));
}

void TestNetworkViewModel::test_ofNobodyDoesNothing()
{
    m_network->test(newProfileId());
    QVERIFY(!m_network->isTesting());
    QVERIFY(m_network->testLines().empty());
}

void TestNetworkViewModel::findings_nameTheWay()
{
    NetworkKeeper::Finding finding;
    finding.report.endpoint = QUrl(QStringLiteral("https://oos.cn-hangzhou.aliyuncs.com"));
    finding.report.way = Route::Way::Direct;
    finding.report.address = QStringLiteral("203.0.113.9");
    finding.report.took = std::chrono::milliseconds(84);
    finding.report.tlsVersion = QStringLiteral("TLSv1.3");
    finding.report.issuer = QStringLiteral("Example CA (Example Ltd)");
    finding.report.certificateUntil = QDateTime(QDate(2027, 3, 1), QTime(12, 0), Qt::UTC);
    const QString direct = findingText(finding);
    for (const char *word : {"OOS", "oos.cn-hangzhou.aliyuncs.com", "directly at 203.0.113.9",
                             "84 ms", "TLSv1.3", "Example CA (Example Ltd)", "2027-03-01"})
        QVERIFY2(direct.contains(QLatin1String(word)), qPrintable(direct));
    finding.isSts = true;
    finding.report.way = Route::Way::System;
    finding.report.proxy = QStringLiteral("proxy.company:3128");
    const QString system = findingText(finding);
    QVERIFY2(system.contains(
                 QStringLiteral("through the proxy proxy.company:3128 as given by the system")),
             qPrintable(system));
    QVERIFY(system.contains(QStringLiteral("STS")));
    finding.report.way = Route::Way::Manual;
    QVERIFY(findingText(finding).contains(QStringLiteral("that is named here")));
}

void TestNetworkViewModel::failures_nameTheWay()
{
    NetworkKeeper::Finding finding;
    finding.report.endpoint = QUrl(QStringLiteral("https://oos.cn-hangzhou.aliyuncs.com"));
    finding.report.error.emplace();
    finding.report.error->kind = Error::Kind::TimedOut;
    // No way was found.
    QVERIFY(findingText(finding).contains(
        QStringLiteral("OOS at oos.cn-hangzhou.aliyuncs.com was not reached. ")));
    finding.report.way = Route::Way::Direct;
    QVERIFY(findingText(finding).contains(QStringLiteral("was not reached directly. ")));
    finding.report.proxy = QStringLiteral("proxy.company:3128");
    finding.report.way = Route::Way::System;
    QVERIFY(findingText(finding).contains(QStringLiteral(
        "was not reached through the proxy proxy.company:3128 as given by the system. ")));
    finding.report.way = Route::Way::Manual;
    QVERIFY(findingText(finding).contains(QStringLiteral(
        "was not reached through the proxy proxy.company:3128 that is named here. ")));
}

void TestNetworkViewModel::authorityProblems_haveWordsOfTheirOwn()
{
    QSet<QString> texts;
    for (const Problem problem :
         {Problem::Missing, Problem::NotAFile, Problem::Unreadable, Problem::TooLarge,
          Problem::NoCertificate, Problem::NoAuthority, Problem::OutOfDate}) {
        AuthorityFile file;
        file.problem = problem;
        const QString text = authorityProblemText(file);
        QVERIFY(text.contains(QStringLiteral("system's list alone")));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), 7);
    AuthorityFile file;
    QCOMPARE(authorityProblemText(file), QString());
    file.problem = Problem::None;
    QCOMPARE(authorityProblemText(file), QString());
}

void TestNetworkViewModel::authorities_areNamedInFull()
{
    AuthorityFile file;
    file.problem = Problem::None;
    file.authorities = {{QStringLiteral("Company\u202eRoot"), "00ff10",
                         QDateTime(QDate(2030, 1, 2), QTime(3, 4), Qt::UTC)}};
    file.leftOut = 2;
    const QStringList lines = authorityLines(file);
    QCOMPARE(lines.size(), 2);
    QVERIFY(!lines[0].contains(QChar(0x202e)));
    QVERIFY(lines[0].contains(QStringLiteral("00:FF:10")));
    QVERIFY(lines[0].contains(QStringLiteral("2030-01-02")));
    QVERIFY(lines[1].contains(u'2'));
}

QTEST_GUILESS_MAIN(TestNetworkViewModel)
#include "tst_networkviewmodel.moc"
