// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"
#include "app/journal/journalwords.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace countersign {

//! A time as the journal writes it: UTC, ISO 8601 with milliseconds and Z; empty: invalid.
QString journalTime(const QDateTime &time);

//! Bytes as a JSON text where they are UTF-8, else {"base64":"…"}.
void writeBytes(JsonWriter &writer, const QByteArray &bytes);

//! Reads the members of one object strictly: a member that is missing or of another kind makes the
//! whole unreadable.
class JsonFields
{
public:
    explicit JsonFields(Json object);

    //! For members that records of earlier versions lack.
    bool has(QStringView name) const;
    QString text(QStringView name);
    QByteArray bytes(QStringView name);
    qint64 integer(QStringView name);
    bool truth(QStringView name);
    //! UTC; invalid where the text is empty.
    QDateTime time(QStringView name);
    //! Nothing where the member is null.
    std::optional<qint64> integerOrNull(QStringView name);
    std::vector<QString> texts(QStringView name);
    std::vector<Json> items(QStringView name);
    Json object(QStringView name);
    //! A null value where the member is null.
    Json objectOrNull(QStringView name);
    template <class Enum>
    Enum word(QStringView name)
    {
        const auto value = fromJournalWord<Enum>(text(name));
        m_isGood = m_isGood && value;
        return value.value_or(Enum{});
    }

    //! True while everything that was asked for was there.
    bool isGood() const { return m_isGood; }
    void fail() { m_isGood = false; }

private:
    Json member(QStringView name, Json::Type type);

    std::vector<std::pair<QString, Json>> m_members;
    bool m_isGood = true;
};

} // namespace countersign
