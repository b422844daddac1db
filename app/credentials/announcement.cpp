// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/announcement.h"

#include "app/domain/json.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr qsizetype announcementBytes = 64 * 1024;

Error badField(const QString &path)
{
    Error error;
    error.kind = Error::Kind::BadReply;
    error.path = path;
    return error;
}

Error localFault(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.detail = detail;
    return error;
}

//! Nothing when the text names anything but a port of this computer.
std::optional<QUrl> loopbackUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool hasScheme =
        url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    const bool isLoopback =
        url.host() == QStringLiteral("127.0.0.1") || url.host() == QStringLiteral("::1");
    const bool hasMore = !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
                         (!url.path().isEmpty() && url.path() != QStringLiteral("/"));
    if (!url.isValid() || !hasScheme || !isLoopback || hasMore || url.port() < 1)
        return std::nullopt;
    QUrl plain;
    plain.setScheme(url.scheme());
    plain.setHost(url.host());
    plain.setPort(url.port());
    return plain;
}

Result<QByteArray> readCertificates(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > announcementBytes)
        return localFault(file.errorString());
    return file.readAll();
}

Result<std::vector<SandboxUser>> readUsers(const Json &list)
{
    std::vector<SandboxUser> users;
    const std::vector<Json> items = list.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        SandboxUser user;
        Credentials credentials;
        user.name = items[i][u"name"].toString();
        credentials.accessKeyId = items[i][u"accessKeyId"].toString();
        credentials.secret = SecretBytes(items[i][u"accessKeySecret"].toString().toUtf8());
        if (user.name.isEmpty() || credentials.accessKeyId.isEmpty() ||
            credentials.secret.isEmpty())
            return badField(QStringLiteral("users[%1]").arg(i));
        user.credentials = std::make_shared<const Credentials>(std::move(credentials));
        users.push_back(std::move(user));
    }
    if (users.empty())
        return badField(QStringLiteral("users"));
    return users;
}

//! Opened without following a link and checked through its descriptor, so that what is checked is
//! what is read.
int openOwnPrivateFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return -1;
    struct stat status = {};
    const bool isPrivate = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
                           status.st_uid == ::geteuid() &&
                           (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    if (!isPrivate) {
        ::close(file);
        return -1;
    }
    return file;
}

} // namespace

Result<SandboxAnnouncement> readAnnouncement(const QByteArray &text)
{
    const Json::ParseResult parsed = Json::parse(text, {.bytes = announcementBytes});
    if (!parsed || !parsed.json->isObject())
        return badField(QString());
    const Json &root = *parsed.json;

    SandboxAnnouncement announcement;
    Profile &profile = announcement.profile;
    const std::optional<QUrl> endpoint = loopbackUrl(root[u"endpoint"].toString());
    const std::optional<QUrl> sts = loopbackUrl(root[u"stsEndpoint"].toString());
    if (!endpoint || !sts)
        return badField(endpoint ? QStringLiteral("stsEndpoint") : QStringLiteral("endpoint"));
    profile.id = ProfileId(QStringLiteral("sandbox"));
    profile.alias = QStringLiteral("sandbox");
    profile.environment.color = EnvironmentColor::Blue;
    profile.environment.pattern = EnvironmentPattern::Dots;
    profile.environment.isSandbox = true;
    profile.endpoint = *endpoint;
    profile.stsEndpoint = *sts;
    profile.accountId = root[u"accountId"].toString();
    for (const Json &region : root[u"regions"].items()) {
        if (region.toString().isEmpty())
            return badField(QStringLiteral("regions"));
        profile.regions.push_back(RegionId(region.toString()));
    }
    if (profile.regions.empty() || profile.accountId.isEmpty())
        return badField(profile.regions.empty() ? QStringLiteral("regions")
                                                : QStringLiteral("accountId"));
    Result<QByteArray> certificates = readCertificates(root[u"ca"].toString());
    if (!certificates)
        return certificates.error();
    profile.caCertificates = std::move(certificates).value();
    Result<std::vector<SandboxUser>> users = readUsers(root[u"users"]);
    if (!users)
        return users.error();
    announcement.users = std::move(users).value();
    return announcement;
}

Result<SandboxAnnouncement> readAnnouncementFile(const QString &path)
{
    const int descriptor = openOwnPrivateFile(path);
    if (descriptor < 0)
        return localFault(QStringLiteral("not a private file of this user: %1").arg(path));
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return localFault(file.errorString());
    }
    return readAnnouncement(file.read(announcementBytes + 1));
}

} // namespace countersign
