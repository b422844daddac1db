// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/logfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr mode_t ownFile = S_IRUSR | S_IWUSR;
constexpr mode_t othersMayWrite = S_IWGRP | S_IWOTH;

bool isOwn(const struct stat &facts)
{
    return facts.st_uid == ::geteuid() && (facts.st_mode & othersMayWrite) == 0;
}

//! Opens a plain file of this user without following a link; -1 else.
int openOwn(const QByteArray &path, int flags)
{
    const int file = ::open(path.constData(), flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, ownFile);
    if (file < 0)
        return -1;
    struct stat facts = {};
    if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && isOwn(facts))
        return file;
    ::close(file);
    return -1;
}

} // namespace

LogFiles::LogFiles(const QString &folder, const LogLimits &limits)
    : m_folder(QFile::encodeName(folder))
    , m_limits(limits)
{
}

LogFiles::~LogFiles()
{
    close();
}

QByteArray LogFiles::path(int number) const
{
    const QByteArray current = m_folder + "/countersign.log";
    return number == 0 ? current : current + '.' + QByteArray::number(number);
}

bool LogFiles::prepareFolder() const
{
    QDir().mkpath(QFileInfo(QFile::decodeName(m_folder)).path());
    if (::mkdir(m_folder.constData(), S_IRWXU) == 0)
        return true;
    struct stat facts = {};
    if (::lstat(m_folder.constData(), &facts) != 0 || !S_ISDIR(facts.st_mode) || !isOwn(facts))
        return false;
    if (facts.st_mode & (S_IRWXG | S_IRWXO))
        ::chmod(m_folder.constData(), S_IRWXU);
    return true;
}

bool LogFiles::openCurrent()
{
    if (m_file >= 0 && isGone())
        close();
    if (m_file >= 0)
        return true;
    if (!prepareFolder())
        return false;
    m_file = openOwn(path(0), O_WRONLY | O_CREAT | O_APPEND);
    if (m_file < 0)
        return false;
    ::fchmod(m_file, ownFile);
    struct stat facts = {};
    m_size = ::fstat(m_file, &facts) == 0 ? facts.st_size : 0;
    return true;
}

//! Somebody has removed the file.
bool LogFiles::isGone() const
{
    struct stat facts = {};
    return ::fstat(m_file, &facts) != 0 || facts.st_nlink == 0;
}

void LogFiles::close()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

void LogFiles::rotate()
{
    close();
    for (int number = m_limits.files - 1; number > 0; --number)
        ::rename(path(number - 1).constData(), path(number).constData());
}

bool LogFiles::append(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    if (whole.size() > m_limits.fileBytes || !openCurrent())
        return false;
    if (m_size > 0 && m_size + whole.size() > m_limits.fileBytes) {
        rotate();
        if (!openCurrent())
            return false;
        // It could not be moved away; a file that grows without end would be worse than a gap.
        if (m_size > 0 && ::ftruncate(m_file, 0) == 0)
            m_size = 0;
    }
    const ssize_t written =
        ::write(m_file, whole.constData(), static_cast<std::size_t>(whole.size()));
    if (written == whole.size()) {
        m_size += written;
        return true;
    }
    // Half a line would be glued to the next one.
    if (written > 0) [[maybe_unused]]
        const int left = ::ftruncate(m_file, m_size);
    return false;
}

QByteArray LogFiles::tail(qint64 most) const
{
    QByteArray text;
    for (int number = 0; number < m_limits.files && text.size() < most; ++number) {
        const int descriptor = openOwn(path(number), O_RDONLY);
        if (descriptor < 0)
            break;
        QFile file;
        if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
            ::close(descriptor);
            break;
        }
        const qint64 wanted = most - text.size();
        const qint64 size = std::min(file.size(), m_limits.fileBytes);
        if (size > wanted)
            file.seek(size - wanted);
        QByteArray part = file.read(wanted);
        if (size > wanted)
            part.remove(0, part.indexOf('\n') + 1);
        text.prepend(part);
        if (size > wanted)
            break;
    }
    return text;
}

} // namespace countersign
