// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <vector>

namespace countersign {

//! A record in which one field is another.
struct ChangedRecord
{
    QString field;
    DecisionRecord record;
};

//! Every field is filled in.
inline DecisionRecord wholeRecord()
{
    DecisionRecord record;
    record.id = {QByteArray(32, 'a')};
    record.where.place = {ProfileId(QStringLiteral("p1")), RegionId(QStringLiteral("cn-hangzhou"))};
    record.where.profileAlias = QStringLiteral("prod");
    record.where.accountId = QStringLiteral("1234567890123456");
    record.where.actor = QStringLiteral("li.wei");
    record.where.actorKind = ActorKind::User;
    record.where.actorVerifiedAt = QDateTime(QDate(2026, 3, 1), QTime(7, 0), Qt::UTC);
    record.where.endpointHost = QStringLiteral("oos.cn-hangzhou.aliyuncs.com");
    record.where.environment.word = QStringLiteral("PRODUCTION");
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t1"));
    record.taskExecutionIds = {TaskExecutionId(QStringLiteral("exec-1.t2"))};
    record.taskName = QStringLiteral("ask");
    record.kind = WaitKind::Approval;
    record.nextTaskName = QStringLiteral("next");
    record.parameters = QStringLiteral("{\"a\":1}");
    record.loopItem = QStringLiteral("item");
    record.executionStatus = QStringLiteral("Success");
    record.note = QStringLiteral("ok");
    record.fingerprint.facts = {{QStringLiteral("Mode"), QStringLiteral("Automatic")}};
    record.fingerprint.sha256 = QByteArray(64, 'b');
    record.frozenAt = QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
    record.reads = {{QStringLiteral("ListExecutions"), QStringLiteral("R1"), record.frozenAt}};
    record.notRead = {QStringLiteral("ListExecutionLogs")};
    record.predecessor = DecisionId{QByteArray(32, 'c')};
    record.drawnSha256 = QByteArray(64, 'd');
    return record;
}

//! Ids are drawn, so that a fixed digit would now and then be the one that is there.
inline char otherDigit(char digit)
{
    return digit == 'f' ? '0' : 'f';
}

//! `record` once for each of its fields, with that field changed.
inline std::vector<ChangedRecord> changedRecords(const DecisionRecord &record)
{
    std::vector<ChangedRecord> all;
    const auto add = [&](const char *field, const auto &change) {
        ChangedRecord changed{QString::fromLatin1(field), record};
        change(changed.record);
        all.push_back(changed);
    };
    using Record = DecisionRecord;
    add("id", [](Record &r) { r.id.hex[0] = otherDigit(r.id.hex[0]); });
    add("profile", [](Record &r) { r.where.place.profile = ProfileId(QStringLiteral("p2")); });
    add("region", [](Record &r) { r.where.place.region = RegionId(QStringLiteral("cn-other")); });
    add("alias", [](Record &r) { r.where.profileAlias += u'x'; });
    add("account", [](Record &r) { r.where.accountId += u'1'; });
    add("actor", [](Record &r) { r.where.actor += u'x'; });
    add("actorKind", [](Record &r) {
        r.where.actorKind =
            r.where.actorKind == ActorKind::Role ? ActorKind::User : ActorKind::Role;
    });
    add("actorVerifiedAt", [](Record &r) { r.where.actorVerifiedAt = r.frozenAt.addDays(-3); });
    add("host", [](Record &r) { r.where.endpointHost += u'x'; });
    add("environment.word", [](Record &r) { r.where.environment.word += u'x'; });
    add("environment.color",
        [](Record &r) { r.where.environment.color = static_cast<EnvironmentColor>(2); });
    add("environment.pattern",
        [](Record &r) { r.where.environment.pattern = static_cast<EnvironmentPattern>(2); });
    add("environment.isProduction",
        [](Record &r) { r.where.environment.isProduction = !r.where.environment.isProduction; });
    add("environment.isSandbox",
        [](Record &r) { r.where.environment.isSandbox = !r.where.environment.isSandbox; });
    add("act", [](Record &r) { r.act = r.act == Act::Reject ? Act::Approve : Act::Reject; });
    add("executionId", [](Record &r) { r.executionId = ExecutionId(QStringLiteral("exec-9")); });
    add("taskExecutionId",
        [](Record &r) { r.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t9")); });
    add("taskExecutionIds",
        [](Record &r) { r.taskExecutionIds.push_back(TaskExecutionId(QStringLiteral("t8"))); });
    add("taskName", [](Record &r) { r.taskName += u'x'; });
    add("kind", [](Record &r) { r.kind = WaitKind::ManualPause; });
    add("confidence", [](Record &r) { r.confidence = Confidence::Probable; });
    add("nextTaskName", [](Record &r) { r.nextTaskName += u'x'; });
    add("parameters", [](Record &r) { r.parameters += u' '; });
    add("loopItem", [](Record &r) { r.loopItem += u'x'; });
    add("executionStatus", [](Record &r) { r.executionStatus = QStringLiteral("Failed"); });
    add("omitsTaskId", [](Record &r) { r.omitsTaskId = !r.omitsTaskId; });
    add("note", [](Record &r) { r.note += u'!'; });
    add("fingerprint.facts", [](Record &r) { r.fingerprint.facts.front().second += u'x'; });
    add("fingerprint.sha256",
        [](Record &r) { r.fingerprint.sha256[0] = otherDigit(r.fingerprint.sha256[0]); });
    add("reads", [](Record &r) { r.reads.push_back({QStringLiteral("X"), {}, r.frozenAt}); });
    add("notRead", [](Record &r) { r.notRead.push_back(QStringLiteral("GetExecutionTemplate")); });
    add("predecessor", [](Record &r) { r.predecessor = DecisionId{QByteArray(32, '9')}; });
    add("drawnSha256", [](Record &r) { r.drawnSha256 = QByteArray(64, '9'); });
    add("frozenAt", [](Record &r) { r.frozenAt = r.frozenAt.addMSecs(1); });
    return all;
}

} // namespace countersign
