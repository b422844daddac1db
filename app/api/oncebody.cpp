// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/oncebody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace countersign {

OnceBody::OnceBody(QByteArray bytes, std::function<bool()> beforeFirstByte, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
    , m_beforeFirstByte(std::move(beforeFirstByte))
{
    // Without a buffer of Qt's own, what was handed out is what was asked for.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_isRefused ? 0 : m_bytes.size() - m_position;
}

qint64 OnceBody::readData(char *data, qint64 size)
{
    if (m_isRefused || m_position >= m_bytes.size())
        return -1;
    // Asking for nothing is Qt's way of looking whether there is a body.
    if (size <= 0)
        return 0;
    if (const auto ask = std::exchange(m_beforeFirstByte, nullptr); ask && !ask()) {
        m_isRefused = true;
        Q_EMIT refused();
        return -1;
    }
    const qint64 count = std::min<qint64>(size, m_bytes.size() - m_position);
    std::memcpy(data, m_bytes.constData() + m_position, static_cast<std::size_t>(count));
    m_position += count;
    Q_EMIT progressed();
    if (m_position == m_bytes.size())
        Q_EMIT handedOut();
    return count;
}

} // namespace countersign
