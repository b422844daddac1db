// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/networksettings.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

class TestNetworkSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void defaults_areTheSystems();
    void choice_isReadBack();
    void password_isKnownOfButNotKept();
    void damage_countsAsNotThere_data();
    void damage_countsAsNotThere();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("s.ini")); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestNetworkSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestNetworkSettings::defaults_areTheSystems()
{
    QSettings store(path(), QSettings::IniFormat);
    NetworkSettings settings(store);
    QCOMPARE(settings.choice(), NetworkChoice());
    QCOMPARE(settings.choice().mode, ProxyMode::System);
    QCOMPARE(settings.savedPassword(), SavedProxyPassword());
    settings.setChoice({});
    store.sync();
    QCOMPARE(content(), QByteArray());
}

void TestNetworkSettings::choice_isReadBack()
{
    const NetworkChoice wanted{ProxyMode::Manual,
                               ProxyKind::Socks5,
                               QStringLiteral("proxy.example"),
                               1080,
                               QStringLiteral("li wei"),
                               QStringLiteral("/etc/company/ca.pem")};
    {
        QSettings store(path(), QSettings::IniFormat);
        NetworkSettings settings(store);
        const QSignalSpy changed(&settings, &NetworkSettings::changed);
        settings.setChoice(wanted);
        settings.setChoice(wanted);
        QCOMPARE(changed.size(), 1);
    }
    QSettings store(path(), QSettings::IniFormat);
    NetworkSettings settings(store);
    QCOMPARE(settings.choice(), wanted);
    NetworkChoice straight;
    straight.mode = ProxyMode::None;
    settings.setChoice(straight);
    QCOMPARE(settings.choice(), straight);
    settings.setChoice({});
    store.sync();
    QVERIFY(!content().contains("proxy"));
}

void TestNetworkSettings::password_isKnownOfButNotKept()
{
    const SavedProxyPassword saved{true, QStringLiteral("libsecret"),
                                   QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC)};
    {
        QSettings store(path(), QSettings::IniFormat);
        NetworkSettings(store).setSavedPassword(saved);
    }
    QSettings store(path(), QSettings::IniFormat);
    NetworkSettings settings(store);
    QCOMPARE(settings.savedPassword(), saved);
    settings.setSavedPassword({});
    store.sync();
    QCOMPARE(settings.savedPassword(), SavedProxyPassword());
    QVERIFY(!content().contains("libsecret"));
}

void TestNetworkSettings::damage_countsAsNotThere_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("unknown words") << QByteArray("proxy=sideways\nproxyKind=9\nproxyPort=many\n");
    QTest::newRow("port out of range") << QByteArray("proxyPort=70000\n");
    QTest::newRow("negative port") << QByteArray("proxyPort=-1\n");
    QTest::newRow("relative file") << QByteArray("companyCaFile=ca.pem\n");
    QTest::newRow("backend without a password")
        << QByteArray("proxyPasswordBackend=x\nproxyPasswordInKeychain=perhaps\n");
}

void TestNetworkSettings::damage_countsAsNotThere()
{
    QFETCH(const QByteArray, lines);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[network]\n" + lines);
    file.close();
    QSettings store(path(), QSettings::IniFormat);
    NetworkSettings settings(store);
    QCOMPARE(settings.choice(), NetworkChoice());
    QCOMPARE(settings.savedPassword(), SavedProxyPassword());
}

QTEST_GUILESS_MAIN(TestNetworkSettings)
#include "tst_networksettings.moc"
