// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include <QFileInfo>
#include <QSettings>

namespace countersign {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

//! QSettings writes ASCII; a byte outside is not its own.
bool isPlainText(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) {
        return byte == '\n' || byte == '\r' || byte == '\t' || (byte >= 0x20 && byte < 0x7f);
    });
}

} // namespace

SettingsFile::SettingsFile(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_problem = setAsideUnless(path, largestFile, clock.now(), isPlainText);
    // What cannot even be looked at is not written over: this session's changes stay in memory.
    const bool isClosed = m_problem && m_problem->kind != DocumentProblem::Kind::SetAside;
    m_store = std::make_unique<QSettings>(isClosed ? QStringLiteral("/dev/null") : path,
                                          QSettings::IniFormat);
}

SettingsFile::~SettingsFile() = default;

bool SettingsFile::save()
{
    m_store->sync();
    if (m_store->status() == QSettings::NoError)
        return true;
    if (!m_problem)
        m_problem = DocumentProblem{
            DocumentProblem::Kind::NotWritable, QFileInfo(m_path).fileName(), {}, {}};
    return false;
}

} // namespace countersign
