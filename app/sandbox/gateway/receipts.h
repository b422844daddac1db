// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/gateway/call.h"

#include <QDateTime>
#include <QFile>

namespace countersign::sandbox {

//! One JSON line per request that arrived whole.
class Receipts
{
public:
    //! An empty path: nothing is kept. False when the file cannot be written.
    bool open(const QString &path);
    //! The number of the request; a second line about one is given the number of its first.
    qint64 write(const Call &call, const Answer &answer, const QString &user,
                 const QString &requestId, const QDateTime &time, qint64 number = 0);

private:
    QFile m_file;
    qint64 m_count = 0;
};

} // namespace countersign::sandbox
