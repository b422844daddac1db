// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/instanceplace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr mode_t othersBits = S_IRWXG | S_IRWXO;
constexpr qsizetype nameDigits = 16;

Error localFault(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.detail = detail;
    return error;
}

bool isPrivateFolder(const QString &path)
{
    struct stat status = {};
    return path.startsWith(QLatin1Char('/')) &&
           ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
           status.st_uid == ::geteuid() && (status.st_mode & othersBits) == 0;
}

Result<QString> folderUnder(const QString &root)
{
    const QString folder = QString(root + QStringLiteral("/run"));
    const bool isMade = ::mkdir(QFile::encodeName(folder).constData(), S_IRWXU) == 0;
    if (isPrivateFolder(folder))
        return folder;
    return localFault(isMade ? QStringLiteral("cannot use the folder %1").arg(folder)
                             : QStringLiteral("not a private folder of this user: %1").arg(folder));
}

//! A path ends in a slash in some environments; lstat would then follow a link.
QString withoutSlash(QString path)
{
    while (path.size() > 1 && path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

} // namespace

Result<QString> instancePlace(const QString &configRoot, const QString &runtimeFolder)
{
    const QString root = QFileInfo(configRoot).canonicalFilePath();
    if (root.isEmpty() || !QFileInfo(root).isDir())
        return localFault(QStringLiteral("not a folder: %1").arg(configRoot));
    QString folder = withoutSlash(runtimeFolder);
    if (!isPrivateFolder(folder)) {
        Result<QString> own = folderUnder(root);
        if (!own)
            return own;
        folder = std::move(own).value();
    }
    const QByteArray digest =
        QCryptographicHash::hash(QFile::encodeName(root), QCryptographicHash::Sha256).toHex();
    const QString place = QStringLiteral("%1/countersign-%2")
                              .arg(folder, QString::fromLatin1(digest.left(nameDigits)));
    // The longest ending is added here so that nothing further on meets the limit.
    const qsizetype longest = sizeof(sockaddr_un::sun_path) - sizeof(".socket");
    if (QFile::encodeName(place).size() > longest)
        return localFault(QStringLiteral("too long for a socket: %1").arg(place));
    return place;
}

bool isOwnPeer(const QLocalSocket &socket)
{
    struct ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer,
                        &size) == 0 &&
           size == sizeof peer && peer.uid == ::geteuid();
}

InstanceLock::~InstanceLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<bool> InstanceLock::take(const QString &path)
{
    // Programs that are started from here must not keep the lock, and a pipe must not make us wait.
    const int file =
        ::open(QFile::encodeName(path).constData(),
               O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, S_IRUSR | S_IWUSR);
    if (file < 0)
        return localFault(QStringLiteral("%1: %2").arg(path, qt_error_string(errno)));
    struct stat status = {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != ::geteuid()) {
        ::close(file);
        return localFault(QStringLiteral("not a file of this user: %1").arg(path));
    }
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
        m_file = file;
        return true;
    }
    const int problem = errno;
    ::close(file);
    if (problem == EWOULDBLOCK)
        return false;
    return localFault(QStringLiteral("%1: %2").arg(path, qt_error_string(problem)));
}

} // namespace countersign
