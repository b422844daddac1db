// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/autostart.h"

#include <QDir>
#include <QFile>
#include <QList>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr char mark[] = "X-Countersign-Autostart=true";
constexpr qsizetype largestEntry = 64 * 1024;

enum class Found { Nothing, Ours, Foreign };

Error localFault(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.detail = detail;
    return error;
}

//! The lines of the group [Desktop Entry]; nothing when this is no regular file of this user.
std::optional<QList<QByteArray>> readEntry(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return std::nullopt;
    struct stat status = {};
    QFile file;
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) ||
        status.st_uid != ::geteuid() ||
        !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return std::nullopt;
    }
    QList<QByteArray> lines;
    bool isInGroup = false;
    for (const QByteArray &line : file.read(largestEntry).split('\n')) {
        const QByteArray text = line.trimmed();
        if (text.startsWith('['))
            isInGroup = text == "[Desktop Entry]";
        else if (isInGroup)
            lines.push_back(text);
    }
    return lines;
}

Found whatIsAt(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return errno == ENOENT ? Found::Nothing : Found::Foreign;
    const auto lines = readEntry(path);
    return lines && lines->contains(mark) ? Found::Ours : Found::Foreign;
}

//! A folder, not a link to one, that nobody else can write.
bool isOwnFolder(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
           status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

//! A value of the type string: what the specification of desktop entries escapes in every value.
QString stringValue(QString text)
{
    return text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('\n'), QStringLiteral("\\n"))
        .replace(QLatin1Char('\t'), QStringLiteral("\\t"))
        .replace(QLatin1Char('\r'), QStringLiteral("\\r"));
}

//! One quoted argument of the key Exec; a per cent sign would begin a field code.
QString quotedArgument(const QString &text)
{
    QString quoted;
    for (const QChar c : text) {
        if (QStringLiteral("\"`$\\").contains(c))
            quoted += QLatin1Char('\\');
        else if (c == QLatin1Char('%'))
            quoted += c;
        quoted += c;
    }
    return QStringLiteral("\"%1\"").arg(quoted);
}

} // namespace

QByteArray autostartEntry(const QString &program)
{
    const QByteArray command = stringValue(quotedArgument(program)).toUtf8();
    QByteArray text = "[Desktop Entry]\n"
                      "Type=Application\n"
                      "Name=Countersign\n"
                      "Icon=io.github.countersign.Countersign\n";
    text += "Exec=" + command + " --background\n";
    text += "TryExec=" + stringValue(program).toUtf8() + '\n';
    text += "Terminal=false\n";
    text += QByteArray(mark) + '\n';
    return text;
}

Autostart::Autostart(const QString &configHome, const QString &program)
    : m_folder(QString(configHome + QStringLiteral("/autostart")))
    , m_program(program)
{
}

QString Autostart::path() const
{
    return QString(m_folder + QStringLiteral("/io.github.countersign.Countersign.desktop"));
}

bool Autostart::isOn() const
{
    const auto lines = readEntry(path());
    if (!lines)
        return false;
    bool hasCommand = false;
    for (const QByteArray &line : *lines) {
        const qsizetype equals = line.indexOf('=');
        const QByteArray key = line.left(equals).trimmed();
        const QByteArray value = line.mid(equals + 1).trimmed();
        hasCommand = hasCommand || (key == "Exec" && !value.isEmpty());
        if ((key == "Hidden" && value == "true") ||
            (key == "X-GNOME-Autostart-enabled" && value == "false"))
            return false;
    }
    return hasCommand;
}

std::optional<Error> Autostart::setOn(bool isOn)
{
    const Found found = whatIsAt(path());
    if (found == Found::Foreign)
        return localFault(QStringLiteral("not written by this program: %1").arg(path()));
    if (!isOn && found == Found::Nothing)
        return std::nullopt;
    QDir().mkpath(m_folder);
    if (!isOwnFolder(m_folder))
        return localFault(
            QStringLiteral("not a folder that only this user can write: %1").arg(m_folder));
    if (isOn)
        return write();
    if (::unlink(QFile::encodeName(path()).constData()) == 0)
        return std::nullopt;
    return localFault(QStringLiteral("%1: %2").arg(path(), qt_error_string(errno)));
}

std::optional<Error> Autostart::write() const
{
    const QByteArray text = autostartEntry(m_program);
    QSaveFile file(path());
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(text) == text.size() && file.commit();
    if (isWritten)
        return std::nullopt;
    return localFault(QStringLiteral("%1: %2").arg(path(), file.errorString()));
}

} // namespace countersign
