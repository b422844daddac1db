// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/logfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace countersign;

class tst_LogFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void modes_whateverTheMask_data();
    void modes_whateverTheMask();
    void lines_areAppended();
    void rotation_keepsSoManyFiles();
    void rotation_whatCannotBeMoved_isBegunAnew();
    void removedFile_isMadeAnew();
    void foreignPlaces_areLeftAlone_data();
    void foreignPlaces_areLeftAlone();
    void fullDisk_losesWholeLines();
    void tail_isOfWholeLines();

private:
    QString path(const QString &name = QStringLiteral("countersign.log")) const
    {
        return QString(m_folder->path() + QStringLiteral("/state/logs/") + name);
    }
    QString logs() const { return QString(m_folder->path() + QStringLiteral("/state/logs")); }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    mode_t modeOf(const QString &name) const
    {
        struct stat facts = {};
        return ::lstat(QFile::encodeName(name).constData(), &facts) == 0 ? facts.st_mode & 07777
                                                                         : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_LogFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_LogFiles::modes_whateverTheMask_data()
{
    QTest::addColumn<uint>("mask");
    QTest::newRow("000") << 0U;
    QTest::newRow("022") << 022U;
    QTest::newRow("077") << 077U;
}

void tst_LogFiles::modes_whateverTheMask()
{
    QFETCH(const uint, mask);
    const mode_t before = ::umask(mask);
    {
        LogFiles files(logs(), {16, 2});
        QVERIFY(files.append("0123456789"));
        QVERIFY(files.append("0123456789"));
    }
    ::umask(before);
    QCOMPARE(modeOf(logs()), mode_t(0700));
    QCOMPARE(modeOf(path()), mode_t(0600));
    QCOMPARE(modeOf(path(QStringLiteral("countersign.log.1"))), mode_t(0600));
    // What others could read so far is closed.
    ::chmod(QFile::encodeName(logs()).constData(), 0755);
    ::chmod(QFile::encodeName(path()).constData(), 0644);
    QVERIFY(LogFiles(logs()).append("x"));
    QCOMPARE(modeOf(logs()), mode_t(0700));
    QCOMPARE(modeOf(path()), mode_t(0600));
}

void tst_LogFiles::lines_areAppended()
{
    QVERIFY(LogFiles(logs()).append("one"));
    LogFiles files(logs());
    QVERIFY(files.append("two"));
    QVERIFY(files.append("three"));
    QCOMPARE(contentOf(QStringLiteral("countersign.log")), QByteArray("one\ntwo\nthree\n"));
}

void tst_LogFiles::rotation_keepsSoManyFiles()
{
    LogFiles files(logs(), {20, 3});
    for (int i = 0; i < 20; ++i)
        QVERIFY(files.append("line " + QByteArray::number(i).rightJustified(4, '0')));
    const QStringList names = QDir(logs()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names,
             QStringList({QStringLiteral("countersign.log"), QStringLiteral("countersign.log.1"),
                          QStringLiteral("countersign.log.2")}));
    QCOMPARE(contentOf(names.at(0)), QByteArray("line 0018\nline 0019\n"));
    QCOMPARE(contentOf(names.at(1)), QByteArray("line 0016\nline 0017\n"));
    QCOMPARE(contentOf(names.at(2)), QByteArray("line 0014\nline 0015\n"));
    QVERIFY(!files.append(QByteArray(20, 'x'))); // with its line feed it is longer than a file
}

void tst_LogFiles::rotation_whatCannotBeMoved_isBegunAnew()
{
    LogFiles files(logs(), {20, 2});
    QVERIFY(files.append("0123456789"));
    QVERIFY(QDir(logs()).mkpath(QStringLiteral("countersign.log.1/taken")));
    QVERIFY(files.append("abcdefghij"));
    QCOMPARE(contentOf(QStringLiteral("countersign.log")), QByteArray("abcdefghij\n"));
}

void tst_LogFiles::removedFile_isMadeAnew()
{
    LogFiles files(logs());
    QVERIFY(files.append("one"));
    QVERIFY(QDir(logs()).removeRecursively());
    QVERIFY(files.append("two"));
    QCOMPARE(contentOf(QStringLiteral("countersign.log")), QByteArray("two\n"));
}

void tst_LogFiles::foreignPlaces_areLeftAlone_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"linked folder", "linked file", "pipe", "folder for all", "no folder"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void tst_LogFiles::foreignPlaces_areLeftAlone()
{
    QFETCH(const QString, kind);
    const QString other = m_folder->filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(other));
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("state"))));
    const QByteArray logFolder = QFile::encodeName(logs());
    const QByteArray file = QFile::encodeName(path());
    if (kind == QStringLiteral("linked folder"))
        QCOMPARE(::symlink(QFile::encodeName(other).constData(), logFolder.constData()), 0);
    else if (kind == QStringLiteral("no folder"))
        QVERIFY(QFile(logs()).open(QIODevice::WriteOnly));
    else
        QCOMPARE(::mkdir(logFolder.constData(), 0700), 0);
    if (kind == QStringLiteral("linked file"))
        QCOMPARE(::symlink(QFile::encodeName(other + QStringLiteral("/target")).constData(),
                           file.constData()),
                 0);
    if (kind == QStringLiteral("pipe"))
        QCOMPARE(::mkfifo(file.constData(), 0600), 0);
    if (kind == QStringLiteral("folder for all"))
        QCOMPARE(::chmod(logFolder.constData(), 0777), 0);
    QVERIFY(!LogFiles(logs()).append("line"));
    QVERIFY(QDir(other).isEmpty());
}

void tst_LogFiles::fullDisk_losesWholeLines()
{
    LogFiles files(logs());
    QVERIFY(files.append("first"));
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldAction = ::signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = before;
    small.rlim_cur = 10; // the second line fits in part
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool isTaken = files.append("second");
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, oldAction);
    QVERIFY(!isTaken);
    QCOMPARE(contentOf(QStringLiteral("countersign.log")), QByteArray("first\n"));
    QVERIFY(files.append("third"));
    QCOMPARE(contentOf(QStringLiteral("countersign.log")), QByteArray("first\nthird\n"));
}

void tst_LogFiles::tail_isOfWholeLines()
{
    QCOMPARE(LogFiles(logs()).tail(100), QByteArray());
    LogFiles files(logs(), {20, 3});
    for (int i = 0; i < 6; ++i)
        QVERIFY(files.append("line " + QByteArray::number(i).rightJustified(4, '0')));
    const QByteArray all = "line 0000\nline 0001\nline 0002\nline 0003\nline 0004\nline 0005\n";
    QCOMPARE(files.tail(1'000), all);
    QCOMPARE(files.tail(60), all);
    QCOMPARE(files.tail(59), all.mid(10));
    QCOMPARE(files.tail(25), all.mid(40));
    QCOMPARE(files.tail(5), QByteArray());
}

QTEST_GUILESS_MAIN(tst_LogFiles)
#include "tst_logfiles.moc"
