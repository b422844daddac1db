// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/documentfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

//! Opens a plain file of this user without following a link; -1 with errno else.
int openOwn(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return -1;
    struct stat facts = {};
    if (::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_uid == ::geteuid())
        return descriptor;
    ::close(descriptor);
    errno = EPERM;
    return -1;
}

} // namespace

DocumentFile::DocumentFile(QString path, qint64 version, qint64 limit)
    : m_path(std::move(path))
    , m_version(version)
    , m_limit(limit)
{
}

void DocumentFile::report(DocumentProblem::Kind kind, const QString &reason)
{
    m_problem = DocumentProblem{kind, QFileInfo(m_path).fileName(), {}, reason};
}

std::optional<Json> DocumentFile::read(const QDateTime &now)
{
    m_problem.reset();
    m_isClosed = false;
    const int descriptor = openOwn(m_path);
    if (descriptor < 0) {
        if (errno == ENOENT)
            return std::nullopt;
        report(DocumentProblem::Kind::NotReadable, systemReason());
        m_isClosed = true;
        return std::nullopt;
    }
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        report(DocumentProblem::Kind::NotReadable, file.errorString());
        m_isClosed = true;
        return std::nullopt;
    }
    const QByteArray text = file.read(m_limit + 1);
    file.close();
    if (text.size() > m_limit) {
        setAside(now, QStringLiteral("larger than %1 bytes").arg(m_limit));
        return std::nullopt;
    }
    JsonLimits limits;
    limits.bytes = m_limit;
    const Json::ParseResult parsed = Json::parse(text, limits);
    if (!parsed || !parsed.json->isObject()) {
        setAside(now, parsed.error.reason);
        return std::nullopt;
    }
    const auto version = (*parsed.json)[u"version"].toInteger();
    if (!version || *version < 1) {
        setAside(now, QStringLiteral("no version"));
        return std::nullopt;
    }
    if (*version > m_version) {
        report(DocumentProblem::Kind::Newer, {});
        m_isClosed = true;
        return std::nullopt;
    }
    return parsed.json;
}

void DocumentFile::setAside(const QDateTime &now, const QString &reason)
{
    const QString stem =
        QString(m_path + QStringLiteral(".damaged-") + now.toString(QStringLiteral("yyyyMMdd-HHmmss")));
    // link() never replaces what is there, unlike rename().
    for (int i = 0; i < 100; ++i) {
        const QString kept = i == 0 ? stem : QStringLiteral("%1-%2").arg(stem).arg(i);
        if (::link(QFile::encodeName(m_path).constData(), QFile::encodeName(kept).constData()) ==
            0) {
            if (::unlink(QFile::encodeName(m_path).constData()) != 0)
                break;
            report(DocumentProblem::Kind::SetAside, reason);
            m_problem->keptAs = QFileInfo(kept).fileName();
            return;
        }
        if (errno != EEXIST)
            break;
    }
    report(DocumentProblem::Kind::NotReadable, systemReason());
    m_isClosed = true;
}

bool DocumentFile::write(const QByteArray &text)
{
    if (m_isClosed)
        return false;
    QSaveFile file(m_path);
    file.setDirectWriteFallback(false);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(text) == text.size() && file.commit();
    if (!isWritten) {
        report(DocumentProblem::Kind::NotWritable, file.errorString());
        return false;
    }
    if (m_problem && m_problem->kind == DocumentProblem::Kind::NotWritable)
        m_problem.reset();
    return true;
}

} // namespace countersign
