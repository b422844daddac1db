// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/listfilter.h"

namespace countersign::sandbox {

bool hasTags(const QString &wanted, const QMap<QString, QString> &tags)
{
    if (wanted.isEmpty())
        return true;
    const auto parsed = Json::parse(wanted.toUtf8());
    bool all = static_cast<bool>(parsed);
    if (all) {
        parsed.json->forEachMember([&](const QString &name, const Json &value) {
            const auto actual = tags.constFind(name);
            all = all && actual != tags.constEnd() && *actual == value.toString();
        });
    }
    return all;
}

} // namespace countersign::sandbox
