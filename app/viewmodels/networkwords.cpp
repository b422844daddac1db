// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/networkwords.h"

#include "app/domain/displaytext.h"
#include "app/models/sentences.h"
#include "app/viewmodels/errortext.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NetworkWords)
};

constexpr qsizetype longestName = 255;

//! Fingerprints are compared by eye: pairs with colons, as other programs show them.
QString fingerprintText(const QByteArray &hex)
{
    QStringList pairs;
    for (qsizetype i = 0; i + 1 < hex.size(); i += 2)
        pairs += QString::fromLatin1(hex.mid(i, 2)).toUpper();
    return pairs.join(u':');
}

QString dateText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm t"));
}

QString productText(bool isSts)
{
    return isSts ? Words::tr("STS", "a service of Alibaba Cloud")
                 : Words::tr("OOS", "a service of Alibaba Cloud");
}

QString wayText(const RouteReport &report)
{
    const QString proxy = safeLine(report.proxy, longestName);
    switch (report.way.value_or(Route::Way::Direct)) {
    case Route::Way::Direct:
        break;
    case Route::Way::Manual:
        return Words::tr("through the proxy %1 that is named here").arg(proxy);
    case Route::Way::System:
        return Words::tr("through the proxy %1 as given by the system").arg(proxy);
    }
    if (report.address.isEmpty())
        return Words::tr("directly");
    return Words::tr("directly at %1").arg(safeLine(report.address, longestName));
}

} // namespace

QString networkProblemText(NetworkProblem problem)
{
    switch (problem) {
    case NetworkProblem::None:
        break;
    case NetworkProblem::NoProxyHost:
        return Words::tr("Name the host of the proxy. Until then nothing is sent.");
    case NetworkProblem::BadProxyHost:
        return Words::tr("The host of the proxy is a name or an address alone, such as "
                         "proxy.example.com. Until then nothing is sent.");
    case NetworkProblem::NoProxyPort:
        return Words::tr("Name the port of the proxy. Until then nothing is sent.");
    }
    return {};
}

QString proxyPasswordText(ProxyPasswordState state)
{
    switch (state) {
    case ProxyPasswordState::None:
        return Words::tr("No password is known.");
    case ProxyPasswordState::Reading:
        return Words::tr("The keychain is asked for the password.");
    case ProxyPasswordState::Session:
        return Words::tr("The password is known until the program ends.");
    case ProxyPasswordState::InKeychain:
        return Words::tr("The password is in the keychain.");
    case ProxyPasswordState::Failed:
        break;
    }
    return Words::tr("The keychain did not give the password. Unlock it, or enter the password "
                     "again.");
}

QString authorityProblemText(const AuthorityFile &file)
{
    switch (file.problem) {
    case AuthorityFile::Problem::None:
    case AuthorityFile::Problem::NotSet:
        return {};
    case AuthorityFile::Problem::Missing:
        return Words::tr("The file is not there. The system's list alone counts.");
    case AuthorityFile::Problem::NotAFile:
        return Words::tr("This is not a file. The system's list alone counts.");
    case AuthorityFile::Problem::Unreadable:
        return Words::tr("The file cannot be read. The system's list alone counts.");
    case AuthorityFile::Problem::TooLarge:
        return Words::tr("The file is larger than 1 MiB. The system's list alone counts.");
    case AuthorityFile::Problem::NoCertificate:
        return Words::tr("There is no certificate in PEM form in the file. The system's list alone "
                         "counts.");
    case AuthorityFile::Problem::NoAuthority:
        return Words::tr("No certificate in the file is one of an authority. The system's list "
                         "alone counts.");
    case AuthorityFile::Problem::OutOfDate:
        return Words::tr(
            "The authorities in the file have expired, or are not valid yet. The system's "
            "list alone counts.");
    }
    return {};
}

QStringList authorityLines(const AuthorityFile &file)
{
    QStringList lines;
    for (const AuthorityFile::Authority &authority : file.authorities)
        //: %1 is the name of a certificate authority, %2 a time, %3 a fingerprint
        lines += Words::tr("%1, until %2, SHA-256 %3")
                     .arg(safeLine(authority.subject, longestName), dateText(authority.until),
                          fingerprintText(authority.sha256));
    if (file.problem == AuthorityFile::Problem::None && file.leftOut > 0)
        lines +=
            Words::tr("%n other certificate(s) in the file do not count.", nullptr, file.leftOut);
    return lines;
}

QString findingText(const NetworkKeeper::Finding &finding)
{
    const RouteReport &report = finding.report;
    const QString host = safeLine(report.endpoint.host(QUrl::FullyEncoded), longestName);
    if (report.error && report.way)
        //: %1 is OOS or STS, %2 a host, %3 the way, %4 whole sentences
        return Words::tr("%1 at %2 was not reached %3. %4")
            .arg(productText(finding.isSts), host, wayText(report), errorText(*report.error));
    if (report.error)
        //: %1 is OOS or STS, %2 a host, %3 whole sentences
        return Words::tr("%1 at %2 was not reached. %3")
            .arg(productText(finding.isSts), host, errorText(*report.error));
    //: %1 is OOS or STS, %2 a host, %3 the way, %4 a number of milliseconds
    const QString reached = Words::tr("%1 at %2 was reached %3 in %4 ms.")
                                .arg(productText(finding.isSts), host, wayText(report),
                                     QLocale().toString(qint64(report.took.count())));
    //: %1 is such as TLSv1.3, %2 the issuer of a certificate, %3 a time
    return joinedSentences(
        {reached, Words::tr("It speaks %1; its certificate is issued by %2 and valid until %3.")
                      .arg(safeLine(report.tlsVersion, 20), safeLine(report.issuer, longestName),
                           dateText(report.certificateUntil))});
}

} // namespace countersign
