// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/replywords.h"

namespace countersign::sandbox {

namespace {

void memberObject(JsonWriter &out, QStringView name, const EmbeddedJson &value)
{
    if (value.json)
        out.member(name, *value.json);
    else
        out.name(name).beginObject().endObject();
}

void writeCommon(JsonWriter &out, const ExecutionRecord &record)
{
    const Execution &run = record.fields;
    out.member(u"ExecutionId", run.id.text()).member(u"Status", run.statusText);
    out.member(u"StatusMessage", run.statusMessage).member(u"StatusReason", run.statusReason);
    out.member(u"Mode", run.modeText).member(u"SafetyCheck", run.safetyCheck);
    out.name(u"CurrentTasks").beginArray();
    for (const CurrentTask &task : run.currentTasks) {
        out.beginObject().member(u"TaskExecutionId", task.id.text());
        out.member(u"TaskName", task.name).member(u"TaskAction", task.action).endObject();
    }
    out.endArray();
    out.member(u"TemplateName", run.templateName).member(u"TemplateId", run.templateId);
    out.member(u"TemplateVersion", run.templateVersion);
    out.member(u"Outputs", embeddedText(run.outputs, QStringLiteral("{}")));
    memberObject(out, u"Counters", run.counters);
    memberObject(out, u"Tags", run.tags);
    out.member(u"ExecutedBy", run.executedBy).member(u"RamRole", run.ramRole);
    out.member(u"IsParent", run.isParent);
    out.member(u"ParentExecutionId", run.parentExecutionId.text());
    out.member(u"Description", run.description);
    out.member(u"ResourceGroupId", run.resourceGroupId);
    out.member(u"CreateDate", timeText(run.createDate));
    out.member(u"StartDate", timeText(run.startDate));
    out.member(u"UpdateDate", timeText(run.updateDate));
    out.member(u"EndDate", timeText(run.endDate));
}

} // namespace

QString embeddedText(const EmbeddedJson &value, const QString &otherwise)
{
    if (value.json)
        return QString::fromUtf8(value.json->compact());
    return value.text.isEmpty() ? otherwise : value.text;
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"))
                          : QString();
}

Answer refusalAnswer(const Refusal &refusal, const QString &requestId, const QString &host,
                     const QByteArray &accessDeniedDetail)
{
    JsonWriter out;
    out.beginObject().member(u"RequestId", requestId).member(u"HostId", host);
    out.member(u"Code", refusal.code).member(u"Message", refusal.message);
    out.member(
        u"Recommend",
        QStringLiteral("https://api.aliyun.com/troubleshoot?q=%1&product=oos").arg(refusal.code));
    if (!accessDeniedDetail.isEmpty())
        out.member(u"AccessDeniedDetail", Json::parse(accessDeniedDetail).json.value_or(Json()));
    out.endObject();
    return {refusal.httpStatus, refusal.code, out.bytes(), false};
}

void writeExecution(JsonWriter &out, const ExecutionRecord &record)
{
    const Execution &run = record.fields;
    out.beginObject();
    writeCommon(out, record);
    memberObject(out, u"Parameters", run.parameters);
    out.member(u"WaitingStatus", run.waitingStatus).member(u"Category", run.category);
    out.member(u"Targets", embeddedText(run.targets))
        .member(u"ResourceStatus", QStringLiteral("{}"));
    const TriggerFacts facts = record.trigger ? *record.trigger : TriggerFacts{};
    out.member(u"NextScheduleTime", timeText(facts.nextScheduleTime));
    out.member(u"LastTriggerTime", timeText(facts.lastTriggerTime));
    out.member(u"LastTriggerStatus", facts.lastTriggerStatus);
    out.member(u"LastTriggerStatusMessage", facts.lastTriggerStatusMessage);
    out.member(u"LastTriggerOutputs", embeddedText(facts.lastTriggerOutputs));
    out.member(u"LastSuccessfulTriggerTime", timeText(facts.lastSuccessfulTriggerTime));
    out.member(u"AccountId", record.accountId).endObject();
}

void writeStartedExecution(JsonWriter &out, const ExecutionRecord &record)
{
    out.beginObject();
    writeCommon(out, record);
    out.member(u"Parameters", embeddedText(record.fields.parameters, QStringLiteral("{}")));
    out.member(u"LoopMode", record.loopMode).endObject();
}

void writeTaskExecution(JsonWriter &out, const TaskExecution &row)
{
    out.beginObject().member(u"TaskExecutionId", row.id.text());
    out.member(u"ExecutionId", row.executionId.text()).member(u"TaskName", row.taskName);
    out.member(u"TaskAction", row.taskAction).member(u"Status", row.statusText);
    out.member(u"StatusMessage", row.statusMessage);
    out.member(u"Properties", embeddedText(row.properties))
        .member(u"Outputs", embeddedText(row.outputs));
    memberObject(out, u"ExtraData", row.extraData);
    memberObject(out, u"Loop", row.loop);
    out.member(u"LoopItem", row.loopItem).member(u"LoopBatchNumber", qint64(row.loopBatchNumber));
    out.member(u"ParentTaskExecutionId", row.parentTaskExecutionId.text());
    out.member(u"ChildExecutionId", row.childExecutionId.text());
    out.member(u"TemplateId", row.templateId).member(u"CreateDate", timeText(row.createDate));
    out.member(u"StartDate", timeText(row.startDate));
    out.member(u"UpdateDate", timeText(row.updateDate));
    out.member(u"EndDate", timeText(row.endDate)).endObject();
}

void writeTemplate(JsonWriter &out, const StoredTemplate &stored, qint64 runs)
{
    out.beginObject().member(u"TemplateName", stored.name).member(u"TemplateId", stored.id);
    out.member(u"TemplateVersion", stored.version).member(u"TemplateFormat", stored.format);
    out.member(u"TemplateType", QStringLiteral("Automation"));
    out.member(u"Description", embeddedText(stored.description)).member(u"Hash", stored.hash);
    const bool isPublic = stored.shareType == u"Public";
    out.member(u"HasTrigger", stored.category != u"Other").member(u"IsFavorite", false);
    out.member(u"Category", stored.category).member(u"ShareType", stored.shareType);
    out.member(u"Publisher", isPublic ? QStringLiteral("ALIYUN") : QString());
    out.member(u"Popularity", qint64(isPublic ? 5 : -1));
    out.member(u"TotalExecutionCount", isPublic ? qint64(-1) : runs);
    out.member(u"VersionName", QString()).member(u"Constraints", QStringLiteral("{}"));
    out.member(u"ResourceGroupId", QString());
    out.name(u"Tags").beginObject();
    for (auto it = stored.tags.cbegin(); it != stored.tags.cend(); ++it)
        out.member(it.key(), it.value());
    out.endObject();
    out.member(u"CreatedBy", stored.createdBy).member(u"UpdatedBy", stored.createdBy);
    out.member(u"CreatedDate", timeText(stored.createdDate));
    out.member(u"UpdatedDate", timeText(stored.updatedDate)).endObject();
}

} // namespace countersign::sandbox
