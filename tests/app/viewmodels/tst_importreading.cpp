// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/importreading.h"
#include "tests/support/keyfiles.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace countersign;

namespace {

QByteArray nameOf(const QString &path)
{
    return QFile::encodeName(path);
}

} // namespace

//! What stands in the place of the CLI's file, and the one message that it gets.
class tst_ImportReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothing_isChosenWithoutFiles();
    void strangeThings_getOneMessage_data();
    void strangeThings_getOneMessage();
    void fileOfAnother_isNotRead();
    void replacedFile_isNoticedOnce();
    void rewrittenFile_isNoticed();
    void pipeInItsPlace_doesNotHold();
    void keys_goWhenForgotten();
    void chosenFile_isASourceOfItsOwn();

private:
    QString path() const { return m_folder->filePath(QStringLiteral(".aliyun/config.json")); }
    std::unique_ptr<ImportReading> reading()
    {
        return std::make_unique<ImportReading>(m_clock, environmentIn(m_folder->path()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

void tst_ImportReading::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral(".aliyun")));
}

void tst_ImportReading::nothing_isChosenWithoutFiles()
{
    const auto none = reading();
    QCOMPARE(none->source(), -1);
    QVERIFY(none->read().empty());
    QVERIFY(!none->config());
    QVERIFY(none->nothingFoundText().contains(path()));
    QVERIFY(!none->choose(1) && !none->choose(-1));
    QCOMPARE(none->sourceTexts().size(), 1);
}

void tst_ImportReading::strangeThings_getOneMessage_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("step");
    const auto add = [](const char *kind, const char *cause, const char *step) {
        QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(cause)
                            << QString::fromLatin1(step);
    };
    add("folder", "a folder", "Choose the file itself");
    add("pipe", "a pipe", "Choose the file itself");
    add("socket", "a pipe", "Choose the file itself");
    add("dangling", "link to", "Choose another one");
    add("two links", "link to another link", "Choose the file itself");
    add("circle", "link to another link", "Choose the file itself");
    add("unreadable", "cannot be read: ", "right to read it");
    add("large", "larger than 256 KiB", "Choose another file");
    add("empty", "It is empty", "aliyun configure");
}

void tst_ImportReading::strangeThings_getOneMessage()
{
    QFETCH(QString, kind);
    QFETCH(QString, cause);
    QFETCH(QString, step);
    const QString other = m_folder->filePath(QStringLiteral("other"));
    if (kind == u"folder")
        QVERIFY(QDir().mkdir(path()));
    else if (kind == u"pipe")
        QCOMPARE(::mkfifo(nameOf(path()).constData(), 0600), 0);
    else if (kind == u"socket")
        QCOMPARE(::mknod(nameOf(path()).constData(), S_IFSOCK | 0600, 0), 0);
    else if (kind == u"dangling")
        QVERIFY(QFile::link(other, path()));
    else if (kind == u"two links")
        QVERIFY(putFile(m_folder->filePath(QStringLiteral("real")), cliFile({cliKey("a")})) &&
                QFile::link(m_folder->filePath(QStringLiteral("real")), other) &&
                QFile::link(other, path()));
    else if (kind == u"circle")
        QVERIFY(QFile::link(path(), other) && QFile::link(other, path()));
    else if (kind == u"unreadable") // to the superuser as well
        QVERIFY(QFile::link(QStringLiteral("/proc/self/mem"), path()));
    else if (kind == u"large")
        QVERIFY(putFile(path(), cliFile({cliKey("a")}) + QByteArray(10 * 1024 * 1024, ' ')));
    else
        QVERIFY(putFile(path(), {}));
    const auto read = reading();
    QCOMPARE(read->source(), 0); // it is there, so it is what is meant
    QVERIFY(read->read().empty());
    QVERIFY(!read->config());
    QCOMPARE(read->problemHeading(), QStringLiteral("The file cannot be used"));
    const QStringList lines = read->problemText().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], path());
    QVERIFY2(lines[1].contains(cause) && lines[1].contains(step), qPrintable(lines[1]));
}

void tst_ImportReading::fileOfAnother_isNotRead()
{
    if (::geteuid() != 0)
        QSKIP("only the superuser can give a file away");
    QVERIFY(putFile(path(), cliFile({cliKey("a")})));
    if (::chown(nameOf(path()).constData(), 65'534, 65'534) != 0)
        QSKIP("files cannot be given away here");
    const auto read = reading();
    QVERIFY(read->read().empty());
    QVERIFY(read->problemText().contains(QStringLiteral("belongs to another user")));
    QVERIFY(read->problemText().contains(QStringLiteral("Choose a copy")));
}

void tst_ImportReading::replacedFile_isNoticedOnce()
{
    QVERIFY(putFile(path(), cliFile({cliKey("a")})));
    const auto read = reading();
    QCOMPARE(read->read().size(), std::size_t(1));
    QSignalSpy changed(read.get(), &ImportReading::changed);
    QVERIFY(putFile(path(), cliFile({cliKey("a"), cliKey("b", "0002")})));
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(read->hasChanged());
    QVERIFY(read->cautionText().contains(QStringLiteral("has changed")));
    QVERIFY(putFile(path(), cliFile({cliKey("c", "0003")})));
    read->lookForChange();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(read->read().size(), std::size_t(1));
    QVERIFY(!read->hasChanged());
}

void tst_ImportReading::rewrittenFile_isNoticed()
{
    QVERIFY(putFile(path(), cliFile({cliKey("a")})));
    const auto read = reading();
    QCOMPARE(read->read().size(), std::size_t(1));
    QSignalSpy changed(read.get(), &ImportReading::changed);
    QFile file(path());
    QVERIFY(file.open(QIODevice::Append) && file.write("\n") == 1);
    file.close();
    QTRY_COMPARE(changed.size(), 1);
}

//! Watching it does not open it either.
void tst_ImportReading::pipeInItsPlace_doesNotHold()
{
    QVERIFY(putFile(path(), cliFile({cliKey("a")})));
    const auto read = reading();
    QCOMPARE(read->read().size(), std::size_t(1));
    QVERIFY(QFile::remove(path()));
    QCOMPARE(::mkfifo(nameOf(path()).constData(), 0600), 0);
    QTRY_VERIFY(read->hasChanged());
    QVERIFY(read->read().empty());
    QVERIFY(read->problemText().contains(QStringLiteral("a pipe")));
}

void tst_ImportReading::keys_goWhenForgotten()
{
    QVERIFY(putFile(path(), cliFile({cliKey("a")})));
    const auto read = reading();
    QCOMPARE(read->read().size(), std::size_t(1));
    QVERIFY(read->config());
    read->forget();
    QVERIFY(!read->config());
    QCOMPARE(read->source(), 0);
}

void tst_ImportReading::chosenFile_isASourceOfItsOwn()
{
    QVERIFY(putFile(path(), cliFile({cliKey("a")})));
    const QString other = m_folder->filePath(QStringLiteral("sub/../other <b>.ini"));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("sub")));
    QVERIFY(putFile(other, "[x]\ntype=ecs_ram_role\n"));
    const auto read = reading();
    read->chooseFile(other);
    read->chooseFile(QDir::cleanPath(other));
    QCOMPARE(read->sourceTexts().size(), 3);
    QCOMPARE(read->source(), 1);
    QCOMPARE(read->read().size(), std::size_t(1));
    QVERIFY(read->sourceText().contains(QStringLiteral("SDKs' credentials file")));
    QVERIFY(read->choose(2) && read->isEnvironment());
    QVERIFY(read->read().empty());
    QVERIFY(read->problemText().contains(QStringLiteral("None of them is set.")));
}

QTEST_GUILESS_MAIN(tst_ImportReading)
#include "tst_importreading.moc"
