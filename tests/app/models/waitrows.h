// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QRandomGenerator>

namespace countersign {

//! A wait like those of a real inbox; `number` makes its ids.
inline WaitRow waitRow(int number)
{
    WaitRow row;
    row.id = {
        {ProfileId(QStringLiteral("p%1").arg(number % 3)),
         RegionId(number % 2 ? QStringLiteral("cn-hangzhou") : QStringLiteral("eu-central-1"))},
        ExecutionId(QStringLiteral("exec-%1").arg(number, 8, 16, QLatin1Char('0'))),
        TaskExecutionId(QStringLiteral("t-%1").arg(number, 8, 16, QLatin1Char('0')))};
    row.profileAlias = QStringLiteral("acme-%1").arg(number % 3);
    row.accountId = QStringLiteral("200000000000000%1").arg(number % 3);
    row.kind = number % 4 ? WaitKind::Approval : WaitKind::HighRisk;
    row.taskName = QStringLiteral("approve%1").arg(number % 50);
    row.taskAction = QStringLiteral("ACS::Approve");
    row.templateName = QStringLiteral("restart-web-fleet-%1").arg(number % 20);
    row.templateVersion = QStringLiteral("v%1").arg(number % 9);
    row.starter = QStringLiteral("zhang.wei%1(20%1)").arg(number % 7);
    row.description = QStringLiteral("weekly restart %1").arg(number);
    row.waitingSince = QDateTime({2026, 11, 20}, {8, 0}, Qt::UTC).addSecs(number * 37 % 400'000);
    return row;
}

//! Some of the waits 0 to `universe` - 1: mostly in ascending order, sometimes mixed, some with
//! another task, template or group than usual.
inline std::vector<WaitRow> someWaits(QRandomGenerator &random, int universe)
{
    std::vector<WaitRow> rows;
    const int keepOf = random.bounded(1, 11);
    for (int number = 0; number < universe; ++number) {
        if (random.bounded(10) >= keepOf)
            continue;
        rows.push_back(waitRow(number));
        if (random.bounded(8) == 0)
            rows.back().taskName = QStringLiteral("retitled%1").arg(random.bounded(4));
        if (random.bounded(8) == 0)
            rows.back().templateName = QStringLiteral("golden-image");
        if (random.bounded(4) == 0)
            rows.back().group = static_cast<WaitGroup>(random.bounded(4));
    }
    if (rows.size() > 1 && random.bounded(3) == 0) {
        const int swaps = random.bounded(2) ? 2 : universe;
        for (int i = 0; i < swaps; ++i)
            std::swap(rows[random.bounded(quint32(rows.size()))],
                      rows[random.bounded(quint32(rows.size()))]);
    }
    return rows;
}

} // namespace countersign
