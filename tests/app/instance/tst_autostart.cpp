// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/autostart.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace countersign;

namespace {

const QString program = QStringLiteral("/usr/bin/countersign");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

class tst_Autostart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void switch_onAndOff();
    void on_missingFoldersAreMade();
    void on_movedProgram_isWrittenAgain();
    void entry_quotesTheProgram_data();
    void entry_quotesTheProgram();
    void entry_isValid_data();
    void entry_isValid();
    void isOn_whatOthersWrote_data();
    void isOn_whatOthersWrote();
    void foreignEntry_staysAsItIs_data();
    void foreignEntry_staysAsItIs();
    void unsafeFolder_isRefused_data();
    void unsafeFolder_isRefused();
    void readOnlyFolder_isToldAndKeepsTheOldEntry();

private:
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
};

void tst_Autostart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    m_folder = m_home->filePath(QStringLiteral("autostart"));
}

void tst_Autostart::switch_onAndOff()
{
    Autostart autostart(m_home->path(), program);
    QCOMPARE(autostart.path(),
             QString(m_folder + QStringLiteral("/io.github.countersign.Countersign.desktop")));
    QVERIFY(!autostart.isOn());
    QVERIFY(!autostart.setOn(false));
    QVERIFY(!QFile::exists(m_folder));
    for (int twice = 0; twice < 2; ++twice) {
        QVERIFY(!autostart.setOn(true));
        QVERIFY(autostart.isOn());
        QCOMPARE(contentOf(autostart.path()), autostartEntry(program));
        struct stat status = {};
        QVERIFY(::stat(QFile::encodeName(autostart.path()).constData(), &status) == 0);
        QCOMPARE(status.st_mode & 07777, 0600u);
        QCOMPARE(QDir(m_folder).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
    for (int twice = 0; twice < 2; ++twice) {
        QVERIFY(!autostart.setOn(false));
        QVERIFY(!autostart.isOn());
        QVERIFY(QDir(m_folder).isEmpty());
    }
}

void tst_Autostart::on_missingFoldersAreMade()
{
    Autostart autostart(m_home->filePath(QStringLiteral("a/b")), program);
    QVERIFY(!autostart.setOn(true));
    QVERIFY(autostart.isOn());
}

void tst_Autostart::on_movedProgram_isWrittenAgain()
{
    QVERIFY(!Autostart(m_home->path(), QStringLiteral("/old/countersign")).setOn(true));
    Autostart autostart(m_home->path(), program);
    QVERIFY(!autostart.setOn(true));
    QCOMPARE(contentOf(autostart.path()), autostartEntry(program));
}

//! The values are those of the Desktop Entry Specification 1.5, "The Exec key": an argument is put
//! in double quotes, four characters get a backslash, and the result is escaped as a string.
void tst_Autostart::entry_quotesTheProgram_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("exec");
    QTest::newRow("plain") << program << QByteArray(R"("/usr/bin/countersign")");
    QTest::newRow("blank") << QStringLiteral("/opt/a b/c") << QByteArray(R"("/opt/a b/c")");
    QTest::newRow("dollar") << QStringLiteral("/opt/$a/c") << QByteArray(R"("/opt/\\$a/c")");
    QTest::newRow("quote") << QStringLiteral("/opt/\"/c") << QByteArray(R"("/opt/\\"/c")");
    QTest::newRow("backquote") << QStringLiteral("/opt/`/c") << QByteArray(R"("/opt/\\`/c")");
    QTest::newRow("backslash") << QStringLiteral(R"(/opt/\/c)") << QByteArray(R"("/opt/\\\\/c")");
    QTest::newRow("per cent") << QStringLiteral("/opt/%f/c") << QByteArray(R"("/opt/%%f/c")");
    QTest::newRow("line feed") << QStringLiteral("/opt/\n/c") << QByteArray(R"("/opt/\n/c")");
    QTest::newRow("Chinese") << QStringLiteral("/opt/程序/c") << QByteArray("\"/opt/程序/c\"");
}

void tst_Autostart::entry_quotesTheProgram()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, exec);
    const QByteArray line = "\nExec=" + exec + " --background\n";
    QVERIFY(autostartEntry(path).contains(line));
}

void tst_Autostart::entry_isValid_data()
{
    entry_quotesTheProgram_data();
}

void tst_Autostart::entry_isValid()
{
    QFETCH(QString, path);
    Autostart autostart(m_home->path(), path);
    QVERIFY(!autostart.setOn(true));
    QProcess validator;
    validator.setProcessChannelMode(QProcess::MergedChannels);
    validator.start(QStringLiteral("desktop-file-validate"), {autostart.path()});
    QVERIFY(validator.waitForFinished());
    QCOMPARE(validator.readAll(), QByteArray());
    QCOMPARE(validator.exitCode(), 0);
}

void tst_Autostart::isOn_whatOthersWrote_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isOn");
    const QByteArray good = "[Desktop Entry]\nType=Application\nName=C\nExec=countersign\n";
    QTest::newRow("by hand") << good << true;
    QTest::newRow("blanks") << QByteArray("[Desktop Entry]\n Exec = countersign \n") << true;
    QTest::newRow("hidden") << good + "Hidden=true\n" << false;
    QTest::newRow("not hidden") << good + "Hidden=false\n" << true;
    QTest::newRow("switched off by the desktop") << good + "X-GNOME-Autostart-enabled=false\n"
                                                 << false;
    QTest::newRow("another group") << good + "[Desktop Action x]\nHidden=true\n" << true;
    QTest::newRow("no command") << QByteArray("[Desktop Entry]\nName=C\n") << false;
    QTest::newRow("command elsewhere")
        << QByteArray("Exec=a\n[Other]\nExec=countersign\n") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("noise") << QByteArray("\x00\xff=\n[=", 6) << false;
}

void tst_Autostart::isOn_whatOthersWrote()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isOn);
    Autostart autostart(m_home->path(), program);
    QVERIFY(QDir().mkdir(m_folder));
    write(autostart.path(), text);
    QCOMPARE(autostart.isOn(), isOn);
}

void tst_Autostart::foreignEntry_staysAsItIs_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"by hand", "link to ours", "dangling link", "folder"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
    if (::geteuid() == 0) // only root can give a file away
        QTest::newRow("of another user") << QStringLiteral("of another user");
}

void tst_Autostart::foreignEntry_staysAsItIs()
{
    QFETCH(QString, kind);
    Autostart autostart(m_home->path(), program);
    const QString target = m_home->filePath(QStringLiteral("target"));
    QVERIFY(QDir().mkdir(m_folder));
    if (kind == QStringLiteral("by hand")) {
        write(autostart.path(), "[Desktop Entry]\nExec=countersign --config-root /mine\n");
    } else if (kind == QStringLiteral("folder")) {
        QVERIFY(QDir().mkdir(autostart.path()));
    } else if (kind == QStringLiteral("of another user")) {
        write(autostart.path(), autostartEntry(program));
        QVERIFY(::chown(QFile::encodeName(autostart.path()).constData(), 65'534, 65'534) == 0);
    } else {
        if (kind == QStringLiteral("link to ours"))
            write(target, autostartEntry(program));
        QVERIFY(QFile::link(target, autostart.path()));
    }
    const QByteArray before = contentOf(autostart.path());
    for (const bool isOn : {true, false}) {
        const auto error = autostart.setOn(isOn);
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::LocalFault);
        QVERIFY(error->detail.contains(autostart.path()));
    }
    QCOMPARE(contentOf(autostart.path()), before);
    QCOMPARE(
        QDir(m_folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(QFile::exists(target), kind == QStringLiteral("link to ours"));
    QCOMPARE(autostart.isOn(), kind == QStringLiteral("by hand"));
}

void tst_Autostart::unsafeFolder_isRefused_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"link", "file", "group can write", "others can write"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void tst_Autostart::unsafeFolder_isRefused()
{
    QFETCH(QString, kind);
    const QByteArray folder = QFile::encodeName(m_folder);
    const QString elsewhere = m_home->filePath(QStringLiteral("elsewhere"));
    QVERIFY(QDir().mkdir(elsewhere));
    if (kind == QStringLiteral("link")) {
        QVERIFY(QFile::link(elsewhere, m_folder));
    } else if (kind == QStringLiteral("file")) {
        write(m_folder, {});
    } else {
        QVERIFY(QDir().mkdir(m_folder));
        const mode_t mode = kind.startsWith(QStringLiteral("group")) ? 0770 : 0702;
        QVERIFY(::chmod(folder.constData(), mode) == 0);
    }
    Autostart autostart(m_home->path(), program);
    const auto error = autostart.setOn(true);
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::LocalFault);
    QVERIFY(!autostart.isOn());
    QVERIFY(QDir(elsewhere).isEmpty());
}

//! Root may write into every folder that is kept on a disk.
void tst_Autostart::readOnlyFolder_isToldAndKeepsTheOldEntry()
{
    if (::geteuid() == 0) {
        Autostart autostart(QStringLiteral("/proc/self"), program);
        QVERIFY(autostart.setOn(true));
        QVERIFY(!autostart.isOn());
        return;
    }
    Autostart old(m_home->path(), QStringLiteral("/old/countersign"));
    QVERIFY(!old.setOn(true));
    QVERIFY(::chmod(QFile::encodeName(m_folder).constData(), 0500) == 0);
    Autostart autostart(m_home->path(), program);
    QVERIFY(autostart.setOn(true));
    QVERIFY(autostart.setOn(false));
    QCOMPARE(contentOf(old.path()), autostartEntry(QStringLiteral("/old/countersign")));
    QVERIFY(::chmod(QFile::encodeName(m_folder).constData(), 0700) == 0);
}

QTEST_GUILESS_MAIN(tst_Autostart)
#include "tst_autostart.moc"
