// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/documentkeeper.h"

namespace countersign {

DocumentKeeper::DocumentKeeper(const QString &path, qint64 version, const Clock &clock,
                               std::function<QByteArray()> content, QObject *parent)
    : QObject(parent)
    , m_file(path, version)
    , m_clock(clock)
    , m_content(std::move(content))
{
    m_writing.setSingleShot(true);
    m_writing.setInterval(writeDelay);
    connect(&m_writing, &QTimer::timeout, this, &DocumentKeeper::write);
}

DocumentKeeper::~DocumentKeeper()
{
    flush();
}

std::optional<Json> DocumentKeeper::load()
{
    const auto content = m_file.read(m_clock.now());
    if (problem())
        Q_EMIT problemChanged();
    return content;
}

void DocumentKeeper::markChanged()
{
    // A running timer is left alone: typing without a pause must not put the write off for ever.
    if (!m_writing.isActive())
        m_writing.start();
}

bool DocumentKeeper::flush()
{
    if (!m_writing.isActive())
        return !problem();
    m_writing.stop();
    return write();
}

bool DocumentKeeper::write()
{
    const auto before = problem();
    const bool isWritten = m_file.write(m_content());
    if (problem() != before)
        Q_EMIT problemChanged();
    return isWritten;
}

} // namespace countersign
