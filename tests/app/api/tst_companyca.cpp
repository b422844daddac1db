// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/companyca.h"
#include "tests/support/certificateshop.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace countersign;
using namespace std::chrono_literals;
using Problem = AuthorityFile::Problem;

class TestCompanyCa : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void authority_isTaken();
    void mixedFile_onlyGoodOnesCount();
    void badFiles_areTold_data();
    void badFiles_areTold();
    void whatIsNoFile_isNotWaitedFor();
    void sizeLimit_isOneMebibyte();
    void change_isSeenByItsStamp();
    void link_isFollowed();

private:
    QString written(const QByteArray &content);
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }

    QTemporaryDir m_folder;
    MadeCertificate m_authority;
    MadeCertificate m_old;
    MadeCertificate m_future;
    MadeCertificate m_server;
    int m_files = 0;
};

void TestCompanyCa::initTestCase()
{
    CertificateWish wish;
    wish.name = QStringLiteral("Example Company Root");
    wish.hosts.clear();
    wish.isAuthority = true;
    m_authority = makeCertificate(wish);
    wish.begins = -48h;
    wish.ends = -24h;
    m_old = makeCertificate(wish);
    wish.begins = 24h;
    wish.ends = 48h;
    m_future = makeCertificate(wish);
    CertificateWish server;
    server.name = QStringLiteral("a server");
    m_server = makeCertificate(server, m_authority);
    QVERIFY(m_authority.isValid() && m_old.isValid() && m_server.isValid());
}

QString TestCompanyCa::written(const QByteArray &content)
{
    const QString path = m_folder.filePath(QStringLiteral("file-%1.pem").arg(++m_files));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path
                                                                                    : QString();
}

void TestCompanyCa::authority_isTaken()
{
    const CompanyCa ca = readCompanyCa(written(m_authority.certificate), now());
    QCOMPARE(ca.file.problem, Problem::None);
    QCOMPARE(ca.certificates.size(), 1);
    QCOMPARE(ca.file.authorities.size(), std::size_t(1));
    const AuthorityFile::Authority &authority = ca.file.authorities.front();
    QCOMPARE(authority.subject, QStringLiteral("Example Company Root"));
    const QSslCertificate certificate(m_authority.certificate, QSsl::Pem);
    QCOMPARE(authority.sha256,
             QCryptographicHash::hash(certificate.toDer(), QCryptographicHash::Sha256).toHex());
    QVERIFY(std::abs(now().secsTo(authority.until) - 86'400) < 120);
    QCOMPARE(ca.file.leftOut, 0);
}

void TestCompanyCa::mixedFile_onlyGoodOnesCount()
{
    const CompanyCa ca =
        readCompanyCa(written("a note\n" + m_old.certificate + m_server.certificate +
                              m_authority.certificate + m_authority.key),
                      now());
    QCOMPARE(ca.file.problem, Problem::None);
    QCOMPARE(ca.certificates, QSslCertificate::fromData(m_authority.certificate, QSsl::Pem));
    QCOMPARE(ca.file.leftOut, 2);
}

void TestCompanyCa::badFiles_areTold_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("empty") << QByteArray() << Problem::NoCertificate;
    QTest::newRow("text") << QByteArray("hello") << Problem::NoCertificate;
    QTest::newRow("key alone") << m_authority.key << Problem::NoCertificate;
    QTest::newRow("cut") << m_authority.certificate.left(200) << Problem::NoCertificate;
    QTest::newRow("noise inside") << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n"
                                                "-----END CERTIFICATE-----\n")
                                  << Problem::NoCertificate;
    QTest::newRow("server's") << m_server.certificate << Problem::NoAuthority;
    QTest::newRow("old") << m_old.certificate << Problem::OutOfDate;
    QTest::newRow("not yet") << m_future.certificate << Problem::OutOfDate;
}

void TestCompanyCa::badFiles_areTold()
{
    QFETCH(const QByteArray, content);
    QFETCH(const Problem, problem);
    const CompanyCa ca = readCompanyCa(written(content), now());
    QCOMPARE(ca.file.problem, problem);
    QVERIFY(ca.certificates.isEmpty());
}

void TestCompanyCa::whatIsNoFile_isNotWaitedFor()
{
    const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(readCompanyCa(pipe, now()).file.problem, Problem::NotAFile);
    QCOMPARE(readCompanyCa(QStringLiteral("/dev/zero"), now()).file.problem, Problem::NotAFile);
    QCOMPARE(readCompanyCa(m_folder.path(), now()).file.problem, Problem::NotAFile);
    QCOMPARE(readCompanyCa(m_folder.filePath(QStringLiteral("none")), now()).file.problem,
             Problem::Missing);
    QCOMPARE(readCompanyCa({}, now()).file.problem, Problem::NotSet);
}

void TestCompanyCa::sizeLimit_isOneMebibyte()
{
    QByteArray large = m_authority.certificate;
    large += QByteArray(1024 * 1024 - large.size(), '\n');
    QCOMPARE(readCompanyCa(written(large), now()).file.problem, Problem::None);
    large += '\n';
    QCOMPARE(readCompanyCa(written(large), now()).file.problem, Problem::TooLarge);
}

void TestCompanyCa::change_isSeenByItsStamp()
{
    const QString path = written(m_old.certificate);
    const CompanyCa before = readCompanyCa(path, now());
    QVERIFY(before.stamp);
    QCOMPARE(stampOfFile(path), *before.stamp);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_authority.certificate);
    file.close();
    QVERIFY(stampOfFile(path) != *before.stamp);
    // What is not there has a stamp too: it is not read over and over, and a file that comes is.
    QVERIFY(QFile::remove(path));
    const CompanyCa gone = readCompanyCa(path, now());
    QVERIFY(gone.stamp && gone.stamp != before.stamp);
    QCOMPARE(stampOfFile(path), *gone.stamp);
    QCOMPARE(readCompanyCa({}, now()).stamp, std::nullopt);
}

void TestCompanyCa::link_isFollowed()
{
    const QString link = m_folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(written(m_authority.certificate), link));
    const CompanyCa ca = readCompanyCa(link, now());
    QCOMPARE(ca.file.problem, Problem::None);
    QCOMPARE(stampOfFile(link), *ca.stamp);
    const QString loop = m_folder.filePath(QStringLiteral("loop"));
    QVERIFY(QFile::link(loop, loop));
    const CompanyCa endless = readCompanyCa(loop, now());
    QCOMPARE(endless.file.problem, Problem::Unreadable);
    QCOMPARE(stampOfFile(loop), *endless.stamp);
}

QTEST_GUILESS_MAIN(TestCompanyCa)
#include "tst_companyca.moc"
