// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);

const QByteArray temporaryKeys =
    R"({"mode":"StsToken","access_key_id":"STS.FakeTemporaryIdForTests03",)"
    R"("access_key_secret":"FakeTemporarySecretForTests03",)"
    R"("sts_token":"CAISFakeSecurityTokenForTests+plus/slash==",)"
    R"("expiration":"2026-11-27T11:00:00Z"})";

//! What one run came to.
struct Run
{
    int callbacks = 0;
    std::optional<Result<SecretBytes>> result;
    auto callback()
    {
        return [this](Result<SecretBytes> output) {
            ++callbacks;
            result.emplace(std::move(output));
        };
    }
    QByteArray output() const { return result->value().view().toByteArray(); }
    QString code() const { return result->hasValue() ? QString() : result->error().code; }
};

bool isRunning(qint64 pid)
{
    // A killed child that nobody has collected yet is a zombie, and runs no more.
    QFile state(QStringLiteral("/proc/%1/stat").arg(pid));
    return state.open(QIODevice::ReadOnly) && !state.readAll().contains(") Z ");
}

} // namespace

class TestKeyProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void output_comesAsPrinted();
    void argumentsReachItUnchanged();
    void noShell_data();
    void noShell();
    void isFoundInAbsoluteFoldersOnly_data();
    void isFoundInAbsoluteFoldersOnly();
    void notThere_isNoProgram_data();
    void notThere_isNoProgram();
    void surroundings_areThePersonsWithoutKeys();
    void badEnd_isNoAnswer_data();
    void badEnd_isNoAnswer();
    void errorsOutput_isThrownAway();
    void tooMuchOutput_endsIt();
    void timeLimit_killsTheWholeGroup();
    void destruction_killsTheWholeGroup();
    void keys_areRead_data();
    void keys_areRead();
    void keys_withoutEndAreAskedForSoonAgain();
    void keys_bad_data();
    void keys_bad();

private:
    QString script(const QByteArray &lines, const QString &name = QStringLiteral("tool")) const;
    QByteArray contentOf(const QString &name) const;
    bool waitForPid(const QString &name, qint64 &pid) const;
    QProcessEnvironment environment() const;
    Run &run(const QString &command, std::chrono::milliseconds limit = 60s);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<KeyProgram> m_program;
};

void TestKeyProgram::init()
{
    m_program.reset();
    m_run = std::make_unique<Run>();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

//! A program of these shell lines, in the test's folder; its path.
QString TestKeyProgram::script(const QByteArray &lines, const QString &name) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the program cannot be written");
    file.write("#!/bin/sh\nhere='" + QFile::encodeName(m_folder->path()) + "'\n" + lines + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

QByteArray TestKeyProgram::contentOf(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool TestKeyProgram::waitForPid(const QString &name, qint64 &pid) const
{
    return QTest::qWaitFor(
        [&] {
            const QByteArray written = contentOf(name);
            pid = written.trimmed().toLongLong();
            return written.endsWith('\n') && pid > 0;
        },
        30'000);
}

QProcessEnvironment TestKeyProgram::environment() const
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), m_folder->path() + QStringLiteral(":/usr/bin:/bin"));
    environment.insert(QStringLiteral("HOME"), m_folder->path());
    return environment;
}

Run &TestKeyProgram::run(const QString &command, std::chrono::milliseconds limit)
{
    m_run = std::make_unique<Run>();
    m_program = std::make_unique<KeyProgram>(environment(), limit, m_run->callback(), nullptr);
    m_program->start(command);
    return *m_run;
}

void TestKeyProgram::output_comesAsPrinted()
{
    script("printf 'a b\\n'; sleep 0.05; printf 'c'");
    const Run &done = run(QStringLiteral("tool"));
    QVERIFY(!done.result);
    QTRY_VERIFY_WITH_TIMEOUT(done.result, 30'000);
    QVERIFY(done.result->hasValue());
    QCOMPARE(done.output(), QByteArray("a b\nc"));
    QTest::qWait(20);
    QCOMPARE(done.callbacks, 1);
}

void TestKeyProgram::argumentsReachItUnchanged()
{
    script("printf '<%s>' \"$@\"");
    const Run &done =
        run(QStringLiteral("tool print --profile \"demo one\" 'it''s' a\\ b '' '*' '$HOME'"));
    QTRY_VERIFY_WITH_TIMEOUT(done.result, 30'000);
    QCOMPARE(done.output(), QByteArray("<print><--profile><demo one><its><a b><><*><$HOME>"));
}

void TestKeyProgram::noShell_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("semicolon") << QStringLiteral("tool ; touch %1/marker");
    QTest::newRow("and") << QStringLiteral("tool && touch %1/marker");
    QTest::newRow("pipe") << QStringLiteral("tool | tee %1/marker");
    QTest::newRow("redirection") << QStringLiteral("tool > %1/marker");
    QTest::newRow("substitution") << QStringLiteral("tool $(touch %1/marker)");
    QTest::newRow("backticks") << QStringLiteral("tool `touch %1/marker`");
    QTest::newRow("line end") << QStringLiteral("tool\ntouch %1/marker");
}

void TestKeyProgram::noShell()
{
    QFETCH(QString, command);
    script("printf ok");
    const Run &done = run(command.arg(m_folder->path()));
    QTRY_VERIFY_WITH_TIMEOUT(done.result, 30'000);
    QCOMPARE(done.output(), QByteArray("ok"));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("marker"))));
}

void TestKeyProgram::isFoundInAbsoluteFoldersOnly_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("absolute") << QStringLiteral("%1") << true;
    QTest::newRow("behind another") << QStringLiteral("/nowhere:%1") << true;
    QTest::newRow("this folder") << QStringLiteral(".") << false;
    QTest::newRow("empty entry") << QStringLiteral(":/nowhere") << false;
    QTest::newRow("empty entry at the end") << QStringLiteral("/nowhere:") << false;
    QTest::newRow("relative") << QStringLiteral("../%2") << false;
    QTest::newRow("empty") << QString() << false;
}

void TestKeyProgram::isFoundInAbsoluteFoldersOnly()
{
    QFETCH(QString, path);
    QFETCH(bool, isFound);
    script("printf ok");
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    QString chosen = path;
    chosen.replace(QStringLiteral("%1"), m_folder->path());
    chosen.replace(QStringLiteral("%2"), QDir(m_folder->path()).dirName());
    QProcessEnvironment surroundings = environment();
    surroundings.insert(QStringLiteral("PATH"), chosen);
    m_program = std::make_unique<KeyProgram>(surroundings, 60s, m_run->callback(), nullptr);
    m_program->start(QStringLiteral("tool"));
    const bool hasEnded = QTest::qWaitFor([this] { return m_run->result.has_value(); }, 30'000);
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(hasEnded);
    QCOMPARE(m_run->result->hasValue(), isFound);
    if (!isFound)
        QCOMPARE(m_run->code(), keyissuercodes::noProgram());
}

void TestKeyProgram::notThere_isNoProgram_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("unknown") << QStringLiteral("no-such-tool-of-ours");
    QTest::newRow("unknown path") << QStringLiteral("/nowhere/tool");
    QTest::newRow("relative path") << QStringLiteral("./tool");
    QTest::newRow("relative folder") << QStringLiteral("bin/tool");
    QTest::newRow("a folder") << QStringLiteral("/usr/bin");
    QTest::newRow("not executable") << QStringLiteral("plain");
    QTest::newRow("no interpreter") << QStringLiteral("broken");
    QTest::newRow("empty") << QString();
    QTest::newRow("an empty word") << QStringLiteral("''");
    QTest::newRow("open quote") << QStringLiteral("tool 'a");
    QTest::newRow("home sign") << QStringLiteral("~/tool");
}

void TestKeyProgram::notThere_isNoProgram()
{
    QFETCH(QString, command);
    script("printf ok");
    QFile::setPermissions(script("printf ok", QStringLiteral("plain")),
                          QFile::ReadOwner | QFile::WriteOwner);
    QFile broken(script({}, QStringLiteral("broken")));
    QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    broken.write("#!/nowhere/interpreter\n");
    broken.close();
    const Run &done = run(command);
    QTRY_VERIFY_WITH_TIMEOUT(done.result, 30'000);
    QCOMPARE(done.code(), keyissuercodes::noProgram());
    QCOMPARE(done.result->error().kind, Error::Kind::LocalFault);
    QCOMPARE(done.callbacks, 1);
}

void TestKeyProgram::surroundings_areThePersonsWithoutKeys()
{
    script("env; echo \"folder=$(pwd)\"; echo \"input=$(cat | wc -c)\"; "
           "test -t 0 && echo terminal; exit 0");
    QProcessEnvironment surroundings = environment();
    surroundings.insert(QStringLiteral("EXAMPLE"), QStringLiteral("kept"));
    surroundings.insert(QStringLiteral("ALIBABA_CLOUD_REGION_ID"), QStringLiteral("cn-hangzhou"));
    for (const char *name :
         {"ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
          "ALIBABA_CLOUD_SECURITY_TOKEN", "ALICLOUD_ACCESS_KEY_SECRET", "ACCESS_KEY_SECRET"})
        surroundings.insert(QLatin1String(name), QStringLiteral("CanaryOfTheEnvironment"));
    m_program = std::make_unique<KeyProgram>(surroundings, 60s, m_run->callback(), nullptr);
    m_program->start(QStringLiteral("tool"));
    QTRY_VERIFY_WITH_TIMEOUT(m_run->result, 30'000);
    const QByteArray said = m_run->output();
    QVERIFY(said.contains("EXAMPLE=kept\n"));
    QVERIFY(said.contains("ALIBABA_CLOUD_REGION_ID=cn-hangzhou\n"));
    QVERIFY(!said.contains("CanaryOfTheEnvironment"));
    const QByteArray home = QFile::encodeName(QDir(m_folder->path()).canonicalPath());
    QVERIFY(said.contains(QByteArray("folder=" + home)));
    QVERIFY(said.contains("input=0"));
    QVERIFY(!said.contains("terminal"));
}

void TestKeyProgram::badEnd_isNoAnswer_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("detail");
    QTest::newRow("exit code") << QByteArray("printf '%s' '{}'; exit 3")
                               << QStringLiteral("exit code 3");
    QTest::newRow("signal") << QByteArray("printf '%s' '{}'; kill -9 $$")
                            << QStringLiteral("ended by a signal");
}

void TestKeyProgram::badEnd_isNoAnswer()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, detail);
    script(lines);
    const Run &done = run(QStringLiteral("tool"));
    QTRY_VERIFY_WITH_TIMEOUT(done.result, 30'000);
    QCOMPARE(done.code(), keyissuercodes::programFailed());
    QCOMPARE(done.result->error().detail, detail);
}

void TestKeyProgram::errorsOutput_isThrownAway()
{
    script("echo CanaryOfErrors >&2; printf ok");
    const Run &done = run(QStringLiteral("tool"));
    QTRY_VERIFY_WITH_TIMEOUT(done.result, 30'000);
    QCOMPARE(done.output(), QByteArray("ok"));
    script("echo CanaryOfErrors >&2; echo CanaryOfErrors; exit 1");
    const Run &failed = run(QStringLiteral("tool"));
    QTRY_VERIFY_WITH_TIMEOUT(failed.result, 30'000);
    QVERIFY(!failed.result->error().detail.contains(QStringLiteral("Canary")));
}

void TestKeyProgram::tooMuchOutput_endsIt()
{
    script("head -c 65536 /dev/zero | tr '\\0' x");
    const Run &most = run(QStringLiteral("tool"));
    QTRY_VERIFY_WITH_TIMEOUT(most.result, 30'000);
    QCOMPARE(most.output().size(), 65'536);
    script("echo $$ > \"$here/pid\"; exec yes");
    const Run &endless = run(QStringLiteral("tool"));
    QTRY_VERIFY_WITH_TIMEOUT(endless.result, 30'000);
    QCOMPARE(endless.code(), keyissuercodes::badAnswer());
    qint64 pid = 0;
    QVERIFY(waitForPid(QStringLiteral("pid"), pid));
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(pid), 30'000);
}

void TestKeyProgram::timeLimit_killsTheWholeGroup()
{
    // The child holds on to the output, and does not die of a polite signal.
    script("trap '' TERM HUP\n"
           "(trap '' TERM HUP; while :; do sleep 1; done) &\n"
           "echo $! > \"$here/child\"; echo $$ > \"$here/pid\"\nwait");
    QElapsedTimer elapsed;
    elapsed.start();
    Run &done = run(QStringLiteral("tool"), 1'500ms);
    qint64 pid = 0;
    qint64 child = 0;
    QVERIFY(waitForPid(QStringLiteral("pid"), pid));
    QVERIFY(waitForPid(QStringLiteral("child"), child));
    QTRY_VERIFY_WITH_TIMEOUT(done.result, 30'000);
    QCOMPARE(done.code(), keyissuercodes::programTooSlow());
    QVERIFY(elapsed.elapsed() >= 1'500);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(pid) && !isRunning(child), 30'000);
    QCOMPARE(done.callbacks, 1);
}

void TestKeyProgram::destruction_killsTheWholeGroup()
{
    script("sleep 600 &\necho $! > \"$here/child\"; echo $$ > \"$here/pid\"\nwait");
    const Run &done = run(QStringLiteral("tool"));
    qint64 pid = 0;
    qint64 child = 0;
    QVERIFY(waitForPid(QStringLiteral("pid"), pid));
    QVERIFY(waitForPid(QStringLiteral("child"), child));
    m_program.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(pid) && !isRunning(child), 30'000);
    QTest::qWait(20);
    QCOMPARE(done.callbacks, 0);
}

void TestKeyProgram::keys_areRead_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("token");
    const QByteArray token = "CAISFakeSecurityTokenForTests+plus/slash==";
    QTest::newRow("temporary") << temporaryKeys << token;
    QTest::newRow("line end and mark") << "\xEF\xBB\xBF" + temporaryKeys + "\n" << token;
    QTest::newRow("unknown members")
        << temporaryKeys.chopped(1) + R"(,"region_id":"cn-hangzhou"})" << token;
    QTest::newRow("permanent")
        << QByteArray(R"({"mode":"AK","access_key_id":"STS.FakeTemporaryIdForTests03",)"
                      R"("access_key_secret":"FakeTemporarySecretForTests03","sts_token":"",)"
                      R"("expiration":"2026-11-27T11:00:00Z"})")
        << QByteArray();
}

void TestKeyProgram::keys_areRead()
{
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, token);
    const Result<IssuedKeys> keys = readProgramKeys(SecretBytes(output), now);
    QVERIFY(keys.hasValue());
    QCOMPARE(keys->credentials->accessKeyId, QStringLiteral("STS.FakeTemporaryIdForTests03"));
    QCOMPARE(keys->credentials->secret.view().toByteArray(),
             QByteArray("FakeTemporarySecretForTests03"));
    QCOMPARE(keys->credentials->securityToken.view().toByteArray(), token);
    QCOMPARE(keys->expiresAt, QDateTime(QDate(2026, 11, 27), QTime(11, 0), Qt::UTC));
}

void TestKeyProgram::keys_withoutEndAreAskedForSoonAgain()
{
    const Result<IssuedKeys> keys =
        readProgramKeys(SecretBytes(R"({"mode":"AK","access_key_id":"FakeAccessKeyIdForTests01",)"
                                    R"("access_key_secret":"FakeAccessKeySecretForTests01"})"),
                        now);
    QVERIFY(keys.hasValue());
    QCOMPARE(keys->expiresAt, now.addSecs(300));
}

void TestKeyProgram::keys_bad_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("path");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("words") << QByteArray("not logged in\n") << QString();
    QTest::newRow("words before it") << "using profile x\n" + temporaryKeys << QString();
    QTest::newRow("another mode") << QByteArray(temporaryKeys).replace("StsToken", "RamRoleArn")
                                  << QStringLiteral("mode");
    QTest::newRow("mode in another case")
        << QByteArray(temporaryKeys).replace("StsToken", "ststoken") << QStringLiteral("mode");
    QTest::newRow("no mode") << QByteArray(temporaryKeys).replace("\"mode\"", "\"kind\"")
                             << QStringLiteral("mode");
    QTest::newRow("no token") << QByteArray(temporaryKeys).replace("sts_token", "token")
                              << QStringLiteral("sts_token");
    QTest::newRow("a token of permanent keys")
        << QByteArray(temporaryKeys).replace("StsToken", "AK") << QStringLiteral("sts_token");
    QTest::newRow("ended") << QByteArray(temporaryKeys).replace("2026-11-27", "2026-11-26")
                           << QStringLiteral("expiration");
    QTest::newRow("no end but a number")
        << QByteArray(temporaryKeys).replace("\"2026-11-27T11:00:00Z\"", "12")
        << QStringLiteral("expiration");
}

void TestKeyProgram::keys_bad()
{
    QFETCH(QByteArray, output);
    QFETCH(QString, path);
    const Result<IssuedKeys> keys = readProgramKeys(SecretBytes(output), now);
    QVERIFY(!keys.hasValue());
    QCOMPARE(keys.error().code, qstrcmp(QTest::currentDataTag(), "ended") == 0
                                    ? keyissuercodes::endedKeys()
                                    : keyissuercodes::badAnswer());
    QCOMPARE(keys.error().path, path);
}

QTEST_GUILESS_MAIN(TestKeyProgram)
#include "tst_keyprogram.moc"
