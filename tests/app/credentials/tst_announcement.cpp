// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/announcement.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

QByteArray announcementWith(const QByteArray &endpoint)
{
    return R"({"endpoint":")" + endpoint +
           R"(","stsEndpoint":"http://127.0.0.1:4100","regions":["cn-hangzhou","cn-shanghai"],)"
           R"("ca":"","accountId":"1234567890123456","users":[{"name":"first","accessKeyId":"id1",)"
           R"("accessKeySecret":"s1"},{"name":"second","accessKeyId":"id2","accessKeySecret":"s2"}]})";
}

} // namespace

class tst_Announcement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_isRead();
    void endpoint_onlyThisComputer_data();
    void endpoint_onlyThisComputer();
    void broken_isRefused_data();
    void broken_isRefused();
    void file_onlyPrivateOnesAreRead();
    void file_linkIsNotFollowed();
};

void tst_Announcement::complete_isRead()
{
    const auto read = readAnnouncement(announcementWith("http://127.0.0.1:4101"));
    QVERIFY(read);
    QCOMPARE(read->profile.alias, QStringLiteral("sandbox"));
    QVERIFY(read->profile.environment.isSandbox);
    QVERIFY(!read->profile.environment.isProduction);
    QCOMPARE(read->profile.endpoint, QUrl(QStringLiteral("http://127.0.0.1:4101")));
    QCOMPARE(read->profile.accountId, QStringLiteral("1234567890123456"));
    QCOMPARE(read->profile.regions.size(), std::size_t(2));
    QCOMPARE(read->users.size(), std::size_t(2));
    QCOMPARE(read->users[0].name, QStringLiteral("first"));
    QCOMPARE(read->users[0].credentials->accessKeyId, QStringLiteral("id1"));
    QVERIFY(read->users[0].credentials->secret.equals(SecretBytes(QByteArrayView("s1"))));
}

void tst_Announcement::endpoint_onlyThisComputer_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<bool>("isBelieved");
    QTest::newRow("IPv4") << QByteArray("http://127.0.0.1:1") << true;
    QTest::newRow("TLS") << QByteArray("https://127.0.0.1:1") << true;
    QTest::newRow("IPv6") << QByteArray("http://[::1]:1") << true;
    QTest::newRow("slash") << QByteArray("http://127.0.0.1:1/") << true;
    QTest::newRow("name") << QByteArray("http://localhost:1") << false;
    QTest::newRow("other loopback") << QByteArray("http://127.0.0.2:1") << false;
    QTest::newRow("elsewhere") << QByteArray("http://10.0.0.1:1") << false;
    QTest::newRow("longer name") << QByteArray("http://127.0.0.1.example.invalid:1") << false;
    QTest::newRow("user info") << QByteArray("http://127.0.0.1:1@example.invalid:2") << false;
    QTest::newRow("no port") << QByteArray("http://127.0.0.1") << false;
    QTest::newRow("path") << QByteArray("http://127.0.0.1:1/x") << false;
    QTest::newRow("query") << QByteArray("http://127.0.0.1:1?x") << false;
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << false;
    QTest::newRow("empty") << QByteArray("") << false;
}

void tst_Announcement::endpoint_onlyThisComputer()
{
    QFETCH(QByteArray, endpoint);
    QFETCH(bool, isBelieved);
    const auto read = readAnnouncement(announcementWith(endpoint));
    QCOMPARE(read.hasValue(), isBelieved);
    if (!isBelieved)
        QCOMPARE(read.error().path, QStringLiteral("endpoint"));
}

void tst_Announcement::broken_isRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = announcementWith("http://127.0.0.1:1");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << good.left(good.size() / 2);
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no regions") << QByteArray(good).replace("\"cn-hangzhou\",\"cn-shanghai\"", "");
    QTest::newRow("no account") << QByteArray(good).replace("1234567890123456", "");
    QTest::newRow("empty secret") << QByteArray(good).replace("\"s2\"", "\"\"");
    QTest::newRow("users no list") << QByteArray(good).replace("\"users\":[", "\"other\":[");
    QTest::newRow("name twice") << QByteArray(good).replace("\"ca\":\"\"", "\"endpoint\":\"\"");
}

void tst_Announcement::broken_isRefused()
{
    QFETCH(QByteArray, text);
    const auto read = readAnnouncement(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::BadReply);
}

void tst_Announcement::file_onlyPrivateOnesAreRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("announcement.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(announcementWith("http://127.0.0.1:1"));
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(readAnnouncementFile(path));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QCOMPARE(readAnnouncementFile(path).error().kind, Error::Kind::LocalFault);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QCOMPARE(readAnnouncementFile(path).error().kind, Error::Kind::LocalFault);
    QCOMPARE(readAnnouncementFile(folder.path()).error().kind, Error::Kind::LocalFault);
    QCOMPARE(readAnnouncementFile(folder.filePath(QStringLiteral("none"))).error().kind,
             Error::Kind::LocalFault);
}

void tst_Announcement::file_linkIsNotFollowed()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("real")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(announcementWith("http://127.0.0.1:1"));
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner));
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(file.fileName(), link));
    QVERIFY(!readAnnouncementFile(link));
}

QTEST_GUILESS_MAIN(tst_Announcement)
#include "tst_announcement.moc"
