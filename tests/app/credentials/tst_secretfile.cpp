// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secretfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace countersign;

class TestSecretFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void content_isReadToTheLimit();
    void blanks_areTakenAway();
    void links_areFollowed();
    void otherThings_areNoFiles();

private:
    QString write(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(QStringLiteral("file")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file cannot be written");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestSecretFile::content_isReadToTheLimit()
{
    for (const qsizetype size : {0, 1, 99, 100}) {
        const QByteArray bytes(size, 'x');
        const auto read = readSecretFile(write(bytes), 100);
        QVERIFY(read);
        QCOMPARE(read->view().toByteArray(), bytes);
    }
    QVERIFY(!readSecretFile(write(QByteArray(101, 'x')), 100));
    QVERIFY(!readSecretFile(write(QByteArray(100'000, 'x')), 100));
    QCOMPARE(readSecretFile(write(" a\n"), 100)->view().toByteArray(), QByteArray(" a\n"));
}

void TestSecretFile::blanks_areTakenAway()
{
    const auto trimmed = [this](const QByteArray &bytes) {
        return readSecretFile(write(bytes), 100, SecretFileTrim::Blanks);
    };
    QCOMPARE(trimmed(" \r\n\ttoken\r\n\n")->view().toByteArray(), QByteArray("token"));
    QCOMPARE(trimmed("to ken")->view().toByteArray(), QByteArray("to ken"));
    QCOMPARE(trimmed(QByteArray(100, 't') + "\n")->size(), std::size_t(100));
    QVERIFY(!trimmed(QByteArray(101, 't') + "\n"));
    QVERIFY(trimmed(" \n")->isEmpty());
}

void TestSecretFile::links_areFollowed()
{
    const QString file = write("token");
    const QString link = m_folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(file, link));
    QCOMPARE(readSecretFile(link, 100)->view().toByteArray(), QByteArray("token"));
    QVERIFY(QFile::remove(file));
    QVERIFY(!readSecretFile(link, 100));
}

void TestSecretFile::otherThings_areNoFiles()
{
    const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString &path : {pipe, m_folder.path(), QStringLiteral("/dev/zero"),
                                m_folder.filePath(QStringLiteral("none")), QString()})
        QVERIFY2(!readSecretFile(path, 100), qPrintable(path));
}

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secretfile.moc"
