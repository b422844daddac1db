// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/receipts.h"

#include "app/domain/json.h"
#include "app/sandbox/gateway/replywords.h"

namespace countersign::sandbox {

bool Receipts::open(const QString &path)
{
    if (path.isEmpty())
        return true;
    m_file.setFileName(path);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate);
}

qint64 Receipts::write(const Call &call, const Answer &answer, const QString &user,
                       const QString &requestId, const QDateTime &time, qint64 number)
{
    if (number == 0)
        number = ++m_count;
    if (!m_file.isOpen())
        return number;
    JsonWriter out;
    out.beginObject().member(u"n", number).member(u"time", timeText(time));
    out.member(u"action", call.action()).name(u"params").beginObject();
    for (auto it = call.params.cbegin(); it != call.params.cend(); ++it) {
        if (it.key() != u"Signature" && it.key() != u"SecurityToken" && it.key() != u"OIDCToken")
            out.member(it.key(), it.value());
    }
    out.endObject().member(u"scheme", call.scheme()).member(u"nonce", call.nonce());
    out.member(u"user", user).member(u"status", qint64(answer.status));
    out.member(u"code", answer.code).member(u"requestId", requestId);
    if (answer.isLate)
        out.member(u"effect", QStringLiteral("late"));
    else
        out.member(u"effect", answer.effect);
    out.endObject();
    m_file.write(out.bytes() + '\n');
    m_file.flush();
    return number;
}

} // namespace countersign::sandbox
