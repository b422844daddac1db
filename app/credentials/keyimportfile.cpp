// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyimportfile.h"

#include "app/credentials/cliconfig.h"
#include "app/domain/wipe.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

using Problem = KeyFileReading::Problem;

KeyFilePlace placeOf(const ImportEnvironment &environment, const char *variable,
                     const QString &usual)
{
    KeyFilePlace place;
    place.path = environment.text(variable);
    if (place.path.isEmpty())
        place.path = QString(environment.home + usual);
    else
        place.variable = QString::fromLatin1(variable);
    place.path = QDir::cleanPath(QDir::current().absoluteFilePath(place.path));
    const QFileInfo facts(place.path);
    place.isThere = facts.exists() || facts.isSymLink();
    return place;
}

int openPlain(const QString &path)
{
    return ::open(QFile::encodeName(path).constData(),
                  O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
}

//! Where a link leads, as a path of its own; empty when `path` is none.
QString targetOf(const QString &path)
{
    const QFileInfo facts(path);
    if (!facts.isSymLink())
        return {};
    // QFileInfo::symLinkTarget() makes the path absolute and does not follow further.
    return QDir::cleanPath(facts.symLinkTarget());
}

void fail(KeyFileReading &reading, Problem problem, int reason = 0)
{
    reading.problem = problem;
    if (reason != 0)
        reading.reason = QString::fromLocal8Bit(std::strerror(reason));
}

Problem problemOfOpening(int reason, bool isTarget)
{
    if (reason == ENOENT || reason == ENOTDIR)
        return Problem::NotThere;
    if (reason == ELOOP && isTarget)
        return Problem::LinkToLink;
    if (reason == ENXIO || reason == ENODEV)
        return Problem::NotPlain;
    return Problem::NotReadable;
}

QByteArray stampOf(const struct stat &facts)
{
    QByteArray stamp;
    for (const qint64 part :
         {qint64(facts.st_dev), qint64(facts.st_ino), qint64(facts.st_size), qint64(facts.st_mode),
          qint64(facts.st_mtim.tv_sec), qint64(facts.st_mtim.tv_nsec)})
        stamp += QByteArray::number(part) + ' ';
    return stamp;
}

//! Whether the file is still what it was; a half of one text and a half of another are none.
bool isSame(int descriptor, const struct stat &before, qsizetype size)
{
    struct stat after = {};
    return ::fstat(descriptor, &after) == 0 && stampOf(after) == stampOf(before) &&
           after.st_size == size;
}

void readAll(int descriptor, const struct stat &before, KeyFileReading &reading)
{
    constexpr qsizetype limit = CliConfigReading::largestFile;
    QByteArray bytes(limit + 1, '\0'); // at once: growing would leave copies behind
    qsizetype size = 0;
    while (size < bytes.size()) {
        const ssize_t got =
            ::read(descriptor, bytes.data() + size, static_cast<std::size_t>(bytes.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            fail(reading, Problem::NotReadable, errno);
        if (got <= 0)
            break;
        size += got;
    }
    if (size > limit)
        fail(reading, Problem::TooLarge);
    else if (reading.problem == Problem::None && !isSame(descriptor, before, size))
        fail(reading, Problem::Changing);
    if (reading.problem == Problem::None) {
        bytes.resize(size);
        reading.bytes = std::move(bytes);
    } else {
        wipeShared(bytes);
    }
}

} // namespace

ImportEnvironment ImportEnvironment::ofThisProcess()
{
    return {QDir::homePath(), [](const char *name) { return qEnvironmentVariable(name); },
            [](const char *name) { return !qEnvironmentVariableIsEmpty(name); }};
}

std::vector<KeyFilePlace> keyFilePlaces(const ImportEnvironment &environment)
{
    std::vector<KeyFilePlace> places{
        placeOf(environment, "ALIBABA_CLOUD_CONFIG_FILE", QStringLiteral("/.aliyun/config.json")),
        placeOf(environment, "ALIBABA_CLOUD_CREDENTIALS_FILE",
                QStringLiteral("/.alibabacloud/credentials"))};
    if (places.back().variable.isEmpty())
        places.push_back(placeOf(environment, "ALIBABA_CLOUD_CREDENTIALS_FILE",
                                 QStringLiteral("/.alibabacloud/credentials.ini")));
    return places;
}

QByteArray keyFileStamp(const QString &path)
{
    struct stat facts = {};
    const bool isThere = ::stat(QFile::encodeName(path).constData(), &facts) == 0;
    return isThere ? stampOf(facts) : QByteArray();
}

KeyFileReading readKeyFile(const QString &path)
{
    KeyFileReading reading;
    reading.stamp = keyFileStamp(path); // before: a change while it is read is not missed
    reading.target = targetOf(path);
    const bool isLink = !reading.target.isEmpty();
    const int descriptor = openPlain(isLink ? reading.target : path);
    if (descriptor < 0) {
        const int reason = errno;
        fail(reading, problemOfOpening(reason, isLink), reason);
        return reading;
    }
    struct stat facts = {};
    if (::fstat(descriptor, &facts) != 0)
        fail(reading, Problem::NotReadable, errno);
    else if (!S_ISREG(facts.st_mode))
        fail(reading, Problem::NotPlain);
    else if (facts.st_uid != ::geteuid())
        fail(reading, Problem::OtherOwner);
    else if (facts.st_size > CliConfigReading::largestFile)
        fail(reading, Problem::TooLarge);
    reading.isOpenToOthers = (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0;
    if (reading.problem == Problem::None)
        readAll(descriptor, facts, reading);
    ::close(descriptor);
    return reading;
}

} // namespace countersign
