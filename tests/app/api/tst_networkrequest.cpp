// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkrequest.h"

#include <openssl/crypto.h>

#include <QNetworkAccessManager>
#include <QProcess>
#include <QSslSocket>
#include <QTest>

#include <cstdlib>
#include <cstring>

using namespace countersign;

namespace {

constexpr char childArgument[] = "end-with-tls";
constexpr int tlsIsGone = 3;

//! Registered before TLS was begun, and so called after whatever TLS has registered.
void checkTlsAtExit()
{
    if (OPENSSL_init_crypto(0, nullptr) != 1)
        std::_Exit(tlsIsGone);
}

int endWithTls()
{
    if (std::atexit(checkTlsAtExit) != 0)
        return 1;
    const auto manager = newManager(QUrl(QStringLiteral("https://127.0.0.1:1")));
    return QSslSocket::supportsSsl() ? 0 : 2;
}

} // namespace

class tst_NetworkRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exit_leavesTlsToThreadsThatStillEnd();
};

void tst_NetworkRequest::exit_leavesTlsToThreadsThatStillEnd()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(childArgument)});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 2 && std::strcmp(argv[1], childArgument) == 0)
        return endWithTls();
    tst_NetworkRequest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_networkrequest.moc"
