// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyissuer.h"

#include <QDir>
#include <QTest>

using namespace countersign;

class tst_KeyIssuer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renewalCommand_data();
    void renewalCommand();
};

void tst_KeyIssuer::renewalCommand_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("command");
    const QString usual = QDir::homePath() + QStringLiteral("/.aliyun/config.json");
    // credentials.md 7.7: run aliyun configure --mode CloudSSO --profile NAME.
    QTest::newRow("CloudSSO") << KeyKind::CloudSso << QStringLiteral("fake-sso") << usual
                              << QStringLiteral("aliyun configure --mode CloudSSO --profile "
                                                "fake-sso");
    QTest::newRow("OAuth, a name with a blank")
        << KeyKind::OAuth << QStringLiteral("demo one") << usual
        << QStringLiteral("aliyun configure --mode OAuth --profile 'demo one'");
    QTest::newRow("a quote, another file")
        << KeyKind::CloudSso << QStringLiteral("li's; rm x") << QStringLiteral("/srv/cli/my config")
        << QStringLiteral("aliyun configure --mode CloudSSO --profile 'li'\\''s; rm x' "
                          "--config-path '/srv/cli/my config'");
    QTest::newRow("other kinds") << KeyKind::Program << QStringLiteral("x") << usual << QString();
}

void tst_KeyIssuer::renewalCommand()
{
    QFETCH(KeyKind, kind);
    QFETCH(QString, profile);
    QFETCH(QString, file);
    KeySource source;
    source.kind = kind;
    source.cliProfile = profile;
    source.cliFile = file;
    QTEST(countersign::renewalCommand(source), "command");
}

QTEST_GUILESS_MAIN(tst_KeyIssuer)
#include "tst_keyissuer.moc"
