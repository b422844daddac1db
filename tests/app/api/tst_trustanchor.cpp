// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/trustanchor.h"
#include "tests/support/certificateshop.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

QSslCertificate read(const MadeCertificate &made)
{
    return QSslCertificate(made.certificate, QSsl::Pem);
}

MadeCertificate authority(const char *name, const std::optional<MadeCertificate> &above = {},
                          std::chrono::seconds ends = 24h)
{
    CertificateWish wish;
    wish.name = QLatin1String(name);
    wish.hosts.clear();
    wish.isAuthority = true;
    wish.begins = -72h;
    wish.ends = ends;
    return makeCertificate(wish, above);
}

MadeCertificate server(const std::optional<MadeCertificate> &issuer = {})
{
    CertificateWish wish;
    wish.name = QStringLiteral("a server");
    return makeCertificate(wish, issuer);
}

} // namespace

//! Chains as a server may send them, against lists of what counts (security.md N02).
class TestTrustAnchor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void chain_leadsToAnAnchor_data();
    void chain_leadsToAnAnchor();
    void certificateWithoutContent_leadsNowhere();
    void listOfASystem_isLookedThroughQuickly();

private:
    MadeCertificate m_root;
    MadeCertificate m_middle;
    MadeCertificate m_server;
};

void TestTrustAnchor::initTestCase()
{
    m_root = authority("Root that counts");
    m_middle = authority("Authority between", m_root);
    m_server = server(m_middle);
    QVERIFY(m_root.isValid() && m_middle.isValid() && m_server.isValid());
}

void TestTrustAnchor::chain_leadsToAnAnchor_data()
{
    using List = QList<QSslCertificate>;
    QTest::addColumn<List>("chain");
    QTest::addColumn<List>("anchors");
    QTest::addColumn<bool>("leads");
    const QSslCertificate root = read(m_root);
    const QSslCertificate middle = read(m_middle);
    const QSslCertificate leaf = read(m_server);
    const MadeCertificate rogue = authority("Root that does not");
    const MadeCertificate twin = authority("Root that counts"); // of another key
    const QSslCertificate direct = read(server(m_root));
    const QSslCertificate alone = read(server());
    const MadeCertificate aged = authority("Root of old", {}, -24h);
    const auto good = [](const char *name, const List &chain, const List &anchors) {
        QTest::newRow(name) << chain << anchors << true;
    };
    const auto bad = [](const char *name, const List &chain, const List &anchors) {
        QTest::newRow(name) << chain << anchors << false;
    };
    good("root left out", {leaf, middle}, {root});
    good("root sent", {leaf, middle, root}, {root});
    good("among others", {leaf, middle}, {read(rogue), alone, root});
    good("no authority between", {direct}, {root});
    good("in disorder", {leaf, root, middle}, {root});
    good("the authority between counts", {leaf, middle}, {middle});
    good("the certificate itself counts", {alone}, {alone});
    good("the certificate itself counts, its issuer does not", {leaf}, {leaf});
    good("dates are judged elsewhere", {read(server(aged))}, {read(aged)});
    bad("another root", {read(server(rogue)), read(rogue)}, {root});
    bad("another root, with one that counts behind it", {read(server(rogue)), read(rogue), root},
        {root});
    bad("another root, with a whole chain that counts behind it",
        {read(server(rogue)), read(rogue), leaf, middle, root}, {root});
    bad("a root of the same name", {read(server(twin))}, {root});
    bad("a root of the same name, sent along", {read(server(twin)), read(twin)}, {root});
    bad("authority between left out", {leaf}, {root});
    bad("signed by a server", {read(server(m_server)), leaf, middle}, {root});
    bad("signs itself", {alone}, {root});
    bad("nothing sent", {}, {root});
    bad("nothing counts", {leaf, middle, root}, {});
}

void TestTrustAnchor::chain_leadsToAnAnchor()
{
    QFETCH(const QList<QSslCertificate>, chain);
    QFETCH(const QList<QSslCertificate>, anchors);
    for (const QSslCertificate &certificate : chain + anchors)
        QVERIFY(!certificate.isNull());
    QTEST(leadsToAnchor(chain, anchors), "leads");
}

void TestTrustAnchor::certificateWithoutContent_leadsNowhere()
{
    const QSslCertificate root = read(m_root);
    QVERIFY(!leadsToAnchor({QSslCertificate()}, {root}));
    QVERIFY(!leadsToAnchor({read(m_server), QSslCertificate(), read(m_middle)}, {root}));
    QVERIFY(leadsToAnchor({read(m_server), read(m_middle)}, {QSslCertificate(), root}));
}

//! As many as a system has: the window stays alive for every new connection.
void TestTrustAnchor::listOfASystem_isLookedThroughQuickly()
{
    QList<QSslCertificate> many;
    for (int i = 0; i < 15; ++i) {
        const QSslCertificate made = read(authority(qPrintable(QStringLiteral("Root %1").arg(i))));
        many += QList<QSslCertificate>(10, made);
    }
    many += read(m_root);
    const QList<QSslCertificate> chain{read(m_server), read(m_middle)};
    QVERIFY(leadsToAnchor(chain, many));
    QBENCHMARK
    {
        (void)leadsToAnchor(chain, many);
    }
}

QTEST_GUILESS_MAIN(TestTrustAnchor)
#include "tst_trustanchor.moc"
