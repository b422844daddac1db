// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signing/signing.h"

#include <QUrl>

namespace countersign {

QByteArray percentEncoded(QStringView text)
{
    return QUrl::toPercentEncoding(text.toString());
}

bool isEncodable(QStringView text)
{
    return text.isValidUtf16();
}

QByteArray canonicalQuery(const QMap<QString, QString> &parameters)
{
    QByteArray query;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        if (!query.isEmpty())
            query += '&';
        query += percentEncoded(it.key());
        query += '=';
        query += percentEncoded(it.value());
    }
    return query;
}

} // namespace countersign
