// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

} // namespace

//! The program from outside: how it starts, what it refuses, and what it says about it.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongRules_endItWithTheirLine_data();
    void wrongRules_endItWithTheirLine();
    void refusedTemplates_areNamedAndTheStartGoesOn();
    void hangup_readsTheRulesAgain();
    void announcement_holdsWhatClientsNeed();

private:
    QString write(const char *name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(text(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qWarning("cannot write %s", name);
        return path;
    }
    //! Starts it with more arguments and waits until it has announced itself, or has ended.
    void start(QProcess &process, const QStringList &arguments)
    {
        process.start(text(PROGRAMS "/countersign-sandbox"),
                      QStringList{text("--port=0"), text("--scenario=empty")} + arguments);
        while (process.state() != QProcess::NotRunning && !process.canReadLine())
            process.waitForReadyRead(100);
    }
    static void stop(QProcess &process)
    {
        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 0);
    }

    QTemporaryDir m_folder;
};

void TestProgram::wrongRules_endItWithTheirLine_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::newRow("behaviour") << text("--behaviour") << QByteArray("[\n{\"times\":0,\"ms\":1}]")
                               << text("rules.json: line 2: \"times\" is less than 1");
    QTest::newRow("faults") << text("--faults") << QByteArray("[\n{\"fault\":\"explode\"}]")
                            << text("rules.json: line 2: there is no fault \"explode\"");
}

void TestProgram::wrongRules_endItWithTheirLine()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    QProcess process;
    start(process, {option, write("rules.json", content)});
    QVERIFY(process.state() == QProcess::NotRunning);
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QString said = QString::fromUtf8(process.readAllStandardError());
    QCOMPARE(said.count(u'\n'), 1);
    QVERIFY2(said.contains(reason), qUtf8Printable(said));
}

void TestProgram::refusedTemplates_areNamedAndTheStartGoesOn()
{
    QVERIFY(QDir(m_folder.path()).mkpath(text("templates/deep")));
    write("templates/piece.yml", "Tasks:\n  - {Name: a, Action: ACS::Sleep}\n");
    write("templates/deep/twice.json", "{\"FormatVersion\":1,\n\"FormatVersion\":2}");
    QProcess process;
    start(process, {text("--templates"), m_folder.filePath(text("templates"))});
    QVERIFY(process.state() == QProcess::Running);
    const QString said = QString::fromUtf8(process.readAllStandardError());
    QCOMPARE(said.count(u'\n'), 2);
    QVERIFY2(said.contains(text("deep/twice.json: The template is not valid: line 2: ")),
             qUtf8Printable(said));
    QVERIFY2(said.contains(text("piece.yml: The template is not valid: line 1: there is no "
                                "FormatVersion")),
             qUtf8Printable(said));
    stop(process);
}

void TestProgram::hangup_readsTheRulesAgain()
{
    const QString path = write("behaviour.json", R"([{"ms":1}])");
    QProcess process;
    start(process, {text("--behaviour"), path});
    QVERIFY(process.state() == QProcess::Running);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    // A wrong file is told, and the service goes on with the rules it has.
    write("behaviour.json", "[\n\n7]");
    ::kill(static_cast<pid_t>(process.processId()), SIGHUP);
    process.setReadChannel(QProcess::StandardError);
    QVERIFY(QTest::qWaitFor([&] { return process.canReadLine() || process.waitForReadyRead(50); }));
    const QString said = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(said.contains(text("behaviour.json: line 3: a rule is not an object")),
             qUtf8Printable(said));
    QCOMPARE(process.state(), QProcess::Running);
    stop(process);
}

void TestProgram::announcement_holdsWhatClientsNeed()
{
    QProcess process;
    start(process, {});
    QVERIFY(process.state() == QProcess::Running);
    const QJsonObject said = QJsonDocument::fromJson(process.readLine()).object();
    const QString endpoint = said.value(text("endpoint")).toString();
    QVERIFY2(endpoint.startsWith(text("http://127.0.0.1:")), qUtf8Printable(endpoint));
    QCOMPARE(said.value(text("stsEndpoint")).toString(), endpoint);
    QCOMPARE(said.value(text("accountId")).toString(), text("1000000000000001"));
    QCOMPARE(said.value(text("users")).toArray().size(), 6);
    QVERIFY(!said.value(text("root")).toObject().value(text("accessKeyId")).toString().isEmpty());
    QHash<QString, QJsonObject> roles;
    for (const QJsonValue role : said.value(text("roles")).toArray())
        roles.insert(role.toObject().value(text("arn")).toString(), role.toObject());
    QVERIFY(roles.contains(text("acs:ram::1000000000000001:role/oos-operator")));
    QVERIFY(roles.contains(text("acs:ram::2000000000000002:role/oos-operator")));
    const QJsonObject partner = roles.value(text("acs:ram::1000000000000001:role/oos-partner"));
    QCOMPARE(partner.value(text("name")).toString(), text("oos-partner"));
    QVERIFY(!partner.value(text("externalId")).toString().isEmpty());
    QCOMPARE(said.value(text("metadataEndpoint")).toString(), endpoint);
    QCOMPARE(said.value(text("credentialsUri")).toString(), endpoint + text("/credentials"));
    QVERIFY(said.value(text("cloudSso"))
                .toObject()
                .value(text("signInUrl"))
                .toString()
                .startsWith(endpoint));
    QVERIFY(!said.value(text("oidc")).toObject().value(text("token")).toString().isEmpty());
    stop(process);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
