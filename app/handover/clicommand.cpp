// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/clicommand.h"

namespace countersign {

std::vector<QString> cliArguments(const DecisionRecord &record)
{
    const bool isCancelling = record.act == Act::CancelExecution;
    std::vector<QString> arguments{QStringLiteral("aliyun"), QStringLiteral("oos"),
                                   isCancelling ? QStringLiteral("CancelExecution")
                                                : QStringLiteral("NotifyExecution")};
    const auto add = [&arguments](const QString &name, const QString &value) {
        arguments.push_back(QStringLiteral("--") + name + QLatin1Char('=') + value);
    };
    add(QStringLiteral("region"), record.where.place.region.text());
    const QMap<QString, QString> parameters = requestParameters(record);
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        add(it.key(), it.value());
    return arguments;
}

} // namespace countersign
