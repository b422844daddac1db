// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <utility>

namespace countersign::sandbox {

//! A request as it arrived, query and form decoded and merged.
struct Call
{
    QByteArray method;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< lower-case names
    QMap<QString, QString> query;
    QMap<QString, QString> form;
    QMap<QString, QString> params; //!< both together
    QByteArray body;
    bool hasRepeatedName = false; //!< a name came twice, in one place or in both

    QByteArray header(QByteArrayView name) const;
    //! Decodes percent-encoding and '+' as application/x-www-form-urlencoded does.
    static Call from(const QByteArray &method, const QByteArray &encodedQuery,
                     const QList<std::pair<QByteArray, QByteArray>> &headers,
                     const QByteArray &body);
    QString scheme() const; //!< ACS3-HMAC-SHA256, HMAC-SHA1 or empty
    QString action() const;
    QString version() const;
    QString nonce() const;
};

//! A complete answer: the status and a JSON object's text.
struct Answer
{
    int status = 200;
    QString code;    //!< empty: success
    QByteArray body; //!< JSON
    bool effect = false;
    bool isLate = false; //!< accepted, the effect comes later
};

} // namespace countersign::sandbox
