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
    //! What a path of its own stands for, such as CloudCredentials; empty for the gateway's '/'.
    QString route;
    bool hasRepeatedName = false; //!< a name came twice, in one place or in both

    QByteArray header(QByteArrayView name) const;
    //! The operation that a path of its own stands for; empty: there is none. A name in the path
    //! is the parameter RoleName.
    static QString routeOf(const QByteArray &method, const QString &path, QString &roleName);
    //! Decodes percent-encoding and '+' as application/x-www-form-urlencoded does.
    static Call from(const QByteArray &method, const QByteArray &encodedQuery,
                     const QList<std::pair<QByteArray, QByteArray>> &headers,
                     const QByteArray &body);
    QString scheme() const; //!< ACS3-HMAC-SHA256, HMAC-SHA1 or empty
    QString action() const;
    QString version() const;
    QString nonce() const;
    //! The key and the token that the call is sent with, wherever its scheme puts them.
    QString accessKeyId() const;
    QByteArray securityToken() const;
};

//! A complete answer: the status and the text, mostly a JSON object's.
struct Answer
{
    int status = 200;
    QString code; //!< empty: success
    QByteArray body;
    bool effect = false;
    bool isLate = false; //!< accepted, the effect comes later
    QByteArray contentType = "application/json;charset=utf-8";
};

} // namespace countersign::sandbox
