// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/documentfile.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace countersign;

namespace {

const QDateTime now(QDate(2026, 11, 27), QTime(10, 0, 5), Qt::UTC);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray noise()
{
    QByteArray bytes(3000, '\0');
    QRandomGenerator random(7);
    for (char &byte : bytes)
        byte = static_cast<char>(random.generate() & 0xffU);
    return bytes;
}

} // namespace

class tst_DocumentFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)"))); }
    void absent_isNothing();
    void writeAndRead_isTheSame();
    void damaged_isSetAside_data();
    void damaged_isSetAside();
    void twoDamaged_bothAreKept();
    void newer_isLeftAlone();
    void link_isRefused();
    void cannotBeSetAside_damagedIsNotReplaced();
    void folderIsReadOnly_writeSaysSo();
};

void tst_DocumentFile::absent_isNothing()
{
    const QTemporaryDir folder;
    DocumentFile file(folder.filePath(QStringLiteral("a.json")), 1);
    QVERIFY(!file.read(now));
    QVERIFY(!file.problem());
}

void tst_DocumentFile::writeAndRead_isTheSame()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    DocumentFile file(path, 1);
    QVERIFY(file.write(R"({"version":1,"word":"说明"})"));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    const auto read = DocumentFile(path, 1).read(now);
    QVERIFY(read);
    QCOMPARE((*read)[u"word"].toString(), QStringLiteral("说明"));
}

void tst_DocumentFile::damaged_isSetAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("cut") << QByteArray(R"({"version":1,"drafts":[{"no)");
    QTest::newRow("noise") << noise();
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("no version") << QByteArray("{}");
    QTest::newRow("version is a word") << QByteArray(R"({"version":"one"})");
    QTest::newRow("member twice") << QByteArray(R"({"version":1,"version":1})");
    QTest::newRow("too large") << QByteArray(R"({"version":1,"a":")" + QByteArray(70'000, 'x') +
                                             R"("})");
}

void tst_DocumentFile::damaged_isSetAside()
{
    QFETCH(const QByteArray, text);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    put(path, text);
    DocumentFile file(path, 1, 65'536);
    QVERIFY(!file.read(now));
    QVERIFY(file.problem());
    QCOMPARE(file.problem()->kind, DocumentProblem::Kind::SetAside);
    QCOMPARE(file.problem()->keptAs, QStringLiteral("a.json.damaged-20261127-100005"));
    QCOMPARE(contentOf(folder.filePath(file.problem()->keptAs)), text);
    QVERIFY(file.write(R"({"version":1})"));
    QCOMPARE(contentOf(folder.filePath(QStringLiteral("a.json.damaged-20261127-100005"))), text);
}

void tst_DocumentFile::twoDamaged_bothAreKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    for (const char *text : {"first", "second"}) {
        put(path, text);
        DocumentFile(path, 1).read(now);
    }
    QCOMPARE(contentOf(path + QStringLiteral(".damaged-20261127-100005")), QByteArray("first"));
    QCOMPARE(contentOf(path + QStringLiteral(".damaged-20261127-100005-1")), QByteArray("second"));
}

void tst_DocumentFile::newer_isLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    put(path, R"({"version":2})");
    DocumentFile file(path, 1);
    QVERIFY(!file.read(now));
    QCOMPARE(file.problem()->kind, DocumentProblem::Kind::Newer);
    QVERIFY(!file.write(R"({"version":1})"));
    QCOMPARE(contentOf(path), QByteArray(R"({"version":2})"));
}

void tst_DocumentFile::link_isRefused()
{
    const QTemporaryDir folder;
    const QString real = folder.filePath(QStringLiteral("elsewhere.json"));
    put(real, R"({"version":1})");
    const QString path = folder.filePath(QStringLiteral("a.json"));
    QVERIFY(QFile::link(real, path));
    DocumentFile file(path, 1);
    QVERIFY(!file.read(now));
    QCOMPARE(file.problem()->kind, DocumentProblem::Kind::NotReadable);
    QVERIFY(!file.write(R"({"version":1,"a":1})"));
    QCOMPARE(contentOf(real), QByteArray(R"({"version":1})"));
}

void tst_DocumentFile::cannotBeSetAside_damagedIsNotReplaced()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    put(path, "cut");
    // Every name that it could be kept under is taken.
    for (int i = 0; i < 100; ++i) {
        const QString stem = path + QStringLiteral(".damaged-20261127-100005");
        put(i == 0 ? stem : QStringLiteral("%1-%2").arg(stem).arg(i), "taken");
    }
    DocumentFile file(path, 1);
    QVERIFY(!file.read(now));
    QCOMPARE(file.problem()->kind, DocumentProblem::Kind::NotReadable);
    QVERIFY(!file.write(R"({"version":1})"));
    QCOMPARE(contentOf(path), QByteArray("cut"));
}

void tst_DocumentFile::folderIsReadOnly_writeSaysSo()
{
    const QTemporaryDir folder;
    put(folder.filePath(QStringLiteral("file")), "x");
    DocumentFile file(folder.filePath(QStringLiteral("file/a.json")), 1);
    QVERIFY(!file.write(R"({"version":1})"));
    QCOMPARE(file.problem()->kind, DocumentProblem::Kind::NotWritable);
    QVERIFY(!file.problem()->reason.isEmpty());
}

QTEST_GUILESS_MAIN(tst_DocumentFile)
#include "tst_documentfile.moc"
