// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/readclient.h"
#include "app/flows/networkkeeper.h"
#include "app/viewmodels/networkviewmodel.h"
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "tests/fakes/temporaryfiles.h"
#include "ui/dialogs/secretedit.h"
#include "ui/dialogs/settingsdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace countersign;

namespace {

//! Every text that can be seen or read out.
QString allWords(const QWidget &root)
{
    QStringList words;
    for (const QLabel *label : root.findChildren<QLabel *>())
        words += label->text();
    for (const QLineEdit *edit : root.findChildren<QLineEdit *>())
        words += edit->text();
    for (const QWidget *widget : root.findChildren<QWidget *>())
        words += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    return words.join(u'\n');
}

} // namespace

class TestNetworkPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutNetwork_thereIsNoPage();
    void proxy_isEnteredByKeyboard();
    void fields_countWithANamedProxyAlone();
    void password_leavesTheFieldAndNothingElse();
    void companyFile_isTold();
    void defaults_comeAndGo();
    void test_saysWhatCameOfIt();
    void tabFollowsReading();
    void everythingHasAName();
    void mnemonicsDiffer();
    void hostileTextsStayText();
    void longTextsFit();

private:
    void open();
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void type(const char *name, const QString &text);
    void chooseManual();
    QString words(const char *name) const { return find<QLabel>(name)->text(); }

    std::unique_ptr<TemporaryFiles> m_person;
    std::unique_ptr<NetworkRoutes> m_routes;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<NetworkKeeper> m_keeper;
    std::vector<Profile> m_profiles;
    std::unique_ptr<PreferencesViewModel> m_preferences;
    std::unique_ptr<NetworkViewModel> m_network;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestNetworkPage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_person = std::make_unique<TemporaryFiles>();
    m_routes = std::make_unique<NetworkRoutes>(m_person->clock);
    m_client = std::make_unique<ReadClient>(
        m_person->clock, newNonce, [] { return 0.0; }, ReadLimits(), m_routes->source());
    m_keeper = std::make_unique<NetworkKeeper>(*m_routes, *m_client);
    Profile profile;
    profile.id = newProfileId();
    profile.alias = QStringLiteral("acme-prod");
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    m_profiles = {profile};
    m_network = std::make_unique<NetworkViewModel>(*m_keeper, m_person->files,
                                                   [this] { return m_profiles; });
    m_preferences = std::make_unique<PreferencesViewModel>(
        m_person->files, AutostartControl{[] { return false; }, [](bool) { return QString(); }});
    open();
}

void TestNetworkPage::cleanup()
{
    m_dialog.reset();
    m_network.reset();
    m_preferences.reset();
    m_keeper.reset();
    m_client.reset();
    m_routes.reset();
    m_person.reset();
}

void TestNetworkPage::open()
{
    m_dialog = std::make_unique<SettingsDialog>(*m_preferences, nullptr, m_network.get());
    m_dialog->open();
    m_dialog->showNetworkPage();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestNetworkPage::type(const char *name, const QString &text)
{
    auto *edit = find<QLineEdit>(name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Tab);
}

void TestNetworkPage::chooseManual()
{
    auto *combo = find<QComboBox>("proxyCombo");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_End);
    QCOMPARE(m_network->choice().mode, ProxyMode::Manual);
}

void TestNetworkPage::withoutNetwork_thereIsNoPage()
{
    SettingsDialog bare(*m_preferences);
    const int count = m_dialog->findChild<QTabWidget *>()->count();
    QCOMPARE(bare.findChild<QTabWidget *>()->count(), count - 1);
    bare.showNetworkPage();
    QCOMPARE(bare.findChild<QTabWidget *>()->currentIndex(), 0);
}

void TestNetworkPage::proxy_isEnteredByKeyboard()
{
    chooseManual();
    QVERIFY(words("proxyHint").contains(QStringLiteral("Name the host")));
    type("hostEdit", QStringLiteral("proxy.example"));
    QVERIFY(words("proxyHint").contains(QStringLiteral("Name the port")));
    auto *port = find<QSpinBox>("portSpin");
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, QStringLiteral("3128"));
    QTest::keyClick(port, Qt::Key_Tab);
    type("userEdit", QStringLiteral("someone"));
    auto *kind = find<QComboBox>("kindCombo");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    NetworkChoice wanted;
    wanted.mode = ProxyMode::Manual;
    wanted.kind = ProxyKind::Socks5;
    wanted.host = QStringLiteral("proxy.example");
    wanted.port = 3128;
    wanted.user = QStringLiteral("someone");
    QCOMPARE(m_network->choice(), wanted);
    QVERIFY(!find<QLabel>("proxyHint")->isVisible());
    QCOMPARE(PersonalFiles(m_person->folder.path(), m_person->clock).network.choice(), wanted);
    m_dialog.reset();
    open();
    QCOMPARE(find<QLineEdit>("hostEdit")->text(), wanted.host);
    QCOMPARE(find<QSpinBox>("portSpin")->value(), 3128);
    QCOMPARE(find<QComboBox>("proxyCombo")->currentIndex(), 2);
}

void TestNetworkPage::fields_countWithANamedProxyAlone()
{
    for (const char *name : {"kindCombo", "hostEdit", "portSpin", "userEdit", "passwordEdit",
                             "usePasswordButton", "forgetPasswordButton"})
        QVERIFY2(!find<QWidget>(name)->isEnabled(), name);
    chooseManual();
    for (const char *name : {"kindCombo", "hostEdit", "portSpin", "userEdit"})
        QVERIFY2(find<QWidget>(name)->isEnabled(), name);
    QVERIFY(!find<QWidget>("passwordEdit")->isEnabled());
    type("userEdit", QStringLiteral("someone"));
    QVERIFY(find<QWidget>("passwordEdit")->isEnabled());
    QVERIFY(!find<QWidget>("usePasswordButton")->isEnabled());
}

void TestNetworkPage::password_leavesTheFieldAndNothingElse()
{
    chooseManual();
    type("userEdit", QStringLiteral("someone"));
    auto *password = find<SecretEdit>("passwordEdit");
    auto *line = password->findChild<QLineEdit *>();
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("canary-7781"));
    auto *use = find<QPushButton>("usePasswordButton");
    QVERIFY(use->isEnabled());
    QVERIFY(words("passwordHint").contains(QStringLiteral("not used yet")));
    // Nothing in this test has a keychain, so that it is for this session.
    use->setFocus();
    QTest::keyClick(use, Qt::Key_Space);
    QTRY_VERIFY(words("passwordHint").contains(QStringLiteral("until the program ends")));
    QVERIFY(password->isEmpty());
    QVERIFY(m_routes->hasPassword());
    QVERIFY(!allWords(*m_dialog).contains(QStringLiteral("canary")));
    QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("canary")));
    auto *forget = find<QPushButton>("forgetPasswordButton");
    QVERIFY(forget->isEnabled());
    forget->setFocus();
    QTest::keyClick(forget, Qt::Key_Space);
    QTRY_VERIFY(!m_routes->hasPassword());
    QTRY_VERIFY(words("passwordHint").contains(QStringLiteral("No password")));
    line = qobject_cast<QLineEdit *>(password->focusProxy());
    QTest::keyClicks(line, QStringLiteral("canary-7782"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(m_routes->hasPassword());
    QVERIFY(password->isEmpty());
    QVERIFY(m_dialog->isVisible());
}

void TestNetworkPage::companyFile_isTold()
{
    const QString path = m_person->folder.filePath(QStringLiteral("ca.pem"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nothing");
    file.close();
    // A way that ends on this computer.
    NetworkChoice choice;
    choice.mode = ProxyMode::Manual;
    choice.host = QStringLiteral("127.0.0.1");
    choice.port = 9;
    m_network->setChoice(choice);
    type("fileEdit", path);
    QCOMPARE(m_network->choice().companyCaFile, path);
    QTRY_VERIFY(words("fileHint").contains(QStringLiteral("no certificate in PEM form")));
    type("fileEdit", m_person->folder.filePath(QStringLiteral("none.pem")));
    QTRY_VERIFY(words("fileHint").contains(QStringLiteral("The file is not there.")));
    type("fileEdit", QStringLiteral("relative.pem"));
    QVERIFY(QDir::isAbsolutePath(m_network->choice().companyCaFile));
}

void TestNetworkPage::defaults_comeAndGo()
{
    auto *restore = find<QPushButton>("restoreButton");
    QVERIFY(!restore->isEnabled());
    chooseManual();
    type("hostEdit", QStringLiteral("proxy.example"));
    QVERIFY(restore->isEnabled());
    QTest::mouseClick(restore, Qt::LeftButton);
    QCOMPARE(m_network->choice(), NetworkChoice());
    QCOMPARE(find<QLineEdit>("hostEdit")->text(), QString());
    auto *undo = find<QPushButton>("undoButton");
    QVERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(m_network->choice().host, QStringLiteral("proxy.example"));
    QVERIFY(!undo->isVisible());
    // Other pages have nothing to do with it.
    m_dialog->showPage(SettingsDialog::Page::General);
    QVERIFY(!restore->isEnabled());
}

void TestNetworkPage::test_saysWhatCameOfIt()
{
    chooseManual();
    auto *test = find<QPushButton>("testButton");
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Space);
    QTRY_VERIFY(!m_network->isTesting());
    const QString all = allWords(*m_dialog);
    QVERIFY(all.contains(QStringLiteral("No request is made")));
    QVERIFY(all.contains(QStringLiteral("oos.cn-hangzhou.aliyuncs.com was not reached")));
    QVERIFY(all.contains(QStringLiteral("sts.aliyuncs.com was not reached")));
    QTRY_VERIFY(test->isEnabled());
    // Another way was not tried yet.
    type("hostEdit", QStringLiteral("proxy.example"));
    QVERIFY(!allWords(*m_dialog).contains(QStringLiteral("was not reached")));
    QVERIFY(test->isEnabled());
    m_profiles.clear();
    Q_EMIT m_network->changed();
    QVERIFY(!test->isEnabled());
}

void TestNetworkPage::tabFollowsReading()
{
    NetworkChoice choice;
    choice.mode = ProxyMode::Manual;
    choice.host = QStringLiteral("proxy.example");
    choice.port = 3128;
    choice.user = QStringLiteral("someone");
    m_network->setChoice(choice);
    m_network->enterPassword(SecretBytes("pw"), false);
    QTRY_VERIFY(m_network->canForgetPassword());
    auto *line = find<SecretEdit>("passwordEdit")->findChild<QLineEdit *>();
    QTest::keyClicks(line, QStringLiteral("x"));
    m_dialog->findChild<QTabWidget *>()->tabBar()->setFocus();
    QStringList found = tabStops(*m_dialog);
    QCOMPARE(found.takeFirst(), QStringLiteral("qt_tabwidget_tabbar"));
    found.removeOne(line->objectName());
    QCOMPARE(found.join(u' '),
             QStringLiteral(
                 "proxyCombo kindCombo hostEdit portSpin userEdit keepCheck usePasswordButton "
                 "forgetPasswordButton fileEdit chooseButton profileCombo testButton "
                 "restoreButton closeButton"));
}

void TestNetworkPage::everythingHasAName()
{
    chooseManual();
    type("userEdit", QStringLiteral("someone"));
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(descriptionsWithMarkup(*m_dialog), QStringList());
}

void TestNetworkPage::mnemonicsDiffer()
{
    chooseManual();
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
}

void TestNetworkPage::hostileTextsStayText()
{
    for (const QString &hostile : hostileTexts()) {
        m_profiles.front().alias = hostile.left(100);
        NetworkChoice choice;
        choice.mode = ProxyMode::Manual;
        choice.host = hostile.left(200);
        choice.companyCaFile = QStringLiteral("/tmp/") + hostile.left(100);
        m_network->setChoice(choice);
        m_network->test(m_profiles.front().id);
        QTRY_VERIFY(!m_network->isTesting());
        QCOMPARE(unsafePlaces(*m_dialog), QStringList());
    }
}

void TestNetworkPage::longTextsFit()
{
    m_dialog.reset();
    LongTexts longer;
    QVERIFY(QCoreApplication::installTranslator(&longer));
    open();
    chooseManual();
    m_dialog->resize(QSize(683, 384) - QSize(40, 60));
    QCoreApplication::processEvents();
    const auto *area =
        qobject_cast<QScrollArea *>(m_dialog->findChild<QTabWidget *>()->currentWidget());
    QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
    m_dialog.reset();
    QCoreApplication::removeTranslator(&longer);
}

QTEST_MAIN(TestNetworkPage)
#include "tst_networkpage.moc"
