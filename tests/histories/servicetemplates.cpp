// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/serviceside.h"

namespace countersign {

namespace {

QString gate(const QString &name, const QString &more = {})
{
    return QStringLiteral("  - Name: ") + name + QStringLiteral("\n    Action: ACS::Approve\n") +
           more +
           QStringLiteral("    Properties:\n"
                          "      NotifyType: WebHook\n"
                          "      WebHook: {URI: 'https://example.invalid/hook', Content: x}\n");
}

QString call(const QString &name, const QString &api, const QString &more = {})
{
    return QStringLiteral("  - Name: ") + name + QStringLiteral("\n    Action: ACS::ExecuteAPI\n") +
           more +
           QStringLiteral("    Properties:\n"
                          "      Service: ECS\n"
                          "      API: ") +
           api +
           QStringLiteral("\n"
                          "      Parameters: {RegionId: cn-hangzhou, InstanceId: i-1}\n");
}

QString whole(const QString &tasks)
{
    return QStringLiteral("FormatVersion: OOS-2019-06-01\nTasks:\n") + tasks;
}

} // namespace

const std::vector<std::pair<QString, QString>> &ServiceSide::templates()
{
    const QString look = call(QStringLiteral("look"), QStringLiteral("DescribeInstances"));
    const QString items =
        QStringLiteral("    Loop: {Items: [bad-1, bad-2, good-3], Concurrency: 3}\n");
    static const std::vector<std::pair<QString, QString>> all{
        {QStringLiteral("ask-one"), whole(gate(QStringLiteral("ask")) + look)},
        {QStringLiteral("ask-two"),
         whole(gate(QStringLiteral("ask")) + QStringLiteral("      MinRequiredApprovals: 2\n") +
               look)},
        {QStringLiteral("ask-anna"),
         whole(gate(QStringLiteral("ask")) + QStringLiteral("      Approvers: [anna.k]\n") + look)},
        {QStringLiteral("two-gates"),
         whole(gate(QStringLiteral("firstGate")) + gate(QStringLiteral("secondGate")) + look)},
        {QStringLiteral("side-by-side"),
         whole(gate(QStringLiteral("ask"),
                    QStringLiteral("    Loop: {Items: [a, b], Concurrency: 2}\n")) +
               look)},
        {QStringLiteral("fleet"),
         whole(call(QStringLiteral("reboot"), QStringLiteral("RebootInstance"), items) + look)},
        {QStringLiteral("steps"),
         whole(call(QStringLiteral("first"), QStringLiteral("DescribeInstances")) +
               call(QStringLiteral("second"), QStringLiteral("DescribeInstances")) +
               gate(QStringLiteral("wait")))},
        {QStringLiteral("risky"),
         whole(call(QStringLiteral("remove"), QStringLiteral("DeleteInstance")) + look)},
    };
    return all;
}

} // namespace countersign
