// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/companyca.h"

#include <QFile>
#include <QSslCertificateExtension>
#include <QVariantMap>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

QByteArray stampOf(const struct stat &found)
{
    const auto number = [](auto value) {
        return QByteArray(QByteArray::number(qint64(value)) + ' ');
    };
    return number(found.st_dev) + number(found.st_ino) + number(found.st_size) +
           number(found.st_mtim.tv_sec) + number(found.st_mtim.tv_nsec) +
           number(found.st_ctim.tv_sec) + number(found.st_ctim.tv_nsec);
}

//! Of a file that cannot be seen: a file that has come has another one.
QByteArray stampOfFailure(int reason)
{
    return "failure " + QByteArray::number(reason);
}

QString nameOf(const QSslCertificate &certificate)
{
    for (const auto part : {QSslCertificate::CommonName, QSslCertificate::Organization,
                            QSslCertificate::OrganizationalUnitName}) {
        const QStringList names = certificate.subjectInfo(part);
        if (!names.isEmpty())
            return names.join(QStringLiteral(", "));
    }
    return {};
}

//! The bytes, or why there are none. A pipe is opened without waiting for its other end.
AuthorityFile::Problem read(const QString &path, QByteArray &bytes, QByteArray &stamp)
{
    using Problem = AuthorityFile::Problem;
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        const int reason = errno;
        stamp = stampOfFailure(reason);
        return reason == ENOENT || reason == ENOTDIR ? Problem::Missing
               : reason == ENXIO                     ? Problem::NotAFile
                                                     : Problem::Unreadable;
    }
    QFile file;
    struct stat found = {};
    if (::fstat(descriptor, &found) != 0 ||
        !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return S_ISDIR(found.st_mode) ? Problem::NotAFile : Problem::Unreadable;
    }
    stamp = stampOf(found);
    if (!S_ISREG(found.st_mode))
        return Problem::NotAFile;
    bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return Problem::TooLarge;
    return file.error() == QFileDevice::NoError ? Problem::None : Problem::Unreadable;
}

} // namespace

bool isAuthority(const QSslCertificate &certificate)
{
    const QList<QSslCertificateExtension> extensions = certificate.extensions();
    return std::any_of(extensions.begin(), extensions.end(),
                       [](const QSslCertificateExtension &extension) {
                           return extension.name() == QStringLiteral("basicConstraints") &&
                                  extension.value().toMap().value(QStringLiteral("ca")).toBool();
                       });
}

QByteArray stampOfFile(const QString &path)
{
    struct stat found = {};
    const bool isThere = ::stat(QFile::encodeName(path).constData(), &found) == 0;
    return isThere ? stampOf(found) : stampOfFailure(errno);
}

CompanyCa readCompanyCa(const QString &path, const QDateTime &now)
{
    using Problem = AuthorityFile::Problem;
    CompanyCa ca;
    ca.file.path = path;
    if (path.isEmpty())
        return ca;
    QByteArray bytes;
    ca.file.problem = read(path, bytes, ca.stamp.emplace());
    if (ca.file.problem != Problem::None)
        return ca;
    const QList<QSslCertificate> all = QSslCertificate::fromData(bytes, QSsl::Pem);
    int authorities = 0;
    for (const QSslCertificate &certificate : all) {
        if (!isAuthority(certificate))
            continue;
        ++authorities;
        if (certificate.effectiveDate() > now || certificate.expiryDate() < now)
            continue;
        ca.certificates += certificate;
        ca.file.authorities.push_back({nameOf(certificate),
                                       certificate.digest(QCryptographicHash::Sha256).toHex(),
                                       certificate.expiryDate().toUTC()});
    }
    ca.file.leftOut = static_cast<int>(all.size() - ca.certificates.size());
    if (ca.certificates.isEmpty())
        ca.file.problem = all.isEmpty()      ? Problem::NoCertificate
                          : authorities == 0 ? Problem::NoAuthority
                                             : Problem::OutOfDate;
    return ca;
}

} // namespace countersign
